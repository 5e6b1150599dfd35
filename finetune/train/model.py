"""A Llama in plain torch, with Hugging Face's parameter names, so that its checkpoints load in transformers too.

RMSNorm, rotary positions (half-split), SwiGLU, optional grouped-query attention, tied embeddings, no biases. Master
weights are float32; every matrix product runs in the dtype given to `forward`. Documents of a packed row do not see one
another: positions restart and scores between documents are masked.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812
from torch.nn.attention.flex_attention import BlockMask, create_block_mask, flex_attention

from finetune.recipe import ModelSettings

Mask = Tensor | BlockMask


class Attention(nn.Module):
    """Causal self-attention over (B, T, hidden)."""

    def __init__(self, settings: ModelSettings) -> None:
        super().__init__()
        self.heads, self.kv_heads = settings.heads, settings.kv_heads
        self.size = settings.hidden // settings.heads
        self.q_proj = nn.Linear(settings.hidden, self.heads * self.size, bias=False)
        self.k_proj = nn.Linear(settings.hidden, self.kv_heads * self.size, bias=False)
        self.v_proj = nn.Linear(settings.hidden, self.kv_heads * self.size, bias=False)
        self.o_proj = nn.Linear(self.heads * self.size, settings.hidden, bias=False)

    def forward(self, x: Tensor, cos: Tensor, sin: Tensor, mask: Mask) -> Tensor:
        rows, length, _ = x.shape
        weight = torch.cat((self.q_proj.weight, self.k_proj.weight, self.v_proj.weight)).to(x.dtype)
        qkv = F.linear(x, weight).view(rows, length, self.heads + 2 * self.kv_heads, self.size).transpose(1, 2)
        q, k, v = torch.split(qkv, [self.heads, self.kv_heads, self.kv_heads], dim=1)  # (B, heads, T, size)
        q, k = rotate(q, cos, sin), rotate(k, cos, sin)
        if isinstance(mask, BlockMask):
            y = flex_attention(q, k, v, block_mask=mask, enable_gqa=self.heads != self.kv_heads)
        else:
            if self.heads != self.kv_heads:
                k, v = (t.repeat_interleave(self.heads // self.kv_heads, dim=1) for t in (k, v))
            scores = (q @ k.transpose(-1, -2)).float() * (1 / math.sqrt(self.size)) + mask  # (B, heads, T, T)
            y = scores.softmax(-1).to(x.dtype) @ v
        return F.linear(y.transpose(1, 2).reshape(rows, length, -1), self.o_proj.weight.to(x.dtype))


class MLP(nn.Module):
    """SwiGLU."""

    def __init__(self, settings: ModelSettings) -> None:
        super().__init__()
        self.gate_proj = nn.Linear(settings.hidden, settings.ffn, bias=False)
        self.up_proj = nn.Linear(settings.hidden, settings.ffn, bias=False)
        self.down_proj = nn.Linear(settings.ffn, settings.hidden, bias=False)

    def forward(self, x: Tensor) -> Tensor:
        weight = torch.cat((self.gate_proj.weight, self.up_proj.weight)).to(x.dtype)
        gate, up = F.linear(x, weight).chunk(2, -1)
        return F.linear(F.silu(gate) * up, self.down_proj.weight.to(x.dtype))


class RMSNorm(nn.Module):
    """Root-mean-square norm with a learned scale (arXiv 1910.07467)."""

    def __init__(self, settings: ModelSettings) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.ones(settings.hidden))
        self.eps = settings.norm_eps

    def forward(self, x: Tensor) -> Tensor:
        return F.rms_norm(x, self.weight.shape, self.weight.to(x.dtype), self.eps)


class Layer(nn.Module):
    """Pre-norm attention and MLP with residuals."""

    def __init__(self, settings: ModelSettings) -> None:
        super().__init__()
        self.input_layernorm, self.self_attn = RMSNorm(settings), Attention(settings)
        self.post_attention_layernorm, self.mlp = RMSNorm(settings), MLP(settings)

    def forward(self, x: Tensor, cos: Tensor, sin: Tensor, mask: Mask) -> Tensor:
        x = x + self.self_attn(self.input_layernorm(x), cos, sin, mask)
        x = x + self.mlp(self.post_attention_layernorm(x))
        return x


class Backbone(nn.Module):
    """Embedding, layers, final norm: token ids to hidden states."""

    def __init__(self, settings: ModelSettings, vocabulary: int) -> None:
        super().__init__()
        self.embed_tokens = nn.Embedding(vocabulary, settings.hidden)
        self.layers = nn.ModuleList(Layer(settings) for _ in range(settings.layers))
        self.norm = RMSNorm(settings)

    def forward(self, ids: Tensor, cos: Tensor, sin: Tensor, mask: Mask, dtype: torch.dtype) -> Tensor:
        x = F.embedding(ids, self.embed_tokens.weight.to(dtype))
        for layer in self.layers:
            x = layer(x, cos, sin, mask)
        states: Tensor = self.norm(x)
        return states


class Llama(nn.Module):
    """The whole model. `state_dict()` has exactly the names of transformers' LlamaForCausalLM with tied embeddings."""

    def __init__(self, settings: ModelSettings, vocabulary: int) -> None:
        super().__init__()
        self.settings, self.vocabulary = settings, vocabulary
        self.model = Backbone(settings, vocabulary)
        self.run_backbone: Callable[..., Tensor] = self.model.forward  # the trainer puts a compiled one here

    def initialise(self, seed: int) -> None:
        """Normal weights of deviation 0.02, residual outputs scaled down by depth (GPT-2's rule)."""
        generator = torch.Generator().manual_seed(seed)
        for name, parameter in self.named_parameters():
            if parameter.ndim == 2:
                deviation = (
                    0.02 / math.sqrt(2 * self.settings.layers)
                    if name.endswith(("o_proj.weight", "down_proj.weight"))
                    else 0.02
                )
                nn.init.normal_(parameter, 0.0, deviation, generator=generator)

    def hidden(self, ids: Tensor, documents: Tensor, dtype: torch.dtype, flex: bool = False) -> Tensor:
        """Hidden states (B, T, hidden) of packed rows; `documents` numbers the document of every token."""
        cos, sin = rotary(positions(documents), self.settings, dtype)
        mask = document_block_mask(documents) if flex else document_mask(documents)
        return self.run_backbone(ids, cos, sin, mask, dtype)

    def logits(self, hidden: Tensor) -> Tensor:
        """Logits of hidden states, in their dtype (tied embeddings)."""
        return F.linear(hidden, self.model.embed_tokens.weight.to(hidden.dtype))

    def forward(self, ids: Tensor, dtype: torch.dtype = torch.float32) -> Tensor:
        """Logits (B, T, vocabulary) of rows that hold one document each."""
        return self.logits(self.hidden(ids, torch.ones_like(ids), dtype))

    def hf_config(self, end: int, pad: int) -> dict[str, Any]:
        """config.json for transformers; `end` and `pad` are token ids."""
        s = self.settings
        return {
            "architectures": ["LlamaForCausalLM"],
            "model_type": "llama",
            "hidden_size": s.hidden,
            "intermediate_size": s.ffn,
            "num_hidden_layers": s.layers,
            "num_attention_heads": s.heads,
            "num_key_value_heads": s.kv_heads,
            "head_dim": s.hidden // s.heads,
            "vocab_size": self.vocabulary,
            "max_position_embeddings": s.context,
            "rms_norm_eps": s.norm_eps,
            "rope_theta": s.rope_theta,
            "hidden_act": "silu",
            "tie_word_embeddings": True,
            "attention_bias": False,
            "mlp_bias": False,
            "bos_token_id": None,
            "eos_token_id": end,
            "pad_token_id": pad,
            "torch_dtype": "float32",
        }


