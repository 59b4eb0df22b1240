"""What an error is called: every code an answer may carry.

    ApiError
    ├─ UnknownLocale          UNKNOWN_LOCALE          a language the site does not have
    ├─ InvalidArgument        INVALID_ARGUMENT        an argument no answer can be given to
    │   ├─ InvalidCursor      INVALID_CURSOR          a cursor this list did not give
    │   └─ InvalidId          INVALID_ID              an id this API did not give
    └─ PageSizeExceeded       PAGE_SIZE_EXCEEDED      more nodes at once than a list gives

What is absent and what must not be read are no errors: both are null.
"""

from graphql import GraphQLError


class ApiError(GraphQLError):
    """An error that the asking side can mend; `extensions.code` names it."""

    code = "API_ERROR"

    def __init__(self, message: str) -> None:
        super().__init__(message, extensions={"code": self.code})


class UnknownLocale(ApiError):
    code = "UNKNOWN_LOCALE"


class InvalidArgument(ApiError):
    code = "INVALID_ARGUMENT"


class InvalidCursor(InvalidArgument):
    code = "INVALID_CURSOR"


class InvalidId(InvalidArgument):
    code = "INVALID_ID"


class PageSizeExceeded(ApiError):
    code = "PAGE_SIZE_EXCEEDED"
