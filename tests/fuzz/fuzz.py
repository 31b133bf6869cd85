"""Clean files that a coverage-guided fuzzer makes out of the samples, a few minutes for each format.

    python tests/fuzz/fuzz.py [FORMAT ...] [--seconds 180]

Needs the group ``fuzz`` (``uv sync --group dev --group fuzz``). A crash, a hang, too much memory, an original that
was changed, or a canary in a copy outside its picture ends the run with the file that did it, which becomes a sample.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import atheris

with atheris.instrument_imports(include=["lenscap.formats", "lenscap.binary", "lenscap.metadata"]):
    from lenscap.formats import containers
    from lenscap.model import Role
    from lenscap.opening import divided
    from lenscap.pipeline import clean
    from lenscap.policy import PRESETS

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.samples import bad_samples, samples  # noqa: E402 (the tests are no package that is installed)

CANARY = re.compile(rb"CANARY-[a-z0-9-]+-[0-9a-f]{4}")
LONGEST = 1 << 17
SECONDS_A_FILE = 20
MEGABYTES = 3000
NOT_LOOKED_INTO = (Role.PIXELS, Role.COLOUR)
TABLES = re.compile("(Huffman|quantisation) table|PLTE|tRNS|colours|palette|tag 320")
"""What a decoder uses, entry by entry: docs/threat-model.md says that those that no pixel has are not found."""


def main() -> None:
    """Fuzz one format in this process, or each of several in one of its own."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    names = [container.NAME for container in containers()]
    parser.add_argument("formats", nargs="*", metavar="FORMAT", help=f"of {', '.join(names)}; all if none is named")
    parser.add_argument("--seconds", type=int, default=180, help="for each format (default: 180)")
    options = parser.parse_args()
    if len(options.formats) == 1:
        fuzz(options.formats[0], options.seconds)
        return
    failed = [name for name in options.formats or names if _in_a_process(name, options.seconds)]
    print(f"Something was found in {', '.join(failed)}." if failed else "Nothing was found.")
    sys.exit(bool(failed))


def _in_a_process(name: str, seconds: int) -> int:
    print(f"== {name}", flush=True)
    return subprocess.run([sys.executable, __file__, name, "--seconds", str(seconds)], check=False).returncode


def fuzz(name: str, seconds: int) -> None:
    """Feed files like the samples of a format to cleaning."""
    with TemporaryDirectory() as folder:
        seeds = Path(folder) / "seeds"
        seeds.mkdir()
        for sample in samples():
            if sample.format == name and len(sample.data) <= LONGEST:
                (seeds / sample.name).write_bytes(sample.data)
        for bad in bad_samples():
            if bad.name.lower().startswith(name.lower()) and len(bad.data) <= LONGEST:
                (seeds / f"bad-{bad.name}").write_bytes(bad.data)
        limits = [f"-max_total_time={seconds}", f"-max_len={LONGEST}", f"-timeout={SECONDS_A_FILE}"]
        limits += [f"-rss_limit_mb={MEGABYTES}", "-print_final_stats=1", str(seeds)]
        source, target = Path(folder) / "original", Path(folder) / "copy"
        atheris.Setup([__file__, *limits], lambda data: attempt(data, source, target))
        atheris.Fuzz()


def attempt(data: bytes, source: Path, target: Path) -> None:
    """Clean one file; whatever happens, it is a sentence or a copy without canaries."""
    source.write_bytes(data)
    target.unlink(missing_ok=True)
    result = clean(source, target, PRESETS["metadata"])
    assert source.read_bytes() == data, "the original was changed"
    if result.target is None:
        assert result.reason, "no copy and no reason"
        return
    copy = result.target.read_bytes()
    for block in divided(copy).layout.blocks:
        if block.role not in NOT_LOOKED_INTO and not TABLES.match(block.name):
            assert not CANARY.search(copy, block.start, block.end), f"a canary is left in {block.name}"


if __name__ == "__main__":
    main()
