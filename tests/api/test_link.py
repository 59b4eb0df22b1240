"""Links as the API gives them."""

import pytest

from tests.factories import DocumentFactory

LINKS = """{ vision(by: {path: "/de/stadt-der-zukunft/koeln-21/"}) { foundations { link {
  label kind href broken linkLanguage: language page { title } document { title } } } } }"""


def links(ask, city, *targets):
    stored = [
        ("link", {"link": {"label": "dort", "language": "", **target}, "description": ""})
        for target in targets
    ]
    city.vision.foundations = stored
    city.vision.save(clean=False)
    found = ask(LINKS)["data"]["vision"]["foundations"]
    return [one["link"] for one in found]


def test_a_link_says_where_it_leads(ask, city, statements):
    file = DocumentFactory(title="Plan")

    given = links(
        ask, city, {"page": city.first}, {"document": file}, {"url": "tel:115", "language": "en"}
    )

    common = {"label": "dort", "broken": False, "linkLanguage": None}
    assert given == [
        {
            **common,
            "kind": "PAGE",
            "href": "/de/stadt-der-zukunft/koeln-21/erste/",
            "page": {"title": "Erste"},
            "document": None,
        },
        {
            **common,
            "kind": "DOCUMENT",
            "href": f"http://testserver{file.url}",
            "page": None,
            "document": {"title": "Plan"},
        },
        {**common, "kind": "URL", "href": "tel:115", "linkLanguage": "en"}
        | {"page": None, "document": None},
    ]
    assert len(statements) == 2


@pytest.mark.parametrize("change", ["unpublish", "delete", ""])
def test_a_link_to_what_is_hidden_is_like_one_to_what_is_gone(ask, city, change):
    target = {"page": city.second} if change else {}
    links(ask, city, target)
    if change:
        getattr(city.second, change)()

    (given,) = [one["link"] for one in ask(LINKS)["data"]["vision"]["foundations"]]
    assert given == {
        "label": "dort",
        "kind": None,
        "href": None,
        "broken": True,
        "linkLanguage": None,
        "page": None,
        "document": None,
    }
