"""What is printed of reports: the desk, the budget board, a lever, event cards."""

from collections.abc import Sequence

from game.report.board import BoardGroup, BoardLine, left_to_spend
from game.report.changes import MeasureRow
from game.report.desk import Desk
from game.report.event_cards import EventCard
from game.report.figures import Shown
from game.report.funnel import Funnel, Leak
from game.report.glossary import Entry
from game.report.number_style import MINUS
from game.report.policies import MessageRow, Policies
from game.report.results import LEAK_PLACES
from game.session import PlayerView
from game.session.drafts import Draft
from game.terminal.console import Console
from game.words import Sentence, sentence, verbatim

CARDS = (
    "bookings",
    "wins",
    "leads",
    "leakage",
    "response_hours",
    "win_rate",
    "awareness",
    "satisfaction",
    "cash",
)
"""The measures on the terminal's desk."""

BLOCKS = 4

SOMEBODY = 0.5
"""People from whom on a heap is worth a line."""


def print_turn(console: Console, desk: Desk) -> None:
    """Print which turn it is."""
    console.heading(sentence("{turn} · {role}", turn=desk.turn, role=desk.role))


def print_desk(console: Console, desk: Desk) -> None:
    """Print where the firm stands: figures, funnel, advice."""
    rows = [card.row for card in desk.cards]
    print_measures(console, [row for row in rows if _told(row.now)], desk.last_turn)
    if any(_told(row.count) for row in desk.funnel.rows[1:]):
        print_funnel(console, desk.funnel)
    print_leaks(console, desk.funnel.leaks)
    print_advice(console, desk)


def _told(shown: Shown) -> bool:
    """Say whether there is a number, or one that is hidden; a dash tells nothing."""
    return shown.value is not None or shown.hidden


def print_advice(console: Console, desk: Desk) -> None:
    """Print what is worth a thought in the turn: what was seen, and what to ask oneself."""
    for piece in desk.advice:
        console.blank()
        said = piece.question
        if piece.reason is not None:
            said = sentence("{reason} {question}", reason=piece.reason, question=piece.question)
        console.item(said, mark="»")


def print_measures(console: Console, rows: Sequence[MeasureRow], turn: Sentence) -> None:
    """Print measures with their changes; a hidden one says what would reveal it."""
    language = console.language
    cells = [
        [
            language.say(row.name),
            row.now.said(language, short=True),
            _change(console, row),
        ]
        for row in rows
    ]
    heads = [language.say(words) for words in (sentence("Figure"), turn, sentence("Change"))]
    console.blank()
    console.grid(heads, cells, [True, False, True])


def _change(console: Console, row: MeasureRow) -> str:
    if row.now.hidden and row.now.note is not None:
        return console.text(row.now.note)
    said = row.change.said(console.language)
    if not said.startswith(("+", MINUS)):
        return said  # what rounds to nothing is neither better nor worse
    marks = {
        1: sentence("{change} better", change=said),
        -1: sentence("{change} worse", change=said),
    }
    return console.text(marks[row.change.good]) if row.change.good else said


def print_funnel(console: Console, funnel: Funnel, *beside: Sentence | None) -> None:
    """Print how many people stood at each stage.

    Args:
        console: where it is printed.
        funnel: the stages.
        beside: who came before and who is left, without whom the stages do not add up.

    """
    language = console.language
    rows = [
        [
            language.say(row.name),
            row.count.said(language),
            row.share.said(language),
            language.say(row.share_note) if row.share.value is not None else "",
        ]
        for row in funnel.rows
    ]
    heads = [sentence("Stage"), sentence("People"), sentence("Share"), verbatim("")]
    console.blank()
    console.grid([language.say(head) for head in heads], rows, [True, False, False, True])
    for note in (funnel.straight, *beside):
        if note is not None:
            console.item(note)


def print_leaks(console: Console, leaks: Sequence[Leak]) -> None:
    """Print where people fell and why, the largest heaps first; nothing where nobody fell."""
    fallen = [leak for leak in leaks if (leak.count.value or 0) >= SOMEBODY]
    if not fallen:
        return
    console.blank()
    console.say(sentence("Where people were lost"), style="bold")
    for leak in sorted(fallen, key=lambda leak: -(leak.count.value or 0)):
        count = leak.count.said(console.language)
        place = LEAK_PLACES[leak.place]
        console.item(
            sentence("{place}: {count} {reason}", place=place, count=count, reason=leak.reason)
        )


