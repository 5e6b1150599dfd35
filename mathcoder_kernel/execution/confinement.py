"""What a pool child may not do: start programs or processes, use the network, signal others, write outside its home.

Linux: a seccomp filter (seccomp(2), no privileges needed) and, from kernel 5.13 on, Landlock (landlock(7)) for files.
Elsewhere, and where the system does not allow these, a Python audit hook refuses the same; code that reaches for native
functions passes by a hook. Reading files is not restricted.
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct
import sys
from typing import Any

_ALLOW = 0x7FFF0000
_REFUSE = 0x00050000  # | errno
_LOAD, _JUMP_EQUAL, _JUMP_SET, _JUMP_AT_LEAST, _RETURN = 0x20, 0x15, 0x45, 0x35, 0x06
_NUMBER, _ARCHITECTURE, _FIRST_ARGUMENT = 0, 4, 16  # offsets in struct seccomp_data
_CLONE_THREAD = 0x00010000
_PR_SET_SECCOMP, _PR_SET_NO_NEW_PRIVS = 22, 38

# AUDIT_ARCH, numbers of clone and tgkill, and of: fork vfork execve execveat socket ptrace kill tkill
# pidfd_send_signal process_vm_writev
_SYSTEMS = {
    "x86_64": (0xC000003E, 56, 234, (57, 58, 59, 322, 41, 101, 62, 200, 424, 311)),
    "aarch64": (0xC00000B7, 220, 131, (221, 281, 198, 117, 129, 130, 424, 271)),
}
_CLONE3 = 435
_X32 = 0x40000000

_LANDLOCK_CREATE, _LANDLOCK_ADD, _LANDLOCK_RESTRICT = 444, 445, 446
_WRITES = sum(1 << bit for bit in (1, 4, 5, 6, 7, 8, 9, 10, 11, 12))  # LANDLOCK_ACCESS_FS_*: write, remove, make
_WRITE_FILE = 1 << 1

_REFUSED_EVENTS = frozenset(
    {
        "ctypes.dlopen",
        "os.exec",
        "os.fork",
        "os.forkpty",
        "os.kill",
        "os.killpg",
        "os.posix_spawn",
        "os.spawn",
        "os.startfile",
        "os.system",
        "pty.spawn",
        "socket.bind",
        "socket.connect",
        "socket.sendto",
        "subprocess.Popen",
    }
)


def confine(home: str) -> None:
    """Confine this process for good; `home` is the one folder in which it may still write."""
    if not (sys.platform == "linux" and _filter_system_calls()):
        sys.addaudithook(refuse)
    if sys.platform == "linux":
        _write_only_in(home)


def refuse(event: str, arguments: tuple[Any, ...]) -> None:
    """The audit hook; PermissionError for what a child may not do."""
    if event in _REFUSED_EVENTS:
        raise PermissionError(errno.EPERM, f"{event} is not allowed here")


def _filter_system_calls() -> bool:
    """Install the seccomp filter; False where the system does not take it."""
    system = _SYSTEMS.get(platform.machine())
    if system is None or struct.calcsize("P") != 8:
        return False
    architecture, clone, tgkill, refused = system
    refuse = (_RETURN, 0, 0, _REFUSE | errno.EPERM)
    program: list[tuple[int, int, int, int]] = [
        (_LOAD, 0, 0, _ARCHITECTURE),
        (_JUMP_EQUAL, 1, 0, architecture),
        refuse,
        (_LOAD, 0, 0, _NUMBER),
        (_JUMP_AT_LEAST, 0, 1, _X32),
        refuse,
    ]
    for number in refused:
        program += [(_JUMP_EQUAL, 0, 1, number), refuse]
    allow = (_RETURN, 0, 0, _ALLOW)
    program += [
        (_JUMP_EQUAL, 0, 1, _CLONE3),
        (_RETURN, 0, 0, _REFUSE | errno.ENOSYS),  # then the C library falls back to clone, whose flags can be read
        (_JUMP_EQUAL, 0, 4, clone),
        (_LOAD, 0, 0, _FIRST_ARGUMENT),
        (_JUMP_SET, 0, 1, _CLONE_THREAD),  # threads, but no processes
        allow,
        refuse,
        (_JUMP_EQUAL, 0, 4, tgkill),
        (_LOAD, 0, 0, _FIRST_ARGUMENT),
        (_JUMP_EQUAL, 0, 1, os.getpid()),  # abort() signals itself
        allow,
        refuse,
        allow,
    ]
    code = b"".join(struct.pack("=HBBI", *instruction) for instruction in program)
    instructions = ctypes.create_string_buffer(code, len(code))
    header = struct.pack("=H6xQ", len(program), ctypes.addressof(instructions))
    library = ctypes.CDLL(None)
    if library.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0):
        return False
    return bool(library.prctl(_PR_SET_SECCOMP, 2, ctypes.c_char_p(header), 0, 0) == 0)


def _write_only_in(home: str) -> bool:
    """Take away every right to write outside `home` and /dev/null; False where there is no Landlock."""
    library = ctypes.CDLL(None, use_errno=True)
    library.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0)
    handled = struct.pack("=Q", _WRITES)
    ruleset = library.syscall(_LANDLOCK_CREATE, ctypes.c_char_p(handled), ctypes.c_size_t(len(handled)), 0)
    if ruleset < 0:
        return False
    try:
        for path, allowed in ((home, _WRITES), (os.devnull, _WRITE_FILE)):
            folder = os.open(path, os.O_PATH | os.O_CLOEXEC)
            try:
                rule = struct.pack("=Qi", allowed, folder)
                if library.syscall(_LANDLOCK_ADD, ruleset, 1, ctypes.c_char_p(rule), 0):
                    return False
            finally:
                os.close(folder)
        return bool(library.syscall(_LANDLOCK_RESTRICT, ruleset, 0) == 0)
    finally:
        os.close(ruleset)
