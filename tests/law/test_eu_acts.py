"""Acts of the European Union as EUR-Lex serves them, in each of its three ways of marking a page."""

from collections import Counter
from pathlib import Path

import pytest

from muvofiq.law.akoma_ntoso import read, write
from muvofiq.law.kind import Kind
from muvofiq.law.opening import open_laws
from muvofiq.law.tree import Law
from muvofiq.text.html import read_html
from muvofiq.text.source import Reason
from tests.law.small import outline
from tests.paths import real

JOURNAL = """<?xml version="1.0" encoding="UTF-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x.dtd">
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>L_1</title></head><body>
<table><tr><td><p class="oj-hd-date">1.3.2019</p></td><td><p class="oj-hd-ti">Official Journal</p></td></tr></table>
<div class="eli-container"><div class="eli-main-title"><p class="oj-doc-ti">DIRECTIVE (EU) 2019/1</p>
<p class="oj-doc-ti">on the guarding of borders</p></div>
<div class="eli-subdivision"><p class="oj-normal">Having regard to the opinion of the Committee
<a id="ntc1" href="#ntr1">(<span class="oj-super oj-note-tag">1</span>)</a>,</p><p class="oj-normal">Whereas:</p>
<table><tr><td><p class="oj-normal">(1)</p></td><td><p class="oj-normal">Borders shall be guarded.</p>
</td></tr></table>
</div><div class="eli-subdivision"><p class="oj-ti-section-1">CHAPTER I</p>
<p class="oj-ti-section-2"><span class="oj-bold">GENERAL PROVISIONS</span></p></div>
<div class="eli-subdivision"><p class="oj-ti-art">Article&#160;1</p><div class="eli-title">
<p class="oj-sti-art">Subject matter</p></div>
<div><p class="oj-normal">1.&#160;&#160;&#160;This Directive lays down:</p>
<table><tr><td><p class="oj-normal">(a)</p></td><td><p class="oj-normal">which posts are needed:</p>
<table><tr><td><p class="oj-normal">(i)</p></td><td><p class="oj-normal">in the north;</p></td></tr></table>
<table><tr><td><p class="oj-normal">(ii)</p></td><td><p class="oj-normal">in the south;</p></td></tr></table>
</td></tr></table>
<table><tr><td><p class="oj-normal">(b)</p></td><td><p class="oj-normal">how guards serve.</p></td></tr></table></div>
<div><p class="oj-normal">2.&#160;&#160;&#160;Article 9 of the old Directive applies.</p>
<p class="oj-normal">It applies without exception.</p></div></div>
<div class="eli-subdivision"><p class="oj-ti-art">Article&#160;2</p><div class="eli-title">
<p class="oj-sti-art">Terms</p></div>
<p class="oj-normal">The following terms are used:</p>
<table><tr><td><p class="oj-normal">(1)</p></td><td><p class="oj-normal">‘post’ means a place;</p></td></tr></table>
<table><tr><td><p class="oj-normal">(2)</p></td><td><p class="oj-normal">‘guard’ means a man.</p></td></tr>
</table></div>
<div class="oj-final"><p class="oj-normal">Done at Strasbourg, 1 March 2019.</p>
<div class="oj-signatory"><p class="oj-signatory">The President</p></div></div></div><hr class="oj-note"/>
<p class="oj-note"><a id="ntr1" href="#ntc1">(<span class="oj-super">1</span>)</a>&#160; OJ C 1, 2.2.2018, p. 3.</p>
<div class="eli-container"><p class="oj-doc-ti">ANNEX</p><p class="oj-doc-ti">CORRELATION TABLE</p>
<table class="oj-table">
<tr><td><p class="oj-tbl-hdr">Old Directive</p></td><td><p class="oj-tbl-hdr">This Directive</p></td></tr>
<tr><td><p class="oj-tbl-txt">Article 1</p></td><td><p class="oj-tbl-txt">Article 2</p></td></tr></table>
</div></body></html>"""

