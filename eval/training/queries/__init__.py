"""Training the layers of the embedder that read queries: `python -m eval.training.queries`."""
