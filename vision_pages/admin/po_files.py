"""PO files that translators bring: what is wrong with one is said, and nothing of it is read."""

from typing import Any

import polib
from django.contrib import messages
from django.core.exceptions import PermissionDenied, ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST
from wagtail.admin.utils import get_valid_next_url_from_request
from wagtail_localize.models import StringTranslation, Translation

from vision_pages.admin.rights import may_edit

# In the header: which translation a file was made for.
MADE_FOR = "X-WagtailLocalize-TranslationID"


@require_POST
def upload_po_file(request: HttpRequest, translation_id: int) -> HttpResponse:
    """Read translations from a file, and say how many and which not."""
    translation = get_object_or_404(Translation, pk=translation_id)
    if not may_edit(request.user, translation.get_target_instance()):
        raise PermissionDenied
    try:
        file = parsed(request.FILES.get("file"), translation)
    except ValidationError as error:
        messages.error(request, error.message)
    else:
        take(request, translation, file)
    return redirect(get_valid_next_url_from_request(request) or reverse("wagtailadmin_home"))


def parsed(upload: Any, translation: Translation) -> polib.POFile:
    """Give the entries of a file; raise ValidationError if it is none of this translation."""
    if upload is None:
        raise ValidationError(_("Choose a PO file."))
    try:
        # polib reads a file that it finds under what it is given: no name begins with this.
        file = polib.pofile("#\n" + upload.read().decode().removeprefix("\ufeff"))
    except (OSError, UnicodeDecodeError) as error:
        raise ValidationError(_("“%(name)s” is no PO file.") % {"name": upload.name}) from error
    if MADE_FOR not in file.metadata:
        raise ValidationError(
            _("“%(name)s” does not say which translation it is for.") % {"name": upload.name}
        )
    if file.metadata[MADE_FOR] != str(translation.uuid):
        raise ValidationError(
            _("“%(name)s” was made for another page or language.") % {"name": upload.name}
        )
    return file


def take(request: HttpRequest, translation: Translation, file: polib.POFile) -> None:
    """Keep what is translated for sure, and say what was not kept."""
    given = [entry for entry in file if entry.msgstr and not entry.obsolete]
    fuzzy = [entry for entry in given if entry.fuzzy]
    for entry in fuzzy:
        file.remove(entry)
    unknown = translation.import_po(file, user=request.user, tool_name="PO")
    read = len(given) - len(fuzzy) - len(unknown)
    text = ngettext("%(count)s translation was read.", "%(count)s translations were read.", read)
    messages.success(request, text % {"count": read})
    if fuzzy:
        text = ngettext(
            "%(count)s translation is marked as uncertain and was not read.",
            "%(count)s translations are marked as uncertain and were not read.",
            len(fuzzy),
        )
        messages.warning(request, text % {"count": len(fuzzy)})
    if unknown:
        text = ngettext(
            "%(count)s translation is of a text that is not there any more, and was not read.",
            "%(count)s translations are of texts that are not there any more, and were not read.",
            len(unknown),
        )
        messages.warning(request, text % {"count": len(unknown)})
    tell_faults(request, translation)


def tell_faults(request: HttpRequest, translation: Translation) -> None:
    """Say how many translations cannot be published as they are."""
    strings = translation.source.stringsegment_set.values("string")
    faults = StringTranslation.objects.filter(
        translation_of__in=strings,
        context__object=translation.source.object,
        locale=translation.target_locale,
        has_error=True,
    ).count()
    if faults:
        text = ngettext(
            "%(count)s translation has a fault, which is said beside it.",
            "%(count)s translations have faults, which are said beside them.",
            faults,
        )
        messages.warning(request, text % {"count": faults})
