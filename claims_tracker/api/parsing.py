"""Reading what is sent: JSON, and nothing that breaks the reader of it."""

from typing import Any

from rest_framework.exceptions import ParseError
from rest_framework.parsers import JSONParser


class PlainJSONParser(JSONParser):
    """JSON; one nested deeper than Python reads is refused like any other that cannot be read."""

    def parse(self, *args: Any, **kwargs: Any) -> Any:
        """What the body says. Raises ParseError."""
        try:
            return super().parse(*args, **kwargs)
        except RecursionError:
            raise ParseError("JSON parse error - nested too deeply") from None
