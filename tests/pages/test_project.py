"""Projects: which visions they serve, how far people take part, where they happen."""

from decimal import Decimal

import pytest

from tests.factories import (
    DistrictFactory,
    ProjectFactory,
    ProjectIndexFactory,
    StageFactory,
    VisionFactory,
)
from vision_pages.models import (
    ProgrammePage,
    ProjectActor,
    ProjectIndexPage,
    ProjectLocation,
    ProjectPage,
    StagePage,
)
from vision_pages.models.actor import Role
from vision_pages.models.project import ParticipationLevel

REQUIRED = "Dieses Feld darf nicht leer sein."


def test_projects_lie_flat_in_one_index(programme, index):
    assert ProjectIndexPage.clean_parent_page_models() == [ProgrammePage]
    assert ProjectPage.clean_parent_page_models() == [ProjectIndexPage]
    assert ProjectPage.clean_subpage_models() == [StagePage]
    assert not ProjectIndexPage.can_create_at(programme)


def test_another_programme_has_an_index_of_its_own(index, programme):
    assert ProjectIndexPage.can_create_at(type(programme)(title="Anderes", path="00010009"))


def test_a_project_in_order_is_accepted(project, refused):
    assert refused(project) == {}


def test_a_project_needs_what_makes_it_one(project, refused):
    faults = refused(
        project,
        title="",
        summary="",
        goal="",
        participation_level="",
        contacts=[],
        fields_of_action=[],
        actors=[],
        visions=[],
    )

    assert faults == {
        "title": [REQUIRED],
        "summary": [REQUIRED],
        "goal": [REQUIRED],
        "participation_level": [REQUIRED],
        "contacts": [REQUIRED],
        "fields_of_action": [REQUIRED],
        "__all__": [
            "Bitte mindestens eine federführende Stelle angeben.",
            "Bitte mindestens eine Vision angeben, der das Projekt dient.",
        ],
    }


def test_a_project_serves_several_visions(index, vision):
    other = VisionFactory(parent=vision.get_parent())
    project = ProjectFactory(parent=index, serves=[vision, other])

    assert [row.target for row in project.visions.all()] == [vision, other]
    assert [row.page for row in other.projects.all()] == [project]


@pytest.mark.parametrize("role", [role for role in Role if role != Role.LEAD])
def test_no_other_role_stands_for_the_lead(project, refused, role):
    actor = project.actors.get().actor

    assert "__all__" in refused(project, actors=[ProjectActor(actor=actor, role=role)])


def test_information_alone_needs_a_reason(project, refused):
    faults = refused(project, participation_level=ParticipationLevel.INFORMATION)

    assert faults == {"participation_reason": ["Bitte angeben, warum nur informiert wird."]}
    assert refused(project, participation_reason="Das Gesetz lässt keine Wahl.") == {}


@pytest.mark.parametrize("level", list(ParticipationLevel)[1:])
def test_every_other_level_needs_none(project, refused, level):
    assert refused(project, participation_level=level) == {}


def location(**values):
    return ProjectLocation(label="Platz", **values)


def test_a_project_is_citywide_or_has_locations(project, refused):
    assert refused(project, citywide=True) == {}
    assert refused(project, locations=[location()]) == {
        "citywide": ["Ein stadtweites Projekt hat keine einzelnen Orte."]
    }
    assert refused(project, citywide=False) == {}
    assert refused(project, locations=[]) == {
        "citywide": ["Bitte angeben, wo es stattfindet: an einem Ort oder in der ganzen Stadt."]
    }


@pytest.mark.parametrize(
    ("coordinates", "expected"),
    [
        ({}, []),
        ({"latitude": Decimal("50.93"), "longitude": Decimal("6.95")}, []),
        ({"latitude": Decimal("50.93")}, ["Bitte beide Koordinaten angeben oder keine."]),
        ({"longitude": Decimal("6.95")}, ["Bitte beide Koordinaten angeben oder keine."]),
        ({"latitude": Decimal(0), "longitude": Decimal(0)}, []),
    ],
)
def test_a_position_has_both_coordinates_or_none(project, refused, coordinates, expected):
    district = DistrictFactory()
    place = location(district=district, **coordinates)
    faults = refused(project, citywide=False, locations=[place])

    assert faults.get("__all__", []) == expected


@pytest.mark.parametrize(
    ("latitude", "longitude"), [("90.000001", "0"), ("-91", "0"), ("0", "180.1"), ("0", "-181")]
)
def test_a_position_lies_on_the_globe(project, refused, latitude, longitude):
    row = location(latitude=Decimal(latitude), longitude=Decimal(longitude))

    assert len(refused(project, citywide=False, locations=[row])["__all__"]) == 1


def test_a_location_needs_its_label(project, refused):
    assert refused(project, citywide=False, locations=[ProjectLocation()]) == {
        "__all__": [f"Bezeichnung: {REQUIRED}"]
    }


def test_a_project_has_stages_of_its_own(project):
    StageFactory(parent=project, title="Erste")

    assert [stage.title for stage in project.get_children()] == ["Erste"]


def test_an_index_is_no_initiative(programme):
    index = ProjectIndexFactory(parent=programme)

    assert not hasattr(index, "goal")
