"""As much of JSON Schema as our own schema uses, to hold the reader against it."""

import re
from collections.abc import Mapping
from typing import Any

TYPES: Mapping[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
}
KNOWN_WORDS = {
    "$schema", "title", "description", "format", "type", "enum", "properties", "required", "additionalProperties",
    "items", "minItems", "maxItems", "uniqueItems", "minLength", "maxLength", "pattern", "minimum", "maximum",
}  # fmt: skip


def fits(value: Any, schema: Mapping[str, Any]) -> bool:
    """Whether the value is as the schema says; an unknown word in the schema is an error."""
    assert set(schema) <= KNOWN_WORDS
    if "enum" in schema:
        return value in schema["enum"]
    if not isinstance(value, TYPES[schema["type"]]) or (isinstance(value, bool) and schema["type"] != "boolean"):
        return False
    return all(fits_one(value, schema) for fits_one in (_text, _number, _list, _object))


def _text(value: Any, schema: Mapping[str, Any]) -> bool:
    if not isinstance(value, str):
        return True
    length = schema.get("minLength", 0) <= len(value) <= schema.get("maxLength", len(value))
    return length and bool(re.search(schema.get("pattern", ""), value))


def _number(value: Any, schema: Mapping[str, Any]) -> bool:
    return (
        not isinstance(value, int | float) or isinstance(value, bool) or schema["minimum"] <= value <= schema["maximum"]
    )


def _list(value: Any, schema: Mapping[str, Any]) -> bool:
    if not isinstance(value, list):
        return True
    twice = schema.get("uniqueItems") and any(one in value[:place] for place, one in enumerate(value))
    length = schema["minItems"] <= len(value) <= schema["maxItems"]
    return length and not twice and all(fits(one, schema["items"]) for one in value)


def _object(value: Any, schema: Mapping[str, Any]) -> bool:
    if not isinstance(value, dict):
        return True
    fields = schema["properties"]
    known = set(schema["required"]) <= set(value) <= set(fields)
    return known and all(fits(one, fields[name]) for name, one in value.items())
