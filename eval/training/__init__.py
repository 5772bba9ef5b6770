"""Training the reranker: the layers of the cross-encoder, taught to tell what does not answer.

`python -m eval.training` needs the presidential corpus and the extra `dev`; what it writes ships as
`rag/reranker.safetensors`. docs/evaluation.md tells what it was trained on and what it is worth.
"""
