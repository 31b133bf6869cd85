"""Scratch files: what killed runs left is swept, what a living run works on is not."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from lenscap import scratch
from lenscap.errors import UnreadableError

WRITE = (
    "import sys, os; from pathlib import Path; from lenscap import scratch\n"
    "made = scratch.write(Path(sys.argv[1]), [b'half a picture']); print(made.path, flush=True); input()"
)


def test_what_a_killed_run_left_is_swept_and_what_a_living_one_holds_is_not(tmp_path: Path) -> None:
    command = [sys.executable, "-c", WRITE, str(tmp_path / "a.jpg")]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=Path(scratch.__file__).parents[1]
    ) as other:
        assert other.stdout is not None
        left = Path(other.stdout.readline().strip())
        scratch.sweep(tmp_path)
        assert left.exists()
        other.kill()
        other.wait()
        scratch.sweep(tmp_path)
        assert not left.exists()


def test_our_own_are_held_too_until_they_are_discarded(tmp_path: Path) -> None:
    made = scratch.write(tmp_path / "out" / "a.jpg", [b"a picture"])
    scratch.sweep(tmp_path / "out")
    assert made.path.read_bytes() == b"a picture"
    made.discard()
    made.discard()
    assert list((tmp_path / "out").iterdir()) == []


def test_what_is_not_ours_is_not_swept(tmp_path: Path) -> None:
    names = (".lenscap-x.part", "lenscap-0123456789abcdef.part", ".lenscap-0123456789abcdef.part.jpg", "photo.jpg")
    for name in names:
        (tmp_path / name).touch()
    (tmp_path / ".lenscap-0123456789abcdef.part").mkdir()
    scratch.sweep(tmp_path)
    scratch.sweep(tmp_path / "nowhere")
    assert len(list(tmp_path.iterdir())) == len(names) + 1


@pytest.mark.skipif(sys.platform == "win32", reason="links")
def test_a_link_with_such_a_name_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "photo.jpg").write_bytes(b"a picture")
    link = tmp_path / ".lenscap-0123456789abcdef.part"
    link.symlink_to(tmp_path / "photo.jpg")
    scratch.sweep(tmp_path)
    assert link.is_symlink()
    assert (tmp_path / "photo.jpg").exists()


def test_one_that_is_swept_before_we_hold_it_is_written_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = scratch._is_held
    swept: list[Path] = []

    def is_held(file: object) -> bool:
        if not swept:
            swept.extend(tmp_path.iterdir())
            for path in swept:
                path.unlink()
        return real(file)  # type: ignore[arg-type]

    monkeypatch.setattr(scratch, "_is_held", is_held)
    made = scratch.write(tmp_path / "a.jpg", [b"a picture"])
    assert swept
    assert made.path.read_bytes() == b"a picture"
    made.discard()


def test_a_disk_that_is_full_at_any_byte_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fill(file: object, parts: object) -> None:
        file.write(b"half")  # type: ignore[attr-defined]
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(scratch, "_fill", fill)
    with pytest.raises(UnreadableError, match="The copy could not be written: no space left on device"):
        scratch.write(tmp_path / "a.jpg", [b"a picture"])
    assert list(tmp_path.iterdir()) == []
