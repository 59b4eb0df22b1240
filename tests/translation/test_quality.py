"""What stands against a translation, what is to be looked at, and that good ones raise nothing."""

from pathlib import Path

import polib
import pytest

import vision_pages.demo
from vision_pages.translation.places import Place
from vision_pages.translation.quality import fault
from vision_pages.translation.quality_warnings import warnings_of

RICH, PLAIN = Place("Text"), Place("Titel", 40, is_plain=True)


@pytest.mark.parametrize(
    ("source", "translation", "place", "expected"),
    [
        (
            'Der <a id="a1">Plan</a> gilt.',
            "The plan holds.",
            RICH,
            "Der Link „Plan“ fehlt.",
        ),
        (
            'Der <a id="a1">Plan</a> gilt.',
            '<a id="a1">The plan</a> <a id="a1">holds</a>.',
            RICH,
            "Der Link „Plan“ kommt mehr als einmal vor.",
        ),
        ("<b>Köln</b> plant.", "<b>Cologne plans.", RICH, "Das Tag <b> wird nicht geschlossen."),
        (
            "Köln plant",
            "Cologne <b>plans</b>",
            PLAIN,
            "In diesem Feld gibt es keine Formatierung: Das Tag <b> ist hier nicht möglich.",
        ),
        ("Bis {year}", "Until", RICH, "Der Platzhalter „{year}“ fehlt."),
        (
            "Bis dann",
            "Until %(day)s",
            RICH,
            "Den Platzhalter „%(day)s“ hat der Ausgangstext nicht oder seltener.",
        ),
        (
            "Kurz",
            "x" * 41,
            PLAIN,
            "Zu lang: 41 Zeichen, erlaubt sind höchstens 40.",
        ),
        ("<b>Köln</b> plant.", "<i>Cologne</i> plans.", RICH, ""),
        ("Zeile<br/>Zeile", "Line<br/>line", PLAIN, ""),
        ("1 &lt; 2 &amp; 3", "1 &lt; 2 &amp; 3", PLAIN, ""),
        ("Ein {name}, {{ other }}", "{{ other }}: a {name}", RICH, ""),
        ("Ein {name}", "", RICH, ""),
    ],
)
def test_a_translation_that_cannot_be_used_says_why(source, translation, place, expected):
    assert fault(source, translation, place) == expected


SENTENCE = "Köln wird bis 2035 klimaneutral und spart 1.000,5 Tonnen CO<sub>2</sub> im Jahr."
LONG = "Im Stadtrat wurde beschlossen, dass alle Menschen in Köln an den Zielen mitwirken können."


@pytest.mark.parametrize(
    ("source", "translation", "code", "expected"),
    [
        (
            SENTENCE,
            "Cologne will be climate neutral by 2053 and save 1,000.5 tonnes of CO<sub>2</sub> "
            "a year.",
            "en",
            ["Zahlen weichen ab: im Ausgangstext 2035, in der Übersetzung 2053."],
        ),
        (
            "Ab 3. Mai 2026 im Rathaus",
            "In the town hall from 4 May 2026",
            "en",
            ["Zahlen weichen ab: im Ausgangstext 3, in der Übersetzung 4."],
        ),
        (
            "Ab 3. Mai 2026 im Rathaus",
            "In the town hall from 3 June 2026",
            "en",
            ["Zahlen weichen ab: im Ausgangstext 5, in der Übersetzung 6."],
        ),
        (
            "Es kamen 2.391 Menschen.",
            "Many people came.",
            "en",
            ["Zahlen des Ausgangstexts fehlen: 2.391."],
        ),
        (
            "Es kamen viele.",
            "2,391 people came.",
            "en",
            ["Diese Zahlen hat der Ausgangstext nicht: 2,391."],
        ),
        (
            "Köln plant. Alle können an den Zielen mitwirken.",
            "Cologne plans. Alle können an den Zielen mitwirken.",
            "en",
            ["Das ist noch in der Ausgangssprache: „Alle können an den Zielen mitwirken.“"],
        ),
        (LONG, "Everybody.", "en", ["Die Übersetzung ist viel kürzer als der Ausgangstext."]),
        (
            LONG,
            f"{'All people can take part, as has been decided. ' * 6}Yes.",
            "en",
            ["Die Übersetzung ist viel länger als der Ausgangstext."],
        ),
        (
            "<b>Alle</b> machen mit.",
            "Everybody takes part.",
            "en",
            ["Formatierung des Ausgangstexts fehlt: <b>."],
        ),
        (
            "Alle machen mit.",
            "Everybody  takes part.",
            "en",
            ["Zwei Leerzeichen stehen hintereinander."],
        ),
        (
            "Der Rat hat das Leitbild einstimmig beschlossen und veröffentlicht.",
            "The council adopted the Leitbild unanimously and published it",
            "en",
            ["Das Zeichen am Ende des Satzes fehlt."],
        ),
    ],
)
def test_a_reviewer_is_told_what_to_look_at(source, translation, code, expected):
    assert [*warnings_of(source, translation, "de", code)] == expected


