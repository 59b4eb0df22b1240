"""Which translations cannot be used as they are: nobody may lose a link, a value or an end."""

import re
from collections import Counter
from collections.abc import Iterable
from html import unescape

from bs4 import BeautifulSoup
from django.core.exceptions import ValidationError
from django.utils.html import strip_tags
from django.utils.translation import gettext as _
from wagtail_localize.strings import INLINE_TAGS, StringValue

from vision_pages.translation.places import Place

# How wagtail-localize writes a link: its address is not the translators' matter.
LINK = re.compile(r'<a id="([^"]+)">(.*?)</a>', re.DOTALL)
# Where a program puts a value: %(name)s, {name}, {{ name }}.
PLACEHOLDER = re.compile(r"%\(\w+\)[sd]|\{\{\s*\w+\s*\}\}|\{\w+\}")


def fault(source: str, translation: str, place: Place) -> str:
    """Say why a translation cannot be used at its place; nothing if it can."""
    text = StringValue(translation).render_text()
    if not text:
        return ""
    try:
        check_links(source, translation)
        check_tags(translation, place)
        check_placeholders(source, translation)
        check_field(text, place)
    except ValidationError as error:
        return str(error.messages[0])
    return ""


def check_links(source: str, translation: str) -> None:
    """Refuse a translation in which a link of its source is missing, or there more than once."""
    found = Counter(name for name, _words in LINK.findall(translation))
    for name, words in LINK.findall(source):
        said = {"words": unescape(strip_tags(words))}
        if not found[name]:
            raise ValidationError(_("The link “%(words)s” is missing.") % said)
        if found[name] > 1:
            raise ValidationError(_("The link “%(words)s” is there more than once.") % said)


def check_tags(translation: str, place: Place) -> None:
    """Refuse tags without an end, and any where a field holds nothing but words."""
    for tag in unclosed(translation):
        raise ValidationError(_("The tag <%(tag)s> is not closed.") % {"tag": tag})
    if place.is_plain:
        for tag in tags(translation):
            text = _("This field has no formatting: the tag <%(tag)s> cannot stand in it.")
            raise ValidationError(text % {"tag": tag})


def unclosed(text: str) -> Iterable[str]:
    for tag in INLINE_TAGS:
        begins = len(re.findall(rf"<{tag}(?:\s[^>]*)?>", text))
        if tag != "br" and begins != len(re.findall(rf"</{tag}\s*>", text)):
            yield tag


def tags(text: str) -> Counter[str]:
    """Count the tags of a text, apart from the ends of its lines."""
    found = BeautifulSoup(f"<!---->{text}", "html.parser").find_all(INLINE_TAGS)
    return Counter(tag.name for tag in found if tag.name != "br")


def check_placeholders(source: str, translation: str) -> None:
    """Refuse a translation with other placeholders than its source."""
    wanted, found = (Counter(PLACEHOLDER.findall(text)) for text in (source, translation))
    for name in wanted - found:
        raise ValidationError(_("The placeholder “%(name)s” is missing.") % {"name": name})
    for name in found - wanted:
        raise ValidationError(
            _("The source text has no placeholder “%(name)s”, or has it less often.")
            % {"name": name}
        )


def check_field(text: str, place: Place) -> None:
    """Refuse what a form would refuse at this place."""
    if place.max_length is not None and len(text) > place.max_length:
        lengths = {"count": len(text), "limit": place.max_length}
        raise ValidationError(
            _("It has %(count)s characters, and may have %(limit)s at most.") % lengths
        )
    if place.field is not None:
        place.field.run_validators(text)
