"""Laws 8 and 9 for every kind of picture that is covered without loss; other readers than ours are the witnesses."""

from __future__ import annotations

import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import tifffile
from PIL import Image

from lenscap.cover.styles import STYLES
from lenscap.model import Box, Edits, Outcome, Policy
from lenscap.pipeline import clean
from lenscap.policy import PRESETS
from tests.cover.kinds import COLOURS, KINDS, RGB, Pixels, by_tifffile, picture
from tests.pictures import encoded

HIDDEN = Box(70, 40, 90, 120)
MARGIN = 18
"""How much wider the cover is, on each side."""


def covered(data: bytes, name: str, folder: Path, style: str = "soft", boxes: Sequence[Box] = (HIDDEN,)) -> Path:
    """A copy in which boxes were covered by hand."""
    folder.mkdir(exist_ok=True)
    path = folder / name
    path.write_bytes(data)
    policy = Policy("test", PRESETS["metadata"].remove, style=style, edits={name: Edits(cover=tuple(boxes))})
    result = clean(path, folder / "copies" / name, policy)
    assert result.target is not None, result.reason
    assert result.covered == len(boxes)
    return result.target


def hiding(samples: Pixels, seed: int) -> Pixels:
    """The same samples with others in ``HIDDEN``."""
    changed = samples.copy()
    inside = changed[HIDDEN.y : HIDDEN.y + HIDDEN.h, HIDDEN.x : HIDDEN.x + HIDDEN.w]
    inside[:] = (
        np.random.default_rng(seed)
        .permutation(samples.reshape(-1, *samples.shape[2:]))[: inside.shape[0] * inside.shape[1]]
        .reshape(inside.shape)
    )
    return changed


def outside(pixels: Pixels, margin: int = MARGIN) -> Pixels:
    """The same without what the cover hides."""
    left = pixels.copy()
    left[HIDDEN.y - margin : HIDDEN.y + HIDDEN.h + margin, HIDDEN.x - margin : HIDDEN.x + HIDDEN.w + margin] = 0
    return left


def inside(pixels: Pixels) -> Pixels:
    return pixels[HIDDEN.y : HIDDEN.y + HIDDEN.h, HIDDEN.x : HIDDEN.x + HIDDEN.w]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("name", KINDS)
def test_law_8_what_is_under_the_cover_leaves_no_trace(name: str, style: str, tmp_path: Path) -> None:
    kind = KINDS[name]
    originals = [kind.written(hiding(kind.samples(picture()), seed)) for seed in (1, 2)]
    assert originals[0] != originals[1]
    copies = [
        covered(data, f"photo{kind.suffix}", tmp_path / str(number), style).read_bytes()
        for number, data in enumerate(originals)
    ]
    assert copies[0] == copies[1]


@pytest.mark.parametrize("name", KINDS)
def test_law_9_outside_the_cover_no_sample_changes(name: str, tmp_path: Path) -> None:
    kind = KINDS[name]
    samples = kind.samples(picture())
    data = kind.written(samples)
    copy = covered(data, f"photo{kind.suffix}", tmp_path).read_bytes()
    after = kind.read(copy)
    before = samples if after.shape == samples.shape else kind.read(data)
    assert after.dtype == before.dtype
    assert np.array_equal(outside(after), outside(before))
    assert (inside(after) != inside(before)).mean() > 0.2
    assert Image.open(io.BytesIO(data)).mode == Image.open(io.BytesIO(copy)).mode
    again = clean(tmp_path / "copies" / f"photo{kind.suffix}", tmp_path / f"again{kind.suffix}", PRESETS["metadata"])
    assert again.outcome == Outcome.ALREADY_CLEAN


@pytest.mark.parametrize(("form", "suffix"), [("PNG", ".png"), ("BMP", ".bmp"), ("TIFF", ".tif"), ("GIF", ".gif")])
def test_a_colour_that_only_hidden_pixels_have_is_not_in_the_copy(form: str, suffix: str, tmp_path: Path) -> None:
    """Neither as a colour of the cover nor in the palette; and it does not matter which colour it was."""
    copies = []
    for number, secret in enumerate(((201, 17, 99), (13, 222, 7))):
        palette = bytearray(COLOURS.tobytes())
        palette[3 * 200 : 3 * 201] = bytes(secret)
        numbers = np.full((256, 256), 3, np.uint8)
        numbers[:, 128:] = 9
        numbers[HIDDEN.y : HIDDEN.y + HIDDEN.h, HIDDEN.x : HIDDEN.x + HIDDEN.w] = 200
        image = Image.fromarray(numbers, "P")
        image.putpalette(bytes(palette))
        data = encoded(image, form, optimize=False)
        copies.append(covered(data, f"photo{suffix}", tmp_path / str(number)).read_bytes())
        shown = np.array(Image.open(io.BytesIO(copies[-1])).convert("RGB"))
        assert not (shown == secret).all(axis=2).any()
    assert copies[0] == copies[1]