@pytest.mark.parametrize(
    ("source", "code", "translation"),
    [
        (SENTENCE, "en", "By 2035 Cologne is climate neutral, saving 1,000.5 tonnes of CO₂."),
        (
            SENTENCE,
            "tr",
            "Köln 2035 yılına kadar iklim nötr oluyor ve yılda 1.000,5 ton CO<sub>2</sub> "
            "tasarruf ediyor.",
        ),
        (
            SENTENCE,
            "fr",
            "Cologne sera neutre pour le climat d’ici 2035 et économisera 1\u202f000,5 tonnes de "
            "CO<sub>2</sub> par an.",
        ),
        (
            SENTENCE,
            "uk",
            "До 2035 року Кельн стане кліматично нейтральним і заощаджуватиме 1 000,5 тонни "
            "CO<sub>2</sub> на рік.",
        ),
        (
            SENTENCE,
            "ar",
            "ستصبح كولونيا محايدة مناخيا بحلول عام ٢٠٣٥ وستوفر ١٬٠٠٠٫٥ طن من "
            "CO<sub>2</sub> سنويا.",
        ),
        ("Am 3. Mai 2026 um 18.30 Uhr", "en", "On May 3, 2026 at 6:30 pm"),
        ("Am 3. Mai 2026 um 18.30 Uhr", "en", "On the 3rd of May 2026 at 18:30"),
        ("Am 3. Mai 2026 um 18.30 Uhr", "tr", "3 Mayıs 2026 saat 18.30’da"),
        ("Am 3. Mai 2026 um 18.30 Uhr", "fr", "Le 3 mai 2026 à 18h30"),
        ("Am 3. Mai 2026 um 18.30 Uhr", "uk", "3 травня 2026 року о 18:30"),
        ("Am 3. Mai 2026 um 18.30 Uhr", "ar", "في ٣ مايو ٢٠٢٦ الساعة ١٨:٣٠"),
        ("Vom 03.05.2026 bis 1.12.2026", "fr", "Du 03/05/2026 au 1er décembre 2026"),
        ("Vom 03.05.2026 bis 1.12.2026", "en", "From 3 May 2026 to 2026-12-01"),
        ("Bis zum 3.5. um 18 Uhr", "en", "Until 3 May at 6 p.m."),
        ("Im Mai 2026", "uk", "У травні 2026 року"),
        ("Im 21. Jahrhundert", "fr", "Au XXI<sup>e</sup> siècle"),
        ("Im 21. Jahrhundert", "uk", "У XXI столітті"),
        ("Die 80er Jahre", "en", "The 1980s"),
        ("Von 2009 bis 2010", "en", "2009/10"),
        ("Es gibt 12 Ziele", "en", "There are twelve goals"),
        ("Rund 2,5 Mio. Menschen", "en", "About 2.5 million people"),
        ("43,8 % der Stimmen", "tr", "Oyların %43,8’i"),
        ("Rufen Sie an: 0221 221-0", "en", "Call us: +49 221 221-0"),
        ("Neumarkt 1, 50667 Köln", "ar", "Neumarkt 1, 50667 Köln"),
        ("Köln 21", "en", "Köln 21"),
        ("Bürger*innen-Stadt in R(h)einkultur", "en", "Bürger*innen-Stadt in R(h)einkultur"),
        ("Amt für Stadtentwicklung und Statistik", "en", "Amt für Stadtentwicklung und Statistik"),
        ("Freunde des Kölner Stadtgartens und der Parks in Köln e. V.", "en",
         "Friends of Cologne's city garden and parks, a registered association"),
        ("Wer darf mitmachen?", "ar", "من يمكنه المشاركة؟"),
        ("Wer darf bei der Umfrage zum neuen Leitbild mitmachen?", "ar",
         "من يمكنه المشاركة في الاستبيان حول الرؤية الجديدة؟"),
        (LONG, "en", "The city council decided that everybody in Cologne can join in."),
        (LONG, "ar", "قرر مجلس المدينة أن بإمكان الجميع في كولونيا المساهمة في تحقيق الأهداف."),
        (LONG, "zh", "市议会决定科隆所有人都可以参与实现这些目标。"),
        ('<a id="a1">Alle</a> <b>Ziele</b>', "en", 'All <b>goals</b>, <a id="a1">here</a>'),
    ],
)  # fmt: skip
def test_good_translations_raise_nothing(source, code, translation):
    assert fault(source, translation, RICH) == ""
    assert [*warnings_of(source, translation, "de", code)] == []


def test_the_demos_english_raises_nothing():
    file = Path(vision_pages.demo.__file__).parent / "content" / "en.po"
    texts = [(entry.msgid, entry.msgstr) for entry in polib.pofile(str(file))]

    assert len(texts) > 200
    assert [
        (translation, *warnings_of(source, translation, "de", "en"))
        for source, translation in texts
        if [*warnings_of(source, translation, "de", "en")]
    ] == []
