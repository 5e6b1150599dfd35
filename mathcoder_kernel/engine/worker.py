"""The engine's process: `python -m mathcoder_kernel.engine.worker`, started by `process.Connection`.

It reads commands from its pipe and writes replies, both as one JSON object a line. A reader thread takes commands, the
main thread decodes: every conversation that generates is one row of each decode call. Nothing a model does here can
reach the notebook's process. It ignores SIGINT (which a terminal sends to the whole group) and ends with its pipe.

A conversation is its token ids; `held` says how many of them are evaluated in its slot. Whatever is missing (a fresh
conversation, an aborted prompt, a rewind, a slot lent to another conversation) is evaluated when next needed. So there
is one rule for all of them, and no token is evaluated twice without being counted.

Commands: load, open, count, generate, rewind, fork, stop, close, counters. Pieces travel as strings (text) and
one-element lists (markers).
"""

from __future__ import annotations

import codecs
import json
import os
import queue
import signal
import threading
import time
from collections.abc import Hashable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from mathcoder_kernel.engine.decoder import ABORTED, NO_ROOM, AbortFlag, Chooser, Decoder, DecoderError, Row
from mathcoder_kernel.engine.prefix_store import SMALLEST, PrefixStore

FLUSH_SECONDS = 0.012  # decoded tokens are reported together this often
PARENT_CHECK_SECONDS = 2.0

# From 64 rows in a call on, llama.cpp's attention on CPUs rounds otherwise; below, a row gives the same numbers
# whatever else is in the call. With forks (votes) that depends on timing, and the same seed must give the same text.
EXACT_ROWS = 63


class Job:
    """One generation."""

    __slots__ = (
        "again", "buffer", "chooser", "decoder", "dropped", "fed", "fed_at", "flushed_at", "generated", "ids",
        "max_tokens", "number", "pieces", "sizes", "started", "stop", "stop_text",
    )  # fmt: skip

    def __init__(
        self,
        number: int,
        chooser: Chooser | None,
        stop: frozenset[int],
        max_tokens: int,
        stop_text: tuple[bytes, ...] = (),
    ) -> None:
        self.number, self.chooser, self.stop, self.max_tokens = number, chooser, stop, max_tokens
        self.stop_text = stop_text
        self.sizes: list[int] = []  # bytes of each token, kept only where there is a stop text
        self.fed = self.generated = self.dropped = 0
        self.again: list[int] = []
        self.started = time.perf_counter()
        self.fed_at = self.flushed_at = 0.0
        self.ids: list[int] = []  # not yet reported
        self.pieces: list[str | list[str]] = []
        self.buffer = bytearray()
        self.decoder = codecs.getincrementaldecoder("utf-8")("replace")

    def take_text(self, *, final: bool) -> None:
        """Move decoded bytes to the pieces; an unfinished character or stop text waits unless `final`."""
        held = 0 if final or not self.stop_text else self._held()
        text = self.decoder.decode(bytes(self.buffer[: len(self.buffer) - held]), final)
        del self.buffer[: len(self.buffer) - held]
        if text:
            self.pieces.append(text)

    def _held(self) -> int:
        """How many of the last bytes a stop text may begin with."""
        longest = min(len(self.buffer), max(map(len, self.stop_text)) - 1)
        for count in range(longest, 0, -1):
            tail = bytes(self.buffer[-count:])
            if any(text.startswith(tail) for text in self.stop_text):
                return count
        return 0

    def stop_found(self, fresh: int) -> int | None:
        """Where in the buffer the first stop text begins, if the last `fresh` bytes completed one."""
        found = None
        for text in self.stop_text:
            place = self.buffer.find(text, max(0, len(self.buffer) - fresh - len(text) + 1))
            if place >= 0 and (found is None or place < found):
                found = place
        return found


class Beginning(NamedTuple):
    """Evaluated tokens, and how many of them there are where a part ends."""

    ids: list[int]
    parts: list[int]


