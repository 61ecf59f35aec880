"""A law that another program wrote as Akoma Ntoso is opened with all its words, each in its unit."""

from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from muvofiq.law.akoma_ntoso import is_akoma_ntoso, open_akoma_ntoso, read, write
from muvofiq.law.akoma_ntoso_foreign import DEEPEST
from muvofiq.law.errors import NotAkomaNtoso
from muvofiq.law.kind import Kind
from muvofiq.law.opening import open_laws
from muvofiq.law.tree import Law
from muvofiq.text.source import Reason
from tests.law.small import outline

STANDARD = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
FIGURES = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
ARTICLE = "<article><num>Article 1</num><content><p>Guards serve.</p></content></article>"


def document(
    body: str, *, language: str = "eng", around: str = "", namespace: str = STANDARD, kind: str = "act"
) -> str:
    meta = f'<meta><identification source="#x"><FRBRExpression><FRBRlanguage language="{language}"/></FRBRExpression>'
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<akomaNtoso xmlns="{namespace}"><{kind} name="act">{meta}'
        f"</identification></meta>{around}{body}</{kind}></akomaNtoso>"
    )


def opened(text: str) -> Law:
    data = text.encode()
    assert is_akoma_ntoso(data)
    return open_akoma_ntoso(data, "act.xml")


def of_body(inner: str, language: str = "eng") -> Law:
    return opened(document(f"<body>{inner}</body>", language=language))


def signs(words: str) -> Counter[str]:
    return Counter(sign for sign in words.translate(FIGURES) if not sign.isspace() and sign != "|")


def printed(law: Law) -> str:
    """All words of a law, its notes and what was left out of it."""
    units = [unit for _, unit, _ in law.units()]
    notes = [note.text for unit in units for note in unit.notes] + [note.text for note in law.notes]
    words = [word for unit in units for word in (unit.label, unit.heading, unit.text)]
    return "".join((*law.head, *words, *law.tail, *notes, *(one.text for one in law.left_out)))


def in_file(text: str) -> str:
    root = etree.fromstring(text.encode())
    for meta in root.iter("{*}meta"):
        for child in list(meta):
            meta.remove(child)
    return "".join(map(str, root.itertext()))


AFRICAN = document(
    """<body><part eId="part_I"><num>Part I</num><heading>Posts</heading>
    <section eId="sec_1"><num>1.</num><heading>Words<authorialNote marker="*"><p>See below.</p></authorialNote>
      </heading>
      <subsection eId="sec_1__subsec_1"><num>(1)</num><content><blockList>
        <listIntroduction>There are:</listIntroduction>
        <item><num>(a)</num><p>a post of 9 m<sup>2</sup>; <remark status="editorial">[amended by Act 2]</remark></p>
        </item>
        <item><num>(b)</num><p>a guard;</p></item><listWrapUp>and no others.</listWrapUp></blockList></content>
      </subsection>
    </section>
    <section eId="sec_2"><num>2.</num><heading>Fees</heading>
      <content><p><remark status="editorial">[repealed by Act 3]</remark></p></content></section>
    <hcontainer name="hcontainer"><content><p>Loose words</p>
      <table><tr><th><p>Fee</p></th><th><p>Sum</p></th></tr><tr><td><p>Visa</p></td><td><p>50</p></td></tr></table>
    </content></hcontainer></part></body>
    <attachments><attachment eId="att_1"><heading>Schedule 1</heading><subheading>Forms</subheading>
      <doc name="schedule"><meta/><mainBody>
        <paragraph><num>1.</num><content><p>Form A</p></content></paragraph></mainBody>
      </doc></attachment></attachments>""",
    around="<preface><longTitle><p>An Act on the border.</p></longTitle></preface><preamble><p>Enacted</p></preamble>",
)


def test_where_an_act_has_no_articles_its_sections_are_what_lawyers_cite_first() -> None:
    assert outline(opened(AFRICAN).provisions) == [
        "division 1: Posts",
        "  article 1: Words",
        "    part 1: There are:",
        "      point a: a post of 9 m²;",
        "      point b: a guard;",
        "      indent 2: and no others.",
        "  article 2: Fees",
        "  indent 1: Loose words",
        "  indent 2: Fee | Sum",
        "  indent 3: Visa | 50",
        "annex 1: Schedule 1 Forms",
        "  point 1: Form A",
    ]


