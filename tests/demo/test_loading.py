"""Loading the demo is done whole or not at all."""

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from wagtail.models import Locale, Page, Site

from tests.factories import ProgrammeFactory
from vision_pages.demo import loading
from vision_pages.models import CreditedImage


class Interruption(Exception):
    """What stops the loading in the middle."""


def files_in(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def test_what_fails_leaves_no_rows_and_no_files(media, monkeypatch):
    stored = []

    def interrupt() -> None:
        stored.extend(files_in(media))
        raise Interruption

    monkeypatch.setattr(loading, "publish_terms", interrupt)
    with pytest.raises(Interruption):
        call_command("load_demo")

    assert len(stored) == 9
    assert files_in(media) == []
    assert not CreditedImage.objects.exists()
    assert not Locale.objects.filter(language_code="en").exists()


def test_a_site_with_pages_of_its_own_is_left_alone(monkeypatch):
    home = Site.objects.get(is_default_site=True).root_page
    home.add_child(instance=Page(title="Rathaus"))
    with pytest.raises(CommandError, match="This site has content of its own"):
        call_command("load_demo")

    assert not CreditedImage.objects.exists()


def test_a_site_with_a_programme_needs_no_demo(capsys):
    ProgrammeFactory(parent=Site.objects.get(is_default_site=True).root_page)

    call_command("load_demo")

    assert capsys.readouterr().out == "The demo content is loaded.\n"
