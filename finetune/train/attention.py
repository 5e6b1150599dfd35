"""Attention among the tokens of one document of a packed row, as a kernel for transformers' models.

`register()` makes it known as `documents`; a model set to it is given `cu_seq_lens_q` and `max_length_q` (transformers'
names for the borders of documents in the flattened batch, and the longest of them) with every forward pass. On CUDA in
half precision (compute capability 8 or more) torch's variable-length flash attention runs and no mask exists; elsewhere
a dense mask is made. `kernel` says which it is; a run writes that into its run.json.
"""

from __future__ import annotations

import inspect
from functools import cache
from typing import Any, Literal

import torch
from torch import Tensor, nn
from torch.nn import functional as F  # noqa: N812

NAME = "documents"


def register() -> None:
    """Make the kernel known to transformers; harmless if repeated."""
    from transformers import AttentionInterface

    # no mask function is registered beside it, so transformers builds no mask
    AttentionInterface.register(NAME, attention)


def kernel(device: torch.device, dtype: torch.dtype) -> Literal["varlen", "dense mask"]:
    """What computes the attention of tensors of that kind."""
    half = dtype in (torch.bfloat16, torch.float16)
    if device.type != "cuda" or not half or torch.cuda.get_device_capability(device) < (8, 0):
        return "dense mask"
    return "varlen" if _varlen() is not None else "dense mask"


@cache
def _varlen() -> Any:
    """torch's variable-length attention, or None where this torch has none that takes a window (before 2.11)."""
    try:
        from torch.nn.attention import varlen
    except ImportError:
        return None
    function = getattr(varlen, "varlen_attn", None)
    if function is None or not {"scale", "window_size"} <= set(inspect.signature(function).parameters):
        return None
    return function


def borders(documents: Tensor) -> tuple[Tensor, int]:
    """Where documents begin and end in the flattened batch, and the longest's tokens. (B, T) → (documents + 1,)."""
    starts = torch.ones_like(documents, dtype=torch.bool)
    starts[:, 1:] = documents[:, 1:] != documents[:, :-1]
    at = F.pad(starts.reshape(-1).nonzero().squeeze(1), (0, 1), value=documents.numel()).to(torch.int32)
    return at, int(at.diff().max())


def attention(
    module: nn.Module,
    query: Tensor,
    key: Tensor,
    value: Tensor,
    attention_mask: Tensor | None,
    *,
    cu_seq_lens_q: Tensor,
    max_length_q: int,
    scaling: float | None = None,
    dropout: float = 0.0,
    sliding_window: int | None = None,
    **others: Any,
) -> tuple[Tensor, None]:
    """transformers' attention signature: query (B, heads, T, size), key and value (B, kv heads, T, size)."""
    if dropout:
        raise ValueError("attention dropout is not offered with documents in one row: set attention_dropout to 0")
    query, key = query.to(value.dtype), key.to(value.dtype)  # under autocast rotary positions leave float32 behind
    rows, heads, length, size = query.shape
    window = sliding_window if sliding_window is not None and sliding_window < max_length_q else None
    if kernel(value.device, value.dtype) == "varlen":
        q, k, v = (t.transpose(1, 2).reshape(rows * length, t.shape[1], size) for t in (query, key, value))
        if k.shape[1] != heads:
            k, v = (t.repeat_interleave(heads // t.shape[1], dim=1) for t in (k, v))
        y = _varlen()(
            q, k, v, cu_seq_lens_q, cu_seq_lens_q, max_length_q, max_length_q,
            scale=scaling, window_size=((window - 1) if window else -1, 0),
        )  # fmt: skip
        return y.view(rows, length, heads, size), None
    mask = dense_mask(cu_seq_lens_q, rows, length, window)
    y = F.scaled_dot_product_attention(
        query, key, value, attn_mask=mask, scale=scaling, enable_gqa=heads != key.shape[1]
    )
    return y.transpose(1, 2).contiguous(), None


def dense_mask(cu_seq_lens: Tensor, rows: int, length: int, window: int | None) -> Tensor:
    """True where a token may look, (B, 1, T, T): at itself and behind it, in its own document (and window)."""
    index = torch.arange(rows * length, device=cu_seq_lens.device, dtype=torch.int32)
    document = torch.searchsorted(cu_seq_lens, index, right=True).view(rows, length)
    ahead = torch.arange(length, device=cu_seq_lens.device)
    distance = ahead[:, None] - ahead[None, :]
    near = (distance >= 0) & (distance < window) if window else distance >= 0
    return ((document[:, :, None] == document[:, None, :]) & near).unsqueeze(1)
