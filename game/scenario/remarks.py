"""What can be played and may still not be meant: errors across blocks, warnings and hints."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from game.market import MarketParams
from game.market.params import parameter_facts
from game.scenario.build import build_levers, build_reveals, build_roles
from game.scenario.effects import ParsedEffect
from game.scenario.findings import problem_at
from game.scenario.languages import base_language
from game.scenario.market_build import TURN_MONTHS
from game.scenario.measures import MEASURES, SEEN_BY_ALL, SHARES_OF_THE_PLAN
from game.scenario.model import Scenario
from game.scenario.possible import impossible
from game.scenario.problems import Code, Problem, Severity
from game.scenario.scoring import score_target
from game.scenario.terms import TERMS
from game.scenario.tree import Node, nearest
from game.scenario.usual import REFERENCE_BUDGET
from game.scenario.values import Refused, close, shown, within
from game.words import Sentence, sentence


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes problems at places of one tree."""

    root: Node

    def note(
        self,
        severity: Severity,
        code: Code,
        way: tuple[str | int, ...],
        words: Sentence,
        step: Sentence | None = None,
        suggestion: str = "",
    ) -> Problem:
        """Return a problem at the name at the end of a way, or as near to it as there is one."""
        node = nearest(self.root, way)[0]
        at_key = node.value is None or isinstance(node.value, (dict, list))
        return problem_at(
            node,
            code,
            words,
            at_key=at_key,
            severity=severity,
            suggestion=suggestion,
            next_step=step,
        )

    def refusal(self, way: tuple[str | int, ...], refused: Refused) -> Problem:
        """Return a refused value as a problem."""
        node = nearest(self.root, way)[0]
        return problem_at(
            node,
            refused.code,
            refused.sentence,
            at_key=isinstance(node.value, dict),
            suggestion=refused.suggestion,
            next_step=refused.next_step,
        )


def cross_errors(scenario: Scenario, root: Node) -> Iterator[Problem]:
    """Yield what no single value shows: impossible sums, targets and parameters out of range."""
    pen = Pen(root)
    focus = scenario.policies.segment_focus.value
    if focus and sum(focus.values()) <= 0:
        words = sentence("the focus gives no effort to any segment")
        yield pen.note("error", "no_sum", ("policies", "segment_focus", "value"), words)
    for key in scenario.scorecard:
        yield from _score_errors(scenario, pen, key)
    for name, entry in scenario.expert.items():
        low, high = parameter_facts(name)[1:3]
        try:
            within(entry.value, low, high, nearest(root, ("expert", name, "value"))[0].text)
        except Refused as refused:
            yield pen.refusal(("expert", name, "value"), refused)
    for key in ("marketing", "sales"):
        if key in scenario.roles and not scenario.roles[key].available:
            words = sentence("'{role}' is always there: the game is about these two", role=key)
            step = sentence("only 'manager' and 'customer_voice' can be switched off")
            yield pen.note("error", "not_a_choice", ("roles", key), words, step)
    yield from _start_errors(scenario, pen)
    if not any(lever.available for lever in build_levers(scenario)):
        words = sentence("every budget line is off: there is nothing to spend money on")
        step = sentence("leave at least one on, for example 'levers: {{others: off, seo: on}}'")
        yield pen.note("error", "no_levers", ("levers",), words, step)


def _score_errors(scenario: Scenario, pen: Pen, key: str) -> Iterator[Problem]:
    entry = scenario.scorecard[key]
    if not entry.measure and key not in MEASURES:
        words = sentence("there is no measure '{name}'", name=shown(key))
        step = sentence("name the entry like its measure, or add a line 'measure: …'")
        yield pen.note(
            "error", "unknown_measure", ("scorecard", key), words, step, close(key, MEASURES)
        )
        return
    if (entry.measure or key) == "turn":
        words = sentence("'turn' measures nothing a team could be good at")
        yield pen.note("error", "unknown_measure", ("scorecard", key), words)
        return
    try:
        target = score_target(entry, key, scenario.currency)
    except Refused as refused:
        yield pen.refusal(("scorecard", key, "target"), refused)
        return
    if target == 0:
        words = sentence("a target of 0 can be neither missed nor reached")
        yield pen.note("error", "out_of_range", ("scorecard", key, "target"), words)


