"""What each chart says with its data: lines, bars, stacks, steps, points, ranges."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.report.charts import (
    Band,
    Bar,
    BarData,
    Chart,
    Lane,
    Line,
    LineData,
    Meter,
    Part,
    RangeData,
    RangeRow,
    ScatterData,
    Size,
    Spot,
    StackData,
    Step,
    WaterfallData,
    bar_chart,
    line_chart,
    meter,
    range_dot,
    scatter,
    sparkline,
    stacked_bar_chart,
    staircase,
    waterfall,
)
from game.report.charts.stacks import stack
from game.report.theme import LIGHT

LARGE = Size(width=600, height=300)
MONTHS = ("Jan", "Feb", "Mar", "Apr")
FUNNEL = BarData(
    title="Pipeline in April",
    scaling="sqrt",
    lane=Lane(after=2, note="97 lost here"),
    bars=(
        Bar(label="Aware", value=21300),
        Bar(label="Leads", value=412),
        Bar(label="Qualified (MQL)", value=168, share="41 %"),
        Bar(label="Accepted (SQL)", value=71, share="42 %", series=1),
        Bar(label="Opportunities", value=44, share="62 %", series=1),
        Bar(label="Won", value=14, share="32 %", series=1),
    ),
)
BOOKINGS = WaterfallData(
    title="Why bookings rose",
    start_label="March",
    start=164,
    steps=(Step(label="more leads", change=14), Step(label="slow answer", change=-8)),
    end_label="April",
)


def write(value: float) -> str:
    return f"{value:,.6g}".replace("-", "−")


def said(chart: Chart) -> list[str]:
    return [text.text for text in chart.texts]


def draw_lines(data: LineData, size: Size = LARGE) -> Chart:
    return line_chart(data, size=size, theme=LIGHT, fmt=write)


def test_every_line_is_named_at_its_end_in_its_own_colour() -> None:
    lines = tuple(
        Line(label=name, values=(1.0, 2.0, 3.0, 50.0 + i / 10), series=i)
        for i, name in enumerate(("You", "Nordlicht", "Alpina", "Meridian"))
    )
    chart = draw_lines(LineData(title="Share", labels=MONTHS, lines=lines))
    colors = {text.text: text.color for text in chart.texts}
    assert [colors[line.label] for line in lines] == list(LIGHT.series[:4])


def test_a_line_without_a_name_ends_in_its_last_value() -> None:
    chart = draw_lines(
        LineData(title="Bookings", labels=MONTHS, lines=(Line(label="", values=(92, 252)),))
    )
    assert "252" in said(chart)


def test_the_future_is_dashed_and_the_past_is_not() -> None:
    line = Line(label="", values=(90, 100, 110, 120))
    past = draw_lines(LineData(title="B", labels=MONTHS, lines=(line,)))
    both = draw_lines(LineData(title="B", labels=MONTHS, lines=(line,), known=2))
    assert "stroke-dasharray" not in past.svg
    assert both.svg.count("stroke-dasharray") == 1


def test_a_forecast_says_where_its_band_ends() -> None:
    data = LineData(
        title="Bookings",
        labels=MONTHS,
        lines=(Line(label="", values=(90, 100, 110, 125)),),
        band=Band(low=(None, None, 95, 97), high=(None, None, 133, 161)),
        known=2,
    )
    chart = draw_lines(data)
    assert {"97", "161", "125"} <= set(said(chart))
    assert "97 – 161" in chart.description


def test_a_missing_value_breaks_the_line() -> None:
    whole = draw_lines(LineData(title="B", labels=(), lines=(Line(label="", values=(1, 2, 3, 4)),)))
    gap = Line(label="", values=(1, 2, None, 3, 4))
    broken = draw_lines(LineData(title="B", labels=(), lines=(gap,)))
    color = f'stroke="{LIGHT.series[0]}"'
    assert (whole.svg.count(color), broken.svg.count(color)) == (1, 2)


@pytest.mark.parametrize("values", [(92.0,), (0.0, 0.0), (-5.0, -5.0), (1e12, -3e13)])
def test_one_point_zeros_and_huge_numbers_are_drawn(values: tuple[float, ...]) -> None:
    chart = draw_lines(
        LineData(title="B", labels=MONTHS, lines=(Line(label="You", values=values),))
    )
    assert "<circle" in chart.svg
    assert "You" in said(chart)


def test_the_last_of_many_turns_is_always_named() -> None:
    labels = tuple(f"Turn {i}" for i in range(1, 25))
    line = Line(label="You", values=tuple(float(i) for i in range(24)))
    chart = draw_lines(
        LineData(title="B", labels=labels, lines=(line,)), Size(width=280, height=180)
    )
    assert "Turn 24" in said(chart)


def test_counts_of_people_have_no_half_ticks() -> None:
    line = Line(label="You", values=(0, 1, 2))
    chart = draw_lines(LineData(title="Won", labels=(), lines=(line,), whole=True))
    assert not any("." in text for text in said(chart))


def test_rounding_formats_never_write_a_tick_twice() -> None:
    line = Line(label="You", values=(0.1, 0.4))
    data = LineData(title="B", labels=(), lines=(line,))
    chart = line_chart(data, size=LARGE, theme=LIGHT, fmt=lambda value: f"{value:.0f}")
    ticks = [text.text for text in chart.texts if text.anchor == "end"]
    assert len(ticks) == len(set(ticks))


@pytest.mark.parametrize("size", [LARGE, Size(width=280, height=180)])
def test_the_funnel_says_everything_and_the_loss_has_its_own_lane(size: Size) -> None:
    chart = bar_chart(FUNNEL, size=size, theme=LIGHT, fmt=write)
    y = {text.text: text.y for text in chart.texts}
    assert {"Aware", "21,300", "41 %", "Won", "14", "97 lost here"} <= set(y)
    assert y["Qualified (MQL)"] < y["97 lost here"] < y["Accepted (SQL)"]
    assert "97 lost here" in chart.description


def widths(chart: Chart) -> list[float]:
    return [float(width) for width in re.findall(r'<rect [^>]* width="([\d.]+)"', chart.svg)]


def test_small_stages_stay_visible_beside_a_large_one() -> None:
    linear = BarData(title="", bars=FUNNEL.bars)
    shortest = min(widths(bar_chart(FUNNEL, size=LARGE, theme=LIGHT, fmt=write)))
    flat = min(widths(bar_chart(linear, size=LARGE, theme=LIGHT, fmt=write)))
    assert shortest > 4 * flat


def test_a_loss_grows_to_the_left_of_zero() -> None:
    data = BarData(title="Worth", bars=(Bar(label="A", value=30), Bar(label="B", value=-30)))
    chart = bar_chart(data, size=LARGE, theme=LIGHT, fmt=write)
    x = {text.text: text.x for text in chart.texts}
    gain, loss = widths(chart)
    assert gain == loss
    assert x["−30"] < x["30"]


@given(st.lists(st.lists(st.floats(-1e6, 1e6), min_size=3, max_size=3), min_size=1, max_size=5))
def test_parts_of_a_column_add_up_above_and_below_zero(rows: list[list[float]]) -> None:
    parts = tuple(Part(label="", values=tuple(row)) for row in rows)
    for turn in range(3):
        ends = [segment.end for segment in stack(parts) if segment.turn == turn]
        values = [row[turn] for row in rows]
        assert max(0.0, *ends) == pytest.approx(sum(v for v in values if v > 0))
        assert min(0.0, *ends) == pytest.approx(sum(v for v in values if v < 0))


def test_every_part_is_named_beside_the_last_column() -> None:
    parts = (Part(label="SEO", values=(3, 4)), Part(label="Social", values=(2, 0), series=1))
    data = StackData(title="Leads", labels=("Jan", "Feb"), parts=parts)
    chart = stacked_bar_chart(data, size=LARGE, theme=LIGHT, fmt=write)
    colors = {text.text: text.color for text in chart.texts}
    assert (colors["SEO"], colors["Social"]) == LIGHT.series[:2]


@given(start=st.floats(-1e6, 1e6), changes=st.lists(st.floats(-1e6, 1e6), max_size=12))
def test_the_steps_of_a_waterfall_lead_from_start_to_end(
    start: float, changes: list[float]
) -> None:
    data = WaterfallData(
        title="Why",
        start_label="a",
        start=start,
        steps=tuple(Step(label="s", change=change) for change in changes),
        end_label="b",
    )
    stairs = staircase(data)
    assert stairs.blocks[-1].end == pytest.approx(start + sum(changes), abs=1e-6)
    for before, after in zip(stairs.blocks, stairs.blocks[1:-1], strict=False):
        assert after.base == before.end
    assert all(stairs.low <= block.end <= stairs.high for block in stairs.blocks)


def test_a_waterfall_shows_good_and_bad_by_colour_arrow_and_sign() -> None:
    chart = waterfall(BOOKINGS, size=LARGE, theme=LIGHT, fmt=write)
    colors = {text.text: text.color for text in chart.texts}
    assert (colors["+14"], colors["−8"]) == (LIGHT.good, LIGHT.bad)
    assert chart.svg.count(f'Z" fill="{LIGHT.good}"') == 1
    assert chart.svg.count(f'Z" fill="{LIGHT.bad}"') == 1


def test_more_churn_is_bad() -> None:
    data = WaterfallData(
        title="Churn",
        start_label="a",
        start=5,
        steps=(Step(label="service", change=3),),
        end_label="b",
        more_is_good=False,
    )
    chart = waterfall(data, size=LARGE, theme=LIGHT, fmt=write)
    assert {text.text: text.color for text in chart.texts}["+3"] == LIGHT.bad


def test_a_cut_baseline_shows_a_break_and_a_whole_one_does_not() -> None:
    cut = WaterfallData(
        title="", start_label="a", start=160, steps=(Step(label="s", change=9),), end_label="b"
    )
    whole = WaterfallData(
        title="", start_label="a", start=20, steps=(Step(label="s", change=9),), end_label="b"
    )
    breaks = f'fill="{LIGHT.surface}"'
    assert staircase(cut).is_cut
    assert waterfall(cut, size=LARGE, theme=LIGHT, fmt=write).svg.count(breaks) == 2
    assert not staircase(whole).is_cut
    assert breaks not in waterfall(whole, size=LARGE, theme=LIGHT, fmt=write).svg


def test_a_change_that_hardly_matters_is_drawn_as_a_small_one() -> None:
    hair = WaterfallData(
        title="",
        start_label="a",
        start=15_400,
        steps=(Step(label="s", change=-100),),
        end_label="b",
    )
    stairs = staircase(hair)
    assert stairs.is_cut
    assert stairs.low > 0
    assert (stairs.high - stairs.low) * 0.15 > 100


@pytest.mark.parametrize("width", [600.0, 200.0])
def test_narrow_or_wide_a_waterfall_says_every_step(width: float) -> None:
    chart = waterfall(BOOKINGS, size=Size(width=width, height=180), theme=LIGHT, fmt=write)
    assert {"164", "+14", "−8", "170"} <= set(said(chart))


@pytest.mark.parametrize("width", [240.0, 300.0, 420.0, 560.0])
def test_long_figures_of_a_waterfall_are_all_written(width: float) -> None:
    def long(value: float) -> str:
        return f"+€ {value:,.0f},000.00" if value < 100 else f"€ {value:,.0f},000.00"

    steps = (Step(label="more", change=14), Step(label="fit", change=13))
    data = replace(BOOKINGS, steps=steps)
    chart = waterfall(
        data, size=Size(width=width, height=200), theme=LIGHT, fmt=long, fmt_change=long
    )
    assert {long(14), long(13), long(data.start), long(data.end)} <= set(said(chart))


def test_too_many_steps_for_the_room_leave_both_totals_readable() -> None:
    steps = tuple(Step(label=f"reason {i}", change=5) for i in range(12))
    data = replace(BOOKINGS, steps=steps)
    chart = waterfall(data, size=Size(width=280, height=120), theme=LIGHT, fmt=write, scale=1.5)
    assert {"164", "224", "March", "April"} <= set(said(chart))


def test_neighbouring_points_both_keep_their_names() -> None:
    spots = tuple(Spot(label=name, x=100 + i, y=50 + i) for i, name in enumerate("ABC"))
    data = ScatterData(title="", spots=spots, x_title="Cost, €", y_title="Fit, %")
    chart = scatter(data, size=LARGE, theme=LIGHT, fmt=write)
    assert {"A", "B", "C", "Cost, €", "Fit, %"} <= set(said(chart))


def test_a_hit_keeps_prediction_and_outcome_apart() -> None:
    row = RangeRow(
        low=11,
        high=18,
        prediction=14,
        outcome=14,
        prediction_text="you said 14",
        outcome_text="14 won",
    )
    data = RangeData(title="Prediction", rows=(row,))
    chart = range_dot(data, size=Size(width=280, height=120), theme=LIGHT, fmt=write)
    y = {text.text: text.y for text in chart.texts}
    assert {"11", "18"} <= set(y)
    assert y["you said 14"] < y["14 won"] < y["11"]


def test_a_prediction_without_outcome_claims_none() -> None:
    row = RangeRow(low=11, high=18, prediction=14, outcome=None, outcome_text="14 won")
    chart = range_dot(RangeData(title="", rows=(row,)), size=LARGE, theme=LIGHT, fmt=write)
    assert "14 won" not in said(chart)
    assert "14 won" not in chart.description


def test_a_meter_beyond_its_end_is_full_and_says_the_true_figure() -> None:
    data = Meter(label="Score", value=1.4, target=1.0, judged=True)
    chart = meter(data, size=Size(width=300, height=50), theme=LIGHT, fmt=write)
    assert widths(chart) == [300.0, 300.0]
    assert "1.4" in said(chart)
    assert LIGHT.good in chart.svg


def test_a_sparkline_has_no_words_and_says_when_it_is_empty() -> None:
    size = Size(width=120, height=32)
    assert sparkline((1, 2, 3), size=size, theme=LIGHT).texts == ()
    nothing = sparkline((None,), size=size, theme=LIGHT, empty="No data yet")
    assert nothing.description == "No data yet"


def test_a_size_of_nothing_is_refused() -> None:
    with pytest.raises(ValueError, match="positive"):
        Size(width=0, height=10)
