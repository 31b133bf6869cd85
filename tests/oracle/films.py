"""A second opinion on films: FFmpeg's libraries, through PyAV, see and hear the same in a copy."""

from __future__ import annotations

import io
from typing import Any, NamedTuple

import av


class Stream(NamedTuple):
    """What a player gets of one stream: how it is coded, its packets, how it looks, its first frames."""

    number: int
    kind: str
    codec: str
    facts: tuple[object, ...]
    packets: tuple[tuple[object, ...], ...]
    frames: tuple[bytes, ...]


def streams(data: bytes, most_frames: int = 8) -> dict[int, Stream]:
    """The pictures and sounds of a film, by the numbers of their tracks."""
    with av.open(io.BytesIO(data)) as film:
        found = [(each.id, each.index) for each in film.streams if each.type in ("video", "audio")]
    return {number: _stream(data, index, most_frames) for number, index in found}


def _stream(data: bytes, index: int, most_frames: int) -> Stream:
    film: Any
    with av.open(io.BytesIO(data)) as film:
        stream = film.streams[index]
        packets = tuple(
            (bytes(packet), packet.pts, packet.dts, packet.duration, packet.is_keyframe, packet.time_base)
            for packet in film.demux(stream)
            if packet.size
        )
    with av.open(io.BytesIO(data)) as film:
        stream = film.streams[index]
        frames = tuple(_shown(frame) for frame, _ in zip(film.decode(stream), range(most_frames), strict=False))
        context = stream.codec_context
        facts: tuple[object, ...] = (stream.duration, stream.start_time, stream.time_base, stream.frames)
        if stream.type == "video":
            facts += (context.width, context.height, stream.average_rate, stream.sample_aspect_ratio, context.pix_fmt)
            facts += (context.color_range, context.color_primaries, context.color_trc, context.colorspace)
        else:
            facts += (context.sample_rate, context.layout.name, context.format.name)
        return Stream(stream.id, stream.type, context.name, facts, packets, frames)


def _shown(frame: Any) -> bytes:
    """A decoded frame, and how it is turned."""
    return bytes(frame.to_ndarray().tobytes()) + str((frame.pts, getattr(frame, "rotation", 0))).encode()


def seconds(data: bytes) -> float:
    """How long a film is."""
    film: Any
    with av.open(io.BytesIO(data)) as film:
        return (film.duration or 0) / av.time_base
