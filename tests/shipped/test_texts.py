"""What people read in the shipped scenarios: a quiz that must be known, hints that are heard."""

import calendar
import re
from collections import Counter, defaultdict
from collections.abc import Iterator

import pytest

from game.analysis.strategies import new_strategy
from game.report.language import ENGLISH
from game.report.tutorial import STEPS
from game.scenario.rules import RoleKey, Rules
from game.session import (
    EndTurn,
    Seat,
    answers,
    apply,
    is_over,
    new_session,
    player_view,
    team,
)
from game.session.partner_table import with_partners
from game.storage.pars import known_par
from game.storage.places import found_places
from game.storage.scenarios import list_scenarios, load_scenario

PLACES = found_places()
NAMES = [each.name for each in list_scenarios(PLACES) if each.shipped]

WAYS_TO_PLAY = ("marketing_only", "silo_marketing", "silo_sales", "steady", "par")
"""From the most one-sided to the best: what none of them hears, hardly anybody will."""

SIDES: tuple[RoleKey, ...] = ("marketing", "sales")
"""The roles that one person may play beside a computer partner."""

LONGEST_ECHO = 6
"""So many words in a row, said in two scenarios, sound like a form letter."""

CALENDAR = {*calendar.month_name, *calendar.day_name, "Mondays", "Christmas", "Easter"}


@pytest.fixture(scope="module")
def library() -> dict[str, Rules]:
    return {name: load_scenario(PLACES, name) for name in NAMES}


def told(rules: Rules) -> Iterator[str]:
    """Yield every text that a player or a trainer reads in a scenario."""
    yield from (rules.summary, *rules.story.split("\n\n"))
    for goal in rules.learning_goals:
        yield goal.text
    for segment in rules.segments:
        yield segment.description
    for lever in rules.levers:
        yield lever.description
    for message in rules.messages:
        yield message.text
    for event in rules.events:
        yield from (event.title, event.story, event.discuss)
        yield from (choice.text for choice in event.choices)
    for hint in rules.hints:
        yield hint.say
    for question in rules.quiz:
        yield from (question.question, *question.answers, question.why)
    yield from rules.debrief
    for run in rules.runs:
        yield run.notes


@pytest.mark.parametrize("name", NAMES)
def test_who_is_quoted_is_quoted_as_everywhere_in_the_game(
    name: str, library: dict[str, Rules]
) -> None:
    assert not [text for text in told(library[name]) if '"' in text]


def test_the_first_scenario_does_not_deny_those_who_are_there(library: dict[str, Rules]) -> None:
    rules = library["first_steps"]
    said = [*told(rules), *(ENGLISH.say(step.say) for step in STEPS)]
    for denied in ("team arrives", "team is here", "team comes", "Nobody knows you"):
        assert not [text for text in said if denied in text]


@pytest.mark.parametrize("name", NAMES)
def test_a_quiz_cannot_be_passed_by_looking_at_its_answers(
    library: dict[str, Rules], name: str
) -> None:
    quiz = library[name].quiz
    assert len(quiz) == 5
    assert all(each.why for each in quiz)
    assert all(len(each.answers) == 3 for each in quiz)
    letters = Counter(each.right for each in quiz)
    lengths = Counter(
        sorted(each.answers, key=len).index(each.answers[each.right]) for each in quiz
    )
    assert max(letters.values()) <= 3, "one letter is right too often"
    assert lengths[0] <= 3, "the shortest answer is right too often"
    assert lengths[2] <= 2, "the longest answer is right too often"


@pytest.mark.parametrize("name", NAMES)
def test_a_trainer_has_enough_to_ask(library: dict[str, Rules], name: str) -> None:
    rules = library[name]
    assert len(rules.debrief) >= 4
    assert all("?" in question or "." in question for question in rules.debrief)
    assert all(event.discuss.endswith("?") for event in rules.events if event.discuss)
    assert all(run.notes for run in rules.runs)


@pytest.mark.parametrize("name", NAMES)
def test_the_clock_of_a_workshop_keeps_to_the_length_that_is_announced(
    library: dict[str, Rules], name: str
) -> None:
    rules = library[name]
    assert rules.turns * rules.minutes_to_decide <= rules.minutes


def test_no_firm_person_or_town_appears_in_two_scenarios(library: dict[str, Rules]) -> None:
    words = {name: "\n".join(told(rules)) for name, rules in library.items()}
    common = set(re.findall(r"\b[a-zà-ÿ]+\b", "\n".join(words.values())))
    seen: dict[str, set[str]] = defaultdict(set)
    for name, rules in library.items():
        for firm in rules.firm_names:
            seen[firm].add(name)
        for word in re.findall(r"(?<=[a-zà-ÿ,] )[A-ZÀ-Ý][a-zà-ÿ]+", words[name]):
            if word.lower() not in common and word not in CALENDAR:
                seen[word].add(name)
    assert {word: names for word, names in seen.items() if len(names) > 1} == {}


def test_no_two_scenarios_say_a_thing_in_the_same_words(library: dict[str, Rules]) -> None:
    seen: dict[str, set[str]] = defaultdict(set)
    for name, rules in library.items():
        for text in told(rules):
            words = re.findall(r"[\w']+", text.lower())
            for start in range(len(words) - LONGEST_ECHO + 1):
                seen[" ".join(words[start : start + LONGEST_ECHO])].add(name)
    assert {echo: names for echo, names in seen.items() if len(names) > 1} == {}


def hints_heard(rules: Rules, strategy: str, role: RoleKey = "all") -> set[str]:
    """Return all hints that a lone player hears who plays a role by a strategy."""
    par = known_par(PLACES, rules) if strategy == "par" else None
    seat, bot = Seat(0, role), new_strategy(strategy, rules, 1, par)
    session = new_session(rules, 1, team(rules, role))
    heard: set[str] = set()
    while not is_over(rules, session):
        heard.update(player_view(rules, session, seat).hints)
        for answer in answers(player_view(rules, session, seat)):
            session = apply(rules, session, answer)
        session = apply(rules, session, bot.decide(player_view(rules, session, seat)))
        session = apply(rules, with_partners(rules, session, (seat,)), EndTurn())
    return heard


@pytest.mark.parametrize("name", NAMES)
def test_every_hint_is_heard_in_some_way_to_play(library: dict[str, Rules], name: str) -> None:
    rules = library[name]
    heard = set().union(*(hints_heard(rules, strategy) for strategy in WAYS_TO_PLAY))
    for role in SIDES:
        heard |= hints_heard(rules, "silo_marketing", role)
    assert [hint.key for hint in rules.hints if hint.say not in heard] == []


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("role", SIDES)
def test_each_side_played_alone_is_spoken_to_of_its_own_half(
    library: dict[str, Rules], name: str, role: RoleKey
) -> None:
    rules = library[name]
    meant = {hint.say for hint in rules.hints if hint.to == role}
    heard = hints_heard(rules, "silo_marketing", role) & meant
    assert heard
    # Something is said to it that somebody with the whole view never hears: the fog is the lesson.
    assert any(hint.say in heard and hint.unseen for hint in rules.hints)


@pytest.mark.parametrize("name", NAMES)
def test_a_plan_as_good_as_par_hears_little_advice(library: dict[str, Rules], name: str) -> None:
    rules = library[name]
    always = {hint.say for hint in rules.hints if all(c.measure == "turn" for c in hint.when)}
    best = hints_heard(rules, "par") - always
    worst = set().union(*(hints_heard(rules, way) for way in WAYS_TO_PLAY[:3])) - always
    assert len(best) < len(worst)
