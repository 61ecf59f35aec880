import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.standards.citation import Citation, Practice
from muvofiq.standards.errors import BadCitation


@pytest.mark.parametrize(
    ("text", "instrument", "pinpoint"),
    [
        ("crc art. 37(b)", "crc", "art. 37(b)"),
        ("istanbul", "istanbul", ""),
        ("eura-ge art. 3(1) (model, verify)", "eura-ge", "art. 3(1)"),
        ("eura-ge art. 6(3) (model, verify), art. 10", "eura-ge", "art. 6(3), art. 10"),
        ("eura-ge art. 10 (model, figures verify)", "eura-ge", "art. 10"),
        ("cis-thb-2005 (verify)", "cis-thb-2005", ""),
        ("reg-2024-1358 (verify pinpoint)", "reg-2024-1358", ""),
        ("eu-tj-pca (readmission clause, article verify)", "eu-tj-pca", "(readmission clause)"),
        (
            "dir-2011-36 art. 19a (inserted by dir-2024-1712, verify)",
            "dir-2011-36",
            "art. 19a (inserted by dir-2024-1712)",
        ),
        ("crc-gc22-23 (GC 23 para. 4)", "crc-gc22-23", "(GC 23 para. 4)"),
        ("som-protocol art. 6 with untoc art. 5", "som-protocol", "art. 6 with untoc art. 5"),
    ],
)
def test_a_citation_tells_its_instrument_and_its_place(text: str, instrument: str, pinpoint: str) -> None:
    citation = Citation.parse(text)
    assert (citation.instrument, citation.pinpoint) == (instrument, pinpoint)
    assert str(citation) == text


@pytest.mark.parametrize(
    ("text", "unconfirmed"),
    [
        ("crc art. 37(b)", False),
        ("eura-ge art. 2(1) (model)", False),
        ("eura-ua art. 8 (figures verify)", True),
        ("dir-2011-36 art. 18(3) and 18b (verify)", True),
        ("crc art. 8 (duty of verifying identity)", False),
    ],
)
def test_only_the_mark_verify_makes_a_citation_unconfirmed(text: str, *, unconfirmed: bool) -> None:
    assert Citation.parse(text).unconfirmed is unconfirmed


def test_a_model_clause_is_told_from_a_rule() -> None:
    assert Citation.parse("eura-ge art. 2(1) (model)").model
    assert not Citation.parse("unodc-ml-thb art. 5").model


@pytest.mark.parametrize("text", ["", "Art. 5", " crc art. 5", "crc  art. 5", "crc art. 5 ", "CRC art. 5", "crc-"])
def test_a_text_that_names_no_instrument_is_refused(text: str) -> None:
    with pytest.raises(BadCitation, match="is not a citation"):
        Citation.parse(text)


@given(
    st.from_regex(r"[a-z][a-z0-9]{0,8}(-[a-z0-9]{1,5}){0,3}", fullmatch=True),
    st.from_regex(r"([A-Za-z0-9(][A-Za-z0-9 .,()-]{0,40}[A-Za-z0-9)])?", fullmatch=True),
)
def test_every_citation_round_trips(instrument: str, words: str) -> None:
    citation = Citation(instrument, words)
    assert Citation.parse(str(citation)) == citation


@pytest.mark.parametrize(
    ("text", "instrument", "unconfirmed"),
    [
        ("lv-cab-344-2019: recognition by police", "lv-cab-344-2019", False),
        ("tj-cpc-2009 art. 479", "tj-cpc-2009", False),
        ("lv-cab-707-2003", "lv-cab-707-2003", False),
        ("lv-thb-residence-2007 ss. 3-4 (30 days, verify)", "lv-thb-residence-2007", True),
        ("BOMCA 10 workshop", None, False),
        ("Portugal: Observatory (DL 229/2008, verify)", None, True),
    ],
)
def test_practice_may_begin_with_a_national_act(text: str, instrument: str | None, *, unconfirmed: bool) -> None:
    practice = Practice(text)
    assert (practice.instrument, practice.unconfirmed, str(practice)) == (instrument, unconfirmed, text)
