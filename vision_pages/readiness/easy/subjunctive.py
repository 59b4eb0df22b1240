"""Verbs that say what would be; “möchte” is as simple as a wish can be said."""

import re
from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from vision_pages.readiness.easy.rules import forbids

VERBS = "könnte|wäre|hätte|müsste|dürfte|sollte|bräuchte|käme|gäbe|ginge|ließe|wüsste|fände|täte"
# “Würde” is a noun, too: as a verb it stands in capitals only before its subject.
SUBJUNCTIVE = re.compile(
    rf"\b(?:{VERBS}|würde)(?:n|st|t)?\b|^(?:{VERBS.title()})(?:n|st|t)?\b"
    r"|^Würde(?:n|st|t)?(?=\s+(?:ich|du|er|sie|Sie|es|wir|ihr|man|das|die|der|eine?|jemand)\b)"
)


@forbids(
    _(
        "The subjunctive does not say what is so. "
        "Do without it, for example with “vielleicht”: %(found)s."
    )
)
def subjunctives(sentence: str) -> Iterator[str]:
    for match in SUBJUNCTIVE.finditer(sentence):
        yield match[0].lower()
