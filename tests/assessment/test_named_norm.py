"""A named norm is that very citation, or else what is cited of its instrument; another one is none of them."""

import pytest

from muvofiq.assessment.named_norm import meant_by

CITED = ("crc art. 37(b)", "crc art. 3", "iccpr art. 9")


@pytest.mark.parametrize(
    ("norm", "meant"),
    [
        ("crc art. 3", ("crc art. 3",)),
        ("crc art. 40", ("crc art. 37(b)", "crc art. 3")),
        ("crc", ("crc art. 37(b)", "crc art. 3")),
        ("cr art. 3", ()),
        ("law of the sea art. 98", ()),
        ("", ()),
    ],
)
def test_a_named_norm_is_found_among_the_cited(norm: str, meant: tuple[str, ...]) -> None:
    assert meant_by(norm, CITED) == meant
