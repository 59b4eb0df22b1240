"""Warnings about alternative texts that look like the names of files."""

import pytest

from tests.factories import ImageFactory
from vision_pages.readiness.images import FILE_NAME


@pytest.mark.parametrize(
    "text",
    [
        *("koeln.jpg", "Neumarkt im Mai.PNG", "IMG_4711", "DSC0042", "img 12", "Bild 3", "4711"),
        *("Screenshot 2026-05-01", "stadt_koeln_final", "foto1"),
    ],
)
def test_it_looks_like_a_file(text):
    assert FILE_NAME.fullmatch(text)


@pytest.mark.parametrize(
    "text",
    ["Menschen auf dem Neumarkt", "Dom", "Das Logo „Köln 21“", "Foto von 12 Menschen", "Bild", ""],
)
def test_it_says_what_one_sees(text):
    assert not FILE_NAME.fullmatch(text)


def test_alternative_texts_are_found_wherever_they_stand(vision, warned):
    def message(text):
        return (
            f"Der Alternativtext „{text}“ sieht nach einem Dateinamen aus. "
            "Bitte beschreiben, was zu sehen ist."
        )

    image = ImageFactory()
    block = {"image": image.pk, "alt_text": "IMG_1.jpg", "decorative": False}
    vision.body.raw_data.append({"type": "image", "value": {"image": block, "caption": "dom.jpg"}})

    assert warned(vision, hero_image=image, hero_alt="dom.jpg") == [
        ("Alternativtext", message("dom.jpg")),
        ("Inhalt › Bild › Bild › Alternativtext", message("IMG_1.jpg")),
    ]
