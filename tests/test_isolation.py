"""The process beside ours: what goes wrong there costs one call."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lenscap import isolation
from lenscap.errors import LostWorkerError, MalformedError, UnsupportedError


def number() -> int:
    return os.getpid()


def crash() -> None:
    os.abort()


def hang() -> None:
    time.sleep(600)


def refuse() -> None:
    raise MalformedError("Its picture is damaged.")


def fail() -> None:
    raise KeyError("Marta S.")


def test_a_call_runs_in_another_process_that_is_kept() -> None:
    first = isolation.call(number)

    assert first != os.getpid()
    assert isolation.call(number) == first


def test_a_crash_costs_one_call() -> None:
    with pytest.raises(LostWorkerError):
        isolation.call(crash)

    assert isolation.call(number) != os.getpid()


def test_a_call_that_hangs_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(isolation, "_LONGEST_CALL", 0.2)
    stuck = isolation._worker

    with pytest.raises(UnsupportedError, match="longer than"):
        isolation.call(hang)

    assert stuck is None or not stuck._process.is_alive()


def test_our_errors_come_back_as_they_are() -> None:
    with pytest.raises(MalformedError, match="damaged"):
        isolation.call(refuse)


@pytest.mark.expects_log
def test_an_unforeseen_error_surfaces_without_its_text(caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(RuntimeError) as caught:
        isolation.call(fail)

    assert "KeyError" in caplog.text
    assert "Marta" not in caplog.text + str(caught.value)


@pytest.mark.skipif(sys.platform == "win32", reason="asks /proc")
def test_the_process_ends_when_ours_is_killed() -> None:
    script = (
        "import time; from lenscap import isolation; from tests.test_isolation import number\n"
        "if __name__ == '__main__': print(isolation.call(number), flush=True); time.sleep(600)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script], stdout=subprocess.PIPE, text=True, cwd=Path(__file__).parents[1]
    ) as ours:
        assert ours.stdout is not None
        other = Path("/proc") / ours.stdout.readline().strip()
        assert other.exists()
        ours.kill()

    deadline = time.monotonic() + 20
    while other.exists() and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not other.exists()


@pytest.mark.skipif(sys.platform == "win32", reason="sends the signal of Ctrl+C to a group")
def test_ctrl_c_is_left_to_our_process() -> None:
    """A terminal sends it to both; the other one must not end in the middle of its work, nor say anything."""
    script = (
        "import time; from lenscap import isolation; from tests.test_isolation import number\n"
        "if __name__ == '__main__':\n"
        "    first = isolation.call(number)\n"
        "    try: print('ready', flush=True); time.sleep(600)\n"
        "    except KeyboardInterrupt: print(isolation.call(number) == first)"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[1],
        start_new_session=True,
    ) as ours:
        assert ours.stdout is not None
        assert ours.stdout.readline() == "ready\n"
        os.killpg(ours.pid, signal.SIGINT)
        out, said = ours.communicate(timeout=60)
    assert (out, said) == ("True\n", "")


def be_killed_at_first(mark: Path) -> int:
    if not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return os.getpid()


@pytest.mark.skipif(sys.platform == "win32", reason="kills")
def test_a_call_whose_process_something_else_killed_is_made_again(tmp_path: Path) -> None:
    assert isolation.call(be_killed_at_first, tmp_path / "mark") != os.getpid()


@pytest.mark.skipif(sys.platform == "win32", reason="kills")
def test_a_process_that_was_killed_while_memory_ran_out_is_told_from_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counts = tmp_path / "vmstat"
    monkeypatch.setattr(isolation, "_COUNTS", counts)
    counts.write_text("nr_free_pages 7\noom_kill 3\n")
    endings = []
    for text in ("nr_free_pages 9\noom_kill 3\n", "nr_free_pages 9\noom_kill 4\n"):
        worker = isolation.Worker()
        counts.write_text(text)
        worker.kill()
        endings.append(worker.end())
    assert endings == [isolation.Ending.KILLED, isolation.Ending.FOR_MEMORY]
