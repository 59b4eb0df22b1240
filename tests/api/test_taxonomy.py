"""The terms that content is sorted by, and actors, as the API gives them."""

import pytest

from tests.factories import (
    ActorFactory,
    DistrictFactory,
    FieldOfActionFactory,
    ImageFactory,
    StrategicGoalFactory,
    StrategyFactory,
)

STRATEGIES = """{ strategy(code: "plan") { code name description websiteUrl language { locale } }
  strategies { code } none: strategy(code: "nichts") { code } }"""
GOALS = """{ strategicGoal(code: "1.2") { code name description sdgs strategy { code }
  parent { code } } strategicGoals { code } none: strategicGoal(code: "9") { code } }"""
TERMS = "{ fieldsOfAction { code name } districts { code number } }"
ACTORS = """{ actors { code name description sector websiteUrl
  logo { alt decorative file { title } } } }"""
TRANSLATED = '{ strategies(locale: "en") { name language { locale requested isFallback } } }'


def test_strategies(ask, statements):
    StrategyFactory(code="z")
    StrategyFactory(code="plan", name="Plan", description="Ein Plan", website_url="https://e.org/")

    assert ask(STRATEGIES) == {
        "data": {
            "strategy": {
                "code": "plan",
                "name": "Plan",
                "description": "Ein Plan",
                "websiteUrl": "https://e.org/",
                "language": {"locale": "de"},
            },
            "strategies": [{"code": "plan"}, {"code": "z"}],
            "none": None,
        }
    }
    assert len(statements) == 1


def test_goals(ask, statements):
    strategy = StrategyFactory(code="plan")
    parent = StrategicGoalFactory(code="1", strategy=strategy)
    StrategicGoalFactory(code="1.2", name="Bildung", strategy=strategy, parent=parent, sdgs=[4, 11])

    assert ask(GOALS) == {
        "data": {
            "strategicGoal": {
                "code": "1.2",
                "name": "Bildung",
                "description": None,
                "sdgs": [4, 11],
                "strategy": {"code": "plan"},
                "parent": {"code": "1"},
            },
            "strategicGoals": [{"code": "1"}, {"code": "1.2"}],
            "none": None,
        }
    }
    assert len(statements) == 2


def test_fields_and_districts(ask):
    FieldOfActionFactory(code="klima", name="Klima")
    DistrictFactory(code="kalk", number=8)

    assert ask(TERMS) == {
        "data": {
            "fieldsOfAction": [{"code": "klima", "name": "Klima"}],
            "districts": [{"code": "kalk", "number": 8}],
        }
    }


@pytest.mark.parametrize("alt", ["Ein Turm", ""])
def test_actors(ask, alt):
    logo = ImageFactory(title="Logo")
    ActorFactory(
        code="uni", name="Universität", sector="science", website_url="https://e.org/",
        logo=logo, logo_alt=alt,
    )  # fmt: skip

    assert ask(ACTORS) == {
        "data": {
            "actors": [
                {
                    "code": "uni",
                    "name": "Universität",
                    "description": None,
                    "sector": "SCIENCE",
                    "websiteUrl": "https://e.org/",
                    "logo": {"alt": alt, "decorative": not alt, "file": {"title": "Logo"}},
                }
            ]
        }
    }


def test_a_term_falls_back_until_it_is_translated(ask, english):
    strategy = StrategyFactory(name="Plan")
    fallback = {"locale": "de", "requested": "en", "isFallback": True}
    assert ask(TRANSLATED) == {"data": {"strategies": [{"name": "Plan", "language": fallback}]}}

    translation = strategy.copy_for_translation(english)
    translation.name, translation.live = "The plan", True
    translation.save()

    english_one = {"locale": "en", "requested": "en", "isFallback": False}
    assert ask(TRANSLATED) == {
        "data": {"strategies": [{"name": "The plan", "language": english_one}]}
    }
