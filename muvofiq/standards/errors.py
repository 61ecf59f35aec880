"""What can be wrong in the files of the catalogue, said so that a lawyer can mend it."""

from typing import ClassVar

from muvofiq.errors import MuvofiqError


class CatalogueError(MuvofiqError):
    """Something in the catalogue of standards cannot be used as it stands."""


# --- the file as a whole -------------------------------------------------------------------------------------


class LibraryMissing(CatalogueError):
    """The folder has none of the expected files."""

    what: ClassVar[str] = "There is no catalogue of standards in this folder."
    why: ClassVar[str] = "The folder '{folder}' with .yaml files is missing or empty."
    remedy: ClassVar[str] = "Name a folder that holds the folders requirements, instruments and thesaurus."


class FileTooLarge(CatalogueError):
    """The file is far longer than any catalogue."""

    what: ClassVar[str] = "The file is too large."
    why: ClassVar[str] = "It has {size} bytes; a file of the catalogue may have {limit}."
    remedy: ClassVar[str] = "Split the file, or check that this is the file you meant."


class NotUnicode(CatalogueError):
    """The file is not written in UTF-8."""

    what: ClassVar[str] = "The letters of the file cannot be read."
    why: ClassVar[str] = (
        "Position {position} holds no letter of UTF-8; the file was perhaps saved in an older encoding."
    )
    remedy: ClassVar[str] = "Save the file again and choose the encoding UTF-8."


class BadYaml(CatalogueError):
    """The file is not YAML."""

    what: ClassVar[str] = "The file is not well-formed YAML."
    why: ClassVar[str] = "{problem}."
    remedy: ClassVar[str] = (
        "Look at this line and the one above: indent with spaces as the neighbours do, and put quotation marks "
        "round a text that contains ': ' or begins with a sign such as [ or {{."
    )


class EmptyFile(CatalogueError):
    """The file says nothing."""

    what: ClassVar[str] = "The file is empty."
    why: ClassVar[str] = "Nothing but comments or spaces was found."
    remedy: ClassVar[str] = "Fill the file, or delete it."


class TooManyAliases(CatalogueError):
    """The file refers to itself too often."""

    what: ClassVar[str] = "The file uses too many YAML aliases (*name)."
    why: ClassVar[str] = "More than {limit} aliases can swell a small file beyond measure."
    remedy: ClassVar[str] = "Write the text out in each place."


class TooDeep(CatalogueError):
    """The file is nested deeper than any catalogue."""

    what: ClassVar[str] = "The file is nested too deeply."
    why: ClassVar[str] = "More than {limit} levels lie inside one another; the catalogue needs far fewer."
    remedy: ClassVar[str] = "Check the indentation from this line upwards."


class ForeignTag(CatalogueError):
    """The file asks for a YAML type that the catalogue does not use."""

    what: ClassVar[str] = "The YAML tag '{tag}' is not allowed."
    why: ClassVar[str] = "The catalogue holds only text, true or false, lists and named entries."
    remedy: ClassVar[str] = "Remove the tag (the word that begins with '!')."


class RepeatedKey(CatalogueError):
    """One entry names the same key twice."""

    what: ClassVar[str] = "The key '{key}' stands twice in the same entry."
    why: ClassVar[str] = "Only one of the two would count, and nobody could say which. The first is on line {first}."
    remedy: ClassVar[str] = "Join the two, or delete one."


# --- the entries ---------------------------------------------------------------------------------------------


class UnknownKey(CatalogueError):
    """An entry has a key that the catalogue does not know."""

    what: ClassVar[str] = "The key '{key}' is not known here."
    why: ClassVar[str] = "Allowed are: {allowed}."
    remedy: ClassVar[str] = "Did you mean '{nearest}'? Correct the key, or remove it."


class MissingKey(CatalogueError):
    """An entry lacks a key that it must have."""

    what: ClassVar[str] = "The key '{key}' is missing."
    why: ClassVar[str] = "Every such entry needs: {required}."
    remedy: ClassVar[str] = "Add a line '{key}: ...' to this entry."


class WrongChoice(CatalogueError):
    """A value is not one of a closed list."""

    what: ClassVar[str] = "'{value}' is not one of the allowed words."
    why: ClassVar[str] = "Allowed are: {allowed}."
    remedy: ClassVar[str] = "Did you mean '{nearest}'? Take one word from the list, in this spelling."


class WrongForm(CatalogueError):
    """A text does not have the form that it must have."""

    what: ClassVar[str] = "'{value}' does not have the right form."
    why: ClassVar[str] = "Expected is {expected}."
    remedy: ClassVar[str] = "Rewrite the text in that form."


