"""What a training run will need, before anything is downloaded: memory, tokens per second, hours, for each kind of GPU.

`estimate` is the arithmetic, `shapes.yaml` the shapes of known base models, `gpus.yaml` the figures of GPUs. Imports
the recipe only; no torch, no network.
"""
