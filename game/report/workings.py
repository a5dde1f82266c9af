"""How a figure is worked out from the figures that a seat sees: "4 ÷ 17 = 24 %"."""

from dataclasses import dataclass
from typing import Final

from game.report.figures import Curtain, Shown, hidden_in, known
from game.report.language import Language
from game.scenario.measures import Kind
from game.scenario.rules import Rules
from game.session import PlayerView, TurnView
from game.words import Sentence, sentence

_MANY: Final = 1_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """One figure that goes into another."""

    name: Sentence
    shown: Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Working:
    """How one figure comes about.

    Attributes:
        formula: in words: "deals won ÷ deals decided".
        inputs: with their present values; hidden ones among them.
        line: the formula with the present figures; None where one of them is hidden or missing.
        result: the figure.
        note: what else must be known to understand it; None where nothing is.

    """

    formula: Sentence
    inputs: tuple[Input, ...]
    line: Sentence | None
    result: Shown
    note: Sentence | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """What a seat sees of its last turn, to work with.

    Attributes:
        rules: the scenario.
        view: what the seat may know; at least one turn was played.
        language: says the figures in a line.

    """

    rules: Rules
    view: PlayerView
    language: Language

    @property
    def now(self) -> TurnView:
        """The last turn."""
        return self.view.now

    @property
    def before(self) -> TurnView:
        """The turn before it, or how the game began."""
        return self.view.history[-2]

    @property
    def curtain(self) -> Curtain:
        """What hides figures."""
        return Curtain(self.rules, self.view)

    def measure(self, key: str) -> Shown:
        """Return a measure of the last turn."""
        return self.curtain.measure(self.now, key)

    def measure_before(self, key: str) -> Shown:
        """Return a measure of the turn before."""
        return self.curtain.measure(self.before, key)

    def flow(self, key: str) -> Shown:
        """Return a flow of the last turn, in people."""
        return self.curtain.flow(self.now, key)

    def flow_before(self, key: str) -> Shown:
        """Return a flow of the turn before; nobody before the first one."""
        if not self.before.flows:
            return known("people", 0.0)
        return self.curtain.flow(self.before, key)

    def response(self, place: int) -> Shown:
        """Return how much of all it can do a lever did in the last turn, 0 to 1."""
        figure = self.now.responses[place]
        if figure.value is not None:
            return known("share", figure.value)
        why = self.curtain.why_hidden(figure.revealed_by)
        return Shown(
            kind="share", value=None, state="hidden", revealed_by=figure.revealed_by, note=why
        )

    def said(self, shown: Shown) -> str:
        """Return a figure as it stands in a line."""
        return exactly(shown, self.language)


def exactly(shown: Shown, language: Language) -> str:
    """Return a figure so that one can work with it: with more decimals than screens have room for.

    The market counts in parts of people, and 90 ÷ 2 is not 51, though 90 ÷ 1.75 is.
    """
    value = shown.value
    if value is None:
        return shown.said(language)
    if shown.kind == "people" and 0 < abs(value) < _MANY:
        return language.decimal(value, 2)  # as many for each, so that they stand in line
    if shown.kind == "share":
        return language.share(value, 1)
    return language.hours(value, 1) if shown.kind == "hours" else shown.said(language)


def computed(kind: Kind, value: float | None, *sources: Shown) -> Shown:
    """Return what was worked out from others: hidden with any of them, nothing without one."""
    secret = hidden_in(*sources)
    if secret is not None:
        return Shown(
            kind=kind,
            value=None,
            state="hidden",
            revealed_by=secret.revealed_by,
            note=secret.note,
        )
    if value is None or any(source.value is None for source in sources):
        return known(kind, None)
    return known(kind, value)


def added(kind: Kind, *parts: Shown) -> Shown:
    """Return the sum of some figures."""
    return computed(kind, sum(part.value or 0.0 for part in parts), *parts)


def less(kind: Kind, whole: Shown, *parts: Shown) -> Shown:
    """Return what is left of a figure without some others."""
    left = (whole.value or 0.0) - sum(part.value or 0.0 for part in parts)
    return computed(kind, left, whole, *parts)


def over(kind: Kind, part: Shown, whole: Shown) -> Shown:
    """Return part / whole; nothing where the whole is nothing."""
    value = part.value / whole.value if part.value is not None and whole.value else None
    return computed(kind, value, part, whole)


def times(kind: Kind, one: Shown, other: Shown) -> Shown:
    """Return the product of two figures."""
    return computed(kind, (one.value or 0.0) * (other.value or 0.0), one, other)


def quotient(sheet: Sheet, part: Shown, whole: Shown, result: Shown) -> Sentence | None:
    """Return "4 ÷ 17 = 24 %"; None where a figure is hidden, or there is nothing to divide by."""
    if not _all_known(part, whole, result) or not whole.value:
        return None
    return sentence(
        "{part} ÷ {whole} = {result}",
        part=sheet.said(part),
        whole=sheet.said(whole),
        result=result.said(sheet.language),
    )


def product(sheet: Sheet, one: Shown, other: Shown, result: Shown) -> Sentence | None:
    """Return "5 × € 1,080 = € 5,400"."""
    if not _all_known(one, other, result):
        return None
    return sentence(
        "{one} × {other} = {result}",
        one=sheet.said(one),
        other=sheet.said(other),
        result=result.said(sheet.language),
    )


def total(
    sheet: Sheet, parts: tuple[Shown, ...], result: Shown, taken: tuple[Shown, ...] = ()
) -> Sentence | None:
    """Return "12 + 5 − 3 = 14": the parts, less what is ``taken`` away."""
    if not parts or not _all_known(*parts, *taken, result):
        return None
    line: Sentence | str = sheet.said(parts[0])
    signed = [*((part, 1.0) for part in parts[1:]), *((part, -1.0) for part in taken)]
    for part, sign in signed:
        amount = (part.value or 0.0) * sign
        said = sheet.said(known(part.kind, abs(amount)))
        if amount < 0:
            line = sentence("{sum} − {part}", sum=line, part=said)
        else:
            line = sentence("{sum} + {part}", sum=line, part=said)
    return sentence("{sum} = {result}", sum=line, result=result.said(sheet.language))


def moved(sheet: Sheet, before: Shown, now: Shown) -> Sentence | None:
    """Return "41.2 % +3.1 pp = 44 %": a share before, how it moved, and now."""
    if before.value is None or now.value is None:
        return None
    # The difference of the two as they are written: who takes one from the other finds it.
    change = (round(100 * now.value, 1) - round(100 * before.value, 1)) / 100
    return sentence(
        "{before} {change} = {now}",
        before=sheet.said(before),
        change=sheet.language.points(change, 1),
        now=now.said(sheet.language),
    )


def _all_known(*figures: Shown) -> bool:
    return all(figure.value is not None for figure in figures)
