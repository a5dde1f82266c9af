"""The JSON Schema of a scenario file, for completion and hover in editors (draft-07 form).

It is never stricter than ``check``: an editor must not underline what plays.
"""

import json
from typing import Any, Final

from game.scenario.fields import FIXED
from game.scenario.model import Scenario
from game.scenario.shape import Shape, shape_of

DRAFT: Final = "http://json-schema.org/draft-07/schema#"
_BLOCKS: Final = "#/definitions/"


def scenario_schema() -> dict[str, Any]:
    """Return the schema of a scenario that stands alone: it needs a title."""
    return _finished(variant=False)


def variant_schema() -> dict[str, Any]:
    """Return the schema of a scenario that extends another: any entry may be taken away."""
    return _finished(variant=True)


def schema_text(schema: dict[str, Any]) -> str:
    """Return a schema as it stands in its file."""
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"


def _finished(*, variant: bool) -> dict[str, Any]:
    schema = Scenario.model_json_schema(ref_template=_BLOCKS + "{model}")
    definitions = schema.pop("$defs")
    _name_entries(schema, shape_of(Scenario), definitions)
    cleaned: dict[str, Any] = _clean(schema, variant)
    cleaned["definitions"] = {name: _clean(each, variant) for name, each in definitions.items()}
    title = "Handoff scenario that extends another" if variant else "Handoff scenario"
    if variant:
        cleaned["required"] = ["extends"]
    return {"$schema": DRAFT, **cleaned, "title": title}


def _name_entries(schema: dict[str, Any], shape: Shape, definitions: dict[str, Any]) -> None:
    """Where names come from a fixed list, offer each of them: editors complete properties alone."""
    if "$ref" in schema:
        schema = definitions[schema["$ref"].removeprefix(_BLOCKS)]
    for each in schema.get("anyOf", ()):
        _name_entries(each, shape, definitions)
    for name, below in (shape.fields or {}).items():
        _name_entries(schema.get("properties", {}).get(name, {}), below, definitions)
    if shape.item is None:
        if shape.ref is not None and shape.ref.to in FIXED and "type" in schema:
            said = schema.get("description")
            schema.clear()
            schema["enum"] = list(FIXED[shape.ref.to])
            schema |= {"description": said} if said else {}
        return
    _name_entries(schema.get("items", {}), shape.item, definitions)
    entry = schema.get("additionalProperties")
    if isinstance(entry, dict):
        _name_entries(entry, shape.item, definitions)
        if shape.names is not None and shape.names.to in FIXED:
            schema["properties"] = {name: dict(entry) for name in FIXED[shape.names.to]}
            schema["additionalProperties"] = False


def _clean(schema: Any, variant: bool) -> Any:
    """Take out what no editor needs, and in a variant what must be there."""
    if isinstance(schema, list):
        return [_clean(each, variant) for each in schema]
    if not isinstance(schema, dict):
        return schema
    dropped = {"default", "title", "propertyNames"} | ({"required"} if variant else set())
    cleaned = {}
    for key, value in schema.items():
        if key == "properties":
            cleaned[key] = {name: _entry(each, variant) for name, each in value.items()}
        elif key == "additionalProperties" and isinstance(value, dict):
            cleaned[key] = _entry(value, variant)
        elif key not in dropped:
            cleaned[key] = _clean(value, variant)
    return cleaned


def _entry(schema: dict[str, Any], variant: bool) -> dict[str, Any]:
    """Return an entry that may also be empty, which is its default or takes the parent's away."""
    cleaned: dict[str, Any] = _clean(schema, variant)
    said = {key: cleaned.pop(key) for key in ("description", "examples") if key in cleaned}
    options = cleaned.get("anyOf") or [cleaned]
    switched = str(cleaned.get("$ref", "")).removeprefix(_BLOCKS)
    more: list[dict[str, Any]] = [{"type": "null"}]
    if switched in ("LeverEntry", "RoleEntry"):
        more.insert(0, {"enum": ["on", "off", True, False]})
    return said | {"anyOf": [*(each for each in options if each not in more), *more]}
