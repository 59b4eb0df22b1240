"""What changed between two wordings, as insertions and deletions."""

import re
from difflib import SequenceMatcher
from enum import Enum

import strawberry

# A word with the space behind it: joined again, the pieces are the text.
PIECE = re.compile(r"\S+\s*|\s+")


@strawberry.enum(description="What became of a piece of text, as HTML's `ins` and `del`.")
class WordingAction(Enum):
    EQUAL = strawberry.enum_value("equal", description="It stands in both.")
    INSERT = strawberry.enum_value("insert", description="It stands in the later one only.")
    DELETE = strawberry.enum_value("delete", description="It stands in the earlier one only.")


@strawberry.type(description="A piece of text that two wordings share, or one of them has.")
class WordingChange:
    action: WordingAction = strawberry.field(description="What became of it.")
    text: str = strawberry.field(description="The piece, with the space behind it.")


def wording_changes(before: str, after: str) -> list[WordingChange]:
    """Compare word by word; all but insertions give `before`, all but deletions `after`."""
    old, new = PIECE.findall(before), PIECE.findall(after)
    found: list[WordingChange] = []
    for tag, i, j, k, m in SequenceMatcher(a=old, b=new, autojunk=False).get_opcodes():
        if tag == "equal":
            found.append(piece(WordingAction.EQUAL, new[k:m]))
            continue
        if i < j:
            found.append(piece(WordingAction.DELETE, old[i:j]))
        if k < m:
            found.append(piece(WordingAction.INSERT, new[k:m]))
    return found


def piece(action: WordingAction, words: list[str]) -> WordingChange:
    return WordingChange(action=action, text="".join(words))
