"""The pages of a programme, and what is found of their drafts."""

import pytest

from tests.pages.conftest import entry, history, index, programme, project, stage, vision
from vision_pages.readiness.findings import findings
from vision_pages.readiness.rules import Severity

__all__ = ["entry", "history", "index", "programme", "project", "stage", "vision"]


@pytest.fixture
def found():
    """Give what is found of a page with `values` set: places with labels, and messages."""

    def found(page, severity, **values):
        for name, value in values.items():
            setattr(page, name, value)
        return [
            (str(finding.place), finding.message)
            for finding in findings(page)
            if finding.severity is severity
        ]

    return found


@pytest.fixture
def warned(found):
    return lambda page, **values: found(page, Severity.WARNING, **values)


@pytest.fixture
def refused(found):
    return lambda page, **values: found(page, Severity.REFUSAL, **values)
