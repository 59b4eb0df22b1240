"""What somebody reads on a page of the admin."""

from html import unescape
from re import DOTALL, sub


def text_of(response) -> str:
    """Give the words of a page, without its markup, with one space between them."""
    markup = sub(
        r"<(script|style|template)\b.*?</\1>", " ", response.content.decode(), flags=DOTALL
    )
    return " ".join(unescape(sub(r"<[^>]*>", " ", markup)).split())


def said(response) -> list[str]:
    """Give the messages above a page, each by its first line."""
    return [str(message).split("\n")[0].strip() for message in response.context["messages"]]
