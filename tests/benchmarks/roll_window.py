"""What the window needs for a roll of 50,000 photos: time, in seconds of the processor, and memory.

    python tests/benchmarks/roll_window.py [--number 50000] [--seconds 600]

The photos are small JPEGs, each with its own time, most with a position, all with a thumbnail. They are read for
``--seconds`` at most before the window is used. Times are those of the window's own thread (``time.thread_time``), so
that what else the machine does is not in them; what reading holds up is told as the time in which the window does not
answer.
"""

from __future__ import annotations

import argparse
import io
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import piexif
from PIL import Image
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication

from lenscap import memory, settings
from lenscap.gui import decoding, theme
from lenscap.gui.garbage import Garbage
from lenscap.gui.roll.grid import PhotoGrid
from lenscap.gui.roll.reading import Reading
from lenscap.gui.window import Window

PICTURES = 40
TOWNS = ((38.71, -9.13), (45.76, 4.84), (50.85, 4.35), (48.85, 2.35), (52.52, 13.4), (41.9, 12.5), (59.33, 18.06))
KILO = 1024


def main() -> None:
    """Make the photos and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--number", type=int, default=50_000)
    parser.add_argument("--seconds", type=float, default=600)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        setattr(settings, "path", lambda: Path(scratch) / "settings.toml")  # noqa: B010
        folder = Path(scratch) / "photos"
        fill(folder, options.number)
        measure(folder, options)


def fill(folder: Path, number: int) -> None:
    """Write so many different photos, in folders of a thousand."""
    pictures = [_picture(seed) for seed in range(PICTURES)]
    for index in range(number):
        where = folder / f"{index // 1000:03}"
        if index % 1000 == 0:
            where.mkdir(parents=True)
        head, tail = pictures[index % PICTURES]
        (where / f"IMG_{index:05}.jpg").write_bytes(head.replace(MARK, _time(index)) + tail)


MARK = b"2000:01:01 00:00:00"


def _time(index: int) -> bytes:
    day, second = divmod(index * 997, 86400)
    date = f"20{10 + day // 336:02}:{1 + day // 28 % 12:02}:{1 + day % 28:02}"
    return f"{date} {second // 3600:02}:{second // 60 % 60:02}:{second % 60:02}".encode()


def _picture(seed: int) -> tuple[bytes, bytes]:
    """A JPEG of 1600 by 1200 pixels, cut in two after its Exif."""
    small = Image.effect_mandelbrot((160, 120), (-3, -2.5, 2, 2.5), 20 + seed).convert("RGB")
    large, thumbnail, data = io.BytesIO(), io.BytesIO(), io.BytesIO()
    small.resize((1600, 1200), Image.Resampling.BICUBIC).save(large, "JPEG", quality=70)
    small.save(thumbnail, "JPEG")
    lat, lon = TOWNS[seed % len(TOWNS)]
    place = {1: b"N", 2: _degrees(lat), 3: b"W" if lon < 0 else b"E", 4: _degrees(abs(lon))}
    written = {
        "0th": {271: b"Fabrikam", 272: b"Phone 7", 305: b"Camera 4.2"},
        "Exif": {36867: MARK, 36880: b"+01:00", 33434: (1, 30 + seed), 42033: b"F7-%08d" % seed},
        "GPS": place if seed % 4 else {}, "1st": {259: 6}, "thumbnail": thumbnail.getvalue(),
    }  # fmt: skip
    piexif.insert(piexif.dump(written), large.getvalue(), data)
    whole = data.getvalue()
    end = 4 + int.from_bytes(whole[4:6])
    return whole[:end], whole[end:]


def _degrees(value: float) -> tuple[tuple[int, int], ...]:
    return (int(value), 1), (int(value % 1 * 60), 1), (0, 1)


def measure(folder: Path, options: argparse.Namespace) -> None:
    """Use the window as a person would, and print what it took."""
    sys.setswitchinterval(0.001)  # as the program has it, and all that follows
    memory.give_back_freed_memory()
    del sys.modules["__main__"].__file__  # what reads loads the program's first module, and not this one
    app = QApplication([])
    theme.apply(app, "light")
    window = Window(settings.Settings(output=folder.parent / "copies"))
    window.resize(1440, 900)
    window.show()
    _settle(0.5)
    garbage = Garbage(app)
    window.photos.modelReset.connect(garbage.look_at_all)
    empty = _resident()
    print(f"{options.number} photos; the empty window takes {empty:.0f} MB")
    paints: list[float] = []
    with _painting(paints):
        _open(app, window, folder, options)
        _use(app, window, paints, empty)
    window.close()


def _open(app: QApplication, window: Window, folder: Path, options: argparse.Namespace) -> None:
    reading = window.roll.reading
    gaps = _Gaps()
    began = time.monotonic()
    window.open_paths([folder])
    _wait(lambda: reading.running and window.photos.rowCount() >= options.number and reading._step != "listing")
    print(f"listed after {time.monotonic() - began:.2f} s; longest silence {max(gaps.seconds):.3f} s")
    gaps.seconds.clear()
    begun, cpu, grown = time.monotonic(), time.thread_time(), _resident()
    reading.settled.connect(reading.stop)  # what looks for faces has memory of its own
    beside = decodes = 0.0
    while reading.running and time.monotonic() - begun < options.seconds:
        _settle(0.05)
        beside, decodes = max(beside, _beside(reading)), max(decodes, _decodes())
    gaps.clock.stop()
    passed, busy = time.monotonic() - begun, time.thread_time() - cpu
    read = sum(photo.known for photo in window.photos.photos())
    each = (_resident() - grown) * KILO / read
    print(f"reading: {read} photos read, {read / passed:.0f} a second; {each:.1f} KB each")
    print(f"what reads them beside the window: at most {beside:.0f} MB, and none when it is done")
    print(f"what decodes their pictures there: at most {decodes:.0f} MB, and none when nobody looks on")
    print(f"meanwhile the window's thread is busy {busy / passed:.0%} of the time and does not answer for")
    print(f"  {statistics.median(gaps.seconds) * 1000:.0f} ms, at the longest {max(gaps.seconds) * 1000:.0f} ms")
    reading.stop()


def _use(app: QApplication, window: Window, paints: list[float], empty: float) -> None:
    grid, roll = window.roll.grid, window.roll
    _timed(app, "first paint once the list is known", 0.3, partial(_show_first, window))
    _timed(app, "select all", 0.2, grid.selectAll)
    _timed(app, "select none", 0.2, grid.clearSelection)
    for key in ("place", "face", "all"):
        _timed(app, f"filter: {key}", 0.1, roll.bar.chips[key].click)
    for order in ("name", "oldest", "newest"):
        _timed(app, f"sort: {order}", 0.3, partial(roll.bar.order.choose, order))
    for by in ("day", "place"):
        _timed(app, f"group: {by}", 0.3, partial(roll.bar.groups.choose, by))
        _timed(app, f"select all, by {by}", 0.2, grid.selectAll)
        _timed(app, f"filter, by {by}", 0.1, roll.bar.chips["place"].click)
        roll.bar.chips["all"].click()
    paints.clear()
    for by in ("day", "nothing"):
        roll.bar.groups.choose(by)
        _scroll(window, 300)
    _figure("paint of the grid, median", statistics.median(paints), 0.010)
    _figure("paint of the grid, 95 of 100", statistics.quantiles(paints, n=20)[-1], 0.025)
    print(f"memory: {_resident():.0f} MB (at most 250), {_resident() - empty:.0f} MB more than the empty window")
    grid.selectAll()
    _timed(app, "remove all", 0.1, roll.deeds.remove)
    _timed(app, "take that back", 0.3, roll.deeds.step_back)  # after which faces are looked for, in their own memory
    roll.reading.stop()


def _show_first(window: Window) -> None:
    window.roll.filtered.show_only(None)
    window.roll.grid.doItemsLayout()
    window.roll.grid.repaint()


def _scroll(window: Window, steps: int) -> None:
    """From end to end, a page at each stop, with thumbnails coming in meanwhile."""
    bar = window.roll.grid.verticalScrollBar()
    for step in range(steps + 1):
        bar.setValue(bar.maximum() * step // steps)
        _settle(0.02)
        if step % 10 == 0:
            _settle(0.3)
            window.roll.grid.viewport().repaint()


def _timed(app: QApplication, what: str, most: float, deed: Callable[[], object]) -> None:
    """What something takes, with all that it leads to before the window rests again."""
    _settle(0.1)
    began = time.thread_time()
    deed()
    for _ in range(4):
        app.processEvents()
    _figure(what, time.thread_time() - began, most)
    longest = _longest(app)
    _figure("  the longest of what follows", longest, 0.1)


def _longest(app: QApplication) -> float:
    """What takes longest of all that is done in the next moments."""
    longest, end = 0.0, time.monotonic() + 0.4
    while time.monotonic() < end:
        began = time.thread_time()
        app.processEvents()
        longest = max(longest, time.thread_time() - began)
        time.sleep(0.001)
    return longest


def _figure(what: str, seconds: float, most: float) -> None:
    print(f"{'ok  ' if seconds <= most else 'SLOW'} {what}: {seconds * 1000:.1f} ms (at most {most * 1000:.0f})")


@contextmanager
def _painting(paints: list[float]) -> Iterator[None]:
    """Measure each time the grid is drawn."""
    paint = PhotoGrid.paintEvent

    def measured(grid: PhotoGrid, event: QPaintEvent) -> None:
        began = time.thread_time()
        paint(grid, event)
        paints.append(time.thread_time() - began)

    setattr(PhotoGrid, "paintEvent", measured)  # noqa: B010
    yield
    setattr(PhotoGrid, "paintEvent", paint)  # noqa: B010


class _Gaps:
    """How long the window does not answer."""

    def __init__(self) -> None:
        self.seconds, self._last = [0.0], time.monotonic()
        self.clock = QTimer(interval=5)
        self.clock.timeout.connect(self._beat)
        self.clock.start()

    def _beat(self) -> None:
        now = time.monotonic()
        self.seconds.append(now - self._last)
        self._last = now


def _beside(reading: Reading) -> float:
    """Megabytes of memory of the process that reads."""
    pid = reading._reader._hand.pid if reading._reader else None
    return _resident(str(pid)) if pid else 0.0


def _decodes() -> float:
    """Megabytes of memory of the processes that decode pictures."""
    processes = decoding._processes
    pids = [each.hand.pid for each in (*processes._free, *processes._taken)]
    return sum(_resident(str(pid)) for pid in pids if pid)


def _resident(process: str = "self") -> float:
    """Megabytes of memory that a process has, where the system tells."""
    try:
        pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    except OSError:
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / KILO / KILO


def _settle(seconds: float) -> None:
    """Let the window work for a while, in a loop of its own: only there does Qt delete what is to be deleted later."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def _wait(happened: Callable[[], bool]) -> None:
    while not happened():
        _settle(0.005)


if __name__ == "__main__":
    main()
