import time
import pytest
from pathlib import Path
from tests.records.receiving import *
pytestmark = pytest.mark.django_db
def test_big(at):
    exec(Path('/tmp/m11.py').read_text().split("t=time.time()")[0], globals())
    t=time.time(); tb=received(at.expert, at.mission, d, "table.xlsx"); print('receive',time.time()-t)
    c=guess(read_tables(d,'t.xlsx'))
    t=time.time(); say_columns(at.expert, tb, c, said=ABOUT); print('say',time.time()-t)
    t=time.time(); f=shown(tb); print('view',time.time()-t, len(f.links))
    t=time.time(); f=shown(tb); print('view again',time.time()-t)
    t=time.time(); taken(at.expert,tb); print('take',time.time()-t)
