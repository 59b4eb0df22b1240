"""What each rule of Leichte Sprache finds, and what only looks like it."""

import pytest

from vision_pages.readiness.easy.compounds import unmarked_compounds
from vision_pages.readiness.easy.genitive import genitives
from vision_pages.readiness.easy.length import long_sentences, several_statements
from vision_pages.readiness.easy.negation import negations
from vision_pages.readiness.easy.numbers import hard_numbers
from vision_pages.readiness.easy.passive import passives
from vision_pages.readiness.easy.signs import roman_numerals, special_characters
from vision_pages.readiness.easy.subjunctive import subjunctives
from vision_pages.readiness.easy.words import abbreviations, hard_words

FOUND = {
    unmarked_compounds: [
        ("Die Stadtentwicklung ist wichtig.", "Stadtentwicklung"),
        ("Das ist eine Bürgerbeteiligung.", "Bürgerbeteiligung"),
        ("Der Wohnungsbau geht weiter.", "Wohnungsbau"),
        ("Sie ist die Oberbürgermeisterin.", "Oberbürgermeisterin"),
        ("Wir haben mehrere Handlungsfelder.", "Handlungsfelder"),
        ("Das ist der Stadtentwicklungs-Plan.", "Stadtentwicklungs-Plan"),
        ("Die Krankenversicherung hilft.", "Krankenversicherung"),
    ],
    passives: [
        ("Die Schule wird neu gebaut.", "wird … gebaut"),
        ("Die Ideen wurden gesammelt.", "wurden gesammelt"),
        ("Das ist im Rat beschlossen worden.", "beschlossen worden"),
        ("Morgen wird der Plan besprochen.", "wird … besprochen"),
        ("Sie sagt: Alle sollen gefragt werden.", "gefragt werden"),
        ("Das wurde vom Rat entschieden und gilt.", "wurde … entschieden"),
        ("Wenn die Straße repariert wird, ist sie zu.", "repariert wird"),
        ("Werden die Menschen unterstützt?", "Werden … unterstützt"),
    ],
    genitives: [
        ("Das sagen die Mitglieder des Rates.", "des Rates"),
        ("Hier stehen die Ideen der Menschen.", "Ideen der Menschen"),
        ("Das ist der Plan unserer Stadt.", "Plan unserer Stadt"),
        ("Die Straße ist wegen der Baustelle zu.", "wegen der Baustelle"),
        ("Das ist das Ergebnis einer großen Umfrage.", "Ergebnis einer großen Umfrage"),
        ("Kölns Straßen sind voll.", "Kölns Straßen"),
        ("Am Ende dieses Jahres ist Schluss.", "dieses Jahres"),
        ("Entwicklung der Stadt", "Entwicklung der Stadt"),
    ],
    negations: [
        ("Das ist nicht schwer.", "nicht"),
        ("Es gibt kein Geld.", "kein"),
        ("Keine Angst.", "keine"),
        ("Niemand muss mitmachen.", "niemand"),
        ("Sie brauchen nichts.", "nichts"),
        ("Das war nie so.", "nie"),
    ],
    subjunctives: [
        ("Das wäre schön.", "wäre"),
        ("Sie könnten anrufen.", "könnten"),
        ("Wir würden gerne bauen.", "würden"),
        ("Würden Sie mitmachen?", "würden"),
        ("Hätten Sie Zeit?", "hätten"),
        ("Man müsste mehr wissen.", "müsste"),
    ],
    abbreviations: [
        ("Wir bauen z. B. Schulen.", "z. B."),
        ("Das sind Busse, Bahnen usw.", "usw."),
        ("Das ist der Rat bzw. die Stadt.", "bzw."),
        ("Das dauert ca. 2 Jahre.", "ca."),
        ("Der Weg ist 5 km lang.", "5 km"),
        ("Der ÖPNV ist wichtig.", "ÖPNV"),
        ("Das gilt i. d. R. für alle.", "i. d. R."),
    ],
    hard_words: [
        ("Die Partizipation ist wichtig.", "Partizipation"),
        ("Wir evaluieren das.", "evaluieren"),
        ("Die Bürger-Partizipation ist neu.", "Partizipation"),
        ("Das nützt der Zivilgesellschaft.", "Zivilgesellschaft"),
        ("Das machen wir im Nachgang.", "im Nachgang"),
        ("Wir wollen Transformation.", "Transformation"),
    ],
    special_characters: [
        ("Das sind 50 % der Menschen.", "50 %"),
        ("Das steht in § 5.", "§ 5"),
        ("Das machen Müller & Sohn.", "Müller & Sohn"),
        ("Wir sagen „Stadt-Plan“ dazu.", "Stadt-Plan"),
        ("Rufen Sie an und/oder schreiben Sie.", "und/oder"),
        ("Und dann …", "dann …"),
        ("Der Rat (das sind Politiker) sagt ja.", "(das sind Politiker)"),
    ],
    roman_numerals: [
        ("Das war Ludwig XIV.", "XIV"),
        ("Das steht in Kapitel III.", "III"),
        ("Teil II ist fertig.", "II"),
        ("Das war im Zweiten Weltkrieg, im Jahr VI.", "VI"),
        ("Jetzt kommt Phase V der Arbeit.", "Phase V"),
    ],
    hard_numbers: [
        ("Dort waren 2.391 Menschen.", "2.391"),
        ("Köln hat 1.087.353 Einwohner.", "1.087.353"),
        ("Das kostet 3 Millionen Euro.", "3 Millionen"),
        ("Das sind 43,8 Prozent.", "43,8"),
        ("Es kamen 2391 Menschen.", "2391"),
        ("Auf der Welt leben 8 Milliarden Menschen.", "8 Milliarden"),
    ],
}
MISSED = {
    unmarked_compounds: [
        *("Die Stadt-Entwicklung ist wichtig.", "Die Wohnungs·bau-Firma", "Die Öffentlichkeit"),
        *("Sie haben Schwierigkeiten.", "Unsere Mitarbeiterinnen", "Die Bürgermeisterin"),
        *("Er wohnt in Mönchengladbach.", "Sie kommt aus Griechenland.", "Das Krankenhaus"),
        *("Die Veranstaltungen und die Verantwortung", "Eine Wissenschaftlerin", "UNESCOWELTERBE"),
        *("Die Unterstützung und die Auseinandersetzung", "Organisationen", "Schmetterlinge"),
        *("Großbritannien", "Die Philharmonie", "Universitäten in Gelsenkirchen", "Meinungen"),
    ],
    passives: [
        *(
            "Das wird gut.",
            "Wir werden gewinnen.",
            "Der Park wird allen gefallen.",
            "Es wird bekannt.",
        ),
        *("Köln ist größer geworden.", "Die Stadt wird schöner.", "Wir werden Häuser bauen."),
        *("Wir werden viele Menschen besuchen.", "Sie wurde berühmt.", "Wir haben viel gemacht."),
        *(
            "Es wird dunkel, dann ist Licht gebraucht.",
            "Wir werden das genehmigen.",
            "Er wird gesund.",
        ),
    ],
    genitives: [
        *("Das ist der Plan von der Stadt.", "Hat der Rat das gesagt?", "Das ist das Haus."),
        *(
            "Am Montag kommt der Bus.",
            "In Köln hilft der Rat den Menschen.",
            "Dieses Haus ist neu.",
        ),
        *("Der Mann, der Menschen hilft.", "Wir sind in der Stadt.", "Ist das deines oder meines?"),
        *(
            "Wenn am Montag der Kindergarten zu ist.",
            "Seit Mai der neue Kollege da ist.",
            "Als Kind",
        ),
        *("Während der Bus fährt, sitzen Sie.", "Dieses Ergebnis ist gut.", "Dieses Gas ist neu."),
    ],
    negations: [
        "Die Nichte ist da.",
        "Vernichten",
        "Ein Keinath",
        "Nur so",
        "Im Knie",
        "Ohne Geld",
    ],
    subjunctives: [
        *("Ich möchte das.", "Das wurde so.", "Sie konnte das.", "Er hatte Zeit.", "Das war so."),
        *("Die Würde von Menschen ist wichtig.", "Würde ist wichtig.", "Sie sollen das tun."),
    ],
    abbreviations: [
        *(
            "Das ist zum Beispiel eine Schule.",
            "Das war am 3. Mai.",
            "Die EU hilft.",
            "Das sah ich.",
        ),
        *("Das PDF ist da.", "Sie haben 5 Kilometer.", "Die S-Bahn fährt.", "Wir haben 5 Minuten."),
        *("Ich bin A. Müller.", "Das Zimmer ist im 2. Stock."),
    ],
    hard_words: [
        *("Alle machen mit.", "Wir studieren in Köln.", "Das Spazieren ist schön."),
        *("Die Stadt hört zu.", "Die Bürger-Beteiligung ist neu."),
    ],
    special_characters: [
        *(
            "Das sind 50 Prozent.",
            "Im Jahr 2020/21 war das so.",
            "Haben Sie Fragen?",
            "Köln – hier",
        ),
        *(
            "Wir sind Kölner*innen.",
            "Die Ober-Bürgermeisterin",
            "Das kostet 5 Euro.",
            "Um 8:30 Uhr",
        ),
    ],
    roman_numerals: [
        *("Ich sehe das CD-Regal.", "Das ist ein IC.", "Größe XL", "Im Jahr 2", "Ein I-Dötzchen"),
        *("Der VIP kommt.", "Die VIA ist da.", "Das X steht hier."),
    ],
    hard_numbers: [
        *(
            "Das war im Jahr 1867.",
            "Dort waren 2.500 Menschen.",
            "Das kostet 3,50 Euro.",
            "115 Menschen",
        ),
        *(
            "Am 14.12.2021 war das.",
            "Um 8.30 Uhr",
            "50667 Köln",
            "Telefon: 0221 221 12345",
            "Köln 21",
        ),
        *("Das war vor 2000 Jahren.", "Im Jahr 2040"),
    ],
}


