"""Scenario cards: what a scenario teaches, how long it takes, and the best that was reached."""

from dataclasses import dataclass

from game.report.measure_words import MEASURE_WORDS
from game.report.names import DIFFICULTY_NAMES, measure_icon, role_name, turns_long
from game.scenario.rules import Rules
from game.session.score import part_of_par
from game.words import Sentence, counted, sentence, verbatim


@dataclass(frozen=True, slots=True, kw_only=True)
class Best:
    """The best finished game of a scenario so far."""

    score: float  # 100 = every target met
    of_par: float | None = None  # 1 = par

    @classmethod
    def of(cls, score: float, par: float | None, before: float | None = None) -> "Best":
        """Return a best score beside par as it is known now, else as it was known ``before``."""
        now = part_of_par(score, par)
        return cls(score=score, of_par=before if now is None else now)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioCard:
    """A scenario as the library shows it."""

    name: str  # of its file
    title: Sentence
    summary: Sentence
    teaches: tuple[Sentence, ...]
    icon: str  # of the figure that shows its first lesson; "" where no lesson names one
    minutes: Sentence
    difficulty: int  # 1–3
    difficulty_name: Sentence
    length: Sentence
    for_players: Sentence
    best: Sentence
    of_par: float | None  # best so far, 1 = par; None where that or par is not known
    played: bool
    elsewhere: Sentence | None  # the best in another role, where it was not finished in this one
    running: Sentence | None  # how far the game is that can be gone on with


def scenario_card(
    rules: Rules,
    best: Best | None = None,
    running: int | None = None,
    elsewhere: tuple[str, Best] | None = None,
) -> ScenarioCard:
    """Return the card of one scenario.

    Args:
        rules: the scenario.
        best: the best finished game, None where it was never finished.
        running: the turn of the game that can be gone on with, None where there is none.
        elsewhere: another role, and the best in it.

    """
    other = None if best is not None or elsewhere is None else best_as(*elsewhere)
    return ScenarioCard(
        name=rules.name,
        title=verbatim(rules.title),
        summary=verbatim(rules.summary),
        teaches=tuple(verbatim(goal.text) for goal in rules.learning_goals),
        icon=_icon(rules),
        minutes=counted("{count} minute", "{count} minutes", rules.minutes),
        difficulty=rules.difficulty,
        difficulty_name=DIFFICULTY_NAMES[min(max(rules.difficulty, 1), 3)],
        length=turns_long(rules, rules.turns),
        for_players=verbatim(rules.for_players),
        best=best_sentence(best),
        of_par=None if best is None else best.of_par,
        played=best is not None,
        elsewhere=other,
        running=None if running is None else running_sentence(rules, running),
    )


def _icon(rules: Rules) -> str:
    shown = [goal.measure for goal in rules.learning_goals if goal.measure in MEASURE_WORDS]
    return measure_icon(shown[0]) if shown else ""


def is_about(card: ScenarioCard, wanted: str) -> bool:
    """Say whether every word of a search is found in what a card says."""
    told = " ".join(map(str, (card.title, card.summary, *card.teaches, card.for_players)))
    return all(word in told.casefold() for word in wanted.casefold().split())


def running_sentence(rules: Rules, turn: int) -> Sentence:
    """Say how far a game is that can be gone on with."""
    if rules.one_turn_is == "week":
        return sentence("Running: week {turn} of {turns}", turn=turn, turns=rules.turns)
    if rules.one_turn_is == "quarter":
        return sentence("Running: quarter {turn} of {turns}", turn=turn, turns=rules.turns)
    return sentence("Running: month {turn} of {turns}", turn=turn, turns=rules.turns)


def go_on_sentence(rules: Rules, turn: int) -> Sentence:
    """Return what the button says that goes on with a game."""
    if rules.one_turn_is == "week":
        return sentence("Go on with week {turn}", turn=turn)
    if rules.one_turn_is == "quarter":
        return sentence("Go on with quarter {turn}", turn=turn)
    return sentence("Go on with month {turn}", turn=turn)


def start_over_sentence(rules: Rules, turn: int) -> Sentence:
    """Say what becomes of a running game in which some turns were played, if it is begun anew."""
    return sentence(
        "Your running game of “{title}” ({played} played, {turns} in all) goes to the saved games "
        "as it is, and a new one begins.",
        title=rules.title,
        played=turns_long(rules, turn - 1),
        turns=rules.turns,
    )


def best_sentence(best: Best | None) -> Sentence:
    """Say the best result so far: as a share of par where par is known."""
    if best is None:
        return sentence("Not played yet")
    if best.of_par is not None:
        return sentence("Your best: {share:share} of par", share=best.of_par)
    return counted(
        "Your best: {count:number} point", "Your best: {count:number} points", best.score
    )


def best_as(role: str, best: Best) -> Sentence:
    """Say the best result in a role that is not the chosen one."""
    who = sentence("With every role") if role == "all" else role_name(role)
    if best.of_par is not None:
        return sentence("{role}: {share:share} of par", role=who, share=best.of_par)
    return counted(
        "{role}: {count:number} point", "{role}: {count:number} points", best.score, role=who
    )
