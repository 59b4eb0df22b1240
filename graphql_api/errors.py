"""What an error is called: every code an answer may carry.

    ApiError
    ├─ UnknownLocale          UNKNOWN_LOCALE          a language the site does not have
    ├─ InvalidArgument        INVALID_ARGUMENT        an argument no answer can be given to
    │   ├─ InvalidCursor      INVALID_CURSOR          a cursor this list did not give
    │   └─ InvalidId          INVALID_ID              an id this API did not give
    ├─ InvalidPreviewToken    INVALID_PREVIEW_TOKEN   a token that opens no draft, or none any more
    ├─ LimitExceeded          …_EXCEEDED              more than the settings allow:
    │                         DOCUMENT_SIZE_EXCEEDED, TOKENS_EXCEEDED, DEPTH_EXCEEDED,
    │                         ALIASES_EXCEEDED, DIRECTIVES_EXCEEDED, ROOT_FIELDS_EXCEEDED,
    │                         COST_EXCEEDED, SECONDS_EXCEEDED, PAGE_SIZE_EXCEEDED
    ├─ IntrospectionDisabled  INTROSPECTION_DISABLED  a question about the schema itself
    └─ RequestError           with a status of HTTP   no operation reaches the schema
        ├─ BadRequest             BAD_REQUEST             400
        ├─ InvalidToken           INVALID_TOKEN           401
        ├─ OperationNotTrusted    OPERATION_NOT_TRUSTED   403
        ├─ OperationNotFound      OPERATION_NOT_FOUND     404
        ├─ MethodNotAllowed       METHOD_NOT_ALLOWED      405
        ├─ NotAcceptable          NOT_ACCEPTABLE          406
        ├─ BodyTooLarge           BODY_TOO_LARGE          413
        ├─ UnsupportedMediaType   UNSUPPORTED_MEDIA_TYPE  415
        ├─ PersistedQueryNotFound      PERSISTED_QUERY_NOT_FOUND      200, as its protocol has it
        └─ PersistedQueryNotSupported  PERSISTED_QUERY_NOT_SUPPORTED  200

Three codes belong to no class: SYNTAX_ERROR and VALIDATION_ERROR, which GraphQL itself finds,
and INTERNAL_ERROR, whose `requestId` is in the log.

What is absent and what must not be read are no errors: both are null.
"""

from http import HTTPStatus

from graphql import GraphQLError, Node


class ApiError(GraphQLError):
    """An error that the asking side can mend; `extensions.code` names it."""

    code = "API_ERROR"

    def __init__(self, message: str, node: Node | None = None) -> None:
        super().__init__(message, node, extensions={"code": self.code})


class UnknownLocale(ApiError):
    code = "UNKNOWN_LOCALE"


class InvalidArgument(ApiError):
    code = "INVALID_ARGUMENT"


class InvalidCursor(InvalidArgument):
    code = "INVALID_CURSOR"


class InvalidId(InvalidArgument):
    code = "INVALID_ID"


class InvalidPreviewToken(ApiError):
    """A changed, an expired or a foreign token: which of them, nobody is told."""

    code = "INVALID_PREVIEW_TOKEN"

    def __init__(self) -> None:
        super().__init__("This preview cannot be opened any more. Open it anew in the editor.")


class LimitExceeded(ApiError):
    """More than the settings allow: `extensions` say the limit, and what was asked.

    actual: None where it was not worth counting to the end.
    """

    def __init__(self, name: str, limit: float, actual: float | None = None) -> None:
        self.code = f"{name.upper()}_EXCEEDED"
        super().__init__(exceeding(name, limit, actual))
        self.extensions = {"code": self.code, **excess(limit, actual)}


def exceeding(name: str, limit: float, actual: float | None) -> str:
    asked = "" if actual is None else f" {actual}"
    return f"Limit exceeded: {name.replace('_', ' ')}{asked}, at most {limit}."


def excess(limit: float, actual: float | None) -> dict[str, float]:
    return {"limit": limit} if actual is None else {"limit": limit, "actual": actual}


class IntrospectionDisabled(ApiError):
    code = "INTROSPECTION_DISABLED"


class RequestError(ApiError):
    """What is wrong with a request before its operation is looked at.

    is_logged: with a request id, which the answer names too.
    """

    status: HTTPStatus
    is_logged = True


class BadRequest(RequestError):
    code = "BAD_REQUEST"
    status = HTTPStatus.BAD_REQUEST


class InvalidToken(RequestError):
    """A token that no frontend has, or none any more; the log has nothing of it."""

    code = "INVALID_TOKEN"
    status = HTTPStatus.UNAUTHORIZED

    def __init__(self) -> None:
        super().__init__("This token is unknown or was revoked. Ask for a new one, or for none.")


class OperationNotTrusted(RequestError):
    """One that is not registered, where nothing else is answered."""

    code = "OPERATION_NOT_TRUSTED"
    status = HTTPStatus.FORBIDDEN

    def __init__(self) -> None:
        super().__init__("Only registered operations are answered here, and this is none.")


class OperationNotFound(RequestError):
    """A hash that no registered operation has, or none any more."""

    code = "OPERATION_NOT_FOUND"
    status = HTTPStatus.NOT_FOUND

    def __init__(self) -> None:
        super().__init__("No operation is registered under this hash.")


class MethodNotAllowed(RequestError):
    code = "METHOD_NOT_ALLOWED"
    status = HTTPStatus.METHOD_NOT_ALLOWED
    allow = "GET, HEAD, POST"


class NotByAddress(MethodNotAllowed):
    """An operation that may change something, asked for by GET."""

    allow = "POST"


class NotAcceptable(RequestError):
    code = "NOT_ACCEPTABLE"
    status = HTTPStatus.NOT_ACCEPTABLE


class BodyTooLarge(RequestError):
    code = "BODY_TOO_LARGE"
    status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE

    def __init__(self, limit: int, actual: int) -> None:
        super().__init__(exceeding("body_size", limit, actual))
        self.extensions = {"code": self.code, **excess(limit, actual)}


class UnsupportedMediaType(RequestError):
    code = "UNSUPPORTED_MEDIA_TYPE"
    status = HTTPStatus.UNSUPPORTED_MEDIA_TYPE


class PersistedQueryNotFound(RequestError):
    """The client sends the operation too, then."""

    code = "PERSISTED_QUERY_NOT_FOUND"
    status = HTTPStatus.OK
    is_logged = False


class PersistedQueryNotSupported(RequestError):
    """The client sends operations always, then."""

    code = "PERSISTED_QUERY_NOT_SUPPORTED"
    status = HTTPStatus.OK
    is_logged = False
