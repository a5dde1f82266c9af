"""Who plays: one person, or several at this machine, and who of them holds which role."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from game.report.briefing import RoleCard
from game.report.role_words import role_words
from game.scenario.rules import RoleKey, Rules
from game.session.hot_seat import FEWEST
from game.ui.toolkit import (
    Card,
    Column,
    Icon,
    Label,
    Option,
    Panel,
    Row,
    Segments,
    Spacer,
    TextField,
    Toggle,
    Widget,
    caption,
)
from game.words import Sentence, sentence

_ONE: Final = "one"
_SEVERAL: Final = "several"

_SWITCH: Final = 184
"""Design units of width for a switch and what it says."""


_LETTERS: Final = 20
"""Most letters of a name."""


class Who:
    """The choice of people before a game; those who spend money are chosen to begin with.

    Args:
        rules: the scenario.

    """

    def __init__(self, rules: Rules) -> None:
        self._rules = rules
        self._offered = tuple(role.key for role in rules.roles)
        self._spenders = frozenset(role.key for role in rules.roles if role.levers)
        self._chosen: set[RoleKey] = set(self._spenders)
        self._names: dict[RoleKey, str] = {}
        self.several = False
        """Whether several people play at this machine."""

    @property
    def chosen(self) -> tuple[RoleKey, ...]:
        """The roles that people hold, in the order in which they get the machine."""
        return tuple(role for role in self._offered if role in self._chosen)

    @property
    def names(self) -> dict[RoleKey, str]:
        """The names that people gave themselves, by role; of those who gave one."""
        return {role: name for role, name in self._names.items() if role in self._chosen and name}

    @property
    def refusal(self) -> Sentence | None:
        """Why it cannot begin like this; None if it can."""
        if self.several and len(self._chosen) < FEWEST:
            return sentence("Choose at least two roles, one for each of you.")
        return None

    def choice(self, *, wide: bool) -> Widget | None:
        """Return the choice between one and several; None where there are no roles to share."""
        if len(self._offered) < FEWEST:
            return None
        title = Row(
            [Icon("users", 20, "accent"), Label(sentence("Who plays"), weight=600)],
            gap=12,
        )
        options = [
            Option(_ONE, sentence("One person"), tooltip=sentence("You alone")),
            Option(
                _SEVERAL,
                sentence("Several, here"),
                tooltip=sentence("Two to four people hand this machine round"),
            ),
        ]
        chosen = _SEVERAL if self.several else _ONE
        segments = Segments(options, chosen, self._choose, key="briefing.who")
        body: Widget = Column([title, Row([segments])], gap=8)
        if wide:
            body = Row([title, Spacer(), segments], gap=12)
        return Panel(body, pad=16, pad_y=12)

    def roles(self, cards: Sequence[RoleCard], *, wide: bool) -> Widget:
        """Return the card on which each role is given to a person or left.

        Args:
            cards: of every role of the scenario.
            wide: whether role and switch have room beside each other.

        """
        rows = [self._role(card, wide=wide) for card in cards]
        note = self.refusal
        warning = Label(note, weight=600, role="warning") if note is not None else None
        return Card(
            Column([*rows, warning], gap=12), sentence("Each of you holds a role"), "users-round"
        )

    def _role(self, card: RoleCard, *, wide: bool) -> Widget:
        rule = next(each for each in self._rules.roles if each.key == card.key)
        role = rule.key
        on = role in self._chosen
        does = role_words(self._rules, rule, self._chosen | self._spenders)
        if on:
            text = sentence("One of you")
        elif role in self._spenders:
            text = sentence("The computer")
        else:
            text = sentence("Nobody")
        switch = Toggle(
            text,
            on,
            partial(self._give, role),
            key=f"briefing.role.{role}",
            name=card.name,
            tooltip=does,
        )
        words = [Label(card.name, weight=600), caption(does)]
        field = self._field(role, card) if on else None
        if wide:
            told = Column(words, gap=0, grow=1)
            return Row([told, Column([switch, field], gap=4, width=_SWITCH)], gap=16)
        return Column([*words, Row([switch]), field], gap=0)

    def _field(self, role: RoleKey, card: RoleCard) -> Widget:
        """Return the field in which whoever plays a role may say what to be called."""
        return TextField(
            key=f"briefing.name.{role}",
            name=sentence("Who is it? {role}", role=card.name),
            tooltip=sentence("A name to be called by at the table. It may stay empty."),
            placeholder=sentence("Name"),
            text=self._names.get(role, ""),
            limit=_LETTERS,
            on_change=partial(self._call, role),
        )

    def _call(self, role: RoleKey, name: str) -> None:
        self._names[role] = name.strip()

    def _choose(self, who: str) -> None:
        self.several = who == _SEVERAL

    def _give(self, role: RoleKey, on: bool) -> None:
        if on:
            self._chosen.add(role)
        else:
            self._chosen.discard(role)
