"""The root fields: the ways into the documents."""

import strawberry

from graphql_api.queries.entries import Entries
from graphql_api.queries.finding import Finding
from graphql_api.queries.lists import Lists
from graphql_api.queries.terms import Terms


@strawberry.type(description="What can be asked.")
class Query(Entries, Lists, Finding, Terms):
    """Every root field; they are grouped by how they ask."""
