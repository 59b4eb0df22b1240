"""Images, files and videos: what a frontend needs to show them, and nothing made by asking."""

from types import SimpleNamespace

import pytest
from django.core.files.base import ContentFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from graphql_api.documents.image_presets import PRESETS
from graphql_api.documents.rendition_tasks import prepare
from graphql_api.types.responsive_image import ImagePreset
from tests import pictures
from tests.factories import ActorFactory, DocumentFactory
from vision_pages.models import CreditedImage, VisionActor

HOST = "http://testserver"
RESPONSIVE = """responsive(preset: %s) { src srcset sizes width height aspectRatio objectPosition
  sources { mimeType srcset sizes } placeholder }"""
IMAGE = """image { alt decorative caption credit url width height focalPoint { x y } thumbhash
  file { title mimeType size url width height credit focalPoint { x y } } }"""


def vision(fields):
    return f'{{ vision(by: {{path: "/de/stadt-der-zukunft/koeln-21/"}}) {{ {fields} }} }}'


def publish(page, **values):
    for name, value in values.items():
        setattr(page, name, value)
    page.save_revision().publish()


def used(image, alt="Der Dom", *, decorative=False):
    """Give an image as an image block holds it."""
    image = CreditedImage.objects.get(pk=image.pk)
    image.contextual_alt_text, image.decorative = alt, decorative
    return image


@pytest.fixture
def image(db):
    point = {"focal_point_x": 330, "focal_point_y": 100}
    return pictures.image(
        title="Rathaus", **point, focal_point_width=20, focal_point_height=20, credit="© Köln"
    )


@pytest.fixture
def responsive(ask, city, image):
    """Ask for the hero image of a vision as a preset shows it."""
    publish(city.vision, hero_image=image, hero_alt="Der Dom")

    def responsive(preset):
        answer = ask(vision(f"image {{ {RESPONSIVE % preset} }}"))
        return answer["data"]["vision"]["image"]["responsive"]

    return responsive


@pytest.fixture
def body(ask, city):
    """Publish blocks and ask for the first of them."""

    def body(block, fields):
        publish(city.vision, body=[block])
        answer = ask(vision(f"body {{ {fields} }}"))
        assert "errors" not in answer
        return answer["data"]["vision"]["body"][0]

    return body


def files(image, *sizes):
    """Give the srcset of the files with these specs of Wagtail, width by spec."""
    rows = {row.filter_spec: row for row in image.renditions.all()}
    return ", ".join(f"{HOST}{rows[spec].url} {rows[spec].width}w" for spec in sizes)


def test_the_presets_of_the_schema_are_those_that_are_made():
    assert [preset.value for preset in ImagePreset] == list(PRESETS)
    assert [preset.name for preset in ImagePreset] == list(PRESETS)


def test_an_image_says_all_of_its_use(ask, city, image):
    prepare(image.pk)
    publish(city.vision, hero_image=image, hero_alt="Der Dom")

    shown = ask(vision(IMAGE))["data"]["vision"]["image"]

    assert len(shown.pop("thumbhash")) in range(20, 40)
    url = f"{HOST}{image.file.url}"
    point = {"x": 0.5, "y": 0.2}
    assert shown == {
        "alt": "Der Dom",
        "decorative": False,
        "caption": None,
        "credit": "© Köln",
        "url": url,
        "width": 660,
        "height": 500,
        "focalPoint": point,
        "file": {
            "title": "Rathaus",
            "mimeType": "image/jpeg",
            "size": image.file_size,
            "url": url,
            "width": 660,
            "height": 500,
            "credit": "© Köln",
            "focalPoint": point,
        },
    }


def test_a_decorative_image_has_no_alternative_text(ask, city, image):
    publish(city.vision, hero_image=image, hero_alt="", hero_decorative=True)

    answer = ask(vision("image { alt decorative }"))

    assert answer["data"]["vision"]["image"] == {"alt": "", "decorative": True}


def test_an_image_block_says_alternative_text_and_caption(body, image):
    fields = "... on ImageBlock { image { alt decorative caption credit } caption }"
    block = ("image", {"image": used(image), "caption": "Mitten in Köln"})

    assert body(block, fields) == {
        "image": {
            "alt": "Der Dom",
            "decorative": False,
            "caption": "Mitten in Köln",
            "credit": "© Köln",
        },
        "caption": "Mitten in Köln",
    }


def test_a_logo_says_its_alternative_text(ask, city, image):
    actor = ActorFactory(logo=image, logo_alt="Logo der Stadt")
    city.vision.actors.set([VisionActor(actor=actor, role="lead")])
    publish(city.vision)

    answer = ask(vision("actors { actor { logo { alt decorative } } }"))

    assert answer["data"]["vision"]["actors"] == [
        {"actor": {"logo": {"alt": "Logo der Stadt", "decorative": False}}}
    ]


def test_a_preset_gives_all_that_a_picture_needs(responsive, image):
    prepare(image.pk)

    shown = responsive("TEASER")

    assert shown.pop("placeholder").startswith("data:image/webp;base64,")
    sizes = "(min-width: 60rem) 33vw, (min-width: 40rem) 50vw, 100vw"
    specs = ["fill-320x213|format-{}", "fill-640x427|format-{}"]
    jpeg, webp, avif = (
        files(image, *(spec.format(name) for spec in specs)) for name in ("jpeg", "webp", "avif")
    )
    assert shown == {
        "src": jpeg.split(", ")[1].split(" ")[0],
        "srcset": jpeg,
        "sizes": sizes,
        "width": 640,
        "height": 427,
        "aspectRatio": 1.5,
        "objectPosition": "50.0% 20.0%",
        "sources": [
            {"mimeType": "image/avif", "srcset": avif, "sizes": sizes},
            {"mimeType": "image/webp", "srcset": webp, "sizes": sizes},
        ],
    }


