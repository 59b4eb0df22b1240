"""The translation editor has the checklist too: of what publishing would make."""

import re
from html import unescape

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
    assert shown(translator.open(city.entry, "en")) == []

    translator.write(city.entry, "en", lambda text: "here" if text == "Zum Rat" else text)

    body = city.entry.body[0].id
    assert shown(translator.open(city.entry, "en")) == [
        (f"body.{body}.link.label", "Der Linktext „here“ sagt nicht, wohin der Link führt.")
    ]


def test_terms_have_no_checklist(city, translator):
    contact = city.vision.contacts.first()
    translator.submit(contact, "en")

    assert "vision-pages-readiness" not in translator.open(contact, "en").content.decode()
