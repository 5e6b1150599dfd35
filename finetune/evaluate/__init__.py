"""How often a GGUF solves fresh problems, played through the kernel's own solver, engine and executor.

Imports the kernel package; no torch. Reports by topic with 95 % intervals, as a table and as JSON.
"""
