"""From a checked scenario to the rules of a game: names become places on axes."""

from dataclasses import replace
from typing import Any, cast

from game.market import LEVERS
from game.market.levers import GROUPS
from game.scenario import usual
from game.scenario.blocks import LeverEntry
from game.scenario.effects import Who, build_effect
from game.scenario.fields import DIFFICULTY, GROUP_NAMES, ROLES, TOGETHER
from game.scenario.market_build import Market, build_market
from game.scenario.model import ChoiceEntry, EventEntry, Scenario
from game.scenario.rules import (
    Choice,
    EventRule,
    Expects,
    Hint,
    LearningGoal,
    LeverRule,
    Message,
    PolicyRules,
    QuizQuestion,
    Reveal,
    RivalRule,
    RoleRule,
    Rules,
    RunRule,
    Segment,
)
from game.scenario.scoring import build_scorecard
from game.scenario.usual_words import numbered
from game.scenario.values import MONTHS


def build_rules(scenario: Scenario, name: str, source: str = "") -> Rules:
    """Return the rules of a game.

    Args:
        scenario: as checked.
        name: file name without its ending.
        source: the merged file as canonical JSON, for saves.

    Raises:
        Refused: if a scorecard line has a target that does not fit its measure.

    """
    market = build_market(scenario)
    turns = scenario.turns
    return Rules(
        name=name,
        title=scenario.title,
        summary=scenario.summary,
        story=scenario.story,
        language=scenario.language,
        currency=scenario.currency,
        for_players=scenario.for_players,
        minutes=estimated_minutes(scenario),
        difficulty=DIFFICULTY[scenario.difficulty],
        learning_goals=tuple(
            LearningGoal(text=goal.text, measure=goal.measure, terms=tuple(goal.terms))
            for goal in scenario.learning_goals.values()
        ),
        turns=turns.count,
        one_turn_is=turns.one_turn_is,
        minutes_to_decide=turns.minutes_to_decide,
        start_month=MONTHS.index(turns.starts_in),
        params=market.params,
        start=market.start,
        players=market.players,
        firm_names=_firm_names(scenario, market),
        segments=_segments(market),
        messages=_messages(market),
        levers=build_levers(scenario),
        policies=_policies(scenario, market),
        roles=build_roles(scenario),
        reveals=build_reveals(scenario),
        rivals=_rivals(market),
        noise=scenario.world.demand_noise,
        events=tuple(_event(key, event, market) for key, event in scenario.events.items()),
        scorecard=build_scorecard(scenario, market),
        hints=tuple(
            Hint(
                key=key,
                when=tuple(hint.when),
                say=hint.say,
                to=hint.to,
                unseen=tuple(hint.unseen),
            )
            for key, hint in scenario.hints.items()
        ),
        quiz=_quiz(scenario),
        debrief=tuple(scenario.debrief),
        shared_market=scenario.workshop.worlds == "shared",
        runs=_runs(scenario),
        expects=_expects(scenario),
        source=source,
    )


def estimated_minutes(scenario: Scenario) -> int:
    """Return how long a game takes: as the author says, or from its turns and texts."""
    if scenario.minutes is not None:
        return round(scenario.minutes)
    a_turn = scenario.turns.minutes_to_decide or 3.0
    return round(5 + scenario.turns.count * a_turn + len(scenario.events))


def _firm_names(scenario: Scenario, market: Market) -> tuple[str, ...]:
    own = scenario.company.name
    players = (
        (own,)
        if market.players == 1
        else tuple(numbered(own, firm) for firm in range(market.players))
    )
    return (*players, *(rival.name or _spoken(key) for key, rival in market.rivals.items()))


def _spoken(key: str) -> str:
    return key.replace("_", " ").capitalize()


def _segments(market: Market) -> tuple[Segment, ...]:
    return tuple(
        Segment(key=key, name=entry.name or _spoken(key), description=entry.description)
        for key, entry in market.segments.items()
    )


def _messages(market: Market) -> tuple[Message, ...]:
    return tuple(Message(key=key, text=text) for key, text in market.messages.items())


def build_levers(scenario: Scenario) -> tuple[LeverRule, ...]:
    """Return what the scenario says about each of the sixteen levers, in their order."""
    others = scenario.levers.get("others", LeverEntry())
    rules = []
    for key in LEVERS:
        entry = scenario.levers.get(key, others)
        rules.append(
            LeverRule(
                key=key,
                available=entry.available,
                unlock_turn=entry.unlock,
                name=entry.name,
                description=entry.description,
                limit=entry.limit,
            )
        )
    return tuple(rules)