def test_preface_and_preamble_stand_before_the_units_and_notes_beside_them() -> None:
    law = opened(AFRICAN)
    assert (law.language, law.title, law.head) == ("en", "An Act on the border.", ("An Act on the border.", "Enacted"))
    notes = [note.text for _, unit, _ in law.units() for note in unit.notes]
    assert notes == ["* See below.", "[amended by Act 2]", "[repealed by Act 3]"]
    assert [unit.repealed for _, unit, _ in law.articles() if unit.kind is Kind.ARTICLE] == [False, True]


EUROPEAN = document(
    """<body><chapter><num>CHAPITRE I</num><heading>Objet</heading>
    <article eId="art_1"><num>Article 2 bis</num><heading>Contrôles</heading>
      <paragraph><num>1.</num><list><intro><p>Les gardes contrôlent:</p></intro>
        <point><num>a)</num><content><p>les personnes;</p></content></point>
        <point><num>b)</num><list><intro><p>les biens:</p></intro>
          <indent><num>—</num><content><p>lourds,</p></content></indent></list></point></list></paragraph>
      <paragraph><num>2.</num><subparagraph><content><p>Le délai est de <del>dix</del><ins>vingt</ins> jours
        (<noteRef href="#n1" marker="1">1</noteRef>).</p></content></subparagraph>
        <subparagraph><content><p>Il peut être prolongé.</p></content></subparagraph></paragraph>
    </article></chapter></body><conclusions><p>Fait à Douchanbé.</p></conclusions>""",
    language="fra",
    around="<preamble><recitals><recital><num>(1)</num><p>La frontière est gardée.</p></recital></recitals></preamble>",
)


def test_paragraphs_points_and_indents_of_a_european_act_keep_their_places() -> None:
    law = opened(EUROPEAN)
    assert outline(law.provisions) == [
        "chapter 1: Objet",
        "  article 2bis: Contrôles",
        "    part 1: Les gardes contrôlent:",
        "      point a: les personnes;",
        "      point b: les biens:",
        "        indent 1: lourds,",
        "    part 2: ",
        "      subpoint 1: Le délai est de vingt jours ().",
        "      subpoint 2: Il peut être prolongé.",
    ]
    assert (law.language, law.head, law.tail) == ("fr", ("(1) La frontière est gardée.",), ("Fait à Douchanbé.",))


def test_deleted_words_and_marks_of_notes_are_left_out_and_told() -> None:
    left_out = [(one.text, one.reason) for one in opened(EUROPEAN).left_out]
    assert left_out == [("dix", Reason.DELETED), ("1", Reason.NOTE_MARK)]


ITALIAN = document(
    """<body><article eId="art_5"><num>Art. 5-1.</num><heading>(Guardie)</heading>
    <paragraph><num>1.</num><content><p>Le guardie <mod>dicono: <quotedStructure startQuote="«" endQuote="»">
      <paragraph><num>3.</num><content><p>Il confine.</p></content></paragraph></quotedStructure></mod>.</p></content>
    </paragraph></article></body>""",
    language="ita",
    namespace="http://docs.oasis-open.org/legaldocml/ns/akn/3.0/CSD13",
)


def test_quoted_units_are_words_of_the_unit_that_quotes_them() -> None:
    law = opened(ITALIAN)
    (_, article, _), (_, paragraph, _) = law.units()
    assert (str(article.number), article.label, article.heading) == ("5(1)", "Art. 5-1.", "(Guardie)")
    assert paragraph.text == "Le guardie dicono: «3. Il confine.»."
    assert law.language == "ita"


BRITISH = document(
    """<body><part><num>Part 1</num><section><num>5A</num><heading>Guards</heading>
    <subsection><num>(1)</num><intro><p>A guard may—</p></intro>
      <level class="para1"><num>(a)</num><content><p>ask, or</p></content></level>
      <level class="para1"><num>(b)</num><content><p>search,</p></content></level>
      <wrapUp><p>but not both.</p></wrapUp></subsection></section></part>
    <hcontainer name="schedule"><num>SCHEDULE 1</num><heading>Posts</heading>
      <paragraph><num>1</num><content><p>North.</p></content></paragraph></hcontainer></body>"""
)


def test_levels_without_a_name_are_told_by_their_depth_and_schedules_are_annexes() -> None:
    assert outline(opened(BRITISH).provisions) == [
        "division 1: ",
        "  article 5a: Guards",
        "    part 1: A guard may—",
        "      point a: ask, or",
        "      point b: search,",
        "      indent 2: but not both.",
        "annex 1: Posts",
        "  point 1: North.",
    ]


FLAVOURS = {"African": AFRICAN, "European": EUROPEAN, "Italian": ITALIAN, "British": BRITISH}


@pytest.mark.parametrize("text", FLAVOURS.values(), ids=FLAVOURS)
def test_no_sign_of_a_document_is_lost(text: str) -> None:
    lost = signs(in_file(text)) - signs(printed(opened(text)))
    assert not lost


