"""What Wagtail's REST API is told of the page types and blocks."""

from django.apps import AppConfig


class Contender(AppConfig):
    name = "benchmarks.contenders.rest"
    label = "rest_contender"

    def ready(self) -> None:
        from benchmarks.contenders.rest import fields  # noqa: F401
