"""Settings: one for each site and language."""

import pytest
from django.core.exceptions import ValidationError
from wagtail.models import Locale, Site

from tests.factories import SiteSettingsFactory
from vision_pages.models import SiteSettings

pytestmark = pytest.mark.django_db


def test_a_site_has_settings_once_in_each_language(refused):
    settings = SiteSettingsFactory()
    english = Locale.objects.create(language_code="en")

    assert refused(SiteSettingsFactory.build()) == {
        "__all__": ["Für diese Website gibt es in dieser Sprache schon Angaben."]
    }
    assert refused(settings.copy_for_translation(english)) == {}


def test_each_site_has_settings_of_its_own(refused):
    SiteSettingsFactory()
    home = Site.objects.get().root_page
    other = Site.objects.create(hostname="leitbild.example.org", root_page=home)

    assert refused(SiteSettingsFactory.build(site=other)) == {}


def test_settings_are_called_by_their_site_and_language():
    assert str(SiteSettingsFactory()) == "localhost [Standard] (Deutsch)"


@pytest.mark.parametrize(
    ("entry", "accepted"),
    [
        ({"url": "https://example.org", "label": "Presse"}, True),
        ({"url": "https://example.org"}, False),
        ({"label": "Presse"}, False),
        ({"url": "javascript:alert(1)", "label": "Presse"}, False),
    ],
)
def test_an_entry_of_the_navigation_leads_somewhere(refused, entry, accepted):
    settings = SiteSettingsFactory()
    item = {**entry, "children": []}
    faults = refused_blocks(settings, "main_navigation", [("item", item)])

    assert bool(faults) is not accepted


def test_a_social_profile_has_a_name_and_an_address(refused):
    settings = SiteSettingsFactory()
    profile = {"name": "Mastodon", "url": "https://social.example.org/@stadt"}

    assert refused_blocks(settings, "social_profiles", [("profile", profile)]) is None
    assert refused_blocks(settings, "social_profiles", [("profile", {"name": ""})])


def refused_blocks(settings: SiteSettings, name: str, value: list) -> ValidationError | None:
    """Give what the blocks of a field refuse."""
    setattr(settings, name, value)
    stream = getattr(settings, name)
    try:
        stream.stream_block.clean(stream)
    except ValidationError as error:
        return error
    return None
