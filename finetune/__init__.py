"""Making models: training data from generated problems, training, evaluation, export to a GGUF for the kernel.

May import `mathcoder_kernel.lce`, `.problems`, `.execution`, `.solver`, `.engine` and torch; the kernel never imports
this package. `python -m finetune --help` lists the commands; recipes are the YAML files in `finetune/recipes`.
"""
