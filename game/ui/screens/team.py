"""The page of the team: how the two sides pull together, and what each kind of it reveals."""

from game.report.changes import MeasureRow
from game.report.language import Language
from game.report.team import TeamLine, Unveiling, team_report
from game.ui.playing import Playing
from game.ui.screens.overview import figure_card
from game.ui.toolkit import (
    Column,
    Grid,
    Icon,
    Label,
    Meter,
    Panel,
    Paragraph,
    Row,
    ScrollArea,
    Ui,
    Widget,
    caption,
    heading,
)
from game.words import Sentence, sentence


def team_page(_: Ui, playing: Playing, language: Language) -> Widget:
    """Return the figures of working together, and a card for each of its levers."""
    report = team_report(playing.rules, playing.view)
    figures = Grid([_figure(row, language) for row in report.figures], columns=4, least_column=150)
    cards = [_card(line) for line in report.lines]
    empty = Panel(Paragraph(sentence("Nothing in this scenario is done together.")))
    content = Column(
        [figures, Grid(cards, columns=5, least_column=224) if cards else empty], gap=12
    )
    return ScrollArea(content, key="team", read=True, edge_pad=4, grow=1)


def _figure(row: MeasureRow, language: Language) -> Widget:
    return figure_card(row, language, sentence("in the last turn"))


def _card(each: TeamLine) -> Widget:
    line = each.line
    blocks = Meter(
        None if line.saturation is None else line.saturation / 4,
        "together",
        tooltip=line.saturation_note,
    )
    head = Row([Icon(line.icon, 20, "together"), _growing(line.name), blocks], gap=10)
    spent = sentence("Last turn {amount:money}", amount=line.last)
    return Panel(
        Column(
            [
                head,
                Paragraph(line.description, role="muted"),
                caption(line.reason if line.reason and not line.editable else spent, "muted"),
                *[_unveiling(unveiling) for unveiling in each.unveils],
            ],
            gap=8,
        ),
        pad=16,
    )


def _growing(name: Sentence) -> Label:
    title = heading(name)
    return Label(title.text, size=title.size, weight=title.weight, grow=1)


def _unveiling(unveiling: Unveiling) -> Widget:
    """Return what a lever brings to light, and whether it does so now."""
    seen = unveiling.lifted or unveiling.needless
    names = sentence("Brings to light: {names:list}", names=unveiling.names)
    role = "good" if unveiling.lifted else "muted"
    text = Column([Label(names, size=12), Label(unveiling.note, size=12, role=role)], gap=0, grow=1)
    return Row([Icon("eye" if seen else "eye-off", 16, role), text], gap=8, align="start")
