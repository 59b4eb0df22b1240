"""Whom to ask."""

from graphql_api.types.declaration import register_snippet_type
from graphql_api.types.fields import fact
from graphql_api.types.taxonomy import Term
from vision_pages.models import ContactPoint


@register_snippet_type(ContactPoint, name="ContactPoint", description="A place to ask.")
class ContactPointType(Term):
    organisation: str | None = fact("The organisation it belongs to.")
    person: str | None = fact("Who answers, where a function is not enough.")
    phone: str | None = fact("Telephone.")
    email: str | None = fact("E-mail.")
    form_url: str | None = fact("A form to write to it.")
    address: str | None = fact("Where it is.")
    opening_hours: str | None = fact("When it answers.")
