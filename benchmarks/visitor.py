"""A person at a browser, as far as a measurement needs one: cookies, the token of forms, one connection kept open."""

import re
import time
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from http.cookies import SimpleCookie
from typing import Self
from urllib.parse import urlencode, urlsplit

PATIENCE = 60  # seconds


@dataclass(frozen=True, slots=True)
class Answered:
    """What came back: the status (0 where nothing came), the text, and the seconds that it took."""

    status: int
    text: str
    seconds: float


class Visitor:
    """One person with the own session; not for several threads."""

    def __init__(self, address: str) -> None:
        self._line = HTTPConnection(urlsplit(address).netloc, timeout=PATIENCE)
        self._cookies: dict[str, str] = {}

    @classmethod
    def signed_in(cls, address: str, token: str) -> Self:
        """Open the link of a person and press its button."""
        one = cls(address)
        page = one.get(f"/sign-in/{token}/")
        found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', page.text)
        one.post(f"/sign-in/{token}/", {"csrfmiddlewaretoken": found[1] if found else ""})
        if "sessionid" not in one._cookies:
            raise RuntimeError(f"the workbench did not let the person in: {page.status}")
        return one

    def leave(self) -> None:
        """Close the connection."""
        self._line.close()

    def get(self, path: str) -> Answered:
        """Open a page."""
        return self._ask("GET", path, None)

    def post(self, path: str, form: dict[str, str]) -> Answered:
        """Send a form as the script of a page sends it."""
        return self._ask("POST", path, urlencode(form))

    def _ask(self, method: str, path: str, body: str | None) -> Answered:
        start = time.perf_counter()
        try:
            self._line.request(method, path, body, self._headers(is_form=body is not None))
            answer = self._line.getresponse()
            text = answer.read().decode()
        except (OSError, HTTPException) as error:
            self._line.close()
            return Answered(0, str(error), time.perf_counter() - start)
        seconds = time.perf_counter() - start
        for line in answer.headers.get_all("Set-Cookie", []):
            self._cookies |= {name: one.value for name, one in SimpleCookie(line).items()}
        return Answered(answer.status, text, seconds)

    def _headers(self, *, is_form: bool) -> dict[str, str]:
        headers = {"Cookie": "; ".join(f"{name}={value}" for name, value in self._cookies.items())}
        if is_form:
            headers["Content-Type"] = "application/x-www-form-urlencoded"
            headers["HX-Request"] = "true"
            headers["X-CSRFToken"] = self._cookies.get("csrftoken", "")
        return headers