def _start_errors(scenario: Scenario, pen: Pen) -> Iterator[Problem]:
    firms = [("company", scenario.company.customers)]
    firms += [(f"rivals/{key}", each.customers) for key, each in (scenario.rivals or {}).items()]
    for segment in tuple(scenario.segments) or ("all",):
        total = sum(shares.get(segment, shares.get("all", 0.0)) for _, shares in firms)
        if total > 1:
            words = sentence(
                "all firms together start with {share:share} of '{segment}' as customers",
                share=total,
                segment=segment,
            )
            step = sentence("make the starting customers add up to less than 100 %")
            yield pen.note("error", "no_sum", (*firms[-1][0].split("/"), "customers"), words, step)
            return


def remarks(scenario: Scenario, root: Node) -> Iterator[Problem]:
    """Yield warnings and hints about a scenario that can be played."""
    pen = Pen(root)
    yield from _weights(scenario, pen)
    yield from _money(scenario, pen)
    yield from _events(scenario, pen)
    yield from _levers(scenario, pen)
    yield from _segments(scenario, pen)
    yield from _hints(scenario, pen)
    yield from _teaching(scenario, pen)
    yield from _units(scenario, pen)


def _weights(scenario: Scenario, pen: Pen) -> Iterator[Problem]:
    weights = [entry.weight for entry in scenario.scorecard.values()]
    if any(weights) and abs(sum(weights) - 1) > 1e-6:
        words = sentence("the weights add up to {sum:share}, not to 100 %", sum=sum(weights))
        step = sentence("they are played as if they did: each is divided by the sum")
        yield pen.note("warning", "weights_sum", ("scorecard",), words, step)
    focus = scenario.policies.segment_focus.value
    if focus and abs(sum(focus.values()) - 1) > 1e-6:
        words = sentence("the focus adds up to {sum:share}, not to 100 %", sum=sum(focus.values()))
        step = sentence("it is played as if it did: each share is divided by the sum")
        way = ("policies", "segment_focus", "value")
        yield pen.note("warning", "weights_sum", way, words, step)


def _money(scenario: Scenario, pen: Pen) -> Iterator[Problem]:
    budget = scenario.budget
    if budget.per_turn == 0 and budget.share_of_revenue == 0 and budget.start <= 0:
        words = sentence("there is never any money to decide about")
        step = sentence("give some, for example 'budget: {{per_turn: 60k}}'")
        yield pen.note("warning", "budget_zero", ("budget",), words, step)


def most_money(scenario: Scenario) -> float:
    """Return the most money a firm can ever have in the bank, without a share of revenue."""
    months = TURN_MONTHS[scenario.turns.one_turn_is]
    per_turn = scenario.budget.per_turn
    per_turn = REFERENCE_BUDGET * months if per_turn is None else per_turn
    return scenario.budget.start + per_turn * scenario.turns.count


def never_fires(scenario: Scenario, key: str) -> bool:
    """Return whether an event can happen in no turn of the game."""
    event = scenario.events[key]
    return event.chance == 0 or bool(impossible(event.when, scenario.turns.count))


def _events(scenario: Scenario, pen: Pen) -> Iterator[Problem]:
    for key, event in scenario.events.items():
        way = ("events", key)
        name = shown(event.title)
        if never_fires(scenario, key):
            if event.chance and not impossible(event.when):
                words = sentence(
                    "'{event}' would come after the last turn ({turns})",
                    event=name,
                    turns=scenario.turns.count,
                )
                step = sentence("let it come earlier, or play more turns: 'turns: {{count: …}}'")
                yield pen.note("warning", "event_after_end", (*way, "when"), words, step)
            else:
                words = sentence("'{event}' can never happen", event=name)
                step = sentence("its conditions exclude each other, or its chance is 0")
                yield pen.note("warning", "event_never", way, words, step)
            continue
        yield from _choices(scenario, pen, key)