def test_a_social_network_gets_one_jpeg(responsive, image):
    prepare(image.pk)

    shown = responsive("OPEN_GRAPH")

    assert shown["src"].endswith(".jpg")
    assert (shown["width"], shown["height"], shown["sources"]) == (660, 347, [])


def test_until_the_files_are_made_the_original_is_shown_in_the_shape_of_its_place(
    responsive, image
):
    assert responsive("HERO") == {
        "src": f"{HOST}{image.file.url}",
        "srcset": None,
        "sizes": "100vw",
        "width": 660,
        "height": 500,
        "aspectRatio": 1.7778,
        "objectPosition": "50.0% 20.0%",
        "sources": [],
        "placeholder": None,
    }
    assert responsive("CONTENT")["aspectRatio"] == 1.32


def test_nothing_is_made_by_asking(responsive, image, media):
    before = sorted(media.rglob("*"))

    with CaptureQueriesContext(
        connection,
    ) as queries:
        for preset in PRESETS:
            responsive(preset)

    assert sorted(media.rglob("*")) == before
    assert not image.renditions.exists()
    assert not [query for query in queries if not query["sql"].startswith(("SELECT", "SAVEPOINT"))]


def test_a_hundred_sizes_cost_no_statement_more_than_none(ask, city, image, statements):
    prepare(image.pk)
    publish(city.vision, hero_image=image, hero_alt="Der Dom")
    ask(vision("image { alt }"))
    plain = len(statements)
    statements.clear()

    fields = " ".join(f"{name}: {RESPONSIVE % name}" for name in PRESETS)
    answer = ask(vision(f"image {{ alt thumbhash {fields} }}"))

    assert "errors" not in answer
    assert len(statements) == plain


def test_addresses_in_a_storage_elsewhere_stay_as_they_are(responsive, image, settings):
    settings.MEDIA_URL = "https://bilder.example.org/"
    prepare(image.pk)
    image.save()

    assert responsive("SQUARE")["src"].startswith("https://bilder.example.org/images/")


def test_a_file_says_what_a_reader_wants_to_know_before_the_click(body):
    document = DocumentFactory(
        title="Bericht",
        file=ContentFile(b"%PDF-1.7", name="bericht.pdf"),
        language="de-simple",
        accessible=True,
    )
    block = ("download", {"document": document, "title": "Der Bericht", "description": ""})
    fields = """... on DownloadBlock { title document {
      title filename url size mimeType format inLanguage accessible } }"""

    assert body(block, fields) == {
        "title": "Der Bericht",
        "document": {
            "title": "Bericht",
            "filename": "bericht.pdf",
            "url": f"{HOST}/documents/{document.pk}/bericht.pdf",
            "size": document.file_size,
            "mimeType": "application/pdf",
            "format": "PDF",
            "inLanguage": "de-simple",
            "accessible": True,
        },
    }


def test_a_video_comes_with_what_everybody_needs_to_follow_it(body, image):
    film = DocumentFactory(file=ContentFile(b"film", name="film.mp4"))
    captions = DocumentFactory(file=ContentFile(b"WEBVTT", name="film.vtt"))
    video = {
        "title": "Köln 21",
        "file": film,
        "url": "",
        "poster": used(image),
        "captions": captions,
        "without_speech": False,
        "transcript": "<p>Guten Tag.</p>",
        "language": "de",
        "duration": 90,
    }
    fields = """... on VideoBlock { title file { url mimeType size } url poster { alt credit }
      captions { url mimeType } withoutSpeech transcript { plain } language duration }"""

    assert body(("video", video), fields) == {
        "title": "Köln 21",
        "file": {
            "url": f"{HOST}/documents/{film.pk}/film.mp4",
            "mimeType": "video/mp4",
            "size": film.file_size,
        },
        "url": None,
        "poster": {"alt": "Der Dom", "credit": "© Köln"},
        "captions": {"url": f"{HOST}/documents/{captions.pk}/film.vtt", "mimeType": "text/vtt"},
        "withoutSpeech": False,
        "transcript": {"plain": "Guten Tag."},
        "language": "de",
        "duration": 90,
    }


def test_a_video_in_sign_language_can_be_taken_home(ask, city: SimpleNamespace, image):
    film = DocumentFactory(file=ContentFile(b"film", name="dgs.mp4"))
    video = {
        "file": film,
        "url": "",
        "poster": used(image),
        "transcript": "<p>Guten Tag.</p>",
        "duration": 90,
    }
    publish(city.vision, sign_language_video=[("video", video)])
    fields = """signLanguageVideos { file { url size format } url poster { alt }
      transcript { plain } duration language }"""

    answer = ask(vision(fields))

    assert answer["data"]["vision"]["signLanguageVideos"] == [
        {
            "file": {
                "url": f"{HOST}/documents/{film.pk}/dgs.mp4",
                "size": film.file_size,
                "format": "MP4",
            },
            "url": None,
            "poster": {"alt": "Der Dom"},
            "transcript": {"plain": "Guten Tag."},
            "duration": 90,
            "language": "gsg",
        }
    ]
