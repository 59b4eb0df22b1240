"""Which pages may be made where, and that their forms are German."""

import json
from contextlib import suppress
from html.parser import HTMLParser
from pathlib import Path

import polib
import pytest
from django.urls import reverse
from wagtail.models import Page

from tests.factories import (
    LeitbildEntryFactory,
    LeitbildHistoryFactory,
    ProjectFactory,
    ProjectIndexFactory,
    StageFactory,
)
from vision_pages.models import (
    LeitbildEntryPage,
    LeitbildHistoryPage,
    ProgrammePage,
    ProjectIndexPage,
    ProjectPage,
    StagePage,
    VisionPage,
)

CATALOGUE = Path(__file__).parents[2] / "locale/de/LC_MESSAGES/django.po"
MAY_STAND_BELOW = {
    Page: {ProgrammePage},
    ProgrammePage: {VisionPage, ProjectIndexPage, LeitbildHistoryPage},
    VisionPage: {StagePage},
    ProjectIndexPage: {ProjectPage},
    ProjectPage: {StagePage},
    StagePage: set(),
    LeitbildHistoryPage: {LeitbildEntryPage},
    LeitbildEntryPage: set(),
}


@pytest.mark.parametrize("model", MAY_STAND_BELOW, ids=lambda model: model.__name__)
def test_nothing_is_offered_where_it_may_not_stand(model):
    assert set(model.creatable_subpage_models()) == MAY_STAND_BELOW[model]


def test_a_programme_has_one_project_index_and_one_history(editor, programme):
    ProjectIndexFactory(parent=programme)
    LeitbildHistoryFactory(parent=programme)

    response = editor.get(reverse("wagtailadmin_pages:add_subpage", args=[programme.pk]))

    assert response.url.endswith(f"/vision_pages/visionpage/{programme.pk}/")


def test_each_type_says_what_it_is_for(editor, programme):
    response = editor.get(reverse("wagtailadmin_pages:add_subpage", args=[programme.pk]))

    content = response.content.decode()
    assert "Die Liste aller Projekte des Programms." in content
    assert all(model.get_page_description() for model in MAY_STAND_BELOW if model is not Page)


class Said(HTMLParser):
    """Collects what a page says: its texts, and those in the data of its widgets."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.texts: set[str] = set()
        self.feed(html)

    def handle_data(self, data: str) -> None:
        self.texts.add(" ".join(data.split()))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name.startswith("data-") and value and value[0] in "[{":
                with suppress(json.JSONDecodeError):  # some are selectors
                    self.collect(json.loads(value))

    def collect(self, value: object) -> None:
        if isinstance(value, str):
            self.texts.add(value)
        elif isinstance(value, dict):
            for part in value.values():
                self.collect(part)
        elif isinstance(value, list):
            for part in value:
                self.collect(part)


def english() -> set[str]:
    """Give the sentences of ours that are not German; words may be both, or a field's name."""
    entries = [entry for entry in polib.pofile(str(CATALOGUE)) if entry.msgstr != entry.msgid]
    return {entry.msgid for entry in entries if " " in entry.msgid}


@pytest.fixture
def pages(programme, vision):
    index = ProjectIndexFactory(parent=programme)
    history = LeitbildHistoryFactory(parent=programme)
    project = ProjectFactory(parent=index, serves=[vision])
    stage = StageFactory(parent=vision)
    entry = LeitbildEntryFactory(parent=history)
    found = [programme, vision, index, project, history, stage, entry]
    return {type(page): page for page in found}


@pytest.mark.parametrize("model", [*MAY_STAND_BELOW][1:], ids=lambda model: model.__name__)
def test_the_forms_of_a_type_are_german(editor, pages, model):
    parent = pages[model].get_parent()
    add = ["vision_pages", model._meta.model_name, parent.pk]
    for address in [
        reverse("wagtailadmin_pages:edit", args=[pages[model].pk]),
        reverse("wagtailadmin_pages:add", args=add),
    ]:
        response = editor.get(address, follow=True)
        assert response.status_code == 200
        assert Said(response.content.decode()).texts & english() == set()
