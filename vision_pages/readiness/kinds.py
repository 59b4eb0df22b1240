"""The kinds of things that are said of a page, by which editors look for them."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    """What a finding is about."""

    NEEDED = "needed", _("needed to publish")
    SOURCES = "sources", _("missing sources")
    RESULTS = "results", _("missing results")
    CONTACTS = "contacts", _("missing contacts")
    MISSING = "missing", _("missing translations")
    OUTDATED = "outdated", _("outdated translations")
    INCOMPLETE = "incomplete", _("incomplete translations")
    LINKS = "links", _("links that say nothing")
    TARGETS = "targets", _("references out of reach")
    REVIEW = "review", _("overdue reviews")
    FILES = "files", _("files not accessible to everybody")
    SIGN_LANGUAGE = "sign_language", _("videos in sign language")
    IMAGES = "images", _("alternative texts like file names")
    DATES = "dates", _("contradicting dates")
    WORDING = "wording", _("wording")
    OTHER = "other", _("other notes")
