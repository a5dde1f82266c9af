"""One number as it is shown: known, not there yet, or hidden and what would reveal it."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final, Literal, TypeAlias

from game.market import LEVERS
from game.report.curtains import WITHIN, money_to_show, needed_to_show, turns_to_show
from game.report.language import Language
from game.report.names import lever_names, turns_long
from game.scenario.measures import MEASURES, Kind
from game.scenario.rules import Rules
from game.session import Figure, PlayerView, TurnView, role_of
from game.session.flows import FLOWS, SEGMENT_FLOWS
from game.session.views import ALWAYS
from game.words import Sentence, counted, sentence

State: TypeAlias = Literal["known", "none", "hidden"]

HIDDEN: Final = sentence("hidden")
"""What stands in a table where a number is hidden."""

NOTHING_YET: Final = sentence("Nothing to show yet.")

NOT_YOURS: Final = sentence("Your role does not see this.")
NOT_YOURS_EITHER: Final = sentence("Your role does not see these.")

NOT_OF_ALL: Final = sentence("Not each of you may see this.")
NOT_OF_ALL_EITHER: Final = sentence("Not each of you may see these.")

_SEVERAL: Final = {NOT_YOURS: NOT_YOURS_EITHER, NOT_OF_ALL: NOT_OF_ALL_EITHER}


def why_several(note: Sentence, count: int) -> Sentence:
    """Return a note about one hidden number as it reads about so many."""
    return _SEVERAL.get(note, note) if count > 1 else note


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A number of one kind, or why there is none.

    Attributes:
        kind: its unit, as in ``scenario.measures``.
        value: the number; None unless ``state`` is "known".
        state: "none" where nothing has happened yet, "hidden" where this seat may not see it.
        revealed_by: the lever that would reveal it; "" where none would.
        note: why there is no number, and what would show it; None where there is one.

    """

    kind: Kind
    value: float | None
    state: State = "known"
    revealed_by: str = ""
    note: Sentence | None = None

    @property
    def hidden(self) -> bool:
        """Whether this seat may not see it."""
        return self.state == "hidden"

    def said(self, language: Language, *, short: bool = False) -> str:
        """Return the number as text, "hidden", or a dash."""
        if self.hidden:
            return language.say(HIDDEN)
        return language.figure(self.kind, self.value, short=short)


def known(kind: Kind, value: float | None) -> Shown:
    """Return a number that everybody sees; None is "nothing yet"."""
    if value is None:
        return Shown(kind=kind, value=None, state="none", note=NOTHING_YET)
    return Shown(kind=kind, value=float(value))


