import sys
from playwright.sync_api import expect
import pytest
from tests.browser.test_second_opinion import *
from tests.browser.conftest import *
def test_shots(desk, second, workbench):
    ours, theirs = desk.new_page(), second.new_page()
    judge(ours, workbench); ask(ours, workbench)
    A=f"{workbench.address}{MISSION}"
    # more opinions
    for rid in ("som-carriers","som-aggravating","rdm-error"):
        ours.goto(f"{A}requirements/{rid}/"); press(ours,"f")
        ours.get_by_label("Of whom").select_option(label=NAME)
        ours.get_by_role("button", name="Ask", exact=True).click()
        expect(ours.locator("#opinions")).to_contain_text("not given yet")
    def shot(page, path, name):
        for w,h in ((1280,720),(390,844)):
            page.set_viewport_size({"width":w,"height":h})
            page.goto(A+path)
            page.screenshot(path=f"/tmp/h4shots/{name}-{w}.png", full_page=(w==390))
        page.set_viewport_size({"width":1280,"height":720})
    shot(theirs, f"requirements/{ABOUT}/", "owed")
    shot(theirs, "findings/opinions/", "list-blind")
    shot(theirs, "history/", "history-blind")
    judge_blind(theirs, workbench)
    shot(ours, "findings/opinions/?every=1", "list")
    shot(ours, f"requirements/{ABOUT}/", "disagree")
    ours.goto(f"{A}requirements/{ABOUT}/settle/"); ours.screenshot(path="/tmp/h4shots/settle-1280.png"); 
    ours.screenshot(path="/tmp/h4shots/settle-full.png", full_page=True)
    in_language(desk, workbench, "ru"); shot(ours, f"requirements/{ABOUT}/settle/", "settle-ru"); shot(ours, "findings/opinions/", "list-ru"); in_language(desk, workbench, "en")
    settle(ours, workbench)
    shot(ours, f"requirements/{ABOUT}/", "settled")
    ours.goto(f"{A}requirements/{ABOUT}/"); ours.locator("#opinions").screenshot(path="/tmp/h4shots/settled-part.png")
    shot(ours, "findings/opinions/", "list-settled")
