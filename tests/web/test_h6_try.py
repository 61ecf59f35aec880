import pytest
from django.test import Client
from muvofiq.records.actions.open_exercise import open_exercise
from muvofiq.records.queries.cases import walks
from tests.records.small import STARTS, desk, facilitator
pytestmark = pytest.mark.django_db
def test_it(client):
    at=desk(slug="border"); client.force_login(at.expert)
    for p in ("cases/","cases/girl-without-papers/","cases/young-man-back-from-work/"):
        r=client.get(f"/missions/border/findings/{p}"); print(p,r.status_code,len(r.text)); assert r.status_code==200, r.text[:3000]
    r=client.get("/missions/border/requirements/identification-vot-duty/"); assert r.status_code==200
