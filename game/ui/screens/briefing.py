"""The briefing: the story, what counts, one's role, the rules in five sentences, and the luck."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final

from game.report.briefing import Briefing as Report
from game.report.briefing import Goal, RoleCard, briefing
from game.report.library import (
    Best,
    best_as,
    best_sentence,
    go_on_sentence,
    running_sentence,
    start_over_sentence,
)
from game.report.names import measure_icon, role_name, turns_long
from game.scenario.rules import RoleKey, Rules
from game.session import Seat, new_session, player_view, team
from game.ui.screens.parts import NARROW, fact, flowing, footer, header, page, pointed
from game.ui.screens.teach import term_links, tutorial_switch
from game.ui.screens.who import Who
from game.ui.toolkit import (
    BACK,
    COMMIT,
    AmountField,
    Button,
    Card,
    Column,
    Dialog,
    Grid,
    Icon,
    Inset,
    Label,
    Layers,
    Paragraph,
    Row,
    Screen,
    ScrollArea,
    Shortcut,
    Spacer,
    Ui,
    Widget,
    Wrap,
    caption,
    icon_button,
)
from game.words import Sentence, counted, sentence, verbatim

if TYPE_CHECKING:
    from game.storage.saves import SaveCard
    from game.ui.house import House

_LARGEST: Final = 2**63 - 1


class Briefing(Screen):
    """What somebody should know before the first turn, and the button that begins it."""

    first_focus: ClassVar[str] = "briefing.start"

    def __init__(self, house: "House", rules: Rules, role: RoleKey, seed: int) -> None:
        self.title = verbatim(rules.title)
        self._house = house
        self._rules = rules
        self._role = role
        self._seed = seed
        session = new_session(rules, seed, team(rules, role))
        self._view = player_view(rules, session, Seat(0, role))
        self._par = house.par(rules)
        self._who = Who(rules)
        # Who has a game of several running and none alone comes back to that one.
        self._who.several = (
            role == "all"
            and house.running_of(rules.name, role) is None
            and house.running_of(rules.name, None) is not None
        )
        self._asking = False
        self._alone = briefing(rules, self._view)
        everything = player_view(rules, session, Seat())
        self._together = briefing(rules, everything, together=True)

    @property
    def _briefing(self) -> Report:
        return self._together if self._who.several else self._alone

    def view(self, ui: Ui) -> Widget:
        """Put what is told beside what counts; under each other in a narrow window."""
        wide = ui.metrics.units.w >= NARROW
        roomy = ui.metrics.units.w >= 1000
        told = Column([self._story(), self._rules_card()], gap=16, grow=1)
        counts = Column(
            [
                None
                if self._who.several
                else tutorial_switch(self._house, self._rules, self._role),
                self._who.choice(wide=roomy),
                self._who.roles(self._briefing.roles, wide=roomy)
                if self._who.several
                else self._role_card(),
                self._goals(),
                self._lessons(),
            ],
            gap=16,
            grow=1,
        )
        if wide:
            body: Widget = Row([told, counts], gap=16, align="start")
        else:
            body = Column([told, counts], gap=16)
        head = header(self.title, self._back, aside=self._facts() if roomy else None)
        content = Column([None if roomy else self._facts(), body], gap=16)
        shown = page(
            head,
            ScrollArea(Inset(content, x=24, y=20), key="briefing", read=True, grow=1),
            self._foot(ui),
        )
        return Layers([shown, self._dialog()])

    def shortcuts(self) -> Mapping[Shortcut, Callable[[], None]]:
        """Return its keys."""
        return {BACK: self._back, COMMIT: self._primary}

    @property
    def _running(self) -> "SaveCard | None":
        """The game that can be gone on with: of this role, or of several people."""
        who = None if self._who.several else self._role
        return self._house.running_of(self._rules.name, who)

    def _facts(self) -> Widget:
        rules = self._rules
        return Wrap(
            [
                fact("calendar", turns_long(rules, rules.turns)),
                fact("clock", counted("{count} minute", "{count} minutes", rules.minutes)),
                fact(
                    "wallet",
                    sentence("{budget:money} to begin with", budget=self._view.budget),
                ),
                fact("swords", counted("{count} rival", "{count} rivals", len(rules.rivals)))
                if rules.rivals
                else None,
                None if self._who.several else self._best(),
            ],
            gap=16,
        )

    def _best(self) -> Widget | None:
        """Return the best result in this role, or else in another; None where there is none."""
        house, name, par = self._house, self._rules.name, self._par
        mine = house.best(name, self._role)
        if mine is not None:
            best = Best.of(mine.total, par, mine.of_par)
            return fact("trophy", best_sentence(best), "good")
        other = house.best_elsewhere(name, self._role)
        if other is None:
            return None
        return fact("trophy", best_as(other.role, Best.of(other.total, par, other.of_par)))

    def _story(self) -> Widget:
        told = self._briefing
        return Card(
            Paragraph(flowing(str(told.story) or str(told.summary))),
            sentence("The story"),
            "book-open",
        )

    def _rules_card(self) -> Widget:
        lines = [
            Row(
                [
                    Label(str(number), size=14, weight=700, role="accent", width=16),
                    Paragraph(text, grow=1),
                ],
                gap=8,
                align="start",
            )
            for number, text in enumerate(self._briefing.rules, start=1)
        ]
        return Card(Column(lines, gap=8), sentence("The rules in five sentences"), "list-checks")

    def _role_card(self) -> Widget:
        if self._role == "all":
            roles = [_in_short(each) for each in self._briefing.roles]
            words = Grid(roles, columns=2, gap=12, least_column=220)
            return Card(words, sentence("You hold every role"), "users")
        mine = next(each for each in self._briefing.roles if each.yours)
        others = [each for each in self._briefing.roles if not each.yours]
        return Card(
            Column(
                [
                    Paragraph(mine.description),
                    pointed("coins", mine.decides, ink="muted"),
                    pointed("eye", mine.sees, ink="muted"),
                    pointed("eye-off", _hidden(others), ink="muted") if others else None,
                ],
                gap=8,
            ),
            sentence("Your role: {role}", role=role_name(mine.key)),
            "user",
            tone="accent",
        )

    def _goals(self) -> Widget:
        return Card(
            Column([_goal(goal) for goal in self._briefing.goals], gap=8),
            sentence("What counts at the end"),
            "target",
        )

    def _lessons(self) -> Widget | None:
        if not self._briefing.lessons:
            return None
        lessons = self._briefing.lessons
        lines: list[Widget | None] = [pointed("check", each.text, "accent") for each in lessons]
        terms = [term for each in lessons for term in each.terms]
        lines.append(term_links(terms, self._house.open_help))
        return Card(Column(lines, gap=8), sentence("What you can learn"), "lightbulb")

    def _foot(self, ui: Ui) -> Widget:
        narrow = ui.metrics.units.w < 700
        luck = sentence(
            "The same luck and the same decisions give the same game. Type a number, or roll anew."
        )
        return footer(
            [
                None if narrow else Label(sentence("Luck"), role="muted", tooltip=luck),
                AmountField(
                    key="briefing.luck",
                    name=sentence("Luck"),
                    tooltip=luck,
                    text=str(self._seed),
                    parse=_luck,
                    on_commit=self._take_luck,
                    width=96,
                ),
                icon_button(
                    "repeat", sentence("New luck"), self._roll, key="briefing.roll", tooltip=luck
                ),
                Spacer(),
                *self._ways(),
            ]
        )

    def _ways(self) -> list[Widget]:
        """Return the ways to the desk: the first stands where the focus is."""
        running = self._running
        if running is not None:
            text, way = go_on_sentence(self._rules, running.turn), self._go_on
        else:
            text, way = sentence("Start"), self._start
        first = Button(
            text,
            way,
            "arrow-right",
            "primary",
            icon_last=True,
            key="briefing.start",
            tooltip=sentence("Sit down at the desk (Ctrl+Enter)"),
            disabled="" if running is not None else self._who.refusal or "",
        )
        if running is None:
            return [first]
        over = Button(
            sentence("Start over"),
            self._start_over,
            key="briefing.over",
            tooltip=running_sentence(self._rules, running.turn),
            disabled=self._who.refusal or "",
        )
        return [over, first]

    def _dialog(self) -> Widget | None:
        """Ask before a running game makes room for a new one."""
        running = self._running
        if not self._asking or running is None:
            return None
        close = partial(self._ask, False)
        return Dialog(
            sentence("Start over?"),
            Paragraph(start_over_sentence(self._rules, running.turn), role="muted"),
            [
                Button(
                    sentence("Start over"),
                    self._start,
                    key="over.start",
                    tooltip=sentence("Begin a new game"),
                ),
                Button(
                    go_on_sentence(self._rules, running.turn),
                    self._go_on,
                    variant="primary",
                    key="over.go_on",
                    tooltip=sentence("Sit down at the desk"),
                ),
            ],
            close,
            icon="triangle-alert",
            tone="warning",
            limit=480,
            key="over",
        )

    def _ask(self, asking: bool) -> None:
        self._asking = asking

    def _start_over(self) -> None:
        """Ask first where something was played that makes room."""
        running = self._running
        if running is not None and running.turn > 1:
            self._asking = True
            self._house.focus("over.go_on")
        else:
            self._start()

    def _primary(self) -> None:
        if self._running is None:
            self._start()
        else:
            self._go_on()

    def _go_on(self) -> None:
        running = self._running
        if running is not None:
            self._house.load(running)

    def _take_luck(self, seed: float) -> None:
        self._seed = int(seed)

    def _roll(self) -> None:
        self._seed = self._house.new_luck()

    def _start(self) -> None:
        refusal = self._who.refusal
        if refusal is not None:
            self._house.tell(refusal, "warning")
        elif self._who.several:
            self._house.gathering.begin(self._rules, self._who.chosen, self._seed, self._who.names)
        else:
            self._house.start_game(self._rules, self._role, self._seed)

    def _back(self) -> None:
        self._house.navigator.pop()


def _luck(text: str) -> float | Sentence:
    """Read a seed: a whole number that is not negative."""
    digits = text.strip()
    if digits.isascii() and digits.isdigit() and int(digits) <= _LARGEST:
        return int(digits)
    return sentence("Luck is a whole number, such as 1234.")


def _goal(goal: Goal) -> Widget:
    return Row(
        [
            Icon(measure_icon(goal.key), 18),
            Label(goal.name, weight=500, grow=1, tooltip=goal.description),
            Label(goal.target, side="right"),
            Label(
                sentence("{weight:share}", weight=goal.weight),
                weight=600,
                side="right",
                width=48,
                tooltip=sentence("Its share of the score"),
            ),
        ],
        gap=12,
    )


def _in_short(role: RoleCard) -> Widget:
    return Column([Label(role.name, weight=600), caption(role.description)], gap=0)


def _hidden(others: list[RoleCard]) -> Sentence:
    """Say whose figures are hidden, and what shows them."""
    return sentence(
        "Hidden until money is spent on working together: the figures of {roles:list}",
        roles=tuple(each.name for each in others),
    )
