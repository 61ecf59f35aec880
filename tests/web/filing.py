"""How a person imports a law: chooses the file, looks at what was read, and files it."""

import re
from typing import Any

from django.test import Client

IMPORT = "/missions/border/acts/import/"


def read_in(browser: Client, typed: dict[str, Any]) -> str:
    """Choose a file in the form and let it be read; return the address of its review."""
    answer = browser.post(IMPORT, typed)
    assert answer.status_code == 302, answer.text
    return answer.headers["Location"]


def filed(browser: Client, typed: dict[str, Any], **otherwise: str) -> Any:
    """Let a file be read and file it as it was chosen, or otherwise; return the page that is shown then."""
    return file_again(browser, read_in(browser, typed), **otherwise)


def file_again(browser: Client, review: str, **otherwise: str) -> Any:
    """File what is under review, with the form as it stands there, or otherwise."""
    return browser.post(f"{review}file/", in_form(browser.get(review).text) | otherwise, follow=True)


def in_form(page: str) -> dict[str, str]:
    """Return what stands in the form that files a draft."""
    form = page.split('aria-labelledby="filing"')[1].split("</form>", maxsplit=1)[0]
    chosen = re.findall(r'<select name="(\w+)".*?</select>', form, re.DOTALL)
    values = {}
    for name in chosen:
        options = form.split(f'<select name="{name}"')[1].split("</select>")[0]
        found = re.search(r'<option value="([^"]*)" selected', options)
        values[name] = found[1] if found else ""
    for tag in re.findall(r"<input[^>]*>", form):
        name, value = re.search(r'name="(\w+)"', tag), re.search(r'value="([^"]*)"', tag)
        if name and 'type="checkbox"' not in tag and name[1] != "csrfmiddlewaretoken":
            values[name[1]] = value[1] if value else ""
    return values
