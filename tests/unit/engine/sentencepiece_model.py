"""A tiny model with random weights and a SentencePiece vocabulary, as Llama-2 and Mistral have: a token at the
beginning of every text, a space in front of it, line breaks as bytes."""

from __future__ import annotations

from pathlib import Path

import gguf
import numpy as np

WORDS = ("output", "python", "▁the", "▁n", "▁=", "```", "print", "▁So", "<|", "user", "|>", "assistant")


def write_sentencepiece_model(
    path: Path, *, chat_template: str | None = None, name: str = "spm", seed: int = 0
) -> Path:
    """Write it (1 layer, width 64) and return `path`."""
    random = np.random.default_rng(seed)
    special = [("<unk>", gguf.TokenType.UNKNOWN), ("<s>", gguf.TokenType.CONTROL), ("</s>", gguf.TokenType.CONTROL)]
    tokens = special + [(f"<0x{byte:02X}>", gguf.TokenType.BYTE) for byte in range(256)]
    tokens.append(("▁", gguf.TokenType.NORMAL))
    tokens += [(chr(code), gguf.TokenType.NORMAL) for code in range(33, 127)]
    pieces: dict[str, None] = {}
    for word in WORDS:  # a merge needs each of its steps
        for end in range(2, len(word) + 1):
            pieces[word[:end]] = None
    known = {text for text, _ in tokens}
    tokens += [(piece, gguf.TokenType.NORMAL) for piece in pieces if piece not in known]
    width, vocabulary = 64, len(tokens)
    writer = gguf.GGUFWriter(path, "llama")
    writer.add_name(name)
    writer.add_block_count(1)
    writer.add_context_length(2048)
    writer.add_embedding_length(width)
    writer.add_feed_forward_length(128)
    writer.add_head_count(4)
    writer.add_head_count_kv(4)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_dimension_count(width // 4)
    writer.add_file_type(gguf.LlamaFileType.ALL_F32)
    writer.add_vocab_size(vocabulary)
    writer.add_tokenizer_model("llama")
    writer.add_tokenizer_pre("default")
    writer.add_token_list([text for text, _ in tokens])
    writer.add_token_scores([float(-number) for number in range(vocabulary)])
    writer.add_token_types([kind for _, kind in tokens])
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(2)
    writer.add_unk_token_id(0)
    writer.add_add_bos_token(True)
    writer.add_add_space_prefix(True)
    if chat_template is not None:
        writer.add_chat_template(chat_template)

    def matrix(name: str, rows: int, columns: int) -> None:
        writer.add_tensor(name, random.standard_normal((rows, columns), np.float32) * 0.3)

    matrix("token_embd.weight", vocabulary, width)
    output = random.standard_normal((vocabulary, width), np.float32)
    output[: 3 + 256] = 0  # it hardly ever writes bytes that are no text, or ends
    writer.add_tensor("output.weight", output)
    for norm in ("output_norm", "blk.0.attn_norm", "blk.0.ffn_norm"):
        writer.add_tensor(f"{norm}.weight", np.ones(width, np.float32))
    for part in ("attn_q", "attn_k", "attn_v", "attn_output"):
        matrix(f"blk.0.{part}.weight", width, width)
    matrix("blk.0.ffn_gate.weight", 128, width)
    matrix("blk.0.ffn_up.weight", 128, width)
    matrix("blk.0.ffn_down.weight", width, 128)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path
