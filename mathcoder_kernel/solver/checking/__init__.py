"""Judging answers: symbolic comparison of two answers, and independent checks of a finished turn.

Everything that runs code or sympy runs in a killable pool child, never in the live kernel.
"""
