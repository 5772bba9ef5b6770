"""Training what ships beside the packaged models; docs/evaluation.md tells on what, and what it is worth.

`python -m eval.training` teaches the cross-encoder to tell what does not answer
(`rag/reranker.safetensors`), `python -m eval.training.queries` the embedder to find what answers in
other words (`index/embedders/queries.safetensors`). Both need the presidential corpus and the extra
`dev`.
"""
