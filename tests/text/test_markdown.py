"""A Markdown file becomes lines without the signs that mark its layout."""

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from muvofiq.text.markdown import is_markdown, read_markdown
from muvofiq.text.read import read_bytes
from muvofiq.text.source import Reason

TREATY = """<meta http-equiv='Content-Type' content='text/html; charset=utf-8' />

##TREATY ON THE BORDER

### Article  1

####Terms

1. A *post* is a place (*a*), see [the Charter](../charter/README.md)\\.
2 * 2 posts
### Article 2
"""


def test_headings_links_and_stress_lose_their_signs_and_keep_their_words() -> None:
    source = read_bytes(TREATY.encode(), "treaty.md")
    assert [(line.number, line.text, line.style) for line in source.lines] == [
        (3, "TREATY ON THE BORDER", "h2"),
        (5, "Article  1", "h3"),
        (7, "Terms", "h4"),
        (9, "1. A post is a place (a), see the Charter.", ""),
        (10, "2 * 2 posts", ""),
        (11, "Article 2", "h3"),
    ]
    assert source.format == "markdown"
    assert {one.reason for one in source.left_out} == {Reason.MARKUP}
    assert (source.left_out[1].text, source.left_out[4].text) == ("##", "****[](../charter/README.md)\\")


@pytest.mark.parametrize(
    "text", ["# Статья 1", "Статья 1\n№ 5 # 6\n#", "<p># a</p>\n# b\n# c", "<div>\n# a\n# b\n# c", ""]
)
def test_other_texts_and_pages_are_no_markdown(text: str) -> None:
    assert not is_markdown(text.encode())


@given(
    st.lists(st.sampled_from(["# ", "#", "*", "**", "[", "](", ")", "\\", "a", " ", "\n", "1.", "<b>"])).map("".join)
)
def test_no_sign_is_lost(text: str) -> None:
    text = f"a\n{text}"
    source = read_markdown(text.encode(), "a.md")
    told = " ".join([*(line.text for line in source.lines), *(one.text for one in source.left_out)])
    assert Counter(told.replace(" ", "")) == Counter("".join(text.split()))
