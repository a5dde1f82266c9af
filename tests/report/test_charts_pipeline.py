"""The pipeline's picture: who walks, who waits, who falls, and where the words stand."""

import math
import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.report.charts import (
    LEAKS,
    Loss,
    PipelineFlow,
    PipelineWords,
    Size,
    Source,
    pipeline,
    pipeline_layout,
)
from game.report.charts.chart import approximate_width
from game.report.charts.pipeline_flow import PEOPLE_PER_DOT
from game.report.charts.pipeline_heaps import dots_of
from game.report.theme import DARK, LIGHT

WIDE = Size(width=1200, height=420)
FLOW = PipelineFlow(
    aware=21300,
    leads=(
        Source(label="Advertising", count=160, series=0),
        Source(label="SEO", count=252, series=2),
    ),
    mqls=168,
    sqls=71,
    opportunities=44,
    wins=14,
    customers=318,
    not_ready=244,
    nurtured=96,
    waiting=38,
    handoff=(Loss(label="cold", count=64), Loss(label="leaked", count=33)),
    referrals=3,
    unworked=18,
    unfit=9,
    lost=(Loss(label="to a rival", count=17), Loss(label="too dear", count=13)),
)
WORDS = PipelineWords(
    title="Pipeline in April",
    aware="Aware",
    leads="Leads",
    mqls="Qualified",
    sqls="Accepted",
    opportunities="Opportunities",
    wins="Won",
    customers="Customers",
    marketing="Marketing",
    handoff="The handoff",
    sales="Sales",
    waiting="38 wait 31 h",
    queue="38 wait",
    nurtured="96 came back",
    referrals="3 referrals",
    not_ready="not ready yet",
    lost_between="lost between you",
    unworked="no demo in time",
    unfit="did not fit",
    lost="lost",
    note="Heights grow with the square root of people.",
)


def write(value: float) -> str:
    return f"{value:,.0f}".replace("-", "−")


def said(size: Size, flow: PipelineFlow = FLOW, words: PipelineWords = WORDS) -> set[str]:
    chart = pipeline(flow, words, size=size, theme=DARK, fmt=write)
    return {plain(text.text) for text in chart.texts}


def plain(text: str) -> str:
    """Return a text with spaces that a line may be broken at."""
    return text.replace("\u00a0", " ")


def test_every_stage_leak_and_reason_is_written() -> None:
    stages = {"Aware", "21,300", "412", "168", "71", "44", "Won", "14", "Customers", "318"}
    leaks = {"−244", "−97", "−18", "−9", "−30", "cold 64", "to a rival 17", "too dear 13"}
    notes = {"38 wait 31 h", "96 came back", "3 referrals", "Marketing", "The handoff", "Sales"}
    assert stages | leaks | notes <= said(WIDE)


def test_a_medium_picture_still_names_every_stage() -> None:
    names = {"Aware", "Leads", "Qualified", "Accepted", "Opportunities", "Won", "Customers"}
    assert names <= said(Size(width=600, height=300))


@settings(deadline=None)
@given(
    width=st.floats(640, 1900),
    height=st.floats(300, 700),
    counts=st.lists(st.floats(1, 5000), min_size=5, max_size=5),
)
def test_whoever_refers_goes_around_the_words(
    width: float, height: float, counts: list[float]
) -> None:
    mqls, sqls, opportunities, wins, referrals = counts
    flow = replace(
        FLOW, mqls=mqls, sqls=sqls, opportunities=opportunities, wins=wins, referrals=referrals
    )
    size = Size(width=width, height=height)
    layout = pipeline_layout(flow, size=size, scale=1.0)
    chart = pipeline(flow, WORDS, size=size, theme=DARK, fmt=write)
    (_, y), (left, _) = layout.referral[2], layout.referral[-1]
    for text in chart.texts:
        box = text.box(approximate_width)
        if text.text != WORDS.referrals and box.right > left:
            assert not box.top < y < box.bottom, text.text
        if text.text == WORDS.waiting:
            assert box.right <= layout.gap[1]


