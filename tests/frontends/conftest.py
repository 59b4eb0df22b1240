"""The city that the tests of the API ask about."""

from tests.api.conftest import ask, city, db, home, shared_city, shared_db, statements

__all__ = ["ask", "city", "db", "home", "shared_city", "shared_db", "statements"]
