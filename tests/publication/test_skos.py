"""The thesaurus goes out as SKOS and comes back the same; of a foreign file, what could mislead is refused."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib import RDF, SKOS, Graph, Literal

from muvofiq.errors import MuvofiqError
from muvofiq.publication.errors import NoConcepts, NotTurtle, ThesaurusTooLarge, TwoPreferred
from muvofiq.publication.skos import CONCEPT, FACET, OpenWord, in_order, write_thesaurus
from muvofiq.publication.skos_reading import MAX_BYTES, MAX_CONCEPTS, read_thesaurus
from muvofiq.standards.errors import BroaderCycle
from muvofiq.standards.load import load_catalogue
from muvofiq.standards.thesaurus import LANGUAGES, Concept, Facet, RegionalWord, Thesaurus

SMALL = Thesaurus(
    (
        Concept("person", {"en": ("person", "traveller"), "ru": ("лицо",)}, facet="persons"),
        Concept(
            "victim",
            {"en": ("victim",), "tg": ("қурбонӣ",)},
            "person",
            "persons",
            ("tg",),
            (RegionalWord("потерпевшее лицо", "ru", ("XB", "XA"), seen=True),),
        ),
    ),
    (Facet("persons", {"en": "Persons", "ru": "Лица"}),),
)
HEAD = "@prefix skos: <http://www.w3.org/2004/02/skos/core#> .\n@prefix x: <http://example.org/> .\n"


def read(turtle: str) -> Thesaurus:
    return read_thesaurus((HEAD + turtle).encode(), "theirs.ttl")


def refused(turtle: str | bytes, error: type[MuvofiqError], match: str | None = None) -> None:
    data = turtle if isinstance(turtle, bytes) else (HEAD + turtle).encode()
    with pytest.raises(error, match=match) as caught:
        read_thesaurus(data, "theirs.ttl")
    assert "theirs.ttl" in str(caught.value)
    assert "{" not in str(caught.value)


def test_the_released_thesaurus_comes_back_as_it_went() -> None:
    thesaurus = load_catalogue().thesaurus
    back = read_thesaurus(write_thesaurus(thesaurus, "Muvofiq"), "ours.ttl")
    assert back == in_order(thesaurus)
    assert {one.id for one in back.concepts} == {one.id for one in thesaurus.concepts}


def test_it_is_skos_that_others_can_read() -> None:
    graph = Graph().parse(data=write_thesaurus(SMALL, "Small"), format="turtle")
    victim = CONCEPT["victim"]
    assert set(graph.objects(victim, SKOS.prefLabel)) == {Literal("victim", "en"), Literal("қурбонӣ", "tg")}
    assert set(graph.objects(victim, SKOS.altLabel)) == {Literal("потерпевшее лицо", "ru")}
    assert set(graph.objects(victim, SKOS.broader)) == {CONCEPT["person"]}
    assert set(graph.objects(CONCEPT["person"], SKOS.narrower)) == {victim}
    assert set(graph.objects(victim, SKOS.notation)) == {Literal("victim")}
    assert set(graph.objects(FACET["persons"], SKOS.member)) == {victim, CONCEPT["person"]}
    assert len(set(graph.subjects(RDF.type, SKOS.ConceptScheme))) == 1
    notes = [graph.value(note, RDF.value) for note in graph.objects(victim, SKOS.editorialNote)]
    assert notes == [Literal("In this language not confirmed by a native lawyer yet.", "en")]


def test_a_word_that_is_only_proposed_is_hidden_and_signed_and_does_not_come_back_as_ours() -> None:
    data = write_thesaurus(SMALL, "Small", [OpenWord("victim", "tg", "ҷабрдида", "Nilufar Karimova", "2026-03-02")])
    graph = Graph().parse(data=data, format="turtle")
    assert set(graph.objects(CONCEPT["victim"], SKOS.hiddenLabel)) == {Literal("ҷабрдида", "tg")}
    assert "Nilufar Karimova" in data.decode()
    assert read_thesaurus(data, "ours.ttl") == in_order(SMALL)


SLUGS = st.from_regex(r"[a-z][a-z0-9]{0,5}(-[a-z0-9]{1,4})?", fullmatch=True)
PLAIN = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), min_size=1, max_size=12)
LABELS = PLAIN.map(lambda text: " ".join(text.split())).filter(bool)
ROWS = st.dictionaries(st.sampled_from(LANGUAGES), st.lists(LABELS, min_size=1, max_size=3, unique=True), min_size=1)
REGIONAL = st.builds(
    RegionalWord,
    LABELS.map(lambda word: f"regional {word}"),
    st.sampled_from(LANGUAGES),
    st.lists(st.sampled_from(["KZ", "TJ", "UZ"]), min_size=1, unique=True).map(tuple),
    st.booleans(),
)


@st.composite
def thesauri(draw: st.DrawFn) -> Thesaurus:
    """A thesaurus of any shape whose concepts stand only under earlier ones."""
    names = draw(st.lists(SLUGS, min_size=1, max_size=6, unique=True))
    facets = draw(st.lists(SLUGS, min_size=1, max_size=2, unique=True))
    concepts = [
        Concept(
            name,
            {language: tuple(words) for language, words in draw(ROWS).items()},
            draw(st.sampled_from([None, *names[:at]])),
            draw(st.sampled_from(["", *facets])),
            tuple(draw(st.lists(st.sampled_from(LANGUAGES), unique=True))),
            tuple(draw(st.lists(REGIONAL, max_size=2, unique_by=lambda one: (one.word, one.language)))),
            tuple(draw(st.lists(st.tuples(st.sampled_from(LANGUAGES), LABELS), max_size=2, unique=True))),
        )
        for at, name in enumerate(names)
    ]
    titles = [Facet(name, {"en": draw(LABELS)}) for name in facets]
    return Thesaurus(tuple(concepts), tuple(titles))


@settings(max_examples=60)
@given(thesauri(), LABELS)
def test_every_thesaurus_comes_back_as_it_went(thesaurus: Thesaurus, title: str) -> None:
    assert read_thesaurus(write_thesaurus(thesaurus, title), "any.ttl") == in_order(thesaurus)


def test_a_foreign_thesaurus_is_read_with_its_addresses_as_ids() -> None:
    theirs = read(
        'x:1 a skos:Concept ; skos:prefLabel "guard"@en, "страж"@ru ; skos:altLabel "warden"@en, "no language" .\n'
        'x:2 a skos:Concept ; skos:prefLabel "night  guard"@en-GB ; skos:broader x:1 .\n'
        'x:3 a skos:Concept ; skos:prefLabel "dawn guard"@en ; skos:notation "dawn" .\n'
        "x:2 skos:narrower x:3 ."
    )
    assert [(one.id, one.labels, one.broader) for one in theirs.concepts] == [
        ("dawn", {"en": ("dawn guard",)}, "http://example.org/2"),
        ("http://example.org/1", {"en": ("guard", "warden"), "ru": ("страж",)}, None),
        ("http://example.org/2", {"en": ("night guard",)}, "http://example.org/1"),
    ]


def test_of_a_plain_and_a_regional_tag_the_plain_word_is_preferred() -> None:
    theirs = read('x:1 a skos:Concept ; skos:prefLabel "labour"@en-GB, "work"@en, "labor"@en-US .')
    assert theirs.concepts[0].labels == {"en": ("work", "labor", "labour")}


def test_a_tag_tells_its_language_however_its_letters_are_written() -> None:
    theirs = read('x:1 a skos:Concept ; skos:prefLabel "guard"@EN-us, "страж"@RU ; skos:altLabel "warden"@En .')
    assert theirs.concepts[0].labels == {"en": ("guard", "warden"), "ru": ("страж",)}


def test_concepts_without_words_are_passed_over() -> None:
    theirs = read(
        'x:1 a skos:Concept .\nx:2 a skos:Concept ; skos:prefLabel "guard"@en ; skos:broader x:1, x:9 .\n'
        "[] a skos:Concept ."
    )
    assert [(one.id, one.broader) for one in theirs.concepts] == [("http://example.org/2", None)]


def test_what_is_no_turtle_is_told_with_its_line() -> None:
    refused("x:1 a skos:Concept ;;; oh no", NotTurtle, "line 3")
    refused("x:1 a skos:Concept .\nx:2 a ", NotTurtle)
    refused(b"\x50\x4b\x03\x04", NotTurtle)
    refused("# ок\n".encode() + b"\xff\xfe", NotTurtle, "line 2")
    refused("<rdf:RDF/>", NotTurtle)
    refused("y:1 a skos:Concept .", NotTurtle)


@pytest.mark.parametrize("turtle", ["", "# nothing", "x:1 x:2 x:3 .", 'x:1 a skos:Concept ; skos:prefLabel "no tag" .'])
def test_a_file_without_a_concept_is_refused(turtle: str) -> None:
    refused(turtle, NoConcepts)


def test_a_circle_is_refused_with_its_chain() -> None:
    label = 'skos:prefLabel "a"@en'
    circle = f"x:1 a skos:Concept ; {label} ; skos:broader x:2 .\nx:2 a skos:Concept ; {label} ; skos:broader x:1 ."
    refused(circle, BroaderCycle, "http://example.org/1 - http://example.org/2 - http://example.org/1|2 - .*1 - .*2")
    refused(f"x:1 a skos:Concept ; {label} ; skos:narrower x:1 .", BroaderCycle)


def test_two_preferred_words_are_refused() -> None:
    refused('x:1 a skos:Concept ; skos:prefLabel "guard"@en, "warden"@en .', TwoPreferred, "guard, warden")


def test_what_is_too_large_or_too_deep_is_refused_before_it_is_read() -> None:
    refused(b"#" * (MAX_BYTES + 1), ThesaurusTooLarge)
    refused("x:1 x:2 " + "(" * 5000, NotTurtle)
    refused("x:1 x:2 " + "[ x:3 " * 5000, NotTurtle)
    many = "".join(f'x:{at} a skos:Concept ; skos:prefLabel "g"@en .\n' for at in range(MAX_CONCEPTS + 1))
    refused(many, ThesaurusTooLarge, "concepts")


FRAGMENTS = [
    "skos:Concept", "x:1", "a", ".", ";", ",", "[", "]", "(", ")", '"guard"@en', '"""', "skos:prefLabel", "@prefix",
    "skos:broader", "<", ">", "\\", "^^", "true", "1e", "\x00", "{", "=>", "@", "_:b", "'", "#", "\n", "é",
]  # fmt: skip


@given(st.lists(st.sampled_from(FRAGMENTS) | st.text(max_size=4), max_size=25))
def test_no_text_fails_otherwise_than_in_words(pieces: list[str]) -> None:
    try:
        read(" ".join(pieces).encode("utf-8", "replace").decode())
    except MuvofiqError as error:
        assert "theirs.ttl" in str(error)


@given(st.binary(max_size=60))
def test_no_bytes_fail_otherwise_than_in_words(data: bytes) -> None:
    try:
        read_thesaurus(data, "theirs.ttl")
    except MuvofiqError as error:
        assert "theirs.ttl" in str(error)


def test_nothing_that_a_file_names_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def never(*_args: object, **_named: object) -> None:
        raise AssertionError("fetched")

    monkeypatch.setattr("urllib.request.urlopen", never)
    monkeypatch.setattr("socket.socket.connect", never)
    theirs = read(
        "@base <http://example.org/elsewhere/> .\n"
        "<> <http://www.w3.org/2002/07/owl#imports> <http://example.org/more> .\n"
        'x:1 a skos:Concept ; skos:prefLabel "guard"@en ; skos:broader <http://example.org/other> .'
    )
    assert [one.labels for one in theirs.concepts] == [{"en": ("guard",)}]
