"""How what is trained learns, step by step."""

from __future__ import annotations

from collections.abc import Sequence

from torch import Tensor, nn  # noqa: TID253
from torch.optim import AdamW  # noqa: TID253
from torch.optim.lr_scheduler import LambdaLR  # noqa: TID253

_SLOWER = 0.9  # than the part above
_WARM_UP = 0.06  # of all steps
_DECAY = 0.01
_STEEPEST = 1.0  # the largest norm of a gradient


class Schedule:
    """AdamW over the parts of a network, with linear warm-up and decay.

    A part learns slower than the one above it; only matrices decay.

    Source of the slower pace below: Howard and Ruder, "Universal Language Model Fine-tuning for Text
    Classification", ACL 2018, section 3.2 (there each layer has 1/2.6 of the rate above it).
    """

    def __init__(self, parts: Sequence[nn.Module], rate: float, steps: int) -> None:
        """`parts` begin with the top one, which learns at `rate`; `steps` are all that there will be."""
        self._parameters = [parameter for part in parts for parameter in part.parameters()]
        groups: list[dict[str, object]] = []
        for depth, part in enumerate(parts):
            slowed = rate * _SLOWER**depth
            matrices = [parameter for parameter in part.parameters() if parameter.dim() > 1]
            others = [parameter for parameter in part.parameters() if parameter.dim() <= 1]
            groups.append({"params": matrices, "weight_decay": _DECAY, "lr": slowed})
            groups.append({"params": others, "weight_decay": 0.0, "lr": slowed})
        self._optimiser = AdamW(groups, betas=(0.9, 0.98))
        self._pace = LambdaLR(self._optimiser, lambda step: _pace(step, steps))

    def learn(self, loss: Tensor) -> None:
        """Take one step down `loss`."""
        self._optimiser.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(self._parameters, _STEEPEST)
        self._optimiser.step()
        self._pace.step()


def _pace(step: int, steps: int) -> float:
    return min(1.0, step / (_WARM_UP * steps)) * max(0.0, (steps - step) / steps)
