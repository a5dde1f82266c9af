"""The catalogue of sentences is complete, and every sentence can be said."""

import ast
import importlib.util
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from string import Formatter
from types import ModuleType

from babel.messages.catalog import Catalog

from game.words import KINDS

ROOT = Path(__file__).resolve().parents[2]
MENDED_BY = "python assets/locale/extract.py"


@cache
def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("extract", ROOT / "assets/locale/extract.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_template_holds_every_sentence_of_the_code() -> None:
    code, template = _texts(script().extracted()), _texts(script().committed())
    assert code - template == set(), f"new sentences: run {MENDED_BY}"
    assert template - code == set(), f"sentences that are gone: run {MENDED_BY}"


def _texts(catalogue: Catalog) -> set[object]:
    return {message.id for message in catalogue if message.id}


def _calls() -> Iterator[tuple[str, ast.Call]]:
    for path in sorted((ROOT / "game").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if _makes_a_sentence(node):
                assert isinstance(node, ast.Call)
                yield f"{path}:{node.lineno}", node


def _makes_a_sentence(node: ast.AST) -> bool:
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name)):
        return False
    return node.func.id in {"sentence", "counted"}


def _literals(call: ast.Call) -> list[str]:
    assert isinstance(call.func, ast.Name)
    first = call.args[: 1 if call.func.id == "sentence" else 2]
    return [
        each.value
        for each in first
        if isinstance(each, ast.Constant) and isinstance(each.value, str)
    ]


def test_every_sentence_stands_there_as_a_literal() -> None:
    wrong = []
    for place, call in _calls():
        assert isinstance(call.func, ast.Name)
        if len(_literals(call)) != (1 if call.func.id == "sentence" else 2):
            wrong.append(place)
    assert wrong == []


def test_every_place_has_a_value_and_every_value_a_place() -> None:
    wrong = []
    for place, call in _calls():
        given = {word.arg for word in call.keywords}
        counted = isinstance(call.func, ast.Name) and call.func.id == "counted"
        if None in given:
            continue  # **values: no reader of the code alone can tell
        places = {name for text in _literals(call) for _, name, _, _ in Formatter().parse(text)}
        asked = {name for name in places if name is not None}
        if asked - {"count"} != given - {"count"} or ("count" in asked - given and not counted):
            wrong.append((place, sorted(asked ^ {str(name) for name in given})))
    assert wrong == []


def test_every_kind_of_number_exists() -> None:
    kinds = {
        kind
        for _, call in _calls()
        for text in _literals(call)
        for _, name, kind, _ in Formatter().parse(text)
        if name is not None and kind
    }
    assert kinds
    assert kinds <= KINDS
