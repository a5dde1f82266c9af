"""The cards beside the budget board, each made anew only when what it shows has changed."""

from collections.abc import Callable
from functools import partial
from typing import NamedTuple

from game.report.advice import Advice
from game.report.desk import Desk as DeskReport
from game.report.desk import desk as desk_report
from game.report.event_cards import EventCard
from game.report.goals import GoalStanding, goals_so_far
from game.report.language import Language
from game.report.pipeline_report import PipelineReport, pipeline_flow
from game.session import PlayerView
from game.ui.foresight import Foresight
from game.ui.playing import Playing
from game.ui.screens.frame import Doors
from game.ui.screens.outlook import FIRST_FORESEEN, forecast_card, forecast_glance, row_key
from game.ui.screens.overview import (
    advice_card,
    event_card,
    goals_card,
    goals_on_board,
    growing,
    key_figures,
    pipeline_card,
    steps_card,
)
from game.ui.screens.partner import TalkCards
from game.ui.screens.policies import PolicyCard
from game.ui.toolkit import Card, Column, Row, Widget

_MOST_NEWS = 2
"""Events and pieces of advice at once, so that all is seen without scrolling."""


class _Reports(NamedTuple):
    """What the reports say of one turn; None where there is nothing yet."""

    desk: DeskReport
    pipeline: PipelineReport | None
    goals: tuple[GoalStanding, ...]
    language: Language


