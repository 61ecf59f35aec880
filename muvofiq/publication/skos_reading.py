"""A thesaurus in SKOS, ours or somebody else's, comes in as concepts; whatever could mislead is refused with its place.

Only Turtle is read, and nothing that the file names elsewhere is fetched.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from rdflib import RDF, SKOS, Graph, Literal, Node, URIRef
from rdflib.namespace import DCTERMS
from rdflib.plugins.parsers.notation3 import BadSyntax

from muvofiq.publication.errors import NoConcepts, NotTurtle, ThesaurusTooLarge, TwoPreferred
from muvofiq.publication.skos import CONCEPT, FACET, MARK, in_order
from muvofiq.standards.errors import BroaderCycle
from muvofiq.standards.thesaurus import Concept, Facet, RegionalWord, Thesaurus

MAX_BYTES, MAX_CONCEPTS = 2_000_000, 5_000
BASE = "http://localhost/"  # before addresses that begin nowhere; nothing is asked there
NESTED = re.compile(rb"(?:[\[(]\s*){50}")  # no thesaurus nests so deeply; the reader would lose its breath
# What the library raises at a text that is no Turtle, beside its own error.
FAULTS = (SyntaxError, ValueError, LookupError, RecursionError, AssertionError, AttributeError, TypeError)
ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")


def read_thesaurus(data: bytes, name: str) -> Thesaurus:
    """Return the concepts of a file in alphabetical order, their words without superfluous blanks.

    The id of a concept is ours where the address or the notation tells it, else its address. Words without a language
    are left out. Raises ThesaurusTooLarge, NotTurtle, NoConcepts, TwoPreferred, BroaderCycle.
    """
    graph = _graph(data, name)
    nodes = _nodes(graph)
    if not nodes:
        raise NoConcepts(name)
    if len(nodes) > MAX_CONCEPTS:
        raise ThesaurusTooLarge(name, limit=MAX_CONCEPTS, unit="concepts")
    ids = _ids(graph, nodes)
    above = _broader(graph, nodes, ids, name)
    concepts = tuple(_concept(graph, node, ids, above, name) for node in nodes)
    return in_order(Thesaurus(concepts, tuple(_facets(graph))))


def _nodes(graph: Graph) -> list[URIRef]:
    """Return the concepts that have a word which says in which language it is."""
    nodes = {node for node in graph.subjects(RDF.type, SKOS.Concept) if isinstance(node, URIRef)}
    labels = {node: [*_literals(graph, node, SKOS.prefLabel), *_literals(graph, node, SKOS.altLabel)] for node in nodes}
    return sorted(node for node in nodes if any(one.language and _plain(one) for one in labels[node]))


def _graph(data: bytes, name: str) -> Graph:
    if len(data) > MAX_BYTES:
        raise ThesaurusTooLarge(name, limit=MAX_BYTES // 1000, unit="KB")
    if NESTED.search(data):
        raise NotTurtle(name, problem="Brackets are nested more deeply than in any thesaurus")
    try:
        text = data.decode("utf-8-sig")
        return Graph().parse(data=text, format="turtle", publicID=BASE)
    except BadSyntax as error:
        raise NotTurtle(f"{name}, line {error.lines + 1}", problem=_problem(error)) from error
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise NotTurtle(f"{name}, line {line}", problem="Its letters are not written in UTF-8") from error
    except FAULTS as error:
        raise NotTurtle(name, problem="Something in it is no Turtle") from error


def _problem(error: BadSyntax) -> str:
    """Return what the library has against a line; it says so in brackets, amid words of its own."""
    said = re.search(r"Bad syntax \((.*?)\) at \^", error.message, re.DOTALL)
    return f"Turtle is not understood here: {said[1] if said else 'unknown words'}"


def _ids(graph: Graph, nodes: list[URIRef]) -> dict[URIRef, str]:
    """Return the id of each concept, never one twice: ours by its address, then by its notation, else its address."""
    ids = {node: node.removeprefix(str(CONCEPT)) for node in nodes if node.startswith(str(CONCEPT))}
    for node in nodes:
        if node not in ids:
            notations = sorted(str(one) for one in graph.objects(node, SKOS.notation))
            free = [one for one in notations if ID.fullmatch(one) and one not in ids.values()]
            ids[node] = free[0] if free else str(node)
    return ids


def _broader(graph: Graph, nodes: list[URIRef], ids: dict[URIRef, str], name: str) -> dict[URIRef, URIRef]:
    """Return the concept above each concept, the first of several; refuse a chain that runs in a circle."""
    all_above: dict[Node, set[URIRef]] = defaultdict(set)
    known = set(nodes)
    pairs = [*graph.subject_objects(SKOS.broader), *((low, high) for high, low in graph.subject_objects(SKOS.narrower))]
    for low, high in pairs:
        if low in known and isinstance(high, URIRef) and high in known:
            all_above[low].add(high)
    try:
        TopologicalSorter(all_above).prepare()
    except CycleError as error:
        chain = [ids.get(one, str(one)) for one in reversed(error.args[1])]
        raise BroaderCycle(name, name=chain[0], chain=" - ".join(chain)) from error
    return {node: min(all_above[node]) for node in nodes if all_above[node]}


def _facets(graph: Graph) -> Iterator[Facet]:
    """Yield the facets of a thesaurus of ours; collections of somebody else mean something else."""
    for node in graph.subjects(RDF.type, SKOS.Collection):
        if isinstance(node, URIRef) and node.startswith(str(FACET)):
            titles = {_language(one): str(one) for one in _literals(graph, node, SKOS.prefLabel) if one.language}
            yield Facet(node.removeprefix(str(FACET)), titles)


def _concept(graph: Graph, node: URIRef, ids: dict[URIRef, str], above: dict[URIRef, URIRef], name: str) -> Concept:
    regional = tuple(_regional(graph, node))
    labels = _labels(graph, node, {(one.language, one.word) for one in regional}, f"{name} > {ids[node]}")
    facets = [str(one).removeprefix(str(FACET)) for one in graph.subjects(SKOS.member, node) if str(one) in FACET]
    return Concept(
        ids[node],
        labels,
        ids[above[node]] if node in above else None,
        min(facets, default=""),
        tuple(_unconfirmed(graph, node)),
        regional,
        tuple(_confirmed(graph, node)),
    )


def _labels(graph: Graph, node: URIRef, regional: set[tuple[str, str]], where: str) -> dict[str, tuple[str, ...]]:
    """Return the words by language, the preferred first; of «en» and «en-GB» the plain one is preferred."""
    first: dict[str, dict[str, str]] = defaultdict(dict)
    words: dict[str, list[str]] = defaultdict(list)
    for label in sorted(_literals(graph, node, SKOS.prefLabel), key=lambda one: (_tag(one), str(one))):
        tag, word = _tag(label), _plain(label)
        of_language = first[tag.partition("-")[0]]
        if tag in of_language:
            raise TwoPreferred(where, language=tag, words=f"{of_language[tag]}, {word}")
        if tag and word:
            of_language[tag] = word
    for language, preferred in first.items():
        words[language] += preferred.values()
    for label in sorted(_literals(graph, node, SKOS.altLabel)):
        language, word = _language(label), _plain(label)
        if language and word and (language, word) not in regional:
            words[language].append(word)
    return {language: tuple(dict.fromkeys(found)) for language, found in words.items() if found}


def _regional(graph: Graph, node: URIRef) -> Iterator[RegionalWord]:
    """Yield the words of the law of some states, which a note of ours names."""
    for note in graph.objects(node, SKOS.note):
        states = tuple(sorted(map(str, graph.objects(note, DCTERMS.spatial))))
        for word in _literals(graph, note, RDF.value):
            if states and word.language and _plain(word):
                seen = Literal(True) in graph.objects(note, MARK.seen)  # noqa: FBT003 - a value of RDF
                yield RegionalWord(_plain(word), _language(word), states, seen)


def _unconfirmed(graph: Graph, node: URIRef) -> Iterator[str]:
    for note in graph.objects(node, SKOS.editorialNote):
        yield from map(str, graph.objects(note, DCTERMS.language))


def _confirmed(graph: Graph, node: URIRef) -> Iterator[tuple[str, str]]:
    for note in graph.objects(node, SKOS.editorialNote):
        if Literal(True) in graph.objects(note, MARK.confirmed):  # noqa: FBT003 - a value of RDF
            yield from ((_language(one), _plain(one)) for one in _literals(graph, note, RDF.value) if one.language)


def _literals(graph: Graph, node: Node, kind: URIRef) -> list[Literal]:
    return [one for one in graph.objects(node, kind) if isinstance(one, Literal)]


def _tag(word: Literal) -> str:
    """Return the tag of the language of a word, however its letters are written: «en-us» for «EN-us»."""
    return str(word.language or "").lower()


def _language(word: Literal) -> str:
    return _tag(word).partition("-")[0]


def _plain(word: Literal) -> str:
    return " ".join(str(word).split())
