"""A score divided: what each group of levers brought, what collaboration earned, luck and skill."""

from dataclasses import dataclass

from game.analysis.debrief import Debrief
from game.analysis.luck_share import LuckShare
from game.analysis.shapley import GroupValues
from game.report.charts.ranges import RangeData, RangeRow
from game.report.charts.staircases import Step, WaterfallData
from game.report.language import ENGLISH, Language
from game.report.names import GROUP_NAMES, GROUP_WORK
from game.report.rounding import POINTS, grain_of
from game.report.what_ifs import WhatIfReport, what_if_report
from game.report.worth_words import LEAST
from game.scenario.rules import Rules
from game.session import PlayerView
from game.words import Sentence, counted, sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupPart:
    """What one group of levers brought of all that money earned: its Shapley value.

    ``score`` is rounded so that all groups add up to what the report calls earned.
    """

    key: str
    name: Sentence
    score: float
    bookings: float
    said: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupParts:
    """The score divided: what came without any money, and what each group brought."""

    nothing: float  # points of the same game with no money spent
    parts: tuple[GroupPart, ...]
    played: float  # nothing plus all parts
    said: Sentence

    def waterfall(self, language: Language = ENGLISH) -> WaterfallData:
        """Return the division as a chart's data."""
        return WaterfallData(
            title=language.say(self.said),
            start_label=language.say(sentence("No money")),
            start=self.nothing,
            steps=tuple(
                Step(label=language.say(part.name), change=part.score) for part in self.parts
            ),
            end_label=language.say(sentence("As played")),
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Earned:
    """What collaboration earned: the same game without it, its money moved or left in the bank.

    Attributes:
        said: one sentence for each of both games.
        moved, unspent: both games beside the one that was played.

    """

    said: tuple[Sentence, ...]
    moved: WhatIfReport
    unspent: WhatIfReport


@dataclass(frozen=True, slots=True, kw_only=True)
class LuckAndSkill:
    """The score divided: an even split of the money, better decisions, luck. All in points.

    ``steady + skill + luck`` is ``played`` to the last digit shown.
    """

    steady: float
    skill: float
    luck: float
    played: float
    low: float  # of these decisions in other worlds, eight times of ten above
    mean: float
    high: float
    worlds: tuple[float, ...]  # the score in each of them, ascending
    place: float  # 0–1, part of them that this game leaves behind
    said: tuple[Sentence, ...]

    def waterfall(self, language: Language = ENGLISH) -> WaterfallData:
        """Return the division as a chart's data."""
        return WaterfallData(
            title=language.say(sentence("Luck and skill")),
            start_label=language.say(sentence("Even split")),
            start=self.steady,
            steps=(
                Step(label=language.say(sentence("Your decisions")), change=self.skill),
                Step(label=language.say(sentence("Luck")), change=self.luck),
            ),
            end_label=language.say(sentence("As played")),
        )

    def range_data(self, language: Language = ENGLISH) -> RangeData:
        """Return this game's score on the band of the same decisions in other worlds."""
        row = RangeRow(low=self.low, high=self.high, prediction=self.mean, outcome=self.played)
        return RangeData(title=language.say(self.said[0]), rows=(row,))


def group_parts(found: GroupValues) -> GroupParts:
    """Return the score divided among the groups of levers."""
    nothing, played = POINTS.rounded(found.score_of_nothing), POINTS.rounded(found.score)
    earned = POINTS.rounded(played - nothing)
    scores = POINTS.parts([each.score for each in found.groups], earned)
    money = grain_of("money", [each.bookings for each in found.groups])
    return GroupParts(
        nothing=nothing,
        parts=tuple(
            GroupPart(
                key=each.group,
                name=GROUP_NAMES[each.group],
                score=points,
                bookings=money.rounded(each.bookings),
                said=_brought(GROUP_WORK[each.group], points, each.bookings),
            )
            for each, points in zip(found.groups, scores, strict=True)
        ),
        played=played,
        said=sentence(
            "Without any money the game would have ended at {nothing:decimal} points; your money "
            "earned {earned:decimal}.",
            nothing=nothing,
            earned=earned,
        ),
    )


def _brought(work: Sentence, points: float, bookings: float) -> Sentence:
    return sentence(
        "Money for {work}: {points:decimal} points and {bookings:short} of bookings.",
        work=work,
        points=points,
        bookings=bookings,
    )


def collaboration_report(
    rules: Rules, view: PlayerView, found: Debrief, language: Language = ENGLISH
) -> Earned:
    """Return what collaboration earned, with both games beside the one that was played."""
    both = found.collaboration
    reports = [what_if_report(rules, view, each, language) for each in (both.moved, both.unspent)]
    if found.moments.together is None:
        said: tuple[Sentence, ...] = (sentence("You spent nothing on working together."),)
    else:
        said = (
            _moved_words(-both.moved.score_gained, -both.moved.bookings_gained),
            _unspent_words(-both.unspent.score_gained, -both.unspent.bookings_gained),
        )
    return Earned(said=said, moved=reports[0], unspent=reports[1])


def _moved_words(points: float, bookings: float) -> Sentence:
    if points >= LEAST:
        return sentence(
            "Working together earned {points:decimal} points more than the same money for "
            "marketing and sales alone, and changed bookings by {bookings:signed_money}.",
            points=points,
            bookings=bookings,
        )
    if points <= -LEAST:
        return sentence(
            "The money for working together would have brought {points:decimal} points more with "
            "marketing and sales.",
            points=-points,
        )
    return sentence("Working together earned what marketing and sales would have earned with it.")


def _unspent_words(points: float, bookings: float) -> Sentence:
    return sentence(
        "Against the same money left in the bank: {points} points, bookings "
        "{bookings:signed_money}.",
        points=_signed(points),
        bookings=bookings,
    )


def _signed(points: float) -> Sentence:
    if round(points, 1) > 0:
        return sentence("+{points:decimal}", points=points)
    return sentence("{points:decimal}", points=points)


def luck_and_skill(found: LuckShare, *, all_turns: bool) -> LuckAndSkill:
    """Return the score divided into an even split, better decisions and luck.

    ``all_turns`` says whether the game is over.
    """
    steady, played = POINTS.rounded(found.steady), POINTS.rounded(found.played)
    whole = POINTS.rounded(played - steady)
    skill, luck = POINTS.parts([found.skill, found.luck], whole)
    return LuckAndSkill(
        steady=steady,
        skill=skill,
        luck=luck,
        played=played,
        low=found.scores.p10,
        mean=found.scores.mean,
        high=found.scores.p90,
        worlds=found.worlds,
        place=found.place,
        said=(
            _in_other_worlds(found, all_turns=all_turns),
            _luck_words(luck, found.place),
            _skill_words(skill, steady),
        ),
    )


def _in_other_worlds(found: LuckShare, *, all_turns: bool) -> Sentence:
    if not all_turns:
        return counted(
            "In {count} other world, what you decided so far gives {mean:decimal} points.",
            "In {count} other worlds, what you decided so far gives {mean:decimal} points on "
            "average, {low:decimal} to {high:decimal} in eight of ten.",
            len(found.worlds),
            mean=found.scores.mean,
            low=found.scores.p10,
            high=found.scores.p90,
        )
    return counted(
        "In {count} other world, your decisions give {mean:decimal} points.",
        "In {count} other worlds, your decisions give {mean:decimal} points on average, "
        "{low:decimal} to {high:decimal} in eight of ten.",
        len(found.worlds),
        mean=found.scores.mean,
        low=found.scores.p10,
        high=found.scores.p90,
    )


def _luck_words(luck: float, place: float) -> Sentence:
    if luck > 0:
        return sentence(
            "Luck gave you {points:decimal} points: you did better than in {share:share} of them.",
            points=luck,
            share=place,
        )
    if luck < 0:
        return sentence(
            "Luck cost you {points:decimal} points: you did worse than in {share:share} of them.",
            points=-luck,
            share=1 - place,
        )
    return sentence("Luck neither gave nor took.")


def _skill_words(skill: float, steady: float) -> Sentence:
    if skill > 0:
        return sentence(
            "Your decisions earned {points:decimal} points more than an even split of the money, "
            "which gives {steady:decimal}.",
            points=skill,
            steady=steady,
        )
    if skill < 0:
        return sentence(
            "An even split of the money gives {steady:decimal} points: {points:decimal} more than "
            "your decisions.",
            points=-skill,
            steady=steady,
        )
    return sentence(
        "An even split of the money gives {steady:decimal} points, as your decisions do.",
        steady=steady,
    )
