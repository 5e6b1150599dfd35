"""Language-Code-Execution transcripts: the type, its dialects, the streaming parser, answers and their comparison.

Pure: no input or output, no processes, nothing outside the standard library. Everything else may import this package;
it imports nothing of ours.
"""
