"""The presets: how an image is cut, and in which widths and formats it is made, for each use."""

from dataclasses import dataclass

AVIF, WEBP, JPEG, PNG = "image/avif", "image/webp", "image/jpeg", "image/png"

# A size that is hardly larger than the one before is not worth a file.
WORTHWHILE = 1.2


@dataclass(frozen=True, slots=True)
class Preset:
    """One way to show an image.

    ratio: width to height; None keeps the image's own. widths: pixels, ascending. sizes: how wide
    a layout shows it, as HTML says that. formats: media types, the best first; the last one is
    for all who know no other, and becomes PNG where the image is transparent.
    """

    widths: tuple[int, ...]
    sizes: str
    ratio: tuple[int, int] | None = None
    formats: tuple[str, ...] = (AVIF, WEBP, JPEG)

    def sizes_of(self, width: int, height: int) -> list[tuple[int, int | None]]:
        """Give the sizes to make of an image that large, in pixels: never more than it has."""
        limit = self.widest(width, height)
        widths = [each for each in self.widths if each <= limit]
        if not widths or (limit < self.widths[-1] and limit > widths[-1] * WORTHWHILE):
            widths.append(limit)
        return [(each, self.height(each)) for each in widths]

    def widest(self, width: int, height: int) -> int:
        """Give the width of the largest cut that fits into an image."""
        if self.ratio is None:
            return width
        across, down = self.ratio
        return max(1, min(width, height * across // down))

    def height(self, width: int) -> int | None:
        if self.ratio is None:
            return None
        across, down = self.ratio
        return max(1, round(width * down / across))


PRESETS = {
    "HERO": Preset(
        ratio=(16, 9),
        widths=(640, 1280, 1920, 2560),
        sizes="100vw",
    ),
    "TEASER": Preset(
        ratio=(3, 2),
        widths=(320, 640, 960),
        sizes="(min-width: 60rem) 33vw, (min-width: 40rem) 50vw, 100vw",
    ),
    "CONTENT": Preset(
        widths=(480, 960, 1600),
        sizes="(min-width: 50rem) 50rem, 100vw",
    ),
    "SQUARE": Preset(
        ratio=(1, 1),
        widths=(160, 320, 640),
        sizes="(min-width: 40rem) 20rem, 50vw",
    ),
    "OPEN_GRAPH": Preset(
        ratio=(40, 21),
        widths=(1200,),
        sizes="1200px",
        formats=(JPEG,),
    ),
}
