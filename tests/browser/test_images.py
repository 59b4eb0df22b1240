"""The how-to's picture in a real browser: the best format and the right size are fetched."""

import json
import re
from pathlib import Path

import pytest

from graphql_api.documents.rendition_tasks import prepare
from tests import pictures

HOW_TO = Path(__file__).parents[2].joinpath("docs/how-to/images.md").read_text()
SHOWN = """(async () => {
  const img = document.querySelector("img");
  await img.decode();
  const { width, height } = img.getBoundingClientRect();
  return { src: img.currentSrc, natural: img.naturalWidth, alt: img.alt,
    place: [Math.round(width), Math.round(height)] };
})()"""


def block(language: str) -> str:
    """Give the first code block of the how-to in a language."""
    return re.search(rf"```{language}\n(.*?)```", HOW_TO, flags=re.DOTALL)[1]


@pytest.fixture
def show(vision, client, request):
    """Ask the how-to's query for an image, and render the answer with the how-to's function."""

    def show(image):
        vision.hero_image, vision.hero_alt = image, 'Der "Dom" <links>'
        vision.save_revision().publish()
        path = f"/de/{vision.url_path.split('/', 2)[2]}"
        query = block("graphql").replace("/de/stadt-der-zukunft/koeln-21/", path)
        host = request.getfixturevalue("live_server").url.removeprefix("http://")
        answer = client.post(
            "/graphql/", {"query": query}, "application/json", headers={"Host": host}
        )
        # From here on this thread belongs to the browser.
        page = request.getfixturevalue("page")
        page.set_viewport_size({"width": 640, "height": 800})
        found = json.dumps(answer.json()["data"]["vision"]["image"])
        html = page.evaluate(f"(() => {{ {block('js')} return picture({found}); }})()")
        page.set_content(f'<html lang="de"><body style="margin: 0">{html}</body></html>')
        return page.evaluate(SHOWN)

    return show


def test_a_browser_takes_the_size_it_needs_in_the_best_format(show):
    image = pictures.image((1400, 1000))
    prepare(image.pk)

    shown = show(image)

    assert shown.pop("src").endswith(".fill-640x360.avif")
    assert shown == {"natural": 640, "alt": 'Der "Dom" <links>', "place": [640, 360]}


def test_the_original_fills_the_same_place_until_there_are_sizes(show, monkeypatch):
    monkeypatch.setattr("graphql_api.documents.rendition_tasks.prepare", lambda pk: None)
    image = pictures.image((700, 500))

    shown = show(image)

    assert shown.pop("src").endswith(image.file.url)
    assert shown == {"natural": 700, "alt": 'Der "Dom" <links>', "place": [640, 360]}
