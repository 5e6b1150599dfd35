"""What a person sees: the MathCoder kernel, its magics and settings, views of a turn, and the tutor that joins them.

May import every other room of `mathcoder_kernel`; nothing but `cli.py` imports it. Starting the kernel imports neither
llama_cpp, numpy nor sympy: engine, executor and checks are imported at the first question.
"""
