"""The keys our models carry in their GGUF header beside llama.cpp's own. Written by finetune, read by the engine."""

from __future__ import annotations

DIALECT = "mathcoder.dialect"  # name of a lce dialect
SYSTEM = "mathcoder.system"  # system text the model was trained with; "" for none
TOPICS = "mathcoder.topics"  # JSON list of the topics it was trained on
CONTEXT = "mathcoder.context"  # "none", or a comma-separated list of "turns" and "variables"
MAX_BLOCKS = "mathcoder.max_blocks"  # most code blocks in a training solution
DATA_SHA256 = "mathcoder.data_sha256"  # hash of the training data
VERSION = "mathcoder.version"  # version of the model, as in its card
LICENCE = "mathcoder.licence"  # SPDX identifier

KEYS = (DIALECT, SYSTEM, TOPICS, CONTEXT, MAX_BLOCKS, DATA_SHA256, VERSION, LICENCE)
