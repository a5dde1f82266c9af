"""Saved games: named ones that the player asks for, and one written by itself at every turn.

A save is ``session.save_text`` with a *card* beside it: who plays, how far, since when. The card is
for lists; a save whose card is damaged still loads.
"""

import difflib
import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, get_args

from game.errors import HandoffError, SaveUnreadable, ScenarioInvalid, StorageFailed, UnknownName
from game.scenario.rules import RoleKey, Rules, alone
from game.session import Seat, Session, is_over, parse_save, restore, role_of, save_text
from game.session.hot_seat import named
from game.session.plans import Plan
from game.session.save import Saved, damaged_sentence, draft_text, parse_draft
from game.storage.atomic import expanded, is_file, read_text, remove, write_text
from game.storage.places import Places
from game.storage.save_files import (
    AUTOSAVE,
    BEFORE,
    ENDING,
    automatic,
    beside,
    safe_name,
)
from game.words import Sentence, sentence

LONGEST_NAME = 60
"""Letters of what somebody's role is called that are kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SaveCard:
    """What a list of saves shows of one."""

    name: str  # what ``load_save`` takes
    path: Path
    automatic: bool
    scenario: str = ""  # its name
    title: str = ""  # of the scenario; "" if the card cannot be read
    seat: Seat | None = None  # the person's
    people: tuple[Seat, ...] = ()  # where several play at one machine, in their order
    names: tuple[str, ...] = ()  # what the people's roles are called in it; "" = as usual
    turn: int = 0
    turns: int = 0
    over: bool = False
    saved_at: str = ""  # YYYY-MM-DD HH:MM, local time
    damaged: bool = False

    @property
    def running(self) -> bool:
        """Whether it was written by itself in a game that can be gone on with."""
        return self.automatic and not (self.damaged or self.over)


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """A game read from a save."""

    rules: Rules
    session: Session
    seat: Seat  # the person's; the other seats are the computer's
    remark: Sentence | None = None  # where the last automatic save was damaged
    draft: Plan | None = None  # the plan in the making; None where there was none
    people: tuple[Seat, ...] = ()  # where several play at one machine, in their order
    drafts: tuple[tuple[Seat, Plan], ...] = ()  # theirs in the making, where there are any


def save_game(
    places: Places,
    name: str,
    rules: Rules,
    session: Session,
    seat: Seat,
    people: Sequence[Seat] = (),
) -> Path:
    """Write a game under a name, over an older save of that name.

    Args:
        places: where to write.
        name: of the save.
        rules: the scenario.
        session: the game.
        seat: the person's.
        people: seats of several people who play at one machine; () for one person.

    Returns:
        the file that was written.

    Raises:
        StorageFailed: if it cannot be written; an older save is as it was.

    """
    path = places.saves / f"{safe_name(name)}{ENDING}"
    write_text(path, _with_card(rules, session, seat, people))
    for who in people or (None,):
        remove(beside(path, who))  # a plan in the making of what stood here before
    return path


def autosave(
    places: Places, rules: Rules, session: Session, seat: Seat, people: Sequence[Seat] = ()
) -> Path:
    """Write a game by itself, and keep the automatic save before it.

    There is one pair a scenario and role, so that a game of another scenario is not lost, and one
    for several ``people`` who play it at one machine.

    Raises:
        StorageFailed: if it cannot be written; both older saves are as they were.

    """
    last, before = automatic(places, rules.name, seat, shared=bool(people))
    text = _with_card(rules, session, seat, people)
    if is_file(last) and _whole(last):
        write_text(before, read_text(last))
    write_text(last, text)
    for who in people or (None,):
        remove(beside(last, who))  # what was planned has been played, or is kept anew
    return last


def keep_draft(
    places: Places, rules: Rules, session: Session, seat: Seat, draft: Plan, *, shared: bool = False
) -> Path:
    """Write the plan in the making beside the automatic save of the game, which must be there.

    Where a game is ``shared`` by several people, each has a draft of its own.

    Raises:
        StorageFailed: if it cannot be written; save and older draft are as they were.

    """
    last, _ = automatic(places, rules.name, seat, shared=shared)
    return keep_draft_beside(last, session, draft, seat if shared else None)


def keep_draft_beside(path: Path, session: Session, draft: Plan, who: Seat | None = None) -> Path:
    """Write the plan in the making beside a save: of the one who plays, or of ``who`` of several.

    Raises:
        StorageFailed: if it cannot be written; save and older draft are as they were.

    """
    file = beside(path, who)
    write_text(file, draft_text(session, draft))
    return file


def load_autosave(
    places: Places, scenario: str, seat: Seat, *, shared: bool = False
) -> Opened | None:
    """Return the game that was saved by itself, of one or ``shared``; None if there is none.

    Where the last one is damaged, the one before is taken, and ``remark`` says so.

    Raises:
        SaveUnreadable: if neither can be read; both files are as they were.

    """
    last, before = automatic(places, scenario, seat, shared=shared)
    if not is_file(last) and not is_file(before):
        return None
    try:
        return open_save(last)
    except (SaveUnreadable, StorageFailed):
        if not is_file(before):
            raise
        return replace(
            open_save(before),
            remark=sentence(
                "{path} is damaged; the game goes on from the save before it.", path=str(last)
            ),
        )


def load_save(places: Places, given: str) -> Opened:
    """Read a save and replay it.

    Args:
        places: where to look.
        given: a name from the list, or a path.

    Raises:
        UnknownName: if there is no such save; the sentence offers the nearest names.
        SaveUnreadable: if it is damaged, or newer than this program; the file is left as it is.
        StorageFailed: if it cannot be read.

    """
    for path in (places.saves / f"{safe_name(given)}{ENDING}", expanded(given)):
        if is_file(path):
            return open_save(path)
    raise UnknownName("unknown_save", _unknown(places, given))


def delete_save(places: Places, name: str) -> None:
    """Delete a save and what lies beside it; one that is not there is deleted already."""
    automatic_one = name.endswith(AUTOSAVE)  # a scenario's long name is not cut once more
    path = places.saves / f"{Path(name).name if automatic_one else safe_name(name)}{ENDING}"
    remove(path)
    for who in (None, *(Seat(0, role) for role in get_args(RoleKey))):
        remove(beside(path, who))
    if automatic_one:
        remove(path.with_name(f"{path.stem.removesuffix(AUTOSAVE)}{BEFORE}{ENDING}"))


def list_saves(places: Places) -> tuple[SaveCard, ...]:
    """Return the cards of all saves, the newest first; the second automatic ones are left out."""
    files = [
        path
        for path in places.saves.glob(f"*{ENDING}")
        if is_file(path) and not path.stem.endswith(BEFORE)
    ]
    cards = [save_card(path) for path in files]
    return tuple(sorted(cards, key=lambda card: (card.saved_at, card.name), reverse=True))


def open_save(path: Path) -> Opened:
    """Read one file as a save; see ``load_save``."""
    from game.scenario import rules_from_source  # pulls in pydantic

    text = _text_of(path)
    saved = parse_save(text, str(path))
    try:
        if not saved.seats:
            raise SaveUnreadable("save_damaged", damaged_sentence(str(path)))
        rules = rules_from_source(saved.source, saved.scenario)
        if all(seat.firm == 0 for seat in saved.seats):
            rules = alone(rules)
        people = _people(text, saved)
        rules = _called(rules, text, people)
        session = restore(rules, saved, str(path))
    except (ScenarioInvalid, UnknownName):
        raise SaveUnreadable("save_damaged", damaged_sentence(str(path))) from None
    drafts = [(who, _draft_beside(path, rules, session, who)) for who in people]
    return Opened(
        rules=rules,
        session=session,
        seat=_seat(text, saved),
        draft=None if people else _draft_beside(path, rules, session, None),
        people=people,
        drafts=tuple((who, draft) for who, draft in drafts if draft is not None),
    )


def _draft_beside(path: Path, rules: Rules, session: Session, who: Seat | None) -> Plan | None:
    """Return the plan in the making; one that cannot be read is as good as none."""
    file = beside(path, who)
    if not is_file(file):
        return None
    try:
        return parse_draft(read_text(file), rules, session)
    except StorageFailed:
        return None


def _text_of(path: Path) -> str:
    try:
        return read_text(path)
    except StorageFailed as failed:
        if failed.code == "not_text":
            raise SaveUnreadable("save_damaged", damaged_sentence(str(path))) from None
        raise


def _with_card(rules: Rules, session: Session, seat: Seat, people: Sequence[Seat] = ()) -> str:
    whole = json.loads(save_text(rules, session))
    card: dict[str, Any] = {
        "title": rules.title,
        "seat": [seat.firm, seat.role],
        "turn": min(session.turn, rules.turns),
        "turns": rules.turns,
        "over": is_over(rules, session),
        "saved_at": datetime.now().astimezone().isoformat(sep=" ", timespec="seconds"),
    }
    if people:
        card["people"] = [[each.firm, each.role] for each in people]
        card["names"] = [role_of(rules, each).name for each in people]
    return json.dumps({"card": card, **whole}, ensure_ascii=False, indent=1) + "\n"


def _whole(path: Path) -> bool:
    """Say whether a save can be read: a damaged one must not push out the good one before it."""
    try:
        parse_save(_text_of(path), str(path))
    except HandoffError:
        return False
    return True


def save_card(path: Path) -> SaveCard:
    """Return what a list shows of a file; of a damaged one, that it is damaged."""
    written_by_itself = path.stem.endswith(AUTOSAVE)
    blank = SaveCard(name=path.stem, path=path, automatic=written_by_itself, damaged=True)
    try:
        whole = json.loads(_text_of(path))
        card = whole["card"]
        firm, role = card["seat"]
        return replace(
            blank,
            scenario=str(whole["game"]["scenario"]),
            title=str(card["title"]),
            seat=Seat(int(firm), role),
            people=_seats(card),
            names=_names(card),
            turn=int(card["turn"]),
            turns=int(card["turns"]),
            over=bool(card["over"]),
            saved_at=str(card["saved_at"])[:16],
            damaged=False,
        )
    except (HandoffError, ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return blank


def _card_of(text: str) -> dict[str, Any]:
    card: dict[str, Any] = json.loads(text)["card"]
    return card


def _seat(text: str, saved: Saved) -> Seat:
    """Return the person's seat: as the card says, else the last that was taken."""
    try:
        firm, role = _card_of(text)["seat"]
        seat = Seat(firm, role)
    except (ValueError, KeyError, TypeError):
        seat = saved.seats[-1]
    return seat if seat in saved.seats else saved.seats[-1]


