"""Training data: problems are worded, solved for real in the pool executor, tokenised and packed into rows.

Order of work: `generate` → `tokenizer` → `pack`; `show` prints what a model is trained on. Imports `lce`, `problems`
and `execution` of the kernel package, numpy and `tokenizers`; no torch.
"""
