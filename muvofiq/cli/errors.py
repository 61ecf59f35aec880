"""What can go wrong at the command line itself."""

from muvofiq.errors import MuvofiqError


class CannotWrite(MuvofiqError):
    """The result cannot be saved where it was asked for."""

    what = "The result cannot be written."
    why = "{reason}."
    remedy = (
        "Choose a folder that exists and that you may write to, and close the file if it is open in another program."
    )


class SameName(MuvofiqError):
    """Two acts would be cited by one name."""

    what = "Two of the files would have the same name, «{name}»."
    why = "An act is cited by the name of its file; with one name for two acts, a citation would be ambiguous."
    remedy = "Rename one of the files, or leave it out if it is the same act twice."


class PortTaken(MuvofiqError):
    """Another program, perhaps another Muvofiq, listens there."""

    what = "The workbench cannot listen on port {port}."
    why = "{reason}."
    remedy = "Open the address in a browser: perhaps Muvofiq runs already. Else choose another port: --port {other}."


class Unread(MuvofiqError):
    """Vectors are asked for which nobody has computed, on a computer that cannot."""

    what = "The model has not read these laws."
    why = "This computer cannot run it, and what it made of them elsewhere is not on file here."
    remedy = "Save the vectors on a computer that has the model, then bring them here with `muvofiq vectors load`."


class OtherLanguage(MuvofiqError):
    """An amending act is in another language than the law."""

    what = "The act cannot be applied: it is in another language than the law."
    why = "The law is in «{law}», the act in «{act}»; each language of a law is amended by the text in that language."
    remedy = "Take the text of the law, or of the act, in the other language."


class NotWhole(MuvofiqError):
    """Something of the amending acts was not understood or does not fit, so that the law would not be right."""

    what = "The law was not written: {count} instructions or changes are missing."
    why = "They were not understood, or do not fit this edition of the law; they are listed above."
    remedy = "Check that this is the edition which the acts amend; or write what could be done with --partly."
