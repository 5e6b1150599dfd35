"""What decodes tokens: llama.cpp in a child process, a scripted stand-in, model files and their facts.

Knows nothing of notebooks or of code execution. Imports `lce`; llama_cpp is imported only inside the child process.
"""
