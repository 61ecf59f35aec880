"""What the model reads of a mission is what its matching reads."""

import pytest

from muvofiq.records.errors import NotOnFile
from muvofiq.records.queries.openings import openings_of
from tests.records.small import desk, law_on_file, refused, tajik_twin

pytestmark = pytest.mark.django_db


def test_the_beginning_of_every_article_on_file_is_there() -> None:
    at = desk()
    openings = openings_of(at.mission.slug)
    assert openings[0].startswith("Сфера действия")
    assert any("назначается сотрудник по работе с уязвимыми лицами" in opening for opening in openings)
    tajik_twin(at.mission, at.expert, at.edition)
    assert len(openings_of(at.mission.slug)) > len(openings)


def test_an_edition_that_was_replaced_is_not_read() -> None:
    at = desk()
    law_on_file(at.mission, at.expert, extra="\nСтатья 99. Дополнение\nСлово.\n", replaces=at.edition)
    openings = openings_of(at.mission.slug)
    assert len(openings) == len(set(openings))
    assert "Дополнение\nСлово." in openings


def test_a_mission_that_is_not_there_is_told() -> None:
    desk()
    with refused(NotOnFile, match="nowhere"):
        openings_of("nowhere")
