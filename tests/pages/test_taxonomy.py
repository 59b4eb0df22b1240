"""Terms: their codes are the same in every language and nobody else's; drafts may be unfinished."""

import pytest
from django.urls import reverse
from wagtail.models import DraftStateMixin, Locale, RevisionMixin, TranslatableMixin

from tests.admin.forms import sent
from tests.factories import (
    ActorFactory,
    ContactPointFactory,
    DistrictFactory,
    FieldOfActionFactory,
    ImageFactory,
    StrategicGoalFactory,
    StrategyFactory,
)
from vision_pages.models import (
    Actor,
    ContactPoint,
    District,
    FieldOfAction,
    StrategicGoal,
    Strategy,
)

FACTORIES = [
    ActorFactory,
    ContactPointFactory,
    DistrictFactory,
    FieldOfActionFactory,
    StrategicGoalFactory,
    StrategyFactory,
]
TERMS = [Actor, ContactPoint, District, FieldOfAction, StrategicGoal, Strategy]
UNREACHED = "Bitte eine Telefonnummer, eine E-Mail-Adresse oder ein Kontaktformular angeben."
TAKEN = "Dieses Kürzel ist schon vergeben."
REQUIRED = "Dieses Feld darf nicht leer sein."

pytestmark = pytest.mark.django_db


@pytest.fixture
def english() -> Locale:
    return Locale.objects.create(language_code="en")


@pytest.mark.parametrize("model", TERMS)
def test_a_term_is_translated_and_has_drafts_and_revisions(model):
    assert {TranslatableMixin, DraftStateMixin, RevisionMixin} <= set(model.__mro__)


@pytest.mark.parametrize("factory", FACTORIES)
def test_a_code_belongs_to_one_term_in_all_languages(factory, english, refused):
    term = factory(code="eins")
    translation = term.copy_for_translation(english)
    stranger = factory.build(code="eins", locale=english)

    assert refused(translation) == {}
    assert refused(stranger)["code"] == [TAKEN]
    assert refused(factory(code="zwei"), code="eins") == {"code": [TAKEN]}


def test_terms_of_different_kinds_may_share_a_code(refused):
    DistrictFactory(code="kultur")

    assert refused(FieldOfActionFactory(code="kultur")) == {}


@pytest.mark.parametrize("factory", FACTORIES)
def test_a_term_needs_name_and_code(factory, refused):
    assert refused(factory(), name="", code="") == {"name": [REQUIRED], "code": [REQUIRED]}


@pytest.mark.parametrize("code", ["1.2", "12"])
def test_only_the_code_of_a_goal_has_dots(refused, code):
    assert refused(StrategicGoalFactory(), code=code) == {}
    assert list(refused(DistrictFactory(), code=code)) == (["code"] if "." in code else [])


def test_a_term_is_called_by_its_name_and_a_goal_by_its_number():
    assert str(DistrictFactory.build(name="Kalk", locale=None)) == "Kalk"
    assert str(StrategicGoal(code="1.2", name="Wohnen")) == "1.2 Wohnen"


def test_a_goal_belongs_to_a_strategy_and_perhaps_to_another_goal(refused):
    parent = StrategicGoalFactory(code="1")
    goal = StrategicGoalFactory(code="1.2", strategy=parent.strategy, parent=parent)

    assert refused(goal) == {}
    assert list(goal.ancestors()) == [parent]


def test_a_goal_is_no_part_of_itself(refused):
    first = StrategicGoalFactory()
    second = StrategicGoalFactory(parent=first)
    third = StrategicGoalFactory(parent=second)
    message = {"parent": ["Ein Ziel kann nicht Teil von sich selbst sein."]}

    assert refused(first, parent=first) == message
    assert refused(first, parent=third) == message
    assert refused(StrategicGoal.objects.get(pk=third.pk)) == {}


def test_goals_that_were_put_in_a_circle_do_not_stop_the_admin():
    first = StrategicGoalFactory()
    second = StrategicGoalFactory(parent=first)
    StrategicGoal.objects.filter(pk=first.pk).update(parent=second)

    assert list(StrategicGoal.objects.get(pk=first.pk).ancestors()) == [second, first]


def test_a_goal_serves_goals_of_the_united_nations(refused):
    goal = StrategicGoalFactory(sdgs=[1, 11, 17])

    assert refused(goal) == {}
    assert StrategicGoal.objects.get().sdgs == [1, 11, 17]
    assert list(refused(goal, sdgs=[0])) == ["sdgs"]
    assert list(refused(goal, sdgs=[18])) == ["sdgs"]


@pytest.mark.parametrize("way", ["phone", "email", "form_url"])
def test_a_contact_point_is_reached_in_one_way_at_least(refused, way):
    contact = ContactPointFactory(email="")
    reached = {"phone": "0221 221-0", "email": "a@example.org", "form_url": "https://example.org"}

    assert refused(contact) == {"phone": [UNREACHED]}
    assert refused(contact, **{way: reached[way]}) == {}


def test_a_logo_is_described(refused):
    actor = ActorFactory(logo=ImageFactory())

    assert refused(actor) == {"logo_alt": ["Bitte das Logo beschreiben."]}
    assert refused(actor, logo_alt="Wappen der Stadt Köln") == {}


@pytest.mark.parametrize(
    "sector",
    [
        "administration",
        "politics",
        "civil_society",
        "business",
        "science",
        "culture",
        "media",
        "other",
    ],
)
def test_an_actor_comes_from_one_of_eight_sectors(refused, sector):
    assert refused(ActorFactory(), sector=sector) == {}
    assert list(refused(ActorFactory(code="x"), sector="sports")) == ["sector"]


def add(client, model, action="", **values):
    return client.post(
        reverse(model.snippet_viewset.get_url_name("add")), sent(model, action, **values)
    )


def test_a_draft_of_a_contact_point_needs_no_way_to_reach_it(admin_client):
    add(admin_client, ContactPoint, name="Stadtplanung", code="stadtplanung")

    assert not ContactPoint.objects.get().live


def test_publishing_a_contact_point_names_its_faults(admin_client):
    response = add(admin_client, ContactPoint, "publish", code="stadtplanung")

    assert response.context["form"].errors == {
        "name": ["Dieses Feld muss ausgefüllt werden."],
        "phone": [
            "Bitte eine Telefonnummer, eine E-Mail-Adresse oder ein Kontaktformular angeben."
        ],
    }


def test_even_a_draft_has_a_code_of_its_own(admin_client):
    DistrictFactory(code="kalk")
    response = add(admin_client, District, name="Kalk", code="kalk")

    assert response.context["form"].errors == {"code": [TAKEN]}
    assert add(admin_client, District, name="Kalk").context["form"].errors == {
        "code": ["Dieses Feld muss ausgefüllt werden."]
    }
