"""A file that has been read is kept as a letter, so that nobody has to read the file again."""

import json
from dataclasses import astuple

from muvofiq.text.damage import Damage, Repair
from muvofiq.text.source import LeftOut, Line, Reason, Remark, Source


def write_letter(source: Source) -> str:
    """Return all that a source holds as JSON.

    >>> read_letter(write_letter(Source("a.txt", "text", "0", (Line(1, "Статья 1. Цель"),)))).text
    'Статья 1. Цель'
    """
    entry = {
        "name": source.name,
        "format": source.format,
        "sha256": source.sha256,
        "encoding": source.encoding,
        "lines": [astuple(one) for one in source.lines],
        "remarks": [astuple(one) for one in source.remarks],
        "left_out": [astuple(one) for one in source.left_out],
        "repairs": [astuple(one) for one in source.repairs],
    }
    return json.dumps(entry, ensure_ascii=False, separators=(",", ":"))


def read_letter(letter: str) -> Source:
    """Read what `write_letter` has written. Raises ValueError, KeyError and TypeError for anything else."""
    entry = json.loads(letter)
    return Source(
        name=entry["name"],
        format=entry["format"],
        sha256=entry["sha256"],
        encoding=entry["encoding"],
        lines=tuple(Line(*row) for row in entry["lines"]),
        remarks=tuple(Remark(*row) for row in entry["remarks"]),
        left_out=tuple(LeftOut(line, text, Reason(reason)) for line, text, reason in entry["left_out"]),
        repairs=tuple(Repair(line, before, after, Damage(why)) for line, before, after, why in entry["repairs"]),
    )
