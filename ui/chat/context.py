"""What the pages of the chat work with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

if TYPE_CHECKING:
    from rag.live import LiveAssistant
    from ui.chat.documents import Documents
    from ui.chat.store import ConversationStore
    from ui.server.turnstile import Turnstile
    from ui.settings import Settings

LOCAL_USER = "local"
"""Who everybody is where the server asks for no login."""


@dataclass(frozen=True, slots=True)
class ChatContext:
    """The assistant, what users have said to it, and the documents they may add (None: they may not).

    Whatever runs the models waits its turn at `turnstile`.
    """

    live: LiveAssistant
    store: ConversationStore
    documents: Documents | None
    settings: Settings
    turnstile: Turnstile

    @classmethod
    def open(cls, live: LiveAssistant, settings: Settings, turnstile: Turnstile) -> Self:
        """Open the conversations and uploads that belong to the index of `settings`.

        Raises:
            ConversationsUnreadable: their database is damaged or of a later version.
        """
        from ui.chat.documents import Documents
        from ui.chat.store import ConversationStore

        folder = settings.chat.folder_beside(settings.index_dir)
        store = ConversationStore.open(folder / "conversations.db")
        documents = Documents(folder / "documents", live, settings) if settings.chat.uploads else None
        return cls(live, store, documents, settings, turnstile)

    def close(self) -> None:
        """Close the conversations; the assistant belongs to whoever opened it."""
        self.store.close()
