"""What people decide about a provision where laws stand beside each other: accept, reject, quote."""

from muvofiq.web.forms import QuoteForm


class ProvisionForm(QuoteForm):
    """A unit of an edition with what is decided about it, or with words of it to quote."""

    @property
    def is_quotation(self) -> bool:
        """Whether words are quoted; else it is a decision."""
        return "words" in self.data
