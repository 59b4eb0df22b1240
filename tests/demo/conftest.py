"""What tests of the demo share with those of the API."""

from tests.api.conftest import ask, db, shared_db

__all__ = ["ask", "db", "shared_db"]
