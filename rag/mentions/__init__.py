"""Counting who mentions what, and when: on the whole corpus, not on the best passages."""
