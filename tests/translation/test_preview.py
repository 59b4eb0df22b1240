"""The preview of a translation shows what its translator wrote, as publishing would show it."""

import pytest
from django.urls import reverse

from graphql_api.frontends.models import Frontend
from graphql_api.previews.models import Draft
from graphql_api.previews.storing import store
from graphql_api.previews.tokens import token
from tests.committing import stamp
from tests.previews.leading import ADDRESS, led_to
from tests.previews.tables import differences, tables
from tests.translation.content import in_english

PAGE = """query($id: ID!) { page(by: {translationKey: $id}, locale: "en") {
  title path language { completeness } } }"""

SAID = "... on Vision { title startDate { iso } language { outdated } }"
PERIOD = f"""query($id: ID!) {{
  de: page(by: {{translationKey: $id}}) {{ {SAID} }}
  en: page(by: {{translationKey: $id}}, locale: "en") {{ {SAID} }} }}"""


@pytest.fixture
def frontend(db) -> Frontend:
    return Frontend.objects.create(
        name="Stadt", base_address="https://www.stadt.example", preview_address=ADDRESS
    )


@pytest.fixture
def preview(admin_client, translator):
    """Follow the link in the translation editor."""

    def preview(source, mode=""):
        translation = translator.translation(source, "en")
        address = reverse("wagtail_localize:preview_translation", args=[translation.pk])
        return led_to(admin_client, f"{address}{mode}")[1]

    return preview


def written(translator, source) -> None:
    """Translate all but the last string."""
    translator.submit(source, "en")
    *segments, _last = translator.segments(source, "en")
    for segment in segments:
        translator.write_one(source, "en", segment, in_english(segment.string.data))


@pytest.mark.usefixtures("allowing")
@pytest.mark.parametrize("name", ["StagePage", "ProjectPage"])
def test_it_shows_what_publishing_would(translator, example, frontend, preview, name):
    source = example(name)
    for above in source.get_ancestors().filter(depth__gt=2).specific():
        translator.translate(above, "en", in_english)
    written(translator, source)
    stamp()

    query = preview(source, f"{frontend.pk}/")
    shown = tables(Draft.objects.get().pk)
    translator.publish(source, "en")

    assert (query["l"], query["a"]) == ("en", name.removesuffix("Page"))
    found = differences(shown, tables())
    assert not found, "\n".join(found)


def test_its_link_leads_to_each_frontend(admin_client, client, translator, city, frontend, preview):
    translator.translate(city.programme, "en", in_english)
    translator.submit(city.vision, "en")
    translator.write_one(city.vision, "en", translator.segments(city.vision, "en")[0], "Cologne 21")
    key = str(city.vision.translation_key)

    query = preview(city.vision)

    assert query["p"] == "/en/stadt-der-zukunft/cologne-21/"
    answer = client.post(
        "/graphql/",
        {"query": PAGE, "variables": {"id": key}},
        content_type="application/json",
        headers={"X-Preview-Token": query["t"]},
    ).json()
    assert answer["data"]["page"]["title"] == "Cologne 21"
    assert answer["data"]["page"]["path"] == query["p"]
    assert 0 < answer["data"]["page"]["language"]["completeness"] < 1
    translation = translator.translation(city.vision, "en")
    address = reverse("wagtail_localize:preview_translation", args=[translation.pk])
    assert admin_client.get(f"{address}another/").status_code == 404
    editor = admin_client.get(f"/admin/pages/{translator.target(city.vision, 'en').pk}/edit/")
    assert address in editor.content.decode()
    frontend.delete()
    assert admin_client.get(address).status_code == 404


def test_facts_of_a_draft_are_shown_in_the_other_languages(ask, client, translator, city, frontend):
    translator.translate(city.programme, "en", in_english)
    translator.translate(city.vision, "en", in_english)
    page = type(city.vision).objects.get(pk=city.vision.pk)
    page.title, page.start_date = "Aachen 21", "1999"
    draft = store(page, None)

    answer = client.post(
        "/graphql/",
        {"query": PERIOD, "variables": {"id": str(page.translation_key)}},
        content_type="application/json",
        headers={"X-Preview-Token": token(draft)},
    ).json()

    german, english = answer["data"]["de"], answer["data"]["en"]
    assert (german["title"], english["title"]) == ("Aachen 21", "[Köln 21]")
    assert german["startDate"] == english["startDate"] == {"iso": "1999"}
    assert (german["language"]["outdated"], english["language"]["outdated"]) == (None, True)
    public = ask(PERIOD, id=str(page.translation_key))
    assert public["en"]["startDate"] is None
    assert public["en"]["language"]["outdated"] is False
