"""The games of a player as they are kept: after every decision, under a name, and at their end."""

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from game.errors import HandoffError
from game.storage.places import Places
from game.ui.records import Records
from game.words import Sentence, sentence

if TYPE_CHECKING:
    from game.scenario.rules import RoleKey, Rules
    from game.session import Seat, Session
    from game.session.plans import Plan
    from game.storage.results import Result
    from game.storage.saves import SaveCard
    from game.ui.playing import Playing

Done = TypeVar("Done")


class Cupboard:
    """Where games are kept. What cannot be written is told, and the game goes on.

    Attributes:
        places: the player's folders.

    """

    def __init__(self, places: Places) -> None:
        self.places = places
        self._records = Records(places, self.tell)
        self._saves: tuple[SaveCard, ...] | None = None
        self._seat: Seat | None = None
        self._people: tuple[Seat, ...] = ()
        self._finished: Session | None = None
        self._on_disk: Session | None = None
        self._tried: Session | None = None

    def tell(self, message: Sentence, tone: str = "accent") -> None:
        """Show a message to the player."""
        raise NotImplementedError

    def sit(self, seat: "Seat", people: "tuple[Seat, ...]" = ()) -> None:
        """Note who plays what is kept from now on: a seat, alone or one of several ``people``."""
        self._seat, self._people = seat, people

    def autosave(self, rules: "Rules", session: "Session") -> None:
        """Keep a game as it is now, and its result once it is over; failing is only told."""
        from game.session import Seat, is_over

        people = self._people
        seat = people[0] if people else self._seat or Seat()
        self._trying(lambda: self._write(rules, session, seat, people))
        self._tried = session
        if is_over(rules, session) and session is not self._finished:
            self._finished = session
            if not people:  # a game of several is nobody's own best
                self._records.count(rules, session, seat)

    def keep_draft(self, rules: "Rules", session: "Session", draft: "Plan") -> None:
        """Keep a plan in the making beside the game, which is kept first where it is not yet."""
        from game.session import Seat
        from game.storage.saves import keep_draft

        if self._tried is not session:
            self.autosave(rules, session)
        seat, shared = self._seat or Seat(), bool(self._people)
        self._trying(lambda: keep_draft(self.places, rules, session, seat, draft, shared=shared))

    def keep(self, playing: "Playing") -> None:
        """Keep a game and its plan in the making, now.

        Raises:
            HandoffError: if they cannot be written.

        """
        from game.storage.saves import keep_draft

        rules, people = _kept_of(playing)
        session, seat = playing.session, playing.seat
        self._write(rules, session, people[0] if people else seat, people)
        self._tried = session
        if not (playing.over or playing.together):
            keep_draft(self.places, rules, session, seat, playing.draft, shared=bool(people))

    def save(self, name: str, playing: "Playing") -> bool:
        """Keep a game under a name; says whether it worked."""
        from game.storage.saves import keep_draft_beside, save_game

        rules, people = _kept_of(playing)
        session, seat = playing.session, people[0] if people else playing.seat
        written = self._trying(lambda: save_game(self.places, name, rules, session, seat, people))
        self._saves = None
        if written is None or playing.over or playing.together:
            return written is not None
        who, draft = (playing.seat if people else None), playing.draft
        self._trying(lambda: keep_draft_beside(written, session, draft, who))
        return True

    def best_elsewhere(self, name: str, role: "RoleKey") -> "Result | None":
        """Return the player's best result of a scenario in the other roles."""
        return self._records.elsewhere(name, role)

    def has_finished(self, name: str) -> bool:
        """Say whether the player has come to the end of a scenario, in any role."""
        return any(self._records.of(name))

    def delete(self, card: "SaveCard") -> None:
        """Delete a saved game."""
        from game.storage.saves import delete_save

        self._trying(lambda: delete_save(self.places, card.name))
        self._saves = None

    def saves(self) -> "tuple[SaveCard, ...]":
        """Return the saved games, the newest first."""
        if self._saves is None and not self.places.saves.is_dir():
            self._saves = ()  # the first frame of a new player waits for nothing
        if self._saves is None:
            from game.storage.saves import list_saves  # pulls in numpy

            self._saves = list_saves(self.places)
        return self._saves

    def running(self) -> "tuple[SaveCard, ...]":
        """Return the games that can be gone on with as they are, the last one first."""
        return tuple(card for card in self.saves() if card.running)

    @property
    def has_choice(self) -> bool:
        """Whether there is more to go on with than the game that was played last."""
        return len(self.running()) > 1 or any(not card.automatic for card in self.saves())

    def running_of(self, name: str, role: "RoleKey | None") -> "SaveCard | None":
        """Return the running game of a scenario in one role; in None, that of several people."""
        for card in self.running():
            seat = card.seat
            held = None if card.people or seat is None else seat.role
            if card.scenario == name and held == role:
                return card
        return None

    def forget_saves(self) -> None:
        """Look at the folder of saves again when it is asked for next."""
        self._saves = None

    def unfinished(self) -> "SaveCard | None":
        """Return the game that was played last, if it can be gone on with."""
        return next(iter(self.running()), None)

    def _write(
        self, rules: "Rules", session: "Session", seat: "Seat", people: "tuple[Seat, ...]"
    ) -> None:
        """Write the automatic save; another game that stands in its place is kept first."""
        from game.storage.making_room import make_room
        from game.storage.saves import autosave

        self._saves = None
        if not _goes_on(self._on_disk, session):
            kept = make_room(self.places, rules, session, seat, people)
            if kept is not None:
                self.tell(sentence("The game before is kept as “{name}”.", name=kept))
        autosave(self.places, rules, session, seat, people)
        self._on_disk = session

    def _trying(self, attempt: Callable[[], Done]) -> Done | None:
        """Do something that may fail for a reason the player can mend; he is told the reason."""
        try:
            return attempt()
        except HandoffError as error:
            self.tell(error.sentence, "bad")
            return None


def _kept_of(playing: "Playing") -> "tuple[Rules, tuple[Seat, ...]]":
    """Return the scenario under which a game is kept, and its people where they are several."""
    table = playing.table
    return (playing.rules, ()) if table is None else (table.rules, table.people)


def _goes_on(before: "Session | None", session: "Session") -> bool:
    """Say whether a game is one that was written before, played on."""
    return (
        before is not None
        and before.luck is session.luck
        and before.journal == session.journal[: len(before.journal)]
    )
