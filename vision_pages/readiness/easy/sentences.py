"""The sentences of a text: in Leichte Sprache a line and a colon end one, too."""

import re
from collections.abc import Iterator

from vision_pages.readiness.content import Content

MONTH = r"(?:Jan|Feb|März|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez)"
# What ends in a dot within a sentence: “z. B.”, “Dr.”, “am 3. Mai”, “der 2. Teil”
INNER = re.compile(
    rf"\b(?:[A-Za-z]|[Zz]\.\s?B|[Dd]\.\s?h|[Uu]\.\s?a|bzw|ca|evtl|ggf|inkl|[Nn]r|St|Str|Dr|Prof|Tel"
    rf"|Abs|Art|Mio|Mrd|vgl|bspw|sog|max|min"
    rf"|(?:[Dd](?:er|ie|as|em|en)|[AaIi]m|[Zz]u[mr]|[Vv]om|[Aa]b|[Bb]is|[Ss]eit|und)\s+\d{{1,2}}"
    rf"|\d{{1,2}}(?=\.\s+{MONTH}))\.$"
)
END = re.compile(r"(?:[.!?…][“”\"»)]?|:)\s+(?=[^a-zäöü])")


def sentences(content: Content) -> Iterator[str]:
    """Yield the sentences of what an editor wrote."""
    for line in content.lines:
        yield from split(" ".join(line.split()))


def split(line: str) -> Iterator[str]:
    start = 0
    for end in END.finditer(line):
        if not INNER.search(line[start : end.start() + 1]):
            yield line[start : end.end()].strip()
            start = end.end()
    if line[start:]:
        yield line[start:]
