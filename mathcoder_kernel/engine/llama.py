"""llama.cpp as an engine: model files in, sessions out. The work is done in a child process (see `worker`)."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import Any

from mathcoder_kernel.engine import model_files
from mathcoder_kernel.engine.process import ProcessEngine, Reply
from mathcoder_kernel.engine.protocol import ModelFacts

N_SLOTS = 20  # conversations whose evaluated state is kept (16 votes, their prompt, others); further ones are evaluated
# again when used
DEFAULT_CONTEXT = 4096  # tokens of a conversation, where the model was trained for as many
POOL_BYTES = 256 * 2**20  # the cache may be larger than one conversation's context up to this many bytes
POOL_CONTEXTS = 4  # and up to this many contexts

_PADDING = 256  # llama.cpp makes caches multiples of it


def _odd(pool: int) -> int:
    """The next odd multiple of the padding.

    Without flash attention the cache of values is stored by dimension, and rows that lie a power of two apart would
    compete for the same few lines of the processor's caches.
    """
    blocks = -(-pool // _PADDING)
    return (blocks | 1) * _PADDING


class LlamaEngine(ProcessEngine):
    """A GGUF model in llama.cpp.

    `path`: the model file. `n_ctx`: tokens of one conversation (default: what the model was trained for, at most
    4,096). `n_threads`: default physical cores - 1, tried out at start. `n_gpu_layers`: -1 as many as fit, 0 none.
    `idle_seconds`: unload after this long without use. `dialect`: overrides what the file says.
    `prefix_cache`: keep evaluated beginnings of conversations on disk.
    """

    def __init__(
        self,
        path: str | Path,
        *,
        n_ctx: int | None = None,
        n_threads: int | None = None,
        n_gpu_layers: int = -1,
        idle_seconds: float | None = None,
        dialect: str | None = None,
        prefix_cache: bool = True,
    ) -> None:
        super().__init__(idle_seconds=idle_seconds)
        self.path = Path(path)
        self._prefix_cache = prefix_cache
        self._threads_in_use = n_threads or 0
        self._cache_bytes = 0
        self._n_ctx, self._n_threads, self._n_gpu_layers, self._dialect = n_ctx, n_threads, n_gpu_layers, dialect

    @property
    def n_threads(self) -> int:
        """Threads in use: as asked for, else those that were fastest at the last load; 0 before it."""
        return self._threads_in_use

    @property
    def cache_bytes(self) -> int:
        """Bytes of the cache of evaluated tokens, all of it taken at the load; 0 before the first one."""
        return self._cache_bytes

    def _prefix_store(self) -> dict[str, str] | None:
        if not self._prefix_cache or not self.loaded or self._facts is None:
            return None
        facts = self._facts.result()
        about = f"{facts.sha256} {facts.n_ctx} f16 {version('llama-cpp-python')}"
        return {"folder": str(model_files.cache_folder() / "prefixes"), "about": about}

    def _prepare(self) -> tuple[dict[str, Any], Callable[[Reply], ModelFacts]]:
        header = model_files.check(self.path)
        dialect = model_files.dialect_of(header, override=self._dialect)
        n_ctx = min(self._n_ctx or DEFAULT_CONTEXT, header.context_length)
        pool = n_ctx * max(1, min(POOL_CONTEXTS, POOL_BYTES // max(1, n_ctx * header.kv_bytes_per_token)))
        pool = _odd(pool)
        model_files.check_memory(header, pool)
        self._cache_bytes = pool * header.kv_bytes_per_token
        settings = {
            "kind": "llama",
            "path": str(self.path.absolute()),
            "n_ctx": n_ctx,
            "n_pool": pool,
            "cache_bytes": self._cache_bytes,
            "n_slots": N_SLOTS,
            "n_layers": header.n_layers,
            "n_threads": self._n_threads,
            "n_gpu_layers": self._n_gpu_layers,
        }

        def facts(reply: Reply) -> ModelFacts:
            self._threads_in_use = reply["n_threads"]
            return ModelFacts(
                name=header.name,
                path=str(self.path),
                sha256=model_files.sha256(self.path),
                dialect=dialect,
                n_ctx=n_ctx,
                n_params=reply["n_params"],
                size_bytes=header.size_bytes,
                quantisation=header.quantisation,
                metadata=header.our_metadata,
            )

        return settings, facts
