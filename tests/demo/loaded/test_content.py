"""What the demo says, as a frontend reads it."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import call_command
from pypdf import PdfReader
from wagtail.models import Page
from wagtail_localize.models import StringSegment, Translation

from graphql_api.documents.models import Document, Version
from vision_pages.demo.texts import FOLDER, translations
from vision_pages.models.content import ContentMixin
from vision_pages.readiness.findings import findings
from vision_pages.readiness.rules import Severity

EN = "en"


def test_both_visions_with_their_stages_and_current_status(ask):
    answer = ask("""{ visions { nodes {
      title path status statusSource currentStage { title }
      linkedVisions { title } successor { title } formerNames
      councilDecisions { reference outcome date { iso } }
      stages { title status startDate { iso } endDate { iso } }
    } } }""")

    def stage(title: str, status: str, start: str, end: str | None) -> dict[str, Any]:
        return {
            "title": title,
            "status": status,
            "startDate": {"iso": start},
            "endDate": end and {"iso": end},
        }

    assert answer == {
        "data": {
            "visions": {
                "nodes": [
                    {
                        "title": "Köln 21",
                        "path": "/de/koeln-21/",
                        "status": "COMPLETED",
                        "statusSource": "EDITOR",
                        "currentStage": {"title": "Dritte Öffentlichkeitsbeteiligung"},
                        "linkedVisions": [{"title": "Verwaltung – innovativ und digital"}],
                        "successor": {"title": "Standortmarke Köln"},
                        "formerNames": ["Köln 21 – Smart City", "Stadtvision"],
                        "councilDecisions": [
                            {
                                "reference": "1908/2021",
                                "outcome": "WITHDRAWN",
                                "date": {"iso": "2021-09-16"},
                            }
                        ],
                        "stages": [
                            stage("Auftrag und Start", "COMPLETED", "2020-10", "2020-10"),
                            stage(
                                "Erste Öffentlichkeitsbeteiligung",
                                "COMPLETED",
                                "2020-12",
                                "2021-01-04",
                            ),
                            stage(
                                "Zweite Öffentlichkeitsbeteiligung",
                                "COMPLETED",
                                "2021-04-06",
                                "2021-04-30",
                            ),
                            stage("Beratung im Rat", "DISCONTINUED", "2021-09-16", None),
                            stage(
                                "Dritte Öffentlichkeitsbeteiligung",
                                "COMPLETED",
                                "2022-01-27",
                                "2022-02-10",
                            ),
                        ],
                    },
                    {
                        "title": "Verwaltung – innovativ und digital",
                        "path": "/de/verwaltung-innovativ-und-digital/",
                        "status": "COMPLETED",
                        "statusSource": "EDITOR",
                        "currentStage": {"title": "Zielbild entwickeln"},
                        "linkedVisions": [{"title": "Köln 21"}],
                        "successor": None,
                        "formerNames": ["Verwaltungsvision"],
                        "councilDecisions": [],
                        "stages": [stage("Zielbild entwickeln", "COMPLETED", "2020-10", None)],
                    },
                ]
            }
        }
    }


def test_rounds_of_participation_count_people_only_where_that_is_known(ask):
    answer = ask("""{ participationEvents(order: [STARTS_ASC]) { nodes {
      title format state participantCount
    } } }""")

    assert answer == {
        "data": {
            "participationEvents": {
                "nodes": [
                    {
                        "title": "Online-Umfrage zu „Köln 21“",
                        "format": "ONLINE_SURVEY",
                        "state": "CLOSED",
                        "participantCount": None,
                    },
                    {
                        "title": "Zwei Vorschläge für „Köln 21“",
                        "format": "OTHER",
                        "state": "CLOSED",
                        "participantCount": 2391,
                    },
                    {
                        "title": "Drei Mottos für „Köln 21“",
                        "format": "OTHER",
                        "state": "CLOSED",
                        "participantCount": None,
                    },
                    {
                        "title": "Umfrage zu den Entwürfen",
                        "format": "ONLINE_SURVEY",
                        "state": "OPEN",
                        "participantCount": None,
                    },
                ]
            }
        }
    }


def test_history_stands_in_order_with_the_precision_that_is_known(ask):
    answer = ask("""{ leitbildHistory { entries {
      title date { iso precision } endDate { iso } dateText
    } } }""")

    entries = answer["data"]["leitbildHistory"]["entries"]
    assert [
        (
            entry["title"],
            entry["date"]["iso"],
            entry["date"]["precision"],
            entry["endDate"] and entry["endDate"]["iso"],
            entry["dateText"],
        )
        for entry in entries
    ] == [
        ("Rat beschließt neuen Leitbildprozess", "2001-12", "MONTH", None, None),
        (
            "Auftakt und öffentlicher Start",
            "2002-04-08",
            "DAY",
            "2002-05-24",
            "8. April / 24. Mai 2002",
        ),
        ("Zwischenbilanz", "2003-01-24", "DAY", None, None),
        ("Präsentation des Leitbilds", "2003-11-07", "DAY", None, None),
        ("Rat beschließt das „Leitbild Köln 2020“", "2003-12-18", "DAY", None, None),
        ("Umsetzung beginnt", "2004", "YEAR", None, "Frühjahr 2004"),
        ("Das erste Leitbild entsteht", "2009", "YEAR", None, None),
        ("Leitbildbericht 2009", "2009-05-11", "DAY", None, None),
        ("Verwaltungsreform #wirfürdiestadt", "2017-02-14", "DAY", "2022-03", None),
        ("Rat startet „Kölner Perspektiven 2030“", "2017-07-11", "DAY", None, None),
        ("Gespräche in allen neun Stadtbezirken", "2017-10", "MONTH", None, "ab Oktober 2017"),
        ("Zukunftsforen", "2019-05-25", "DAY", "2019-11-09", "25. Mai und 9. November 2019"),
        ("Zwei Visionsprojekte beginnen", "2020-10", "MONTH", None, None),
        (
            "„Köln 21“ fragt die Öffentlichkeit",
            "2020-12",
            "MONTH",
            "2021-01-04",
            "Dezember 2020 – 4. Januar 2021",
        ),
        ("Zwei Vorschläge für „Köln 21“", "2021-04-06", "DAY", "2021-04-30", None),
        (
            "Vorlage zu „Köln 21“ im Rat",
            "2021-09-16",
            "DAY",
            None,
            "vorgesehen für den 16. September 2021",
        ),
        ("Rat beschließt „Kölner Perspektiven 2030+“", "2021-12-14", "DAY", None, None),
        ("Drei Mottos für „Köln 21“", "2022-01-27", "DAY", "2022-02-10", None),
    ]


def test_only_the_year_that_contradicts_the_others_is_without_source(ask):
    answer = ask("{ leitbildHistory { entries { title sources { title } } } }")

    entries = answer["data"]["leitbildHistory"]["entries"]
    assert [entry["title"] for entry in entries if not entry["sources"]] == [
        "Das erste Leitbild entsteht"
    ]


def test_statement_of_a_day_is_the_one_that_held_then(ask):
    answer = ask("""{ leitbildHistory {
      before: statement(on: "2010-01-01") { wording }
      now: statement { wording }
    } }""")

    assert answer == {
        "data": {
            "leitbildHistory": {
                "before": {
                    "wording": "Wissensgesellschaft, Wirtschaftsmetropole, "
                    "Stadtgesellschaft, Kulturstandort, Stadtgestaltung"
                },
                "now": {"wording": "Urbanes Köln, Produktives Köln, Offenes Köln, Vernetztes Köln"},
            }
        }
    }


def test_council_decisions_of_the_history(ask):
    answer = ask("""{ leitbildHistory { entries {
      councilDecisions { bodyName date { iso } title outcome }
    } } }""")

    entries = answer["data"]["leitbildHistory"]["entries"]
    assert [decision for entry in entries for decision in entry["councilDecisions"]] == [
        {
            "bodyName": "Rat der Stadt Köln",
            "date": {"iso": "2003-12-18"},
            "title": "Leitbild Köln 2020",
            "outcome": "ADOPTED",
        },
        {
            "bodyName": "Rat der Stadt Köln",
            "date": {"iso": "2021-12-14"},
            "title": "Stadtstrategie „Kölner Perspektiven 2030+“",
            "outcome": "ADOPTED",
        },
    ]


def test_visions_in_english_lead_on_in_english_where_that_is_released(ask):
    answer = ask("""{ visions(locale: "en") { nodes {
      title path language { locale isFallback } status motto
      successor { title language { locale isFallback } }
      stages { title language { locale } }
      councilDecisions { lang }
    } } }""")

    def stages(*titles: str) -> list[dict[str, Any]]:
        return [{"title": title, "language": {"locale": EN}} for title in titles]

    assert answer == {
        "data": {
            "visions": {
                "nodes": [
                    {
                        "title": "Köln 21",
                        "path": "/en/koeln-21/",
                        "language": {"locale": EN, "isFallback": False},
                        "status": "COMPLETED",
                        "motto": None,
                        "successor": {
                            "title": "Standortmarke Köln",
                            "language": {"locale": "de", "isFallback": True},
                        },
                        "stages": stages(
                            "Mandate and start",
                            "First public participation",
                            "Second public participation",
                            "Debate in the council",
                            "Third public participation",
                        ),
                        "councilDecisions": [{"lang": "de"}],
                    },
                    {
                        "title": "Administration – innovative and digital",
                        "path": "/en/administration-innovative-and-digital/",
                        "language": {"locale": EN, "isFallback": False},
                        "status": "COMPLETED",
                        "motto": "We make Cologne – efficient. open-minded. innovative.",
                        "successor": None,
                        "stages": stages("Developing the target picture"),
                        "councilDecisions": [],
                    },
                ]
            }
        }
    }


def test_navigation_is_english_where_pages_are(ask):
    answer = ask("""{ site { settings(locale: "en") {
      mainNavigation { label page { path } children { page { path } } }
      footerNavigation { label url page { path } }
    } } }""")

    def item(label: str | None, path: str, *children: str) -> dict[str, Any]:
        below = [{"page": {"path": child}} for child in children]
        return {"label": label, "page": {"path": path}, "children": below}

    assert answer["data"]["site"]["settings"] == {
        "mainNavigation": [
            item(None, "/en/koeln-21/"),
            item("Administration", "/en/administration-innovative-and-digital/"),
            item(None, "/de/projekte/", "/de/projekte/standortmarke-koeln/"),
            item(None, "/en/the-leitbild-through-time/"),
        ],
        "footerNavigation": [
            {"label": "Home", "url": None, "page": {"path": "/en/"}},
            {
                "label": "Website of the City of Cologne (in German)",
                "url": "https://www.stadt-koeln.de/",
                "page": None,
            },
        ],
    }


def test_programme_in_easy_german_has_a_structure_of_its_own(ask):
    answer = ask("""{ route(path: "/de-simple/") { ... on PageRoute { page {
      title summary language { tag alternates { locale path } }
      ... on Programme { body { type ... on HeadingBlock { text } } featured { title } }
    } } } }""")

    def heading(text: str) -> dict[str, str]:
        return {"type": "heading", "text": text}

    text = {"type": "rich_text"}
    assert answer == {
        "data": {
            "route": {
                "page": {
                    "title": "Die Stadt von morgen",
                    "summary": "Wie soll Köln morgen sein? Hier lesen Sie von 2 Projekten. "
                    "Viele Menschen haben mitgemacht.",
                    "language": {
                        "tag": "de-simple",
                        "alternates": [
                            {"locale": "de", "path": "/de/"},
                            {"locale": "de-simple", "path": "/de-simple/"},
                            {"locale": EN, "path": "/en/"},
                        ],
                    },
                    "body": [
                        heading("Darum geht es"),
                        text,
                        heading("Es gibt 2 Projekte"),
                        text,
                        text,
                        heading("Wer hat angefangen?"),
                        text,
                        heading("Wer hat mitgemacht?"),
                        text,
                        heading("Was ist danach passiert?"),
                        text,
                        heading("Haben Sie Fragen?"),
                        {"type": "contact"},
                    ],
                    "featured": [
                        {"title": "Köln 21"},
                        {"title": "Verwaltung – innovativ und digital"},
                        {"title": "Leitbild im Wandel"},
                    ],
                }
            }
        }
    }


@pytest.mark.parametrize("locale", ["tr", "fr", "uk", "ar"])
def test_a_translation_that_is_only_begun_is_not_public(ask, locale):
    answer = ask(f'{{ route(path: "/{locale}/") {{ __typename }} }}')

    assert answer == {"data": {"route": {"__typename": "NotFoundRoute"}}}
    assert Translation.objects.filter(target_locale__language_code=locale, enabled=True).exists()


def test_every_english_translation_is_complete_in_the_editor():
    states = [
        translation.get_status_display()
        for translation in Translation.objects.filter(target_locale__language_code=EN)
    ]

    assert set(states) == {"Aktuell"}


def test_the_english_file_holds_the_texts_of_the_demo_and_no_others():
    submitted = StringSegment.objects.filter(source__translations__target_locale__language_code=EN)

    assert set(translations(EN)) == set(submitted.values_list("string__data", flat=True))


FACTS = [
    ("2001-12", "Rat beschließt neuen Leitbildprozess"),
    ("2002-04-08", "2002-05-24", "über 350", "acht Gruppen"),
    ("2003-01-24", "2003-11-07", "Zwischenbilanz", "Präsentation"),
    ("2003-12-18", "verabschiedet das „Leitbild Köln 2020“"),
    (
        "Frühjahr 2004",
        "Wissensgesellschaft",
        "Wirtschaftsmetropole",
        "Stadtgesellschaft",
        "Kulturstandort",
        "Stadtgestaltung",
    ),
    ("2009-05-11", "140 Seiten", "rund 170"),
    ("Das erste Leitbild entsteht",),
    ("2017-07-11", "Kölner Perspektiven 2030", "neun Stadtbezirken", "ab Oktober 2017"),
    ("2017-02-14", "2022-03", "#wirfürdiestadt", "25 Zielzustände", "0155/2017"),
    ("2019-05-25", "2019-11-09", "drei Foren"),
    ("Oktober 2020", "Henriette Reker", "Oberbürgermeisterin", "initiator"),
    (
        "4. Januar 2021",
        "1.300 Stimmen",
        "Energie, Umwelt und Nachhaltigkeit",
        "Verkehr und Mobilität",
        "digitale Dienste",
        "Gesundheit, Wohnen und Soziales",
    ),
    (
        "2021-04-06",
        "2021-04-30",
        "Zwei Vorschläge",
        "2.391",
        "43,8 %",
        "Köln innovativ – Bürger*innen-Metropole in R(h)einkultur",
    ),
    ("16. September 2021", "1908/2021", "mehrfach vertagt, mit Änderungen empfohlen"),
    ("14. Dezember 2021", "5 Leitlinien, 27 Ziele", "5 Zielkarten", "4 Handlungsfelder"),
    ("Urbanes Köln", "Produktives Köln", "Offenes Köln", "Vernetztes Köln"),
    ("2022-01-27", "2022-02-10", "drei Mottos", "nicht bekannt"),
    ("Stadtvision", "Köln 21 – Smart City", "ohne Motto", "Standortmarke Köln"),
    (
        "Verwaltungsvision",
        "Wir machen Köln – leistungsstark. aufgeschlossen. innovativ.",
        "drei Qualitäten",
        "Ergebnispräsentation",
    ),
    (
        "Kompakte und lebenswerte Quartiere",
        "Raum für eine dynamische, nachhaltige Wirtschaft und vielfältige Arbeit",
        "Bildung, Chancengleichheit und Teilhabe",
        "Eine vielfach vernetzte Metropole",
        "Wachsen im Einklang mit Klima und Umwelt, für gesunde Lebensverhältnisse",
    ),
    ("Wirtschaftsunternehmen", "Wissenschaftliche Institutionen", "mehreren Stufen"),
    ("Innenstadt", "Rodenkirchen", "Lindenthal", "Ehrenfeld", "Nippes"),
    ("Chorweiler", "Porz", "Kalk", "Mülheim"),
]


@pytest.fixture(scope="module")
def german(demo: None) -> str:
    documents = Document.objects.filter(locale="de").values_list("data", flat=True)
    return json.dumps(list(documents), ensure_ascii=False)


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact[0])
def test_fact_is_told(german, fact):
    assert [words for words in fact if words not in german] == []


def test_districts_have_their_numbers(ask):
    answer = ask("{ districts { number code } }")

    codes = "innenstadt rodenkirchen lindenthal ehrenfeld nippes chorweiler porz kalk muelheim"
    assert sorted(answer["data"]["districts"], key=lambda district: district["number"]) == [
        {"number": number, "code": code} for number, code in enumerate(codes.split(), start=1)
    ]


def test_what_documents_refer_to_is_public():
    known = {str(key) for key in Document.objects.values_list("key", flat=True)}
    referred = {
        str(key)
        for mentions in Document.objects.values_list("mentions", flat=True)
        for key in mentions
    }

    assert referred
    assert referred - known == set()


def test_images_are_described_and_credited(ask):
    answer = ask("""{
      programme { ...Hero }
      visions { nodes { ...Hero body { ... on ImageBlock { image { alt decorative credit } } } } }
      projects { nodes { ...Hero } }
      leitbildHistory { ...Hero }
    }
    fragment Hero on Page { image { alt decorative credit } }""")

    shown = [*images(answer)]
    assert len(shown) == 6
    assert [image for image in shown if not image["alt"] or image["decorative"]] == []
    assert {image["credit"] for image in shown} == {"© Demo wagtail-leitbild"}


def images(answer: Any) -> Iterator[dict[str, Any]]:
    if isinstance(answer, dict) and "credit" in answer:
        yield answer
    elif isinstance(answer, (dict, list)):
        for value in answer.values() if isinstance(answer, dict) else answer:
            yield from images(value)


@pytest.mark.parametrize(
    "file", sorted((FOLDER / "files").glob("*.pdf")), ids=lambda file: file.stem
)
def test_downloads_are_as_accessible_as_they_say(file):
    reader = PdfReader(file)
    root = reader.root_object

    assert root["/Lang"] == "de"
    assert root["/MarkInfo"]["/Marked"]
    assert "/StructTreeRoot" in root
    stored = Document.objects.get(kind="File", data__title=reader.metadata.title).data
    assert (stored["language"], stored["accessible"]) == ("de", True)


def test_editors_find_nothing_missing_but_what_shows_it():
    pages = Page.objects.filter(locale__language_code__in=["de", "de-simple"]).specific()
    found = {
        (page.title, finding.severity, str(finding.place))
        for page in pages
        if isinstance(page, ContentMixin)
        for finding in findings(page)
        if finding.severity is not Severity.HINT  # a word that could be plainer is not missing
    }

    assert found == {
        ("Das erste Leitbild entsteht", Severity.WARNING, "Quellen"),
        # Of an invented project, to show what needs care.
        ("Grüne Höfe", Severity.WARNING, "Wiedervorlage"),
        ("Grüne Höfe", Severity.WARNING, "Inhalt › Link › Link › Linktext"),
        ("Ideen sammeln", Severity.WARNING, "Ergebnisse"),
    }


def test_documents_are_those_a_rebuild_would_write(capsys):
    call_command("documents", "verify")

    assert capsys.readouterr().out.endswith("\nAlle Dokumente sind, wie sie sein sollen.\n")


def test_loading_it_again_changes_nothing(capsys):
    versions = Version.objects.count()

    call_command("load_demo")

    assert capsys.readouterr().out == "The demo content is loaded.\n"
    assert Version.objects.count() == versions
