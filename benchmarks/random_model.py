"""A model of any size with random weights and a real vocabulary: it writes nonsense at a real model's speed."""

from __future__ import annotations

from pathlib import Path

import gguf
import numpy as np

MARKERS = ("system", "user", "assistant", "text", "code", "execution", "endofblock", "endofmessage")


def long_question(number: int) -> str:
    """A question of some 3,000 tokens for such a model, which takes it seconds to read; each number makes another."""
    return f"{number} " + "+ 17 * 23 - 5 " * 210


def byte_alphabet() -> list[str]:
    """GPT-2's characters for the 256 bytes, in byte order."""
    printable = [*range(33, 127), *range(161, 173), *range(174, 256)]
    characters = {byte: chr(byte) for byte in printable}
    others = (byte for byte in range(256) if byte not in characters)
    characters |= {byte: chr(256 + number) for number, byte in enumerate(others)}
    return [characters[byte] for byte in range(256)]


def write_random_model(
    path: Path,
    *,
    width: int = 512,
    layers: int = 8,
    heads: int = 8,
    hidden: int = 1536,
    vocabulary: int = 8192,
    context: int = 4096,
    seed: int = 0,
) -> Path:
    """Write a Llama-architecture GGUF with F16 weights (33M parameters with the defaults); returns `path`."""
    random = np.random.default_rng(seed)
    writer = gguf.GGUFWriter(path, "llama")
    writer.add_name("random")
    writer.add_block_count(layers)
    writer.add_context_length(context)
    writer.add_embedding_length(width)
    writer.add_feed_forward_length(hidden)
    writer.add_head_count(heads)
    writer.add_head_count_kv(heads)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_dimension_count(width // heads)
    writer.add_file_type(gguf.LlamaFileType.MOSTLY_F16)
    writer.add_vocab_size(vocabulary)
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("smollm")
    tokens = [f"<|{name}|>" for name in MARKERS] + byte_alphabet()
    merges = []
    for first in byte_alphabet():  # two-byte tokens fill the rest of the vocabulary
        for second in byte_alphabet():
            if len(tokens) < vocabulary:
                tokens.append(first + second)
                merges.append(f"{first} {second}")
    writer.add_token_list(tokens)
    writer.add_token_types([gguf.TokenType.CONTROL] * len(MARKERS) + [gguf.TokenType.NORMAL] * (vocabulary - 8))
    writer.add_token_merges(merges)
    writer.add_eos_token_id(7)
    writer.add_bos_token_id(1)
    writer.add_pad_token_id(0)
    writer.add_add_bos_token(False)

    def matrix(name: str, rows: int, columns: int) -> None:
        writer.add_tensor(name, (random.standard_normal((rows, columns), np.float32) * 0.03).astype(np.float16))

    matrix("token_embd.weight", vocabulary, width)
    matrix("output.weight", vocabulary, width)
    writer.add_tensor("output_norm.weight", np.ones(width, np.float32))
    for layer in range(layers):
        for norm in ("attn_norm", "ffn_norm"):
            writer.add_tensor(f"blk.{layer}.{norm}.weight", np.ones(width, np.float32))
        for name in ("attn_q", "attn_k", "attn_v", "attn_output"):
            matrix(f"blk.{layer}.{name}.weight", width, width)
        matrix(f"blk.{layer}.ffn_gate.weight", hidden, width)
        matrix(f"blk.{layer}.ffn_up.weight", hidden, width)
        matrix(f"blk.{layer}.ffn_down.weight", width, hidden)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path
