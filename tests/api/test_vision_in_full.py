"""A vision with all its fields."""

import pytest

from tests.factories import (
    ActorFactory,
    DocumentFactory,
    FieldOfActionFactory,
    StrategicGoalFactory,
    StrategyFactory,
    VisionFactory,
)
from vision_pages.models import LeitbildEntryVision, VisionActor
from vision_pages.models.actor import Role

VISION = """{ vision(by: {path: "/de/stadt-der-zukunft/neu/"}) {
  scope motto visionStatement { plain } goal { plain } achievements { plain } outlook { plain }
  qualities { title description } strategies { code } linkedVisions { title }
  leitbildEntries { title } projects { totalCount }
  strategicGoals { code } fieldsOfAction { code } formerNames
  foundations { description link { label href } }
  successor { title } actors { role actor { name } } leads: actors(role: LEAD) { role }
  startDate { iso } endDate { iso } dateText status statusSource statusNote
  keyFacts { value label note }
  downloads { title description kind document { title } }
  councilDecisions { bodyName date { iso precision } reference title outcome paperUrl oparlUrl
    lang }
} }"""


@pytest.fixture
def vision(city):
    vision = VisionFactory(
        parent=city.programme,
        title="Neu",
        motto="Ein Motto",
        achievements="<p>Viel</p>",
        outlook="<p>Mehr</p>",
        start_date="2019",
        end_date="2020-06",
        date_text="bis Sommer 2020",
        status_override="discontinued",
        status_note="Eingestellt.",
        successor=city.vision,
    )
    vision.actors.set([VisionActor(actor=ActorFactory(name="Amt"), role=Role.LEAD)])
    vision.actors.add(VisionActor(actor=ActorFactory(name="Verein"), role=Role.PARTNER))
    vision.strategies.set([StrategyFactory(code="perspektiven")])
    vision.strategic_goals.set([StrategicGoalFactory(code="1.2")])
    vision.fields_of_action.set([FieldOfActionFactory(code="klima")])
    vision.qualities = [("quality", {"title": "Offen", "description": "Für alle."})]
    vision.former_names = [("name", "Köln 2020")]
    link = {"label": "Plan", "url": "https://example.org/plan"}
    vision.foundations = [("link", {"link": link, "description": "Der Plan"})]
    vision.key_facts = [("key_fact", {"value": "2.391", "label": "Antworten", "note": "2021"})]
    report = DocumentFactory(title="Datei")
    vision.downloads = [("download", {"title": "Bericht", "kind": "report", "document": report})]
    vision.council_decisions = [
        (
            "decision",
            {
                "body_name": "Rat",
                "date": "2021-05-06",
                "reference": "1908/2021",
                "title": "Beschluss",
                "outcome": "adopted",
                "paper_url": "https://example.org/vorlage",
                "oparl_url": "https://example.org/oparl",
            },
        )
    ]
    vision.save_revision().publish()
    city.entry.related_visions.add(LeitbildEntryVision(target=vision))
    city.entry.save_revision().publish()
    return vision


def test_a_vision_says_all_that_it_is(ask, city, vision, statements):
    assert ask(VISION) == {
        "data": {
            "vision": {
                "scope": "CITY",
                "motto": "Ein Motto",
                "visionStatement": {"plain": "So wollen wir leben."},
                "goal": {"plain": "Eine lebenswerte Stadt."},
                "achievements": {"plain": "Viel"},
                "outlook": {"plain": "Mehr"},
                "qualities": [{"title": "Offen", "description": "Für alle."}],
                "strategies": [{"code": "perspektiven"}],
                "linkedVisions": [],
                "leitbildEntries": [{"title": "Das erste Leitbild entsteht"}],
                "projects": {"totalCount": 0},
                "strategicGoals": [{"code": "1.2"}],
                "fieldsOfAction": [{"code": "klima"}],
                "formerNames": ["Köln 2020"],
                "foundations": [
                    {
                        "description": "Der Plan",
                        "link": {"label": "Plan", "href": "https://example.org/plan"},
                    }
                ],
                "successor": {"title": "Köln 21"},
                "actors": [
                    {"role": "LEAD", "actor": {"name": "Amt"}},
                    {"role": "PARTNER", "actor": {"name": "Verein"}},
                ],
                "leads": [{"role": "LEAD"}],
                "startDate": {"iso": "2019"},
                "endDate": {"iso": "2020-06"},
                "dateText": "bis Sommer 2020",
                "status": "DISCONTINUED",
                "statusSource": "EDITOR",
                "statusNote": "Eingestellt.",
                "keyFacts": [{"value": "2.391", "label": "Antworten", "note": "2021"}],
                "downloads": [
                    {
                        "title": "Bericht",
                        "description": None,
                        "kind": "REPORT",
                        "document": {"title": "Datei"},
                    }
                ],
                "councilDecisions": [
                    {
                        "bodyName": "Rat",
                        "date": {"iso": "2021-05-06", "precision": "DAY"},
                        "reference": "1908/2021",
                        "title": "Beschluss",
                        "outcome": "ADOPTED",
                        "paperUrl": "https://example.org/vorlage",
                        "oparlUrl": "https://example.org/oparl",
                        "lang": "de",
                    }
                ],
            }
        }
    }
    # The vision; all that it names.
    assert len(statements) == 2
