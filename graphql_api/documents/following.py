"""Makes documents follow what is published, from the start of the process."""

from django.core import checks
from wagtail import hooks

from graphql_api.documents import atomicity, receivers, silence


def start() -> None:
    """Wrap, listen, check. All models must be registered by now."""
    atomicity.wrap()
    receivers.connect()
    hooks.register("after_bulk_action", silence.after_bulk_action)
    checks.register(atomicity.check_wrapped)