def _people(text: str, saved: Saved) -> tuple[Seat, ...]:
    """Return the seats of several people who play at one machine; () for a game of one."""
    try:
        people = _seats(_card_of(text))
    except (ValueError, KeyError, TypeError):
        return ()
    return people if len(people) > 1 and set(people) <= set(saved.seats) else ()


def _seats(card: dict[str, Any]) -> tuple[Seat, ...]:
    return tuple(Seat(int(firm), role) for firm, role in card.get("people", ()))


def _names(card: dict[str, Any]) -> tuple[str, ...]:
    """Return what people call their roles; () where an older game does not tell."""
    names = tuple(str(name)[:LONGEST_NAME] for name in card.get("names", ()))
    return names if len(names) == len(_seats(card)) else ()


def _called(rules: Rules, text: str, people: Sequence[Seat]) -> Rules:
    """Return the scenario in which roles are called as the people of a save call themselves."""
    names = _names(_card_of(text)) if people else ()
    return named(rules, {seat.role: name for seat, name in zip(people, names, strict=False)})


def _unknown(places: Places, given: str) -> Sentence:
    names = tuple(card.name for card in list_saves(places))
    if not names:
        return sentence(
            "There is no save '{given}'; nothing has been saved yet in {folder}.",
            given=given,
            folder=str(places.saves),
        )
    close = difflib.get_close_matches(given, names, n=3, cutoff=0.5) or names[:5]
    return sentence(
        "There is no save '{given}' in {folder}. Did you mean {close:either}?",
        given=given,
        folder=str(places.saves),
        close=tuple(close),
    )