def _policies(scenario: Scenario, market: Market) -> PolicyRules:
    given = scenario.policies
    shares = given.segment_focus.value
    # An unnamed segment of a given focus gets no effort; no focus at all is an even one.
    weights = [shares.get(key, 0.0) if shares else 1.0 for key in market.segments]
    total = sum(weights)
    led = given.positioning.value
    return PolicyRules(
        bar=given.qualification_bar.value,
        bar_free=not given.qualification_bar.locked,
        focus=tuple(weight / total for weight in weights),
        focus_free=not given.segment_focus.locked,
        positioning=list(market.messages).index(led) if led else 0,
        positioning_free=not given.positioning.locked,
    )


def build_roles(scenario: Scenario) -> tuple[RoleRule, ...]:
    """Return the roles that can be played: the usual ones with what the scenario changes."""
    rules = []
    for key in ROLES:
        role = usual.ROLE_RULES[key]
        entry = scenario.roles.get(key)
        if entry is not None and not entry.available:
            continue
        sees = role.sees
        if entry is not None:
            changes: dict[str, Any] = {"name": entry.name}
            if entry.levers is not None:
                changes["levers"] = _lever_keys(entry.levers)
            if entry.policies is not None:
                changes["policies"] = tuple(entry.policies)
            if entry.budget_share is not None:
                changes["budget_share"] = entry.budget_share
            role = replace(role, **changes)
            sees = sees if entry.sees is None else tuple(entry.sees)
        rules.append(replace(role, sees=tuple(dict.fromkeys((*usual.EVERYONE_SEES, *sees)))))
    return tuple(rules)


def _lever_keys(names: list[str]) -> tuple[str, ...]:
    """Return levers in their order from names of levers and groups."""
    chosen = set()
    for name in names:
        chosen |= set(GROUPS[cast(Any, name)]) if name in GROUP_NAMES else {name}
    return tuple(lever for lever in LEVERS if lever in chosen)


def build_reveals(scenario: Scenario) -> tuple[Reveal, ...]:
    """Return what each collaboration lever lets people see, and from which response on."""
    reveals = []
    for lever in TOGETHER:
        entry = getattr(scenario.collaboration, lever)
        shown = usual.REVEALS.get(lever, ()) if entry.reveals is None else tuple(entry.reveals)
        if shown:
            reveals.append(Reveal(lever=lever, response=entry.at_level, measures=shown))
    return tuple(reveals)


def _rivals(market: Market) -> tuple[RivalRule, ...]:
    return tuple(
        RivalRule(
            key=key,
            name=rival.name or _spoken(key),
            style=rival.style,
            budget=market.per_turn if rival.budget is None else rival.budget,
        )
        for key, rival in market.rivals.items()
    )


def _event(key: str, event: EventEntry, market: Market) -> EventRule:
    return EventRule(
        key=key,
        title=event.title,
        story=event.story,
        when=tuple(event.when),
        chance=event.chance,
        effects=_effects(event, market, "all", event.segment),
        lasts_turns=event.lasts_turns,
        repeats=event.repeats,
        choices=tuple(
            Choice(
                key=name,
                text=choice.text,
                effects=_effects(choice, market, "you", event.segment),
                lasts_turns=choice.lasts_turns,
                costs=choice.costs,
            )
            for name, choice in event.choices.items()
        ),
        discuss=event.discuss,
    )


def _effects(
    entry: EventEntry | ChoiceEntry, market: Market, otherwise: Who, segment: str
) -> tuple[Any, ...]:
    return tuple(
        build_effect(
            parsed,
            segments=tuple(market.segments),
            rivals=tuple(market.rivals),
            players=market.players,
            otherwise=otherwise,
            segment=segment,
        )
        for parsed in entry.affects
    )


def _quiz(scenario: Scenario) -> tuple[QuizQuestion, ...]:
    return tuple(
        QuizQuestion(
            question=entry.question,
            answers=tuple(entry.answers.values()),
            right=list(entry.answers).index(entry.right),
            why=entry.why,
        )
        for entry in scenario.quiz.values()
    )


def _runs(scenario: Scenario) -> tuple[RunRule, ...]:
    return tuple(
        RunRule(
            key=key,
            turns=run.turns or scenario.turns.count,
            locked=_lever_keys(run.locked),
            notes=run.notes,
        )
        for key, run in scenario.workshop.runs.items()
    )


def _expects(scenario: Scenario) -> Expects:
    claims = scenario.expects
    return Expects(
        ranking=tuple(claims.ranking),
        largest_lever_share=claims.largest_lever_share,
        collaboration_earns=claims.collaboration_earns,
        most_missed=tuple(claims.most_missed),
        spent_early=tuple(claims.spent_early),
        best_bar_at_least=claims.best_bar.at_least,
        best_bar_at_most=claims.best_bar.at_most,
        best_message=claims.best_message,
        best_focus=claims.best_focus,
    )
