"""The rules of Leichte Sprache beside the fields of a page."""

from wagtail.models import Locale

from vision_pages.readiness.rules import Severity


def test_a_page_is_read_and_only_its_negations_are_hints(stage, found):
    stage.locale = Locale.objects.create(language_code="de-simple")
    texts = {
        "title": "Das wäre nicht gut.",
        "body": [
            ("rich_text", {"content": "<p>Der Plan des Rates</p>"}),
            ("quote", {"text": "Das könnte der Plan des Rates sein."}),
        ],
    }

    assert found(stage, Severity.WARNING, **texts) == [
        (
            "Inhalt › Text › Text",
            "Den Genitiv verstehen nicht alle. Bitte mit „von“ schreiben: „des Rates“.",
        ),
        (
            "Titel",
            "Der Konjunktiv lässt offen, was wirklich ist. Bitte ohne ihn schreiben, zum Beispiel "
            "mit „vielleicht“: „wäre“.",
        ),
    ]
    assert found(stage, Severity.HINT, **texts) == [
        (
            "Titel",
            "Verneinungen überliest man leicht. Bitte möglichst sagen, was ist: „nicht“.",
        )
    ]
