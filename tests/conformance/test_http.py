"""GraphQL over HTTP: the audits of graphql-http."""

import pytest

pytestmark = pytest.mark.conformance

AUDITS = 61


def test_all_audits_pass(script, address):
    results = script("audits.js", address)

    assert [result for result in results if result["status"] != "ok"] == []
    assert len(results) == AUDITS
