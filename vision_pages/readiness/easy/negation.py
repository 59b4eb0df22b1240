"""Words that say what is not: a hint, as some things cannot be said otherwise."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from vision_pages.readiness.easy.rules import forbids
from vision_pages.readiness.rules import Severity

NEGATION = re.compile(
    r"\b(?:nichts?|kein(?:e[mnrs]?)?|nie|niemals|niemand(?:e[mn])?|nirgends|nirgendwo|weder)\b",
    re.IGNORECASE,
)


@forbids(
    _("A “not” is easily overlooked. Say what is, if you can: %(found)s."), severity=Severity.HINT
)
def negations(sentence: str) -> Iterator[str]:
    for match in NEGATION.finditer(sentence):
        yield match[0].lower()