def _choices(scenario: Scenario, pen: Pen, key: str) -> Iterator[Problem]:
    rich = scenario.budget.share_of_revenue > 0
    choices = scenario.events[key].choices
    if len(choices) == 1:
        words = sentence("one choice is no choice: there is nothing to decide")
        step = sentence("add a second one, or move what it changes to the event itself")
        yield pen.note("warning", "choice_unreachable", ("events", key, "choices"), words, step)
    for name, choice in list(choices.items())[1:]:
        if not rich and choice.costs > most_money(scenario):
            words = sentence(
                "'{choice}' costs more than there ever is in the bank", choice=shown(choice.text)
            )
            way = ("events", key, "choices", name, "costs")
            step = sentence("let it cost less, or give more money under 'budget'")
            yield pen.note("warning", "choice_unreachable", way, words, step)


def _levers(scenario: Scenario, pen: Pen) -> Iterator[Problem]:
    owned = {lever for role in build_roles(scenario) for lever in role.levers}
    for lever in build_levers(scenario):
        if not lever.available:
            continue
        way = ("levers", lever.key)
        if lever.unlock_turn > scenario.turns.count:
            words = sentence(
                "'{lever}' opens after the last turn ({turns})",
                lever=lever.key,
                turns=scenario.turns.count,
            )
            step = sentence("open it earlier, or switch it off")
            yield pen.note("warning", "unlock_after_end", (*way, "unlock"), words, step)
        if lever.key not in owned:
            words = sentence("no role may spend money on '{lever}'", lever=lever.key)
            step = sentence("add it to the levers of a role, or switch it off")
            yield pen.note("warning", "lever_nobody_decides", ("roles",), words, step)


def unused_segments(scenario: Scenario) -> tuple[str, ...]:
    """Return segments in which nobody ever buys."""
    return tuple(key for key, each in scenario.segments.items() if each.in_market == 0)


def _segments(scenario: Scenario, pen: Pen) -> Iterator[Problem]:
    for key in unused_segments(scenario):
        words = sentence("nobody in '{segment}' ever looks for an offer", segment=key)
        step = sentence("give it an 'in_market' above 0, or delete it")
        yield pen.note("warning", "segment_unused", ("segments", key), words, step)
    for key, segment in scenario.segments.items():
        if segment.price == 0:
            words = sentence(
                "nobody in '{segment}' pays anything: it brings no revenue", segment=key
            )
            step = sentence("give it a price above 0, what one customer pays a month")
            yield pen.note("warning", "price_zero", ("segments", key, "price"), words, step)
    cared = [each.cares_about for each in scenario.segments.values() if each.cares_about]
    if len(scenario.positioning) == 1 and cared:
        words = sentence("there is only one message, so nothing can be chosen")
        step = sentence("add a second message, or delete 'cares_about'")
        yield pen.note("hint", "message_alone", ("positioning",), words, step)


def _teaching(scenario: Scenario, pen: Pen) -> Iterator[Problem]:
    if not scenario.learning_goals:
        words = sentence("there are no learning goals")
        step = sentence("say what players should understand: 'learning_goals:'")
        yield pen.note("warning", "no_learning_goals", (), words, step)
    for key, goal in scenario.learning_goals.items():
        for place, term in enumerate(goal.terms):
            if term not in TERMS:
                words = sentence(
                    "the glossary has no word '{name}', so it is left out", name=shown(term)
                )
                step = sentence("the names of its words stand in scenarios/README.md, under Terms")
                way = ("learning_goals", key, "terms", place)
                yield pen.note("warning", "unknown_term", way, words, step, close(term, TERMS))
    if not scenario.debrief:
        words = sentence("there are no questions for the debrief")
        step = sentence("most is learned by talking about it: 'debrief:'")
        yield pen.note("hint", "no_debrief", (), words, step)
    if not 4 <= scenario.turns.count <= 24:
        words = sentence("{turns} turns are unusual; 4 to 24 work well", turns=scenario.turns.count)
        yield pen.note("hint", "unusual_length", ("turns", "count"), words)


