"""How many of the faces in annotated pictures are found, beside face_recognition's detector and deface's.

    python tests/benchmarks/finding_faces.py [FOLDER] [--every 1] [--skip-turned]

FOLDER holds ``ground_truth.json`` and its pictures (default: the public test set). A face counts if it is at least
20 px high and not marked to be ignored; it is found if a box shares 40 % of their union with it. A box is right if
it is around any face that is annotated. Times are of the processor, decoding included; every program runs in a
process of its own, which also tells the most memory that it had. ``--every 3`` looks at every third picture.

deface's own class is used, with onnxruntime; it sees pictures at their own size, and its threshold is .2.
face_recognition looks at the picture at twice its size, as it does by default.
"""

from __future__ import annotations

import argparse
import io
import json
import resource
import subprocess
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import numpy as np
from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(ROOT / "app"))

from lenscap import detectors, media  # noqa: E402 (the checkout that this file is in)
from lenscap.model import Box, Looking, Size  # noqa: E402

GROUPS = ("wider", "composites")
EFFORTS = ("fast", "careful", "thorough")
OTHERS = ("face_recognition", "deface")
SMALLEST, SHARED, DEFACE_THRESHOLD = 20, 0.4, 0.2
TURNS = {90: Image.Transpose.ROTATE_90, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_270}
LARGE = {"12 MP": (4000, 3000), "48 MP": (8000, 6000)}
MEGABYTE = 1024

Truth = dict[str, dict[str, Any]]


class Score(NamedTuple):
    """What one program found in some pictures."""

    wanted: int
    found: int
    boxes: int
    right: int
    seconds: float
    pictures: int
    megabytes: float

    def __str__(self) -> str:
        """One line of a table."""
        recall, precision = self.found / max(1, self.wanted), self.right / max(1, self.boxes)
        each = self.seconds / max(1, self.pictures)
        return f"recall {recall:.3f}  precision {precision:.2f}  {each:6.2f} s a picture  {self.megabytes:5,.0f} MB"


