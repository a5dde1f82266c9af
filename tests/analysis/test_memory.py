"""Freed memory is kept where the C library can, and nothing goes wrong where it cannot."""

import ctypes
import platform
import sys

import numpy as np
import pytest

from game.analysis.memory import keep_freed_memory


def test_a_freed_array_costs_nothing_to_make_again() -> None:
    kept = keep_freed_memory()
    assert kept is (platform.libc_ver()[0] == "glibc")
    if sys.platform == "linux" and kept:
        assert min(faults_of_an_array() for _ in range(5)) < 10


def faults_of_an_array() -> int:
    """Return how many pages the system had to find for an array of 2 MB, the last one freed."""
    import resource

    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    np.ones(2**18)
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before


@pytest.mark.parametrize("refusal", [OSError, TypeError, AttributeError])
def test_a_system_that_cannot_is_left_as_it_is(
    refusal: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: object) -> None:
        raise refusal

    monkeypatch.setattr(ctypes, "CDLL", refuse)
    assert keep_freed_memory() is False


def test_a_library_of_another_make_is_asked_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    class Musl:
        def mallopt(self, option: int, value: int) -> int:
            raise AssertionError((option, value))

    monkeypatch.setattr(ctypes, "CDLL", lambda _: Musl())
    assert keep_freed_memory() is False


def test_a_python_without_foreign_functions_is_left_as_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "ctypes", None)
    assert keep_freed_memory() is False
