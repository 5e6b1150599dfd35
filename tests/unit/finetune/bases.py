"""Tiny models of each family with random weights and a tokenizer of the family's kind, as a hub would hold them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import torch
from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, normalizers, pre_tokenizers, processors, trainers

from finetune.export.pre_tokenizer import LLAMA3, QWEN2

SHAPE: dict[str, Any] = {
    "hidden_size": 64,
    "intermediate_size": 128,
    "num_hidden_layers": 2,
    "num_attention_heads": 4,
    "num_key_value_heads": 2,
    "max_position_embeddings": 512,
    "initializer_range": 0.15,  # large enough for attention to look somewhere
}
LLAMA3_ROPE = {
    "rope_type": "llama3",
    "rope_theta": 10_000.0,
    "factor": 4.0,
    "low_freq_factor": 1.0,
    "high_freq_factor": 4.0,
    "original_max_position_embeddings": 64,
}
FAMILIES = ("llama", "llama3", "llama-linear", "mistral", "qwen2", "qwen2-yarn")


def make_base(folder: Path, family: str, texts: Iterable[str]) -> Path:
    """A model folder of `family`: config.json, model.safetensors, tokenizer.json."""
    from transformers import (
        LlamaConfig,
        LlamaForCausalLM,
        MistralConfig,
        MistralForCausalLM,
        Qwen2Config,
        Qwen2ForCausalLM,
    )

    texts = list(texts)
    if family in ("llama", "llama-linear", "mistral"):
        tokenizer = sentencepiece_like(texts)
    elif family == "llama3":
        tokenizer = byte_level(
            texts, LLAMA3, ["<|begin_of_text|>", "<|end_of_text|>", "<|eot_id|>"], ignore_merges=True
        )
    else:
        tokenizer = byte_level(texts, QWEN2, ["<|endoftext|>", "<|im_start|>", "<|im_end|>"], ["<tool_call>"])
        tokenizer.normalizer = normalizers.NFC()
    shape = SHAPE | {"vocab_size": tokenizer.get_vocab_size()}
    torch.manual_seed(7)
    if family == "llama":
        model: Any = LlamaForCausalLM(LlamaConfig(**shape, tie_word_embeddings=False, attention_bias=True))
    elif family == "llama-linear":
        rope = {"rope_type": "linear", "rope_theta": 10_000.0, "factor": 2.0}
        model = LlamaForCausalLM(LlamaConfig(**shape, tie_word_embeddings=False, rope_parameters=rope))
    elif family == "llama3":
        model = LlamaForCausalLM(LlamaConfig(**shape, tie_word_embeddings=True, rope_parameters=LLAMA3_ROPE))
    elif family == "mistral":
        model = MistralForCausalLM(MistralConfig(**shape, head_dim=32, sliding_window=128, tie_word_embeddings=False))
    elif family == "qwen2":
        model = Qwen2ForCausalLM(
            Qwen2Config(**shape | {"vocab_size": shape["vocab_size"] + 40}, tie_word_embeddings=True)
        )
    else:
        rope = {"rope_type": "yarn", "rope_theta": 1_000_000.0, "factor": 4.0, "original_max_position_embeddings": 64}
        model = Qwen2ForCausalLM(Qwen2Config(**shape, tie_word_embeddings=False, rope_parameters=rope))
    with torch.no_grad():
        for name, parameter in model.named_parameters():
            if name.endswith("bias"):
                parameter.normal_(0.0, 0.3)
    model.save_pretrained(folder)
    tokenizer.save(str(folder / "tokenizer.json"))
    return folder


def byte_level(
    texts: list[str], pattern: str, special: list[str], matched: Iterable[str] = (), *, ignore_merges: bool = False
) -> Tokenizer:
    """As Llama-3 and Qwen2 publish theirs."""
    tokenizer = Tokenizer(models.BPE(ignore_merges=ignore_merges))
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Split(Regex(pattern), "isolated"),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )
    alphabet = sorted(pre_tokenizers.ByteLevel.alphabet())
    trainer = trainers.BpeTrainer(vocab_size=600, initial_alphabet=alphabet, show_progress=False)
    tokenizer.train_from_iterator(texts, trainer)
    tokenizer.decoder = decoders.ByteLevel()
    tokenizer.add_special_tokens([AddedToken(name, special=True) for name in special])
    tokenizer.add_tokens([AddedToken(name, special=False, normalized=False) for name in matched])
    first = special[0]
    tokenizer.post_processor = processors.TemplateProcessing(
        single=f"{first} $A", special_tokens=[(first, tokenizer.token_to_id(first))]
    )
    return tokenizer


def sentencepiece_like(texts: list[str]) -> Tokenizer:
    """As Llama-2 and Mistral publish theirs: from SentencePiece, every way to make a token being a merge."""
    learned = Tokenizer(models.BPE())
    learned.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always")
    learned.train_from_iterator(texts, trainers.BpeTrainer(vocab_size=400, show_progress=False))
    record = json.loads(learned.to_str())["model"]
    order = ["".join(merge) for merge in record["merges"]]
    vocabulary = {"<unk>": 0, "<s>": 1, "</s>": 2}
    for token in (*(f"<0x{byte:02X}>" for byte in range(256)), *dict.fromkeys(order), *record["vocab"]):
        vocabulary.setdefault(token, len(vocabulary))
    merges: list[tuple[str, str]] = []
    for token in dict.fromkeys(order):
        splits = [(token[:i], token[i:]) for i in range(1, len(token))]
        known = [pair for pair in splits if pair[0] in vocabulary and pair[1] in vocabulary]
        merges += sorted(known, key=lambda pair: (vocabulary[pair[0]], vocabulary[pair[1]]))
    tokenizer = Tokenizer(
        models.BPE(vocab=vocabulary, merges=merges, unk_token="<unk>", fuse_unk=True, byte_fallback=True)
    )
    tokenizer.normalizer = normalizers.Sequence([normalizers.Prepend("▁"), normalizers.Replace(" ", "▁")])
    tokenizer.decoder = decoders.Sequence(
        [decoders.Replace("▁", " "), decoders.ByteFallback(), decoders.Fuse(), decoders.Strip(" ", 1, 0)]
    )
    tokenizer.add_special_tokens(
        [AddedToken(name, special=True, normalized=False) for name in ("<unk>", "<s>", "</s>")]
    )
    tokenizer.post_processor = processors.TemplateProcessing(single="<s> $A", special_tokens=[("<s>", 1)])
    return tokenizer
