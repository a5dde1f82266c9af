"""The library: a card for each scenario, the way to find one, and the role that is played."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from game.report.afterwards import COME_NEXT
from game.report.library import Best, ScenarioCard, go_on_sentence, is_about, scenario_card
from game.report.names import DIFFICULTY_NAMES, ROLE_NAMES, role_description
from game.scenario.rules import RoleKey, Rules
from game.ui.house import ROLES, House
from game.ui.screens.library_card import card_content, damaged_card, no_scenarios, pale_card
from game.ui.screens.parts import (
    Pressable,
    header,
    neighbours,
    page,
)
from game.ui.shelf import FIRST, Shelved
from game.ui.toolkit import (
    BACK,
    Button,
    Chips,
    Column,
    Grid,
    Icon,
    Inset,
    Label,
    Notice,
    Option,
    Row,
    Screen,
    ScrollArea,
    Segments,
    Shortcut,
    TextField,
    Ui,
    Widget,
    Wording,
)
from game.words import sentence

if TYPE_CHECKING:
    from game.storage.saves import SaveCard

_CARD: Final = 330
"""Design units under which a card is too narrow to be read."""

_MANY: Final = 6
"""Scenarios above which there is something to search among."""

_ANY, _NEW = "any", "new"
"""The filters that are no difficulty: none, and what was not played yet."""

_EXPECTED: Final = 6
"""Cards that are drawn pale before it is known how many there will be."""


class Library(Screen):
    """Choose a scenario, to play it with every role or with one."""

    title = sentence("Scenarios")
    first_focus: ClassVar[str] = f"scenario.{FIRST}"

    def __init__(self, house: House, role: RoleKey | None = None) -> None:
        self._house = house
        self._role: RoleKey = role or "all"
        self._seen = (-1, False)
        self._wanted = ""
        self._level = _ANY
        house.shelf.start()

    def view(self, ui: Ui) -> Widget:
        """Put the cards into as many columns as there is room for."""
        wide = ui.metrics.units.w >= 1180
        shelf = self._house.shelf
        if shelf.ready and not shelf.scenarios:
            own = str(self._house.places.own_scenarios)
            return page(header(self.title, self._back), no_scenarios(own))
        roles = self._roles(wide=wide)
        head = header(self.title, self._back, aside=roles if wide else None)
        role = Row([Icon("info", 16), Label(role_description(self._role), role="muted", grow=1)])
        finder = self._finder(ui, wide=wide) if len(shelf.scenarios) > _MANY else None
        if wide and finder is not None:
            top: Widget = Row([Column([role], grow=1), finder], gap=16)
        else:
            top = Column([None if wide else roles, role, finder], gap=16)
        body = Column([top, self._cards(ui)], gap=16)
        return page(head, ScrollArea(Inset(body, x=24, y=20), key="library", grow=1))

    def shortcuts(self) -> Mapping[Shortcut, Callable[[], None]]:
        """Return what Esc and the arrows do where nothing has the focus."""
        return {BACK: self._back, Shortcut("down"): self._first}

    def tick(self, dt: int) -> bool:
        """Notice what has been read in the meantime."""
        shelf = self._house.shelf
        seen = (len(shelf.scenarios), shelf.ready)
        changed, self._seen = seen != self._seen, seen
        return changed

    def _finder(self, ui: Ui, *, wide: bool) -> Widget:
        """Return the ways to find one among many: words, and how hard it is."""
        field = TextField(
            key="library.wanted",
            name=sentence("Find a scenario"),
            placeholder=sentence("Find a scenario"),
            tooltip=sentence("Type words of its title or of what it teaches"),
            text=self._wanted,
            limit=40,
            on_change=self._find,
            width=200 if wide else 0,
            grow=0 if wide else 1,
        )
        rules = [each.rules for each in self._house.shelf.scenarios if each.rules is not None]
        levels = sorted({each.difficulty for each in rules})
        options = [
            Option(_ANY, sentence("All"), tooltip=sentence("Easy and hard ones")),
            *(
                Option(str(level), DIFFICULTY_NAMES[level], tooltip=DIFFICULTY_NAMES[level])
                for level in levels
            ),
            Option(_NEW, sentence("New"), tooltip=sentence("What you have not played yet")),
        ]
        style = Segments if ui.metrics.units.w >= 700 else Chips
        chosen = style(options, self._level, self._filter, key="level")
        if style is Chips:
            return Column([Row([field]), chosen], gap=12)
        return Row([field, chosen], gap=12)

    def _cards(self, ui: Ui) -> Widget:
        shelf = self._house.shelf
        columns = max(1, min(3, (ui.metrics.units.w - 48 + 16) // (_CARD + 16)))
        shown = self._shown()
        if not shown and shelf.ready:
            return Notice(
                "search", sentence("No scenario like this"), sentence("Try fewer words, or All.")
            )
        keys = [f"scenario.{each.name}" for each, _ in shown]
        cards = [
            self._place(each, card, neighbours(keys, place, columns))
            for place, (each, card) in enumerate(shown)
        ]
        found = len(shelf.scenarios)
        missing = 0 if shelf.ready else max(1, (shelf.expected or _EXPECTED) - found)
        pale = [pale_card() for _ in range(missing)]
        return Grid([*cards, *pale], columns=columns, gap=16, least_column=240)

    def _shown(self) -> list[tuple[Shelved, ScenarioCard | None]]:
        """Return what fits the search; what is damaged only where nothing is searched."""
        searched = bool(self._wanted.split()) or self._level != _ANY
        cards = [(each, self._card(each)) for each in self._house.shelf.scenarios]
        return [
            (each, card)
            for each, card in cards
            if (not searched if card is None else self._fits(card))
        ]

    def _fits(self, card: ScenarioCard) -> bool:
        level = self._level
        fresh = level == _NEW and not card.played and card.running is None
        return is_about(card, self._wanted) and (level in {_ANY, str(card.difficulty)} or fresh)

    def _card(self, each: Shelved) -> ScenarioCard | None:
        """Return what a card says; None where the scenario cannot be played."""
        if each.rules is None:
            return None
        result = self._house.best(each.name, self._role)
        best = None if result is None else Best.of(result.total, each.par, result.of_par)
        other = self._house.best_elsewhere(each.name, self._role)
        elsewhere = None
        if other is not None:
            elsewhere = other.role, Best.of(other.total, each.par, other.of_par)
        running = self._running(each.name)
        turn = None if running is None else running.turn
        return scenario_card(each.rules, best, turn, elsewhere)

    def _next(self) -> str:
        """Return the scenario to begin with, or to go on to; "" where that was found."""
        house = self._house
        there = {each.name for each in house.shelf.scenarios if each.rules is not None}
        ahead = (name for name in (FIRST, *COME_NEXT) if name in there)
        name = next((name for name in ahead if not house.has_finished(name)), "")
        return "" if name in {card.scenario for card in house.running()} else name

    def _running(self, name: str) -> "SaveCard | None":
        """Return the game that can be gone on with: with all roles also that of several people."""
        alone = self._house.running_of(name, self._role)
        if alone is None and self._role == "all":
            return self._house.running_of(name, None)
        return alone

    def _place(self, each: Shelved, card: ScenarioCard | None, around: Mapping[str, str]) -> Widget:
        if each.rules is None or card is None:
            return damaged_card(each, around)
        running = self._running(each.name)
        entry = Pressable(
            card_content(card, first=each.name == self._next(), own=not each.file.shipped),
            partial(self._house.open_briefing, each.name, self._role),
            around,
            disabled=self._refusal(each.rules),
            key=f"scenario.{each.name}",
            name=card.title,
            tooltip=sentence("Read the briefing of “{title}”", title=card.title),
            grow=1,
        )
        if running is None:
            return entry
        go_on = Button(
            sentence("Continue"),
            partial(self._house.load, running),
            "play",
            key=f"go_on.{each.name}",
            name=sentence("Continue “{title}”", title=card.title),
            tooltip=go_on_sentence(each.rules, running.turn),
        )
        return Column([entry, go_on], gap=8)

    def _refusal(self, rules: Rules) -> Wording:
        """Return why a scenario cannot be played with the chosen role."""
        if self._role in _playable(rules):
            return ""
        return sentence(
            "“{title}” has no role “{role}”. Choose another role or all of them.",
            title=rules.title,
            role=ROLE_NAMES[self._role],
        )

    def _roles(self, *, wide: bool) -> Widget | None:
        """Return the choice of a role; None before there is one to choose."""
        known = {
            role
            for each in self._house.shelf.scenarios
            if each.rules is not None
            for role in _playable(each.rules)
        }
        offered = [key for key in ROLES if key in known or key in {"all", self._role}]
        if len(offered) < 2:
            return None
        options = [
            Option(
                key,
                sentence("All roles") if key == "all" else ROLE_NAMES[key],
                tooltip=role_description(key),
            )
            for key in offered
        ]
        style = Segments if wide else Chips
        return style(options, self._role, self._take, key="role")

    def _take(self, role: str) -> None:
        self._role = next(key for key in ROLES if key == role)

    def _find(self, wanted: str) -> None:
        self._wanted = wanted

    def _filter(self, level: str) -> None:
        self._level = level

    def _first(self) -> None:
        for each, _ in self._shown()[:1]:
            self._house.focus(f"scenario.{each.name}")

    def _back(self) -> None:
        self._house.navigator.pop()


def _playable(rules: Rules) -> "tuple[RoleKey, ...]":
    """Return the roles that one person may choose; whoever has rules has numpy already."""
    from game.session import playable_roles

    return playable_roles(rules)
