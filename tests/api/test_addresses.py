"""No address with another scheme comes out, however it got in."""

import pytest

from graphql_api.documents.identity import source_of
from graphql_api.documents.refresh import refresh
from tests.factories import StrategyFactory
from vision_pages.models import VisionPage

EVIL = "javascript:alert(1)"
STRATEGY = "{ strategies { websiteUrl } }"
LINK = """{ vision(by: {path: "/de/stadt-der-zukunft/koeln-21/"}) {
  foundations { link { href broken } }
  body { ... on VideoBlock { url } ... on LinkBlock { link { href broken } } }
  councilDecisions { paperUrl } } }"""


@pytest.mark.parametrize(("stored", "said"), [(EVIL, None), ("https://e.org/", "https://e.org/")])
def test_of_a_field(ask, city, stored, said):
    StrategyFactory(website_url=stored)

    assert ask(STRATEGY) == {"data": {"strategies": [{"websiteUrl": said}]}}


def test_of_blocks(ask, city):
    link = {"label": "dort", "page": None, "url": EVIL, "document": None, "language": ""}
    blocks = [("link", {"link": link, "description": ""})]
    VisionPage.objects.filter(pk=city.vision.pk).update(
        foundations=blocks,
        body=[*blocks, ("video", {"title": "Film", "url": EVIL})],
        council_decisions=[("decision", {"title": "Vorlage", "paper_url": EVIL})],
    )
    refresh([source_of(city.vision)])

    broken = {"link": {"href": None, "broken": True}}
    assert ask(LINK)["data"]["vision"] == {
        "foundations": [broken],
        "body": [broken, {"url": None}],
        "councilDecisions": [{"paperUrl": None}],
    }
