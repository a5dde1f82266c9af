"""Why the last turn brought what it brought: asked once, and not before the first frame."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from game.report.language import Language
from game.report.stage_whys import IN_FUNNEL, StageStep, stage_steps
from game.report.whys import ASKED, WhyReport, why_report
from game.ui.playing import Playing

if TYPE_CHECKING:
    from game.analysis.forecast import Outlook
    from game.analysis.funnel_why import FunnelWhy
    from game.analysis.why import Why

_DEALS: Final = "wins"
_FORESEEN: Final = (_DEALS, "leads", "bookings")


class Reasons:
    """The causes behind the last turn's figures, and what had been foreseen.

    ``work`` does a piece a frame; until ``ready`` there is nothing to tell.

    Args:
        playing: the game; its last turn is explained.

    """

    def __init__(self, playing: Playing) -> None:
        self._playing = playing
        self._turn = playing.view.now.turn
        self._whys: dict[str, Why] = {}
        self._stages: dict[str, FunnelWhy] = {}
        self._outlook: Outlook | None = None
        self._told: dict[tuple[str, Language], WhyReport] = {}
        self._work: Iterator[None] | None = self._pieces()

    @property
    def comparable(self) -> bool:
        """Whether there is a turn before the last one."""
        return self._turn > 1

    @property
    def ready(self) -> bool:
        """Whether everything has been asked."""
        return self._work is None

    @property
    def band(self) -> tuple[float, float] | None:
        """Deals of the turn as they were foreseen: eight times of ten from low to high."""
        if self._outlook is None:
            return None
        return self.bands[_DEALS]

    @property
    def bands(self) -> dict[str, tuple[float, float]]:
        """The turn's main figures as they were foreseen; empty as long as that is not known."""
        if self._outlook is None:
            return {}
        bands = self._outlook.bands
        return {name: (float(bands[name].low[0]), float(bands[name].high[0])) for name in _FORESEEN}

    def work(self) -> bool:
        """Ask a piece of it; says whether there was something to ask."""
        if self._work is None:
            return False
        if next(self._work, self) is self:
            self._work = None
        return True

    def report(self, measure: str, language: Language) -> WhyReport | None:
        """Return why a measure of ASKED changed; None as long as that is not known."""
        found = self._whys.get(measure)
        if found is None:
            return None
        what = (measure, language)
        if what not in self._told:
            rules, view = self._playing.rules, self._playing.view
            self._told[what] = why_report(rules, view, found, language)
        return self._told[what]

    def stages(self, measure: str, language: Language) -> tuple[StageStep, ...]:
        """Return where in the funnel a measure changed; empty where it is not of the funnel."""
        found = self._stages.get(measure)
        if found is None:
            return ()
        return stage_steps(self._playing.rules, self._playing.view, found, language)

    def _pieces(self) -> Iterator[None]:
        from game.analysis.foreseen import foreseen  # not for the first frame
        from game.analysis.funnel_why import funnel_why
        from game.analysis.why import whys

        rules, session = self._playing.rules, self._playing.session
        turn, firm = self._turn, self._playing.seat.firm
        if self.comparable:
            found = whys(rules, session, ASKED, turn, firm)
            self._whys = {each.measure: each for each in found}
            yield
            self._stages = {name: funnel_why(session, name, turn, firm) for name in IN_FUNNEL}
            yield
        for outlook in foreseen(rules, session, turn, _FORESEEN, firm):
            self._outlook = outlook
            yield
