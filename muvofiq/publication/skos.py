"""The thesaurus leaves as SKOS in Turtle, the form in which libraries and terminologists exchange such lists."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from rdflib import RDF, SKOS, BNode, Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS

from muvofiq.standards.thesaurus import Concept, RegionalWord, Thesaurus

CONCEPT, FACET, MARK = (Namespace(f"urn:muvofiq:{name}:") for name in ("concept", "facet", "mark"))
SCHEME = URIRef("urn:muvofiq:thesaurus")
UNCONFIRMED = "In this language not confirmed by a native lawyer yet."


@dataclass(frozen=True, slots=True)
class OpenWord:
    """A word that is only proposed: for which concept, by whom and when."""

    concept: str
    language: str
    word: str
    by: str
    on: str


def write_thesaurus(thesaurus: Thesaurus, title: str, proposals: Iterable[OpenWord] = ()) -> bytes:
    """Return the thesaurus as Turtle.

    Facets are collections. A word of the law of some states is an altLabel, with a note that names them; that no
    lawyer has confirmed a language is an editorial note, and which words a person has confirmed nevertheless is one
    too; a word that is only proposed is a hidden label with such a note. Our id is the notation.
    """
    graph = Graph()
    for prefix, space in {"concept": CONCEPT, "facet": FACET, "mark": MARK}.items():
        graph.bind(prefix, space)
    graph.add((SCHEME, RDF.type, SKOS.ConceptScheme))
    graph.add((SCHEME, SKOS.prefLabel, Literal(title, "en")))
    for facet in thesaurus.facets:
        graph.add((FACET[facet.id], RDF.type, SKOS.Collection))
        for language, words in facet.title.items():
            graph.add((FACET[facet.id], SKOS.prefLabel, Literal(words, language)))
    for concept in thesaurus.concepts:
        _add_concept(graph, concept)
    for one in proposals:
        _add_proposal(graph, one)
    return graph.serialize(format="turtle", encoding="utf-8")


def in_order(thesaurus: Thesaurus) -> Thesaurus:
    """Return the same thesaurus in the order of the alphabet: SKOS keeps no order, but for the preferred word."""
    concepts = (_in_order(one) for one in thesaurus.concepts)
    facets = sorted(thesaurus.facets, key=lambda one: one.id)
    return Thesaurus(tuple(sorted(concepts, key=lambda one: one.id)), tuple(facets))


def _in_order(concept: Concept) -> Concept:
    labels = {language: (words[0], *sorted(words[1:])) for language, words in concept.labels.items() if words}
    return replace(
        concept,
        labels=labels,
        unconfirmed_languages=tuple(sorted(concept.unconfirmed_languages)),
        confirmed=tuple(sorted(concept.confirmed)),
        regional=tuple(sorted(map(_states_in_order, concept.regional), key=_place_of_regional)),
    )


def _states_in_order(one: RegionalWord) -> RegionalWord:
    return replace(one, states=tuple(sorted(one.states)))


def _place_of_regional(one: RegionalWord) -> tuple[str, str, tuple[str, ...], bool]:
    return one.language, one.word, one.states, one.seen


def _add_concept(graph: Graph, concept: Concept) -> None:
    node = CONCEPT[concept.id]
    graph.add((node, RDF.type, SKOS.Concept))
    graph.add((node, SKOS.inScheme, SCHEME))
    graph.add((node, SKOS.notation, Literal(concept.id)))
    for language, (first, *others) in concept.labels.items():
        graph.add((node, SKOS.prefLabel, Literal(first, language)))
        for word in others:
            graph.add((node, SKOS.altLabel, Literal(word, language)))
    for one in concept.regional:
        _add_regional(graph, node, one)
    for language in concept.unconfirmed_languages:
        note = _note(graph, node, SKOS.editorialNote, Literal(UNCONFIRMED, "en"))
        graph.add((note, DCTERMS.language, Literal(language)))
    for language, word in concept.confirmed:
        note = _note(graph, node, SKOS.editorialNote, Literal(word, language))
        graph.add((note, MARK.confirmed, Literal(True)))  # noqa: FBT003 - a value of RDF
    if concept.facet:
        graph.add((FACET[concept.facet], SKOS.member, node))
    if concept.broader:
        graph.add((node, SKOS.broader, CONCEPT[concept.broader]))
        graph.add((CONCEPT[concept.broader], SKOS.narrower, node))
    else:
        graph.add((node, SKOS.topConceptOf, SCHEME))
        graph.add((SCHEME, SKOS.hasTopConcept, node))


def _add_regional(graph: Graph, node: URIRef, one: RegionalWord) -> None:
    word = Literal(one.word, one.language)
    graph.add((node, SKOS.altLabel, word))
    note = _note(graph, node, SKOS.note, word)
    graph.add((note, MARK.seen, Literal(one.seen)))
    for state in one.states:
        graph.add((note, DCTERMS.spatial, Literal(state)))


def _add_proposal(graph: Graph, one: OpenWord) -> None:
    word = Literal(one.word, one.language)
    node = CONCEPT[one.concept]
    graph.add((node, SKOS.hiddenLabel, word))
    note = _note(graph, node, SKOS.editorialNote, word)
    graph.add((note, DCTERMS.creator, Literal(one.by)))
    graph.add((note, DCTERMS.date, Literal(one.on)))


def _note(graph: Graph, node: URIRef, kind: URIRef, text: Literal) -> BNode:
    note = BNode()
    graph.add((node, kind, note))
    graph.add((note, RDF.value, text))
    return note