def test_an_animated_png_with_a_palette_keeps_no_colour_that_is_hidden(tmp_path: Path) -> None:
    copies = []
    for number, secret in enumerate(((201, 17, 99), (13, 222, 7))):
        palette = bytearray(COLOURS.tobytes())
        palette[3 * 200 : 3 * 201] = bytes(secret)
        frames = []
        for frame in range(3):
            numbers = np.full((256, 256), 3 + frame, np.uint8)
            numbers[HIDDEN.y : HIDDEN.y + HIDDEN.h, HIDDEN.x : HIDDEN.x + HIDDEN.w] = 200
            image = Image.fromarray(numbers, "P")
            image.putpalette(bytes(palette))
            frames.append(image)
        data = encoded(frames[0], "PNG", save_all=True, append_images=frames[1:], duration=[30, 40, 50])
        copies.append(covered(data, "photo.png", tmp_path / str(number)).read_bytes())
        assert bytes(secret) in data
        assert bytes(secret) not in copies[-1]
    assert copies[0] == copies[1]
    copy = Image.open(io.BytesIO(copies[0]))
    assert getattr(copy, "n_frames", 1) == 3


def test_every_page_of_a_tiff_is_covered_at_its_own_size_and_keeps_its_own_resolution(tmp_path: Path) -> None:
    small = picture()[::2, ::2]
    buffer = io.BytesIO()
    with tifffile.TiffWriter(buffer) as writer:
        writer.write(picture(), **RGB, resolution=(300, 300), resolutionunit=2)
        writer.write(small.astype(np.uint16) * 257, **RGB, compression="zlib", resolution=(72, 72), resolutionunit=2)
    copy = covered(buffer.getvalue(), "photo.tif", tmp_path)
    with tifffile.TiffFile(copy) as book:
        pages = [page.asarray() for page in book.pages]
        assert [page.aspage().tags["XResolution"].value for page in book.pages] == [(300, 1), (72, 1)]
    assert [page.dtype for page in pages] == [np.uint8, np.uint16]
    assert np.array_equal(outside(pages[0]), outside(picture()))
    halved = pages[1][::, ::]
    y, x = HIDDEN.y // 2, HIDDEN.x // 2
    part = slice(y, y + HIDDEN.h // 2), slice(x, x + HIDDEN.w // 2)
    assert (halved[part] != small[part].astype(np.uint16) * 257).mean() > 0.9
    assert np.array_equal(halved[:, 100:], small[:, 100:].astype(np.uint16) * 257)


def test_a_page_that_is_stored_turned_is_covered_where_it_shows_the_same(tmp_path: Path) -> None:
    upright = np.full((120, 80, 3), 255, np.uint8)
    upright[20:60, 10:50] = 200, 0, 0
    buffer = io.BytesIO()
    with tifffile.TiffWriter(buffer) as writer:
        writer.write(upright, **RGB)
        writer.write(np.rot90(upright).copy(), **RGB, extratags=[(274, 3, 1, 6, True)])
    copy = covered(buffer.getvalue(), "photo.tif", tmp_path, "solid", [Box(10, 20, 40, 40)])
    with tifffile.TiffFile(copy) as book:
        assert book.pages[1].aspage().tags["Orientation"].value == 6
        assert all((page.asarray()[..., 1] > 100).all() for page in book.pages)
    with tifffile.TiffFile(io.BytesIO(buffer.getvalue())) as book:
        assert not all((page.asarray()[..., 1] > 100).all() for page in book.pages)


def test_numbers_about_all_the_pixels_of_a_tiff_go(tmp_path: Path) -> None:
    copies = []
    for number, largest in enumerate((250, 199)):
        buffer = io.BytesIO()
        tifffile.imwrite(buffer, picture(), **RGB, extratags=[(281, 3, 3, (largest,) * 3, True)])
        copies.append(covered(buffer.getvalue(), "photo.tif", tmp_path / str(number)).read_bytes())
    assert copies[0] == copies[1]


def animation(disposal: int, transparent: bool, seed: int = 0) -> tuple[bytes, list[int]]:
    """Frames in which something moves under the cover, and something else outside it."""
    frames = []
    for number in range(4):
        numbers = hiding(np.asarray(KINDS["gif"].samples(picture())), seed + number)
        numbers[:, :30] = 10 * number
        if transparent:
            numbers[200:, 20 * number : 20 * number + 60] = 40
        image = Image.fromarray(numbers, "P")
        image.putpalette(COLOURS.tobytes())
        frames.append(image)
    durations = [50, 120, 30, 400]
    options: dict[str, Any] = {"transparency": 40} if transparent else {}
    data = encoded(
        frames[0], "GIF", save_all=True, append_images=frames[1:], duration=durations, loop=3, disposal=disposal,
        optimize=False, **options,
    )  # fmt: skip
    return data, durations


@pytest.mark.parametrize("transparent", [False, True])
@pytest.mark.parametrize("disposal", [0, 1, 2])
def test_an_animated_gif_keeps_its_frames_its_times_and_its_loops(
    disposal: int, transparent: bool, tmp_path: Path
) -> None:
    data, durations = animation(disposal, transparent)
    before = Image.open(io.BytesIO(data))
    after = Image.open(io.BytesIO(covered(data, "photo.gif", tmp_path).read_bytes()))
    assert getattr(before, "n_frames", 1) == getattr(after, "n_frames", 1) == 4
    assert after.info["loop"] == before.info["loop"] == 3
    for number, duration in enumerate(durations):
        before.seek(number)
        after.seek(number)
        assert after.info["duration"] == duration
        one, other = (np.array(image.convert("RGBA")) for image in (before, after))
        for each in (one, other):
            each[each[..., 3] == 0] = 0
        assert np.array_equal(outside(one), outside(other)), number
        assert (inside(one) != inside(other)).mean() > 0.5


def test_what_moves_under_the_cover_of_an_animated_gif_leaves_no_trace(tmp_path: Path) -> None:
    originals = [animation(1, True, seed)[0] for seed in (10, 20)]
    still = animation(1, True)[0]
    assert originals[0] != originals[1]
    copies = [
        covered(data, "photo.gif", tmp_path / str(number)).read_bytes()
        for number, data in enumerate([*originals, still])
    ]
    assert copies[0] == copies[1] == copies[2]


def test_a_frame_that_changes_under_the_cover_only_is_still_a_frame(tmp_path: Path) -> None:
    frames = [Image.fromarray(hiding(KINDS["gif"].samples(picture()), seed), "P") for seed in range(3)]
    for frame in frames:
        frame.putpalette(COLOURS.tobytes())
    data = encoded(frames[0], "GIF", save_all=True, append_images=frames[1:], duration=[70, 80, 90])
    copy = Image.open(io.BytesIO(covered(data, "photo.gif", tmp_path).read_bytes()))
    assert getattr(copy, "n_frames", 1) == 3
    for number, duration in enumerate((70, 80, 90)):
        copy.seek(number)
        assert copy.info["duration"] == duration


@pytest.mark.parametrize("name", ["png rgb 16", "gif", "bmp", "tiff rgb 16", "tiff lzw", "png palette"])
@pytest.mark.parametrize(
    "boxes",
    [
        [Box(0, 0, 256, 256)],
        [Box(-50, -50, 400, 400)],
        [Box(200, 200, 100, 100)],
        [Box(10, 10, 100, 100), Box(60, 60, 100, 100)],
    ],
    ids=["all", "more than all", "over the edge", "overlapping"],
)
def test_a_cover_may_be_anywhere(name: str, boxes: list[Box], tmp_path: Path) -> None:
    kind = KINDS[name]
    copies = []
    for seed in (1, 2):
        samples = kind.samples(picture()).copy()
        noise = np.random.default_rng(seed).permutation(samples.reshape(-1, *samples.shape[2:])).reshape(samples.shape)
        for x, y, w, h in boxes:
            area = slice(max(0, y), y + h), slice(max(0, x), x + w)
            samples[area] = noise[area]
        copies.append(
            covered(kind.written(samples), f"photo{kind.suffix}", tmp_path / str(seed), boxes=boxes).read_bytes()
        )
    assert copies[0] == copies[1]


@pytest.mark.parametrize("name", KINDS)
def test_a_picture_of_one_pixel_can_be_covered(name: str, tmp_path: Path) -> None:
    kind = KINDS[name]
    data = kind.written(kind.samples(picture()[:1, :1]).copy())
    covered(data, f"photo{kind.suffix}", tmp_path, boxes=[Box(0, 0, 1, 1)])


def test_a_covered_tiff_is_read_by_others_page_by_page(tmp_path: Path) -> None:
    data = KINDS["tiff rgb"].written(picture())
    copy = covered(data, "photo.tif", tmp_path).read_bytes()
    assert np.array_equal(by_tifffile(copy), np.array(Image.open(io.BytesIO(copy))))
