"""Reads PLAN.csv: one row a turn, one column a lever, and what a person meant by it.

The first line names the columns: ``turn``, levers by their keys, and if wanted
``qualification_bar``, ``positioning`` and ``focus_<segment>``. Columns are cut at commas,
semicolons or tabs, whichever the first line has. Amounts are written ``20000``, ``20k``,
``12 400`` or ``"12,400"``; ``12.400`` could mean two things, and is refused. An empty cell, and a
turn left out, repeat the turn before; before the first row nothing is spent.
"""

import csv
import difflib
import io
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from game.errors import HandoffError, PlanInvalid
from game.market import LEVERS
from game.report.amounts import parse_amount, quoted, whole_number
from game.report.language import Language
from game.scenario.rules import Rules
from game.scenario.values import spaced
from game.session import Plan, empty_plan
from game.words import Sentence, sentence

MOST_LINES: Final = 2000

_FOCUS: Final = "focus_"
_DELIMITERS: Final = ",;\t"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedTurn:
    """One row of the file."""

    turn: int
    line: int  # in the file, from 1: where a refusal of the rules points to
    plan: Plan


def parse_plan(text: str, rules: Rules, where: str) -> dict[int, PlannedTurn]:
    """Return the planned turns by number.

    Args:
        text: the whole file.
        rules: the scenario; its levers, segments, messages and turns are what may be named.
        where: the file's name, for the sentence of a refusal.

    Raises:
        PlanInvalid: with line, column, what is wrong and what would be right.

    """
    rows = _rows(text, where)
    reader = _Reader(where, rules, Language("en", rules.currency), _columns(rows[0], rules, where))
    planned: dict[int, PlannedTurn] = {}
    plan = empty_plan(rules)
    for turn, (line, cells) in sorted(reader.turns(rows[1:]).items()):
        plan = reader.plan(line, cells, plan)
        planned[turn] = PlannedTurn(turn=turn, line=line, plan=plan)
    return planned


def refused(where: str, planned: PlannedTurn, reason: Sentence) -> PlanInvalid:
    """Return the refusal of a row by the rules of the game, with its place."""
    return PlanInvalid(
        "plan_refused",
        sentence(
            "{where}, line {line}, turn {turn}: {reason}",
            where=where,
            line=planned.line,
            turn=planned.turn,
            reason=reason,
        ),
    )


Row = tuple[int, list[str]]


