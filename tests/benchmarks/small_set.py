"""An invented alignment set, small enough to be known by heart: eight articles of two acts, ten questions."""

import json
from collections.abc import Iterable, Mapping
from pathlib import Path

from benchmarks.measured import ReadySet
from muvofiq.alignment.meaning import Meaning
from tests.alignment.small import LetterModel, Memory

TEXTS = {
    "a:1": "Жертве оказывается помощь.",
    "a:2": "Переводчик предоставляется бесплатно.",
    "a:3": "Ребёнок не задерживается.",
    "a:4": "Срок рассмотрения составляет десять дней.",
    "b:1": "Пограничник проверяет документы.",
    "b:2": "Убежище просят на границе.",
    "b:3": "Тайна переписки охраняется.",
    "b:4": "Суд отменяет незаконное решение.",
}
ASKED = {
    "q1": ("помощь жертве", "a:1"),
    "q2": ("бесплатный переводчик", "a:2"),
    "q3": ("задерживается ли ребёнок", "a:3"),
    "q4": ("срок рассмотрения", "a:4"),
    "q5": ("кто проверяет документы", "b:1"),
    "q6": ("где просят убежище", "b:2"),
    "q7": ("тайна переписки", "b:3"),
    "q8": ("кто отменяет решение", "b:4"),
    "q9": ("бесплатная помощь", "a:2"),
    "q10": ("документы на границе", ""),
}


def write_set(folder: Path, *, nothing: bool = False) -> Path:
    """Write the set; of q10 nothing is the answer, which a table tells on demand."""
    units = (
        {"id": name, "doc": name[0], "lang": "ru", "label": name[2:], "heading": "", "text": text}
        for name, text in TEXTS.items()
    )
    queries = ({"id": name, "lang": "ru", "text": words} for name, (words, _) in ASKED.items())
    pairs = [f"{name}\t{unit}" for name, (_, unit) in ASKED.items() if unit]
    folder.mkdir(parents=True, exist_ok=True)
    write_rows(folder / "units.jsonl", units)
    write_rows(folder / "queries.jsonl", queries)
    (folder / "gold.tsv").write_text("\n".join(("query_id\tunit_id", *pairs)) + "\n", "utf-8")
    if nothing:
        rows = (f"{name}\t{int(not unit)}" for name, (_, unit) in ASKED.items())
        (folder / "nothing.tsv").write_text("\n".join(("query_id\tnothing", *rows)) + "\n", "utf-8")
    return folder


def write_rows(path: Path, rows: Iterable[Mapping[str, object]]) -> None:
    """Write a JSON line a row."""
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")


def letters() -> Meaning:
    """Return the model that counts letters."""
    return Meaning(LetterModel.model, Memory(), LetterModel())


def ready_set(folder: Path, *, has_model: bool = True) -> ReadySet:
    """Return a set that was made ready with the model that counts letters, or without any."""
    return ReadySet(folder, letters() if has_model else None)
