"""Training from scratch: a small Llama (`model`), its optimisers and schedule (`optim`), and the loop (`loop`).

Reads packed rows (`finetune.data.pack`) and writes run folders that `finetune.export` reads. Needs torch; nothing of
the kernel package but `lce`.
"""
