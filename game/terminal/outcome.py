"""What is printed after a turn: what came of it, what was said before, and why it changed."""

from game.report.changes import MeasureRow
from game.report.figures import why_several
from game.report.funnel import Funnel
from game.report.results import Prediction, Results, sources_table
from game.terminal.console import Console
from game.terminal.pages import print_funnel, print_leaks, print_measures
from game.words import sentence


def print_results(console: Console, report: Results, funnel: Funnel) -> None:
    """Print the results of a turn."""
    console.heading(sentence("Results of {turn}", turn=report.turn_name))
    console.say(report.headline, style="bold")
    _print_prediction(console, report.prediction)
    shown = [row for row in report.rows if not row.now.hidden]
    print_measures(console, shown, report.turn_name)
    _print_hidden(console, [row for row in report.rows if row.now.hidden])
    print_funnel(console, funnel, report.carried, report.left)
    print_leaks(console, report.leaks)
    console.table(sources_table(report.sources))


def _print_prediction(console: Console, prediction: Prediction) -> None:
    if prediction.said is None:
        return
    console.say(
        sentence(
            "You said {said:people}, it became {won:people}. {note}",
            said=prediction.said,
            won=prediction.won,
            note=prediction.note,
        )
    )
    if console.text(prediction.because):
        console.say(sentence("Because: “{because}”", because=prediction.because))


def _print_hidden(console: Console, rows: list[MeasureRow]) -> None:
    """Print what the role does not see, together where the same thing would show it."""
    names: dict[str, list[MeasureRow]] = {}
    for row in rows:
        names.setdefault("" if row.now.note is None else console.text(row.now.note), []).append(row)
    for hidden in names.values():
        note = hidden[0].now.note
        if note is not None:
            console.item(
                sentence(
                    "Hidden: {names:list}. {note}",
                    names=tuple(row.name for row in hidden),
                    note=why_several(note, len(hidden)),
                )
            )
