"""``python -m translations``: bring the files of all languages up to date and compile them."""

import os
import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

LANGUAGES = ("ru", "tg")  # English is the language of the program itself


def main() -> int:
    """Update and compile; return 1 while a language lacks a sentence, and list what it lacks."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "muvofiq.settings")
    import django

    django.setup()
    from translations.gather import gather

    gathered = gather()
    missing = [line for language in LANGUAGES for line in _update(language, gathered)]
    print("\n".join(missing) or f"{len(gathered)} sentences, complete in {', '.join(LANGUAGES)}")
    return 1 if missing else 0


def folder(language: str) -> Path:
    """Return where the files of a language lie."""
    return Path(__file__).parent.parent / "muvofiq" / "locale" / language / "LC_MESSAGES"


def read(language: str) -> Catalog:
    """Return the sentences of a language as they are on file."""
    path = folder(language) / "django.po"
    if not path.exists():
        return Catalog(locale=language, charset="utf-8", project="muvofiq")
    return read_po(BytesIO(path.read_bytes()), locale=language)


def compiled(catalog: Catalog) -> bytes:
    """Return the compiled form that the product reads; the same sentences always give the same bytes."""
    out = BytesIO()
    write_mo(out, catalog)
    return out.getvalue()


def _update(language: str, gathered: Catalog) -> list[str]:
    catalog = read(language)
    catalog.update(gathered, no_fuzzy_matching=True, update_header_comment=False)
    catalog.obsolete.clear()
    folder(language).mkdir(parents=True, exist_ok=True)
    out = BytesIO()
    write_po(out, catalog, width=120, omit_header=False, sort_output=True, no_location=True)
    (folder(language) / "django.po").write_bytes(out.getvalue())
    (folder(language) / "django.mo").write_bytes(compiled(catalog))
    return [f"{language}: {message.id!r}" for message in catalog if message.id and not _is_full(message.string)]


def _is_full(string: object) -> bool:
    return all(string) if isinstance(string, tuple | list) else bool(string)


if __name__ == "__main__":
    sys.exit(main())