def main() -> None:
    """Measure, and print a line for each program and set."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=ROOT.parent / "shared" / "faces")
    parser.add_argument("--every", type=int, default=1, help="look at every n-th picture")
    parser.add_argument("--skip-turned", action="store_true", help="do not turn the pictures, which takes long")
    parser.add_argument("--alone", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.alone:
        program, group, degrees = options.alone
        print(json.dumps(look_at(options.folder, program, group, options.every, int(degrees))))
        return
    for group in GROUPS:
        for program in (*EFFORTS, *OTHERS):
            print(f"{group:<11} {program:<17} {measured(options.folder, program, group, options.every)}", flush=True)
    if not options.skip_turned:
        turned(options.folder, options.every)
    large(options.folder)


def turned(folder: Path, every: int) -> None:
    """How much of what a thorough look finds in upright pictures it finds in turned ones."""
    for group in GROUPS:
        upright = measured(folder, "thorough", group, every)
        for degrees in TURNS:
            score = measured(folder, "thorough", group, every, degrees)
            print(f"{group:<11} {'turned ' + str(degrees):<17} {score}  {score.found / upright.found:.2f} of upright")


def large(folder: Path) -> None:
    """What one large photo takes: a real one, enlarged."""
    with TemporaryDirectory() as scratch:
        original = Image.open(folder / "composites" / "c0.jpg")
        faces = json.loads((folder / "ground_truth.json").read_text())["composites/c0.jpg"]["faces"]
        for name, size in LARGE.items():
            path = Path(scratch) / f"{name}.jpg"
            original.resize(size).save(path, quality=90)
            scale = size[0] / original.width
            boxes = [face | {"box": [side * scale for side in face["box"]]} for face in faces]
            (Path(scratch) / "ground_truth.json").write_text(json.dumps({path.name: {"faces": boxes}}))
            for program in EFFORTS:
                print(f"{name:<11} {program:<17} {measured(Path(scratch), program, name, 1)}", flush=True)


def measured(folder: Path, program: str, group: str, every: int, degrees: int = 0) -> Score:
    """Have one program look at pictures in a process of its own."""
    command = [sys.executable, "-W", "ignore", __file__, str(folder), "--every", str(every)]
    done = subprocess.run([*command, "--alone", program, group, str(degrees)], stdout=subprocess.PIPE, check=True)
    return Score(*json.loads(done.stdout.splitlines()[-1]))  # deface says something before


def look_at(folder: Path, program: str, group: str, every: int, degrees: int) -> Score:
    """Look at the pictures of a group, turned by so many degrees to the left."""
    truth: Truth = json.loads((folder / "ground_truth.json").read_text())
    find = finder(program)
    find(_encoded(Image.new("RGB", (64, 64))))  # what is loaded once is not counted
    names = [name for name in truth if name.startswith(group)][::every]
    wanted = found = boxes = right = 0
    seconds = 0.0
    for name in names:
        data = (folder / name).read_bytes()
        upright = Size(*Image.open(io.BytesIO(data)).size)
        if degrees:
            data = _encoded(Image.open(io.BytesIO(data)).transpose(TURNS[degrees]))
        start = time.process_time()
        seen = find(data)
        seconds += time.process_time() - start
        all_faces = [turned_box(face["box"], upright, degrees) for face in truth[name]["faces"]]
        chosen = [
            box
            for box, face in zip(all_faces, truth[name]["faces"], strict=True)
            if not face["ignore"] and face["box"][3] >= SMALLEST
        ]
        wanted += len(chosen)
        found += sum(any(_shared(box, other) >= SHARED for other in seen) for box in chosen)
        boxes += len(seen)
        right += sum(any(_shared(box, other) >= SHARED for other in all_faces) for box in seen)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / MEGABYTE
    return Score(wanted, found, boxes, right, seconds, len(names), most)


def finder(program: str) -> Callable[[bytes], list[Box]]:
    """A function from the bytes of a picture to boxes."""
    warnings.simplefilter("ignore")
    if program == "face_recognition":
        return _with_face_recognition()
    return _with_deface() if program == "deface" else _with_lenscap(Looking(program))


def _with_lenscap(looking: Looking) -> Callable[[bytes], list[Box]]:
    def find(data: bytes) -> list[Box]:
        size = Size(*media.header(data).size)
        picture = media.upright(data, 1, detectors.longest_side(looking))
        return [each.box for each in detectors.look(media.appearances(picture), size, looking) if each.box]

    return find


def _with_face_recognition() -> Callable[[bytes], list[Box]]:
    import face_recognition

    def find(data: bytes) -> list[Box]:
        places = face_recognition.face_locations(_pixels(data))
        return [Box(left, top, right - left, bottom - top) for top, right, bottom, left in places]

    return find


def _with_deface() -> Callable[[bytes], list[Box]]:
    from deface.centerface import CenterFace

    network = CenterFace(backend="onnxrt", override_execution_provider="CPUExecutionProvider")

    def find(data: bytes) -> list[Box]:
        rows, _ = network(_pixels(data), threshold=DEFACE_THRESHOLD)
        return [Box(*(round(float(n)) for n in (x, y, right - x, bottom - y))) for x, y, right, bottom, _ in rows]

    return find


def turned_box(box: list[float], size: Size, degrees: int) -> Box:
    """Where a box (x, y, width, height) is when its picture of ``size`` is turned to the left."""
    x, y, w, h = box
    width, height = size
    for _ in range(degrees // 90):
        x, y, w, h = y, width - x - w, h, w
        width, height = height, width
    return Box(round(x), round(y), round(w), round(h))


def _shared(one: Box, other: Box) -> float:
    shared = one.shared(other)
    return shared / max(1, one.w * one.h + other.w * other.h - shared)


def _pixels(data: bytes) -> np.ndarray[Any, np.dtype[np.uint8]]:
    return np.asarray(Image.open(io.BytesIO(data)).convert("RGB"))


def _encoded(picture: Image.Image) -> bytes:
    buffer = io.BytesIO()
    picture.save(buffer, "JPEG", quality=95)
    return buffer.getvalue()


if __name__ == "__main__":
    main()
