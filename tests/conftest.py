"""What all tests share: where the public test sets lie, and that nothing unexpected is logged."""

from __future__ import annotations

import logging
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

# Tests that are started in the background of a script ignore Ctrl+C, and so would all that they start and press it for.
if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    signal.signal(signal.SIGINT, signal.default_int_handler)

SHARED = Path(__file__).resolve().parent.parent.parent / "shared"


@pytest.fixture(autouse=True)
def _no_unexpected_log(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """A warning or error that no test expects fails it; a test that expects some is marked ``expects_log``."""
    yield
    loud = [record for record in caplog.get_records("call") if record.levelno >= logging.WARNING]
    if not request.node.get_closest_marker("expects_log"):
        assert not loud, [record.getMessage() for record in loud]


@pytest.fixture(autouse=True)
def _settings_of_nobody(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests, and what they start, neither see nor change what the person at this computer chose."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.delenv("PYTHONUNBUFFERED", raising=False)  # what a program says comes as it does at a person's
    for variable in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME", "HOME", "APPDATA", "LOCALAPPDATA"):
        monkeypatch.setenv(variable, str(folder))


@pytest.fixture(scope="session")
def corpora() -> Path:
    """The folder of public test files; tests that need it skip without."""
    return _shared("corpora")


@pytest.fixture(scope="session")
def face_pictures() -> Path:
    """The folder of annotated pictures of faces."""
    return _shared("faces")


@pytest.fixture(scope="session")
def shared_models() -> Path:
    """The folder of models for the object add-on."""
    return _shared("models")


def _shared(name: str) -> Path:
    if not (SHARED / name).is_dir():
        pytest.skip(f"the test set “{name}” is not here")
    return SHARED / name
