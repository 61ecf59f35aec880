"""Writes entries of the catalogue as YAML that is pleasant to read: short lists on one line, long texts folded."""

import re
from collections.abc import Mapping, Sequence

import yaml

WIDTH = 110
_FOLD_FROM = 100
_INDENTED_LINE = re.compile(r"\n[ \t]")  # would be folded where it must not be
_RARE_LINE_ENDS = frozenset("\x85\u2028\u2029")


class FoldedText(str):
    """A long text, written as a paragraph."""

    __slots__ = ()


class InlineList(list[str]):
    """A short list of words, written on one line."""


class InlineEntry(dict[str, object]):
    """A short entry, written on one line."""


class _Dumper(yaml.SafeDumper):
    """The safe writer, which indents lists and writes dates without quotation marks."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        """Indent a list below its key, as most people write it."""
        super().increase_indent(flow, False)  # noqa: FBT003 - the signature is PyYAML's

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002
        """Write every text out in each place."""
        return True


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    style = ">" if isinstance(text, FoldedText) and not _INDENTED_LINE.search(text) else None
    if not _RARE_LINE_ENDS.isdisjoint(text):
        style = '"'  # in any other style they would come back as spaces
    return dumper.represent_scalar("tag:yaml.org,2002:str", str(text), style=style)


def _inline_list(dumper: yaml.SafeDumper, words: InlineList) -> yaml.Node:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", words, flow_style=True)


def _inline_entry(dumper: yaml.SafeDumper, entry: InlineEntry) -> yaml.Node:
    return dumper.represent_mapping("tag:yaml.org,2002:map", entry.items(), flow_style=True)


_Dumper.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in rules if not tag.endswith(":timestamp")]
    for first, rules in yaml.SafeDumper.yaml_implicit_resolvers.items()
}
_Dumper.add_representer(str, _text)
_Dumper.add_representer(FoldedText, _text)
_Dumper.add_representer(InlineList, _inline_list)
_Dumper.add_representer(InlineEntry, _inline_entry)


def write(entry: Mapping[str, object] | Sequence[object]) -> str:
    """Write one entry, keys in the order given."""
    text: str = yaml.dump(
        entry, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=WIDTH, default_flow_style=False
    )
    return text


def paragraph(text: str) -> str:
    """Mark a text as a paragraph if it is long; a short one stays on its line."""
    return FoldedText(text) if len(text) > _FOLD_FROM else text
