"""The settings: how the game looks and moves. What is set acts at once and is kept."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from game.report.language_names import own_name
from game.storage.assets import languages
from game.storage.settings import LARGEST_TEXT, SMALLEST_TEXT
from game.ui.screens.parts import footer, header, page
from game.ui.toolkit import (
    BACK,
    Button,
    Centre,
    Chips,
    Column,
    Divider,
    Icon,
    Inset,
    Label,
    Option,
    Panel,
    Row,
    Screen,
    ScrollArea,
    Segments,
    Shortcut,
    Slider,
    Spacer,
    Toggle,
    Ui,
    Widget,
    Wording,
    caption,
)
from game.words import Sentence, sentence

if TYPE_CHECKING:
    from game.ui.house import House

_NARROW: Final = 700
"""Design units of width under which a control stands under its words."""

_FEW: Final = 3
"""Languages that stand in one row beside what they are."""

_LOOKS: Final = (
    ("dark", sentence("Dark"), "moon"),
    ("light", sentence("Light"), "sun"),
    ("high_contrast", sentence("High contrast"), "contrast"),
)


_SILENT: Final = sentence("There is nothing here to play sound on.")


class SettingsScreen(Screen):
    """Colours, text size, motion, full screen, sound and, where there are several, the language."""

    title = sentence("Settings")

    def __init__(self, house: "House") -> None:
        self._house = house
        self._spoken = languages(house.places)
        self._text = house.settings.text_scale
        """The text size while its slider moves: it acts when the slider is let go."""
        self._volume = house.settings.volume

    def view(self, ui: Ui) -> Widget:
        """Put a row for each setting into one card."""
        narrow = ui.metrics.units.w < _NARROW
        rows: list[Widget | None] = []
        for row in self._rows(ui, narrow=narrow):
            rows += [Divider(), row] if rows else [row]
        where = sentence(
            "Settings and saved games are kept in {folder}", folder=str(self._house.places.home)
        )
        body = Column([Panel(Column(rows, gap=16)), caption(where)], gap=12, grow=1)
        done = Button(
            sentence("Done"),
            self._back,
            variant="primary",
            key="settings.done",
            tooltip=sentence("Back to where you were (Esc)"),
        )
        return page(
            header(self.title, self._back),
            ScrollArea(
                Inset(Centre(body, limit=780, across="x"), x=24, y=20), key="settings", grow=1
            ),
            footer([Spacer(), done]),
        )

    def shortcuts(self) -> Mapping[Shortcut, Callable[[], None]]:
        """Return its keys."""
        return {BACK: self._back}

    def _rows(self, ui: Ui, *, narrow: bool) -> list[Widget]:
        settings, house = self._house.settings, self._house
        rows = [
            _row(
                "contrast",
                sentence("Colours"),
                sentence("High contrast is black, white and strong colours"),
                self._looks(),
                narrow=narrow,
            ),
            Column(
                [
                    _row(
                        "type",
                        sentence("Text size"),
                        sentence("Everything grows with it; arrow keys go in steps of 5 %"),
                        self._text_size(),
                        narrow=narrow,
                    ),
                    self._sample(ui),
                ],
                gap=8,
            ),
            _row(
                "pause",
                sentence("Reduce motion"),
                sentence("Nothing moves by itself; figures and dialogs appear at once"),
                Toggle(
                    _on(settings.reduce_motion),
                    settings.reduce_motion,
                    lambda on: house.change(reduce_motion=on),
                    key="settings.motion",
                    name=sentence("Reduce motion"),
                    tooltip=sentence("Let nothing move by itself"),
                ),
                narrow=narrow,
            ),
            _row(
                "maximize",
                sentence("Full screen"),
                sentence("F11 changes it anywhere"),
                Toggle(
                    _on(settings.full_screen),
                    settings.full_screen,
                    lambda on: house.change(full_screen=on),
                    key="settings.full",
                    name=sentence("Full screen"),
                    tooltip=sentence("Cover the whole screen (F11)"),
                ),
                narrow=narrow,
            ),
        ]
        rows.append(self._sound(narrow=narrow))
        if len(self._spoken) > 1:
            rows.append(self._language(narrow=narrow))
        return rows

    def _looks(self) -> Widget:
        chosen = self._house.theme.name
        options = [Option(name, text, icon, tooltip=text) for name, text, icon in _LOOKS]
        return Segments(
            options, chosen, lambda name: self._house.change(theme=name), key="settings.theme"
        )

    def _text_size(self) -> Widget:
        return Row(
            [
                Slider(
                    key="settings.text",
                    name=sentence("Text size"),
                    tooltip=sentence("{size:share} of the usual size", size=self._text),
                    value=self._text,
                    low=SMALLEST_TEXT,
                    high=LARGEST_TEXT,
                    step=0.05,
                    on_change=self._try_text,
                    on_done=self._take_text,
                    width=200,
                ),
                Label(
                    sentence("{size:share}", size=self._text), weight=600, side="right", width=52
                ),
            ],
            gap=12,
        )

    def _sample(self, ui: Ui) -> Widget:
        """Show words at the size that the slider is at, before it is let go."""
        size = max(12.0, 16 * self._text / ui.metrics.text)
        words = Label(sentence("97 leads were lost between you."), size=size, role="muted")
        return Inset(words, x=36, y=0)

    def _sound(self, *, narrow: bool) -> Widget:
        house = self._house
        on = house.settings.sound
        why_not = _SILENT if house.sounds.missing else ""
        volume = Slider(
            key="settings.volume",
            name=sentence("Volume"),
            tooltip=sentence("Volume: {share:share}", share=self._volume),
            value=self._volume,
            step=0.05,
            on_change=self._try_volume,
            on_done=self._take_volume,
            width=120,
            disabled=why_not or ("" if on else sentence("Switch the sound on first.")),
        )
        toggle = Toggle(
            _on(on),
            on,
            self._switch_sound,
            key="settings.sound",
            name=sentence("Sound"),
            tooltip=sentence("A few quiet sounds: a turn is played, there is news"),
            disabled=why_not,
        )
        note = why_not or sentence("Quiet, and never the only sign of anything")
        return _row(
            "volume-2" if on and not why_not else "volume-x",
            sentence("Sound"),
            note,
            Row([volume, toggle], gap=16),
            narrow=narrow,
        )

    def _switch_sound(self, on: bool) -> None:
        self._house.change(sound=on)
        self._house.sounds.play("news")

    def _try_volume(self, volume: float) -> None:
        self._volume = round(volume, 2)

    def _take_volume(self) -> None:
        if self._volume != self._house.settings.volume:
            self._house.change(volume=self._volume)
            self._house.sounds.play("news")

    def _language(self, *, narrow: bool) -> Widget:
        spoken = self._spoken
        options = [Option(name, own_name(name), tooltip=own_name(name)) for name in spoken]
        many = len(spoken) > _FEW
        style = Chips if many or narrow else Segments
        return _row(
            "languages",
            sentence("Language"),
            sentence("Scenarios stay in the language of their authors"),
            style(
                options,
                self._house.language.locale,
                lambda name: self._house.change(language=name),
                key="settings.language",
            ),
            narrow=narrow or many,
        )

    def _try_text(self, size: float) -> None:
        self._text = round(size, 2)

    def _take_text(self) -> None:
        if self._text != self._house.settings.text_scale:
            self._house.change(text_scale=self._text)

    def _back(self) -> None:
        self._house.navigator.pop()


def _row(icon: str, name: Sentence, note: Wording, control: Widget, *, narrow: bool) -> Widget:
    """Return a setting: what it is at the left, its control at the right or beneath."""
    words = Row(
        [Icon(icon, 20), Column([Label(name, weight=600), caption(note)], gap=0, grow=1)],
        gap=16,
        grow=1,
    )
    if narrow:
        return Column([words, Inset(Row([control]), x=36, y=0)], gap=8)
    return Row([words, control], gap=16)


def _on(on: bool) -> Sentence:
    return sentence("On") if on else sentence("Off")
