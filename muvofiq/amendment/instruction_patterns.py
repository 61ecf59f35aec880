"""Formulae stand in the tables with blanks in braces, which are filled here with the words of each language.

``{what:old}`` is a list of quotations, in the formula called ``old``, each perhaps beside a word of the role ``what``
(«слова»); so are ``{with:...}`` («словами») and ``{of:...}`` («слов»). ``{units}`` is a word for a unit with its
numbers, ``{unit-chain}`` several of them that lie in one another, ``{place}`` what says where, ``{ord}`` an ordinal,
``{wording}`` the new wording, ``{manner}`` what tells which occurrence is meant, ``{respectively}`` the word for it,
``{pairs-before}`` and ``{pairs-behind}`` further words that are replaced by others under the same verb.
"""

import re
from dataclasses import dataclass
from functools import cached_property

from muvofiq.law.citation_words import FIGURES, ROMAN
from muvofiq.law.grammar import NEVER
from muvofiq.law.ordinals import Use, ordinals
from muvofiq.tables import Row, table

QUOTATION = r"⟦\d+⟧"
LETTER = r"[«\"“„][^\W_][⁰¹²³⁴⁵⁶⁷⁸⁹\d]{0,2}[»\"”“](?:-?[ияе](?!\w))?"
MANNERS = ("every", "last", "nth", "forms")  # the roles of words that tell which occurrence is meant, in which forms
LONGEST = 400  # signs of a place in the midst of a formula; it would else be sought up to the end from each verb
LIST = re.compile(r"\{(what|with|of):(\w+)\}")


@dataclass(frozen=True)
class Patterns:
    """The words of one language from which patterns are made."""

    language: str
    rows: tuple[Row, ...]

    @classmethod
    def of(cls, language: str) -> "Patterns":
        """Return the words of a language."""
        return cls(language, tuple(row for row in table("formulae/reading-words.csv") if row["language"] == language))

    def formula(self, pattern: str) -> re.Pattern[str]:
        """Return a formula as it stands in the table, ready to be searched for."""
        listed = LIST.sub(lambda found: self._list(found[1], found[2]), pattern)
        return re.compile(rf"(?<!\w){self._filled(listed)}", re.IGNORECASE)

    def word(self, pattern: str) -> re.Pattern[str]:
        """Return a word as it stands in the table, ready to be searched for."""
        return re.compile(rf"(?<!\w)(?i:{self._filled(pattern)})(?!\w)" if pattern else NEVER)

    def of_role(self, role: str) -> str:
        """Return the pattern of all words of a role; it never matches where there are none."""
        return "|".join(row["pattern"] for row in self.rows if row["role"] == role) or NEVER

    @property
    def unit_rows(self) -> list[Row]:
        """The words for units: those by which laws are cited, and those of the table itself."""
        return [row for row in (*self._cited, *self.rows) if row["role"] == "unit"]

    @property
    def is_behind(self) -> bool:
        """Whether the words for units and quotations stand behind numbers and quotations, as in Kazakh."""
        return any(row["role"] == "order" for row in self.rows)

    @property
    def units(self) -> str:
        """All words for units."""
        return "|".join(row["pattern"] for row in self.unit_rows) or NEVER

    @cached_property
    def ordinal(self) -> str:
        """An ordinal, or figures that stand for one."""
        return rf"(?:{self._ordinal_word}|\d{{1,3}}(?!\w))"

    @cached_property
    def separator(self) -> str:
        """What parts the items of a list."""
        conjunction = self.of_role("and")
        return rf"(?:\s*,\s*(?:{conjunction})?|\s*[-–—]|\s+(?:{conjunction})(?!\w))\s*"

    @property
    def run_together(self) -> re.Pattern[str]:
        """A word or number behind which a file may have lost the blank: «вподпункте 3», «статьи4», «2статьи»."""
        preposition, unit = self.of_role("preposition"), rf"(?:{self.units})"
        joined = rf"(?:{preposition})(?={unit}(?!\w))|{unit}(?=\d)|\d+(?={unit}(?!\w))"
        return re.compile(rf"(?<!\w)(?i:{joined})")

    @property
    def _cited(self) -> list[Row]:
        return [row for row in table("languages/citations.csv") if row["language"] == self.language]

    @cached_property
    def _ordinal_word(self) -> str:
        words = ordinals(self.language, Use.CITATION)
        last = "|".join(one.pattern for one in words if not one.is_tens) or NEVER
        tens = "|".join(one.pattern for one in words if one.is_tens) or NEVER
        return rf"(?:(?:{tens})\s+)?(?:{last})(?!\w)"

    @cached_property
    def _unit(self) -> str:
        """A word for a unit with its numbers: «частями 3 и 4», «вторым абзацем»; «5 абзацем» is no unit."""
        suffix = "".join(f"(?:{row['pattern']})?" for row in self._cited if row["role"] == "suffix")
        number = rf"(?:{LETTER}|{FIGURES}{suffix}\)?|[^\W\d_]\)|{self.ordinal}|{ROMAN})"
        listed = rf"{number}(?:{self.separator}{number})*"
        word = self._ordinal_word
        before = listed if self.is_behind else rf"{word}(?:{self.separator}{word})*"
        new = self.of_role("new")
        return rf"(?:(?:{self.units})(?!\w)(?:\s+(?:{new}))?(?:\s+{listed})?|{before}\s*-?\s*(?:{self.units}))"

    @cached_property
    def _blanks(self) -> dict[str, str]:
        conjunction, by = self.of_role("and"), self.of_role("by")
        also = rf"(?:,\s*+(?:(?:{conjunction}|{self.of_role('contrast')})\s++)?|(?:{conjunction})\s++)"
        what, using = (rf"(?:(?:{self.of_role(role)})\s*){QUOTATION}" for role in ("what", "with"))
        return {
            "{manner}": self._manner,
            "{pairs-behind}": rf"(?P<pairs>(?:\s*+{also}{what}\s*+[-–—]?\s*+{using})*)",
            "{pairs-before}": rf"(?P<pairs>(?:{what}\s+(?:{by})\s+{what}(?:\s*,|\s+(?:{conjunction})(?!\w))\s*)*)",
            "{unit-chain}": rf"{self._unit}(?:\s+{self._unit})*",
            "{units}": self._unit,
            "{place}": rf"(?P<place>[^⟦⟧;:]{{0,{LONGEST}}}?)",
            "{ord}": f"(?:{self.ordinal})",
            "{respectively}": rf"(?:(?:{self.of_role('respectively')})\s+)?",
            "{wording}": r"(?:\s*:?\s*⟦(?P<wording>\d+)⟧)?",
        }

    @property
    def _manner(self) -> str:
        said = "|".join(self.of_role(role).replace("?P<nth>", "?:") for role in MANNERS)
        return rf"(?P<manner>\s*,?\s*\(?(?:{said})\)?)?"

    def _filled(self, pattern: str) -> str:
        for blank, filling in self._blanks.items():
            pattern = pattern.replace(blank, filling)
        return pattern

    def _list(self, role: str, name: str) -> str:
        """Return the pattern of a list; no two parts of it can take the same blank, so that it is read in one way."""
        noun, conjunction = self.of_role(role), self.of_role("and")
        one = rf"{QUOTATION}(?:\s*+(?:{noun}))?" if self.is_behind else rf"(?:(?:{noun})\s*+)?{QUOTATION}"
        part = rf"\s*+(?:,\s*+(?>(?:{conjunction})(?!\w)\s*+)?|(?>(?:{conjunction})(?!\w))\s*+)"
        return rf"(?P<{name}>{one}(?:{part}{one})*)"
