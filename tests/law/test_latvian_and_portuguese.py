"""Laws of Latvia and Portugal, which experts bring to compare with; the texts here are invented."""

from muvofiq.law.citing import cite
from muvofiq.law.number import Number
from muvofiq.law.reference import Reference
from tests.law.small import law, outline, signs_of_law, signs_of_source, source

LATVIAN = """Saeima ir pieņēmusi un Valsts prezidents izsludina šādu likumu:
Robežsargu palīdzības likums
I nodaļa. Vispārīgie noteikumi
1. pants. Likumā lietotie termini
Likumā ir lietoti šādi termini:
1) neaizsargāta persona — persona, kurai vajadzīga īpaša aprūpe;
2) palīdzība — ēdiens, ārsts un tulks.
2. pants. Robežsarga pienākumi
(1) Robežsargs palīdz ikvienam, kas ierodas robežas posteņos.
(2) Robežsargs personai izskaidro:
1) viņas tiesības;
2) tulka pakalpojumus:
a) rakstveidā,
b) mutvārdos.
II nodaļa. Palīdzība bērniem
3. pants. Bērns bez pavadības
(1) Bērnam nekavējoties ieceļ aizbildni.
3.1 pants. Atpūta
Bērnam dod atpūtu.
Valsts prezidents J. Kalniņš
"""
PORTUGUESE = """Lei n.º 1/2030, de 3 de março
Regula o auxílio nos postos de fronteira
A Assembleia da República decreta, nos termos da Constituição, o seguinte:
CAPÍTULO I
Disposições gerais
Artigo 1.º
Objeto
A presente lei regula o auxílio às pessoas vulneráveis nos postos de fronteira.
Artigo 2.º
Deveres do guarda
1 - O guarda informa a pessoa, numa língua que ela entenda:
a) dos seus direitos;
b) do direito a intérprete.
2 - A recusa é entregue por escrito.
Artigo 2.º-A
Crianças
1 — A criança não acompanhada tem direito a tutor.
CAPÍTULO II
Disposições finais
Artigo 3.º
Entrada em vigor
A presente lei entra em vigor no dia seguinte.
Aprovada em 3 de março de 2030.
"""
REGULATION = """Ministru kabineta noteikumi
I. Vispārīgie jautājumi
1. Noteikumi nosaka kārtību, kādā sargā posteņus.
2. Postenī ir:
2.1. Sargs;
2.2. Tulks.
"""


def test_a_latvian_law_has_articles_with_parts_in_brackets_points_and_letters() -> None:
    one = law(LATVIAN)
    assert one.language == "lv"
    assert outline(one.provisions) == [
        "chapter 1: Vispārīgie noteikumi",
        "  article 1: Likumā lietotie termini",
        "    indent 1: Likumā ir lietoti šādi termini:",
        "    point 1: neaizsargāta persona — persona, kurai vajadzīga īpaša aprūpe;",
        "    point 2: palīdzība — ēdiens, ārsts un tulks.",
        "  article 2: Robežsarga pienākumi",
        "    part 1: Robežsargs palīdz ikvienam, kas ierodas robežas posteņos.",
        "    part 2: Robežsargs personai izskaidro:",
        "      point 1: viņas tiesības;",
        "      point 2: tulka pakalpojumus:",
        "        subpoint a: rakstveidā,",
        "        subpoint b: mutvārdos.",
        "chapter 2: Palīdzība bērniem",
        "  article 3: Bērns bez pavadības",
        "    part 1: Bērnam nekavējoties ieceļ aizbildni.",
        "  article 3(1): Atpūta",
        "    indent 1: Bērnam dod atpūtu.",
    ]


def test_a_latvian_regulation_has_points_under_roman_chapters() -> None:
    one = law(REGULATION)
    assert one.language == "lv"
    assert [str(address) for address, _, _ in one.articles()][:2] == [f"{one.name}~point_1", f"{one.name}~point_2"]


def test_a_portuguese_law_has_ordinal_articles_and_paragraphs_behind_a_dash() -> None:
    one = law(PORTUGUESE)
    assert one.language == "pt"
    assert outline(one.provisions) == [
        "chapter 1: Disposições gerais",
        "  article 1: Objeto",
        "    indent 1: A presente lei regula o auxílio às pessoas vulneráveis nos postos de fronteira.",
        "  article 2: Deveres do guarda",
        "    part 1: O guarda informa a pessoa, numa língua que ela entenda:",
        "      point a: dos seus direitos;",
        "      point b: do direito a intérprete.",
        "    part 2: A recusa é entregue por escrito.",
        "  article 2a: Crianças",
        "    part 1: A criança não acompanhada tem direito a tutor.",
        "chapter 2: Disposições finais",
        "  article 3: Entrada em vigor",
        "    indent 1: A presente lei entra em vigor no dia seguinte.",
    ]


def test_nothing_of_either_law_is_lost() -> None:
    for text in (LATVIAN, PORTUGUESE, REGULATION):
        assert signs_of_law(law(text)) == signs_of_source(source(text))


def test_their_units_are_cited_as_their_lawyers_cite_them() -> None:
    assert cite(Reference.parse("lei~art_2"), "pt") == "art. 2.º"
    assert cite(Reference.parse("likums~art_2__para_1"), "lv") == "2. p. 1. d."


def test_the_ordinal_sign_belongs_to_the_number_and_a_letter_behind_it_too() -> None:
    assert [str(Number.parse(text)) for text in ("1.º", "25.º-A", "3º")] == ["1", "25a", "3"]
