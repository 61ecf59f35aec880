"""``python -m copies``: write the damaged copies of the law book beside its clean texts."""

import csv
import sys
from collections.abc import Iterator
from pathlib import Path

from copies.figures import raised
from copies.pdf import printed
from copies.web import portal_page
from copies.word import Correction, side_by_side, word

BOOK = Path(__file__).parents[1] / "muvofiq" / "library" / "workshop"
FICTION = {
    "ru": "Учебный текст. Республика Ольмира – вымышленная страна.",
    "tg": "Матни омӯзишӣ. Ҷумҳурии Олмира кишвари хаёлист.",
}
MENU = "Законодательство Республики Ольмира"
TWO_LANGUAGES = "trafficking"  # the act that is also printed with its Tajik text beside the Russian


def main() -> int:
    """Write all copies and name them."""
    folder = BOOK / "copies"
    folder.mkdir(exist_ok=True)
    for name, content in copies():
        (folder / name).write_bytes(content)
        print(f"{name}: {len(content)} bytes")
    return 0


def copies() -> Iterator[tuple[str, bytes]]:
    """Yield each copy with its name: every act as Word, PDF and web page, one act in two languages side by side."""
    for path in sorted((BOOK / "laws").glob("*.ru.txt")):
        act, lines = path.name.split(".")[0], lines_of(path)
        yield f"{act}.docx", word(lines, FICTION["ru"], corrections_of(act))
        yield f"{act}.pdf", printed(lines, FICTION["ru"], "ru")
        yield f"{act}.html", portal_page(lines, FICTION["ru"], "ru", MENU)
    russian, tajik = (lines_of(BOOK / "laws" / f"{TWO_LANGUAGES}.{language}.txt") for language in ("ru", "tg"))
    yield f"{TWO_LANGUAGES}.ru-tg.docx", side_by_side(russian, tajik, f"{FICTION['ru']} {FICTION['tg']}")


def lines_of(path: Path) -> list[str]:
    """Return the lines of an act, with raised figures."""
    return [raised(line) for line in path.read_text(encoding="utf-8").splitlines()]


def corrections_of(act: str) -> list[Correction]:
    """Return the pending corrections of an act, by invented officials."""
    with (Path(__file__).parent / "corrections.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row.pop("act") == act]
    return [Correction(**row) for row in rows]


if __name__ == "__main__":
    sys.exit(main())
