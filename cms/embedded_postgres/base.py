"""Django's engine for the embedded server: PostgreSQL's, which starts before it connects."""

from pathlib import Path
from typing import Any

from django.db.backends.postgresql import base

from cms.embedded_postgres.server import serve


class DatabaseWrapper(base.DatabaseWrapper):
    def get_connection_params(self) -> dict[str, Any]:
        parameters = super().get_connection_params()
        self.project: Path = parameters.pop("project")
        return parameters

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        serve(self.project)
        return super().get_new_connection(conn_params)
