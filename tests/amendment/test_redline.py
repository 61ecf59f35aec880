"""Two wordings are compared word by word, and nothing is lost on the way."""

import re

from hypothesis import example, given
from hypothesis import strategies as st

from muvofiq.amendment.redline import TOKEN, Mark, Stretch, new_text, old_text, redline

WORDING = st.text(alphabet="абв ӣӣғ12.,;()-’\n\t\u00a0", max_size=60) | st.text(max_size=60)
WORDS = st.lists(st.sampled_from(["служба", "не", "обязана", "12(1)", "срок", "\n", ",", " "]), max_size=40).map(
    " ".join
)


def shown(old: str, new: str) -> str:
    marks = {Mark.KEPT: "{}", Mark.REMOVED: "[-{}-]", Mark.ADDED: "[+{}+]"}
    return "".join(marks[one.kind].format(one.text) for one in redline(old, new))


@given(WORDING | WORDS, WORDING | WORDS)
def test_both_wordings_can_be_read_from_the_redline(old: str, new: str) -> None:
    stretches = redline(old, new)
    assert old_text(stretches) == old
    assert new_text(stretches) == new


@given(WORDING | WORDS, WORDING | WORDS)
def test_no_word_is_split(old: str, new: str) -> None:
    stretches = redline(old, new)
    for text, left_out in ((old, Mark.ADDED), (new, Mark.REMOVED)):
        borders = {match.start() for match in TOKEN.finditer(text)} | {len(text)}
        at = 0
        for one in stretches:
            if one.kind is not left_out:
                assert at in borders
                at += len(one.text)


@given(WORDING | WORDS, WORDING | WORDS)
@example("\n0", "1\n")
def test_between_two_kept_stretches_stand_at_most_one_removed_and_one_added(old: str, new: str) -> None:
    order = "".join(one.kind.value[0] for one in redline(old, new))
    assert re.fullmatch(r"(k?(r?a?))*", order)
    assert not re.search(r"kk|rr|aa|ar", order)
    assert all(one.text for one in redline(old, new))


@given(WORDING | WORDS)
def test_the_same_wording_is_kept_whole(text: str) -> None:
    assert redline(text, text) == ((Stretch(Mark.KEPT, text),) if text else ())


def test_a_new_wording_is_added_and_a_repealed_one_removed_whole() -> None:
    assert redline("", "Служба помогает.") == (Stretch(Mark.ADDED, "Служба помогает."),)
    assert redline("Служба помогает.", "") == (Stretch(Mark.REMOVED, "Служба помогает."),)


def test_changed_neighbours_are_one_change() -> None:
    assert shown("в течение пяти рабочих дней со дня", "в течение двух суток со дня") == (
        "в течение [-пяти рабочих дней-][+двух суток+] со дня"
    )


def test_a_new_paragraph_leaves_the_others_alone() -> None:
    assert shown("1) вода;\n2) пища.", "1) вода;\n1(1)) приют;\n2) пища.") in {
        "1) вода;[+\n1(1)) приют;+]\n2) пища.",
        "1) вода;\n[+1(1)) приют;\n+]2) пища.",
    }


def test_a_wording_that_shares_only_chance_words_is_replaced_whole() -> None:
    assert shown("Служба и полиция.", "Каждый ребёнок и взрослый вправе просить защиты.") == (
        "[-Служба и полиция.-][+Каждый ребёнок и взрослый вправе просить защиты.+]"
    )


def test_accents_and_hyphens_belong_to_their_word() -> None:
    assert shown("контрольно-пропускной пункт", "контрольно-следственный пункт") == (
        "[-контрольно-пропускной-][+контрольно-следственный+] пункт"
    )
    assert shown("ҳуқуқӣ", "ҳуқуқи") == "[-ҳуқуқӣ-][+ҳуқуқи+]"


def test_a_long_law_is_compared_quickly() -> None:
    old = " ".join(f"слово{number}" for number in range(20_000))
    new = old.replace("слово777 ", "").replace("слово15000", "иное")
    assert [one.kind for one in redline(old, new) if one.kind is not Mark.KEPT] == [
        Mark.REMOVED,
        Mark.REMOVED,
        Mark.ADDED,
    ]
