"""The forecast of a plan in the making: it follows every change without keeping a frame waiting."""

from collections.abc import Iterator
from typing import Final

from game.analysis.forecast import Imagined, Outlook, foresee, imagine
from game.report.forecasts import ForecastCard, ForecastReport, forecast_report
from game.report.language import Language
from game.session import Session, Submit
from game.session.drafts import Draft
from game.session.expected import expected_parts, expected_plan
from game.ui.playing import Playing

FORESEEN: Final = ("wins", "leads", "bookings", "satisfaction")
"""What the desk tells of the next turn."""


class Foresight:
    """Forecasts the draft of one game, a bit at a time.

    While the draft changes from frame to frame, each frame plays one of the turns ahead; what was
    begun is finished before the newest draft is looked at, so the forecast moves with the slider,
    two frames behind. Once the draft rests, the rest is played at once.
    """

    def __init__(self, playing: Playing) -> None:
        self._playing = playing
        self._session: Session | None = None
        self._imagined: Imagined | None = None
        self._others: tuple[Submit, ...] = ()
        self._split: tuple[float, ...] | None = None
        self._at_work: Iterator[Outlook | None] | None = None
        self._asked: tuple[Draft, str] | None = None
        self._seen: Draft | None = None
        self._outlook: Outlook | None = None
        self._extra = ""
        self._report: tuple[Outlook, Language, ForecastReport] | None = None

    @property
    def resting(self) -> bool:
        """Whether the newest draft has its forecast."""
        return self._playing.over or (
            self._session is self._playing.session
            and self._at_work is None
            and self._asked == self._wanted()
        )

    def look_at(self, measure: str) -> None:
        """Foresee one measure more than those of the desk; empty for none."""
        self._extra = "" if measure in FORESEEN else measure

    def tick(self) -> bool:
        """Do the work of one frame; say whether there is a new outlook."""
        if self.resting:
            return False
        playing = self._playing
        if self._session is not playing.session or self._imagined is None:
            self._session, self._outlook, self._at_work = playing.session, None, None
            self._imagined = imagine(playing.rules, playing.session, playing.seat.firm)
            self._others = self._expected(playing.draft)
            self._seen = playing.draft
        moving, self._seen = self._seen != playing.draft, playing.draft
        fresh = self._step()
        while not moving and not self.resting:
            fresh |= self._step()
        return fresh

    def report(self, language: Language) -> ForecastReport | None:
        """Return the newest outlook in words; None while there is none for this turn."""
        outlook = self._outlook
        if outlook is None or self._session is not self._playing.session:
            return None
        known = self._report
        if known is None or known[0] is not outlook or known[1] is not language:
            rules, view = self._playing.rules, self._playing.view
            found = forecast_report(rules, view, outlook, language, tuple(outlook.bands))
            known = self._report = (outlook, language, found)
        return known[2]

    def card(self, measure: str, language: Language) -> ForecastCard | None:
        """Return what is foreseen of one measure; None while it is not."""
        report = self.report(language)
        return (
            next((each for each in report.cards if each.key == measure), None) if report else None
        )

    def _wanted(self) -> tuple[Draft, str]:
        return self._playing.draft, self._extra

    def _expected(self, draft: Draft) -> tuple[Submit, ...]:
        """Return what the others are expected to do; a manager, with what it means to give."""
        playing = self._playing
        self._split = draft.split if playing.view.divides else None
        return expected_parts(
            playing.rules, playing.session, playing.seat, playing.people, self._split
        )

    def _step(self) -> bool:
        """Play one turn ahead; say whether that was the last of them."""
        assert self._imagined is not None
        if self._at_work is None:
            self._asked = self._wanted()
            measures = (*FORESEEN, self._extra) if self._extra else FORESEEN
            draft = self._asked[0]
            if self._playing.view.divides and draft.split != self._split:
                self._others = self._expected(draft)
            plan = expected_plan(self._playing.view, draft, self._others)
            self._at_work = foresee(self._imagined, plan, measures)
        found = next(self._at_work)
        if found is None:
            return False
        self._outlook, self._at_work = found, None
        return True
