"""What the demo says, as a frontend reads it."""

from django.core.management import call_command


def test_documents_are_those_a_rebuild_would_write(capsys):
    call_command("documents", "verify")

    assert capsys.readouterr().err == ""