@pytest.mark.parametrize(
    ("find", "text", "words"),
    [(find, *case) for find, cases in FOUND.items() for case in cases],
)
def test_a_rule_finds_its_words(find, text, words):
    assert list(dict.fromkeys(find(text))) == [words]


@pytest.mark.parametrize(
    ("find", "text"), [(find, text) for find, texts in MISSED.items() for text in texts]
)
def test_a_rule_passes_over_what_only_looks_like_it(find, text):
    assert list(find(text)) == []


@pytest.mark.parametrize(("words", "is_long"), [(12, False), (13, True)])
def test_a_sentence_has_twelve_words(words, is_long):
    sentence = " ".join(["Wort", "–", *["2"] * (words - 1)]) + "."

    assert list(long_sentences(sentence)) == [sentence] * is_long


@pytest.mark.parametrize(
    ("sentence", "says_more"),
    [
        ("Wir lesen, was da steht, und wir schreiben.", True),
        ("Wir bauen Schulen, Parks, Straßen und Wege.", True),
        ("Das ist gut; das bleibt so.", True),
        ("Wir wissen, dass Menschen, die alt sind, warten.", True),
        ("Er geht, sie kommt, wir bleiben.", True),
        ("Wir wissen, was da steht.", False),
        ("Das kostet 3,50 Euro, immer 3,50 Euro.", False),
        ("Wir bauen Schulen und Parks.", False),
        ("Die Zahl ist 1,2,3.", False),
        ("Das Projekt heißt: Köln 21.", False),
    ],
)
def test_a_sentence_says_one_thing(sentence, says_more):
    assert list(several_statements(sentence)) == [sentence] * says_more