@settings(deadline=None)
@given(width=st.floats(640, 1900), height=st.floats(300, 700), scale=st.floats(1.0, 1.6))
def test_every_stage_keeps_its_name_in_a_picture_of_any_size(
    width: float, height: float, scale: float
) -> None:
    size = Size(width=width * scale, height=height * scale)
    chart = pipeline(FLOW, WORDS, size=size, theme=DARK, fmt=write, scale=scale)
    names = {"Aware", "Leads", "Qualified", "Accepted", "Opportunities", "Won", "Customers"}
    assert names <= {text.text for text in chart.texts}


def test_reasons_stand_one_a_line_the_commonest_first_and_none_is_cut() -> None:
    reasons = ("nobody called", "too late", "no time", "turned down")
    flow = replace(
        FLOW,
        handoff=tuple(Loss(label=label, count=8 + i) for i, label in enumerate(reasons)),
        lost=(Loss(label="too dear", count=0.04), Loss(label="decided nothing", count=14)),
    )
    narrow = Size(width=1216, height=354)
    chart = pipeline(flow, WORDS, size=narrow, theme=DARK, fmt=write)
    heights = {plain(text.text): text.y for text in chart.texts}
    under = {text: y for text, y in heights.items() if text[-2:] in {"11", "10", " 9", " 8"}}
    assert sorted(under, key=under.__getitem__) == [
        "turned down 11",
        "no time 10",
        "too late 9",
        "nobody called 8",
    ]
    assert "decided nothing 14" in heights
    assert not any(text.startswith("too dear") for text in heights)


@pytest.mark.parametrize("width", [560, 700, 900, 1216])
def test_a_reason_keeps_its_number_however_little_room_there_is(width: float) -> None:
    flow = replace(FLOW, handoff=tuple(Loss(label="turned down", count=7) for _ in range(6)))
    words = replace(WORDS, others="others")
    chart = pipeline(flow, words, size=Size(width=width, height=300), theme=DARK, fmt=write)
    for line in (plain(text.text) for text in chart.texts if "turned" in text.text):
        assert all(
            re.fullmatch(r"(turned down 7)|(others \d+)", part) for part in line.split(" · ")
        )


@pytest.mark.parametrize("height", [250, 280, 300, 320, 354])
def test_reasons_without_room_are_counted_together(height: float) -> None:
    counts = (816, 750, 543, 360)
    flow = replace(FLOW, handoff=tuple(Loss(label="turned down", count=each) for each in counts))
    words = replace(WORDS, others="others")
    chart = pipeline(flow, words, size=Size(width=1216, height=height), theme=DARK, fmt=write)
    said = [plain(text.text) for text in chart.texts]
    beneath = [line for line in said if line.startswith(("turned", "others"))]
    found = [int(count) for line in beneath for count in re.findall(r"\d+", line)]
    assert not found or sum(found) == sum(counts), said
    assert found or height < 300


def test_a_note_with_too_little_room_gives_way_to_a_shorter_one() -> None:
    words = replace(WORDS, waiting="38 wait; an answer takes them 31 hours and a half")
    assert "38 wait" in said(WIDE, words=words)


def test_what_is_hidden_is_said_to_be_and_never_zero() -> None:
    flow = replace(FLOW, sqls=0, lost=(), hidden=frozenset({"sqls", "lost"}))
    words = replace(WORDS, hidden="hidden")
    chart = pipeline(flow, words, size=WIDE, theme=DARK, fmt=write)
    texts = [text.text for text in chart.texts]
    assert texts.count("hidden") == 2
    assert "0" not in texts
    assert "Accepted: hidden" in chart.description
    assert "lost: hidden" in chart.description


def test_a_small_picture_keeps_every_number_and_tells_the_rest() -> None:
    small = Size(width=280, height=180)
    assert {"21,300", "412", "168", "71", "44", "14", "−244", "−97"} <= said(small)
    chart = pipeline(FLOW, WORDS, size=small, theme=DARK, fmt=write)
    for word in ("lost between you −97", "cold 64", "Heights grow", "Customers: 318"):
        assert word in chart.description


def test_the_aware_are_shown_cut_only_when_they_do_not_fit() -> None:
    few = replace(FLOW, aware=300)
    assert pipeline_layout(FLOW, size=WIDE, scale=1).is_aware_cut
    assert not pipeline_layout(few, size=WIDE, scale=1).is_aware_cut


