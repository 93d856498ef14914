"""Processes of their own without an interpreter's start: a server that has imported meso forks one per call.

A child gets its own environment, folder, standard streams and words, and ends as it likes, also by a signal.
Use a real start where that is what is tested: imports, closed or full streams, limits of the system.
"""

import array
import atexit
import json
import os
import signal
import socket
import subprocess
import sys
import time
import traceback
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, NoReturn

PROJECT = Path(__file__).parents[1]
MAIN = "from meso_cli.__main__ import main\nmain()\n"
"""What `python -m meso_cli` runs."""
STREAMS = (0, 1, 2)


class Server:
    """One process that forks others, for as long as this one lives."""

    def __init__(self) -> None:
        self._socket, theirs = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        with theirs:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.forks", str(theirs.fileno())],
                pass_fds=[theirs.fileno()],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                cwd=PROJECT,
            )
        atexit.register(self.close)

    def run(
        self, code: str, *words: str, typed: bytes = b"", environment: dict[str, str], folder: Path
    ) -> "subprocess.CompletedProcess[bytes]":
        """Run code as a process would: its exit code, or the signal that ended it below 0, and its output."""
        files = [os.memfd_create(name) for name in ("stdin", "stdout", "stderr")]
        try:
            os.pwrite(files[0], typed, 0)
            asked = os.memfd_create("asked")  # a message has its limit, an environment may be long
            request = {"code": code, "words": words, "environment": environment, "folder": str(folder)}
            os.pwrite(asked, json.dumps(request).encode(), 0)
            passed = array.array("i", [asked, *files])
            self._socket.sendmsg([b"run"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, passed)])
            os.close(asked)
            ended = int(self._socket.recv(64))
            out, err = (os.pread(file, os.fstat(file).st_size, 0) for file in files[1:])
        finally:
            for file in files:
                os.close(file)
        return subprocess.CompletedProcess(words, ended, out, err)

    def close(self) -> None:
        """Without a socket the server ends."""
        self._socket.close()
        self._process.wait()


@cache
def server() -> Server:
    """The one server of this process, begun at its first use."""
    return Server()


def _serve(asked: socket.socket) -> None:
    while True:
        message, ancillary, _, _ = asked.recvmsg(16, socket.CMSG_SPACE(4 * array.array("i").itemsize))
        if not message:
            return
        files = array.array("i", ancillary[0][2])
        child = os.fork()
        if child == 0:
            asked.close()
            _run(files)
        for file in files:
            os.close(file)
        asked.send(str(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])).encode())


def _run(files: "array.array[int]") -> NoReturn:
    """The child: as a Python that has just begun."""
    ended = 1
    try:
        request: dict[str, Any] = json.loads(os.pread(files[0], os.fstat(files[0]).st_size, 0))
        for stream, file in zip(STREAMS, files[1:], strict=True):
            os.dup2(file, stream)
        for file in files:
            os.close(file)
        os.environ.clear()
        os.environ.update(request["environment"])
        time.tzset()
        os.chdir(request["folder"])
        sys.argv = ["-c", *request["words"]]
        exec(compile(request["code"], "<forked>", "exec"), {"__name__": "__main__"})
        ended = 0
    except SystemExit as stop:
        ended = _exit_code(stop.code)
    except BaseException:
        traceback.print_exc()
    for output in (sys.stdout, sys.stderr):
        with suppress(Exception):
            output.flush()
    os._exit(ended)


def _exit_code(given: object) -> int:
    if given is None or isinstance(given, int):
        return given or 0
    sys.stderr.write(f"{given}\n")
    return 1


if __name__ == "__main__":
    import meso_cli.cli.app
    import meso_cli.commands.daily.status
    import meso_cli.store.writing  # noqa: F401  # what most calls load

    signal.signal(signal.SIGINT, signal.default_int_handler)
    _serve(socket.socket(fileno=int(sys.argv[1])))
