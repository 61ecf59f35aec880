import pytest
import yaml

from muvofiq.standards import yaml_text
from muvofiq.standards.errors import (
    BadYaml,
    EmptyFile,
    FileTooLarge,
    ForeignTag,
    NotUnicode,
    RepeatedKey,
    TooDeep,
    TooManyAliases,
)
from muvofiq.standards.yaml_text import read

SAMPLE = "a: [2002-07-08, 1996, no, 1e3, 12:30, true, 'true', null, '', ]\nb: {c: Тоҷикистон}\n"
READ = {"a": ["2002-07-08", "1996", "no", "1e3", "12:30", True, "true", None, ""], "b": {"c": "Тоҷикистон"}}


def test_dates_numbers_and_the_word_no_stay_text() -> None:
    assert read(SAMPLE).value == READ


def test_the_slow_reader_reads_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(yaml_text, "SafeLoader", yaml.SafeLoader)
    assert read(SAMPLE).value == READ


def test_a_place_names_file_line_and_path() -> None:
    document = read("one: 1\ntwo:\n  - a\n  - b: c\n", "x.yaml")
    assert document.place(("two", 1, "b")) == "x.yaml, line 4, two[1].b"
    assert document.place(("two", 7)) == "x.yaml, line 2, two[7]"
    assert document.place() == "x.yaml, line 1"


def test_a_key_that_stands_twice_is_refused_with_both_lines() -> None:
    with pytest.raises(RepeatedKey) as error:
        read("x:\n  title: one\n  kind: two\n  title: three\n", "x.yaml")
    assert error.value.where == "x.yaml, line 4, x.title"
    assert "first is on line 2" in str(error.value)


def test_a_slip_in_the_yaml_is_shown_with_line_and_column() -> None:
    with pytest.raises(BadYaml) as error:
        read("title: Legal aid\nnote: [a, b\nkind: c\n", "x.yaml")
    assert error.value.where.startswith("x.yaml, line 3, column ")


def test_twenty_aliases_are_borne_and_no_more() -> None:
    aliases = "a: &x text\n" + "".join(f"b{number}: *x\n" for number in range(20))
    assert read(aliases).value["b19"] == "text"  # type: ignore[index, call-overload]
    with pytest.raises(TooManyAliases) as error:
        read(aliases + "one: *x\n")
    assert error.value.where == "text, line 22, one"


@pytest.mark.parametrize("text", ["a: *nowhere", "a: &a [*a]"])
def test_an_alias_to_nothing_or_to_itself_is_refused(text: str) -> None:
    with pytest.raises(BadYaml, match="refers to nothing"):
        read(text)


@pytest.mark.parametrize("text", ["[" * 100_000, "{a: " * 50_000, "- " * 20_000])
def test_a_file_nested_without_end_is_refused_and_harms_nothing(text: str) -> None:
    with pytest.raises(TooDeep):
        read(text)


@pytest.mark.parametrize("tag", ["!!python/name:os.system", "!!int", "!own"])
def test_a_foreign_type_is_refused(tag: str) -> None:
    with pytest.raises(ForeignTag, match="not allowed"):
        read(f"a: {tag} 3")


def test_a_second_document_is_refused() -> None:
    with pytest.raises(BadYaml, match="second document"):
        read("a: b\n---\nc: d\n")


def test_the_name_of_an_entry_is_a_word() -> None:
    with pytest.raises(BadYaml, match="plain word"):
        read("? [a]\n: b\n")


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n"])
def test_an_empty_file_is_refused(text: str) -> None:
    with pytest.raises(EmptyFile):
        read(text)


def test_a_file_over_five_megabytes_is_refused_unread() -> None:
    with pytest.raises(FileTooLarge, match="5000000"):
        read(b"[" * 5_000_001)


def test_an_old_encoding_is_refused_and_the_cure_is_named() -> None:
    with pytest.raises(NotUnicode, match="UTF-8"):
        read("a: Закон".encode("cp1251"))
    with pytest.raises(NotUnicode):
        read("a: \ud800")


def test_a_byte_order_mark_does_no_harm() -> None:
    assert read(b"\xef\xbb\xbfa: b").value == {"a": "b"}
