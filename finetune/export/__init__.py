"""Checkpoint → GGUF with our metadata, card, Modelfile and checksum; golden tests refuse to write a bad file.

Imports `finetune.train` for the torch side (other models than ours need transformers), `gguf` for writing and
`llama_cpp` for quantising and checking.
"""
