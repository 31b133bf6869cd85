"""The house: who may import whom, each contract with a canary that shows that it can fail."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "app" / "lenscap"

CANARIES = {
    "a line imports a higher one": ("formats/canary.py", "from lenscap import pipeline\n", "layers"),
    "a name sees another on its line": ("cover/canary.py", "from lenscap import detectors\n", "layers"),
    "the model imports ours": ("model.py", "import lenscap.resources\n", "layers"),
    "Qt outside the window": ("metadata/canary.py", "from PySide6 import QtCore\n", "qt"),
    "a model is run behind the door's back": ("cover/canary.py", "import onnxruntime\n", "inference"),
    "a socket": ("media.py", "import socket\n", "network"),
    "a cluster is spoken to": ("pipeline/batch.py", "import distributed\n", "cluster"),
    "an address is fetched": ("gui/canary.py", "from urllib.request import urlopen\n", "network"),
}


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    program = Path(sys.executable).with_name("lint-imports")
    command = [str(program), "--no-cache", "--config", str(folder / "pyproject.toml")]
    return subprocess.run(
        command, cwd=folder, env={"PYTHONPATH": str(folder / "app")}, capture_output=True, text=True, check=False
    )


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("house")
    shutil.copytree(PACKAGE, folder / "app" / "lenscap", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def test_the_house_stands(house: Path) -> None:
    done = lint(house)
    assert done.returncode == 0, done.stdout
    assert "0 broken" in done.stdout


@pytest.mark.parametrize("name", CANARIES)
def test_a_contract_fails_where(name: str, house: Path) -> None:
    file, line, contract = CANARIES[name]
    path = house / "app" / "lenscap" / file
    before = path.read_text(encoding="utf-8") if path.exists() else None
    path.write_text((before or "") + line, encoding="utf-8")
    try:
        done = lint(house)
    finally:
        path.unlink() if before is None else path.write_text(before, encoding="utf-8")
    assert done.returncode == 1
    assert f"{TITLES[contract]} BROKEN" in done.stdout.replace("\n", " ")


TITLES = {
    "layers": "A line imports only lines below it; names on one line do not see each other",
    "qt": "Qt is in the window only",
    "inference": "Only inference.py opens the door to onnxruntime",
    "network": "No network",
    "cluster": "Only pipeline/cluster.py speaks to a cluster",
}


def test_qtnetwork_is_named_nowhere() -> None:
    """import-linter sees PySide6 as one thing, so its network part is looked for by name."""
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in getattr(node, "names", []) if isinstance(alias, ast.alias)]
            module = getattr(node, "module", None) or ""
            assert not any("QtNetwork" in name or "QtWebEngine" in name for name in [*names, module]), path


def test_only_one_file_opens_the_door_to_ffmpeg() -> None:
    """What decodes films reads untrusted bytes, in the process beside ours."""
    using = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in getattr(node, "names", []) if isinstance(alias, ast.alias)]
            if "av" in (name.partition(".")[0] for name in [*names, getattr(node, "module", None) or ""]):
                using.add(path.name)
    assert using == {"media_film.py"}


def loaded_by(*arguments: str) -> set[str]:
    """The modules that are loaded when Lenscap has done what it was asked for."""
    code = (
        "import sys; sys.argv = ['lenscap', *sys.argv[1:]]\n"
        "from lenscap.__main__ import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "print(*sys.modules, file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True, stdin=subprocess.DEVNULL
    )
    return {name.partition(".")[0] for name in done.stderr.split()}


HEAVY = {"distributed", "PySide6", "onnxruntime", "onnx", "numpy", "scipy", "PIL", "dlib", "face_recognition"}


@pytest.mark.parametrize("arguments", [("--help",), ("clean", "--help"), ("--version",), ("formats",)])
def test_help_loads_nothing_heavy(arguments: tuple[str, ...]) -> None:
    loaded = loaded_by(*arguments)
    assert "lenscap" in loaded
    assert not loaded & HEAVY


def test_looking_without_faces_loads_no_decoder(tmp_path: Path) -> None:
    from tests.samples import named

    (tmp_path / "photo.png").write_bytes(named("png-text").data if _has("png-text") else _any_png())
    assert not loaded_by("inspect", "--faces", "off", str(tmp_path)) & (HEAVY - {"numpy", "scipy"})


def _has(name: str) -> bool:
    from tests.samples import samples

    return any(sample.name == name for sample in samples())


def _any_png() -> bytes:
    from tests.samples import samples

    return next(sample.data for sample in samples() if sample.format == "PNG")
