"""Projects as the API gives them."""

from tests.factories import DistrictFactory, ProjectFactory
from vision_pages.models import ProjectLocation

PROJECT = """{ project(by: {path: "/de/stadt-der-zukunft/projekte/neu/"}) {
  visions { title } participationLevel participationReason targetGroups citywide
  costs { plain } websiteUrl goal { plain } stages { title } status
  locations { label address coordinates { latitude longitude } district { name } }
} }"""


def test_a_project_says_all_that_it_is(ask, city, statements):
    project = ProjectFactory(
        parent=city.index,
        title="Neu",
        serves=[city.vision, city.administration],
        participation_level="information",
        participation_reason="Es eilt.",
        target_groups="Alle",
        costs="<p>Eine Million</p>",
        website_url="https://example.org/",
    )
    project.citywide = False
    district = DistrictFactory(name="Kalk")
    project.locations.add(
        ProjectLocation(
            label="Platz",
            address="Platz 1, Köln",
            latitude="50.938",
            longitude="6.957",
            district=district,
            locale=project.locale,
        )
    )
    project.save_revision().publish()

    assert ask(PROJECT) == {
        "data": {
            "project": {
                "visions": [{"title": "Köln 21"}, {"title": "Verwaltung"}],
                "participationLevel": "INFORMATION",
                "participationReason": "Es eilt.",
                "targetGroups": "Alle",
                "citywide": False,
                "costs": {"plain": "Eine Million"},
                "websiteUrl": "https://example.org/",
                "goal": {"plain": "Eine lebenswerte Stadt."},
                "stages": [],
                "status": "PLANNED",
                "locations": [
                    {
                        "label": "Platz",
                        "address": "Platz 1, Köln",
                        "coordinates": {"latitude": 50.938, "longitude": 6.957},
                        "district": {"name": "Kalk"},
                    }
                ],
            }
        }
    }
    assert len(statements) == 2
