"""Changes are tried on an excerpt of the law that holds the article around a unit and those beside it."""

from muvofiq.amendment.change import Change
from muvofiq.amendment.trying import around, excerpt, exchanged, gives, printed
from muvofiq.amendment.wording import read_wording
from muvofiq.law.kind import Kind
from muvofiq.law.reference import Reference
from tests.amendment.small_law import BRIDGES


def test_an_excerpt_holds_the_article_with_its_neighbours_under_their_addresses() -> None:
    address = Reference.parse(f"{BRIDGES.name}~art_2-1__indent_1")
    found = around(BRIDGES, address)
    assert found
    small = excerpt(BRIDGES, found)
    articles = [one.eid for one, unit, _ in small.units() if unit.kind is Kind.ARTICLE]
    assert articles == ["art_2", "art_2-1", "art_3"]
    assert small.find(address) is found.unit
    assert around(BRIDGES, Reference.parse(f"{BRIDGES.name}~art_99")) is None


def test_changes_are_good_only_if_the_whole_law_reads_as_wanted() -> None:
    found = around(BRIDGES, Reference.parse(f"{BRIDGES.name}~art_4"))
    assert found
    words = "Статья 4. Паром\nПаром ходит по расписанию, которое утверждает министр."
    wanted = exchanged(BRIDGES, found.unit, read_wording(words, "ru", kind=Kind.ARTICLE))
    right = Change.parse('replace-words art_4 {"old": ["начальник пристани"], "new": ["министр"]}')
    wrong = Change.parse('replace-words art_4 {"old": ["начальник"], "new": ["министр"]}')
    assert words in "\n".join(printed(wanted))
    assert gives(BRIDGES, (right,), wanted)
    assert not gives(BRIDGES, (wrong,), wanted)
    assert not gives(BRIDGES, (right, wrong), wanted)
