"""Terms, contact points and settings are shown as publishing them would show them."""

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission, Locale
from wagtail.test.utils.form_data import nested_form_data, streamfield

from graphql_api.previews.storing import store
from graphql_api.previews.tokens import token
from tests.factories import (
    ActorFactory,
    DistrictFactory,
    FieldOfActionFactory,
    SiteSettingsFactory,
    StrategicGoalFactory,
    StrategyFactory,
)
from tests.previews.leading import led_to
from vision_pages.models import Strategy

NODE = """query($id: ID!) { page(by: {translationKey: $id}) {
  ... on Vision { contacts { name } actors { actor { name } } fieldsOfAction { name } } } }"""
SITE = "{ site { settings { newsletterText defaultContact { name } } } }"
TERMS = {
    "strategies": StrategyFactory,
    "strategicGoals": StrategicGoalFactory,
    "fieldsOfAction": FieldOfActionFactory,
    "districts": DistrictFactory,
    "actors": ActorFactory,
}


@pytest.fixture
def preview(ask):
    def preview(thing, query, **variables):
        headers = {"X-Preview-Token": token(store(thing, None))}
        return ask(query, headers=headers, **variables)["data"]

    return preview


@pytest.mark.parametrize("field", TERMS)
def test_a_term_is_shown_wherever_it_is_named(ask, city, preview, field):
    term = TERMS[field](name="Alt")
    term.name = "Neu"
    query = f"{{ {field} {{ name }} }}"

    assert "Neu" in str(preview(term, query))
    assert "Alt" not in str(preview(term, query))
    assert "Neu" not in str(ask(query))


def test_a_contact_is_shown_on_the_pages_that_name_it(ask, city, preview):
    contact = city.vision.contacts.first()
    contact.name = "Büro des Leitbilds"
    key = str(city.vision.translation_key)

    shown = preview(contact, NODE, id=key)

    assert shown["page"]["contacts"] == [{"name": "Büro des Leitbilds"}]
    assert "Büro" not in str(ask(NODE, id=key))


def test_a_new_term_is_shown_among_the_others(ask, city, preview):
    term = Strategy(name="Neu", code="neu", locale=Locale.get_default())

    assert "Neu" in str(preview(term, "{ strategies { name } }"))
    assert not Strategy.objects.filter(code="neu").exists()


def test_facts_of_a_term_are_shown_in_its_translations(preview, english):
    strategy = StrategyFactory(name="Alt", website_url="https://alt.example")
    translation = strategy.copy_for_translation(english)
    translation.name = "Old"
    translation.save()
    strategy.name, strategy.website_url = "Neu", "https://neu.example"

    shown = preview(strategy, '{ strategies(locale: "en") { name websiteUrl } }')

    assert shown == {"strategies": [{"name": "Old", "websiteUrl": "https://neu.example"}]}


def test_settings_are_shown(ask, city, preview):
    settings = SiteSettingsFactory(newsletter_text="Alt")
    settings.newsletter_text = "Neu"
    settings.default_contact = city.vision.contacts.first()

    shown = preview(settings, SITE)["site"]["settings"]

    assert shown["newsletterText"] == "Neu"
    assert shown["defaultContact"]["name"] == settings.default_contact.name
    assert ask(SITE)["data"]["site"]["settings"]["newsletterText"] == "Alt"


# Through Wagtail's views.


def form_of(term, **values):
    names = [field.name for field in term._meta.fields if field.editable]
    known = {name: getattr(term, f"{name}_id", None) or getattr(term, name) for name in names}
    return {name: value or "" for name, value in {**known, **values}.items()}


def snippet(name: str) -> str:
    return f"/admin/snippets/vision_pages/{name}"


def test_the_form_of_a_term_is_shown_where_it_is_named(admin_client, ask, city, frontend):
    contact = city.vision.contacts.first()
    address = f"{snippet('contactpoint')}/preview/{contact.pk}/"

    posted = admin_client.post(address, form_of(contact, name="Büro"))
    _parts, query = led_to(admin_client, address, mode=str(frontend.pk))

    assert posted.json() == {"is_valid": True, "is_available": True}
    key = str(contact.translation_key)
    assert {name: query[name] for name in "plai"} == {
        "p": "/de/stadt-der-zukunft/koeln-21/", "l": "de", "a": "ContactPoint", "i": key,
    }  # fmt: skip
    shown = ask(NODE, headers={"X-Preview-Token": query["t"]}, id=str(city.vision.translation_key))
    assert shown["data"]["page"]["contacts"] == [{"name": "Büro"}]


def test_a_new_term_leads_home_in_its_language(admin_client, ask, frontend, english):
    address = f"{snippet('strategy')}/preview/?locale=en"
    admin_client.post(address, {"name": "New", "code": "neu"})

    _parts, query = led_to(admin_client, address)

    assert {name: query[name] for name in "pla"} == {"p": "/en/", "l": "en", "a": "Strategy"}
    headers = {"X-Preview-Token": query["t"]}
    asked = '{ strategies(locale: "en") { name } }'
    assert ask(asked, headers=headers)["data"] == {"strategies": [{"name": "New"}]}
    form = admin_client.get(f"{snippet('strategy')}/add/?locale=en").content.decode()
    assert f'data-w-preview-url-value="{address}"' in form


def test_what_a_page_names_at_second_hand_is_shown_there(admin_client, city, frontend):
    goal = StrategicGoalFactory()
    city.project.strategic_goals.set([goal])
    city.project.save_revision().publish()
    revision = goal.strategy.save_revision()

    _parts, query = led_to(
        admin_client,
        f"{snippet('strategy')}/history/{goal.strategy.pk}/revisions/{revision.pk}/view/",
    )

    assert query["p"].endswith("/standortmarke-koeln/")


def test_the_form_of_settings_is_shown_on_the_home_page(admin_client, ask, frontend):
    settings = SiteSettingsFactory(newsletter_text="Alt")
    address = f"{snippet('sitesettings')}/preview/{settings.pk}/"
    streams = ("main_navigation", "footer_navigation", "social_profiles")
    empty = nested_form_data({name: streamfield([]) for name in streams})

    posted = admin_client.post(address, form_of(settings, newsletter_text="Neu") | empty)
    _parts, query = led_to(admin_client, address)

    assert posted.json()["is_valid"]
    assert (query["p"], query["a"]) == ("/de/", "SiteSettings")
    shown = ask(SITE, headers={"X-Preview-Token": query["t"]})["data"]["site"]["settings"]
    assert shown["newsletterText"] == "Neu"


def test_who_works_in_another_language_gets_no_token(client, city, frontend, home, english):
    group = Group.objects.create(name="Übersetzung")
    group.permissions.set(
        Permission.objects.filter(codename__in=["change_contactpoint", "access_admin"])
    )
    translated = home.copy_for_translation(english)
    change = Permission.objects.get(content_type__app_label="wagtailcore", codename="change_page")
    GroupPagePermission.objects.create(group=group, page=translated, permission=change)
    user = get_user_model().objects.create_user("uebersetzung")
    user.groups.add(group)
    client.force_login(user)
    contact = city.vision.contacts.first()
    contact.save_revision()
    places = [
        f"preview/{contact.pk}/",
        f"history/{contact.pk}/revisions/{contact.latest_revision.pk}/view/",
    ]

    answers = [client.get(f"{snippet('contactpoint')}/{place}") for place in places]
    contact.locale = english
    contact.save()
    own = client.get(f"{snippet('contactpoint')}/{places[1]}")

    assert [answer["Location"] for answer in answers] == ["/admin/"] * 2
    assert own["Location"].startswith("https://www.stadt.example/")
