"""Training. From scratch: a small Llama (`model`), its optimisers (`optim`) and loop (`loop`). Of existing models:
loading and markers (`base`), attention within documents (`attention`), masked thought (`noise`), the loop (`sft`).

Reads packed rows (`finetune.data.pack`) and writes run folders that `finetune.export` reads. Needs torch, for existing
models also transformers (and peft); nothing of the kernel package but `lce`.
"""
