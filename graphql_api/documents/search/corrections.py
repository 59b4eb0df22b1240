"""Did you mean: what was typed, with the words of a document in place of those nobody wrote."""

from collections.abc import Sequence

from graphql_api.documents.search.analysis import words
from graphql_api.documents.search.hits import Hit
from graphql_api.documents.search.languages import language
from graphql_api.documents.search.queries import MOST_LETTERS, Query
from graphql_api.documents.search.tokens import tokens


def corrected(text: str, queries: Sequence[Query], hits: Sequence[Hit]) -> str | None:
    """Give a query with better spelling; its words are taken from the documents it finds."""
    said = text[:MOST_LETTERS]
    changed = {
        term.typed: word
        for query in queries
        for term in query.terms
        if not term.known and (word := written(term.related, query.locale, hits))
    }
    if not changed:
        return None
    pieces, end = [], 0
    for token in tokens(said):
        pieces += [said[end : token.start], changed.get(token.text, token.text)]
        end = token.end
    return "".join([*pieces, said[end:]])


def written(related: Sequence[str], locale: str, hits: Sequence[Hit]) -> str | None:
    """Give one of the words as a document writes it: first by nearness, then by rank."""
    rules = language(locale)
    found: dict[str, str] = {}
    for hit in hits:
        if hit.row.locale == locale:
            for token in tokens(f"{hit.row.data.get('title') or ''} {hit.text}"):
                for word in words(token.text, rules) & {*related}:
                    found.setdefault(word, token.text)
    return next((found[word] for word in related if word in found), None)
