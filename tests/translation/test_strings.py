"""What translators write is checked when they save it, beside what they wrote."""

import pytest

from tests.factories import ContactPointFactory, ParticipationEventFactory

TOO_LONG = "x" * 220


def motto(city):
    city.vision.motto = "Kurz"
    city.vision.save_revision().publish()
    return city.vision


def event(city):
    ParticipationEventFactory(page=city.stage, title="Kurz")
    return city.stage


def contact(city):
    return ContactPointFactory(name="Kurz")


@pytest.mark.usefixtures("allowing")
@pytest.mark.parametrize(
    ("made", "limit", "words"),
    [
        (motto, 160, lambda page: page.motto),
        (event, 200, lambda page: page.participation_events.get().title),
        (contact, 200, str),
    ],
)
def test_t15_a_translation_that_does_not_fit_is_kept_and_refused(
    made, limit, words, city, translator
):
    """T15: PostgreSQL refuses it, and publishing would fail with an error of the server."""
    source = made(city)
    translator.submit(source, "en")
    segment = next(s for s in translator.segments(source, "en") if s.string.data == "Kurz")

    answer = translator.write_one(source, "en", segment, TOO_LONG).json()
    assert answer["data"] == TOO_LONG
    assert f"erlaubt sind höchstens {limit}." in answer["error"]

    assert translator.publish(source, "en").status_code == 302
    assert words(translator.target(source, "en")) == "Kurz"

    assert translator.write_one(source, "en", segment, "Short").json()["error"] is None
    translator.publish(source, "en")
    assert words(translator.target(source, "en")) == "Short"


@pytest.mark.usefixtures("allowing")
@pytest.mark.parametrize(("length", "said"), [(300, "chstens 255."), (200, "120 Zeichen")])
def test_a_long_title_is_refused_beside_it(length, said, city, translator):
    translator.submit(city.vision, "en")
    title = next(s for s in translator.segments(city.vision, "en") if s.context.path == "title")

    answer = translator.write_one(city.vision, "en", title, "x" * length)
    translator.publish(city.vision, "en")
    editor = translator.open(city.vision, "en").content.decode()

    assert answer.status_code == 201
    assert answer.json()["data"] == "x" * length
    assert translator.target(city.vision, "en").title == "Köln 21"
    assert said in editor


def test_t13_a_formula_stays_within_its_sentence(city, translator):
    """T13: sub and sup are parts of it, no blocks of their own."""
    city.vision.goal = "<p>Weniger CO<sub>2</sub> je m<sup>2</sup>.</p>"
    city.vision.save_revision().publish()

    page = translator.translate(
        city.vision, "en", lambda text: text.replace("Weniger", "Less").replace("je", "per")
    )

    assert page.goal == "<p>Less CO<sub>2</sub> per m<sup>2</sup>.</p>"