@dataclass(frozen=True, slots=True)
class Curtain:
    """Turns the figures of one seat into what is shown of them.

    Attributes:
        rules: the scenario.
        view: what the seat may know.

    """

    rules: Rules
    view: PlayerView

    def shown(self, figure: Figure, kind: Kind, gate: str) -> Shown:
        """Return a figure as it is shown.

        Args:
            figure: of the view.
            kind: its unit.
            gate: the measure it is hidden with.

        """
        if figure.value is not None:
            return Shown(kind=kind, value=figure.value)
        if not figure.revealed_by and self._may_see(gate):
            return known(kind, None)
        return Shown(
            kind=kind,
            value=None,
            state="hidden",
            revealed_by=figure.revealed_by,
            note=self.why_hidden(figure.revealed_by),
        )

    def measure(self, turn: TurnView, name: str) -> Shown:
        """Return a measure of one turn."""
        figure = turn.figures[name]
        if name == "cash" and figure.value is not None:
            figure = replace(figure, value=in_bank(self.rules, self.view.seat.firm, turn))
        return self.shown(figure, MEASURES[name].kind, name)

    def flow(self, turn: TurnView, name: str) -> Shown:
        """Return a flow of one turn, in people; nothing where no turn was played."""
        gate = FLOWS[name][0]
        if name not in turn.flows:
            return self._before(gate, "people")
        return self.shown(turn.flows[name], "people", gate)

    def segment(self, turn: TurnView, name: str, place: int, kind: Kind) -> Shown:
        """Return what one segment did in a turn."""
        gate = SEGMENT_FLOWS[name][0]
        if name not in turn.segments:
            return self._before(gate, kind)
        return self.shown(turn.segments[name][place], kind, gate)

    def part(self, figures: Mapping[str, Figure], name: str, gate: str) -> Shown:
        """Return one of several people that belong together: leads by source, lost deals."""
        return self.shown(figures[name], "people", gate)

    def why_hidden(self, revealed_by: str) -> Sentence:
        """Say why a number is hidden and what would show it."""
        if not revealed_by:
            return NOT_OF_ALL if self.view.shared else NOT_YOURS
        lever, amount = lever_names(self.rules)[revealed_by], money_to_show(self.rules, revealed_by)
        if not 0 < amount < math.inf:
            return sentence("Shown once you spend enough on {lever}.", lever=lever)
        coming = self.coming(revealed_by)
        if coming is not None:
            return sentence("{lever}: {coming}", lever=lever, coming=coming)
        return sentence(
            "Shown after {time} of about {amount:short} a turn on {lever}.",
            time=turns_long(self.rules, WITHIN),
            amount=amount,
            lever=lever,
        )

    def coming(self, lever: str) -> Sentence | None:
        """Say how far a lever is from showing what it hides, and when it will.

        Returns:
            None where nothing has been spent on it, or where the seat may not know how far it is.

        """
        if not self.view.now.responses:
            return None
        place = LEVERS.index(lever)
        reached, spend = self.view.now.responses[place].value, self.view.plan.spend[place]
        needed = needed_to_show(self.rules, lever)
        if reached is None or spend < 1 or reached >= needed:
            return None
        turns = turns_to_show(self.rules, lever, reached, spend)
        if turns is None:
            return sentence(
                "at work {reached:share}, shown from {needed:share}: about {amount:short} a turn "
                "would do it.",
                reached=reached,
                needed=needed,
                amount=money_to_show(self.rules, lever),
            )
        return counted(
            "at work {reached:share}, shown from {needed:share}: in {count} more turn of as much "
            "money.",
            "at work {reached:share}, shown from {needed:share}: in {count} more turns of as much "
            "money.",
            turns,
            reached=reached,
            needed=needed,
        )

    def _before(self, gate: str, kind: Kind) -> Shown:
        """Return what stands where no turn has been played: nothing, or a closed curtain."""
        figure = self.view.history[0].figures[gate]
        if figure.value is None and figure.revealed_by:
            return self.shown(figure, kind, gate)
        return self.shown(Figure(None), kind, gate)

    def _may_see(self, gate: str) -> bool:
        """Say whether a missing number is missing for everybody: its curtain is open or can be."""
        sees = ALWAYS | set(role_of(self.rules, self.view.seat).sees)
        return gate in sees or any(gate in reveal.measures for reveal in self.rules.reveals)


def hidden_in(*figures: Shown) -> Shown | None:
    """Return the first hidden one: what is computed from it is hidden as well."""
    return next((figure for figure in figures if figure.hidden), None)


def ratio(part: Shown, whole: Shown) -> Shown:
    """Return part / whole as a share: hidden with either, nothing where the whole is nothing."""
    secret = hidden_in(part, whole)
    if secret is not None:
        return Shown(
            kind="share",
            value=None,
            state="hidden",
            revealed_by=secret.revealed_by,
            note=secret.note,
        )
    if part.value is None or whole.value is None or whole.value <= 0:
        return known("share", None)
    return known("share", part.value / whole.value)


def total(*figures: Shown) -> Shown:
    """Return the sum: hidden with any of them, nothing where none is known."""
    secret = hidden_in(*figures)
    if secret is not None:
        return secret
    values = [figure.value for figure in figures if figure.value is not None]
    return known(figures[0].kind, sum(values) if values else None)


def in_bank(rules: Rules, firm: int, turn: TurnView) -> float:
    """Return what a turn left in the bank.

    The world begins with the first budget paid in; it is counted with the first turn, as all
    others are with theirs, so that every table of money adds up.
    """
    cash = turn.figures["cash"].value or 0.0
    return cash if turn.turn else cash - float(rules.params.allowance[firm])
