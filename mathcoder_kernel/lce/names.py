"""The dialects' names, for what starts often and need not know more (settings, command lines)."""

DIALECT_NAMES = (
    "mathcoder",
    "numina-tir",
    "deepseek-math",
    "qwen-math-tir",
    "rlhflow-gemma",
    "rlhflow-llama3",
    "rlhflow-chatml",
    "rlhflow-mistral",
    "tora",
    "mario",
    "openmath",
)