def _hints(scenario: Scenario, pen: Pen) -> Iterator[Problem]:
    """Yield hints that the role they are meant for can never hear."""
    shown_later = {name for reveal in build_reveals(scenario) for name in reveal.measures}
    sees = {role.key: SEEN_BY_ALL | {*role.sees} for role in build_roles(scenario)}
    everywhere = frozenset(MEASURES).intersection(*sees.values())
    for key, hint in scenario.hints.items():
        seen = sees.get(hint.to, everywhere)
        open_to_it = seen | shown_later | SHARES_OF_THE_PLAN
        named = {each.measure for each in hint.when}
        dark = sorted(named - open_to_it) if hint.to in sees else []
        known = sorted((seen | SHARES_OF_THE_PLAN).intersection(hint.unseen))
        if dark:
            words = sentence(
                "'{role}' never hears this: it does not see '{measure}', and no collaboration "
                "shows it",
                role=hint.to,
                measure=dark[0],
            )
            step = sentence("let another role hear it, or ask for a measure that this one sees")
            yield pen.note("warning", "hint_unheard", ("hints", key, "when"), words, step)
        elif known:
            words = sentence(
                "nobody ever hears this: whom it is meant for always sees '{measure}'",
                measure=known[0],
            )
            step = sentence("name a measure under 'unseen' that is hidden at first")
            yield pen.note("warning", "hint_unheard", ("hints", key, "unseen"), words, step)


def language_remarks(scenario: Scenario, root: Node, spoken: Sequence[str]) -> Iterator[Problem]:
    """Yield a hint where the game itself does not speak the language of the scenario's texts."""
    code = scenario.language
    if code in spoken or base_language(code) in spoken:
        return
    words = sentence(
        "the game does not speak '{language}': its own words stay in another language than yours",
        language=code,
    )
    step = sentence("buttons and reports speak {languages:list}", languages=tuple(spoken))
    yield Pen(root).note("hint", "language_unspoken", ("language",), words, step)


def _units(scenario: Scenario, pen: Pen) -> Iterator[Problem]:
    for name, entry in scenario.expert.items():
        unit = parameter_facts(name)[0]
        if entry.unit and entry.unit != unit:
            words = sentence("the model counts '{name}' in '{unit}'", name=name, unit=unit)
            yield pen.note("warning", "expert_unit", ("expert", name, "unit"), words)


def effect_errors(scenario: Scenario, root: Node, params: MarketParams) -> Iterator[Problem]:
    """Yield effects that alone push a parameter out of the range the market can compute with."""
    pen = Pen(root)
    for key, event in scenario.events.items():
        lists: list[tuple[tuple[str, ...], list[ParsedEffect]]] = [
            (("events", key, "affects"), event.affects)
        ]
        for name, choice in event.choices.items():
            lists.append((("events", key, "choices", name, "affects"), choice.affects))
        for way, effects in lists:
            for number, effect in enumerate(effects):
                if effect.operation != "plus" or effect.target not in _BOUNDED:
                    continue
                low, high = _BOUNDED[effect.target]
                start = float(getattr(params, effect.target)[0])
                if not low <= start + effect.value <= high:
                    words = sentence("'{effect}' is more than there is", effect=effect.text)
                    yield pen.note("error", "out_of_range", (*way, number), words)


_BOUNDED: Final[dict[str, tuple[float, float]]] = {
    "response_hours": (0.0, 1e4),
    "leak": (0.0, 1.0),
    "acceptance": (0.0, 1.0),
    "contentment": (0.0, 1.0),
}
