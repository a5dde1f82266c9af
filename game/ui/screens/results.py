"""The results: people flow over the cliffs and the bridge, and what was said before is compared."""

import math
from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from game.analysis.branches import answers_given
from game.report.happened import happened
from game.report.language import Language
from game.report.names import turn_label
from game.report.results import Results as ResultsReport
from game.report.results import results
from game.report.thoughts import thoughts
from game.ui.playing import Playing
from game.ui.reasons import Reasons
from game.ui.screens.frame import Doors, Ways, beside, fact, game_head, is_tall, is_wide
from game.ui.screens.goals import GOALS, GoalsOfTheGame
from game.ui.screens.guesses import predicted
from game.ui.screens.outcome import (
    changes_card,
    figures_cards,
    people_cards,
)
from game.ui.screens.partner import aftermath
from game.ui.screens.parts import Ground
from game.ui.screens.pipeline_key import pipeline_notes
from game.ui.screens.pipeline_view import Playback, moving_pipeline
from game.ui.screens.why import why_card, why_page, why_stack
from game.ui.screens.words import WordsOfTheGame
from game.ui.toolkit import (
    ASK,
    BACK,
    COMMIT,
    HELP,
    Button,
    Card,
    Column,
    Divider,
    Inset,
    Layers,
    Navigator,
    Notice,
    Option,
    Paragraph,
    Row,
    Screen,
    ScrollArea,
    Shortcut,
    Spacer,
    Tabs,
    Ui,
    Widget,
    icon_button,
)
from game.words import Sentence, sentence

FLOW: Final = "flow"
WHY: Final = "why"

_TABS: Final = (
    Option(FLOW, sentence("Results"), tooltip=sentence("How people came to you, and who got lost")),
    Option(WHY, sentence("Why"), tooltip=sentence("Why the figures changed, reason by reason")),
    Option("figures", sentence("All figures"), tooltip=sentence("Every measure, before and now")),
    Option("people", sentence("People"), tooltip=sentence("Where they came from and got lost")),
)

_LOWER: Final = 204
_LOWEST: Final = 250
"""Design units of height for the cards under the picture, and those they may take of it before
what is longer scrolls in them."""

_PREDICTION: Final = 226
_THOUGHT: Final = 306
"""Design units of width of the cards beside the reasons."""

_SKIPS: Final = (Shortcut("space"), Shortcut("return"))


