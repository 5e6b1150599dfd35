"""Problem families: how questions are asked (phrasing grammars) and how a teacher solves them (words + Python).

Torch-free, so that quizzes and training share them. Imports `lce` and the standard library only; runs nothing itself.
`family.generate(seed)` yields problems; docs/problem-families.md shows how to add a family.
"""
