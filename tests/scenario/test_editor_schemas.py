import json
import os
from pathlib import Path
from typing import Any

import pytest

from game.market import LEVERS
from game.scenario.reader import read
from game.scenario.schema import scenario_schema, schema_text, variant_schema
from game.scenario.tree import plain

FOLDER = Path(__file__).parents[2] / "scenarios"


@pytest.mark.parametrize(
    ("file", "schema"),
    [("scenario.schema.json", scenario_schema), ("variant.schema.json", variant_schema)],
)
def test_the_committed_schema_is_the_one_the_model_gives(file: str, schema: Any) -> None:
    """Write it anew with HANDOFF_ACCEPT=1 python -m pytest, and this file."""
    if os.environ.get("HANDOFF_ACCEPT"):
        (FOLDER / file).write_text(schema_text(schema()), encoding="utf-8")
    assert (FOLDER / file).read_text(encoding="utf-8") == schema_text(schema())


def test_levers_are_offered_by_name() -> None:
    text = json.dumps(scenario_schema()["properties"]["levers"])
    assert all(f'"{lever}"' in text for lever in (*LEVERS, "others"))


def test_a_scenario_needs_a_title_and_a_variant_a_parent() -> None:
    assert scenario_schema()["required"] == ["title"]
    assert variant_schema()["required"] == ["extends"]


def test_every_entry_of_the_model_is_described() -> None:
    schema = scenario_schema()
    for block in (schema, *schema["definitions"].values()):
        assert block["description"]
        for name, entry in block["properties"].items():
            assert entry.get("description") or "$ref" in json.dumps(entry), name


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_shipped_scenario_names_its_schema_and_fits_it(path: Path) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    text = path.read_text(encoding="utf-8")
    root, _ = read(text, path.name)
    assert root is not None
    variant = root.child("extends") is not None
    kind = "variant" if variant else "scenario"
    assert text.startswith(f"# yaml-language-server: $schema=./{kind}.schema.json\n")
    schema = variant_schema() if variant else scenario_schema()
    jsonschema.Draft7Validator.check_schema(schema)
    jsonschema.validate(plain(root), schema)


def test_the_schema_underlines_a_misspelt_name() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"title": "A", "turns": {"cuont": "3"}}, scenario_schema())
