"""What an editor is told when a change cannot become public."""

from django.utils.translation import gettext as _


class ProjectionError(Exception):
    """A page, or another thing, that cannot be said as a document; names it and its field."""

    def __init__(self, title: str, field: str) -> None:
        super().__init__(title, field)
        self.title = title
        self.field = field

    def __str__(self) -> str:
        return _("“%(title)s” could not be published: its field “%(field)s” cannot be read.") % {
            "title": self.title,
            "field": self.field,
        }