class Conversation:
    """One session: its ids, how many of them its slot holds, and the generation that runs, if one does."""

    __slots__ = (
        "draws", "forked", "forks", "held", "ids", "job", "parts", "peers", "prefix", "seen", "slot", "spare", "twins",
        "used",
    )  # fmt: skip

    def __init__(self, ids: list[int], *, forked: bool = False, forks: bool = False) -> None:
        self.ids = ids
        self.forked = forked
        self.twins: list[Conversation] = []  # its forks; of a fork, those of the conversation it comes from
        self.peers: list[Conversation] = []  # other forks that have written the same so far, as far as both have got
        self.draws: dict[int, tuple[Hashable, Any]] = {}  # law and candidates of the token after so many ids
        self.forks = forks  # forks of it shall not depend on each other
        self.prefix = False  # what it evaluates now is worth keeping on disk
        self.parts: list[int] = []  # how many tokens are evaluated where a part of its beginning ends
        self.spare: Beginning | None = None  # what its slot holds, while it is still beginning
        self.held = 0
        self.seen = 0  # leading ids that have been evaluated at some time
        self.slot: int | None = None
        self.job: Job | None = None
        self.used = 0


class Server:
    """Commands in, replies out, and the decode loop between."""

    def __init__(self, commands: int, replies: int) -> None:
        self._commands, self._replies = commands, replies
        self._inbox: queue.SimpleQueue[dict[str, Any]] = queue.SimpleQueue()
        self._abort = AbortFlag()
        self._decoder: Decoder
        self._conversations: dict[int, Conversation] = {}
        self._running: list[Conversation] = []
        self._slots: list[Conversation | None] = []
        self._clock = 0
        self._stop_lock = threading.Lock()
        self._live: dict[int, Conversation] = {}
        self._last_started = 0
        self._stops_asked = self._stops_done = 0
        self._prefixes: PrefixStore | None = None
        self._kept: Conversation | None = None  # closed; its slot holds what it began with, for the next conversation
        self.counters = {
            "restored": 0,
            "reused": 0,
            "shared": 0,
            "evaluated": 0,
            "again": 0,
            "generated": 0,
            "decodes": 0,
            "aborts": 0,
            "evictions": 0,
        }

    # -- pipes

    def _read(self) -> None:
        """Reader thread: commands into the inbox; a stop takes effect at once; the end of the pipe ends the process."""
        pending = b""
        while True:
            try:
                chunk = os.read(self._commands, 65536)
            except OSError:
                chunk = b""
            if not chunk:
                os._exit(0)
            *lines, pending = (pending + chunk).split(b"\n")
            for line in lines:
                message = json.loads(line)
                if message["op"] == "exit":
                    os._exit(0)
                if message["op"] == "stop":
                    with self._stop_lock:
                        number = message["job"]
                        if number in self._live or number > self._last_started:
                            self._stops_asked += 1
                            self._abort.set()
                            self._inbox.put(message)
                else:
                    self._inbox.put(message)

    def _send(self, **message: Any) -> None:
        data = json.dumps(message, separators=(",", ":")).encode() + b"\n"
        view = memoryview(data)
        try:
            while view:
                view = view[os.write(self._replies, view) :]
        except OSError:  # the parent is gone
            os._exit(0)

    def _watch_parent(self, parent: int) -> None:
        """A forked child of the parent may hold our pipe open after the parent died; then this thread sees it."""
        while True:
            time.sleep(PARENT_CHECK_SECONDS)
            if os.getppid() != parent:
                os._exit(0)

    # -- life

    def run(self) -> None:
        """Serve until the pipe closes."""
        threading.Thread(target=self._read, name="commands", daemon=True).start()
        if os.name == "posix":
            threading.Thread(target=self._watch_parent, args=(os.getppid(),), name="parent", daemon=True).start()
        while True:
            while not self._running or not self._inbox.empty():
                self._handle(self._inbox.get())
            self._step()

    def _handle(self, message: dict[str, Any]) -> None:
        try:
            getattr(self, "_do_" + message["op"])(message)
        except DecoderError as error:
            with self._stop_lock:
                self._live.pop(message["re"], None)
            self._send(re=message["re"], error=error.kind, message=str(error))

    def _do_load(self, message: dict[str, Any]) -> None:
        settings = message["settings"]
        start = time.perf_counter()
        if settings["kind"] == "scripted":
            from mathcoder_kernel.engine.scripted import ScriptedDecoder

            self._decoder = ScriptedDecoder(settings, self._abort)
        else:
            from mathcoder_kernel.engine.decoder import LlamaDecoder

            self._decoder = LlamaDecoder(settings, self._abort)
        self._slots = [None] * self._decoder.n_slots
        self._send(re=message["re"], seconds=time.perf_counter() - start, **self._decoder.facts)

    def _do_open(self, message: dict[str, Any]) -> None:
        self._conversations[message["session"]] = Conversation(message["ids"], forks=message["forks"])

    def _do_close(self, message: dict[str, Any]) -> None:
        conversation = self._conversations.pop(message["session"], None)
        if conversation is not None:
            if conversation.job is not None:
                self._end(conversation, "aborted")
            if conversation.forked:
                conversation.twins.remove(conversation)
                for peer in tuple(conversation.peers):
                    self._part(conversation, peer, min(len(conversation.ids), len(peer.ids)))
            self._keep(conversation)

    def _do_count(self, message: dict[str, Any]) -> None:
        self._send(re=message["re"], count=len(self._ids(message["pieces"])))

    def _do_counters(self, message: dict[str, Any]) -> None:
        self._send(re=message["re"], **self.counters, cpu_us=time.process_time_ns() // 1000)

    def _do_rewind(self, message: dict[str, Any]) -> None:
        conversation, n_tokens = self._conversations[message["session"]], message["n"]
        self._settle(conversation)
        self._shorten(conversation, n_tokens)
        conversation.parts = [end for end in conversation.parts if end <= n_tokens]
        conversation.seen = min(conversation.seen, n_tokens)
        if conversation.held > n_tokens:
            assert conversation.slot is not None
            conversation.held = self._decoder.truncate(conversation.slot, n_tokens)

    def _do_fork(self, message: dict[str, Any]) -> None:
        source = self._conversations[message["session"]]
        self._settle(source)
        twin = self._conversations[message["new"]] = Conversation(list(source.ids), forked=True, forks=source.forks)
        if source.slot is not None and source.held:
            slot = self._slot_for(twin, keep=source)
            if slot is not None:
                self._decoder.copy(source.slot, slot)
                twin.held = twin.seen = source.held
        if not self._decoder.shares:
            source = Conversation([])  # each fork by itself
        twin.twins = source.twins
        for other in source.twins:
            shorter = min(len(other.ids), len(twin.ids))
            if other.ids[:shorter] == twin.ids[:shorter]:
                other.peers.append(twin)
                twin.peers.append(other)
        source.twins.append(twin)

    def _do_stop(self, message: dict[str, Any]) -> None:
        with self._stop_lock:
            self._stops_done += 1
            if self._stops_done == self._stops_asked:
                self._abort.clear()
            conversation = self._live.get(message["job"])
        if conversation is not None:
            self._end(conversation, "aborted")

    def _suit(self, conversation: Conversation) -> None:
        """Make the decoder ready for the kind of conversation that starts, unless another one is under way."""
        if conversation.slot is not None or any(c is not None and c is not self._kept for c in self._slots):
            return
        if self._decoder.prepare(forks=conversation.forks):
            if self._kept is not None:
                self._kept.slot, self._kept = None, None
            self._slots = [None] * self._decoder.n_slots

    # -- beginnings

    def _keep(self, conversation: Conversation) -> None:
        """A conversation is closed: its beginning stays evaluated for the next one, in place of the last such one."""
        end = conversation.parts[-1] if conversation.parts else 0
        if conversation.spare is not None or conversation.slot is None or not 0 < end <= conversation.held:
            self._free(conversation)
            return
        if self._kept is not None:
            self._free(self._kept)
        conversation.held = self._decoder.truncate(conversation.slot, end)
        if conversation.held != end:  # this kind of model cannot forget a part
            self._free(conversation)
            return
        del conversation.ids[end:]
        self._kept = conversation

    def _reuse(self, conversation: Conversation) -> bool:
        """Take the next part of a beginning from what the last conversation began with; whether it was there.

        The slot is handed over whole, so that the cache is filled in the same order as by evaluating it.
        """
        kept = self._kept
        if kept is not None and conversation.slot is None and not conversation.parts:
            conversation.spare = Beginning(kept.ids, kept.parts)
            conversation.slot, kept.slot, self._kept = kept.slot, None, None
            assert conversation.slot is not None
            self._slots[conversation.slot] = conversation
        target, spare = len(conversation.ids) - 1, conversation.spare
        if spare is None or target not in spare.parts or spare.ids[:target] != conversation.ids[:target]:
            self._settle(conversation)
            return False
        self.counters["reused"] += target - conversation.held
        conversation.held = conversation.seen = target
        return True

    def _settle(self, conversation: Conversation) -> None:
        """The slot of a conversation that goes on otherwise than what it holds is cut to what they have in common."""
        if conversation.spare is None:
            return
        conversation.spare = None
        if conversation.held == 0:
            self._free(conversation)
            return
        assert conversation.slot is not None
        conversation.held = self._decoder.truncate(conversation.slot, conversation.held)

    def _begin(self, conversation: Conversation, store: dict[str, str] | None) -> None:
        """A part of a beginning: from the last conversation, or the first part from the disk, else to be evaluated."""
        if len(conversation.ids) < 2:
            return
        if not self._reuse(conversation) and store is not None and not conversation.parts:
            self._restore(conversation, store)
        conversation.parts.append(len(conversation.ids) - 1)

    def _restore(self, conversation: Conversation, store: dict[str, str]) -> None:
        """Fill a fresh conversation from the disk; `_end` keeps there what had to be evaluated."""
        self._prefixes = PrefixStore(Path(store["folder"]), f"{store['about']} {self._decoder.layout}")
        conversation.prefix = len(conversation.ids) > SMALLEST and conversation.held == 0
        slot = self._slot_for(conversation) if conversation.prefix else None
        if slot is None:
            return
        tokens = conversation.ids[:-1]
        if self._prefixes.read(tokens, lambda path: self._decoder.restore(slot, path, tokens)):
            conversation.held = conversation.seen = len(tokens)
            conversation.prefix = False
            self.counters["restored"] += len(tokens)

    def _do_generate(self, message: dict[str, Any]) -> None:
        conversation, decoder = self._conversations[message["session"]], self._decoder
        self._suit(conversation)
        number = message["re"]
        with self._stop_lock:
            self._last_started = max(self._last_started, number)
            self._live[number] = conversation
        fresh = self._ids(message["pieces"], conversation.ids)
        available = decoder.n_ctx - len(conversation.ids)
        if len(fresh) > available:
            with self._stop_lock:
                del self._live[number]
            self._send(re=number, error="context", message="", needed=len(fresh), available=available)
            return
        chooser = None
        stop: frozenset[int] = frozenset()
        if message["max_tokens"] > 0:
            stop = self._known(message["stop"])
            first = None if message["first"] is None else self._known(message["first"])
            if (message["stop"] and not stop) or first == frozenset():
                raise DecoderError("This model lacks the marker tokens of its dialect.", "model")
            chooser = decoder.chooser(message["sampling"], self._known(message["forbidden"]), first)
        self._lengthen(conversation, fresh)
        stop_text = tuple(text.encode() for text in message.get("stop_text", ()))
        job = conversation.job = Job(number, chooser, stop, message["max_tokens"], stop_text)
        if message.get("begins"):
            self._begin(conversation, message["prefix"])
        else:
            self._settle(conversation)
            if conversation.slot is None and self._kept is not None and not self._running:
                self._free(self._kept)  # a conversation without such a beginning starts with an empty cache
        self._send(re=number, appended=fresh)
        if not conversation.ids:
            self._end(conversation, "length")
            return
        self._running.append(conversation)
        if conversation.held == len(conversation.ids) and job.max_tokens > 0:  # its logits are gone
            assert conversation.slot is not None
            conversation.held = decoder.truncate(conversation.slot, conversation.held - 1)

    # -- ids

    def _lengthen(self, conversation: Conversation, fresh: Sequence[int]) -> None:
        """Add ids; forks that have others there are no longer peers, and keep what they have in common."""
        ids, start = conversation.ids, len(conversation.ids)
        ids += fresh
        for peer in tuple(conversation.peers):
            end = min(len(ids), len(peer.ids))
            if start < end and peer.ids[start:end] != ids[start:end]:
                while peer.ids[start] == ids[start]:
                    start += 1
                self._part(conversation, peer, start)
                start = len(ids) - len(fresh)

    def _shorten(self, conversation: Conversation, n_tokens: int) -> None:
        """Drop all ids after the first `n_tokens`."""
        for position in range(n_tokens + 1, len(conversation.ids) + 1):
            conversation.draws.pop(position, None)
        del conversation.ids[n_tokens:]

    def _ids(self, pieces: list[str | list[str]], before: list[int] | None = None) -> list[int]:
        """Ids of `pieces`. `before` are those of the conversation they join: where there are none, a model that was
        trained with a token at the beginning gets it, and text that follows text is told so to the tokenizer."""
        decoder = self._decoder
        ids: list[int] = []
        after_text = bool(before) and isinstance(decoder.piece(before[-1]), bytes) if before else False
        if before is not None and not before and pieces and decoder.bos is not None:
            ids.append(decoder.bos)
        for piece in pieces:
            if isinstance(piece, str):
                ids += decoder.encode_text(piece, after_text=after_text)
                after_text = after_text or bool(piece)
                continue
            after_text = False
            try:
                marker = decoder.marker_id(piece[0])
            except KeyError:
                raise DecoderError(f"This model's vocabulary has no token {piece[0]}.", "model") from None
            if ids != [marker] or marker != decoder.bos:  # a dialect may write that first token itself
                ids.append(marker)
        return ids

    def _known(self, names: list[str]) -> frozenset[int]:
        ids = set()
        for name in names:
            try:
                ids.add(self._decoder.marker_id(name))
            except KeyError:
                continue  # what a vocabulary lacks cannot be sampled
        return frozenset(ids)

    # -- slots

    def _slot_for(self, conversation: Conversation, keep: Conversation | None = None) -> int | None:
        """A slot for a conversation, taken from the one that has been idle longest if none is free."""
        if conversation.slot is None:
            if None not in self._slots and not self._evict(keep):
                return None
            conversation.slot = self._slots.index(None)
            self._slots[conversation.slot] = conversation
        self._clock += 1
        conversation.used = self._clock
        return conversation.slot

    def _evict(self, keep: Conversation | None = None) -> bool:
        if self._kept is not None:
            self._free(self._kept)
            return True
        idle = [c for c in self._slots if c is not None and c.job is None and c is not keep]
        if not idle:
            return False
        self._free(min(idle, key=lambda c: c.used))
        self.counters["evictions"] += 1
        return True

    def _free(self, conversation: Conversation) -> None:
        if conversation is self._kept:
            self._kept = None
        conversation.spare, conversation.parts = None, []
        if conversation.slot is not None:
            self._decoder.truncate(conversation.slot, 0)
            self._slots[conversation.slot] = None
            conversation.slot, conversation.held = None, 0
            if not any(self._slots):
                self._decoder.clear()

    # -- decoding

    def _step(self) -> None:
        """One decode call for all conversations that generate, then the next token of each."""
        decoder = self._decoder
        for conversation in tuple(self._running):
            self._follow(conversation)
        rows: list[Row] = []
        plan: list[tuple[Conversation, int, int]] = []  # conversation, tokens in this call, row of the last
        running = list(self._running)
        most = min(EXACT_ROWS, decoder.n_batch) if any(c.forked for c in running) else decoder.n_batch
        room = most
        if len(running) > 1:  # those that wait for one token do not wait for another's long prompt
            running.sort(key=lambda c: len(c.ids) - c.held)
        for conversation in running:
            job, ids = conversation.job, conversation.ids
            assert job is not None
            slot = conversation.slot
            if slot is None and (slot := self._slot_for(conversation)) is None:
                continue  # all slots are busy: this conversation waits
            if conversation.peers and job.chooser is not None:
                if job.chooser.law is None:
                    for peer in tuple(conversation.peers):
                        self._part(conversation, peer, 0)
                elif self._shared(conversation, plan):
                    continue  # another row of this call gives what it needs
            held = conversation.held
            target = len(ids) if job.max_tokens else len(ids) - 1
            count = min(target - held, room)
            if count <= 0:
                if target <= held:
                    self._end(conversation, "length")
                continue
            complete = held + count == len(ids)
            rows.append((slot, held, ids[held:] if complete else ids[held : held + count], complete))
            room -= count
            plan.append((conversation, count, most - room - 1))
        if not rows:
            return
        if len(plan) > 1:  # another one's tokens change the last digits, so these are no longer those of a part alone
            for conversation, _, _ in plan:
                if conversation.parts and conversation.held < conversation.parts[-1]:
                    conversation.parts, conversation.prefix = [], False
        code = decoder.evaluate(rows)
        counters = self.counters
        counters["decodes"] += 1
        if code == NO_ROOM:
            if not self._evict():
                self._end(max(plan, key=lambda entry: entry[1])[0], "context_full")
            return
        if code == ABORTED:
            counters["aborts"] += 1
            for conversation, count, _row in plan:
                assert conversation.slot is not None
                kept = min(decoder.kept(conversation.slot), conversation.held + count)
                self._evaluated(conversation, kept - conversation.held)
                if conversation.job is not None and not conversation.job.generated:
                    conversation.job.fed += kept - conversation.held
                dropped = min(conversation.held + count - kept, decoder.n_ubatch)  # of the micro-batch that ran
                counters["evaluated"] += dropped
                counters["again"] += max(0, min(conversation.seen, kept + dropped) - kept)
                conversation.held = kept
                conversation.seen = max(conversation.seen, kept + dropped)
            return
        now = time.perf_counter()
        for conversation, count, row in plan:
            job = conversation.job
            assert job is not None
            self._evaluated(conversation, count)
            conversation.held += count
            if not job.generated:
                job.fed += count
                job.fed_at = now
            if conversation.held == len(conversation.ids) and job.chooser is not None:
                self._next(conversation, job, self._drawn(conversation, job.chooser, row), now)

    def _drawn(self, conversation: Conversation, chooser: Chooser, row: int) -> int:
        """The next token; what it is drawn from is kept where another fork may want to draw from it too."""
        if not conversation.peers or (law := chooser.law) is None:
            return chooser.choose(row)
        candidates = chooser.candidates(row)
        conversation.draws[len(conversation.ids)] = law, candidates
        return chooser.draw(candidates)

    def _follow(self, conversation: Conversation) -> None:
        """Choose tokens of a fork as long as another one has been at the same place: nothing is evaluated for that.

        The numbers are the same as if it had been, and each fork draws with a seed of its own, so it writes the same.
        """
        job = conversation.job
        while conversation.peers and conversation.job is job and job is not None and job.chooser is not None:
            if (law := job.chooser.law) is None:
                return
            here = len(conversation.ids)
            for peer in conversation.peers:
                kept_law, candidates = peer.draws.get(here, (None, None))
                if kept_law == law:
                    break
            else:
                return
            now = time.perf_counter()
            if not job.generated:
                job.fed_at = now
            self._next(conversation, job, job.chooser.draw(candidates), now)

    def _shared(self, conversation: Conversation, plan: Sequence[tuple[Conversation, int, int]]) -> bool:
        """Take over what other forks have evaluated of the same ids; True if one that is about to evaluate more of
        them is worth waiting for."""
        length = len(conversation.ids)
        planned = [(peer, peer.held + count) for peer, count, _ in plan if peer in conversation.peers]
        if any(peer.held < length <= end for peer, end in planned):
            return True
        for peer in conversation.peers:
            self._take(conversation, peer, length - 1)  # not the last: its logits are wanted
        if any(peer.held <= conversation.held < end for peer, end in planned):
            return True
        for peer in tuple(conversation.peers):
            if peer.held > conversation.held:  # both have evaluated this token, so what follows is not interchangeable:
                self._part(conversation, peer, 0)  # taken over it would lie in another order, and sums round otherwise
        return False

    def _take(self, conversation: Conversation, peer: Conversation, end: int) -> None:
        """Let a fork hold what another one holds of the same ids, up to token `end`."""
        start, end = conversation.held, min(peer.held, end)
        if start < end and conversation.slot is not None and peer.slot is not None:
            self._decoder.copy(peer.slot, conversation.slot, start, end)
            conversation.held = end
            conversation.seen = max(conversation.seen, end)
            self.counters["shared"] += end - start

    def _part(self, conversation: Conversation, peer: Conversation, common: int) -> None:
        """Two forks have nothing in common after `common` tokens; what one of them lacks of those it takes."""
        self._take(conversation, peer, common)
        self._take(peer, conversation, common)
        conversation.peers.remove(peer)
        peer.peers.remove(conversation)

    def _evaluated(self, conversation: Conversation, count: int) -> None:
        counters, end = self.counters, conversation.held + count
        counters["evaluated"] += count
        if conversation.seen > conversation.held:
            counters["again"] += min(conversation.seen, end) - conversation.held
        if end > conversation.seen:
            conversation.seen = end

    def _next(self, conversation: Conversation, job: Job, token: int, now: float) -> None:
        """Add the token that was chosen, if there is room for it."""
        if len(conversation.ids) >= self._decoder.n_ctx:
            self._end(conversation, "context_full")
            return
        self._lengthen(conversation, (token,))
        job.ids.append(token)
        job.generated += 1
        piece = self._decoder.piece(token)
        if isinstance(piece, bytes):
            job.buffer += piece
            if job.stop_text:
                job.sizes.append(len(piece))
                if (place := job.stop_found(len(piece))) is not None:
                    self._cut(conversation, job, place)
                    self._end(conversation, "stop")
                    return
        else:
            job.take_text(final=True)
            job.decoder.reset()
            job.pieces.append([piece])
        if token in job.stop or (not isinstance(piece, bytes) and self._decoder.is_end(token)):
            self._end(conversation, "stop")
        elif job.generated >= job.max_tokens:
            self._end(conversation, "length")
        elif now - job.flushed_at >= FLUSH_SECONDS:
            job.take_text(final=False)
            self._report(job)
            job.flushed_at = now

    def _cut(self, conversation: Conversation, job: Job, place: int) -> None:
        """Take what begins at byte `place` of the job's buffer out of the conversation.

        The tokens that hold it are dropped; what such a token holds in front of it is written anew.
        """
        surplus = len(job.buffer) - place
        del job.buffer[place:]
        dropped = 0
        rest = b""
        while surplus > 0:
            size = job.sizes.pop()
            dropped += 1
            token = conversation.ids[-dropped]
            if size > surplus:
                piece = self._decoder.piece(token)
                assert isinstance(piece, bytes)
                rest = piece[: size - surplus]
            surplus -= size
        length = len(conversation.ids) - dropped
        self._shorten(conversation, length)
        again: list[int] = []
        if rest:
            after = bool(conversation.ids) and isinstance(self._decoder.piece(conversation.ids[-1]), bytes)
            again = self._decoder.encode_text(rest.decode("utf-8", "replace"), after_text=after)
        self._lengthen(conversation, again)
        conversation.seen = min(conversation.seen, length)
        if conversation.held > length:
            assert conversation.slot is not None
            conversation.held = self._decoder.truncate(conversation.slot, length)
        job.dropped, job.again = dropped, again

    def _report(self, job: Job) -> None:
        if job.ids:
            self._send(re=job.number, ids=job.ids, pieces=job.pieces)
            self.counters["generated"] += len(job.ids)
            job.ids, job.pieces = [], []

    def _end(self, conversation: Conversation, reason: str) -> None:
        job = conversation.job
        assert job is not None
        conversation.job = None
        if conversation.parts and conversation.held < conversation.parts[-1]:
            conversation.parts = []  # stopped within a part
        if conversation.prefix and reason == "length" and conversation.slot is not None and self._prefixes is not None:
            slot, tokens = conversation.slot, conversation.ids[: conversation.held]
            self._prefixes.write(tokens, lambda path: self._decoder.save(slot, path, tokens))
        conversation.prefix = False
        if conversation in self._running:
            self._running.remove(conversation)
        with self._stop_lock:
            self._live.pop(job.number, None)
        job.take_text(final=True)
        self._report(job)
        now = time.perf_counter()
        fed_at = job.fed_at or now
        self._send(
            re=job.number,
            end=reason,
            pieces=job.pieces,
            generated=job.generated,
            fed=job.fed,
            dropped=job.dropped,
            again=job.again,
            feed_seconds=fed_at - job.started,
            generate_seconds=now - fed_at,
        )
        if job.chooser is not None:
            job.chooser.close()


def main() -> None:
    """Move the pipes out of reach of stray prints, then serve."""
    if hasattr(signal, "SIGINT"):
        signal.signal(signal.SIGINT, signal.SIG_IGN)
    commands, replies = os.dup(0), os.dup(1)
    null = os.open(os.devnull, os.O_RDONLY)
    os.dup2(null, 0)
    os.close(null)
    os.dup2(2, 1)
    Server(commands, replies).run()


if __name__ == "__main__":
    main()
