"""The house that all screens live in: settings, saves, scenarios, and the doors between screens.

Screens do not import each other; they go through a door: ``house.open_desk(playing)``.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final, Protocol

from game.report.language import Language
from game.report.theme import DARK, THEMES, Theme
from game.report.tutorial import SCENARIO
from game.storage.assets import sound_bytes
from game.storage.languages import load_language
from game.storage.places import Places
from game.storage.settings import Settings, save_settings
from game.ui.cupboard import Cupboard
from game.ui.gathering import Gathering
from game.ui.rescue import Rescue
from game.ui.shelf import Shelf
from game.ui.sounds import Sounds, turn_sound
from game.ui.toolkit import ASK, HELP, App, Navigator
from game.ui.tutorial import Tutor
from game.words import Sentence, sentence

if TYPE_CHECKING:
    from game.scenario.rules import RoleKey, Rules
    from game.session import Seat, Session
    from game.session.plans import Plan
    from game.storage.results import Result
    from game.storage.saves import Opened, SaveCard
    from game.ui.lab import Lab
    from game.ui.playing import Playing

ROLES: "Final[tuple[RoleKey, ...]]" = ("all", "marketing", "sales", "manager", "customer_voice")
"""The roles in the order in which they are offered."""

LUCKS: Final = 10_000
"""How many kinds of luck a game may have: few enough that one is told in four digits."""


class FullScreen(Protocol):
    """The real window, where there is one."""

    @property
    def full_screen(self) -> bool:
        """Whether it covers the screen."""

    def toggle_full_screen(self) -> None:
        """Cover the screen, or stop doing so."""


class House(Cupboard):
    """What all screens share.

    Attributes:
        places: the player's folders.
        settings: what the player has set; ``change`` sets it.
        language: how words and numbers are said, in the currency of the game that is played.
        navigator: the screens behind each other; the title is the first.
        shelf: the scenarios, read in the background.

    """

    def __init__(
        self, places: Places, settings: Settings | None = None, language: Language | None = None
    ) -> None:
        from game.ui.screens.title import Title  # screens know the house

        super().__init__(places)
        self.settings = settings or Settings()
        self.language = language or load_language(places, self.settings.language)[0]
        self.shelf = Shelf(places)
        self.navigator = Navigator(Title(self))
        self.tutor: Tutor | None = None
        """Who shows places on the screens, once there are any."""
        self._app: App | None = None
        self._window: FullScreen | None = None
        self.sounds = Sounds(partial(sound_bytes, places))
        self.gathering = Gathering(self)
        """The games of several people at this machine."""
        self.current_game: Playing | None = None
        """The game that was entered last; None once the player is out of it."""
        self.last_lab: Lab | None = None
        """What was asked last, with its branches: whoever left the lab finds them again."""

    # --- settings -----------------------------------------------------------------------------

    def attach(self, app: App, window: FullScreen | None = None) -> None:
        """Let settings act on the app and, where there is one, on its window."""
        self._app, self._window = app, window
        self.tutor = app.guide = Tutor(self, app)
        app.shortcuts[HELP] = app.shortcuts[ASK] = self.open_help
        app.rescue = Rescue(self)
        self._apply()

    @property
    def theme(self) -> Theme:
        """The colours that the settings ask for."""
        return THEMES.get(self.settings.theme, DARK)

    def change(self, **values: Any) -> None:
        """Set something, by the names of ``Settings``; it acts at once and is kept."""
        self.settings = replace(self.settings, **values)
        if "language" in values:
            currency = self.language.currency
            spoken, _ = load_language(self.places, self.settings.language)
            self.language = spoken.with_currency(currency)
        self._apply()
        self.sounds.open()
        self.keep_settings()

    def keep_settings(self) -> None:
        """Write the settings; the player is told where that fails."""
        self._trying(lambda: save_settings(self.places, self.settings))

    def toggle_full_screen(self) -> None:
        """Cover the screen, or stop doing so, and remember it."""
        self.change(full_screen=not self.settings.full_screen)

    def language_for(self, rules: "Rules") -> Language:
        """Return the language with a scenario's money."""
        return self.language.with_currency(rules.currency)

    def tell(self, message: Sentence, tone: str = "accent") -> None:
        """Show a message at the foot of the window."""
        if self._app is not None:
            self._app.ui.toast(message, tone)
            if tone == "bad":
                self.sounds.play("refused")

    def hush(self) -> None:
        """Take away the messages at the foot: somebody else looks from now on."""
        if self._app is not None:
            self._app.hush()

    def focus(self, key: str) -> None:
        """Give the focus to a widget of the current screen."""
        if self._app is not None:
            self._app.ui.focus(key)

    # --- doors --------------------------------------------------------------------------------

    def open_title(self) -> None:
        """Go back to the title."""
        self.current_game = None
        self.navigator.home()

    def open_library(self, role: "RoleKey | None" = None) -> None:
        """Show the scenarios; with a role, to play that one alone."""
        from game.ui.screens.library import Library

        self.navigator.push(Library(self, role))

    def open_briefing(self, name: str, role: "RoleKey" = "all", seed: int | None = None) -> None:
        """Show what a scenario is about, before it is played."""
        rules = self._trying(lambda: self.shelf.rules(name))
        if rules is not None:
            self.brief(rules, role, seed)

    def brief(self, rules: "Rules", role: "RoleKey" = "all", seed: int | None = None) -> None:
        """Show what a scenario that has been read is about; without a seed, with new luck."""
        from game.ui.screens.briefing import Briefing

        self.speak(rules)
        role = self._for_one(rules, role)
        self.navigator.push(Briefing(self, rules, role, self.new_luck() if seed is None else seed))

    @property
    def has_tutorial(self) -> bool:
        """Whether the scenario is there that has a tutorial."""
        return (self.places.scenarios / f"{SCENARIO}.yaml").is_file()

    def open_tutorial(self) -> None:
        """Show what the scenario with the tutorial is about; it begins from its first step."""
        if self.tutor is not None:
            self.tutor.begin()
        self.open_briefing(SCENARIO)

    def open_desk(self, playing: "Playing") -> None:
        """Plan the turn of a game; the title lies behind it."""
        from game.ui.screens.desk import Desk

        self._enter(playing)
        if any(event.new for event in playing.view.events):
            self.sounds.once("news", playing.session, "news")
        self.navigator.home()
        self.navigator.push(Desk(self.navigator, playing, self))

    def open_results(self, playing: "Playing") -> None:
        """Show what the last turn brought; the title lies behind it."""
        from game.ui.screens.results import Results

        self._enter(playing)
        self.sounds.once("turn", playing.session, turn_sound(playing))
        self.navigator.home()
        self.navigator.push(Results(self.navigator, playing, self))

    def open_ending(self, playing: "Playing") -> None:
        """Show how the game went as a whole."""
        from game.ui.screens.ending import Ending

        self._enter(playing)
        self.navigator.home()
        self.navigator.push(Ending(self, playing))

    def open_quiz(self, playing: "Playing") -> None:
        """Ask the scenario's questions about a game that is over; Esc returns to its ending."""
        from game.ui.screens.quiz import QuizScreen

        rules = playing.rules
        self.navigator.push(QuizScreen(self, rules.quiz, rules.title))

    def planned(self, playing: "Playing") -> None:
        """Go on after a plan was submitted: to the results, or to whoever is next at the table."""
        if playing.table is None:
            self.open_results(playing)
        else:
            self.gathering.planned(playing.table)

    def leave_results(self, playing: "Playing") -> None:
        """Go on from what a turn brought: to the next plan, to whoever is next, or to the end."""
        if playing.table is not None and self.gathering.looked(playing, playing.table):
            return
        if playing.over:
            self.open_ending(playing)
        else:
            self.open_desk(playing)

    def open_settings(self) -> None:
        """Show the settings over the current screen; Esc returns to it."""
        from game.ui.screens.settings import SettingsScreen

        self.navigator.push(SettingsScreen(self))

    def open_help(self) -> None:
        """Show words and keys over the current screen; Esc returns to it."""
        from game.ui.screens.words import Help

        self.navigator.push(Help(self, getattr(self.navigator.current, "playing", None)))

    def open_saves(self) -> None:
        """Show the games that the player saved."""
        from game.ui.screens.saves import Saves

        self.navigator.push(Saves(self))

    def lab(self, playing: "Playing | None" = None, question: str = "") -> None:
        """Ask of a game what might have been; without one, let the player choose a saved one."""
        from game.ui.screens.lab_games import LabGames, lab_of

        if playing is not None:
            self.speak(playing.rules)
        self.navigator.push(LabGames(self) if playing is None else lab_of(self, playing, question))

    def open_habits(self) -> None:
        """Show the good habits, and in how many games they were shown."""
        from game.ui.screens.habits import Habits

        self.navigator.push(Habits(self))

    def open_credits(self) -> None:
        """Show whose work this is, and under which licences."""
        from game.ui.screens.credits import Credits

        self.navigator.push(Credits(self))

    def new_luck(self) -> int:
        """Return a seed that nobody chose."""
        import secrets  # hashing is not for the first frame

        return secrets.randbelow(LUCKS)

    # --- games --------------------------------------------------------------------------------

    def start_game(self, rules: "Rules", role: "RoleKey" = "all", seed: int = 1) -> None:
        """Begin a game and sit down at the desk."""
        from game.session import Seat, new_session, team  # pulls in numpy

        role = self._for_one(rules, role)
        session = new_session(rules, seed, team(rules, role))
        self.play(rules, session, Seat(0, role))
        self.autosave(rules, session)
        self.change(last_scenario=rules.name, last_role=role)

    def play(
        self, rules: "Rules", session: "Session", seat: "Seat", draft: "Plan | None" = None
    ) -> None:
        """Go on with a game where it is: at the desk with a plan in the making, or at its end."""
        from game.session import is_over  # pulls in numpy
        from game.ui.playing import Playing

        self.sit(seat)
        playing = Playing(
            rules,
            session,
            seat,
            self.language_for(rules),
            keep=self.autosave,
            keep_draft=self.keep_draft,
            draft=draft,
        )
        if is_over(rules, session):
            self.count_no_more(session)
            self.open_ending(playing)
        else:
            self.open_desk(playing)

    def count_no_more(self, session: "Session") -> None:
        """Note that a game which is opened now was over and counted before."""
        self._finished = session
        self.sounds.skip("turn", session)

    def load(self, card: "SaveCard") -> None:
        """Go on with a saved game."""
        from game.storage.saves import open_save

        opened = self._trying(lambda: open_save(card.path))
        if opened is not None:
            self.go_on(opened)

    def go_on(self, opened: "Opened") -> None:
        """Go on with a game that was read, of one or of several people."""
        if opened.people:
            self.gathering.go_on(opened)
        else:
            self.play(opened.rules, opened.session, opened.seat, opened.draft)
        if opened.remark is not None:
            self.tell(opened.remark, "warning")

    def resume(self, playing: "Playing") -> None:
        """Go on with a game after a screen of it failed, with nothing of that screen."""
        if playing.table is not None:
            self.gathering.resume(playing, playing.table)
            return
        draft = None if playing.over else playing.draft
        self.play(playing.rules, playing.session, playing.seat, draft)

    def last_role(self) -> "RoleKey":
        """Return the single role that was played last; marketing's before any was."""
        for role in ROLES[1:]:
            if role == self.settings.last_role:
                return role
        return "marketing"

    def best(self, name: str, role: "RoleKey" = "all") -> "Result | None":
        """Return the player's best result in a scenario, in one role."""
        return self._records.best(name, role)

    def best_before(self, playing: "Playing") -> "Result | None":
        """Return the best result before a game that has just ended; else the best there is."""
        return self._records.before(playing.rules, playing.session, playing.seat)

    def habits(self) -> Mapping[str, int]:
        """Return in how many games each good habit was shown."""
        return self._records.habits()

    def par(self, rules: "Rules") -> float | None:
        """Return the points of a scenario's honest par, where they are known."""
        return self._records.par(rules)

    def _for_one(self, rules: "Rules", role: "RoleKey") -> "RoleKey":
        """Return the role if one person can play it, as older games let them; else all roles."""
        from game.report.names import role_name
        from game.session import playable_roles

        if role in playable_roles(rules):
            return role
        needs_others = sentence(
            "{role} is no role for one person here, so you hold every role.", role=role_name(role)
        )
        self.tell(needs_others, "warning")
        return "all"

    def _enter(self, playing: "Playing") -> None:
        self.current_game = playing
        self.sit(playing.seat, () if playing.table is None else playing.table.people)
        self.speak(playing.rules)

    def speak(self, rules: "Rules") -> None:
        """Say money in a scenario's currency from now on."""
        if self.language.currency != rules.currency:
            self.language = self.language_for(rules)
            if self._app is not None:
                self._app.restyle(say=self.language.say)

    def _apply(self) -> None:
        settings = self.settings
        self.sounds.set(on=settings.sound, volume=settings.volume)
        if self._app is not None:
            self._app.restyle(
                theme=self.theme,
                text=settings.text_scale,
                reduce_motion=settings.reduce_motion,
                say=self.language.say,
            )
        if self._window is not None and self._window.full_screen != settings.full_screen:
            self._window.toggle_full_screen()
