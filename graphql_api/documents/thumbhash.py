"""ThumbHash: an image in about 25 bytes, to be shown blurred until it is there.

The format is Evan Wallace's (https://evanw.github.io/thumbhash/): the lowest frequencies of
luminance, of two colour differences and, if there is any, of transparency.
"""

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from math import cos, pi
from typing import NamedTuple

from PIL.Image import Image, Resampling

# The frequencies kept say nothing of more detail than this.
EDGE = 32


class Size(NamedTuple):
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Waves:
    """A channel as waves: its average, and the others as shares of the largest, from 0 to 1."""

    average: float
    largest: float
    shares: list[float]


def thumbhash(image: Image) -> str:
    """Give the ThumbHash of an image in Base64."""
    small = image.copy()
    small.thumbnail((EDGE, EDGE), Resampling.BOX)
    size = Size(*small.size)
    data = small.convert("RGBA").tobytes()
    pixels = [tuple(data[start : start + 4]) for start in range(0, len(data), 4)]
    light, yellow, red, alpha = channels(pixels)
    transparent = any(value < 1 for value in alpha)
    across, down = wave_counts(size, 5 if transparent else 7)
    colours = [waves(yellow, size, 3, 3), waves(red, size, 3, 3)]
    parts = [waves(light, size, max(3, across), max(3, down)), *colours]
    if transparent:
        parts.append(waves(alpha, size, 5, 5))
    landscape = size.width > size.height
    head = header(parts, down if landscape else across, landscape=landscape)
    return b64encode(head + nibbles(parts)).decode()


def channels(pixels: list[tuple[int, ...]]) -> list[list[float]]:
    """Give luminance, yellow against blue, red against green, and opacity of each pixel."""
    opacity = [pixel[3] / 255 for pixel in pixels]
    weight = sum(opacity) or 1
    average = [
        sum(pixel[i] / 255 * a for pixel, a in zip(pixels, opacity, strict=True)) / weight
        for i in range(3)
    ]
    light, yellow, red = [], [], []
    for pixel, a in zip(pixels, opacity, strict=True):
        # What is transparent shows the average colour, and so makes no waves.
        r, g, b = (average[i] * (1 - a) + pixel[i] / 255 * a for i in range(3))
        light.append((r + g + b) / 3)
        yellow.append((r + g) / 2 - b)
        red.append(r - g)
    return [light, yellow, red, opacity]


def wave_counts(size: Size, limit: int) -> tuple[int, int]:
    """Share the waves of luminance between both directions as the sides are."""
    longer = max(size)
    return max(1, rounded(limit * size.width / longer)), max(
        1, rounded(limit * size.height / longer)
    )


def waves(channel: list[float], size: Size, across: int, down: int) -> Waves:
    """Split a channel into the waves of a cosine transform, the slow half of them."""
    columns = [basis(size.width, frequency) for frequency in range(across)]
    rows = [basis(size.height, frequency) for frequency in range(down)]
    found = [strength(channel, columns[x], rows[y]) for x, y in frequencies(across, down)]
    average, *rest = found
    largest = max((abs(value) for value in rest), default=0.0)
    shares = [0.5 + 0.5 * value / largest if largest else 0.0 for value in rest]
    return Waves(average, largest, shares)


def frequencies(across: int, down: int) -> Iterator[tuple[int, int]]:
    for y in range(down):
        x = 0
        while x * down < across * (down - y):
            yield x, y
            x += 1


def basis(length: int, frequency: int) -> list[float]:
    return [cos(pi / length * frequency * (place + 0.5)) for place in range(length)]


def strength(channel: list[float], column: list[float], row: list[float]) -> float:
    width = len(column)
    total = sum(
        factor * sum(map(float.__mul__, channel[y * width : (y + 1) * width], column))
        for y, factor in enumerate(row)
    )
    return total / len(channel)


def header(parts: list[Waves], shorter: int, *, landscape: bool) -> bytes:
    """Write averages and largest waves, and the side that the image's shape is told by."""
    light, yellow, red, *alpha = parts
    colour = (
        rounded(63 * light.average)
        | rounded(31.5 + 31.5 * yellow.average) << 6
        | rounded(31.5 + 31.5 * red.average) << 12
        | rounded(31 * light.largest) << 18
        | bool(alpha) << 23
    )
    shape = (
        shorter
        | rounded(63 * yellow.largest) << 3
        | rounded(63 * red.largest) << 9
        | landscape << 15
    )
    opacity = [rounded(15 * a.average) | rounded(15 * a.largest) << 4 for a in alpha]
    return colour.to_bytes(3, "little") + shape.to_bytes(2, "little") + bytes(opacity)


def nibbles(parts: list[Waves]) -> bytes:
    """Write all other waves, two to a byte."""
    values = [rounded(15 * share) for part in parts for share in part.shares]
    values += [0] * (len(values) % 2)
    return bytes(low | high << 4 for low, high in zip(values[::2], values[1::2], strict=True))


def rounded(value: float) -> int:
    """Round half up, as the format does."""
    return int(value + 0.5)
