"""A whole subtree is given to translators page by page, and one sees how far that is."""

import pytest
from django.urls import reverse
from wagtail_localize.models import Translation

from tests.factories import StageFactory
from tests.translation.translator import submit_address
from vision_pages.models import TranslationStart
from vision_pages.translation import starting


@pytest.fixture
def begin(city, translator):
    """Send the form for the programme and all below it, into two languages."""

    def begin():
        locales = [translator.languages[code].pk for code in ("en", "tr")]
        data = {"locales": locales, "include_subtree": "on"}
        with translator.committed(execute=True):
            return translator.client.post(submit_address(city.programme), data)

    return begin


def test_it_is_said_that_translators_may_begin(city, begin, translator):
    form = translator.client.get(submit_address(city.programme)).context["form"]
    assert form["locales"].label == "Sprachen"

    begin()

    said = "„Stadt der Zukunft“ kann jetzt übersetzt werden."
    start = reverse("vision_pages_translation_start", args=[TranslationStart.objects.get().pk])
    shown = translator.client.get(start).content.decode()
    assert said in shown
    assert "Das läuft von selbst weiter" not in shown


def translated():
    """Give the pages that were begun, and in how many languages."""
    found = {}
    for one in Translation.objects.select_related("source"):
        if "page" in one.source.specific_content_type.model:
            name = one.source.object_repr
            found[name] = found.get(name, 0) + 1
    return found


def test_all_pages_below_are_begun_in_all_languages(city, begin):
    response = begin()

    start = TranslationStart.objects.get()
    assert response.url == reverse("vision_pages_translation_start", args=[start.pk])
    below = city.programme.get_descendants().count()
    assert (start.total, start.done, start.failed) == (below, below, [])
    pages = [city.programme, *city.programme.get_descendants()]
    assert translated() == {page.title: 2 for page in pages}


def test_it_says_how_far_it_is(begin, translator):
    begin()
    start = TranslationStart.objects.get()
    TranslationStart.objects.update(done=2, failed=["Umfrage"])
    address = reverse("vision_pages_translation_start", args=[start.pk])

    answer = translator.client.get(address, headers={"Accept": "application/json"})

    text = f"1 von {start.total} Seiten sind vorbereitet."
    assert answer.json() == {"done": 2, "total": start.total, "text": text}
    shown = translator.client.get(address).content.decode()
    assert text in shown
    assert "<li>Umfrage</li>" in shown


def test_one_that_fails_stops_no_other(city, begin, monkeypatch):
    given = starting.translate_object

    def failing(page, *args, **kwargs):
        if page.title == "Umfrage":
            raise ValueError("It cannot be read.")
        given(page, *args, **kwargs)

    monkeypatch.setattr(starting, "translate_object", failing)
    begin()

    start = TranslationStart.objects.get()
    assert (start.is_over, start.failed) == (True, ["Umfrage"])
    assert "Umfrage" not in translated()
    assert translated()["Standortmarke"] == 2


def test_what_was_cut_off_goes_on_where_it_was(city, begin, translator):
    begin()
    stage = StageFactory(parent=city.vision, title="Zweite Umfrage")
    start = TranslationStart.objects.get()
    TranslationStart.objects.update(total=start.total + 1)
    Translation.objects.filter(source__object_id=stage.translation_key).delete()
    place = [page.pk for page in starting.pages_below(start.page)].index(stage.pk)
    TranslationStart.objects.update(done=place)

    with translator.committed(execute=True):
        translator.client.post(reverse("vision_pages_translation_start", args=[start.pk]))

    start.refresh_from_db()
    assert start.is_over
    assert translated()["Zweite Umfrage"] == 2


def test_without_pages_below_the_editor_opens_as_before(city, translator):
    response = translator.submit(city.programme, "en")

    assert response.url == reverse(
        "wagtailadmin_pages:edit", args=[translator.target(city.programme, "en").pk]
    )
    assert not TranslationStart.objects.exists()


def test_it_is_shown_to_who_asked_for_it(begin, client, django_user_model):
    begin()
    address = reverse("vision_pages_translation_start", args=[TranslationStart.objects.get().pk])
    other = django_user_model.objects.create_user("andere")
    client.force_login(other)

    assert client.get(address).status_code == 302