def test_a_stream_is_as_high_as_the_square_root_of_its_people() -> None:
    layout = pipeline_layout(FLOW, size=WIDE, scale=1)
    heights = {stage: layout.deck - top for stage, (_, top) in layout.stages.items()}
    assert heights["leads"] / heights["mqls"] == pytest.approx(math.sqrt(412 / 168), rel=1e-3)
    assert heights["sqls"] / heights["opportunities"] == pytest.approx(math.sqrt(71 / 44), rel=1e-3)


people = st.one_of(st.just(0.0), st.floats(0, 400), st.floats(0, 1e7))


@settings(deadline=None)
@given(
    counts=st.lists(people, min_size=5, max_size=5),
    waiting=people,
    width=st.floats(200, 1400),
    height=st.floats(120, 700),
    scale=st.sampled_from([1.0, 1.5, 2.0]),
)
def test_dots_stand_for_all_who_fell_and_lie_in_the_picture(
    counts: list[float], waiting: float, width: float, height: float, scale: float
) -> None:
    flow = replace(
        FLOW,
        not_ready=counts[0],
        handoff=(Loss(label="", count=counts[1]),),
        unworked=counts[2],
        unfit=counts[3],
        lost=(Loss(label="", count=counts[4]),),
        waiting=waiting,
    )
    layout = pipeline_layout(flow, size=Size(width=width, height=height), scale=scale)
    for leak in LEAKS:
        drop = layout.drops[leak]
        assert len(drop.heap) == dots_of(flow.fallen(leak), layout.people_per_dot)
        assert all(0 <= x <= width and layout.deck <= y <= drop.floor[1] for x, y in drop.heap)
    assert len(layout.queue) == dots_of(waiting, layout.people_per_dot)
    assert all(x < layout.gap[0] for x, _ in layout.queue)


def test_walkers_stay_between_the_deck_and_the_streams_edge() -> None:
    layout = pipeline_layout(FLOW, size=WIDE, scale=1)
    for stream in (layout.marketing, layout.sales):
        for i in range(101):
            x = stream.left + (stream.right - stream.left) * i / 100
            assert stream.top(x) - 1e-9 <= stream.at(x, 0.5)[1] <= layout.deck
            assert stream.at(x, 0.0)[1] == layout.deck


def test_the_bridge_joins_both_cliffs_and_falling_ends_on_the_floor() -> None:
    layout = pipeline_layout(FLOW, size=WIDE, scale=1)
    assert layout.bridge_at(0) == (layout.gap[0], layout.deck)
    assert layout.bridge_at(1) == (layout.gap[1], layout.deck)
    for leak in LEAKS:
        drop = layout.drops[leak]
        assert drop.at(0, 0) == drop.mouth
        assert drop.at(1, 0) == drop.floor


def test_a_referral_returns_from_the_customers_to_the_accepted() -> None:
    layout = pipeline_layout(FLOW, size=WIDE, scale=1)
    start, end = layout.referral_at(0), layout.referral_at(1)
    assert start == layout.referral[0]
    assert end == pytest.approx(layout.referral[-1])
    assert end[0] < layout.stages["sqls"][0] < layout.stages["wins"][0] < start[0]


def test_more_who_wait_make_a_longer_queue() -> None:
    few = pipeline_layout(replace(FLOW, waiting=5), size=WIDE, scale=1)
    many = pipeline_layout(replace(FLOW, waiting=120), size=WIDE, scale=1)
    assert len(many.queue) > len(few.queue) > 0


def test_a_picture_without_losses_says_that_nobody_was_lost_and_where() -> None:
    flow = replace(FLOW, handoff=(), waiting=0, referrals=0, nurtured=0)
    texts = said(WIDE, flow)
    assert {"0", "lost between you"} <= texts
    assert not {"38 wait 31 h", "3 referrals", "96 came back"} & texts


@pytest.mark.parametrize("width", range(560, 1220, 20))
def test_a_number_stays_on_the_line_of_its_reason(width: int) -> None:
    many = (Loss(label="decided nothing", count=31.0),)
    room = Size(width=width, height=400)
    chart = pipeline(replace(FLOW, lost=many), WORDS, size=room, theme=DARK, fmt=write)
    lines = {text.text for text in chart.texts}
    assert "31" not in lines
    assert "−31" in lines


