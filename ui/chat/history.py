"""What a user does with the conversations that are kept."""

from __future__ import annotations

from ui.chat.context import ChatContext
from ui.chat.inputs import ConversationNamed, RailSearched, Renamed
from ui.chat.markdown import conversation_markdown
from ui.chat.panes import Pane, Panes, effects, told
from ui.chat.rail import rail_html


class History:
    """Searches, renames, deletes and exports conversations; raises `NotYours` for those of others."""

    def __init__(self, context: ChatContext) -> None:
        self._store = context.store

    def search(self, user: str, searched: RailSearched) -> Panes:
        """Return the conversations that hold the words."""
        return {Pane.RAIL: self._rail(user, searched.conversation, searched.containing)}

    def rename(self, user: str, renamed: Renamed) -> Panes:
        """Call a conversation by another name."""
        self._store.rename(user, renamed.conversation, " ".join(renamed.title.split()))
        return {Pane.RAIL: self._rail(user, renamed.conversation), **told("The conversation is renamed.")}

    def delete(self, user: str, named: ConversationNamed) -> Panes:
        """Remove a conversation."""
        self._store.delete(user, named.conversation)
        gone = effects(message="The conversation is deleted.", deleted=named.conversation)
        return {Pane.RAIL: self._rail(user, None), **gone}

    def export(self, user: str, named: ConversationNamed) -> Panes:
        """Return a conversation as a Markdown file for the browser to keep."""
        title = self._store.title(user, named.conversation)
        text = conversation_markdown(title, self._store.turns(user, named.conversation))
        return effects(download={"name": "conversation.md", "text": text})

    def _rail(self, user: str, current: str | None, containing: str = "") -> str:
        return rail_html(self._store.conversations(user, containing), current, containing)
