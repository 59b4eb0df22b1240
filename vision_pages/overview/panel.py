"""What our panels of the dashboard have in common."""

from abc import abstractmethod
from typing import Any

from django.http import HttpRequest
from wagtail.admin.ui.components import Component

STYLE = {"all": ["vision_pages/overview/overview.css"]}
# How many lines a panel has; of the others it says how many there are.
LINES = 10


class Panel(Component):
    """A list of what somebody may see; without any, it says so in one line."""

    class Media:
        css = STYLE

    name: str
    heading: Any

    def __init__(self, request: HttpRequest) -> None:
        self.user: Any = request.user

    def get_context_data(self, parent_context: Any = None) -> dict[str, Any]:
        return {
            "id": self.name.replace("_", "-"),
            "heading": self.heading,
            "lines": self.lines[:LINES],
            "others": max(len(self.lines) - LINES, 0),
        }

    @property
    @abstractmethod
    def lines(self) -> list[Any]:
        """What stands in it, one line each."""
