"""vLLM's HTTP interface, as its documentation has it, in front of a real llama-server.

vLLM itself needs a GPU. What a client sees of it is here: completions that take and return token ids
(`return_token_ids`), `/tokenize` of text, in which markers are markers, and of messages, `/detokenize`, and none of
llama-server's own paths.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import socket
from collections.abc import AsyncIterator
from typing import Any

import httpx
import uvicorn
from fastapi import FastAPI, HTTPException
from fastapi.responses import StreamingResponse

MODEL = "classroom/model"


class Interface:
    """The translation; `requests` are the completions that were asked for."""

    def __init__(self, llama_server: str, n_ctx: int) -> None:
        self._server, self._n_ctx = httpx.AsyncClient(base_url=llama_server, timeout=60), n_ctx
        self.requests: list[dict[str, Any]] = []
        self.app = app = FastAPI()
        app.get("/v1/models")(self.models)
        app.post("/tokenize")(self.tokenize)
        app.post("/detokenize")(self.detokenize)
        app.post("/v1/completions", response_model=None)(self.completions)

    async def models(self) -> dict[str, Any]:
        """The one model."""
        return {"object": "list", "data": [{"id": MODEL, "object": "model", "max_model_len": self._n_ctx}]}

    async def tokenize(self, body: dict[str, Any]) -> dict[str, Any]:
        """Ids of `prompt` or of `messages`."""
        text = body.get("prompt")
        if text is None:
            text = (await self._ask("/apply-template", {"messages": body["messages"]}))["prompt"]
        asked = {"content": text, "parse_special": True, "add_special": False}
        tokens = (await self._ask("/tokenize", asked))["tokens"]
        return {"tokens": tokens, "count": len(tokens), "max_model_len": self._n_ctx}

    async def detokenize(self, body: dict[str, Any]) -> dict[str, Any]:
        """Text of `tokens`, markers by their names."""
        return {"prompt": (await self._ask("/detokenize", {"tokens": body["tokens"]}))["content"]}

    async def completions(self, body: dict[str, Any]) -> Any:
        """A completion of ids, whole or streamed."""
        if body["model"] != MODEL:
            raise HTTPException(404, f"The model `{body['model']}` does not exist.")
        if any(not -100 <= value <= 100 for value in body.get("logit_bias", {}).values()):
            raise HTTPException(400, "logit_bias must be between -100 and 100")
        self.requests.append(body)
        asked = {
            "prompt": body["prompt"],
            "n_predict": body["max_tokens"],
            "temperature": body["temperature"],
            "top_k": body.get("top_k", 0),
            "top_p": body.get("top_p", 1.0),
            "min_p": 0.0,
            "samplers": ["top_k", "top_p", "temperature"],
            "seed": body.get("seed", 0),
            "logit_bias": [[int(token), value] for token, value in body.get("logit_bias", {}).items()],
            "return_tokens": True,
        }
        if not body.get("stream"):
            return self._record(await self._ask("/completion", asked), body, whole=True)
        return StreamingResponse(self._streamed(asked, body), media_type="text/event-stream")

    async def _streamed(self, asked: dict[str, Any], body: dict[str, Any]) -> AsyncIterator[str]:
        async with self._server.stream("POST", "/completion", json={**asked, "stream": True}) as response:
            async for line in response.aiter_lines():
                if line.startswith("data: "):
                    yield f"data: {json.dumps(self._record(json.loads(line[6:]), body, whole=False))}\n\n"
        yield "data: [DONE]\n\n"

    def _record(self, answer: dict[str, Any], body: dict[str, Any], *, whole: bool) -> dict[str, Any]:
        ending = None
        if whole or answer.get("stop"):
            ending = "length" if answer.get("stop_type") == "limit" else "stop"
        choice: dict[str, Any] = {"index": 0, "text": answer["content"], "logprobs": None, "finish_reason": ending}
        if body.get("return_token_ids"):
            choice["token_ids"] = answer["tokens"]
        return {"id": "cmpl-1", "object": "text_completion", "model": MODEL, "choices": [choice]}

    async def _ask(self, path: str, body: dict[str, Any]) -> dict[str, Any]:
        found: dict[str, Any] = (await self._server.post(path, json=body)).raise_for_status().json()
        return found


@contextlib.asynccontextmanager
async def vllm_interface(llama_server: str, n_ctx: int = 2048) -> AsyncIterator[tuple[str, Interface]]:
    """Its address, and what was asked of it."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        interface = Interface(llama_server, n_ctx)
        server = uvicorn.Server(uvicorn.Config(interface.app, log_level="warning", lifespan="off"))
        serving = asyncio.create_task(server.serve([listening]))
        yield f"http://127.0.0.1:{listening.getsockname()[1]}/v1", interface
        server.should_exit = True
        await serving