def _rows(text: str, where: str) -> list[Row]:
    """Return the lines that hold something: (number, cells)."""
    first = next((line for line in text.splitlines() if line.strip()), "")
    delimiter = max(_DELIMITERS, key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    rows: list[Row] = []
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                rows.append((reader.line_num, [cell.strip() for cell in cells]))
            if len(rows) > MOST_LINES:
                raise _wrong(
                    where,
                    reader.line_num,
                    sentence("a plan has at most {most} lines.", most=MOST_LINES),
                )
    except csv.Error as error:
        raise _wrong(
            where,
            reader.line_num,
            sentence(
                "this line is no CSV ({reason}). Check its quotation marks.", reason=str(error)
            ),
        ) from None
    if not rows:
        raise PlanInvalid(
            "plan_empty",
            sentence(
                "{where} is empty. Its first line names the columns: "
                "turn,content_marketing,prospecting and so on.",
                where=where,
            ),
        )
    return rows


def _columns(header: Row, rules: Rules, where: str) -> tuple[str, ...]:
    line, cells = header
    names = tuple(cell.lower() for cell in cells)
    while names and not names[-1]:
        names = names[:-1]
    known = _known(rules)
    for number, name in enumerate(names, start=1):
        if name not in known:
            raise _cell(where, line, number, _unknown_column(name, known))
        if name in names[: number - 1]:
            what = sentence("the column '{name}' stands here twice; keep one.", name=name)
            raise _cell(where, line, number, what)
    if "turn" not in names:
        what = sentence("there is no column 'turn'. Add it: it says which turn a row is for.")
        raise _wrong(where, line, what)
    return names


def _known(rules: Rules) -> tuple[str, ...]:
    focus = (f"{_FOCUS}{segment.key}" for segment in rules.segments)
    return ("turn", *LEVERS, "qualification_bar", "positioning", *focus)


def _unknown_column(name: str, known: Sequence[str]) -> Sentence:
    close = difflib.get_close_matches(name.replace(" ", "_").replace("-", "_"), known, n=1)
    if close:
        return sentence(
            "there is no lever '{name}'. Did you mean '{close}'?",
            name=quoted(name),
            close=close[0],
        )
    return sentence(
        "there is no lever '{name}'. A column is one of: {known:either}.",
        name=quoted(name),
        known=tuple(known),
    )


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the cells of one file."""

    where: str
    rules: Rules
    language: Language
    columns: tuple[str, ...]

    def turns(self, rows: Sequence[Row]) -> dict[int, Row]:
        """Return each row by its turn, wherever it stands."""
        found: dict[int, Row] = {}
        for line, cells in rows:
            turn = self._turn(line, cells)
            if turn in found:
                what = sentence(
                    "turn {turn} stands in line {first} already; keep one of the two.",
                    turn=turn,
                    first=found[turn][0],
                )
                raise _cell(self.where, line, self.columns.index("turn") + 1, what)
            found[turn] = (line, cells)
        return found

    def _turn(self, line: int, cells: list[str]) -> int:
        column = self.columns.index("turn")
        text = cells[column] if column < len(cells) else ""
        turn = whole_number(text, self.rules.turns)
        if turn is None:
            what = sentence(
                "'{given}' is not a turn. This scenario has turns 1 to {turns}.",
                given=quoted(text),
                turns=self.rules.turns,
            )
            raise _cell(self.where, line, column + 1, what)
        return turn

    def plan(self, line: int, cells: list[str], before: Plan) -> Plan:
        """Return the plan of a row; what it leaves empty is as in the plan before."""
        self._check_length(line, cells)
        plan, focus = before, list(before.focus)
        for number, (name, text) in enumerate(zip(self.columns, cells, strict=False), start=1):
            if not text or name == "turn":
                continue
            try:
                if name.startswith(_FOCUS):
                    focus[self._segment(name)] = _share(text, self.language)
                else:
                    plan = self._with(plan, name, text)
            except HandoffError as error:
                what = sentence("column '{name}': {reason}", name=name, reason=error.sentence)
                raise _cell(self.where, line, number, what) from None
        return replace(plan, focus=self._whole(line, tuple(focus)))

    def _check_length(self, line: int, cells: list[str]) -> None:
        if any(cells[len(self.columns) :]):
            what = sentence(
                "this line has {given} cells, the first line only {expected}. "
                "Put an amount with a comma in quotation marks.",
                given=len(cells),
                expected=len(self.columns),
            )
            raise _wrong(self.where, line, what)

    def _with(self, plan: Plan, name: str, text: str) -> Plan:
        if name == "qualification_bar":
            return replace(plan, bar=_share(text, self.language))
        if name == "positioning":
            return replace(plan, positioning=self._message(text))
        return plan.with_spend(name, parse_amount(_unambiguous(text), self.language))

    def _segment(self, name: str) -> int:
        keys = [segment.key for segment in self.rules.segments]
        return keys.index(name.removeprefix(_FOCUS))

    def _message(self, text: str) -> int:
        """Return the index of a message given by its key or by its number from 1."""
        keys = tuple(message.key for message in self.rules.messages)
        if text in keys:
            return keys.index(text)
        if number := whole_number(text, len(keys)):
            return number - 1
        raise PlanInvalid(
            "unknown_message",
            sentence(
                "there is no message '{given}'. Choose one of: {keys:either}.",
                given=quoted(text),
                keys=keys,
            ),
        )

    def _whole(self, line: int, focus: tuple[float, ...]) -> tuple[float, ...]:
        total = sum(focus)
        if abs(total - 1) > 0.005:
            what = sentence(
                "the focus adds up to {total:share}; it must be 100 %. Change the columns "
                "'focus_…' so that it does.",
                total=total,
            )
            raise _wrong(self.where, line, what)
        return tuple(share / total for share in focus)


def _unambiguous(text: str) -> str:
    """Return an amount of money as it stands, unless a dot in it may part thousands."""
    if meant := spaced(text):
        raise PlanInvalid(
            "dot_in_number",
            sentence(
                "'{given}' has a dot, which could mean two things. Thousands have a space "
                "({meant}), decimals a point (2.5).",
                given=quoted(text),
                meant=meant,
            ),
        )
    return text


def _share(text: str, language: Language) -> float:
    """Return a share written ``60%`` or ``0.6``."""
    value = parse_amount(text, language, whole=1.0)
    if value > 1:
        raise PlanInvalid(
            "bad_share",
            sentence(
                "'{given}' is not a share. Write 0 % to 100 %, or a fraction such as 0.6.",
                given=quoted(text),
            ),
        )
    return value


def _wrong(where: str, line: int, what: Sentence) -> PlanInvalid:
    return PlanInvalid(
        "plan_line",
        sentence("{where}, line {line}: {what}", where=where, line=line, what=what),
    )


def _cell(where: str, line: int, column: int, what: Sentence) -> PlanInvalid:
    return PlanInvalid(
        "plan_cell",
        sentence(
            "{where}, line {line}, column {column}: {what}",
            where=where,
            line=line,
            column=column,
            what=what,
        ),
    )
