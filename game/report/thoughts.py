"""What is worth a thought after a turn: the author's advice, or where most people were lost."""

from typing import Final

from game.report.advice import advice
from game.report.figures import why_several
from game.report.funnel import Leak
from game.report.measure_words import STAGE_NAMES
from game.report.pipeline_report import PipelineReport
from game.scenario.rules import Rules
from game.session import PlayerView
from game.words import Sentence, counted, sentence

_QUESTIONS: Final[dict[str, Sentence]] = {
    "not_ready": sentence("Who stays in touch with them until they are ready?"),
    "handoff": sentence("Who knew that first, and who was told?"),
    "demo": sentence("Is there time for so many, or are they the wrong ones?"),
    "deal": sentence("What would have kept them: the price, the name, or the person?"),
}
"""What to ask about each place where people fall."""


def thoughts(rules: Rules, view: PlayerView, leaks: tuple[Leak, ...]) -> tuple[Sentence, ...]:
    """Return one or two thoughts: advice of the scenario, else the largest leak as a question."""
    said = tuple(piece.question for piece in advice(rules, view) if piece.reason is None)
    if said:
        return said
    fallen = [leak for leak in leaks if leak.count.value and leak.place != "not_ready"]
    if not fallen:
        return ()
    worst = max(fallen, key=lambda leak: leak.count.value or 0.0)
    many = worst.count.value or 0.0
    lost = counted(
        "**{count} person** was lost for one reason: {reason}.",
        "**{count} people** were lost for one reason: {reason}.",
        many,
        reason=worst.reason,
    )
    return (lost, _QUESTIONS[worst.place])


def unseen(report: PipelineReport) -> tuple[Sentence, ...]:
    """Return what a seat does not see of the pipeline and why, one line a reason."""
    reasons: dict[Sentence, list[Sentence]] = {}
    for part in sorted(report.hidden, key=_JOURNEY.index):
        reason = report.hidden[part]
        name = STAGE_NAMES.get(part) or _PARTS[part]
        names = reasons.setdefault(reason, [])
        if name not in names:
            names.append(name)
    return tuple(
        sentence(
            "Hidden: {names:list}. {reason}",
            names=tuple(names),
            reason=why_several(reason, len(names)),
        )
        for reason, names in reasons.items()
    )


_JOURNEY: Final = (
    *("aware", "leads", "not_ready", "nurtured", "mqls", "waiting", "handoff"),
    *("sqls", "referrals", "unworked", "unfit", "opportunities", "lost", "wins", "customers"),
)
"""The parts of the picture in the order in which people come to them."""

_PARTS: Final[dict[str, Sentence]] = {
    "nurtured": sentence("who came back"),
    "waiting": sentence("who waits"),
    "referrals": sentence("referrals"),
    "not_ready": sentence("who was not ready"),
    "handoff": sentence("who fell between you"),
    "unworked": sentence("who got no demo"),
    "unfit": sentence("who did not need it"),
    "lost": sentence("why deals were lost"),
}
"""What the parts of the picture are called that are no stages."""
