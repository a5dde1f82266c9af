"""The doors of a game that several people play at one machine."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from game.words import sentence

if TYPE_CHECKING:
    from game.scenario.rules import RoleKey, Rules
    from game.session import Seat, Session
    from game.session.plans import Plan
    from game.storage.saves import Opened
    from game.ui.house import House
    from game.ui.playing import Playing
    from game.ui.table import Table


class Gathering:
    """Leads several people round: from whoever has the machine to whoever is next.

    Between two people nobody's figures are shown, nor what was said to the one before.

    Args:
        house: where the screens are.

    """

    def __init__(self, house: "House") -> None:
        self._house = house

    def begin(
        self,
        rules: "Rules",
        roles: "Sequence[RoleKey]",
        seed: int = 1,
        names: "Mapping[RoleKey, str] | None" = None,
    ) -> None:
        """Begin a game of two to four people, each with a role of its own.

        Args:
            rules: the scenario.
            roles: of the people.
            seed: of the game's luck.
            names: that people gave themselves, by role.

        Raises:
            UnknownName: if the scenario has no such roles.

        """
        from game.session import new_session  # pulls in numpy
        from game.session.hot_seat import crew, named

        called = {
            str(role): self._called(rules, role, name) for role, name in (names or {}).items()
        }
        rules = named(rules, called)
        seats, hot = crew(rules, roles)
        session = new_session(rules, seed, seats)
        self._gather(rules, session, hot.people, {})
        self._house.autosave(rules, session)
        self._house.change(last_scenario=rules.name)

    def _called(self, rules: "Rules", role: "RoleKey", name: str) -> str:
        """Return what somebody with a name is called in a role."""
        from game.report.partner import seat_name
        from game.session import Seat

        if not name.strip():
            return ""
        usual = seat_name(rules, Seat(0, role))
        said = sentence("{name} ({role})", name=name.strip(), role=usual)
        return self._house.language.say(said)

    def go_on(self, opened: "Opened") -> None:
        """Go on with a saved game; nobody sits at the machine yet."""
        self._gather(opened.rules, opened.session, opened.people, dict(opened.drafts))

    def open(self, table: "Table") -> None:
        """Say who gets the machine next; at the end, show how it went for all."""
        from game.ui.screens.hand_over import HandOver

        house = self._house
        house.current_game = None  # it is kept; nobody's figures are open
        house.hush()
        if table.stop == "ending":
            house.open_ending(table.together())
            return
        house.navigator.home()
        house.navigator.push(HandOver(house, table))

    def enter(self, table: "Table") -> None:
        """Show what comes next: results to all, or to whoever sits down its own, or its desk."""
        if table.stop == "together":
            self._house.open_results(table.together())
            return
        playing = table.sit()
        if table.looked(playing.seat):
            self._house.open_desk(playing)
        else:
            self._house.open_results(playing)

    def planned(self, table: "Table") -> None:
        """Hand the machine on after a plan was submitted."""
        table.hand_on()
        self.open(table)

    def looked(self, playing: "Playing", table: "Table") -> bool:
        """Note that results were seen; say whether the machine is handed on because of it."""
        table.looked_at(playing)
        if not playing.together and not playing.over:
            return False
        self.open(table)
        return True

    def resume(self, playing: "Playing", table: "Table") -> None:
        """Go on after a screen failed, with the plan in the making."""
        playing.rest()
        table.rise()
        self.open(table)

    def _gather(
        self,
        rules: "Rules",
        session: "Session",
        people: "tuple[Seat, ...]",
        drafts: "Mapping[Seat, Plan]",
    ) -> None:
        from game.ui.table import Table

        house = self._house
        house.speak(rules)
        house.sit(people[0], people)
        table = Table(
            rules,
            session,
            people,
            house.language_for(rules),
            keep=house.autosave,
            keep_draft=house.keep_draft,
            drafts=drafts,
        )
        if table.over:
            house.count_no_more(session)
        self.open(table)
