"""The schema as a plain page tells it: every address, its parameters, and what it answers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from drf_spectacular.generators import SchemaGenerator

from claims_tracker.api.filters import PAGING

METHODS = ("get", "post", "put", "patch", "delete")
CODE = re.compile(r"`+([^`]+)`+")
ONE_OF = "one of: "
LISTED = "* `"  # begins a list of a field's words, which stand beside it already

Schema = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Words:
    """A piece of prose; ``code`` where it names something to be typed."""

    text: str
    code: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """One parameter, or one field of an answer: its name, what it takes, what it means."""

    name: str
    takes: str
    about: tuple[Words, ...] = ()


@dataclass(frozen=True, slots=True)
class Endpoint:
    """One thing that can be asked. ``example`` is an address that answers as it stands."""

    method: str
    path: str
    about: tuple[tuple[Words, ...], ...]
    parameters: tuple[Field, ...]
    paged: bool
    token: bool
    answers: str = ""
    example: str = ""

    @property
    def anchor(self) -> str:
        """Its place on the page."""
        return re.sub(r"\W+", "-", f"{self.method}{self.path}".lower()).strip("-")


@dataclass(frozen=True, slots=True)
class Section:
    """Endpoints of one kind of thing."""

    name: str
    endpoints: tuple[Endpoint, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """One kind of object in answers."""

    name: str
    about: tuple[tuple[Words, ...], ...]
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """All of it."""

    sections: tuple[Section, ...]
    paging: tuple[Field, ...]
    shapes: tuple[Shape, ...]


@cache
def reference() -> Reference:
    """What the page shows; made once a process, for the code makes the schema."""
    generator: Any = SchemaGenerator  # its stubs leave it untyped
    return told(generator().get_schema(request=None, public=True))


def told(schema: Schema) -> Reference:
    """The schema's operations by tag and its objects, in words."""
    found: dict[str, list[Endpoint]] = {}
    paging: dict[str, Field] = {}
    named = schema["components"]["schemas"]
    for path, operations in schema["paths"].items():
        for method in (name for name in METHODS if name in operations):
            operation = operations[method]
            parameters = list(_parameters(operation, named))
            endpoint = _endpoint(path, method, operation, parameters)
            found.setdefault(operation["tags"][0], []).append(endpoint)
            paging |= {field.name: field for field in parameters if field.name in PAGING}
    sections = tuple(Section(name, tuple(endpoints)) for name, endpoints in found.items())
    return Reference(sections, tuple(paging.values()), tuple(_shapes(named)))


def prose(text: str) -> tuple[Words, ...]:
    """Text with what stands between backticks told apart."""
    pieces = CODE.split(" ".join(text.split()))
    return tuple(Words(piece, code=at % 2 == 1) for at, piece in enumerate(pieces) if piece)


def takes(schema: Schema, named: Schema) -> str:
    """What a value is: "one of: count, cause", "1 to 100", "list of Quote", "text or null".

    ``named`` has the schema's own objects and closed lists by name.
    """
    references = [name for name in _references(schema) if name in named]
    if references and "enum" not in named[references[0]]:
        words = references[0]
    elif references:
        words = _of(named[references[0]])
    elif schema.get("type") == "array":
        words = f"list of {takes(schema['items'], named)}"
    else:
        words = _of(schema)
    return f"{words} or null" if {"type": "null"} in schema.get("oneOf", ()) else words


def asked(schema: Schema, named: Schema) -> str:
    """What a parameter takes; of a list, any number of its values."""
    if schema.get("type") != "array":
        return takes(schema, named)
    words = takes(schema["items"], named)
    closed = words.startswith(ONE_OF)
    return words.replace(ONE_OF, "any of: ", 1) if closed else f"{words}, may be repeated"


def _of(schema: Schema) -> str:
    if schema.get("enum"):
        words = [str(word) for word in schema["enum"]]
        return f"{ONE_OF}{', '.join(words)}" if len(words) > 1 else words[0]
    if "minimum" in schema and "maximum" in schema:
        return f"{schema['minimum']} to {schema['maximum']}"
    kinds = schema.get("type", "any value")
    kind = " or ".join(kinds) if isinstance(kinds, list) else str(kinds)
    kind = kind.replace("string", "text").replace("boolean", "true or false")
    examples = schema.get("examples")
    return f"{kind} such as {examples[0]}" if examples else kind


def _endpoint(path: str, method: str, operation: Schema, parameters: list[Field]) -> Endpoint:
    told_of = [field for field in parameters if field.name not in PAGING]
    token = all(operation.get("security", [{}]))
    plain = method == "get" and not token and "{" not in path
    return Endpoint(
        method=method.upper(),
        path=path,
        about=_paragraphs(operation.get("description", "")),
        parameters=tuple(told_of),
        paged=len(told_of) < len(parameters),
        token=token,
        answers=_answers(operation),
        example=path if plain else "",
    )


def _parameters(operation: Schema, named: Schema) -> Iterator[Field]:
    for one in operation.get("parameters", ()):
        yield Field(one["name"], asked(one["schema"], named), _meaning(one))


def _meaning(described: Schema) -> tuple[Words, ...]:
    """What it means; the list of its words is left out, for they stand beside it."""
    text = str(described.get("description", ""))
    return prose("" if text.startswith(LISTED) else text.partition(f"\n{LISTED}")[0])


def _answers(operation: Schema) -> str:
    for status, answer in operation["responses"].items():
        if status.startswith("2"):
            found = re.findall(r"'#/components/schemas/(?:Paginated)?(\w+?)(?:List)?'", str(answer))
            return str(found[0]) if found else ""
    return ""


def _shapes(named: Schema) -> Iterator[Shape]:
    for name, shape in named.items():
        if shape.get("properties") and not name.startswith("Paginated"):
            fields = (
                Field(key, takes(value, named), _meaning(value))
                for key, value in shape["properties"].items()
            )
            yield Shape(name, _paragraphs(shape.get("description", "")), tuple(fields))


def _references(schema: Schema) -> Iterator[str]:
    options = [schema, *schema.get("oneOf", ()), *schema.get("allOf", ())]
    for option in options:
        if "$ref" in option:
            yield str(option["$ref"]).rpartition("/")[2]


def _paragraphs(text: str) -> tuple[tuple[Words, ...], ...]:
    return tuple(prose(part) for part in re.split(r"\n\s*\n", text) if part.strip())
