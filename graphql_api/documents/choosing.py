"""Which of the rows that were read are the answer, each in one language, and in which order."""

from dataclasses import replace

from graphql_api.documents.rows import Row

Chain = tuple[str, ...]
Kinds = frozenset[str] | None


def served(rows: list[Row], chain: tuple[str, ...]) -> list[Row]:
    """Keep of each document the language that comes first in `chain`; the order of first sight."""
    best: dict[str, Row] = {}
    for candidate in rows:
        rank = chain_rank(candidate.locale, chain)
        if rank is None:
            continue
        known = best.get(candidate.key)
        if known is None or rank < (chain_rank(known.locale, chain) or 0):
            best[candidate.key] = candidate
    return [in_chain(found, chain) for found in best.values()]


def chain_rank(locale: str, chain: tuple[str, ...]) -> int | None:
    """Say how well a document's language answers; neutral documents answer every language."""
    if locale == "":
        return 0
    return chain.index(locale) if locale in chain else None


def in_chain(row: Row, chain: tuple[str, ...]) -> Row:
    """Give the row as asked for in these languages; one just read is nobody's yet."""
    if not row.chain:
        row.chain = chain
    return row if row.chain == chain else replace(row, chain=chain)


def first(rows: list[Row]) -> Row | None:
    return rows[0] if rows else None


def by_position(rows: list[Row], chain: Chain, kinds: Kinds) -> list[Row]:
    chosen = served([row for row in rows if kinds is None or row.kind in kinds], chain)
    return sorted(chosen, key=place)


def place(row: Row) -> tuple[str, str]:
    """Say where a document stands: in the tree, or among terms by its code."""
    return (row.position, "") if row.position else ("", row.data.get("code") or "")


def in_use(rows: list[Row]) -> list[Row]:
    return [row for row in rows if not row.is_archived]


def upper_first(rows: list[Row], chain: Chain) -> list[Row]:
    return [in_chain(row, chain) for row in sorted(rows, key=lambda row: row.position or "")]
