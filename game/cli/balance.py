"""``balance``: does a scenario teach? Tables, findings with their places, and a verdict."""

import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Final

import typer

from game.analysis.balance import WORLDS, Balance, judged, measured_balance
from game.analysis.balance_arena import Progress
from game.analysis.balance_figures import Measured
from game.analysis.memory import keep_freed_memory
from game.analysis.par import Par
from game.cli.par import sought_par
from game.cli.setup import Setup
from game.errors import StorageFailed
from game.report.balance_tables import (
    EFFECTS_READ,
    EVENTS_READ,
    LEVERS_READ,
    STANDINGS_READ,
    TARGETS_READ,
    effect_table,
    event_table,
    lever_table,
    standing_table,
    target_table,
)
from game.report.balance_words import facts, par_line, verdict_sentence
from game.report.language import Language
from game.report.tables import Table
from game.scenario.rules import Rules
from game.storage.atomic import check_folder, write_text
from game.storage.balances import Spot, keep_balance, known_balance, spots_of
from game.storage.scenarios import find_scenario, load_scenario
from game.words import Sentence, sentence, verbatim

_DIGITS: Final = 6
"""Decimals of figures, as in all other output for programs."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked."""

    scenario: str
    as_json: bool = False
    picture: Path | None = None


def show_balance(setup: Setup, question: Question) -> bool:
    """Measure a scenario, unless it is known, and print what was found.

    Returns:
        whether it teaches.

    Raises:
        HandoffError: if the scenario is wrong or cannot be measured.
        typer.Exit: if it was cancelled.

    """
    keep_freed_memory()
    if question.picture is not None:
        check_folder(question.picture)  # before the minutes that measuring takes
    rules = load_scenario(setup.places, question.scenario)
    par = sought_par(setup, rules)
    balance = judged(rules, _measured(setup, rules, par))
    language = setup.language.with_currency(rules.currency)
    if question.picture is not None:
        from game.report.balance_picture import balance_picture  # only where it is asked for

        write_text(question.picture, balance_picture(rules, balance, language))
    ways = [finding.way for finding in balance.findings]
    ways += [claim.way for claim in balance.claims]
    spots = spots_of(setup.places, question.scenario, ways)
    if question.as_json:
        name = find_scenario(setup.places, question.scenario).stem
        sys.stdout.write(_json(name, balance, spots, language))
    else:
        _print(rules, balance, spots, par, language)
    return balance.verdict != "does_not_teach"


def _measured(setup: Setup, rules: Rules, par: Par) -> Measured:
    known = known_balance(setup.places, rules, par, WORLDS)
    if known is not None:
        return known
    measured = _watched(setup, rules, par)
    try:
        keep_balance(setup.places, rules, par, measured)
    except StorageFailed as failed:
        setup.remark(failed.sentence)
    return measured


def _watched(setup: Setup, rules: Rules, par: Par) -> Measured:
    try:
        with _bar(setup.language.say(sentence("Playing in all ways"))) as told:
            return measured_balance(rules, par, progress=told)
    except KeyboardInterrupt:
        setup.remark(sentence("Cancelled; nothing was kept."))
        raise typer.Exit(1) from None


@contextmanager
def _bar(label: str) -> Iterator[Progress | None]:
    """Show a bar on standard error where somebody is watching."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console  # only where it is shown
    from rich.progress import Progress as Bar

    with Bar(console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(label, total=1.0)

        def told(done: float) -> bool:
            bar.update(task, completed=done)
            return True

        yield told


def _json(name: str, balance: Balance, spots: list[Spot], language: Language) -> str:
    found = len(balance.findings)
    data: dict[str, Any] = {"scenario": name, "verdict": balance.verdict}
    data["claims"] = [
        {
            "claim": claim.name,
            "holds": claim.holds,
            "sentence": language.say(claim.sentence),
            **asdict(spot),
        }
        for claim, spot in zip(balance.claims, spots[found:], strict=True)
    ]
    data["findings"] = [
        {
            "code": finding.code,
            "severity": finding.severity,
            "sentence": language.say(finding.sentence),
            "step": language.say(finding.step),
            **asdict(spot),
        }
        for finding, spot in zip(balance.findings, spots[:found], strict=True)
    ]
    data |= rounded(asdict(balance.measured))
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def rounded(value: Any) -> Any:
    """Return data with at most six decimals: more would be rests of the reckoning."""
    if isinstance(value, float):
        return round(value, _DIGITS) + 0.0  # -0.0 is 0.0
    if isinstance(value, Mapping):
        return {key: rounded(each) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [rounded(each) for each in value]
    return value


def _print(rules: Rules, balance: Balance, spots: list[Spot], par: Par, language: Language) -> None:
    now = balance.measured
    for table, read in (
        (standing_table(rules, now), STANDINGS_READ),
        (lever_table(rules, now), LEVERS_READ),
        (effect_table(rules, now), EFFECTS_READ),
        (target_table(now, rules), TARGETS_READ),
        (event_table(rules, now), EVENTS_READ),
    ):
        if table.rows:
            _print_table(table, read, language)
    for fact in (par_line(now, par.score), *facts(rules, now)):
        _say(language, fact)
    sys.stdout.write("\n")
    for claim in balance.claims:
        mark = sentence("proved") if claim.holds else sentence("refuted")
        _say(language, sentence("{mark}: {words}", mark=mark, words=claim.sentence))
    sys.stdout.write("\n")
    for finding, spot in zip(balance.findings, spots, strict=False):
        level = sentence("error") if finding.severity == "error" else sentence("remark")
        _say(language, sentence("{level}: {words}", level=level, words=finding.sentence))
        where = language.say(_where(spot))
        sys.stdout.write(f"  --> {where}\n   =  {language.say(finding.step)}\n")
    sys.stdout.write("\n")
    _say(language, verdict_sentence(rules, balance))


def _where(spot: Spot) -> Sentence:
    """Return the place of an entry; of one that the file leaves out, where it would stand."""
    block, _, rest = spot.entry.partition(".")
    if spot.written or not block:
        return verbatim(str(spot))
    if not rest:
        return sentence("{file} has no '{entry}:' yet: write one", file=spot.file, entry=block)
    return sentence(
        "{file} has no '{entry}' yet: write it under '{block}:'",
        file=spot.file,
        entry=spot.entry,
        block=block,
    )


def _print_table(table: Table, read: Sentence, language: Language) -> None:
    from game.cli.tables import new_console, table_of  # rich is slow to come

    console = new_console()
    console.print(language.say(table.title), style="bold")
    left = sum(column.is_text for column in table.columns)  # they stand in front
    console.print(table_of(table.headings(language), table.said(language), left=left))
    console.print(language.say(read), style="dim")
    sys.stdout.write("\n")


def _say(language: Language, words: Sentence) -> None:
    sys.stdout.write(language.say(words) + "\n")
