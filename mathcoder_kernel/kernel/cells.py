# mypy: disable-error-code="no-untyped-call"
"""The clients that can turn an answer into notebook cells, and the messages to and from them (docs/protocol.md).

Nothing here knows models or executors: a client is a comm with what its other side said of itself, and `CellWriter`
writes the cells of one turn through it.
"""

from __future__ import annotations

import asyncio
import logging
import time
import uuid
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any, Protocol

from mathcoder_kernel import __version__
from mathcoder_kernel.kernel.settings import MathCoderSettings, SettingError
from mathcoder_kernel.lce.notebook import source_hash

TARGET = "mathcoder"
PROTOCOL = 1
CAPABILITIES = ("cells", "continue", "wait", "explain", "settings")
KEY = "mathcoder"  # of cell metadata
REQUEST_KEY = "mathcoder_request"  # of an execute_request's metadata

WRITES_PER_SECOND = 20.0

Message = Mapping[str, Any]

log = logging.getLogger(__name__)


def new_cell_id() -> str:
    """A cell id that nobody can guess."""
    return uuid.uuid4().hex


class Client:
    """One attached frontend. `reason` is a sentence where it cannot be used."""

    def __init__(self, comm: Any, session: str, said: Mapping[str, Any]) -> None:
        self.comm = comm
        self.session = session
        protocol = said.get("protocol")
        capabilities = said.get("capabilities")
        self.capabilities = frozenset(map(str, capabilities)) if isinstance(capabilities, list) else frozenset()
        self.name = str(said.get("client") or "the notebook's MathCoder extension")[:80]
        self.reason = "" if protocol == PROTOCOL else _mismatch(self.name, protocol)
        self.told = False  # that it cannot be used
        self.open = True

    @property
    def usable(self) -> bool:
        """Whether it speaks our version and is still there."""
        return self.open and not self.reason

    @property
    def writes_cells(self) -> bool:
        """Whether answers can be written into its notebook."""
        return self.usable and "cells" in self.capabilities

    def send(self, op: str, **fields: Any) -> None:
        """Send a message; nothing happens where the client is gone. Callable from any thread."""
        if self.open:
            self.comm.send({"op": op, **fields})


def _mismatch(name: str, protocol: object) -> str:
    older = not isinstance(protocol, int) or isinstance(protocol, bool) or protocol < PROTOCOL
    advice = "Update the extension" if older else "Update mathcoder-kernel"
    return (
        f"{name} speaks version {protocol!r} of the live-cells protocol, this kernel version {PROTOCOL}. "
        f"Answers are shown under the question. {advice} to get them as cells."
    )


class TurnInProgress(Protocol):
    """What clients' messages can do to the turn that is being played."""

    turn: str
    client: Client

    def told(self, message: Message) -> None:
        """A message of the client that the turn is written for. Callable from any thread."""
        ...

    def stop(self) -> None:
        """Stop what the turn waits for outside of the solver. Callable from any thread."""
        ...


class Clients:
    """All attached clients of a kernel. Messages may come in any thread.

    `large_model` names the model that can be asked about an error, or "".
    """

    def __init__(
        self, settings: MathCoderSettings, stop: Callable[[], None], large_model: Callable[[], str] = str
    ) -> None:
        self._settings, self._stop, self._large_model = settings, stop, large_model
        self._by_session: dict[str, Client] = {}
        self.turn: TurnInProgress | None = None
        settings.observe(self._settings_changed, names=list(settings.names()))

    def __iter__(self) -> Iterator[Client]:
        return iter(list(self._by_session.values()))

    def of(self, session: str) -> Client | None:
        """The client whose notebook sends requests of this session."""
        return self._by_session.get(session)

    def tell_all(self, op: str, **fields: Any) -> None:
        """Send a message to every client that understands us."""
        for client in self:
            if client.usable:
                client.send(op, **fields)

    # -- the comm target -----------------------------------------------------------------------------------------------

    def opened(self, comm: Any, message: Message) -> None:
        """A client opens its comm."""
        said = message["content"].get("data")
        client = Client(comm, str(message["header"]["session"]), said if isinstance(said, Mapping) else {})
        self._by_session[client.session] = client
        comm.on_msg(lambda message: self._received(client, message["content"].get("data")))
        comm.on_close(lambda message: self._closed(client))
        client.send(
            "hello",
            protocol=PROTOCOL,
            usable=client.usable,
            reason=client.reason,
            kernel=__version__,
            capabilities=list(CAPABILITIES),
            turn=self.turn.turn if self.turn is not None else None,
            **self._settings_now(),
        )

    def _closed(self, client: Client) -> None:
        client.open = False
        if self._by_session.get(client.session) is client:
            del self._by_session[client.session]
        if self.turn is not None and self.turn.client is client:
            self.turn.told({"op": "closed"})

    def _received(self, client: Client, data: Any) -> None:
        if not isinstance(data, Mapping) or not client.usable:
            return
        match data.get("op"):
            case "stop":
                wanted = data.get("turn")
                if wanted is None or (self.turn is not None and self.turn.turn == wanted):
                    self._stop()
                    if self.turn is not None:
                        self.turn.stop()
            case "settings":
                self._set(client, data)
            case "explain":
                from mathcoder_kernel.kernel.explain import explain_message

                client.send("explained", **explain_message(data, self._large_model()))
            case "approve" | "decline" | "unable":
                if self.turn is not None and self.turn.client is client and data.get("turn") == self.turn.turn:
                    self.turn.told(data)
            case _:
                pass  # of a later version: the other side copes

    # -- settings ------------------------------------------------------------------------------------------------------

    def _settings_now(self) -> dict[str, Any]:
        names = self._settings.names()
        return {
            "settings": {name: self._settings.shown(name) for name in names},
            "choices": {name: list(choices) for name in names if (choices := self._settings.choices(name))},
        }

    def _set(self, client: Client, data: Message) -> None:
        request, wanted = data.get("request"), data.get("settings")
        try:
            if not isinstance(wanted, Mapping):
                raise SettingError("settings must be an object of names and values.")
            names = {MathCoderSettings.find(str(name)): str(value) for name, value in wanted.items()}
            values = {name: MathCoderSettings.read(name, value) for name, value in names.items()}
        except SettingError as error:
            client.send("trouble", request=request, reason=str(error))
            return
        with self._settings.hold_trait_notifications():
            for name, value in values.items():
                setattr(self._settings, name, value)
        client.send("settings", request=request, **self._settings_now())

    def _settings_changed(self, change: Any) -> None:
        self.tell_all("settings", **self._settings_now())


