"""A game as versioned text: scenario, luck and journal, from which ``replay`` rebuilds the rest.

A save holds the scenario itself (so that it plays on when the file has changed) and the drawn luck
(so that it plays on elsewhere). Whoever writes files calls ``save_text`` and ``parse_save``.
"""

import json
import math
import zlib
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from game.errors import DecisionRejected, SaveUnreadable
from game.market import LEVERS, Array
from game.market.arrays import locked
from game.scenario.rules import Rules
from game.session.commands import (
    Choose,
    Command,
    EndTurn,
    Propose,
    Reply,
    Submit,
    TakeBack,
    Terms,
)
from game.session.game import Session, new_session, replay
from game.session.luck import Luck, no_luck
from game.session.plans import Plan
from game.session.seats import Seat
from game.words import Sentence, sentence

SAVE_FORMAT: Final = 3
"""The newest format: with money that a manager divides.

A game with promises alone is written as 2, one without either as 1, which all versions read.
"""

DRAFT_FORMAT: Final = 1


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Saved:
    """A save that has been read and not yet replayed."""

    scenario: str  # name
    source: str  # the scenario as canonical JSON, for ``scenario.rules_from_source``
    seed: int
    luck: Luck
    seats: tuple[Seat, ...]
    journal: tuple[Command, ...]


def save_text(rules: Rules, session: Session) -> str:
    """Return a session as text."""
    content: dict[str, Any] = {
        "scenario": rules.name,
        "source": rules.source,
        "seed": session.seed,
        "luck": {
            "demand": session.luck.demand.tolist(),
            "events": session.luck.events.tolist(),
            "errors": session.luck.errors.tolist(),
        },
        "seats": [[seat.firm, seat.role] for seat in session.seats],
        "journal": [_written(command) for command in session.journal],
    }
    body = _canonical(content)
    return json.dumps(
        {"handoff_save": _format(session), "sum": zlib.crc32(body.encode()), "game": content},
        ensure_ascii=False,
        indent=1,
    )


def _format(session: Session) -> int:
    """Return the oldest format that can hold a game, so that older programs read what they can."""
    if any(isinstance(each, Submit) and each.split is not None for each in session.journal):
        return SAVE_FORMAT
    talks = (Propose, Reply, TakeBack)
    return 2 if any(isinstance(each, talks) for each in session.journal) else 1


def parse_save(text: str, where: str) -> Saved:
    """Read a save.

    Args:
        text: the whole file.
        where: its name, for the sentence of a refusal.

    Raises:
        SaveUnreadable: if it is damaged, or newer than this program.

    """
    try:
        whole = json.loads(text)
        version = whole["handoff_save"]
        if type(version) is not int or version < 1:
            raise TypeError(version)
    except (ValueError, KeyError, TypeError, RecursionError):
        raise _damaged(where) from None
    if version > SAVE_FORMAT:
        raise SaveUnreadable(
            "save_too_new",
            sentence(
                "{where} was saved by a newer version of Handoff (format {given}; this one reads "
                "up to {known}). Install the newest version to play it.",
                where=where,
                given=version,
                known=SAVE_FORMAT,
            ),
        )
    try:
        content = whole["game"]
        if zlib.crc32(_canonical(content).encode()) != whole["sum"]:
            raise _damaged(where)
        return _read(content)
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, OverflowError):
        raise _damaged(where) from None


def restore(rules: Rules, saved: Saved, where: str) -> Session:
    """Replay a save.

    Args:
        rules: built from ``saved.source``.
        saved: as read.
        where: its name, for the sentence of a refusal.

    Raises:
        SaveUnreadable: if the journal does not fit the scenario.

    """
    if not _fits(rules, saved):
        raise _damaged(where)
    try:
        start = new_session(rules, saved.seed, saved.seats, saved.luck)
        return replay(rules, start, saved.journal)
    except (DecisionRejected, IndexError):
        raise _damaged(where) from None


def draft_text(session: Session, draft: Plan) -> str:
    """Return a plan in the making as text: of this game as it stands now, and of no other."""
    content = {
        "handoff_draft": DRAFT_FORMAT,
        "of": _mark(session),
        "spend": list(draft.spend),
        "bar": draft.bar,
        "focus": list(draft.focus),
        "positioning": draft.positioning,
        **({} if draft.split is None else {"split": list(draft.split)}),
    }
    return json.dumps(content, indent=1) + "\n"


def parse_draft(text: str, rules: Rules, session: Session) -> Plan | None:
    """Return a plan in the making.

    Args:
        text: as ``draft_text`` wrote it.
        rules: the scenario of the game.
        session: the game that goes on.

    Returns:
        None if the text is damaged, or of another game or of an earlier moment of this one: a
        draft that is lost costs a minute, a wrong one would be believed.

    """
    try:
        content = json.loads(text)
        if content["handoff_draft"] != DRAFT_FORMAT or content["of"] != _mark(session):
            return None
        draft = Plan(
            spend=tuple(float(amount) for amount in content["spend"]),
            bar=float(content["bar"]),
            focus=tuple(float(share) for share in content["focus"]),
            positioning=int(content["positioning"]),
            split=_split(content.get("split")),
        )
    except (ValueError, KeyError, TypeError, OverflowError, RecursionError):
        return None
    return draft if _is_plan(rules, draft) else None


