# make ask Q="..."   a cited answer from the shipped corpus
# make test          everything that CI runs
# make install       the environment alone

VENV := .venv
BIN := $(VENV)/bin
INDEX := .onrecord
TORCH := $(shell sed -n '/^torch==/p' constraints.txt)

# The first Python that is new enough; override with make PYTHON=...
PYTHON ?= $(shell for p in python3 python3.13 python3.12 python3.11; do \
	$$p -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$p && break; done)

export Q
export HF_HUB_OFFLINE := 1

.PHONY: install ask test lint types layers tests clean
.DELETE_ON_ERROR:

install: $(VENV)/.installed

ask: $(INDEX)/CURRENT
	@$(BIN)/onrecord ask --index $(INDEX) -- "$${Q:?say what to ask: make ask Q=\"How many projects does the joint plan include?\"}"

test: lint types layers tests

lint: $(VENV)/.installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/.installed-dev
	$(BIN)/mypy

layers: $(VENV)/.installed-dev
	$(BIN)/lint-imports

tests: $(VENV)/.installed-dev
	$(BIN)/pytest --cov --cov-fail-under=90

clean:
	rm -rf $(VENV) $(INDEX)

$(INDEX)/CURRENT: $(VENV)/.installed $(wildcard seeds/*)
	@$(BIN)/onrecord index seeds --index $(INDEX) >&2
	@touch $@

# On Linux the torch of the general registry brings gigabytes of CUDA. PyTorch's own CPU wheel is
# tried first, briefly; where that place cannot be reached, the general one serves.
$(VENV)/.installed: pyproject.toml constraints.txt
	@test -n "$(PYTHON)" || { echo "On Record needs Python 3.11 or newer: make PYTHON=/path/to/python" >&2; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@if [ "$$(uname -s)" = Linux ]; then \
		$(BIN)/pip install --quiet --no-deps --timeout 5 --retries 0 \
			--index-url https://download.pytorch.org/whl/cpu $(TORCH) 2>/dev/null \
		|| echo "PyTorch's CPU wheels cannot be reached; taking torch from the general registry." >&2; fi
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	$(BIN)/pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@
