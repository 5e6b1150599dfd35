"""How often a model solves problems, played through the kernel's own solver, executor and checks; reports of it.

Imports the kernel package and finetune's data; torch only where a torch model is evaluated. Knows no training.
"""
