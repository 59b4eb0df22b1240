"""What each role may do: the one table of rights.

Actions are those of Wagtail's permissions. `docs/reference/roles.md` says what follows of them.
"""

from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext_lazy as _

Actions = tuple[str, ...]

# An image's or document's own uploader may change it without "change".
UPLOAD: Actions = ("add", "choose")
KEEP: Actions = ("add", "change", "choose")
LOOK_AFTER: Actions = ("change", "choose")


@dataclass(frozen=True)
class Role:
    """A role of the staff, and the actions it is given on each kind of thing."""

    name: Any
    # Pages: in the source language and its variants such as Leichte Sprache, which are written,
    # in all languages that are translated, and in the whole tree.
    written: Actions = ()
    translated: Actions = ()
    everywhere: Actions = ()
    # One group for each language that is translated, with rights in its tree only.
    by_language: bool = False
    images: Actions = ()
    documents: Actions = ()
    collections: Actions = ()
    snippets: Actions = ()
    site_settings: Actions = ()
    permissions: tuple[str, ...] = ()
    # Whatever an app gives Wagtail's group form to choose from.
    all_permissions: bool = False


EDITORS = Role(
    name=_("Editorial team"),
    written=("add", "change"),
    images=KEEP,
    documents=KEEP,
    snippets=("add", "change"),
)
DEPARTMENT = Role(
    name=_("Specialist department"),
    written=("change",),
    images=UPLOAD,
    documents=UPLOAD,
    snippets=("change",),
)
PRESS_OFFICE = Role(
    name=_("Press office"),
    written=("add", "change", "publish", "lock", "unlock"),
    translated=("publish",),
    images=KEEP,
    documents=KEEP,
    snippets=("add", "change", "publish"),
    site_settings=("change", "publish"),
    permissions=(
        # It knows no language, and lets translations be published: not for translators.
        "wagtail_localize.submit_translation",
        "wagtailredirects.add_redirect",
        "wagtailredirects.change_redirect",
        "wagtailredirects.delete_redirect",
    ),
)
ACCESSIBILITY = Role(
    name=_("Accessibility"),
    written=("change",),
    images=LOOK_AFTER,
    documents=LOOK_AFTER,
    # Logos have alternative texts.
    permissions=("vision_pages.change_actor",),
)
# A translation goes through three hands; who may do more than one is in several groups.
TRANSLATORS = Role(
    name=_("Translation"),
    translated=("change",),
    by_language=True,
    images=("choose",),
    documents=("choose",),
    snippets=("change",),
    site_settings=("change",),
)
REVIEWERS = replace(TRANSLATORS, name=_("Translation review"))
RELEASERS = Role(
    name=_("Translation release"),
    translated=("publish",),
    by_language=True,
    images=("choose",),
    documents=("choose",),
    snippets=("publish",),
    # They have no workflow.
    site_settings=("change", "publish"),
)
# They work on a page only while its test is their turn.
READERS = Role(name=_("Reader group"))
ADMINISTRATION = Role(
    name=_("Administration"),
    everywhere=("add", "change", "publish", "bulk_delete", "lock", "unlock"),
    images=KEEP,
    documents=KEEP,
    collections=("add", "change", "delete"),
    all_permissions=True,
)

ROLES = (
    EDITORS,
    DEPARTMENT,
    PRESS_OFFICE,
    ACCESSIBILITY,
    TRANSLATORS,
    REVIEWERS,
    RELEASERS,
    READERS,
    ADMINISTRATION,
)
# A page is written by the first, and approved by the others in this order.
WAY_TO_PUBLICATION = (EDITORS, DEPARTMENT, PRESS_OFFICE)