class CellWriter:
    """Writes the cells of one turn: inserts them one below the other and streams text into them.

    It needs a running event loop. `metadata` is what every generated cell carries.
    """

    def __init__(self, client: Client, turn: str, ask: str, after: str, metadata: Mapping[str, Any]) -> None:
        self._client = client
        self._turn, self._ask = turn, ask
        self._after = after
        self._metadata = dict(metadata)
        self.cells: list[str] = []
        self._open: str | None = None
        self._sent = ""
        self._wanted = ""
        self._last_write = 0.0
        self._timer: asyncio.TimerHandle | None = None

    @property
    def open_cell(self) -> str | None:
        """The cell that is being written."""
        return self._open

    def send(self, op: str, **fields: Any) -> None:
        """Send a message of this turn."""
        self._client.send(op, turn=self._turn, **fields)

    def insert(self, cell_type: str, kind: str, source: str = "", **about: Any) -> str:
        """Insert a cell below the last one; its id. `about` goes into its metadata."""
        self.close()
        cell = self._open = new_cell_id()
        self._sent = self._wanted = source
        self.send(
            "insert",
            id=cell,
            after=self._after,
            cell_type=cell_type,
            kind=kind,
            source=source,
            metadata={KEY: {**self._about(kind, source), **about}},
        )
        self._after = cell
        self.cells.append(cell)
        return cell

    def write(self, source: str) -> None:
        """Make the open cell's source this; sent at most WRITES_PER_SECOND times a second."""
        self._wanted = source
        if self._timer is not None:
            return
        left = 1 / WRITES_PER_SECOND - (time.monotonic() - self._last_write)
        if left <= 0:
            self._flush()
        else:
            self._timer = asyncio.get_running_loop().call_later(left, self._flush)

    def close(self, source: str | None = None, **about: Any) -> None:
        """The open cell is complete, with this source (as it was written last without one)."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        cell, self._open = self._open, None
        if cell is None:
            return
        whole = self._wanted if source is None else source
        self.send("written", id=cell, source=whole, metadata={KEY: {"hash": source_hash(whole), **about}})

    def remove_open(self) -> None:
        """Remove the open cell: nothing was written."""
        cell = self._open
        if cell is None:
            return
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        self._open = None
        self.cells.remove(cell)
        self._after = self.cells[-1] if self.cells else self._ask
        self.send("remove", ids=[cell])

    def mark(self, cell: str, **about: Any) -> None:
        """Change the `mathcoder` metadata of a cell; None deletes a key."""
        self.send("metadata", id=cell, metadata={KEY: about})

    def _about(self, kind: str, source: str) -> dict[str, Any]:
        return {"turn": self._turn, "ask": self._ask, "kind": kind, "hash": source_hash(source), **self._metadata}

    def _flush(self) -> None:
        self._timer = None
        self._last_write = time.monotonic()
        if self._open is None or self._wanted == self._sent:
            return
        same = _same_beginning(self._sent, self._wanted)
        self.send("write", id=self._open, at=_utf16_length(self._sent[:same]), text=self._wanted[same:])
        self._sent = self._wanted


def _same_beginning(one: str, other: str) -> int:
    """How many characters two texts have in common at their beginning."""
    if other.startswith(one):  # nearly always
        return len(one)
    return next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))


def _utf16_length(text: str) -> int:
    """Length in UTF-16 code units, as JavaScript counts."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def request_of(metadata: Mapping[str, Any]) -> Mapping[str, Any]:
    """What an asking cell's request wants beside its source (continue, again); empty for nothing."""
    wanted = metadata.get(REQUEST_KEY)
    return wanted if isinstance(wanted, Mapping) else {}


def ids_of(cells: Collection[Any]) -> list[str]:
    """The ids of nbformat cells."""
    return [str(cell["id"]) for cell in cells if isinstance(cell, Mapping) and "id" in cell]
