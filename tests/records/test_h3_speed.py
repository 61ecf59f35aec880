import time, pytest
from datetime import date
from muvofiq.records.models import *
from muvofiq.records.actions.import_edition import Filing, import_editions
from muvofiq.records.words import Decision
from muvofiq.records.queries.law_text import eids_of, unit_of
from muvofiq.records.queries.changed_sources import *
from muvofiq.records.queries.evidence import broken_quotations
from muvofiq.records.queries.requirements import scoped
from tests.records.small import *
from django.utils import timezone
from django.db import connection
from django.test.utils import CaptureQueriesContext
pytestmark = pytest.mark.django_db
def test_speed():
    ids=[r.id for r in catalogue().requirements]
    manager=workbench(ids=ids); m=mission_of(manager, slug="big"); e=expert_in(m, manager); scope_in(m,e,ids=ids)
    print(len(ids))
    art=lambda a,x,d: (f"ЗАКОН\nО предмете {a}\n"+"\n".join(f"Статья {i}. Название {i}\n1. Сотрудник {i} назначается по работе с лицами{x if i%7==0 else ''}.\n2. Порядок номер {i}:\n1) первое {i};\n2) второе {i};\n3) третье {i}.\n" for i in range(1,401))).encode()
    old=[]
    for a in range(6):
        (o,)=import_editions(e,m,data=art(a,"",0),file_name=f"a{a}.txt",filing=Filing(is_new_act=True,as_of=date(2014,1,1)))
        import_editions(e,m,data=art(a," и переводом",1),file_name=f"b{a}.txt",filing=Filing(act=o.act,as_of=date(2020,1,1)))
        old.append(o)
    saved=[i.requirement for i in m.scope.all()]
    now=timezone.now()
    for k in range(300):
        o=old[k%6]; eid=[x for x in eids_of(o) if x.startswith("art_")][k*7]
        w=unit_of(o,eid).words.split("\n")[0]
        an=Answer.objects.create(mission=m,requirement=saved[k%len(saved)],edition=o,eid=eid,decision="accepted",decided_by=e,decided_at=now)
        if w.strip(): Quotation.objects.create(answer=an,words=w,text_sha256=o.text_id,quoted_by=e,quoted_at=now)
    for s in saved: Finding.objects.create(mission=m,requirement=s,judged_by=e,judged_at=now,law="partial")
    for name,f in {"changed_sources":lambda:changed_sources(m),"touched":lambda:touched(m),"touched_requirements":lambda:touched_requirements(m),"stale":lambda:stale_rows(m),"sources_on":lambda:sources_on(m,saved[5]),"broken":lambda:broken_quotations(m)}.items():
        t=[]
        for _ in range(4):
            a=time.perf_counter(); r=f(); t.append(round((time.perf_counter()-a)*1000))
        with CaptureQueriesContext(connection) as c: f()
        print(name,t,"ms, queries",len(c), len(r) if hasattr(r,"__len__") else "")
    import cProfile,pstats
    p=cProfile.Profile(); p.enable(); changed_sources(m); p.disable(); pstats.Stats(p).sort_stats("cumtime").print_stats(22)
