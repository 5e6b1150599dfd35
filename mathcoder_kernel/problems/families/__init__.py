"""The task families, one small file per tight group; every module here is found and registered by `family.all_tasks`.

May import the problems package's framework only; runs nothing and imports no sympy.
"""
