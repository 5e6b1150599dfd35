"""What runs code: the shell executor (live kernel), the pool executor (throw-away children), the guard, and the rules
by which outputs become the text that a model reads.

Knows nothing of models. Imports `lce` and, inside functions, IPython; numpy and sympy only in pool children.
"""
