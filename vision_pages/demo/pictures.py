"""Pictures of the demo: abstract compositions in the city's red, white and grey."""

from collections.abc import Callable
from io import BytesIO

from PIL import Image, ImageDraw

SIZE = (1600, 900)
# Drawn larger and scaled down: Pillow's shapes have no smooth edges.
SCALE = 2

RED, DARK_RED, ROSE = (229, 0, 38), (163, 0, 27), (244, 176, 184)
WHITE, PAPER, MIST = (255, 255, 255), (246, 244, 241), (222, 222, 224)
GREY, SLATE, INK = (171, 174, 180), (104, 109, 118), (52, 57, 66)

Colour = tuple[int, int, int]
Draw = Callable[["Canvas"], None]


class Canvas:
    """A sheet to draw on, in units of the finished picture."""

    def __init__(self, ground: Colour) -> None:
        self.image = Image.new("RGB", (SIZE[0] * SCALE, SIZE[1] * SCALE), ground)
        self.draw = ImageDraw.Draw(self.image, "RGBA")

    def box(self, left: float, top: float, right: float, bottom: float, fill: Colour) -> None:
        self.draw.rectangle(scaled(left, top, right, bottom), fill)

    def disc(self, x: float, y: float, radius: float, fill: Colour, alpha: int = 255) -> None:
        corners = scaled(x - radius, y - radius, x + radius, y + radius)
        self.draw.ellipse(corners, (*fill, alpha))

    def ring(self, x: float, y: float, radius: float, width: float, fill: Colour) -> None:
        corners = scaled(x - radius, y - radius, x + radius, y + radius)
        self.draw.arc(corners, 180, 360, fill, round(width * SCALE))

    def shape(self, *points: float, fill: Colour) -> None:
        self.draw.polygon(scaled(*points), fill)

    def bubble(self, left: float, top: float, right: float, bottom: float, fill: Colour) -> None:
        self.draw.rounded_rectangle(scaled(left, top, right, bottom), 60 * SCALE, (*fill, 225))
        foot = left + (right - left) / 3
        tail = scaled(foot, bottom, foot + 90, bottom, foot - 10, bottom + 85)
        self.draw.polygon(tail, (*fill, 225))

    def jpeg(self) -> bytes:
        file = BytesIO()
        finished = self.image.resize(SIZE, Image.Resampling.LANCZOS)
        finished.save(file, "JPEG", quality=86, optimize=True, progressive=True)
        return file.getvalue()


def scaled(*numbers: float) -> list[float]:
    return [number * SCALE for number in numbers]


def arches(canvas: Canvas) -> None:
    """Bridges, one behind the other, over a quiet river."""
    for x, radius, colour in (
        (1240, 560, MIST),
        (980, 430, GREY),
        (430, 350, ROSE),
        (700, 300, RED),
        (1180, 230, SLATE),
    ):
        canvas.ring(x, 700, radius, 46, colour)
    canvas.box(0, 700, 1600, 900, INK)
    canvas.box(0, 760, 1600, 768, SLATE)
    canvas.box(0, 830, 1600, 836, SLATE)


def skyline(canvas: Canvas) -> None:
    """Roofs and two spires by the river."""
    for left, top, width, colour in (
        (60, 430, 190, MIST),
        (250, 350, 150, GREY),
        (400, 470, 210, ROSE),
        (1000, 390, 170, MIST),
        (1170, 300, 130, SLATE),
        (1300, 450, 240, GREY),
    ):
        canvas.box(left, top, left + width, 700, colour)
    for left in (640, 800):
        canvas.shape(left, 420, left + 65, 120, left + 130, 420, fill=RED)
        canvas.box(left, 420, left + 130, 700, DARK_RED)
    canvas.box(770, 520, 800, 700, RED)
    canvas.disc(1390, 190, 80, ROSE)
    canvas.box(0, 700, 1600, 900, INK)
    for top, left, right in ((750, 120, 760), (800, 500, 1420), (850, 240, 980)):
        canvas.box(left, top, right, top + 8, SLATE)


def voices(canvas: Canvas) -> None:
    """Many who speak at once."""
    canvas.bubble(120, 130, 760, 430, GREY)
    canvas.bubble(560, 250, 1240, 600, RED)
    canvas.bubble(980, 120, 1480, 390, SLATE)
    canvas.bubble(260, 480, 800, 740, ROSE)
    canvas.bubble(940, 500, 1440, 760, MIST)


def mosaic(canvas: Canvas) -> None:
    """Parts that make a whole."""
    colours = (MIST, RED, GREY, WHITE, SLATE, ROSE, INK, DARK_RED)
    for row in range(5):
        for column in range(9):
            colour = colours[(row * 5 + column * 3 + row * column) % len(colours)]
            left, top = 20 + column * 175, 25 + row * 172
            canvas.box(left, top, left + 160, top + 157, colour)
            if (row + column) % 3 == 0:
                canvas.disc(left + 80, top + 78, 48, PAPER)


def circles(canvas: Canvas) -> None:
    """Two that meet."""
    canvas.disc(640, 450, 300, RED, 235)
    canvas.disc(980, 450, 300, DARK_RED, 190)
    canvas.disc(1330, 210, 70, SLATE)
    canvas.disc(250, 720, 40, GREY)


def layers(canvas: Canvas) -> None:
    """The rings of a tree."""
    for radius, colour in (
        (780, MIST),
        (670, WHITE),
        (560, GREY),
        (460, ROSE),
        (360, WHITE),
        (270, RED),
        (170, DARK_RED),
        (70, INK),
    ):
        canvas.disc(1030, 520, radius, colour)


PICTURES: dict[str, Draw] = {
    draw.__name__: draw for draw in (arches, skyline, voices, mosaic, circles, layers)
}


def picture(name: str) -> bytes:
    """Draw a picture, as a JPEG file."""
    canvas = Canvas(PAPER)
    PICTURES[name](canvas)
    return canvas.jpeg()
