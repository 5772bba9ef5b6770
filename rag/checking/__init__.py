"""Checking what a chat model writes against the statements that it says it rests on."""
