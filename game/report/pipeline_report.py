"""What the pipeline's picture shows of one turn to one seat, and what it says."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from game.report.charts.pipeline_flow import (
    PEOPLE_PER_DOT,
    Loss,
    PipelineFlow,
    PipelineWords,
    Source,
)
from game.report.charts.pipeline_shapes import NARROW
from game.report.figures import HIDDEN, Curtain, Shown, total
from game.report.funnel import AT_HANDOFF, aware_people
from game.report.language import ENGLISH, Language
from game.report.names import flow_name, group_name, stage_name, turn_label
from game.report.sources import gathered_sources
from game.report.whole import whole_by_key
from game.scenario.rules import Rules
from game.session import PlayerView, TurnView
from game.words import Sentence, counted, sentence, verbatim

_FLOWS: Final = {
    "not_ready": "not_ready",
    "nurtured": "nurtured",
    "waiting": "waiting",
    "referrals": "referrals",
    "unworked": "no_demo",
    "unfit": "unfit",
}
"""Parts of the picture and the flows they are drawn from."""

_BESIDE: Final = ("waiting", "nurtured", "referrals")
"""Parts that only a note tells of, in whole people: less than one is nobody."""

_REASONS: Final[dict[str, Sentence]] = {
    "leaked": sentence("nobody called"),
    "too_late": sentence("too late"),
    "unworked": sentence("no time"),
    "rejected": sentence("turned down"),
    "price": sentence("too dear"),
    "rival": sentence("a rival fit better"),
    "fit": sentence("did not fit"),
    "slow": sentence("took too long"),
    "no_decision": sentence("decided nothing"),
}
"""Why people fall, as short as the narrow room under a heap wants it: "turned down 32"."""

_MEASURES: Final = ("mqls", "sqls", "opportunities", "wins", "customers")


@dataclass(frozen=True, slots=True, kw_only=True)
class PipelineReport:
    """The people of one turn and the words beside them.

    Attributes:
        flow: people; a hidden part is 0 here and is named in ``flow.hidden``.
        words: in the reader's language.
        hidden: names of the fields of ``flow`` that this seat may not see, and why not.

    """

    flow: PipelineFlow
    words: PipelineWords
    hidden: dict[str, Sentence]


def pipeline_flow(
    rules: Rules,
    view: PlayerView,
    language: Language = ENGLISH,
    turn: TurnView | None = None,
) -> PipelineReport | None:
    """Return the pipeline of a turn, the last one where none is given; None before the first.

    Args:
        rules: the scenario.
        view: what the seat may know.
        language: says labels and notes.
        turn: one of ``view.history``.

    """
    turn = view.now if turn is None else turn
    if turn.turn == 0:
        return None
    curtain = Curtain(rules, view)
    parts = {"aware": aware_people(curtain, turn)}
    parts |= {name: curtain.measure(turn, name) for name in _MEASURES}
    parts |= {name: curtain.flow(turn, flow) for name, flow in _FLOWS.items()}
    parts |= {name: _whole(parts[name]) for name in _BESIDE}
    fallen = whole_by_key({key: curtain.flow(turn, key) for key in AT_HANDOFF})
    lost = whole_by_key({key: curtain.part(turn.losses, key, "win_rate") for key in turn.losses})
    sources = gathered_sources(rules, view, turn)
    demos = _demos(curtain, turn)
    hidden = _hidden(
        parts
        | {"leads": curtain.measure(turn, "leads")}
        | {"handoff": total(*fallen.values()), "lost": total(*lost.values())}
    )
    return PipelineReport(
        flow=PipelineFlow(
            leads=tuple(
                Source(
                    label=language.say(source.name),
                    count=_people(source.leads),
                    series=source.series,
                )
                for source in sources
                if source.leads.value
            ),
            handoff=_losses(fallen, language),
            prospected=_people(curtain.flow(turn, "outbound")),
            demos=demos[0],
            demos_wanted=demos[1],
            lost=_losses(lost, language),
            hidden=frozenset(hidden),
            **{name: _people(shown) for name, shown in parts.items()},
        ),
        words=_words(curtain, turn, parts, demos, language),
        hidden=hidden,
    )


def _demos(curtain: Curtain, turn: TurnView) -> tuple[float, float]:
    """Return how many were shown the product, and how many would have been with time enough."""
    keys = ("opportunities", "unfit", "no_demo", "waiting_for_demo")
    counts = [curtain.flow(turn, key).value for key in keys]
    known = [count for count in counts if count is not None]
    if len(known) < len(keys):
        return 0.0, 0.0
    return known[0] + known[1], sum(known)


def _people(shown: Shown) -> float:
    return max(shown.value or 0.0, 0.0)


def _whole(shown: Shown) -> Shown:
    """Return nobody for less than half a person: there is no arrow for "0 referrals"."""
    if shown.value is None or round(shown.value) > 0:
        return shown
    return replace(shown, value=0.0)


def _losses(parts: Mapping[str, Shown], language: Language) -> tuple[Loss, ...]:
    return tuple(
        Loss(label=language.say(_REASONS[key]), count=_people(shown))
        for key, shown in parts.items()
        if shown.value
    )


def _hidden(parts: dict[str, Shown]) -> dict[str, Sentence]:
    return {name: shown.note for name, shown in parts.items() if shown.hidden and shown.note}


def _words(
    curtain: Curtain,
    turn: TurnView,
    parts: dict[str, Shown],
    demos: tuple[float, float],
    language: Language,
) -> PipelineWords:
    say = language.say
    when = turn_label(curtain.rules, turn.turn, language, short=False)

    return PipelineWords(
        title=say(sentence("The pipeline in {turn}", turn=when)),
        hidden=say(HIDDEN),
        leads=say(stage_name("leads")),
        **{name: say(stage_name(name)) for name in ("aware", *_MEASURES)},
        marketing=say(group_name("marketing")),
        handoff=say(sentence("The handoff")),
        sales=say(group_name("sales")),
        waiting=_waiting(curtain, turn, parts["waiting"], language),
        queue=_waiting(curtain, turn, parts["waiting"], language, short=True),
        nurtured=_note(parts["nurtured"], "nurtured", language),
        referrals=_note(parts["referrals"], "referrals", language),
        not_ready=say(flow_name("not_ready")),
        lost_between=say(sentence("fell between you")),
        unworked=say(flow_name("no_demo")),
        unfit=say(flow_name("unfit")),
        lost=say(sentence("deals lost")),
        others=say(sentence("others")),
        narrow=_narrow(curtain.rules, demos, language),
        dots=tuple((people, _dot(people, language)) for people in PEOPLE_PER_DOT),
        note=say(
            sentence(
                "The band is as high as there are people, drawn so that few stay visible beside "
                "many. Who falls is counted beneath."
            )
        ),
    )


def _narrow(rules: Rules, demos: tuple[float, float], language: Language) -> str:
    """Say how many got a demo, by the scenario's name for it, where not everybody did."""
    shown, wanted = demos
    if round(shown) >= round(wanted) or shown >= NARROW * wanted:
        return ""
    own = next((lever.name for lever in rules.levers if lever.key == "product_demos"), "")
    if own:
        what = verbatim(own)
        said = sentence(
            "{what} for {shown:number} of {all:number}", what=what, shown=shown, all=wanted
        )
    else:
        said = sentence("demos for {shown:number} of {all:number}", shown=shown, all=wanted)
    return language.say(said)


def _dot(people: int, language: Language) -> str:
    if people == 1:
        return language.say(sentence("One dot is one person, coloured by source"))
    return language.say(
        sentence("One dot is {people:number} people, coloured by source", people=people)
    )


def _waiting(
    curtain: Curtain, turn: TurnView, waiting: Shown, language: Language, *, short: bool = False
) -> str:
    """Say how many wait and how long, as far as the seat may know."""
    hours = curtain.measure(turn, "response_hours")
    if not waiting.value:
        return ""
    if short or hours.value is None:
        return language.say(counted("{count} waits", "{count} wait", waiting.value))
    return language.say(
        counted(
            "{count} waits; answers take {hours:hours}",
            "{count} wait; answers take {hours:hours}",
            waiting.value,
            hours=hours.value,
        )
    )


def _note(shown: Shown, name: str, language: Language) -> str:
    if not shown.value:
        return ""
    if name == "referrals":
        return language.say(counted("{count} referral", "{count} referrals", shown.value))
    return language.say(counted("{count} came back", "{count} came back", shown.value))
