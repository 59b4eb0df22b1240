"""Runs what editors may do, step by step, as Hypothesis chooses it."""

import os

from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection
from django.db.models import ProtectedError
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine

# Shrinking takes minutes: only when asked for.
PHASES = set(Phase) - ({Phase.shrink} if "STATEFUL_SHRINK" not in os.environ else set())
NUMBERS = st.integers(0, 60)
REFUSED = (ValidationError, IntegrityError, ProtectedError)


def let_work(machine: type[RuleBasedStateMachine], examples: int, steps: int) -> None:
    """Run so many examples of so many steps each."""
    machine.TestCase.settings = settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        phases=PHASES,
        print_blob=True,
        suppress_health_check=list(HealthCheck),
    )
    machine.TestCase().runTest()


def number_versions() -> None:
    """Number them at once, as at a commit."""
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
