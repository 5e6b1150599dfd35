"""The turn: one question to its answer. Events, budgets, context, repair, statistics; `checking` judges answers.

Knows `engine` and `execution` by their protocol files only, and nothing of notebooks or views.
"""
