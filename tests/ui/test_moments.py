"""Dates and times are written as the reader's language writes them."""

import pytest

from game.report.language import Language
from game.ui.moments import moment


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("en", "2 Mar 2026, 09:30"),
        ("qps", "2 Mar 2026, 09:30"),
        ("de", "02.03.2026, 09:30"),
        ("fr", "2 mars 2026, 09:30"),
    ],
)
def test_a_time_is_written_as_a_language_writes_it(locale: str, said: str) -> None:
    assert moment(Language(locale), "2026-03-02 09:30") == said


def test_what_is_no_time_stays_as_it_is() -> None:
    assert moment(Language(), "yesterday") == "yesterday"