class TooManyLetters(CatalogueError):
    """A name is longer than any place holds in which it is kept."""

    what: ClassVar[str] = "'{value}' is too long: {size} letters."
    why: ClassVar[str] = "A name such as an id has at most {limit} letters, because others cite it and lists show it."
    remedy: ClassVar[str] = "Shorten it, and write the short name wherever the long one is cited."


class WrongType(CatalogueError):
    """A list stands where a text should stand, or the like."""

    what: ClassVar[str] = "Here stands {found}, but {expected} is needed."
    why: ClassVar[str] = "The same key has the same kind of value everywhere in the catalogue."
    remedy: ClassVar[str] = "Write {expected} here; a neighbouring entry shows the form."


class WrongShape(CatalogueError):
    """Another rule of the file's form is broken."""

    what: ClassVar[str] = "This entry does not have the right shape."
    why: ClassVar[str] = "{problem}."
    remedy: ClassVar[str] = "Compare it with a neighbouring entry and write it in the same way."


class BadCitation(CatalogueError):
    """A citation does not begin with the name of an instrument."""

    what: ClassVar[str] = "'{text}' is not a citation."
    why: ClassVar[str] = "A citation begins with the id of an instrument, then says the place, as in 'crc art. 37(b)'."
    remedy: ClassVar[str] = "Begin with the id as the instruments have it: small letters, figures and hyphens."


class BadDate(CatalogueError):
    """A date does not exist in the calendar."""

    what: ClassVar[str] = "'{text}' is not a date."
    why: ClassVar[str] = "A date is a year, a year and month, or a full day: 2002, 2002-07 or 2002-07-08."
    remedy: ClassVar[str] = "Write the date in one of these forms, as exactly as the source gives it."


# --- the catalogue as a whole --------------------------------------------------------------------------------


class RepeatedName(CatalogueError):
    """Two entries have the same id or code."""

    what: ClassVar[str] = "The {sort} '{name}' is used twice."
    why: ClassVar[str] = "Verdicts and links point to it, so it must name exactly one entry."
    remedy: ClassVar[str] = "Give the newer entry another {sort}."


class UnknownInstrument(CatalogueError):
    """A requirement cites an instrument that the catalogue does not have."""

    what: ClassVar[str] = "The instrument '{name}' is not in the catalogue."
    why: ClassVar[str] = "It is named here, but no file in the folder instruments describes it."
    remedy: ClassVar[str] = "Did you mean '{nearest}'? Correct the id, or add the instrument."


class UnknownBroader(CatalogueError):
    """A concept names a broader concept that does not exist."""

    what: ClassVar[str] = "The broader concept '{name}' is not in the thesaurus."
    why: ClassVar[str] = "A concept can only stand under a concept that exists."
    remedy: ClassVar[str] = "Did you mean '{nearest}'? Correct the id, or add the concept."


class BroaderCycle(CatalogueError):
    """A concept stands, in the end, under itself."""

    what: ClassVar[str] = "The concept '{name}' stands under itself."
    why: ClassVar[str] = "The chain of broader concepts runs in a circle: {chain}."
    remedy: ClassVar[str] = "Take 'broader' away from one of them."


class CodeOutsideTheme(CatalogueError):
    """The code of a requirement begins with another theme's letter."""

    what: ClassVar[str] = "The code '{code}' does not belong to theme {theme}."
    why: ClassVar[str] = "A code begins with the letter of the theme in whose file it stands."
    remedy: ClassVar[str] = "Move the requirement to its theme, or give it a code that begins with {theme}."


class NotInCatalogue(CatalogueError):
    """Somebody asked for an entry that does not exist."""

    what: ClassVar[str] = "The {sort} '{name}' is not in the catalogue."
    why: ClassVar[str] = "No {sort} has this id."
    remedy: ClassVar[str] = "Did you mean '{nearest}'?"


# --- the instruments -----------------------------------------------------------------------------------------


class BadDelay(CatalogueError):
    """The time after which a treaty takes effect for a state is not written in a known form."""

    what: ClassVar[str] = "'{text}' does not say after what time a treaty takes effect for a state."
    why: ClassVar[str] = "Known are 'on deposit', '30 days', '3 months' and 'month after 3 months'."
    remedy: ClassVar[str] = "Write it in one of these forms, with the number that the final clauses of the treaty name."


class EndsBeforeItBegins(CatalogueError):
    """An instrument or a participation ends before it began."""

    what: ClassVar[str] = "The end {until} lies before the beginning {begins}."
    why: ClassVar[str] = "'until' is the last day on which it held, and nothing ends before it began."
    remedy: ClassVar[str] = "Compare both dates with the source and correct the wrong one."


