"""Answers worded by a chat model behind any OpenAI-compatible endpoint, sentence by sentence checked."""
