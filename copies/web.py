"""Shows an act as a portal of laws does: navigation around it, editors' notes in italics, raised figures as marks."""

import re
from collections.abc import Iterable
from html import escape

from copies.figures import RAISED_RUN, lowered
from copies.lists import HEADING

NOTE = re.compile(r"\((?:Закон РО|в редакции|утратил)[^()]*\)")
PAGE = """<!DOCTYPE html>
<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>
<style>.menu{{float:left}} .note{{color:#777}}</style><script>var seen = "<p>";</script></head>
<body>
<div class="menu"><ul><li><a href="#">{menu}</a></li></ul></div>
<nav><a href="#">1</a> <a href="#">2</a></nav>
<div class="banner">{header}</div>
<article>
{text}
</article>
<footer>{header}</footer>
</body></html>
"""


def portal_page(lines: Iterable[str], header: str, language: str, menu: str) -> bytes:
    """Return the page of an act."""
    shown = [line for line in lines if line.strip()]
    text = "\n".join(map(_paragraph, shown))
    facts = {"language": language, "title": escape(shown[0]), "header": escape(header), "menu": escape(menu)}
    return PAGE.format(text=text, **facts).encode()


def _paragraph(line: str) -> str:
    text = RAISED_RUN.sub(lambda match: f"<sup>{lowered(match[0])}</sup>", escape(line))
    text = NOTE.sub(lambda match: f'<span class="note"><i>{match[0]}</i></span>', text)
    return f"<h3>{text}</h3>" if HEADING.match(line) else f"<p>{text}</p>"
