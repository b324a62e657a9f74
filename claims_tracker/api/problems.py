"""Errors as ``application/problem+json`` (RFC 9457), never as HTML."""

from dataclasses import dataclass
from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, JsonResponse
from django.urls import is_valid_path
from rest_framework import exceptions
from rest_framework.response import Response
from rest_framework.settings import api_settings
from rest_framework.views import exception_handler

MEDIA_TYPE = "application/problem+json"
WHOLE = api_settings.NON_FIELD_ERRORS_KEY  # what is wrong with the body, not with a part of it


@dataclass(frozen=True, slots=True)
class ProblemType:
    """One kind of error, explained for people at ``/api/v1/problems/<code>/``."""

    code: str
    status: int
    title: str
    what_to_do: str


TYPES = {
    problem.code: problem
    for problem in (
        ProblemType("invalid", 400, "The request is not valid.", "Mend what `errors` names."),
        ProblemType(
            "unknown_parameter",
            400,
            "A query parameter is unknown.",
            "Leave it out or take the near match that `detail` names.",
        ),
        ProblemType("parse_error", 400, "The body is no valid JSON.", "Send a JSON object."),
        ProblemType(
            "bad_cursor", 400, "The cursor is not ours.", "Start from the first page again."
        ),
        ProblemType(
            "not_authenticated", 401, "A token is needed.", "Send Authorization: Bearer TOKEN."
        ),
        ProblemType(
            "authentication_failed", 401, "The token is not valid.", "Ask for a new token."
        ),
        ProblemType(
            "permission_denied", 403, "The token may not do this.", "Ask for the permission."
        ),
        ProblemType("not_found", 404, "There is no such thing here.", "Check the address."),
        ProblemType(
            "gone", 410, "It was public once and was withdrawn.", "Drop your copy; see `detail`."
        ),
        ProblemType(
            "method_not_allowed", 405, "The method is not allowed.", "See the Allow header."
        ),
        ProblemType("not_acceptable", 406, "Only JSON is given.", "Accept application/json."),
        ProblemType("unsupported_media_type", 415, "Only JSON is read.", "Send application/json."),
        ProblemType(
            "throttled", 429, "Too many requests.", "Wait as Retry-After says; see /api/v1/limits/."
        ),
        ProblemType("error", 500, "Something broke here.", "Try again; tell us if it stays."),
    )
}


class Gone(exceptions.APIException):
    """What was asked for was public once and was withdrawn."""

    status_code = HTTPStatus.GONE
    default_code = "gone"


def body(code: str, detail: str, *, path: str, errors: list[dict[str, str]]) -> dict[str, Any]:
    """The members of one problem; ``type`` resolves to a page about it."""
    problem = TYPES.get(code, TYPES["invalid"])
    return {
        "type": f"{settings.SITE_URL}/api/v1/problems/{problem.code}/",
        "title": problem.title,
        "status": problem.status,
        "detail": detail,
        "instance": path,
        **({"errors": errors} if errors else {}),
    }


def handler(error: Exception, context: dict[str, Any]) -> Response | None:
    """Answer an error of a view as a problem; None lets an unexpected one go on."""
    response = exception_handler(error, context)
    if response is None:
        return None
    request: HttpRequest = context["request"]
    code = _code(error, response.status_code)
    errors = list(_pointed(response.data)) if code == "invalid" else []
    detail = _detail(error, response.data)
    response.data = body(code, detail, path=request.path, errors=errors)
    response.data["status"] = response.status_code
    response.content_type = MEDIA_TYPE
    return response


def not_found(request: HttpRequest) -> JsonResponse:
    """The answer at an address of the API that does not exist."""
    path = request.path
    detail = f"There is nothing at {path}."
    longer = is_valid_path(f"{request.path_info}/")
    if longer and longer.func is not not_found:
        detail += f" Try {path}/, with a slash at its end."
    return answer("not_found", detail, path=path)


def answer(code: str, detail: str, *, path: str) -> JsonResponse:
    """One problem outside a REST view."""
    problem = body(code, detail, path=path, errors=[])
    return JsonResponse(problem, status=problem["status"], content_type=MEDIA_TYPE)


def _code(error: Exception, status: int) -> str:
    if isinstance(error, Http404):
        return "not_found"
    if isinstance(error, PermissionDenied):
        return "permission_denied"
    code = getattr(error, "default_code", "invalid")
    if isinstance(error, exceptions.APIException) and isinstance(error.detail, str):
        code = getattr(error.detail, "code", code)
    if code in TYPES:
        return str(code)
    known = {problem.status: problem.code for problem in TYPES.values()}
    return "invalid" if status == HTTPStatus.BAD_REQUEST else known.get(status, "error")


def _detail(error: Exception, data: Any) -> str:
    if isinstance(data, dict) and set(data) == {"detail"}:
        return str(data["detail"])
    if isinstance(error, exceptions.ValidationError):
        return " ".join(f"{row['pointer']}: {row['detail']}" for row in _pointed(data))
    return str(error)


def _pointed(data: Any, pointer: str = "#") -> list[dict[str, str]]:
    """Each message with a JSON pointer to what it is about."""
    if isinstance(data, dict):
        return [
            row
            for key, value in data.items()
            for row in _pointed(value, pointer if key == WHOLE else f"{pointer}/{key}")
        ]
    if isinstance(data, list):
        return [row for value in data for row in _pointed(value, pointer)]
    return [{"pointer": pointer, "detail": str(data)}]
