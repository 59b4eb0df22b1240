"""ThumbHash, by what its format promises: average colour, shape, transparency, blur."""

from base64 import b64decode
from math import cos, pi

import pytest
from PIL import Image, ImageDraw

from graphql_api.documents.thumbhash import thumbhash


class Decoded:
    """A hash read by the format's description, as a browser does it."""

    def __init__(self, text: str) -> None:
        self.bytes = b64decode(text)
        colour = int.from_bytes(self.bytes[:3], "little")
        shape = int.from_bytes(self.bytes[3:5], "little")
        self.transparent = bool(colour >> 23)
        self.landscape = bool(shape >> 15)
        longer, shorter = (5 if self.transparent else 7), shape & 7
        sides = (longer, shorter) if self.landscape else (shorter, longer)
        self.ratio = sides[0] / sides[1]
        self.averages = (
            (colour & 63) / 63,
            (colour >> 6 & 63) / 31.5 - 1,
            (colour >> 12 & 63) / 31.5 - 1,
        )
        scales = (
            (colour >> 18 & 31) / 31,
            (shape >> 3 & 63) / 63 * 1.25,
            (shape >> 9 & 63) / 63 * 1.25,
        )
        start = 6 if self.transparent else 5
        nibbles = [part for byte in self.bytes[start:] for part in (byte & 15, byte >> 4)]
        self.waves = []
        light = tuple(max(3, side) for side in sides)
        for (across, down), scale in zip((light, (3, 3), (3, 3)), scales, strict=True):
            found = {}
            for y in range(down):
                for x in range(0 if y else 1, across):
                    if x * down < across * (down - y):
                        found[x, y] = (nibbles.pop(0) / 7.5 - 1) * scale
            self.waves.append(found)

    def colour(self, x: float, y: float) -> tuple[float, ...]:
        """Give red, green and blue, 0 to 1, at a place given in shares of both sides."""
        values = [
            average + sum(2 * v * cos(pi * x * a) * cos(pi * y * b) for (a, b), v in waves.items())
            for average, waves in zip(self.averages, self.waves, strict=True)
        ]
        light, yellow, red = values
        blue = light - 2 / 3 * yellow
        r = (3 * light - blue + red) / 2
        return r, r - red, blue


@pytest.mark.parametrize("colour", ["red", "green", "blue", "white", "black", "#345678"])
def test_the_average_colour_is_that_of_the_image(colour):
    picture = Image.new("RGB", (60, 40), colour)

    found = Decoded(thumbhash(picture)).colour(0.5, 0.5)

    expected = [channel / 255 for channel in picture.getpixel((0, 0))]
    assert found == pytest.approx(expected, abs=0.04)


@pytest.mark.parametrize(
    ("size", "ratio"),
    [((700, 700), 1), ((700, 400), 7 / 4), ((300, 700), 3 / 7), ((2000, 10), 7), ((1, 1), 1)],
)
def test_the_shape_is_that_of_the_image(size, ratio):
    assert Decoded(thumbhash(Image.new("RGB", size, "red"))).ratio == ratio


def test_light_and_dark_lie_where_they_were():
    picture = Image.new("RGB", (200, 100), "black")
    ImageDraw.Draw(picture).rectangle((100, 0, 200, 100), "white")

    decoded = Decoded(thumbhash(picture))

    assert decoded.colour(0.1, 0.5)[1] < 0.3
    assert decoded.colour(0.9, 0.5)[1] > 0.7


def test_colours_lie_where_they_were():
    picture = Image.new("RGB", (100, 200), "#d02020")
    ImageDraw.Draw(picture).rectangle((0, 100, 100, 200), "#2040d0")

    decoded = Decoded(thumbhash(picture))

    top, bottom = decoded.colour(0.5, 0.2), decoded.colour(0.5, 0.8)
    assert top[0] > top[2]
    assert bottom[2] > bottom[0]


def test_only_a_transparent_image_says_so():
    assert not Decoded(thumbhash(Image.new("RGBA", (40, 40), (255, 0, 0, 255)))).transparent
    assert Decoded(thumbhash(Image.new("RGBA", (40, 40), (255, 0, 0, 60)))).transparent


def test_a_wholly_transparent_image_has_a_hash():
    assert Decoded(thumbhash(Image.new("RGBA", (40, 40), (0, 0, 0, 0)))).transparent


def test_it_is_short():
    noise = Image.merge("RGB", [Image.effect_noise((300, 200), sigma) for sigma in (20, 60, 90)])

    assert len(b64decode(thumbhash(noise))) in range(20, 30)
