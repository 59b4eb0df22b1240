"""What wagtail-grapple is told of the page types and blocks, before it makes its schema."""

from django.apps import AppConfig


class Contender(AppConfig):
    name = "benchmarks.contenders.grapple"
    label = "grapple_contender"

    def ready(self) -> None:
        # Grapple reads the models when it is ready itself; it stands behind this app.
        from benchmarks.contenders.grapple import fields  # noqa: F401