def test_the_note_of_the_queue_stands_over_the_bridge_away_from_the_number_before_it() -> None:
    chart = pipeline(FLOW, WORDS, size=WIDE, theme=DARK, fmt=write)
    layout = pipeline_layout(FLOW, size=WIDE, scale=1)
    note = next(text for text in chart.texts if text.text == WORDS.waiting)
    box = note.box(approximate_width)
    assert layout.gap[0] < box.left < box.right < layout.gap[1]


@pytest.mark.parametrize("count", [-1.0, math.inf, math.nan])
def test_impossible_numbers_of_people_are_refused(count: float) -> None:
    with pytest.raises(ValueError, match="finite"):
        replace(FLOW, waiting=count)


def test_sources_keep_their_colours() -> None:
    chart = pipeline(FLOW, WORDS, size=WIDE, theme=LIGHT, fmt=write)
    assert LIGHT.series[0] in chart.svg
    assert LIGHT.series[2] in chart.svg


def dotted() -> PipelineWords:
    return replace(WORDS, dots=tuple((each, f"a dot is {each}") for each in PEOPLE_PER_DOT))


@pytest.mark.parametrize("times", [1, 2, 4, 6, 9, 14, 30, 300, 3_000])
def test_the_picture_says_how_many_people_a_dot_is(times: int) -> None:
    flow = replace(FLOW, not_ready=60.0 * times)
    layout = pipeline_layout(flow, size=WIDE, scale=1.0)
    words = dotted()
    assert f"a dot is {layout.people_per_dot}" in said(WIDE, flow, words)


def test_little_time_for_demos_narrows_the_stream_and_is_said() -> None:
    words = replace(WORDS, narrow="time for 20 of 71 demos")
    short = replace(FLOW, opportunities=10, demos=20, demos_wanted=71)
    free = replace(FLOW, opportunities=10, demos=71, demos_wanted=71)
    tight, open_ = (pipeline_layout(each, size=WIDE, scale=1.0).sales for each in (short, free))
    place = tight.knots[3][0]
    assert tight.height(place) < open_.height(place)
    assert tight.height(tight.left) == open_.height(open_.left)
    assert "time for 20 of 71 demos" in said(WIDE, short, words)


@pytest.mark.parametrize("fallen", [0, 20, 97, 160])
def test_the_more_fall_the_more_planks_of_the_bridge_are_missing(fallen: int) -> None:
    flow = replace(FLOW, handoff=(Loss(label="cold", count=fallen),))
    layout = pipeline_layout(flow, size=WIDE, scale=1.0)
    planks = layout.planks(flow.bridge_holds)
    there = sum(is_there for _, is_there in planks)
    assert planks[0][1]
    assert planks[-1][1]
    assert there == pytest.approx(max(2, len(planks) * (1 - fallen / 168)), abs=1)


def test_who_may_not_see_the_leak_does_not_see_which_planks_are_missing() -> None:
    whole = replace(FLOW, handoff=(), hidden=frozenset({"handoff"}))
    seen = pipeline(replace(FLOW, handoff=()), WORDS, size=WIDE, theme=DARK, fmt=write)
    hidden = pipeline(whole, WORDS, size=WIDE, theme=DARK, fmt=write)
    plank = f'rx="1.0" fill="{DARK.group("together")}"'
    assert plank in seen.svg
    assert plank not in hidden.svg


def test_who_was_called_on_by_sales_does_not_cross_the_bridge() -> None:
    assert replace(FLOW, prospected=60.0).crossed == FLOW.crossed - 60
    assert replace(FLOW, prospected=FLOW.sqls).crossed == 0


def test_a_fraction_of_a_person_is_no_crowd_and_no_heap() -> None:
    few = replace(
        FLOW,
        leads=(Source(label="Advertising", count=0.2, series=0),),
        mqls=0.2,
        sqls=0.2,
        opportunities=0.2,
        wins=0.2,
        not_ready=0.2,
        waiting=0.2,
    )
    many, layout = (pipeline_layout(each, size=WIDE, scale=1.0) for each in (FLOW, few))
    assert layout.marketing.height(layout.stages["leads"][0]) < 0.2 * many.marketing.height(
        many.stages["leads"][0]
    )
    assert layout.drops["not_ready"].heap == ()
    assert layout.queue == ()
