"""Where Wagtail's preview leads: to a frontend, with what its address says."""

from typing import Any
from urllib.parse import SplitResult, parse_qs, urlsplit

ADDRESS = "https://www.stadt.example/vorschau?t={token}&p={path}&l={locale}&a={type}&i={id}"


def led_to(client: Any, address: str, **parameters: str) -> tuple[SplitResult, dict[str, str]]:
    response = client.get(address, parameters)
    assert response.status_code == 302
    assert "no-store" in response["Cache-Control"]
    assert response["Referrer-Policy"] == "no-referrer"
    parts = urlsplit(response["Location"])
    return parts, {name: value for name, [value] in parse_qs(parts.query).items()}