CONSOLIDATED = """<html><body><p class="reference">02019L0001 — FR — 01.03.2021 — 001.001</p>
<p class="disclaimer">Ce texte constitue seulement un outil de documentation</p>
<table><tr><td><p class="arrow"><a href="x">►B</a></p></td><td><p class="title-doc-first">DIRECTIVE 2019/1</p>
</td></tr></table>
<p class="hd-modifiers">Modifiée par:</p>
<table><tr><td><p class="arrow"><a href="y">►M1</a></p></td><td>
<p class="title-fam-member-star">DIRECTIVE 2020/7</p></td>
<td><p class="toc-1">L 5</p></td></tr></table><p class="modref"><a href="x">▼B</a></p>
<p class="title-doc-first">DIRECTIVE 2019/1</p><p class="title-doc-last">sur la garde des frontières</p>
<p class="title-division-1">CHAPITRE PREMIER</p><p class="title-division-2">Objet</p>
<p class="title-article-norm">Article premier</p><p class="stitle-article-norm">Postes et gardes</p>
<div class="norm"><span class="no-parag">1.  </span><div class="norm inline-element">Les gardes contrôlent:
<div class="grid-container grid-list"><div class="list grid-list-column-1"><span>a) </span></div>
<div class="grid-list-column-2"><p class="norm">►M1 les personnes; ◄</p></div></div>
<div class="grid-container grid-list"><div class="list grid-list-column-1"><span>b) </span></div>
<div class="grid-list-column-2"><p class="norm">les biens.</p></div></div></div></div>
<p class="modref"><a href="y">▼M1</a></p><p class="title-article-norm">Article 2 bis</p>
<p class="norm">Les gardes sont armés (<a href="#E1" id="src.E1"><span class="superscript">1</span></a>).</p><hr/>
<p class="footnote">(<a href="#src.E1" id="E1"><span class="superscript">1</span></a>) JO L 2 du 1.1.2000, p. 1.</p>
<p class="title-annex-1">ANNEXE I</p><p class="title-annex-2">Liste des postes</p>
<table><tr><td><p class="dlist-term">—</p></td><td><p class="dlist-definition">le poste du nord,</p></td></tr></table>
</body></html>"""

OLD = """<html><body><div id="banner"><a href="/">Legal notice</a> | <a href="/x">Search</a></div><h1>32019L0001</h1>
<strong>Directive 2019/1 on the guarding of borders</strong><div id="TexteOnly"><p>Directive 2019/1</p>
<p>Having regard to the opinion of the Committee(1),</p><p>HAS ADOPTED THIS DIRECTIVE:</p><p>Article 1</p>
<p>Subject matter</p><p>1. This Directive lays down:</p><p>(a) posts;</p><p>(b) guards.</p><p>2. It shall apply.</p>
<p>Article 2</p><p>This Directive is addressed to the Member States.</p><p>Done at Brussels, 1 March 2019.</p>
<p>The President</p><p>(1) OJ C 1, 2.2.2018, p. 3.</p></div></body></html>"""


def opened(page: str) -> Law:
    (law,) = open_laws(page.encode(), "act.html")
    return law


def notes(law: Law) -> list[str]:
    return [*(note.text for note in law.notes), *(note.text for _, unit, _ in law.units() for note in unit.notes)]


def test_an_act_in_the_journal_keeps_its_articles_parts_and_points() -> None:
    law = opened(JOURNAL)
    assert outline(law.provisions) == [
        "chapter 1: GENERAL PROVISIONS",
        "  article 1: Subject matter",
        "    part 1: This Directive lays down:",
        "      point a: which posts are needed:",
        "        subpoint i: in the north;",
        "        subpoint ii: in the south;",
        "      point b: how guards serve.",
        "    part 2: Article 9 of the old Directive applies.",
        "      indent 2: It applies without exception.",
        "  article 2: Terms",
        "    indent 1: The following terms are used:",
        "    point 1: ‘post’ means a place;",
        "    point 2: ‘guard’ means a man.",
        "annex 1: CORRELATION TABLE",
        "  indent 1: Old Directive | This Directive",
        "  indent 2: Article 1 | Article 2",
    ]


