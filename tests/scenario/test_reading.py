import tracemalloc
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.scenario.checking import check
from game.scenario.problems import render, to_json
from game.scenario.reader import best_parser, pure_parser, read
from game.scenario.tree import Raw, plain, walk

HERE = Path(__file__).parent
SHIPPED = sorted((HERE.parents[1] / "scenarios").glob("*.yaml"))
HOSTILE = sorted((HERE / "hostile").glob("*.yaml"))
PARSERS = pytest.mark.parametrize("parser", [best_parser, pure_parser], ids=["c", "python"])


def text_of(path: Path) -> str:
    return path.read_bytes().decode()


def values_of(text: str, parser: Any = best_parser) -> Raw:
    root, problems = read(text, "test.yaml", parser)
    assert not problems
    assert root is not None
    return plain(root)


def codes(text: str) -> list[str]:
    return [problem.code for problem in read(text, "test.yaml")[1]]


@PARSERS
@pytest.mark.parametrize(
    "written", ["no", "12:30", "1e3", "010", "1.10", "null", "~", "2026-01-01"]
)
def test_every_value_stays_the_text_that_was_written(written: str, parser: Any) -> None:
    assert values_of(f"a: {written}\n", parser) == {"a": written}


@PARSERS
def test_nothing_after_the_colon_is_nothing_and_empty_quotes_are_a_text(parser: Any) -> None:
    assert values_of("a:\nb: ''\n", parser) == {"a": None, "b": ""}


@PARSERS
@pytest.mark.parametrize("asked", ["Why?", "Why??", "Why ?", "Why? Because", "Why ? Well", "a?b"])
def test_a_question_may_stand_between_braces_and_brackets(asked: str, parser: Any) -> None:
    text = f"a: {{q: {asked}, b: [{asked}, 'x?'], {asked}: c}}\nd: {asked}\n"
    assert values_of(text, parser) == {
        "a": {"q": asked, "b": [asked, "x?"], asked: "c"},
        "d": asked,
    }


@PARSERS
def test_a_sign_without_a_meaning_is_not_read_as_a_question_mark(parser: Any) -> None:
    assert values_of("a: \ue000?\n", parser) == {"a": "\ue000?"}


@PARSERS
@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("segments: {a: {price: 1,900 EUR}}", "900 EUR"),
        ("segments: {a: {churn: 2,5%, accounts: 90}}", "5%"),
        ("events: {e: {title: x, when: [cash < 1,000 EUR]}}", "000 EUR"),
        ("debrief: [What would 10,000 more bring?]", "000 more bring?"),
    ],
)
def test_a_comma_that_cuts_a_number_between_brackets_is_the_only_error(
    text: str, rest: str, parser: Any
) -> None:
    (error,) = check(f"title: A\n{text}\n", "a.yaml", parser=parser).errors
    assert error.code == "comma_in_number"
    assert error.source_line[error.column - 1 :][: error.length] == rest


def test_every_value_knows_its_place() -> None:
    root, _ = read("a: 1\nb:\n  - x\n  - {c: yes}\n", "test.yaml")
    deep = dict(walk(root))["b", 1, "c"] if root else None
    assert deep is not None
    assert deep.key is not None
    assert (deep.place.line, deep.place.column, deep.key.column) == (4, 9, 6)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\x85", "\u2028", "\u2029"])
def test_lines_end_where_yaml_says_so(end: str) -> None:
    problem = check(f"title: A{end}turns:{end}  count: x{end}", "a.yaml").errors[0]
    assert (problem.line, problem.column, problem.source_line) == (3, 10, "  count: x")


@pytest.mark.parametrize("path", HOSTILE, ids=lambda path: path.stem)
@PARSERS
def test_a_hostile_file_is_refused_for_its_reason(path: Path, parser: Any) -> None:
    text = text_of(path)
    expected = text.splitlines()[0].removeprefix("# expect: ").split(",")
    checked = check(text, path.name, {"circle": text}.get, parser)
    assert sorted({problem.code for problem in checked.errors}) == sorted(expected)
    assert checked.rules is None


def test_there_are_enough_hostile_files() -> None:
    assert len(HOSTILE) >= 34


def test_a_file_over_a_megabyte_is_refused_before_it_is_read() -> None:
    tracemalloc.start()
    text = "a: b\n" * 250_000
    before = tracemalloc.get_traced_memory()[0]
    assert codes(text) == ["too_large"]
    assert tracemalloc.get_traced_memory()[1] - before < 100_000
    tracemalloc.stop()


@PARSERS
def test_more_than_twenty_thousand_entries_are_refused_at_their_place(parser: Any) -> None:
    _, problems = read("a:\n" + "- b\n" * 20_001, "test.yaml", parser)
    assert [(each.code, each.line) for each in problems] == [("too_many_entries", 20_002)]


@PARSERS
def test_ten_thousand_open_brackets_stop_at_the_thirteenth(parser: Any) -> None:
    _, problems = read("a: " + "[" * 10_000, "test.yaml", parser)
    assert [(each.code, each.column) for each in problems] == [("too_deep", 15)]


def test_the_first_of_two_equal_names_is_shown_too() -> None:
    problem = read("a: 1\nb: 2\na: 3\n", "test.yaml")[1][0]
    assert problem.secondary is not None
    assert (problem.line, problem.secondary.line, problem.secondary_line) == (3, 1, "a: 1")


def test_follow_on_problems_of_a_refused_value_are_kept_quiet() -> None:
    errors = check("title: A\nturns: &t\n  count: many\n  colour: red\n", "a.yaml").errors
    assert [problem.code for problem in errors] == ["anchor"]


