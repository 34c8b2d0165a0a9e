"""What is refused before it is kept: figures that no database takes, however they are written."""

import pytest

from handlers.hall.scrub import Garbage, parsed


@pytest.mark.parametrize("figure", ["NaN", "Infinity", "-Infinity", "1e999", "-1e999"])
def test_a_figure_that_is_none_is_refused(figure: str) -> None:
    with pytest.raises(Garbage):
        parsed(f'{{"type": "event_callback", "event": {{"x": {figure}}}}}')
    with pytest.raises(Garbage):
        parsed(f'{{"half": "\\ud83d", "x": [{figure}]}}')


def test_half_a_surrogate_pair_is_still_read() -> None:
    assert parsed('{"text": "ok \\ud83d", "x": 1.5}')["x"] == 1.5