def rotate(x: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
    """Rotary position embedding, half-split as in transformers' Llama (arXiv 2104.09864)."""
    a, b = x.chunk(2, -1)
    return torch.cat((a * cos - b * sin, b * cos + a * sin), -1)


def positions(documents: Tensor) -> Tensor:
    """Position of each token within its document, (B, T)."""
    index = torch.arange(documents.shape[1], device=documents.device).expand_as(documents)
    starts = torch.ones_like(documents, dtype=torch.bool)
    starts[:, 1:] = documents[:, 1:] != documents[:, :-1]
    return index - torch.where(starts, index, 0).cummax(1).values


def rotary(position: Tensor, settings: ModelSettings, dtype: torch.dtype) -> tuple[Tensor, Tensor]:
    """Cosines and sines, (B, 1, T, head size / 2)."""
    size = settings.hidden // settings.heads
    frequencies = settings.rope_theta ** (-torch.arange(0, size, 2, device=position.device, dtype=torch.float32) / size)
    angles = position[:, None, :, None].float() * frequencies
    return angles.cos().to(dtype), angles.sin().to(dtype)


def document_mask(documents: Tensor) -> Tensor:
    """Added to scores, (B, 1, T, T): 0 within a document and not ahead, else a large negative number."""
    length = documents.shape[1]
    same = documents[:, None, :, None] == documents[:, None, None, :]
    causal = torch.ones(length, length, dtype=torch.bool, device=documents.device).tril()
    return torch.where(same & causal, 0.0, -1e9)


def document_block_mask(documents: Tensor) -> BlockMask:
    """The same for flex attention, which skips blocks that are masked whole."""

    def visible(b: Tensor, h: Tensor, q: Tensor, k: Tensor) -> Tensor:
        return (q >= k) & (documents[b, q] == documents[b, k])

    rows, length = documents.shape
    return create_block_mask(visible, rows, None, length, length, device=str(documents.device))