def print_plan(console: Console, desk: Desk, view: PlayerView, draft: Draft) -> None:
    """Print the budget board with the draft, the policies, and what is left."""
    language = console.language
    rows: list[list[str]] = []
    for group in desk.board:
        rows.append([language.say(group.name), *_sums(console, group, draft), ""])
        rows.extend(_line(console, line, draft) for line in group.lines)
    heads = [sentence("Line"), sentence("Last"), sentence("Plan"), sentence("At work")]
    console.blank()
    console.grid([language.say(head) for head in heads], rows, [True, False, False, True])
    print_policies(console, desk.policies, draft)
    console.blank()
    if any(lever.mine for lever in view.levers):
        console.say(left_to_spend(view, draft.spend).note, style="bold")


def _sums(console: Console, group: BoardGroup, draft: Draft) -> list[str]:
    language = console.language
    return [language.money(group.last), language.money(group.planned(draft.spend))]


def _line(console: Console, line: BoardLine, draft: Draft) -> list[str]:
    language = console.language
    planned = draft.spend[line.place]
    note = _blocks(console, line) if line.reason is None else language.say(line.reason)
    return [
        f"  {language.say(line.name)}",
        language.money(line.last) if line.last else "",
        language.money(planned) if planned else "",
        note,
    ]


def _blocks(console: Console, line: BoardLine) -> str:
    if line.saturation is None:
        return ""
    return console.bar(line.saturation / BLOCKS, BLOCKS)


def print_policies(console: Console, policies: Policies, draft: Draft) -> None:
    """Print the policies as the draft has them."""
    console.blank()
    bar = sentence("{name}: {bar:share}", name=policies.bar.name, bar=draft.bar)
    console.say(_with_reason(bar, policies.bar.reason))
    if len(policies.focus_rows) > 1:
        parts = tuple(
            sentence("{segment} {share:share}", segment=row.name, share=share)
            for row, share in zip(policies.focus_rows, draft.focus, strict=True)
        )
        focus = sentence("{name}: {parts:list}", name=policies.focus.name, parts=parts)
        console.say(_with_reason(focus, policies.focus.reason))
    if len(policies.messages) > 1:
        console.say(
            _with_reason(
                sentence("{name}:", name=policies.positioning.name), policies.positioning.reason
            )
        )
        _print_messages(console, policies.messages, draft)


def _print_messages(console: Console, rows: Sequence[MessageRow], draft: Draft) -> None:
    unknown = len({row.fit for row in rows}) == 1  # all have the same: nothing is known yet
    for row in rows:
        chosen = row.place == draft.positioning
        text = row.text
        if not unknown:
            text = sentence("{words} ({fit})", words=row.text, fit=row.fit)
        console.item(text, mark=f"{'>' if chosen else ' '} {row.place + 1}.")
    if unknown:
        console.item(rows[0].fit, mark="   ")


def _with_reason(words: Sentence, reason: Sentence | None) -> Sentence:
    if reason is None:
        return words
    return sentence("{words} ({reason})", words=words, reason=reason)


def print_lever(console: Console, line: BoardLine) -> None:
    """Print what a lever does and how each side sees it."""
    console.heading(line.name)
    console.say(line.description)
    console.item(sentence("Marketing: “{words}”", words=line.marketing))
    console.item(sentence("Sales: “{words}”", words=line.sales))
    for note in (line.saturation_note, line.limit_note, line.reason):
        if note is not None:
            console.item(note)


def print_term(console: Console, entry: Entry) -> None:
    """Print what a term means, and how each side speaks of it."""
    console.heading(entry.term)
    console.say(entry.definition)
    if entry.marketing is not None:
        console.item(sentence("Marketing: “{words}”", words=entry.marketing))
    if entry.sales is not None:
        console.item(sentence("Sales: “{words}”", words=entry.sales))


def print_event(console: Console, card: EventCard) -> None:
    """Print an event card: story, effects and choices."""
    console.heading(card.title)
    console.say(card.story)
    for effect in card.effects:
        console.item(effect)
    if card.lasts is not None:
        console.say(card.lasts)
    for number, choice in enumerate(card.choices, start=1):
        text = choice.text
        if choice.cost_note is not None:
            text = sentence("{words} ({costs})", words=text, costs=choice.cost_note)
        console.item(text, mark=f"{'>' if choice.chosen else ' '} {number}.")
