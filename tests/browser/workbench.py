"""The running workbench as the browser tests use it."""

import subprocess
import sys
from dataclasses import dataclass, field

from playwright.sync_api import BrowserContext, Page


@dataclass
class Workbench:
    """Its address, the link that its first run printed, and how to ask it for another link."""

    address: str
    first_link: str
    environment: dict[str, str]
    used: list[str] = field(default_factory=list)

    def link(self) -> str:
        """Return the printed link the first time, and a new one each time after."""
        if not self.used:
            self.used.append(self.first_link)
            return self.first_link
        command = [sys.executable, "-m", "muvofiq.cli", "link", "--address", self.address]
        said = subprocess.run(command, env=self.environment, capture_output=True, text=True, check=True)
        return said.stdout.strip()

    def sign_in(self, context: BrowserContext) -> None:
        """Sign in as a person does: open the link, press the button."""
        page = context.new_page()
        page.goto(self.link())
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_url(f"{self.address}/")
        page.close()


def press(page: Page, key: str) -> None:
    """Press a key as a person does: once the page that is seen has loaded, its keyboard with it."""
    page.wait_for_load_state()
    page.keyboard.press(key)
