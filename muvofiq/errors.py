"""What every error of the product tells a lawyer: what is wrong, where, why, and what to do."""

from typing import ClassVar


class MuvofiqError(Exception):
    """Root of all errors that a person can cause or mend.

    A subclass is the error's code. Its three sentences are templates, so that the edge (command line, web)
    can translate the template first and fill in ``values`` afterwards.
    """

    what: ClassVar[str]
    why: ClassVar[str]
    remedy: ClassVar[str]

    def __init__(self, where: str, **values: object) -> None:
        super().__init__(where)
        self.where = where
        self.values = values

    def __str__(self) -> str:
        return "\n".join(
            (
                self.what.format(**self.values),
                f"  where:      {self.where}",
                f"  why:        {self.why.format(**self.values)}",
                f"  what to do: {self.remedy.format(**self.values)}",
            )
        )
