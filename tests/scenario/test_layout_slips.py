"""A slip of layout is found where it was made, and the remedy is the one for it."""

import pytest

from game.scenario.checking import check
from game.scenario.problems import Problem

EVENT = "title: A\nevents:\n  rain:\n"


def first_error(text: str) -> Problem:
    return check(text, "a.yaml").errors[0]


def only_error(text: str) -> Problem:
    (error,) = check(text, "a.yaml").errors
    return error


@pytest.mark.parametrize(
    ("text", "line", "meant"),
    [
        ("title:Molar\nturns: {count: 3}\n", 1, "title: Molar"),
        ("title:Molar\n", 1, "title: Molar"),
        ("language: en\ntitle:Molar\n", 2, "title: Molar"),
        ("title: A\nturns:\n  count:12\n  one_turn_is: week\n", 3, "count: 12"),
        ("title: A\nturns:\n  count:12\n", 3, "count: 12"),
        ("title: A\nturns: {count:12}\n", 2, "count: 12"),
    ],
)
def test_a_space_left_out_after_the_colon_is_named(text: str, line: int, meant: str) -> None:
    error = only_error(text)
    assert (error.code, error.line, error.suggestion) == ("no_space", line, meant)
    assert str(error.next_step) == "add a space after the colon"


@pytest.mark.parametrize(
    ("text", "line", "said", "step"),
    [
        (
            f"{EVENT}   title: Rain\n    story: x\n    chance: 20%\n",
            *(4, "this line is 1 space too far left", "'story' in line 5"),
        ),
        (
            f"{EVENT}    title: Rain\n   story: x\n    chance: 20%\n",
            *(5, "this line is 1 space too far left", "'title' in line 4"),
        ),
        (
            f"{EVENT}    title: Rain\n    story: x\n   when: [turn > 2]\n",
            *(6, "this line is 1 space too far left", "'story' in line 5"),
        ),
        (
            f"{EVENT}    title: Rain\n   storm:\n    title: Storm\n",
            *(5, "this line is 1 space too far in", "'rain' in line 3"),
        ),
        (
            f"{EVENT}     title: Rain\n    story: x\n    chance: 20%\n",
            *(4, "this line is 1 space too far in", "'story' in line 5"),
        ),
        (
            "title: A\ncompany:\n  leak: 9%\nmargin: 70%\n  goodwill: 20%\n",
            *(4, "this line is 2 spaces too far left", "'goodwill' in line 5"),
        ),
        (
            "title: A\n  turns:\n    count: 3\n",
            *(2, "this line is 2 spaces too far in", "'title' in line 1"),
        ),
        (
            "title: A\nturns: {count: 3}\n  budget: {per_turn: 60k}\n",
            *(3, "this line is 2 spaces too far in", "'turns' in line 2"),
        ),
        (
            " title: A\nturns: {count: 3}\n",
            *(1, "this line is 1 space too far in", "'turns' in line 2"),
        ),
        (
            "title: A\ndebrief:\n  - one\n - two\n",
            *(4, "this line is 1 space too far left", "'- one' in line 3"),
        ),
    ],
)
def test_a_line_in_the_wrong_column_is_named_and_by_how_much(
    text: str, line: int, said: str, step: str
) -> None:
    error = only_error(text)
    assert (error.code, error.line, str(error.sentence)) == ("indentation", line, said)
    assert step in str(error.next_step)


@pytest.mark.parametrize(
    ("text", "column", "meant", "step"),
    [
        ("title: 'Don't worry'\n", 8, '"Don\'t worry"', "write '' for an apostrophe inside"),
        ('title: "He "said" it"\n', 8, "'He \"said\" it'", "single quotation marks"),
        ("title: A\ndebrief:\n  - 'Don't ask'\n", 5, '"Don\'t ask"', "write ''"),
        ("budget: {note: 'Don't ask', start: 3}\n", 20, "", "or use double quotation marks"),
    ],
)
def test_an_apostrophe_that_ends_a_text_early_is_named(
    text: str, column: int, meant: str, step: str
) -> None:
    error = first_error(text)
    assert (error.code, error.column, error.suggestion) == ("unclosed_quote", column, meant)
    assert step in str(error.next_step)


def test_a_list_item_among_named_entries_is_named() -> None:
    error = only_error("title: A\nsegments:\n  labs: {accounts: 90}\n  - name: Offices\n")
    assert (error.line, error.column) == (4, 3)
    assert "a list item ('-') stands among entries" in str(error.sentence)
    assert "a name and a colon instead of the '-'" in str(error.next_step)


def test_a_named_entry_among_list_items_is_named() -> None:
    error = only_error("title: A\nsegments:\n  - name: Offices\n  labs: {accounts: 90}\n")
    assert error.line == 4
    assert "stands among list items" in str(error.sentence)


@pytest.mark.parametrize("text", ["title: Handoff: the game\n", "story: we say\n  and so: this\n"])
def test_a_colon_in_a_text_is_still_one_too_many(text: str) -> None:
    assert only_error(text).code == "second_colon"


def test_a_text_with_a_comma_is_offered_as_one_item_of_a_list_and_not_as_two() -> None:
    error = only_error("title: A\ndebrief: Who called the leads, and when?\n")
    assert error.suggestion == '- "Who called the leads, and when?"'
    mended = f"title: A\ndebrief:\n  {error.suggestion}\n"
    rules = check(mended, "a.yaml").rules
    assert rules is not None
    assert rules.debrief == ("Who called the leads, and when?",)


def test_a_text_with_quotation_marks_is_offered_as_it_can_be_read() -> None:
    error = only_error('title: A\ndebrief: Who said "hot", or didn\'t?\n')
    mended = check(f"title: A\ndebrief:\n  {error.suggestion}\n", "a.yaml").rules
    assert mended is not None
    assert mended.debrief == ('Who said "hot", or didn\'t?',)