class Results(Screen):
    """What one turn brought."""

    title = sentence("Results")
    first_focus = "next"

    def __init__(self, navigator: Navigator, playing: Playing, house: Doors) -> None:
        self.navigator = navigator
        self.playing = playing
        self.house = house
        self._tab = FLOW
        self._measure = "bookings"
        self._reasons = Reasons(playing)
        self._after = aftermath(playing)
        self._words = WordsOfTheGame(house.tutor, playing, "Results")
        self._goals = GoalsOfTheGame(playing)
        self._ui: Ui | None = None
        self._report: tuple[Language, ResultsReport] | None = None
        self._painted = False
        report = self.report()
        hours = playing.view.now.figures["response_hours"].value
        self.playback = Playback(report.pipeline.flow, hours)

    def report(self) -> ResultsReport:
        """Return the report of the last turn, made once a language."""
        language = self.house.language
        if self._report is None or self._report[0] is not language:
            report = results(self.playing.rules, self.playing.view, language, self._reasons.bands)
            if report is None:
                raise ValueError("There are no results before the first turn is played.")
            self._report = (language, report)
        return self._report[1]

    def view(self, ui: Ui) -> Widget:
        """Return head, the tab that is open, and the way on."""
        self._ui = ui
        if ui.motion.reduced:
            self.playback.finish()
        report = self.report()
        tabs = Tabs(_TABS, self._tab, self._open_tab, key="tabs")
        head = game_head(
            ui,
            self.playing,
            self.house,
            turn=report.turn,
            tabs=tabs,
            facts=self._facts(report),
            ways=Ways(help=self._open_words, goals=self._goals.open, leave=self.house.open_title),
        )
        pages = {
            FLOW: self._flow,
            WHY: self._why,
            "figures": self._figures,
            "people": self._people,
        }
        words = self._words.dialog(self.house.language) or self._goals.dialog(self.house.language)
        return Layers([Column([head, pages[self._tab](ui, report)], gap=0), words])

    def shortcuts(self) -> Mapping[Shortcut, Callable[[], None]]:
        """Return the way on, help, goals, and what ends the motion at once."""
        keys: dict[Shortcut, Callable[[], None]] = {
            COMMIT: self._go_on,
            HELP: self._open_words,
            ASK: self._open_words,
            GOALS: self._goals.open,
        }
        if not self.playback.done:
            keys |= dict.fromkeys((*_SKIPS, BACK), self.playback.finish)
        elif self._tab != FLOW:
            keys[BACK] = partial(self._open_tab, FLOW)
        return keys

    def tick(self, dt: int) -> bool:
        """Let people walk while they are seen, and find reasons from the second frame on."""
        found = self._painted and self._reasons.work()
        if found and self._reasons.ready:
            self._report = None
        self._painted = True
        return (self._tab == FLOW and self.playback.tick(dt)) or found

    def busy(self) -> bool:
        """Say whether there are reasons to be found."""
        return not self._reasons.ready

    # Pages ----------------------------------------------------------------------------------

    def _flow(self, ui: Ui, report: ResultsReport) -> Widget:
        language = self.house.language
        if is_wide(ui) and is_tall(ui):
            picture = self._pipeline(ui, report, 300, grow=1)
            thought = self._thought(report, [Spacer(), *self._buttons()])
            said = predicted(self.playing, report, language, fixed=True)
            room = ui.metrics.units.w - 32 - _PREDICTION - _THOUGHT - 24
            changed: Widget = (
                why_card(ui, self._reasons, self._measure, self._ask_why, language, room)
                if self._reasons.comparable
                else changes_card(report, language)
            )
            lower = Row(
                [
                    Column([changed], grow=1),
                    Column([said], width=_PREDICTION),
                    Column([thought], width=_THOUGHT),
                ],
                gap=12,
                align="stretch",
                height=_lower(ui, (said, _PREDICTION), (thought, _THOUGHT)),
            )
            return Inset(Column([picture, lower], gap=12), 16, 12, grow=1)
        cards: list[Widget] = [
            self._pipeline(ui, report, 300),
            why_stack(self._reasons, self._measure, self._ask_why, language)
            if self._reasons.comparable
            else changes_card(report, language, grow=0),
            predicted(self.playing, report, language, fixed=False),
            self._thought(report, ()),
        ]
        body = ScrollArea(Inset(Column(cards, gap=12), 16, 12), key="results.all", grow=1)
        return self._footed(body)

    def _why(self, ui: Ui, report: ResultsReport) -> Widget:
        if not self._reasons.comparable:
            title = sentence("Nothing to compare yet")
            text = sentence("After the next turn you see here why your figures changed.")
            return self._footed(Notice("scale", title, text, grow=1))
        language = self.house.language
        rules, session, seat = self.playing.rules, self.playing.session, self.playing.seat
        given = answers_given(rules, session, seat.firm)
        news = happened(rules, self.playing.view.now, language, given)
        page = why_page(
            self._reasons,
            self._measure,
            self._ask_why,
            language,
            news,
            wide=is_wide(ui),
            tall=is_tall(ui),
        )
        return self._footed(ScrollArea(Inset(page, 16, 12), key="results.why", read=True, grow=1))

    def _footed(self, body: Widget) -> Widget:
        foot = Ground(Inset(Row([Spacer(), *self._buttons()], gap=12), 16, 8))
        return Column([body, Divider(), foot], gap=0, grow=1)

    def _figures(self, ui: Ui, report: ResultsReport) -> Widget:
        cards = figures_cards(report, self.house.language)
        return self._footed(Inset(beside(ui, "results.figures", cards), 16, 12, grow=1))

    def _people(self, ui: Ui, report: ResultsReport) -> Widget:
        cards = people_cards(report, self.house.language)
        return self._footed(Inset(beside(ui, "results.people", cards), 16, 12, grow=1))

    # Pieces ---------------------------------------------------------------------------------

    def _facts(self, report: ResultsReport) -> list[Widget]:
        number = self.house.language.people
        said = report.prediction.said
        facts = [fact(sentence("Won"), number(report.prediction.won))]
        if said is not None:
            facts.insert(0, fact(sentence("Predicted"), number(said)))
        return facts

    def _pipeline(self, ui: Ui, report: ResultsReport, tall: float, grow: float = 0) -> Widget:
        picture = moving_pipeline(
            self.playback,
            report.pipeline.words,
            self.house.language.people,
            empty=self.house.language.say(sentence("Nobody was on the way to you in this turn.")),
            tall=tall,
            grow=grow,
        )
        content = Column([picture, pipeline_notes(ui, report, self.house.language)], gap=6)
        return Card(content, report.headline, aside=self._motion(), pad=16, gap=6, grow=grow)

    def _motion(self) -> Widget:
        """Return the button that ends or repeats the motion."""
        if self.playback.done:
            return Button(
                sentence("Replay"),
                self.playback.replay,
                "rotate-ccw",
                "quiet",
                key="replay",
                tooltip=sentence("Let them walk again."),
            )
        return Button(
            sentence("Skip"),
            self.playback.finish,
            "chevron-right",
            "quiet",
            key="replay",
            tooltip=sentence("End the motion at once. (Space)"),
        )

    def _thought(self, report: ResultsReport, buttons: "list[Widget] | tuple[()]") -> Widget:
        told = thoughts(self.playing.rules, self.playing.view, report.leaks)
        texts: list[Widget] = [Paragraph(text) for text in told]
        if not texts and not self._after:  # who has been spoken to has something to think about
            unseen_losses = any(leak.count.hidden for leak in report.leaks)
            nothing = _nothing_lost(unseen_losses, shared=self.playing.view.shared)
            texts = [Paragraph(nothing, role="text" if unseen_losses else "muted")]
        texts = [*self._after, *texts]
        title, content = sentence("Worth a thought"), Column(texts, gap=8)
        if not buttons:  # the page scrolls: nothing scrolls in it
            return Card(content, title, "lightbulb", pad=16, gap=6)
        body = ScrollArea(content, key="thoughts", edge_pad=2, grow=1)
        page = Column([body, Row(buttons, gap=12)], gap=8)
        return Card(page, title, "lightbulb", pad=16, gap=6, grow=1)

    def _buttons(self) -> list[Widget]:
        playing = self.playing
        alone = playing.table is None
        if not alone and (playing.together or playing.over):
            text = sentence("Hand over")
            why = sentence("Nobody else's figures are shown. (Ctrl+Enter)")
        elif playing.over:
            text = sentence("How it ended")
            why = sentence("Compare the whole game with its goals. (Ctrl+Enter)")
        else:
            name = turn_label(playing.rules, playing.view.turn, self.house.language, short=False)
            text = sentence("Plan {turn}", turn=name)
            why = sentence("Go on to the next turn. (Ctrl+Enter)")
        lab: list[Widget] = [
            icon_button(  # in other languages there is no room for a word beside the other one
                "flask-conical",
                sentence("Lab"),
                partial(self.house.lab, playing),
                key="lab",
                tooltip=sentence("Go back to a turn, decide otherwise, and see both futures"),
            ),
        ]
        return [
            *(lab if alone else ()),  # in the lab one asks for oneself
            Button(
                text,
                self._go_on,
                "arrow-right",
                "primary",
                icon_last=True,
                key="next",
                tooltip=why,
            ),
        ]

    # What is done ---------------------------------------------------------------------------

    def _go_on(self) -> None:
        self.house.leave_results(self.playing)

    def _ask_why(self, measure: str) -> None:
        self._measure = measure

    def _open_tab(self, tab: str) -> None:
        self._tab = tab

    def _open_words(self) -> None:
        self._words.open(self._ui)


def _lower(ui: Ui, *cards: tuple[Widget, float]) -> float:
    """Return the design units of height with which cards of these widths need not scroll."""
    tall = max(ui.measure(card, ui.px(width)).h for card, width in cards)
    return min(_LOWEST, max(_LOWER, math.ceil(tall / ui.metrics.scale)))


def _nothing_lost(unseen_losses: bool, *, shared: bool) -> Sentence:
    """Say that nobody was lost, or that whoever looks does not see who."""
    if not unseen_losses:
        return sentence("Nobody was lost. That will not last.")
    if shared:
        return sentence("Not each of you may see who is lost between you. Who can tell the others?")
    return sentence("Who is lost between you is hidden from your role. Who could tell you?")