class SuccessionCycle(CatalogueError):
    """An instrument is, in the end, replaced by itself."""

    what: ClassVar[str] = "The instrument '{name}' is replaced by itself."
    why: ClassVar[str] = "The chain of 'superseded_by' runs in a circle: {chain}."
    remedy: ClassVar[str] = "Take 'superseded_by' away from the instrument that is still the newest."


# --- relations between requirements --------------------------------------------------------------------------


class UnknownRequirement(CatalogueError):
    """A relation names a requirement that does not exist."""

    what: ClassVar[str] = "The requirement '{name}' does not exist here."
    why: ClassVar[str] = "A relation joins two requirements of the catalogue, and neither the file nor it has this one."
    remedy: ClassVar[str] = "Did you mean '{nearest}'? Correct the id, or add the requirement first."


class RelatedToItself(CatalogueError):
    """A relation names the same requirement twice."""

    what: ClassVar[str] = "The requirement '{name}' is related to itself."
    why: ClassVar[str] = "A relation says how two different requirements overlap."
    remedy: ClassVar[str] = "Name the other requirement, or remove the relation."


class RelatedTwice(CatalogueError):
    """The same two requirements are related a second time."""

    what: ClassVar[str] = "'{first}' and '{second}' are related already."
    why: ClassVar[str] = "Two requirements have one relation, in whichever order they are named; the first is {other}."
    remedy: ClassVar[str] = "Correct the relation that exists, or remove one of the two."


class NothingInCommon(CatalogueError):
    """A relation without a single common element."""

    what: ClassVar[str] = "'{first}' and '{second}' are said to have nothing in common."
    why: ClassVar[str] = "A relation rests on elements that both requirements ask; none is named."
    remedy: ClassVar[str] = "Pair at least one element of the first with one of the second, or leave the relation out."


class ElementMissing(CatalogueError):
    """A relation pairs an element that a requirement does not have."""

    what: ClassVar[str] = "'{name}' has no element {number}."
    why: ClassVar[str] = "Its elements are counted from 1 to {count}."
    remedy: ClassVar[str] = "Count the elements of the requirement and correct the number."


class RelationContradicted(CatalogueError):
    """The kind of a relation does not fit the elements that it pairs."""

    what: ClassVar[str] = "The relation is called '{kind}', but its elements show '{fits}'."
    why: ClassVar[str] = (
        "'equal' leaves no element over, 'subset' none of the first, 'superset' none of the second, and 'intersects' "
        "some of both. Left over are: {first}; {second}."
    )
    remedy: ClassVar[str] = "Call it '{fits}', or pair the elements that are still left over."


class RelationCircle(CatalogueError):
    """A chain of subsets comes back to its beginning."""

    what: ClassVar[str] = "The relations run in a circle: {chain}."
    why: ClassVar[str] = "Each is said to ask less than the next, or the same: so the first would ask less than itself."
    remedy: ClassVar[str] = "Look again at the relations of this chain: one is turned round, or all are 'equal'."


# --- good practice -------------------------------------------------------------------------------------------


class TiedToUnknown(CatalogueError):
    """A practice is tied to a requirement that nobody described."""

    what: ClassVar[str] = "The practice is tied to an unknown requirement, '{name}'."
    why: ClassVar[str] = "Neither the released catalogue nor the mission's own describes it."
    remedy: ClassVar[str] = "Did you mean '{nearest}'? Correct the id, or publish the requirement first."


# --- registers of acts and clause maps -----------------------------------------------------------------------


class UnknownAct(CatalogueError):
    """A register names an act that it does not have."""

    what: ClassVar[str] = "The act '{name}' is not in this register."
    why: ClassVar[str] = "A topic can only send its reader to an act of the register, and an act can only replace one."
    remedy: ClassVar[str] = "Did you mean '{nearest}'? Correct the id, or add the act."


class ReplacedByItself(CatalogueError):
    """An act replaces, in the end, itself."""

    what: ClassVar[str] = "The act '{name}' replaces itself."
    why: ClassVar[str] = "The chain of 'replaces' runs in a circle: {chain}."
    remedy: ClassVar[str] = "Take 'replaces' away from the oldest of them."


class TiedAndOutside(CatalogueError):
    """A clause map says of a requirement both that a clause answers it and that none does."""

    what: ClassVar[str] = "The requirement '{name}' stands both at a clause and outside the map."
    why: ClassVar[str] = "Outside stand the requirements that no clause of such an agreement answers."
    remedy: ClassVar[str] = "Take it away from one of the two places."
