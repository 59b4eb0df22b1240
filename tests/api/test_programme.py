"""The programme as the API gives it."""

from tests.factories import ProgrammeFactory
from vision_pages.models import FeaturedPage

PROGRAMME = """query($by: PageBy) { programme(by: $by) {
  title featured { title } visions { title } leitbildHistory { title } } }"""


def test_the_programme_leads_to_everything(ask, city, statements):
    city.programme.featured.add(FeaturedPage(target=city.project))
    city.programme.save_revision().publish()
    city.administration.is_archived = True
    city.administration.save()

    assert ask(PROGRAMME) == {
        "data": {
            "programme": {
                "title": "Stadt der Zukunft",
                "featured": [{"title": "Standortmarke Köln"}],
                "visions": [{"title": "Köln 21"}],
                "leitbildHistory": {"title": "Leitbild im Wandel"},
            }
        }
    }
    assert len(statements) == 2


def test_another_programme_by_its_path(ask, city, home):
    ProgrammeFactory(parent=home, title="Zweites")

    answer = ask(PROGRAMME, by={"path": "/de/zweites/"})["data"]["programme"]

    assert answer == {"title": "Zweites", "featured": [], "visions": [], "leitbildHistory": None}


def test_a_vision_is_no_programme(ask, city):
    assert ask(PROGRAMME, by={"translationKey": str(city.vision.translation_key)}) == {
        "data": {"programme": None}
    }
