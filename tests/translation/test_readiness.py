"""The translation editor has the checklist too: of what publishing would make."""

import re
from html import unescape

from wagtail_localize.models import StringTranslation

SHOWN = re.compile(r'data-vision-pages-place="([^"]+)">.*?<p>(.*?)</p>', re.DOTALL)


def shown(response):
    # wagtail-localize draws all side panels twice.
    panel = response.content.decode().split('<div class="vision-pages-readiness"')[1]
    return [tuple(map(unescape, found)) for found in SHOWN.findall(panel)]


def test_what_is_found_of_a_translation_is_shown_as_it_is_saved(city, translator):
    city.entry.sources = [("source", {"title": "Bericht"})]
    link = {"label": "Zum Rat", "url": "https://example.org/"}
    city.entry.body = [("link", {"link": link, "description": "Was er tut"})]
    city.entry.save_revision().publish()
    translator.submit(city.entry, "en")
    translator.write(city.entry, "en", lambda text: "here" if text == "Zum Rat" else text)

    body = city.entry.body[0].id
    assert shown(translator.open(city.entry, "en")) == [
        (f"body.{body}.link.label", "Der Linktext „here“ sagt nicht, wohin der Link führt.")
    ]


def test_what_stands_against_publishing_is_shown_and_what_to_look_at(city, translator):
    translator.submit(city.vision, "en")
    texts = len(translator.segments(city.vision, "en"))
    missing = f"{texts} Texte sind noch nicht übersetzt."
    assert shown(translator.open(city.vision, "en")) == [("title", missing)]

    translator.write(city.vision, "en", lambda text: f"[{text}]")
    segment = translator.segments(city.vision, "en")[0]
    translator.write_one(city.vision, "en", segment, "Cologne  21")
    machine = StringTranslation.TRANSLATION_TYPE_MACHINE
    StringTranslation.objects.filter(translation_of=segment.string).update(translation_type=machine)

    assert shown(translator.open(city.vision, "en")) == [
        ("title", "1 Text wurde maschinell übersetzt und ist noch nicht geprüft."),
        ("title", "Zwei Leerzeichen stehen hintereinander."),
        ("vision_statement", "Das ist noch in der Ausgangssprache: „So wollen wir leben.“"),
    ]


def test_terms_have_no_checklist(city, translator):
    contact = city.vision.contacts.first()
    translator.submit(contact, "en")

    assert "vision-pages-readiness" not in translator.open(contact, "en").content.decode()
