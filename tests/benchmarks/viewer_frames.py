"""How smooth the viewer is on a large photo: zooming by wheel and dragging, as CPU time for each frame.

    python tests/benchmarks/viewer_frames.py [--megapixels 48]

A JPEG with two faces on it is made, shown between original and copy, zoomed in and out and dragged about. For each
frame: the processor time of handling the event and painting the window. Sixty frames a second leave 16.7 ms for each.
"""

from __future__ import annotations

import argparse
import os
import resource
import sys
from collections.abc import Callable, Iterator
from multiprocessing import get_context
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from time import monotonic, process_time, thread_time

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

import numpy as np
from PIL import Image
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lenscap.gui import theme
from lenscap.gui.history import History
from lenscap.gui.pictures import MOST_WHOLE
from lenscap.gui.roll.photo import Photo
from lenscap.gui.roll.photos import PhotoModel
from lenscap.gui.thumbnails import Thumbnails
from lenscap.gui.viewer.page import ViewerPage
from lenscap.model import PICTURE, Box, Finding, Kind, Looking, Report, Size
from lenscap.policy import PRESETS

NOTCHES = 40


def main() -> None:
    """Make the photo, show it, and measure."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megapixels", type=float, default=48)
    options = parser.parse_args()
    app = QApplication([])
    theme.apply(app, "light")
    with TemporaryDirectory() as folder:
        path = Path(folder) / "large.jpg"
        with get_context("spawn").Pool(1) as pool:  # what making it takes is not to be counted
            size = pool.apply(photo, (path, options.megapixels))
        del sys.modules["__main__"].__file__  # what decodes loads the program's first module, and not this one
        measure(app, path, size)


def photo(path: Path, megapixels: float) -> Size:
    """A JPEG of shapes and grain, four to three."""
    width = round((megapixels * 4e6 / 3) ** 0.5) // 16 * 16
    size = Size(width, width * 3 // 4)
    random = np.random.default_rng(1)
    shapes = Image.fromarray(random.integers(0, 255, (30, 40, 3), dtype=np.uint8)).resize(size)
    grain = np.tile(random.normal(0, 7, (500, 500, 1)), (size.height // 500 + 1, size.width // 500 + 1, 1))
    pixels = np.asarray(shapes) + grain[: size.height, : size.width].astype(np.int8)
    Image.fromarray(pixels.clip(0, 255).astype(np.uint8)).save(path, quality=90)
    return size


def measure(app: QApplication, path: Path, size: Size) -> None:
    """Print the times until something is seen, those of frames, and the most memory."""
    page = opened(path, size)
    before, began, work = memory(), monotonic(), process_time()
    page.show_photo(0)
    until(app, lambda: not page.stage.empty)
    seen = monotonic() - began
    until(app, lambda: page.stage.sharp)
    sharp = monotonic() - began
    print(f"processor time of this process until sharp: {process_time() - work:.2f} s")
    until(app, lambda: page.stage.shows_copy)
    nearly = monotonic() - began
    whole = size.width * size.height <= MOST_WHOLE  # of a larger one the copy is only sketched
    until(app, lambda: not whole or page.stage._words == "After cleaning")
    copied = monotonic() - began
    print(f"processor time of this process until the copy is shown: {process_time() - work:.2f} s")
    print(f"{size.width} × {size.height}: seen after {seen:.2f} s, sharp after {sharp:.2f} s")
    print(f"its copy: nearly after {nearly:.2f} s" + (f", truly after {copied:.2f} s" if whole else ""))
    print(f"memory: {memory() - before:,.0f} MB more at most")
    report("zoom", list(zoom(app, page)))
    page.stage.zoom_to(1)
    report("pan at 100 %", list(pan(app, page)))
    page.stage.zoom_to(0.45)
    report("pan at 45 %", list(pan(app, page)))
    page.wait()


def opened(path: Path, size: Size) -> ViewerPage:
    """The viewer with one photo and two faces, as large as in a window."""
    faces = (Box(size.width // 4, size.height // 3, 600, 700), Box(size.width // 2, size.height // 3, 600, 700))
    findings = tuple(Finding(Kind.FACE, "A face", PICTURE, 0.9, box) for box in faces)
    photos = PhotoModel()
    photos.append([Photo(path, path.name, Report(path, "JPEG", size, findings, looked=Looking("careful")), seen=True)])
    page = ViewerPage(photos, photos, Thumbnails(), History(photos, photos))
    page.set_policy(PRESETS["faces"])
    page.resize(1440, 900)
    page.show()
    return page


def until(app: QApplication, there: Callable[[], bool]) -> None:
    """Let the window work."""
    end = monotonic() + 300
    while not there() and monotonic() < end:
        app.processEvents()
    assert there()


def frame(app: QApplication, page: ViewerPage, deed: Callable[[], object]) -> float:
    """Milliseconds of this thread's processor time for a deed and what is painted after it."""
    began = thread_time()
    deed()
    page.stage.viewport().repaint()
    app.processEvents()
    return (thread_time() - began) * 1000


def zoom(app: QApplication, page: ViewerPage) -> Iterator[float]:
    """In with the wheel, and out again."""
    view = page.stage.viewport()
    at = QPointF(view.rect().center()) + QPointF(60, -40)
    for step in [60] * NOTCHES + [-60] * NOTCHES:
        event = QWheelEvent(at, view.mapToGlobal(at), QPoint(), QPoint(0, step), Qt.MouseButton.NoButton,
                            Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False)  # fmt: skip
        yield frame(app, page, lambda event=event: QApplication.sendEvent(view, event))  # type: ignore[misc]


def pan(app: QApplication, page: ViewerPage) -> Iterator[float]:
    """Round in a circle with the button held."""
    view = page.stage.viewport()
    middle = QPoint(80, view.height() - 80)
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=middle)
    for step in range(2 * NOTCHES):
        at = middle + QPoint(6 * step if step < NOTCHES else 6 * (2 * NOTCHES - step), -3 * min(step, NOTCHES))
        yield frame(app, page, lambda at=at: QTest.mouseMove(view, at))  # type: ignore[misc]
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=middle)


def report(what: str, times: list[float]) -> None:
    """One line of figures."""
    p95 = quantiles(times, n=20)[-1]
    print(f"{what}: median {median(times):.1f} ms, 95 % under {p95:.1f} ms, longest {max(times):.1f} ms a frame")


def memory() -> float:
    """The most that this process has had, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


if __name__ == "__main__":
    main()
