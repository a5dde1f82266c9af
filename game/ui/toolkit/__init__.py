"""The widgets that screens are made of, and here how a screen is written with them.

Example::

    class Desk(Screen):
        title = sentence("Plan")

        def __init__(self, navigator: Navigator, game: Game) -> None: ...

        def view(self, ui: Ui) -> Widget:
            rows = [self._row(line) for line in self._game.lines]
            page = Column([self._header(), ScrollArea(Column(rows, gap=0), key="board", grow=1)])
            return Layers([Inset(page), self._dialog() if self._asking else None])

        def _row(self, line: Line) -> Widget:
            return Row([
                Icon(line.icon), Label(line.name, width=120),
                Slider(key=f"lever.{line.key}", name=line.name, tooltip=line.why, grow=1,
                       value=line.amount, high=line.most, step=500, last=line.last,
                       on_change=partial(self._set, line.key), role=line.group),
                Meter(line.saturation, line.group),
                AmountField(key=f"amount.{line.key}", name=line.name, tooltip=line.why, width=84,
                            text=line.shown, parse=parse, on_commit=partial(self._set, line.key)),
            ])

        def shortcuts(self): return {UNDO: self._undo, COMMIT: self._commit}

* ``view`` is called after everything that happened and builds the whole tree anew from plain data;
  it must be cheap (1 to 2 ms) and change nothing. Callbacks change the screen's own state, then
  return: the app asks for a new view and paints only what differs.
* All words are a ``Sentence`` or a ready ``str``; all sizes are design units (1280×720) on a grid
  of 4, never pixels; all colours are roles: ``"muted"``, ``"good"``, ``"sales"``, ``"series.2"``.
* Whatever can be used has a ``key`` that stays the same from view to view, a name (its visible
  text, or ``name``) and a ``tooltip``. ``disabled=sentence(...)`` greys it out and says why.
* ``grow`` shares what is left, from nothing: two children with ``grow=1`` are equally wide. Without
  it a child takes what it needs; text gives way by wrapping. ``None`` among children is left out,
  so ``hint if self.helping else None`` works. What may be too high goes into a ``ScrollArea``.
* ``ui.metrics.units`` is the room in design units (640×360 at 200 % text): choose an arrangement by
  it. ``Grid`` and ``Wrap`` do much of that by themselves.
* A dialog is ``Dialog(title, content, [cancel, commit], self._close, key="commit")``, last in
  ``Layers``; it traps the focus and gives it back. ``Dialog.shortcuts`` are its own keys.
* Charts: ``ChartView(partial(line_chart, data, fmt=money), data, key="chart.bookings", grow=1,
  name=...)``; with a ``key`` a live chart may be a frame late instead of making the pointer late.
  What a screen paints for itself: ``Picture(draw, version)``; a new ``version`` paints it again.
* In the window a new page is seen once its texts and pictures are drawn, a bit a frame; what a
  widget's ``paint`` takes long to draw is drawn there in pieces by its ``ahead``.
* A figure that changes has a ``key`` too (``KpiCard(..., key="kpi.bookings")``): it counts on from
  where it was when its neighbours come and go.
* ``tick(dt)`` moves what moves and returns True when the view must be asked for again.
* ``ui.toast(sentence)``, ``ui.focus(key)``; ``navigator.push / replace / pop / home / quit``.
* Test a screen with ``App(size, theme, assets, screen)``, ``app.tick(events, dt)`` and
  ``assert problems(app) == []`` at 1280×720 with text 1.0, 1.25, 1.5, 2.0 in every theme.

The toolkit opens no files: fonts and icons come through ``Assets``.
"""

from game.ui.toolkit.app import App
from game.ui.toolkit.assets import Assets, Clipboard, OwnClipboard, Wording
from game.ui.toolkit.button import Button, icon_button
from game.ui.toolkit.canvas import Canvas
from game.ui.toolkit.chart_view import ChartView, Picture
from game.ui.toolkit.choice import Chips, Option, Segments, Tabs
from game.ui.toolkit.colour import Role, contrast_ratio
from game.ui.toolkit.dialog import Dialog
from game.ui.toolkit.field import AmountField, Parse, TextField
from game.ui.toolkit.frames import Centre, Divider, Grid, Inset, Layers, Spacer, Wrap
from game.ui.toolkit.geometry import Box, Size
from game.ui.toolkit.labels import Figure, Icon, Label, caption, heading, hero, run_in, section
from game.ui.toolkit.layout import Column, Row
from game.ui.toolkit.meter import Meter, Progress, ShareBar
from game.ui.toolkit.panel import Arrow, Card, Change, KpiCard, Notice, Panel, Trend
from game.ui.toolkit.paragraph import Paragraph
from game.ui.toolkit.scale import TEXT_SETTINGS, Metrics
from game.ui.toolkit.screen import (
    ASK,
    BACK,
    COMMIT,
    FULL_SCREEN,
    HELP,
    REDO,
    SAVE,
    UNDO,
    Navigator,
    Screen,
    Shortcut,
)
from game.ui.toolkit.scroll import ScrollArea
from game.ui.toolkit.slider import Slider
from game.ui.toolkit.structure import Described, described, faults, problems, tab_order
from game.ui.toolkit.table import Table, TableColumn
from game.ui.toolkit.text import Run
from game.ui.toolkit.toggle import Toggle
from game.ui.toolkit.ui import Ui
from game.ui.toolkit.widget import Composite, Control, Look, Widget

__all__ = [
    "ASK",
    "BACK",
    "COMMIT",
    "FULL_SCREEN",
    "HELP",
    "REDO",
    "SAVE",
    "TEXT_SETTINGS",
    "UNDO",
    "AmountField",
    "App",
    "Arrow",
    "Assets",
    "Box",
    "Button",
    "Canvas",
    "Card",
    "Centre",
    "Change",
    "ChartView",
    "Chips",
    "Clipboard",
    "Column",
    "Composite",
    "Control",
    "Described",
    "Dialog",
    "Divider",
    "Figure",
    "Grid",
    "Icon",
    "Inset",
    "KpiCard",
    "Label",
    "Layers",
    "Look",
    "Meter",
    "Metrics",
    "Navigator",
    "Notice",
    "Option",
    "OwnClipboard",
    "Panel",
    "Paragraph",
    "Parse",
    "Picture",
    "Progress",
    "Role",
    "Row",
    "Run",
    "Screen",
    "ScrollArea",
    "Segments",
    "ShareBar",
    "Shortcut",
    "Size",
    "Slider",
    "Spacer",
    "Table",
    "TableColumn",
    "Tabs",
    "TextField",
    "Toggle",
    "Trend",
    "Ui",
    "Widget",
    "Wording",
    "Wrap",
    "caption",
    "contrast_ratio",
    "described",
    "faults",
    "heading",
    "hero",
    "icon_button",
    "problems",
    "run_in",
    "section",
    "tab_order",
]
