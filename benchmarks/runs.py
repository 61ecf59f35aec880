"""The file of a run: a JSON line for each query, with the ids of its units, best first."""

import json
from collections.abc import Iterable
from pathlib import Path


def write_lines(results: Iterable[tuple[str, list[str]]], out: Path) -> int:
    """Write the run and return the number of its queries."""
    lines = [json.dumps({"query": query, "ranked": ranked}, ensure_ascii=False) for query, ranked in results]
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return len(lines)
