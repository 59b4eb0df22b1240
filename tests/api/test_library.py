"""Images, files and videos as the API gives them."""

from graphql_api.documents.identity import key_of
from graphql_api.types.node import GlobalId
from tests.factories import DocumentFactory, ImageFactory

NODES = """query($ids: [ID!]!) { nodes(ids: $ids) {
  ... on ImageFile { id title url width height credit focalPoint { x y } }
  ... on File { id title url filename size mimeType inLanguage accessible } } }"""

HERO = """{ vision(by: {path: "/de/stadt-der-zukunft/koeln-21/"}) {
  image { alt decorative caption url width height credit focalPoint { x y } file { title } }
  signLanguageVideos {
    file { title } url poster { alt } transcript { plain } duration outdated language
  }
} }"""


def test_the_library(ask, city):
    image = ImageFactory(title="Dom", focal_point_x=32, focal_point_y=12)
    file = DocumentFactory(title="Plan", file__filename="plan.pdf", language="de", accessible=True)
    ids = [
        str(GlobalId("ImageFile", key_of(image), "")),
        str(GlobalId("File", key_of(file), "")),
    ]

    assert ask(NODES, ids=ids)["data"]["nodes"] == [
        {
            "id": ids[0],
            "title": "Dom",
            "url": f"http://testserver{image.file.url}",
            "width": image.width,
            "height": image.height,
            "credit": "© Stadt Köln",
            "focalPoint": {"x": 32 / image.width, "y": 12 / image.height},
        },
        {
            "id": ids[1],
            "title": "Plan",
            "url": f"http://testserver{file.url}",
            "filename": file.filename,
            "size": file.file_size,
            "mimeType": "application/pdf",
            "inLanguage": "de",
            "accessible": True,
        },
    ]


def test_media_in_their_use(ask, city, statements):
    image = ImageFactory(title="Dom", focal_point_x=32, focal_point_y=12)
    image.contextual_alt_text, image.decorative = "Vorschau", False
    vision = city.vision
    vision.hero_image, vision.hero_alt = image, "Der Dom"
    video = {
        "file": None,
        "url": "https://example.org/film",
        "poster": image,
        "transcript": "<p>Worte</p>",
        "duration": 90,
    }
    vision.sign_language_video = [("video", video)]
    vision.save_revision().publish()

    assert ask(HERO)["data"]["vision"] == {
        "image": {
            "alt": "Der Dom",
            "decorative": False,
            "caption": None,
            "url": f"http://testserver{image.file.url}",
            "width": image.width,
            "height": image.height,
            "credit": "© Stadt Köln",
            "focalPoint": {"x": 32 / image.width, "y": 12 / image.height},
            "file": {"title": "Dom"},
        },
        "signLanguageVideos": [
            {
                "file": None,
                "url": "https://example.org/film",
                "poster": {"alt": "Vorschau"},
                "transcript": {"plain": "Worte"},
                "duration": 90,
                "outdated": False,
                "language": "gsg",
            }
        ],
    }
    assert len(statements) == 2, statements


def test_an_image_without_focal_point_has_none(ask, city):
    city.vision.hero_image, city.vision.hero_decorative = ImageFactory(credit="?"), True
    city.vision.save_revision().publish()

    image = ask(HERO)["data"]["vision"]["image"]
    assert (image["focalPoint"], image["decorative"], image["alt"]) == (None, True, "")
