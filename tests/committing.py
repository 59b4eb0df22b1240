"""What a commit would do, for tests that are rolled back."""

from django.db import connection


def stamp() -> None:
    """Number the versions written so far, as a commit would, in a moment of their own."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('graphql_api.stamped_at', '', true)")
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        cursor.execute("SET CONSTRAINTS ALL DEFERRED")
