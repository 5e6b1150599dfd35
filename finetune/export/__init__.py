"""Checkpoint → GGUF with our metadata, a model card and a checksum; golden tests refuse to write a bad file.

Imports `finetune.train.model` for the torch side, `gguf` for writing and `llama_cpp` for quantising and checking.
"""
