"""No network: Python is refused it, and what the whole program asks the system for is counted."""

from __future__ import annotations

import ast
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.pictures import astronaut, grace_hopper

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "app" / "lenscap"

INTERNET = re.compile(r"\bAF_INET6?\b|\bAF_PACKET\b|\bsin6?_addr\b")
CALLS = "socket,socketpair,connect,bind,sendto,sendmsg,sendmmsg,io_uring_setup"

needs_strace = pytest.mark.skipif(
    shutil.which("strace") is None and os.environ.get("CI") != "true", reason="needs the program strace"
)
LOOK = (
    "import time; from PIL import Image; from lenscap.detectors import faces; from lenscap.model import Looking, Size\n"
    "faces.find(Image.new('RGB', (64, 64)), Size(64, 64), Looking('fast')); time.sleep(2)"
)
"""onnxruntime would report this look to its makers; some of that sleeps where ``CI`` is set, so it is not set then."""
CODES = (
    "from PIL import Image; from lenscap.detectors import codes; from lenscap.model import Size\n"
    "codes.read(bytes(64 * 64), Size(64, 64))"
)
WATCH = (
    "import time; from pathlib import Path; from lenscap.watching.waking import Waking\n"
    "waking = Waking(Path('.'), Path('copies')); waking.start(); waking.wait(0.2); waking.stop()"
)


def at_home(folder: Path, *command: str) -> str:
    """What a program prints that is run for somebody whose home is ``folder``."""
    environment = {key: value for key, value in os.environ.items() if key != "CI"} | {"HOME": str(folder)}
    environment |= {f"XDG_{name}_HOME": str(folder / name) for name in ("CACHE", "CONFIG", "DATA", "STATE")}
    environment |= {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": f"{ROOT / 'app'}:{os.environ.get('PYTHONPATH', '')}"}
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def internet_calls(folder: Path, *command: str) -> tuple[int, str]:
    """How often a program and those that it starts ask the system for the internet; and what it prints."""
    trace = folder / "trace"
    printed = at_home(folder, "strace", "-f", "-qq", "-e", f"trace={CALLS}", "-o", str(trace), *command)
    calls = trace.read_text(errors="replace").splitlines()
    count = sum(bool(INTERNET.search(call)) for call in calls)
    print(f"{count} internet calls among {len(calls)} traced: {' '.join(command[1:])[:60]}")
    return count, printed


@pytest.fixture
def roll(tmp_path: Path) -> Path:
    folder = tmp_path / "photos"
    folder.mkdir()
    astronaut().save(folder / "astronaut.jpg", quality=92)
    grace_hopper().save(folder / "hopper.png")
    return folder


def test_looking_for_faces_leaves_no_file_behind(tmp_path: Path) -> None:
    at_home(tmp_path, sys.executable, "-c", LOOK)
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


@needs_strace
@pytest.mark.parametrize(("code", "calls"), [(LOOK, 0), (CODES, 0), (WATCH, 0), ("import socket; socket.socket()", 1)])
def test_looking_for_faces_opens_no_socket_and_one_would_be_noticed(code: str, calls: int, tmp_path: Path) -> None:
    assert internet_calls(tmp_path, sys.executable, "-c", code)[0] == calls


@needs_strace
@pytest.mark.slow
@pytest.mark.parametrize(("what", "calls"), [("batch", 0), ("window", 0), ("planted", 1)])
def test_a_day_with_lenscap_asks_for_no_internet_and_a_library_that_does_is_noticed(
    what: str, calls: int, tmp_path: Path, roll: Path
) -> None:
    count, printed = internet_calls(tmp_path, sys.executable, "-m", "tests.a_day", what, str(roll))
    assert count == calls
    assert "QtNetwork is not loaded" in printed
    assert what == "planted" or "2 copies" in printed


def _can_unshare() -> bool:
    program = shutil.which("unshare")
    asked = [str(program), "--map-root-user", "--net", "true"]
    return program is not None and subprocess.run(asked, capture_output=True, check=False).returncode == 0


@pytest.mark.slow
@pytest.mark.parametrize("what", ["batch", "window"])
def test_all_of_it_works_where_there_is_no_network(what: str, tmp_path: Path, roll: Path) -> None:
    if not _can_unshare():
        pytest.skip("this system lets nobody make a network of her own (unshare --net)")
    command = ["unshare", "--map-root-user", "--net", sys.executable, "-m", "tests.a_day", what, str(roll)]
    assert "2 copies" in at_home(tmp_path, *command)


# -- Python's own way -----------------------------------------------------------------------------------------------

ASKING = {
    "a socket": "socket.socket()",
    "a socket of another kind": "socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)",
    "a socket out of a number": "socket.socket(fileno=os.dup(0))",
    "a connection": "socket.create_connection(('127.0.0.1', 9), 1)",
    "an address": "socket.getaddrinfo('localhost', 80)",
    "an address, the old way": "socket.gethostbyname('localhost')",
    "a page": "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9/', timeout=1)",
}


def refused(code: str, first: str = "offline.refuse()") -> str:
    lines = f"import os, socket\nfrom lenscap import offline\n{first}\n{code}"
    return subprocess.run([sys.executable, "-c", lines], capture_output=True, text=True, check=False).stderr


@pytest.mark.parametrize("name", ASKING)
def test_python_is_refused(name: str) -> None:
    assert "NetworkError: Something in Lenscap asked for the network" in refused(ASKING[name])


def test_without_the_refusal_there_would_be_a_socket() -> None:
    assert not refused(ASKING["a socket"], first="")
    assert not refused(ASKING["a socket"], first="offline.refuse(); offline.lift()")


def test_processes_on_this_computer_still_speak_with_each_other() -> None:
    code = "a, b = socket.socketpair(); a.send(b'x'); b.recv(1)\nfrom multiprocessing import Pipe; Pipe()"
    assert not refused(code)


def test_the_command_line_closes_it_before_anything_else_is_loaded() -> None:
    code = (
        "import sys\nfrom lenscap import offline\n"
        "refuse = offline.refuse\n"
        "def noted():\n"
        "    print(*(name for name in sys.modules if name.startswith('lenscap')))\n"
        "    refuse()\n"
        "offline.refuse = noted\n"
        "sys.argv = ['lenscap', 'formats']\n"
        "from lenscap.__main__ import main\nmain()\n"
        "import socket\n"
        "try: socket.socket()\n"
        "except offline.NetworkError: print('refused')"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded, *_, last = done.stdout.splitlines()
    assert set(loaded.split()) == {"lenscap", "lenscap.offline", "lenscap.errors", "lenscap.__main__"}
    assert last == "refused"


def asks_for_a_socket() -> str:
    import socket

    try:
        socket.socket().close()
    except Exception as error:
        return type(error).__name__
    return "a socket"


def test_the_process_beside_ours_is_refused_it_too(monkeypatch: pytest.MonkeyPatch) -> None:
    from lenscap import isolation, offline

    monkeypatch.setattr(offline, "_is_lifted", True)  # here, where a test may have closed it before
    assert asks_for_a_socket() == "a socket"
    assert isolation.call(asks_for_a_socket) == "NetworkError"


def test_only_work_that_is_shared_with_other_computers_may_lift_it() -> None:
    def lifts(path: Path) -> bool:
        tree = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        return any(isinstance(node, ast.Attribute) and node.attr == "lift" for node in tree)

    assert {path.stem for path in PACKAGE.rglob("*.py") if lifts(path)} <= {"cluster"}
