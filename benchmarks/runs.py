"""The file of a run: a JSON line for each query, with the ids of its units, best first."""

import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any


def write_lines(results: Iterable[dict[str, Any]], out: Path) -> int:
    """Write the run and return the number of its queries."""
    lines = [json.dumps(result, ensure_ascii=False) for result in results]
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return len(lines)
