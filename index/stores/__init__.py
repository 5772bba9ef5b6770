"""The three stores of an index: content (SQLite), vectors (FAISS) and words (Tantivy).

Content is the source of truth. The other two hold what is derived from it, and know a passage by
its row alone, so that neither can ever say who spoke.
"""
