import pytest
from itertools import product
from tests.web.test_bad_requests import *
from tests.web.test_bad_requests import FIELDS, GARBAGE, QUERIES, addresses, signed_in
pytestmark = pytest.mark.django_db
for n in list(globals()):
    if n.startswith("test_"):
        del globals()[n]
def mine(at):
    return [a for a in sorted(set(addresses(at))) if "/recommendations/" in a]
def test_zz_get(at):
    client = signed_in(at)
    for address, query in product(mine(at), QUERIES):
        assert client.get(address, query).status_code < 500, address
@pytest.mark.parametrize("garbage", GARBAGE)
def test_zz_post(at, garbage):
    for address in mine(at):
        client = signed_in(at)
        assert client.post(address, {}).status_code < 500, address
        sent = dict.fromkeys(FIELDS, garbage)
        assert client.post(address, sent).status_code < 500, address
        assert client.post(address, sent, headers={"HX-Request": "true"}).status_code < 500, address
        good = {"edition": "border-law-ru", "eid": "art_4__para_2", "shown": "border-law-ru~art_4__para_2", "proposed": garbage, "clause": garbage, "loss": garbage, "loss_reason": garbage, "version": garbage, "after": ""}
        for a in (address, address + "?edition=border-law-ru&eid=art_4", address + "?edition=border-law-ru&after=art_4"):
            assert client.post(a, good).status_code < 500, a