class PlanCards:
    """What stands beside the board: figures, forecast, pipeline, partners, policies, news.

    Args:
        playing: the game.
        house: says the words, and gives a widget the focus.
        foresight: looks ahead.
        talk: the cards of those who can be talked to.
        on_event: opens an event, by its key.

    """

    def __init__(
        self,
        playing: Playing,
        house: Doors,
        foresight: Foresight,
        talk: TalkCards,
        on_event: Callable[[str], None],
    ) -> None:
        self.playing = playing
        self.house = house
        self.foresight = foresight
        self._talk = talk
        self._on_event = on_event
        self._foreseen = FIRST_FORESEEN
        self._report: tuple[PlayerView, Language, _Reports] | None = None
        self.goals_elsewhere = False
        """Whether the goals stand beneath the board, so that no card is needed."""
        self._made: dict[str, tuple[tuple[object, ...], Widget]] = {}

    def report(self) -> DeskReport:
        """Return the report of the turn, made once."""
        return self._reports().desk

    def _reports(self) -> "_Reports":
        view, language = self.playing.view, self.house.language
        kept = self._report
        if kept is None or kept[0] is not view or kept[1] is not language:
            rules = self.playing.rules
            reports = _Reports(
                desk_report(rules, view, language),
                pipeline_flow(rules, view, language),
                goals_so_far(rules, view),
                language,
            )
            kept = self._report = (view, language, reports)
        return kept[2]

    def cards(self, *, roomy: bool, beside: bool = True, brief: bool = False) -> list[Widget]:
        """Return the cards beside the board, or beneath it.

        Args:
            roomy: puts two in a row.
            beside: whether they stand beside it.
            brief: leaves out what is said elsewhere too, where all of it has no room.

        """
        reports, language = self._reports(), self.house.language
        report, draft = reports.desk, self.playing.draft
        first = len(self.playing.view.history) < 2
        figures = self.once(
            "figures",
            (reports, roomy),
            lambda: key_figures(report, language, first=first, columns=4 if roomy else 2),
        )
        stages = self.once("stages", (reports, roomy), lambda: self._stages(float(roomy)))
        policies = self.once(
            "policies",
            (reports, draft.bar, draft.focus, draft.positioning, self.playing.talk.promised_bar),
            lambda: growing(PolicyCard(self.playing, language, report.policies).card(), 1.45),
        )
        forecast = self._forecast(roomy=roomy)
        # The forecast comes first, so that it is in sight while a slider moves.
        others = self._others(roomy=roomy)
        if not roomy:
            cards = [forecast, *others, stages, policies, *self._news(here=False, brief=False)]
            return [figures, Column(cards, gap=12)]
        charts: Widget = Row([forecast, stages], gap=12, align="stretch", grow=1)
        if others:
            charts = Column([charts, *others], gap=12)
        here = self._all_in_sight(roomy=roomy, beside=beside)
        put_away = frozenset(self.playing.put_away)
        below = self.once(
            "brief" if brief else "below",
            (reports, put_away, policies, here, self.goals_elsewhere),
            lambda: self._below(policies, here=here, brief=brief),
        )
        return [figures, charts, below]

    def _below(self, policies: Widget, *, here: bool, brief: bool) -> Widget:
        """Return the policies and, if there are any, the news beside them."""
        news = self._news(here=here, brief=brief)
        if not news:
            return policies
        mine = [policies]
        events = min(len(self._reports().desk.events), _MOST_NEWS)
        if not (here or brief) and len(news) > max(1, events):
            mine.append(news.pop())  # beside long news there is room below the policies
        # Both columns end at the same height, whichever has less to say.
        news[-1] = growing(news[-1])
        left = Column(mine, gap=12, grow=1.45)
        return Row([left, Column(news, gap=12, grow=1)], gap=12, align="stretch")

    def _stages(self, grow: float) -> Widget:
        """Return how far people came; before the first turn, what it is all for."""
        reports = self._reports()
        if reports.pipeline is None and reports.goals:
            return growing(goals_card(reports.goals, self.house.language, large=True), grow)
        return pipeline_card(reports.pipeline, reports.desk, self.house.language, grow=grow)

    def _others(self, *, roomy: bool) -> list[Widget]:
        """Return the cards of those who can be talked to, under each other."""
        talk = self._talk
        card = self.once(
            "talk",
            (talk.version, self.house.language, roomy),
            lambda: Column(talk.cards(roomy=roomy), gap=12),
        )
        return [card] if talk.any else []

    def _forecast(self, *, roomy: bool) -> Widget:
        language = self.house.language
        report, over = self.foresight.report(language), self.playing.left_to_spend < 0
        return self.once(
            "forecast",
            (report, self._foreseen, over, roomy),
            lambda: forecast_card(
                report,
                self._foreseen,
                self._foresee,
                language,
                over=over,
                grow=1.45 if roomy else 0,
            ),
        )

    def glance(self, room: float) -> Widget:
        """Return the forecast in one line, for where its card may be scrolled away.

        Args:
            room: design units of width.

        """
        language = self.house.language
        report = self.foresight.report(language)
        return self.once(
            "glance",
            (report, self._foreseen, room, language),
            lambda: forecast_glance(report, self._foreseen, self._look_at, language, room),
        )

    def once(self, name: str, of: tuple[object, ...], make: Callable[[], Widget]) -> Widget:
        """Return a part of the screen as it was made before, if it is of the same things."""
        kept = self._made.get(name)
        if kept is None or not all(a is b or a == b for a, b in zip(kept[0], of, strict=True)):
            kept = self._made[name] = (of, make())
        return kept[1]

    def goals_rows(self) -> list[Widget]:
        """Return the goals for beneath the board, in usual size and small.

        Before the first turn they have a card.
        """
        reports, language = self._reports(), self.house.language
        if not reports.goals or reports.pipeline is None:
            return []
        large = self.once("goals", (reports,), lambda: goals_on_board(reports.goals, language))
        small = self.once(
            "few goals",
            (reports,),
            lambda: goals_on_board(reports.goals, language, large=False),
        )
        return [large, small]

    def urgent(self, *, roomy: bool, beside: bool = True) -> list[Widget]:
        """Return what waits for an answer, where it would lie out of sight among the others."""
        if self._all_in_sight(roomy=roomy, beside=beside):
            return []
        return [
            self._event(each, short=True) for each in self._reports().desk.events if each.waiting
        ]

    def _all_in_sight(self, *, roomy: bool, beside: bool) -> bool:
        return beside and roomy and not self.playing.talk.voices

    def _event(self, event: EventCard, *, short: bool) -> Card:
        return event_card(event, partial(self._on_event, event.key), short=short)

    def _news(self, *, here: bool, brief: bool) -> list[Card]:
        """Return what happened, what is worth a thought and, where there is room, the goals.

        Before the first turn the goals stand where the pipeline will be. In brief there is one
        piece of advice, if nothing happened, and no goals. What waits for an answer is ``here``
        only where it is in sight.
        """
        most = 1 if brief else _MOST_NEWS
        reports = self._reports()
        events = self._events(here=here)
        news: list[Card] = [self._event(event, short=len(events) > 1) for event in events]
        pieces = self._pieces()
        if here or brief:  # where the page is longer than the window anyway, nothing is left out
            pieces = pieces[: max(0, most - len(news))]
        said = len(news) + len(pieces)
        if pieces:
            news.append(advice_card(pieces, self.playing.put_away.add))
        begun = reports.pipeline is not None
        if begun and reports.goals and said < most and not self.goals_elsewhere:
            news.append(goals_card(reports.goals, self.house.language))
        elif here and not begun and said < most and not brief:
            news.append(steps_card())
        return news

    def _events(self, *, here: bool) -> list[EventCard]:
        events = self._reports().desk.events
        return [each for each in events if here or not each.waiting][:_MOST_NEWS]

    def _pieces(self) -> list[Advice]:
        """Return the advice that nobody has put away."""
        away = self.playing.put_away
        return [each for each in self._reports().desk.advice if each.key not in away]

    def _foresee(self, measure: str) -> None:
        self._foreseen = measure

    def _look_at(self, measure: str) -> None:
        """Show the course of a measure, wherever its card is."""
        self._foreseen = measure
        self.house.focus(row_key(measure))