def test_title_recitals_signature_and_footnotes_of_the_journal_stand_where_they_belong() -> None:
    law = opened(JOURNAL)
    assert (law.language, law.title) == ("en", "DIRECTIVE (EU) 2019/1 on the guarding of borders")
    assert law.head[-2:] == ("Whereas:", "(1) Borders shall be guarded.")
    assert law.tail == ("Done at Strasbourg, 1 March 2019.", "The President")
    assert notes(law) == ["(¹) OJ C 1, 2.2.2018, p. 3."]
    reasons = Counter(one.reason for one in law.left_out)
    assert reasons == {Reason.RUNNING_HEAD: 1, Reason.NOTE_MARK: 1}


def test_a_consolidated_act_loses_the_marks_of_who_consolidated_it_and_nothing_else() -> None:
    law = opened(CONSOLIDATED)
    assert outline(law.provisions) == [
        "chapter 1: Objet",
        "  article 1: Postes et gardes",
        "    part 1: Les gardes contrôlent:",
        "      point a: les personnes;",
        "      point b: les biens.",
        "  article 2bis: ",
        "    indent 1: Les gardes sont armés.",
        "annex 1: Liste des postes",
        "  indent 1: — le poste du nord,",
    ]
    assert (law.language, notes(law)) == ("fr", ["(¹) JO L 2 du 1.1.2000, p. 1."])
    assert "►M1 | DIRECTIVE 2020/7 | L 5" in law.head
    marks = [one.text for one in law.left_out if one.reason is Reason.EDITOR_MARK]
    assert marks == ["▼B", "►M1", "◄", "▼M1"]


def test_an_act_without_any_styles_is_read_by_its_words() -> None:
    law = opened(OLD)
    assert outline(law.provisions) == [
        "article 1: Subject matter",
        "  part 1: This Directive lays down:",
        "    point a: posts;",
        "    point b: guards.",
        "  part 2: It shall apply.",
        "article 2: ",
        "  indent 1: This Directive is addressed to the Member States.",
    ]
    assert law.title.startswith("Directive 2019/1 on the guarding of borders")
    assert notes(law) == ["(1) OJ C 1, 2.2.2018, p. 3."]
    assert law.tail == ("Done at Brussels, 1 March 2019.", "The President")


INVENTED = {"journal": JOURNAL, "consolidated": CONSOLIDATED, "old": OLD}


@pytest.mark.parametrize("page", INVENTED.values(), ids=INVENTED)
def test_no_sign_of_an_invented_act_is_lost_and_it_comes_back_from_akoma_ntoso(page: str) -> None:
    check_nothing_lost(page.encode())


def files(folder: str) -> list[Path]:
    return [path for path in sorted(real(folder).rglob("*.*ml")) if path.suffix in (".xml", ".html")]


@pytest.mark.parametrize(("folder", "least"), [("gold/structure", 12), ("gold/amendments", 46)])
def test_no_sign_of_a_real_act_is_lost_and_it_comes_back_from_akoma_ntoso(folder: str, least: int) -> None:
    paths = [path for path in files(folder) if "ru_" not in str(path)]
    assert len(paths) >= least
    for path in paths:
        check_nothing_lost(path.read_bytes())


def check_nothing_lost(data: bytes) -> None:
    source = read_html(data, "act.html")
    (law,) = open_laws(data, "act.html")
    assert signs([line.text for line in source.lines]) == signs(printed(law))
    assert law.left_out == source.left_out
    assert read(write(law)) == law
    assert any(unit.kind is Kind.ARTICLE for _, unit, _ in law.units())


def printed(law: Law) -> list[str]:
    units = [unit for _, unit, _ in law.units()]
    return [
        *law.head,
        *law.tail,
        *notes(law),
        *(word for unit in units for word in (unit.label, unit.heading, unit.text)),
    ]


def signs(texts: list[str]) -> Counter[str]:
    return Counter(sign for text in texts for sign in text if not sign.isspace())
