"""A game that an automatic save would write over is kept under a name first: none is lost."""

from collections.abc import Sequence

from game.errors import HandoffError
from game.scenario.rules import Rules
from game.session import Seat, Session, parse_save
from game.storage.atomic import is_file, read_text, write_text
from game.storage.places import Places
from game.storage.save_files import ENDING, LONGEST_NAME, automatic, beside, safe_name
from game.storage.saves import SaveCard, save_card


def make_room(
    places: Places, rules: Rules, session: Session, seat: Seat, people: Sequence[Seat] = ()
) -> str | None:
    """Keep the running game whose place another takes, if there is one.

    Args:
        places: where games lie.
        rules: the scenario.
        session: the game that will be saved by itself next; its own past takes up no room.
        seat: the person's.
        people: seats of several people who play at one machine; () for one person.

    Returns:
        the name under which the other game is kept; None where nothing of one would be lost.

    Raises:
        StorageFailed: if it cannot be kept; it is as it was.

    """
    last, _ = automatic(places, rules.name, seat, shared=bool(people))
    if not is_file(last):
        return None
    card = save_card(last)
    if not card.running or card.turn <= 1:  # damaged, over, or nothing of it was played
        return None
    try:
        saved = parse_save(read_text(last), str(last))
    except HandoffError:
        return None
    past = session.journal[: len(saved.journal)]
    if (saved.seed, saved.seats, saved.journal) == (session.seed, session.seats, past):
        return None
    return set_aside(places, card)


def set_aside(places: Places, card: SaveCard) -> str:
    """Keep a game that was saved by itself under a name, because another takes its place.

    Returns:
        the name: its title and when it was saved.

    Raises:
        StorageFailed: if it cannot be read or written.

    """
    said = safe_name(f"{card.title[: LONGEST_NAME - 25]}, {card.saved_at.replace(':', '.')}")
    name, number = said, 2
    while is_file(places.saves / f"{name}{ENDING}"):
        name, number = f"{said} ({number})", number + 1
    path = places.saves / f"{name}{ENDING}"
    write_text(path, read_text(card.path))
    for who in card.people or (None,):
        if is_file(beside(card.path, who)):
            write_text(beside(path, who), read_text(beside(card.path, who)))
    return name
