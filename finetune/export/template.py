"""The prompt format for programs other than the kernel: a chat template (transformers, llama.cpp) and a Modelfile."""

from __future__ import annotations

CHAT_TEMPLATE = (
    "{%- for message in messages -%}"
    "{{- '<|' + message['role'] + '|><|text|>' + message['content'] + '<|endofblock|><|endofmessage|>' -}}"
    "{%- endfor -%}"
    "{%- if add_generation_prompt -%}{{- '<|assistant|>' -}}{%- endif -%}"
)
"""Jinja over `messages` with the roles system, user and assistant; what `MathCoderDialect.prompt` writes."""


def modelfile(gguf_name: str, adapter_name: str | None = None) -> str:
    """An Ollama Modelfile for a GGUF (and a LoRA adapter) that lies beside it.

    Ollama runs no code: it stops where the model waits for a result, which the kernel would give it.
    """
    adapter = f"ADAPTER ./{adapter_name}\n" if adapter_name else ""
    return f'''FROM ./{gguf_name}
{adapter}TEMPLATE """{{{{ if .System }}}}<|system|><|text|>{{{{ .System }}}}<|endofblock|><|endofmessage|>{{{{ end }}}}\
<|user|><|text|>{{{{ .Prompt }}}}<|endofblock|><|endofmessage|><|assistant|>"""
PARAMETER stop "<|execution|>"
PARAMETER stop "<|endofmessage|>"
PARAMETER temperature 0
'''
