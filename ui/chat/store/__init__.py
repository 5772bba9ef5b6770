"""Conversations that survive a restart, each its owner's alone."""

from __future__ import annotations

from ui.chat.store.conversations import ConversationStore
from ui.chat.store.records import Conversation, ConversationTurn, Feedback, TurnState, Verdict

__all__ = ["Conversation", "ConversationStore", "ConversationTurn", "Feedback", "TurnState", "Verdict"]
