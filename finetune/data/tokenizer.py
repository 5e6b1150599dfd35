"""The vocabulary: byte-level BPE whose merges are learned on a stricter split than the one it is used with.

llama.cpp knows pre-tokenizers by name only; ours is `smollm` (single digits, then the GPT-2 regular expression). That
one would let merges such as `))**` or ` x` arise, which make copying hard for a small model. So merges are learned
where every punctuation mark and every space stands alone; afterwards the most frequent whole words also get a token
with the space in front. Nothing custom is needed at run time.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from tokenizers import AddedToken, Regex, Tokenizer, decoders, models, pre_tokenizers, trainers

from finetune.recipe import TokenizerSettings
from mathcoder_kernel.lce.dialect import MathCoderDialect

PAD = "<|pad|>"
SPECIAL_TOKENS = (PAD, *MathCoderDialect.markers)
"""Control tokens, in the order of their ids."""

_BYTE = re.compile("<0x([0-9A-F]{2})>")
_STRICT = r"\p{L}+|\s+(?!\S)|\s+|[^\s\p{L}]"


class VocabularyError(ValueError):
    """A tokenizer file that cannot be used; the message says why."""


class TrainedVocabulary:
    """`lce.vocabulary.Vocabulary` over a Hugging Face `tokenizers` object, byte-level or with byte fallback.

    Raises VocabularyError where a marker is missing: `finetune.data.base_tokenizer` adds them to another model's.
    """

    def __init__(self, tokenizer: Tokenizer) -> None:
        self.tokenizer = tokenizer
        self.tokenizer.encode_special_tokens = True  # a literal "<|code|>" in text stays text
        self._markers: dict[str, int] = {}
        for name in SPECIAL_TOKENS:
            token = tokenizer.token_to_id(name)
            if token is None:
                raise VocabularyError(f"this tokenizer has no token {name}")
            self._markers[name] = token
        added = tokenizer.get_added_tokens_decoder()
        self.control = {token: entry.content for token, entry in added.items() if entry.special}
        """Tokens that are never text: the markers, and those that a base model brought along."""
        self.matched = {token: entry.content for token, entry in added.items() if not entry.special}
        """Added tokens that are matched in plain text."""
        self.byte_fallback = bool(json.loads(tokenizer.to_str())["model"].get("byte_fallback"))
        """True for SentencePiece-like vocabularies (Llama-2, Mistral): `▁` is a space, `<0x0A>` a byte."""
        self._bytes = _bytes_of_characters()
        self.size = tokenizer.get_vocab_size()
        self.pad = self._markers[PAD]

    @classmethod
    def load(cls, path: Path) -> TrainedVocabulary:
        """Read a tokenizer.json; VocabularyError if it is missing or not ours."""
        try:
            return cls(Tokenizer.from_file(str(path)))
        except VocabularyError:
            raise
        except Exception as error:  # the library raises bare Exception
            raise VocabularyError(f"cannot read the tokenizer {path}: {error}") from error

    def encode_text(self, text: str) -> list[int]:
        """See `Vocabulary`."""
        ids: list[int] = self.tokenizer.encode(text, add_special_tokens=False).ids
        return ids

    def encode_texts(self, texts: list[str]) -> list[list[int]]:
        """`encode_text` of many texts at once."""
        return [e.ids for e in self.tokenizer.encode_batch(texts, add_special_tokens=False)]

    def marker_id(self, name: str) -> int:
        """See `Vocabulary`."""
        return self._markers[name]

    def piece(self, token: int) -> bytes | str:
        """See `Vocabulary`."""
        if token in self.control:
            return self.control[token]
        if token in self.matched:
            return self.matched[token].encode()
        text = self.tokenizer.id_to_token(token)
        if text is None:
            raise KeyError(f"there is no token {token}")
        if self.byte_fallback:
            byte = _BYTE.fullmatch(text)
            return bytes([int(byte[1], 16)]) if byte else text.replace("▁", " ").encode()
        return bytes(self._bytes[character] for character in text)


def train_tokenizer(texts: Iterable[str], settings: TokenizerSettings) -> Tokenizer:
    """Learn a vocabulary of exactly `settings.vocabulary` tokens, or fewer where the texts do not give more."""
    texts = list(texts)
    strict = Tokenizer(models.BPE())
    strict.pre_tokenizer = pre_tokenizers.Sequence(
        [
            pre_tokenizers.Digits(individual_digits=True),
            pre_tokenizers.Split(Regex(_STRICT), "isolated"),
            pre_tokenizers.ByteLevel(add_prefix_space=False, use_regex=False),
        ]
    )
    trainer = trainers.BpeTrainer(
        vocab_size=settings.vocabulary - settings.spaced_words,
        special_tokens=list(SPECIAL_TOKENS),
        initial_alphabet=sorted(pre_tokenizers.ByteLevel.alphabet()),
        show_progress=False,
    )
    strict.train_from_iterator(texts, trainer)
    learned = json.loads(strict.to_str())["model"]
    vocabulary: dict[str, int] = learned["vocab"]
    merges = [tuple(merge) if isinstance(merge, list) else tuple(merge.split(" ")) for merge in learned["merges"]]
    for word in _spaced_words(texts, vocabulary, settings.vocabulary - len(vocabulary)):
        vocabulary[f"Ġ{word}"] = len(vocabulary)
        merges.append(("Ġ", word))
    tokenizer = Tokenizer(models.BPE(vocab=vocabulary, merges=merges))
    tokenizer.add_special_tokens([AddedToken(name, special=True, normalized=False) for name in SPECIAL_TOKENS])
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.Digits(individual_digits=True), pre_tokenizers.ByteLevel(add_prefix_space=False)]
    )
    tokenizer.decoder = decoders.ByteLevel()
    return tokenizer


def _spaced_words(texts: list[str], vocabulary: dict[str, int], count: int) -> Iterator[str]:
    """The most frequent words of two or more ASCII letters that follow a space and are one token already."""
    split = pre_tokenizers.Sequence(
        [pre_tokenizers.Digits(individual_digits=True), pre_tokenizers.ByteLevel(add_prefix_space=False)]
    )
    seen: Counter[str] = Counter()
    for text in texts:
        for piece, _ in split.pre_tokenize_str(text):
            word = piece[1:]
            if piece[0] == "Ġ" and len(word) > 1 and word.isascii() and word.isalpha() and word in vocabulary:
                seen[word] += 1
    return (word for word, _ in sorted(seen.items(), key=lambda item: (-item[1], item[0]))[:count])


def _bytes_of_characters() -> dict[str, int]:
    """GPT-2's printable character for each byte, turned round (openai/gpt-2, src/encoder.py)."""
    printable = [*range(ord("!"), ord("~") + 1), *range(ord("¡"), ord("¬") + 1), *range(ord("®"), ord("ÿ") + 1)]
    table = {chr(byte): byte for byte in printable}
    others = [byte for byte in range(256) if byte not in printable]
    return table | {chr(256 + i): byte for i, byte in enumerate(others)}