def _is_plan(rules: Rules, draft: Plan) -> bool:
    """Say whether a plan has the shape of a scenario's, and no number that is none."""
    numbers = (*draft.spend, draft.bar, *draft.focus, *(draft.split or ()))
    shaped = (len(draft.spend), len(draft.focus)) == (len(LEVERS), len(rules.segments))
    sound = all(math.isfinite(number) and number >= 0 for number in numbers)
    return shaped and sound and draft.bar <= 1 and 0 <= draft.positioning < len(rules.messages)


def _mark(session: Session) -> int:
    """Return a number that another game, or this one at another moment, does not have."""
    seats = [[seat.firm, seat.role] for seat in session.seats]
    written = [_written(command) for command in session.journal]
    return zlib.crc32(_canonical([session.seed, seats, written]).encode())


def _fits(rules: Rules, saved: Saved) -> bool:
    """Say whether luck and seats of a save are those of the scenario in it."""
    usual, luck = no_luck(rules), saved.luck
    shaped = all(
        getattr(luck, name).shape == getattr(usual, name).shape
        for name in ("demand", "events", "errors")
    )
    seated = {seat.firm for seat in saved.seats} == set(range(rules.players))
    return shaped and bool((luck.demand >= 0).all()) and seated


def _canonical(content: Any) -> str:
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _damaged(where: str) -> SaveUnreadable:
    return SaveUnreadable("save_damaged", damaged_sentence(where))


def damaged_sentence(where: str) -> Sentence:
    """Return the sentence for a save that cannot be read."""
    return sentence(
        "{where} is damaged and cannot be played on. It was left as it is; "
        "choose another save, or start the scenario anew.",
        where=where,
    )


def _written(command: Command) -> dict[str, Any]:
    match command:
        case EndTurn():
            return {"do": "end_turn"}
        case Choose():
            return {
                "do": "choose",
                "seat": [command.seat.firm, command.seat.role],
                "event": command.event,
                "choice": command.choice,
            }
        case Submit():
            return {
                "do": "submit",
                "seat": [command.seat.firm, command.seat.role],
                "spend": list(command.spend),
                "bar": command.bar,
                "focus": None if command.focus is None else list(command.focus),
                "positioning": command.positioning,
                "prediction": command.prediction,
                "because": command.because,
                **({} if command.split is None else {"split": list(command.split)}),
            }
        case Propose():
            return {
                "do": "propose",
                "seat": [command.seat.firm, command.seat.role],
                "to": [command.to.firm, command.to.role],
                "gives": _written_terms(command.gives),
                "asks": _written_terms(command.asks),
            }
        case Reply():
            return {
                "do": "reply",
                "seat": [command.seat.firm, command.seat.role],
                "yes": command.yes,
            }
        case TakeBack():
            return {"do": "take_back", "seat": [command.seat.firm, command.seat.role]}


def _written_terms(terms: Terms) -> dict[str, Any]:
    return {
        "least": [list(each) for each in terms.least],
        "most": [list(each) for each in terms.most],
        "bar": terms.bar,
    }


def _read(content: dict[str, Any]) -> Saved:
    seed = content["seed"]
    if not isinstance(seed, int) or isinstance(seed, bool) or not 0 <= seed < 2**63:
        raise ValueError(seed)
    luck = Luck(**{name: _table(content["luck"][name]) for name in ("demand", "events", "errors")})
    return Saved(
        scenario=_text(content["scenario"]),
        source=_text(content["source"]),
        seed=seed,
        luck=locked(luck),
        seats=tuple(_seat(each) for each in content["seats"]),
        journal=tuple(_command(each) for each in content["journal"]),
    )


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _table(rows: Any) -> Array:
    table = np.array(rows, dtype=np.float64)
    if not np.isfinite(table).all():
        raise ValueError("luck is finite")
    return table


def _seat(value: Any) -> Seat:
    firm, role = value
    if not isinstance(firm, int) or firm < 0:
        raise ValueError(firm)
    return Seat(firm, _text(role))  # type: ignore[arg-type]  # an unknown role is refused by role_of


def _number(value: Any) -> float | None:
    return None if value is None else float(value)


def _split(value: Any) -> tuple[float, ...] | None:
    return None if value is None else tuple(float(part) for part in value)


def _command(value: dict[str, Any]) -> Command:
    match value["do"]:
        case "end_turn":
            return EndTurn()
        case "choose":
            return Choose(
                seat=_seat(value["seat"]),
                event=_text(value["event"]),
                choice=_text(value["choice"]),
            )
        case "submit":
            focus, positioning = value["focus"], value["positioning"]
            return Submit(
                seat=_seat(value["seat"]),
                spend=tuple(float(amount) for amount in value["spend"]),
                bar=_number(value["bar"]),
                focus=None if focus is None else tuple(float(share) for share in focus),
                positioning=None if positioning is None else int(positioning),
                split=_split(value.get("split")),
                prediction=_number(value["prediction"]),
                because=_text(value["because"]),
            )
        case "propose":
            return Propose(
                seat=_seat(value["seat"]),
                to=_seat(value["to"]),
                gives=_terms(value["gives"]),
                asks=_terms(value["asks"]),
            )
        case "reply":
            return Reply(seat=_seat(value["seat"]), yes=value["yes"] is True)
        case "take_back":
            return TakeBack(seat=_seat(value["seat"]))
        case other:
            raise ValueError(other)


def _terms(value: dict[str, Any]) -> Terms:
    return Terms(
        least=tuple((_text(lever), float(amount)) for lever, amount in value["least"]),
        most=tuple((_text(lever), float(amount)) for lever, amount in value["most"]),
        bar=_number(value["bar"]),
    )
