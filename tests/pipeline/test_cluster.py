"""The work of a run on a Dask cluster of two processes on this computer: the same copies, and none is lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from lenscap import cli
from lenscap.errors import MissingPartError
from tests.pipeline.rolls import contents, roll

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]

CLUSTER = (
    "import time\n"
    "from distributed import LocalCluster\n"
    "if __name__ == '__main__':\n"
    "    options = {'host': '127.0.0.1', 'dashboard_address': None, 'worker_dashboard_address': None}\n"
    "    with LocalCluster(n_workers=2, threads_per_worker=1, **options) as cluster:\n"
    "        print(cluster.scheduler_address, *(each.pid for each in cluster.workers.values()), flush=True)\n"
    "        input()\n"
)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, list[int]]]:
    """Its address, and the numbers of its workers' processes; it runs beside the tests, as a real one does."""
    folder = tmp_path_factory.mktemp("cluster")
    paths = os.pathsep.join([str(ROOT / "app"), str(ROOT), *sys.path])
    (folder / "cluster.py").write_text(CLUSTER)
    with subprocess.Popen(
        [sys.executable, str(folder / "cluster.py")],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": paths, "TMPDIR": str(folder)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        assert process.stdout is not None
        address, *pids = process.stdout.readline().split()
        yield address, [int(pid) for pid in pids]
        process.communicate("\n")


def clean(folder: Path, out: Path, *more: str) -> int:
    return cli.main(["clean", str(folder), "--to", str(out), "--json", *more])


@pytest.mark.filterwarnings("ignore")
def test_a_cluster_gives_the_same_bytes(cluster: tuple[str, list[int]], tmp_path: Path) -> None:
    folder = roll(tmp_path / "in", 12)
    (folder / "broken.jpg").write_bytes(b"no picture")
    assert clean(folder, tmp_path / "here") == 1
    assert clean(folder, tmp_path / "there", "--cluster", cluster[0]) == 1
    assert contents(tmp_path / "there") == contents(tmp_path / "here")
    assert len(contents(tmp_path / "there")) == 12


@pytest.mark.filterwarnings("ignore")
@pytest.mark.skipif(sys.platform == "win32", reason="kills")
def test_a_worker_that_is_killed_loses_nothing(
    cluster: tuple[str, list[int]], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = roll(tmp_path / "in", 60)
    victim = cluster[1][0]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT / "app"), *sys.path])}
    command = [sys.executable, "-m", "lenscap", "clean", str(folder), "--to", str(tmp_path / "there"), "--json"]
    with subprocess.Popen(
        [*command, "--cluster", cluster[0]], env=environment, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(5)]
        os.kill(victim, signal.SIGKILL)
        lines += process.stdout.readlines()
    assert process.returncode == 0
    assert len(lines) == 60
    assert clean(folder, tmp_path / "here") == 0
    assert contents(tmp_path / "there") == contents(tmp_path / "here")


@pytest.mark.filterwarnings("ignore")
def test_where_no_cluster_answers_it_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lenscap.pipeline.cluster._SECONDS", 1)
    assert clean(tmp_path, tmp_path / "out", "--cluster", "tcp://127.0.0.1:9") == 2
    assert "No Dask cluster answers at “tcp://127.0.0.1:9”" in capsys.readouterr().err


def test_without_the_extra_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    from lenscap.pipeline import cluster

    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(MissingPartError, match=r"lenscap\[cluster\]"), cluster.connected("tcp://127.0.0.1:9"):
        pass
