"""Planning a turn by typing: every line is one order, and ``done`` ends it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from game.errors import DecisionRejected, HandoffError
from game.report.amounts import parse_amount, parse_money, quoted
from game.report.board import BoardLine, left_to_spend
from game.report.desk import desk
from game.report.glossary import glossary_entry
from game.scenario.rules import Rules
from game.session import PlayerView, Session, check_submit, player_view
from game.session.drafts import (
    Draft,
    draft_submit,
    even_draft,
    first_draft,
    last_draft,
    shared,
)
from game.terminal.analyses import (
    Foresight,
    asked_measure,
    can_be_explained,
    print_forecast,
    print_why,
)
from game.terminal.console import Console
from game.terminal.drafting import Drafting
from game.terminal.help_page import print_help
from game.terminal.orders import SPEND, Order, amount_after, choose_name, is_change, parse_order
from game.terminal.pages import (
    CARDS,
    print_advice,
    print_desk,
    print_lever,
    print_plan,
    print_policies,
    print_term,
    print_turn,
)
from game.terminal.partnering import TALK_VERBS, Partnering
from game.terminal.splitting import EXAMPLE, parse_split, print_split
from game.terminal.tabs import TABS, print_tab
from game.words import Sentence, sentence

_TOO_EARLY: Final = sentence("Two turns must have been played before a change can be explained.")

_FEW: Final = 4
"""So many changed lines are told one by one; more are shown on the board."""


class Left(Exception):
    """The player wants to stop; the game is kept."""


class Planning:
    """The desk of one turn.

    Args:
        console: where it is printed and typed.
        rules: the scenario.
        session: the game, with the turn opened and its events answered.
        view: what the seat may know of it.
        brief: whether the figures of the last turn were printed just before.
        save: writes the game with the plan so far under a name, and says where.
        talk: with the others of the company, if there are any.

    """

    def __init__(
        self,
        console: Console,
        rules: Rules,
        session: Session,
        view: PlayerView,
        save: Callable[[str, Draft], Sentence],
        *,
        brief: bool = False,
        talk: Partnering,
    ) -> None:
        self._brief = brief
        self._talk = talk
        self._console = console
        self._rules = rules
        self._session = session
        self._view = view
        self._save = save
        self._desk = desk(rules, view, console.language, CARDS)
        self._lines = {line.key: line for group in self._desk.board for line in group.lines}
        self._names = {key: (console.language.say(line.name),) for key, line in self._lines.items()}
        self._foresight = Foresight(rules, session, view)
        self.drafting = Drafting(first_draft(view))

    @property
    def draft(self) -> Draft:
        """The plan so far."""
        return self.drafting.draft

    def run(self) -> Draft:
        """Take orders until the plan is done and may be played.

        Raises:
            Left: if the player stops.
            InputEnded: if there is nothing more to read.

        """
        if self._brief:
            print_advice(self._console, self._desk)
        else:
            print_desk(self._console, self._desk)
        self._talk.begin()
        self._show_plan()
        self._console.say(sentence("Type a line and an amount, 'help', or 'done'."))
        while not self._done_with(self._console.ask(sentence("Plan>"))):
            pass
        return self.draft

    def _done_with(self, typed: str) -> bool:
        """Carry out one line; True if the turn's plan is done."""
        if not typed:
            return False
        try:
            order = parse_order(typed, self._names)
            if order.verb == "done":
                check_submit(self._rules, self._session, draft_submit(self._view, self.draft))
                self._talk.warn(self.draft)
                return True
            self._carry_out(order)
        except HandoffError as refused:
            self._console.say(refused.sentence)
        return False

    def _carry_out(self, order: Order) -> None:
        if order.verb in TABS:
            print_tab(self._console, order.verb, self._rules, self._view)
        else:
            _ORDERS[order.verb](self, order)

    def talk(self, order: Order) -> None:
        """``partner``, ``ask``, ``yes``, ``offer …``: talk with the others of the company."""
        draft = self._talk.say(order.verb, order.rest, self.draft)
        self._session = self._talk.session
        self._view = player_view(self._rules, self._session, self._view.seat)
        if draft != self.draft:
            self._change(draft)
            self._show_plan()

    # Money ---------------------------------------------------------------------------------

    def spend(self, order: Order) -> None:
        """``advertising 20k``: put money on a line; without an amount, say what it is for."""
        line = self._lines[order.lever]
        if not order.rest:
            print_lever(self._console, line)
            return
        self._check_line(line)
        before = self.draft.on(line.key)
        amount = amount_after(
            order.rest,
            before,
            lambda typed: parse_money(typed, self._console.language, self._view.budget),
        )
        self._change(self.draft.with_spend(line.key, amount))
        if is_change(order.rest):
            self._say_change(line, before)
        else:
            self._say_line(line)
        self._say_left()

    def _check_line(self, line: BoardLine) -> None:
        if line.reason is not None:
            raise DecisionRejected(
                "line_closed", sentence("{line}: {reason}.", line=line.name, reason=line.reason)
            )

    def _say_left(self) -> None:
        self._console.say(left_to_spend(self._view, self.draft.spend).note)

    def _change(self, draft: Draft) -> None:
        self.drafting.change(draft)

    def same(self, _: Order) -> None:
        """Plan what was played last turn: ``same``."""
        self._change(last_draft(self._view))
        self._show_plan()

    def even(self, _: Order) -> None:
        """``even``: the same amount on every open line."""
        self._change(even_draft(self._view, self.draft))
        self._show_plan()

    def split(self, order: Order) -> None:
        """``split 50 30 20``: how the money is divided between the groups."""
        split = parse_split(order.rest, self._console, self._view)
        self._change(replace(self.draft, split=split))
        print_split(self._console, self._view, self.draft)

    # Policies ------------------------------------------------------------------------------

    def bar(self, order: Order) -> None:
        """``bar 60%``: how strict a lead must be."""
        self._check_policy(self._desk.policies.bar.reason)
        bar = self._share(order.rest, self.draft.bar)
        self._change(replace(self.draft, bar=bar))
        self._show_policies()

    def focus(self, order: Order) -> None:
        """``focus law_firms 50%``: how much of the effort a segment gets."""
        self._check_policy(self._desk.policies.focus.reason)
        name, _, share = order.rest.rpartition(" ")
        if not name:
            raise DecisionRejected(
                "no_share",
                sentence(
                    "Type a segment and its share, for example: {example}", example=self._example()
                ),
            )
        names = {row.key: (self._console.text(row.name),) for row in self._desk.policies.focus_rows}
        place = list(names).index(choose_name(name, names, sentence("segment")))
        focus = self.draft.focus
        after = shared(focus, place, self._share(share, focus[place]))
        self._change(replace(self.draft, focus=after))
        self._show_policies()

    def _example(self) -> str:
        return f"focus {self._desk.policies.focus_rows[0].key} 50%"

    def message(self, order: Order) -> None:
        """``message 2``: what the firm leads with."""
        self._check_policy(self._desk.policies.positioning.reason)
        names = {row.key: (self._console.text(row.text),) for row in self._desk.policies.messages}
        place = list(names).index(choose_name(order.rest, names, sentence("message")))
        self._change(replace(self.draft, positioning=place))
        self._show_policies()

    def _check_policy(self, reason: Sentence | None) -> None:
        if reason is not None:
            raise DecisionRejected("policy_closed", sentence("{reason}.", reason=reason))

    def _share(self, typed: str, before: float) -> float:
        """Return a share typed as ``60%``, ``0.6`` or ``60``; ``+5%`` adds to what there was."""
        share = amount_after(typed, before, self._part)
        if not 0 <= share <= 1:
            raise DecisionRejected(
                "bad_share",
                sentence("'{typed}' is not between 0 % and 100 %.", typed=quoted(typed)),
            )
        return share

    def _part(self, typed: str) -> float:
        """Return a fraction: a bare number above 1 is meant in percent."""
        amount = parse_amount(typed, self._console.language, whole=1.0)
        return amount / 100 if amount > 1 and "%" not in typed else amount

    # The way back, and questions -----------------------------------------------------------

    def undo(self, _: Order) -> None:
        """``undo``: take the last step back."""
        before = self.draft
        self._stepped(before, self.drafting.undo(), sentence("There is nothing to take back."))

    def redo(self, _: Order) -> None:
        """``redo``: do again what was taken back."""
        before = self.draft
        self._stepped(before, self.drafting.redo(), sentence("There is nothing to do again."))

    def _stepped(self, before: Draft, moved: bool, otherwise: Sentence) -> None:
        if not moved:
            self._console.say(otherwise)
            return
        changed = [
            line
            for line in self._lines.values()
            if self.draft.spend[line.place] != before.spend[line.place]
        ]
        if len(changed) > _FEW:
            self._show_plan()
            return
        for line in changed:
            self._say_line(line)
        if not changed:
            self._show_policies()
        self._say_left()

    def _say_change(self, line: BoardLine, before: float) -> None:
        self._console.say(
            sentence(
                "{line} goes from {before:money} to {after:money}.",
                line=line.name,
                before=before,
                after=self.draft.spend[line.place],
            )
        )

    def _say_line(self, line: BoardLine) -> None:
        amount = self.draft.spend[line.place]
        self._console.say(sentence("{line}: {amount:money}", line=line.name, amount=amount))

    def reset(self, _: Order) -> None:
        """``reset``: the plan as the turn began."""
        self.drafting.reset()
        self._show_plan()

    def show(self, _: Order) -> None:
        """``show``: the whole desk again."""
        print_turn(self._console, self._desk)
        print_desk(self._console, self._desk)
        self._show_plan()

    def forecast(self, _: Order) -> None:
        """``forecast``: what the plan so far may bring, if the others do what is expected."""
        check_submit(self._rules, self._session, draft_submit(self._view, self.draft))
        plan = self._talk.expected(self.draft)
        print_forecast(self._console, self._foresight.of(plan, self._console))

    def why(self, order: Order) -> None:
        """``why bookings``: why a figure changed; of lines and terms, what they are."""
        measure = asked_measure(order.rest or "bookings", self._console)
        if measure is not None and can_be_explained(self._view):
            print_why(self._console, self._rules, self._session, self._view, measure)
            return
        if measure is not None:
            self._console.say(_TOO_EARLY)
        if not order.rest:
            return
        try:
            key = choose_name(order.rest, self._names, sentence("line"))
        except DecisionRejected:
            print_term(self._console, glossary_entry(_key(order.rest)))
        else:
            print_lever(self._console, self._lines[key])

    def help(self, _: Order) -> None:
        """``help``: everything that can be typed."""
        print_help(self._console, self._desk.policies, self._orders)

    def save(self, order: Order) -> None:
        """``save NAME``: write the game under a name."""
        name = order.rest or self._rules.name
        self._console.say(self._save(name, self.draft))

    def quit(self, _: Order) -> None:
        """``quit``: stop; the game is kept."""
        raise Left

    @property
    def _orders(self) -> tuple[tuple[str, Sentence], ...]:
        """What can be typed by whoever sits here, and not by everybody."""
        own = ((EXAMPLE, sentence("divide the money: marketing, sales, together")),)
        return (*(own if self._view.divides else ()), *self._talk.orders)

    def _show_plan(self) -> None:
        print_plan(self._console, self._desk, self._view, self.draft)
        print_split(self._console, self._view, self.draft)

    def _show_policies(self) -> None:
        print_policies(self._console, self._desk.policies, self.draft)


def _key(name: str) -> str:
    return "_".join(name.casefold().split())


_ORDERS: Final[Mapping[str, Callable[[Planning, Order], None]]] = {
    SPEND: Planning.spend,
    "bar": Planning.bar,
    "focus": Planning.focus,
    "message": Planning.message,
    "split": Planning.split,
    "same": Planning.same,
    "even": Planning.even,
    "show": Planning.show,
    "undo": Planning.undo,
    "redo": Planning.redo,
    "reset": Planning.reset,
    "why": Planning.why,
    "forecast": Planning.forecast,
    **dict.fromkeys(TALK_VERBS, Planning.talk),
    "help": Planning.help,
    "save": Planning.save,
    "quit": Planning.quit,
}