@pytest.mark.parametrize("text", FLAVOURS.values(), ids=FLAVOURS)
def test_a_foreign_law_can_be_written_as_a_document_of_ours_and_comes_back(text: str) -> None:
    law = opened(text)
    assert read(write(law)) == law


NAMES = "section article paragraph point list blockList item intro content wrapUp p block hcontainer num heading table "
NAMES += "tr td b i sup del ins remark authorialNote level subparagraph quotedStructure unknown toc mod ul li br"
words = st.sampled_from(["", " ", "слово", "a b", "1", "(a)"])
elements = st.recursive(
    st.builds(lambda name, text, tail: f"<{name}>{text}</{name}>{tail}", st.sampled_from(NAMES.split()), words, words),
    lambda inner: st.builds(
        lambda name, text, parts, tail: f"<{name}>{text}{''.join(parts)}</{name}>{tail}",
        st.sampled_from(NAMES.split()),
        words,
        st.lists(inner, max_size=3),
        words,
    ),
    max_leaves=8,
)


@given(st.lists(elements, max_size=3))
def test_not_even_of_a_document_against_all_rules_is_a_word_lost(parts: list[str]) -> None:
    text = document(f"<body>{ARTICLE}{''.join(parts)}</body>")
    law = opened(text)
    assert not signs(in_file(text)) - signs(printed(law))
    assert read(write(law)) == law


@pytest.mark.parametrize("kind", ["act", "bill", "doc", "statement"])
def test_acts_bills_and_other_documents_are_opened_alike(kind: str) -> None:
    body = "mainBody" if kind in ("doc", "statement") else "body"
    law = opened(document(f"<{body}>{ARTICLE}</{body}>", kind=kind))
    assert outline(law.provisions) == ["article 1: Guards serve."]


def test_the_door_opens_a_foreign_document() -> None:
    (law,) = open_laws(document(f"<body>{ARTICLE}</body>").encode(), "act.xml")
    assert outline(law.provisions) == ["article 1: Guards serve."]


def test_a_document_in_another_encoding_is_read_by_what_it_declares() -> None:
    text = document(f"<body>{ARTICLE}</body>".replace("Guards", "Стража"), language="rus").replace("UTF-8", "koi8-r")
    law = open_akoma_ntoso(text.encode("koi8-r"), "act.xml")
    assert (law.language, law.provisions[0].text) == ("ru", "Стража serve.")


BROKEN = {
    "cut off": AFRICAN[: len(AFRICAN) // 2],
    "no act": f'<akomaNtoso xmlns="{STANDARD}"/>',
    "no units": document("<body><p/></body>"),
    "no body": document(""),
    "units inside each other without end": document(
        "<body>" + "<section>" * (DEEPEST + 5) + "</section>" * (DEEPEST + 5) + "</body>"
    ),
    "elements inside each other without end": document("<body>" + "<section>" * 100_000),
    "a document type": AFRICAN.replace("<akomaNtoso", "<!DOCTYPE akomaNtoso><akomaNtoso"),
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN)
def test_a_broken_document_is_refused_with_its_name_and_reason(text: str) -> None:
    with pytest.raises(NotAkomaNtoso, match=r"(?s)act\.xml.*why: "):
        opened(text)


@pytest.mark.usefixtures("quick")
def test_a_document_that_swells_is_refused_at_once() -> None:
    entities = "".join(f'<!ENTITY e{at} "{f"&e{at - 1};" * 10}">' for at in range(1, 12))
    bomb = f'<!DOCTYPE act [<!ENTITY e0 "boom">{entities}]>'
    with pytest.raises(NotAkomaNtoso):
        opened(AFRICAN.replace("<akomaNtoso", f"{bomb}<akomaNtoso").replace("Enacted", "&e11;"))


def test_no_other_file_is_read_into_the_law(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret words", encoding="utf-8")
    foreign = f'<!DOCTYPE act [<!ENTITY other SYSTEM "{secret.as_uri()}">]>'
    with pytest.raises(NotAkomaNtoso) as raised:
        opened(AFRICAN.replace("<akomaNtoso", f"{foreign}<akomaNtoso").replace("Enacted", "&other;"))
    assert "secret words" not in str(raised.value)


def test_marks_of_print_may_lie_deep_inside_each_other() -> None:
    text = document(f"<body>{ARTICLE.replace('Guards', '<i>' * 240 + 'Guards' + '</i>' * 240)}</body>")
    assert opened(text).provisions[0].text == "Guards serve."
