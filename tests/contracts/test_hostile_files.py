"""Law 6: any cut, flipped bit or lie gives a sentence or a clean file, bounded in time and memory."""

from __future__ import annotations

import resource
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lenscap.model import Outcome, Result
from lenscap.pipeline import clean
from lenscap.policy import PRESETS
from tests.samples import RICH, Bad, Sample, bad_samples, find, named, samples, survivors

BAD = bad_samples()


def _clean(data: bytes, suffix: str, folder: Path, policy: str = "metadata") -> Result:
    source = folder / f"original{suffix}"
    source.write_bytes(data)
    result = clean(source, folder / "copies" / f"copy{suffix}", PRESETS[policy])
    assert source.read_bytes() == data
    assert not list(folder.glob("**/*.part"))
    if result.target is None:
        assert result.reason
        assert result.reason.endswith("The original is unchanged.")
        assert not (folder / "copies" / f"copy{suffix}").exists()
    return result


@pytest.mark.parametrize("policy", ["metadata", "faces"])
@pytest.mark.parametrize("bad", BAD, ids=[bad.name for bad in BAD])
def test_a_file_that_lies_gives_a_sentence_or_a_clean_file(bad: Bad, policy: str, tmp_path: Path) -> None:
    start = time.process_time()
    result = _clean(bad.data, bad.suffix, tmp_path, policy)
    assert time.process_time() - start < 20
    if result.target and bad.secret:
        assert not find(result.target.read_bytes(), bad.secret)


def test_bad_files_need_little_memory(tmp_path: Path) -> None:
    for bad in BAD:
        _clean(bad.data, bad.suffix, tmp_path)
        (tmp_path / "copies" / f"copy{bad.suffix}").unlink(missing_ok=True)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss < 3 << 20  # KiB


@pytest.mark.parametrize("name", RICH)
@settings(max_examples=150, deadline=None)
@given(share=st.floats(0, 1))
def test_any_cut_gives_a_sentence_or_a_clean_file(name: str, share: float) -> None:
    sample = named(name)
    cut = sample.data[: int(len(sample.data) * share)]
    with TemporaryDirectory() as folder:
        result = _clean(cut, sample.suffix, Path(folder))
        if result.target:
            assert survivors(sample, result.target.read_bytes()) == ()


@pytest.mark.parametrize("name", RICH)
@settings(max_examples=300, deadline=None)
@given(flips=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), min_size=1, max_size=4))
def test_any_changed_byte_gives_a_sentence_or_a_clean_file(name: str, flips: list[tuple[float, int]]) -> None:
    sample = named(name)
    data = bytearray(sample.data)
    for share, value in flips:
        data[min(len(data) - 1, int(len(data) * share))] = value
    with TemporaryDirectory() as folder:
        result = _clean(bytes(data), sample.suffix, Path(folder))
        if result.target:
            assert _left(sample, bytes(data), result.target.read_bytes()) == []


def _left(sample: Sample, original: bytes, copy: bytes) -> list[bytes]:
    """Canaries that the changed original still carried and its copy does too."""
    return [canary for canary in survivors(sample, copy) if find(original, canary)]


def test_a_failing_read_is_a_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "photo.jpg"
    source.write_bytes(samples()[0].data)

    def fail(handle: int, size: int) -> bytes:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("os.read", fail)
    result = clean(source, tmp_path / "copy.jpg", PRESETS["metadata"])
    assert result.outcome == Outcome.FAILED
    assert result.reason == "It cannot be read: input/output error. The original is unchanged."
