"""The kinds of unit lie inside each other in the order of every law."""

from muvofiq.law.kind import Kind


def test_every_kind_has_a_depth_and_a_word_of_its_own() -> None:
    assert len({kind.depth for kind in Kind}) == len({kind.abbreviation for kind in Kind}) == len(Kind) == 12


def test_from_the_annex_down_to_the_indent() -> None:
    in_order = [Kind.ANNEX, Kind.DIVISION, Kind.SECTION, Kind.SUBSECTION, Kind.CHAPTER, Kind.PARAGRAPH, Kind.ARTICLE]
    in_order += [Kind.PART, Kind.POINT, Kind.SUBPOINT, Kind.INDENT]
    assert sorted(in_order, key=lambda kind: kind.depth) == in_order


def test_only_what_stands_above_the_article_is_a_mere_heading() -> None:
    headings = {kind for kind in Kind if kind.is_heading}
    assert headings == {kind for kind in Kind if kind.depth < Kind.ARTICLE.depth}
    assert Kind.ANNEX in headings
    assert Kind.ARTICLE not in headings


def test_a_note_of_the_law_stands_beside_the_parts_of_its_article() -> None:
    assert Kind.ARTICLE.depth < Kind.NOTE.depth < Kind.PART.depth
