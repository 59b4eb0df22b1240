"""What the API says of some of the odd."""

from graphql_api.extending import Block, Page, blocks, fact, register_page_type
from odd.models import BasePage, ClutteredPage


@register_page_type(BasePage, name="Base", description="A page with a motto.")
class BaseType(Page):
    motto: str | None = fact("Its motto.")


@register_page_type(ClutteredPage, name="Cluttered", description="A page with all kinds of blocks.")
class ClutteredType(Page):
    body: list[Block] = blocks("What is on it.")
