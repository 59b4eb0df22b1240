"""Warnings about link texts that say nothing, and about files not everybody can read."""

import pytest

from tests.factories import DocumentFactory, StageFactory
from vision_pages.readiness.links import says_nothing


@pytest.mark.parametrize(
    "text",
    [
        *("hier", "Hier", "mehr", "Mehr …", "→ mehr", "weiterlesen »", "Klicken Sie hier!"),
        *("Read more", "En savoir plus…", "Buraya tıklayın", "Детальніше", "اقرأ المزيد"),
        *("https://www.stadt-koeln.de/", "www.stadt-koeln.de", "stadt-koeln.de/leben"),
    ],
)
def test_it_says_nothing(text):
    assert says_nothing(text)


@pytest.mark.parametrize(
    "text",
    ["Mehr Grün für Kalk", "hier entsteht das neue Rathaus", "stadt-koeln.de", "Köln 21", "", "21"],
)
def test_it_says_something(text):
    assert not says_nothing(text)


def message(text):
    return f"Der Linktext „{text}“ sagt nicht, wohin der Link führt."


def test_links_are_found_wherever_they_stand(vision, warned):
    link = {"label": "hier", "url": "https://example.org/"}
    rich = '<p>Lesen Sie <a href="https://example.org/">mehr</a> davon.</p>'

    found = warned(
        vision,
        goal=rich,
        body=[
            ("rich_text", {"content": rich}),
            ("accordion", {"items": [{"title": "Auf", "content": rich}]}),
            ("call_to_action", {"title": "Los", "link": link}),
        ],
        foundations=[("link", {"link": link})],
    )

    assert found == [
        ("Inhalt › Text › Text", message("mehr")),
        ("Inhalt › Akkordeon › Abschnitte › 1 › Text", message("mehr")),
        ("Inhalt › Aufruf › Link › Linktext", message("hier")),
        ("Ziel", message("mehr")),
        ("Grundlagen › Link › Link › Linktext", message("hier")),
    ]


def pdf(**values):
    return DocumentFactory(title="Bericht", file__filename="bericht.pdf", **values)


def test_a_pdf_is_checked_for_accessibility(vision, warned):
    missing = (
        "Das PDF „Bericht“ ist nicht als barrierefrei gekennzeichnet. "
        "Bitte prüfen lassen oder auf der Seite darauf hinweisen."
    )
    document = pdf()
    embedded = f'<p><a linktype="document" id="{document.pk}">Bericht</a></p>'

    stage = StageFactory(parent=vision, results=embedded)
    assert warned(stage) == [("Ergebnisse", missing)]
    downloads = [("download", {"title": "Bericht", "document": document})]
    assert warned(stage, results="", downloads=downloads) == [
        ("Downloads › Download › Datei", missing)
    ]


def test_nothing_is_said_of_other_files(stage, warned):
    files = [pdf(accessible=True), DocumentFactory(title="Liste", file__filename="liste.csv")]
    downloads = [("download", {"title": file.title, "document": file}) for file in files]
    nothing = '<p><a linktype="document">Bericht</a></p>'

    assert warned(stage, downloads=downloads, results=nothing) == []
