"""A generator that lets a chat model word the answer and believes nothing it says."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import closing

from index.errors import ChatUnavailable
from index.statement import Statement
from rag import wording
from rag.answer import Sentence
from rag.checking import parser
from rag.checking.checker import Checker
from rag.checking.claim import Claim, Source
from rag.generators.chat_model.account import Account
from rag.generators.chat_model.endpoint import Endpoint, SchemaRefused
from rag.generators.chat_model.evidence import numbered
from rag.generators.chat_model.prompt import PER_SOURCE, messages, overhead, reply_schema
from rag.generators.chat_model.reply import ReplyReader
from rag.generators.extractive import ExtractiveGenerator
from rag.generators.generator import Draft
from rag.reranker import Reranker
from rag.selection import Quotation
from rag.settings import RagSettings, ReplyForm, Unsupported


class ChatGenerator:
    """Asks a chat model, checks each sentence, and cites the words that the code found.

    Where nothing stands, because the endpoint fails or no sentence survives, the extractive answer
    stands in and the draft's notes say so.
    """

    def __init__(self, settings: RagSettings, reranker: Reranker) -> None:
        """Prepare a generator.

        Raises:
            ExtraMissing: the package openai is not installed.
        """
        self.endpoint = Endpoint(settings.chat)
        self._settings = settings
        self._checker = Checker(reranker)
        self._with_schema = settings.chat.reply is not ReplyForm.TEXT

    def generate(self, question: str, quoted: Sequence[tuple[Quotation, Statement]]) -> Draft:
        """Return the checked draft."""
        *_, draft = self.stream(question, quoted)
        assert isinstance(draft, Draft)  # noqa: S101 - what `stream` promises
        return draft

    def stream(
        self, question: str, quoted: Sequence[tuple[Quotation, Statement]]
    ) -> Generator[Sentence | Draft, None, None]:
        """Yield each sentence as soon as it is verified, and the draft last.

        With the setting `struck`, sentences that failed a check are among them, with their verdict.
        Closing the iterator cancels the request.
        """
        parser.load()  # before the model's time begins to count
        sources = numbered(quoted, self._budget(question, len(quoted)))
        account = Account(struck=self._settings.chat.show_unsupported is Unsupported.STRUCK)
        broken: str | None = None
        try:
            with closing(self._claims(question, sources)) as claims:
                for claim in claims:
                    yield from account.enter(self._checker.check(claim, sources))
                    if account.verified == self._settings.answer.sentences:
                        break
        except ChatUnavailable as error:
            broken = str(error)
        if account.verified:
            yield account.draft(wording.broke_off(broken) if broken else None)
            return
        instead = ExtractiveGenerator().generate(question, quoted)
        reason = wording.stands_in(broken or wording.NOTHING_VERIFIED)
        yield Draft((*account.struck, *instead.sentences), instead.citations, (reason,))

    def _budget(self, question: str, quotations: int) -> int:
        """Return the tokens that the window leaves for evidence."""
        chat = self._settings.chat
        return chat.context_tokens - chat.reply_tokens - overhead(question) - PER_SOURCE * quotations

    def _claims(self, question: str, sources: Sequence[Source]) -> Generator[Claim, None, None]:
        if not sources:
            raise ChatUnavailable("the evidence does not fit into rag.chat.context_tokens")
        if self._with_schema:
            try:
                yield from self._read(question, sources, schema=True)
            except SchemaRefused:
                if self._settings.chat.reply is ReplyForm.SCHEMA:
                    raise
                self._with_schema = False
            else:
                return
        yield from self._read(question, sources, schema=False)

    def _read(
        self, question: str, sources: Sequence[Source], *, schema: bool
    ) -> Generator[Claim, None, None]:
        asked = messages(question, sources, self._settings.answer.sentences, schema=schema)
        reader = ReplyReader()
        with closing(self.endpoint.stream(asked, reply_schema(sources) if schema else None)) as pieces:
            for piece in pieces:
                yield from reader.feed(piece)
        yield from reader.finish()
