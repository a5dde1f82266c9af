"""The garbage collector waits until nobody waits for a frame."""

import gc
import weakref

from game.ui.sweep import Sweep


class Ring:
    """An object that keeps itself alive."""

    def __init__(self) -> None:
        self.me = self


def ring() -> "weakref.ref[Ring]":
    return weakref.ref(Ring())


def new_objects(many: int) -> list[list[int]]:
    return [[] for _ in range(many)]


def test_nothing_is_swept_while_something_moves() -> None:
    with Sweep() as sweep:
        gc.collect()
        lost = ring()
        kept = new_objects(10_000)
        sweep.work()
        assert lost() is not None
        sweep.rest()
        assert lost() is None
        assert kept


def test_a_long_motion_is_swept_before_rubbish_grows_without_end() -> None:
    with Sweep() as sweep:
        gc.collect()
        lost = ring()
        kept = new_objects(60_000)
        sweep.work()
        assert lost() is None
        assert kept


def test_a_rest_after_little_work_costs_nothing() -> None:
    with Sweep() as sweep:
        gc.collect()
        before = gc.get_stats()[2]["collections"]
        sweep.rest()
        assert gc.get_stats()[2]["collections"] == before


def test_what_stays_is_not_looked_at_again_until_the_window_closes() -> None:
    with Sweep() as sweep:
        sweep.settle()
        assert gc.get_freeze_count() > 0
        assert not gc.isenabled()
    assert gc.isenabled()
    assert gc.get_freeze_count() == 0
