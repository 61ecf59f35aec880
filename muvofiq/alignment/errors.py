"""What can go wrong when requirements are matched with provisions."""

from muvofiq.errors import MuvofiqError


class ModelMissing(MuvofiqError):
    """The embedding model cannot run; matching goes on with words and thesaurus alone."""

    what = "The embedding model is not available."
    why = "{reason}."
    remedy = "Go on without it: words and thesaurus still match. It runs on 64-bit Linux and Apple computers."


class BadVectorFile(MuvofiqError):
    """A file of vectors is damaged, or none at all."""

    what = "The file is no file of vectors."
    why = "{reason}."
    remedy = "Make it anew with `muvofiq vectors save` on a computer that has the model, and carry it over whole."


class EndpointAddress(MuvofiqError):
    """What the user has set for an embedding service cannot be an address or a model."""

    what = "The address of the embedding service cannot be used."
    why = "In the address or the model: {reason}."
    remedy = (
        "Correct MUVOFIQ_EMBEDDING_URL (such as https://example.org/v1/embeddings) and MUVOFIQ_EMBEDDING_MODEL, "
        "or remove both: then no text leaves this computer."
    )


class EndpointSilent(MuvofiqError):
    """The embedding service cannot be reached, or says nothing."""

    what = "The embedding service does not answer."
    why = "{reason}."
    remedy = (
        "Check the network and MUVOFIQ_EMBEDDING_URL, then ask again: what was read already is kept. "
        "Without that variable the model of this computer is used."
    )


class EndpointRefuses(MuvofiqError):
    """The embedding service answers that it will not."""

    what = "The embedding service refuses the texts."
    why = "It answers with status {status}: {reason}."
    remedy = "Check MUVOFIQ_EMBEDDING_URL, MUVOFIQ_EMBEDDING_MODEL and MUVOFIQ_EMBEDDING_KEY, then ask again."


class EndpointAnswer(MuvofiqError):
    """The embedding service answers, but not with vectors."""

    what = "The answer of the embedding service cannot be used."
    why = "In what it sent: {reason}."
    remedy = (
        "Check that MUVOFIQ_EMBEDDING_URL leads to embeddings (most end in /v1/embeddings) and that "
        "MUVOFIQ_EMBEDDING_MODEL is a model that makes them."
    )
