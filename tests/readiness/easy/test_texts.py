"""What editors are told of a text in Leichte Sprache: of a good one nothing."""

import pytest
from django.db.models import TextField

from vision_pages.readiness.content import Content, Place
from vision_pages.readiness.easy.sentences import sentences

GOOD = [
    "Köln ist eine große Stadt.",
    "Viele Menschen leben in Köln.",
    "Die Stadt macht einen Plan.",
    "In dem Plan steht: So soll Köln im Jahr 2040 sein.",
    "Alle Menschen können mitmachen.",
    "Sie haben eine Idee? Dann schreiben Sie uns.",
    "Sie können auch anrufen.",
    "Die Telefon-Nummer ist: 0221 221 0.",
    "Das Rathaus ist am Rathaus-Platz 1.",
    "Das Treffen ist am 3. Mai um 18 Uhr.",
    "Das Treffen ist kostenlos.",
    "Der Raum hat eine Rampe für Roll-Stühle.",
    "Wir wollen mehr Bäume in der Stadt.",
    "Dann ist die Luft besser.",
    "Die Stadt baut neue Rad-Wege.",
    "Der Bus fährt öfter als früher.",
    "Digital bedeutet: mit dem Computer.",
    "Transformation bedeutet: Vieles ändert sich.",
    "Das schwere Wort dafür ist: Partizipation.",
    "Der Rat von der Stadt hat darüber gesprochen.",
    "Im Rat sind Politiker und Politikerinnen.",
    "Henriette Reker war die Ober-Bürgermeisterin von Köln.",
    "Der Dom ist sehr alt. Die Menschen haben im Jahr 1248 angefangen.",
    "Die Bürger·beteiligung ist zu Ende.",
    "Danach hat die Verwaltung alle Ideen gelesen.",
    "Manche Ideen waren sehr ähnlich.",
    "Die Nachbarschaft trifft sich in der Schule.",
    "Dort gibt es Kaffee und Kuchen.",
    "Wir werden im Sommer wieder fragen.",
    "Möchten Sie mehr wissen?",
]


@pytest.mark.parametrize("text", GOOD)
def test_a_good_sentence_is_left_alone(said, text):
    assert said(text) == []


def test_each_place_is_named_once_with_three_finds_and_the_number_of_the_rest(said):
    first = "Das gilt z. B. hier, ca. 2 Jahre. Das ist usw. da. Das ist bzw. hier. Etwa ggf. so."

    assert said(first, "Das dauert ca. 3 Tage. Das ist ca. 5 Minuten her.") == [
        (
            "0",
            "Abkürzungen kennen nicht alle. Bitte ausschreiben: "
            "„z. B.“, „ca.“, „usw.“ und 2 weitere.",
        ),
        ("1", "Abkürzungen kennen nicht alle. Bitte ausschreiben: „ca.“."),
    ]


def test_a_sentence_is_named_by_its_beginning(said):
    text = "Wir alle leben gerne in der Stadt und wir wollen alle hier bleiben."

    assert said(text) == [
        (
            "0",
            "Ein Satz hat höchstens 12 Wörter. Bitte in kürzere Sätze teilen: "
            "„Wir alle leben gerne …“ (13 Wörter).",
        )
    ]


def test_a_hard_word_is_named_with_a_simple_one(said):
    assert said("Wir wollen Partizipation.") == [
        (
            "0",
            "Schwere Wörter kennen nicht alle. Bitte ein einfaches Wort nehmen oder das Wort "
            "erklären: „Partizipation“ (einfacher: „Beteiligung“).",
        )
    ]


@pytest.mark.parametrize(
    "explanation",
    [
        "Partizipation bedeutet: Alle machen mit.",
        "Partizipation heißt: Alle machen mit.",
        "Das nennt man Partizipation.",
        "Das schwere Wort dafür ist: Partizipation.",
    ],
)
def test_a_hard_word_may_be_explained_elsewhere_on_the_page(said, explanation):
    assert said("Wir wollen Partizipation.", explanation) == []
    assert said("Wir wollen Partizipation. Die Partizipation ist neu.") != []


@pytest.mark.parametrize("language", ["de", "en"])
def test_the_rules_hold_for_leichte_sprache_alone(said, language):
    assert said("Das wäre z. B. nicht die Stadtentwicklung des Rates.", language=language) == []


def test_lines_items_and_paragraphs_end_a_sentence(said):
    words = "Wir alle leben gerne in der Stadt"

    assert said(f"<ul><li>{words}</li><li>mit {words}</li></ul><p>{words}<br/>{words}</p>") == []
    assert len(said(f"<p>{words}<br/>mit dem Bus und mit der Bahn</p>")) == 1


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Das ist so. Das bleibt so!", ["Das ist so.", "Das bleibt so!"]),
        ("Wir wissen: Das ist so.", ["Wir wissen:", "Das ist so."]),
        ("Am 3. Mai ist z. B. Zeit.", ["Am 3. Mai ist z. B. Zeit."]),
        ("Der 2. Teil gilt ca. 3 Tage.", ["Der 2. Teil gilt ca. 3 Tage."]),
        ("Er sagt „Ja.“ Dann geht er.", ["Er sagt „Ja.“", "Dann geht er."]),
        ("Das war 2020. Da war Krieg.", ["Das war 2020.", "Da war Krieg."]),
        ("Das ist\nneu", ["Das ist", "neu"]),
        ("", []),
    ],
)
def test_a_text_is_cut_into_sentences(text, parts):
    assert list(sentences(Content(Place("text", ("Text",)), TextField(), text))) == parts
