"""Stages: what they need, and that their order is the order of the tree."""

import pytest

from tests.factories import StageFactory
from vision_pages.models import ProjectPage, StagePage, VisionPage

REQUIRED = "Dieses Feld darf nicht leer sein."


def test_stages_belong_to_visions_and_projects_and_have_none_below():
    assert StagePage.clean_parent_page_models() == [VisionPage, ProjectPage]
    assert StagePage.clean_subpage_models() == []


def test_a_stage_in_order_is_accepted(stage, refused):
    assert refused(stage) == {}


def test_a_stage_needs_its_kind_and_its_start(stage, refused):
    assert refused(stage, kind="", start_date=None) == {
        "kind": [REQUIRED],
        "start_date": [REQUIRED],
    }


@pytest.mark.parametrize(
    "kind",
    ["analysis", "development", "participation", "decision", "implementation", "evaluation"],
)
def test_a_stage_is_of_one_of_six_kinds(stage, refused, kind):
    assert refused(stage, kind=kind) == {}
    assert list(refused(stage, kind="party")) == ["kind"]


def test_a_stage_without_results_or_contacts_is_accepted(stage, refused):
    assert refused(stage, results="", contacts=[]) == {}


def test_stages_stand_in_the_order_of_the_tree_whatever_their_dates(vision):
    first = StageFactory(parent=vision, title="Erste", start_date="2022")
    StageFactory(parent=vision, title="Zweite", start_date="2021")
    third = StageFactory(parent=vision, title="Dritte", start_date="2020")
    third.move(first, pos="left")

    assert [stage.title for stage in vision.get_children()] == ["Dritte", "Erste", "Zweite"]
