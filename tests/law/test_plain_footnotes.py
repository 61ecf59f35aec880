"""Footnotes below the signature of a plain text go to the paragraphs that cite them."""

from tests.law.small import law

ACT = "DIRECTIVE\nHaving regard to the opinion(1),\nArticle 1\nThe Border Act(2) applies.\nArticle 2\nGuards serve."
SIGNED = "\nDone at Dushanbe, 1 March 2019.\nThe President"


def test_each_footnote_stands_at_the_paragraph_that_cites_it() -> None:
    one = law(f"{ACT}{SIGNED}\n(1) Gazette 5.\n(2) Gazette 7.")
    assert [note.text for note in one.notes] == ["(1) Gazette 5."]
    assert [note.text for _, unit, _ in one.units() for note in unit.notes] == ["(2) Gazette 7."]
    assert one.tail == ("Done at Dushanbe, 1 March 2019.", "The President")


def test_numbers_that_nothing_cites_or_that_have_gaps_are_no_footnotes() -> None:
    for lines in ("\n(1) Gazette 5.\n(3) Gazette 7.", "\n(1) Gazette 5.\n(2) Gazette 7.\n(3) Gazette 9."):
        one = law(ACT + SIGNED + lines)
        assert not one.notes
        assert not [note for _, unit, _ in one.units() for note in unit.notes]


def test_without_a_signature_nothing_is_a_footnote() -> None:
    one = law(f"{ACT}\n(1) Gazette 5.\n(2) Gazette 7.")
    assert not one.notes


def test_no_word_is_lost() -> None:
    text = f"{ACT}{SIGNED}\n(1) Gazette 5.\n(2) Gazette 7."
    one = law(text)
    told = [*one.head, *(paragraph for unit in one.provisions for paragraph in unit.paragraphs()), *one.tail]
    told += [note.text for note in one.notes] + [note.text for _, unit, _ in one.units() for note in unit.notes]
    assert sorted(" ".join(told).split()) == sorted(text.split())
