"""People on their way through the pipeline: they end where the still picture has them."""

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from game.report.charts import (
    LEAKS,
    Loss,
    PipelineFlow,
    PipelineLayout,
    Size,
    Source,
    pipeline_layout,
)
from game.ui.screens.crowd import plan_walks
from game.ui.screens.pipeline_view import Playback, moving_pipeline
from game.ui.screens.walks import Walks, picked
from game.ui.toolkit import Box, Look
from tests.ui.game_states import at_table, results_of

ROOM = Size(width=1200, height=420)

FLOW = PipelineFlow(
    aware=21_300,
    leads=(
        Source(label="Advertising", count=160, series=0),
        Source(label="SEO", count=120, series=2),
        Source(label="Prospecting", count=50, series=1),
    ),
    mqls=168,
    sqls=71,
    opportunities=44,
    wins=14,
    customers=318,
    not_ready=144,
    nurtured=40,
    waiting=38,
    handoff=(Loss(label="cold", count=41), Loss(label="turned down", count=23)),
    referrals=3,
    unworked=18,
    unfit=9,
    lost=(Loss(label="too dear", count=13),),
)


def walked(flow: PipelineFlow, hours: float | None = 20.0) -> tuple[PipelineLayout, Walks]:
    layout = pipeline_layout(flow, size=ROOM, scale=1.0)
    return layout, plan_walks(flow, layout, hours)


def places(walks: Walks, now: float) -> list[tuple[float, float]]:
    return [(round(x, 1), round(y, 1)) for _, x, y in walks.at(now)]


def rounded(points: tuple[tuple[float, float], ...]) -> list[tuple[float, float]]:
    return sorted((round(x, 1), round(y, 1)) for x, y in points)


def lies_there(point: tuple[float, float], found: list[tuple[float, float]]) -> bool:
    return any(abs(point[0] - x) < 0.2 and abs(point[1] - y) < 0.2 for x, y in found)


def test_everybody_who_fell_lies_in_the_heaps_of_the_still_picture() -> None:
    layout, walks = walked(FLOW)
    found = places(walks, walks.length + 1)
    for leak in LEAKS:
        for place in layout.drops[leak].heap:
            assert lies_there(place, found), leak


def test_those_who_wait_stand_in_the_queue_of_the_still_picture() -> None:
    layout, walks = walked(FLOW)
    found = places(walks, walks.length + 1)
    assert all(lies_there(place, found) for place in layout.queue)


def test_nobody_is_there_before_the_start_and_nobody_moves_after_the_end() -> None:
    _, walks = walked(FLOW)
    assert walks.at(-1.0) == []
    assert walks.at(walks.length + 50) == walks.at(walks.length + 5_000)


def test_where_nobody_is_nobody_walks_and_it_is_said_at_once(tmp_path: Path) -> None:
    home = at_table(tmp_path)
    results = results_of(home, 3)
    report = results.report()
    nobody = PipelineFlow(aware=0, leads=(), mqls=0, sqls=0, opportunities=0, wins=0, customers=0)
    results.playback = Playback(nobody, None)
    results.playback.replay()
    assert results.playback.done
    picture = moving_pipeline(
        results.playback, report.pipeline.words, str, empty="Nobody came.", tall=300
    )
    texts = picture.texts(home.app.ui, Box(0, 0, 800, 300), Look(glide=1.0))
    assert [run.text for run in texts] == ["Nobody came."]


def test_the_same_turn_walks_the_same_way_every_time() -> None:
    assert walked(FLOW)[1].at(2_500.0) == walked(FLOW)[1].at(2_500.0)


def test_slow_answers_keep_people_at_the_bridge_for_longer() -> None:
    assert walked(FLOW, 1.0)[1].length < walked(FLOW, 40.0)[1].length


def test_the_fallen_take_the_colour_of_loss_and_the_waiting_that_of_a_warning() -> None:
    layout, walks = walked(FLOW)
    hues = [hue for hue, _, _ in walks.at(walks.length + 1)]
    assert hues.count("bad") == sum(len(layout.drops[leak].heap) for leak in LEAKS)
    assert hues.count("warning") == len(layout.queue)


def test_a_heap_is_named_when_its_first_has_fallen() -> None:
    _, walks = walked(FLOW)
    assert walks.landed.keys() == set(LEAKS)
    assert walks.landed["not_ready"] < walks.landed["lost"] <= walks.length


COUNTS = st.floats(0, 5_000)


@settings(max_examples=40, deadline=None)
@given(
    leads=st.lists(COUNTS, max_size=4),
    stages=st.tuples(COUNTS, COUNTS, COUNTS, COUNTS),
    fallen=st.tuples(COUNTS, COUNTS, COUNTS, COUNTS, COUNTS),
    others=st.tuples(COUNTS, COUNTS, COUNTS),
)
def test_any_flow_can_be_walked_inside_the_picture(
    leads: list[float],
    stages: tuple[float, float, float, float],
    fallen: tuple[float, float, float, float, float],
    others: tuple[float, float, float],
) -> None:
    flow = PipelineFlow(
        aware=30_000,
        leads=tuple(Source(label="x", count=n, series=i) for i, n in enumerate(leads)),
        mqls=stages[0],
        sqls=stages[1],
        opportunities=stages[2],
        wins=stages[3],
        customers=1.0,
        not_ready=fallen[0],
        handoff=(Loss(label="x", count=fallen[1]),),
        unworked=fallen[2],
        unfit=fallen[3],
        lost=(Loss(label="x", count=fallen[4]),),
        nurtured=others[0],
        waiting=others[1],
        referrals=others[2],
    )
    _, walks = walked(flow)
    for now in (0.0, 1_000.0, 3_000.0, walks.length + 1):
        for _, x, y in walks.at(now):
            assert -1 <= x <= ROOM.width + 1
            assert -1 <= y <= ROOM.height + 1


def test_picked_places_are_different_and_spread() -> None:
    assert picked(10, 3) == [1, 5, 8]
    assert picked(2, 5) == [0, 1]
    assert len(set(picked(97, 40))) == 40