def test_a_misspelt_name_is_not_reported_as_missing_too() -> None:
    errors = check("titel: A\n", "a.yaml").errors
    assert [(each.code, each.suggestion) for each in errors] == [("unknown_key", "title")]


def test_a_problem_is_drawn_with_line_caret_suggestion_and_next_step() -> None:
    text = "scenario_format: 1\ntitle: A\nturns:\n  one_turn_is: monht\n"
    problem = check(text, "scenarios/broken.yaml").errors[0]
    assert render(problem, str) == (
        "error: 'monht' is not one of the choices here\n"
        " --> scenarios/broken.yaml:4:16\n"
        "4 |   one_turn_is: monht\n"
        "  |                ^^^^^ did you mean 'month'?\n"
        "  = choose from: week, month, quarter"
    )


def test_carets_stand_below_wide_characters() -> None:
    problem = check("title: {コーヒー: 強い}\n", "a.yaml").errors[0]
    row = render(check("コーヒー豆: 1\ntitle: A\n", "a.yaml").errors[0], str).splitlines()[3]
    assert row.startswith("  | ^^^^^^^^^^")
    assert problem.column == 8


def test_a_problem_inside_a_text_is_marked_inside_the_text() -> None:
    text = 'title: A\nevents:\n  e:\n    title: x\n    when: ["turn > 1", "satisfactoin < 60%"]\n'
    problem = check(text, "a.yaml").errors[0]
    marked = problem.source_line[problem.column - 1 :][: problem.length]
    assert (marked, problem.suggestion) == ("satisfactoin", "satisfaction")


@pytest.mark.parametrize("before", [0, 3_000, 12_000])
def test_a_line_of_thousands_of_signs_is_shown_around_its_mistake(before: int) -> None:
    text = f'title: A\nsummary: {"a" * before}\' b\nstory: {{{"x" * before}, "b" c}}\n'
    problem = check(text, "a.yaml").errors[0]
    _, _, line, caret, *_ = render(problem, str).splitlines()
    assert len(line) < 180
    assert line[caret.index("^")] == problem.source_line[problem.column - 1]


def test_signs_that_turn_text_around_are_shown_as_what_they_are() -> None:
    problem = check("title: \u202eA\n", "a.yaml").errors[0]
    assert problem.code == "control_character"
    assert "\u202e" not in render(problem, str)


@pytest.mark.parametrize("sign", ["\u202e", "\u2066", "\u200f", "\u061c"])
@pytest.mark.parametrize("written", ["{}", "'{}'", "x {}"])
def test_a_text_may_not_turn_around_what_follows(sign: str, written: str) -> None:
    assert codes(f"title: {written.format(sign)}\n") == ["control_character"]


def test_a_control_character_made_with_a_backslash_is_refused_too() -> None:
    assert codes('title: "a\\u202eb"\n') == ["control_character"]
    assert codes('title: "a\\x1bb"\n') == ["control_character"]
    assert codes('title: "a\\tb"\n') == []


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le"])
def test_a_file_of_another_encoding_is_one_problem(encoding: str) -> None:
    text = "title: A game\nturns: {count: 3}\n".encode(encoding).decode("utf-8")
    (problem,) = read(text, "a.yaml")[1]
    assert "not saved as UTF-8" in str(problem.sentence)


def test_a_problem_is_one_line_of_json() -> None:
    line = to_json(check("titel: A\n", "a.yaml").errors[0], str)
    assert "\n" not in line
    assert '"code": "unknown_key", "file": "a.yaml", "line": 1, "column": 1' in line


SIGNS = st.sampled_from(
    [
        *"\t\n\r :-[]{},\"'#&*!|>%@`?\\~€日a1.=<+\x00\x85\u2028\ufeff\ud800",
        *("---\n", "? ", "- ", ": ", "!!str ", "&a ", "*a", "<<: ", "\r\n", "''", "|-\n"),
    ]
)


@st.composite
def mutants(draw: st.DrawFn) -> str:
    """Return a shipped scenario, or a small file, with a few signs put in, cut out or doubled."""
    small = 'title: a\nturns: {count: 3}\nlist: [a, "b"]\nx: |\n  text\ny: >\n  fold\nz:\n- z\n'
    pool = [small, *(text_of(path)[:1_500] for path in SHIPPED[:2])]
    text = draw(st.sampled_from(pool))
    for _ in range(draw(st.integers(1, 4))):
        place = draw(st.integers(0, len(text)))
        length = draw(st.integers(0, 12))
        with_sign = draw(SIGNS) if draw(st.booleans()) else text[place : place + length] * 2
        text = text[:place] + with_sign + text[place + length :]
    return text


@settings(max_examples=150, deadline=None)
@given(mutants())
def test_a_mutant_gives_the_same_problems_with_both_parsers_and_is_never_silent(text: str) -> None:
    checked = check(text, "mutant.yaml")
    assert checked.problems == check(text, "mutant.yaml", parser=pure_parser).problems
    assert (checked.rules is None) == bool(checked.errors)
    for problem in checked.problems:
        assert problem.line >= 1
        assert problem.column >= 1
        assert render(problem, str)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_any_text_at_all_gives_problems_and_no_crash(text: str) -> None:
    checked = check(text, "noise.yaml")
    assert checked.rules is not None or checked.errors


@pytest.mark.slow
@settings(max_examples=2_500, deadline=None)
@given(mutants())
def test_thousands_of_mutants(text: str) -> None:
    checked = check(text, "mutant.yaml")
    assert checked.problems == check(text, "mutant.yaml", parser=pure_parser).problems
    assert (checked.rules is None) == bool(checked.errors)
