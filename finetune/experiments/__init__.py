"""Questions about training that one run of a script answers on tiny models; what came out is in `finetune/LOG.md`.

They use the pipeline (`finetune.data`, `finetune.train`) as anybody would; nothing imports them.
"""
