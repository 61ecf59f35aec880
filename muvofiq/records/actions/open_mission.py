"""A mission written down as data comes alive: each entry passes through the same action as if a person typed it."""

from collections.abc import Mapping
from datetime import date, time, timedelta
from typing import Any

from muvofiq.assessment.particulars import Particulars
from muvofiq.assessment.verdict import Verdict
from muvofiq.publication.release import Part
from muvofiq.records.actions.amend import amend
from muvofiq.records.actions.choose_scope import choose_scope
from muvofiq.records.actions.create_mission import create_mission
from muvofiq.records.actions.decide_candidate import decide_candidate
from muvofiq.records.actions.enter_public_fact import enter_public_fact
from muvofiq.records.actions.give_verdict import give_verdict
from muvofiq.records.actions.import_edition import Filing, import_editions
from muvofiq.records.actions.note_contribution import note_contribution
from muvofiq.records.actions.plan_agency import plan_agency
from muvofiq.records.actions.plan_session import plan_session
from muvofiq.records.actions.quote import quote
from muvofiq.records.actions.recommend import recommend
from muvofiq.records.actions.record_consent import record_consent
from muvofiq.records.actions.register_act import register_act
from muvofiq.records.actions.register_programme import register_programme
from muvofiq.records.actions.take_from_register import take_from_register
from muvofiq.records.models import Act, Agency, Contribution, Edition, Mission, Person, Phase, Recommendation, Session
from muvofiq.records.queries.amendment_page import begun_on
from muvofiq.records.queries.exercise import key_of
from muvofiq.records.words import ContributionKind, Decision, MissionStatus, RecommendationKind, SessionKind

Entry = Mapping[str, Any]


class Opening:
    """A mission file being entered. ``files`` are the bytes of the law files that it names.

    With ``slug`` and ``starts`` it is entered once more, under another address and on other days.
    """

    def __init__(
        self,
        actor: Person,
        written: Entry,
        files: Mapping[str, bytes],
        *,
        slug: str | None = None,
        starts: date | None = None,
    ) -> None:
        self.actor, self.written, self.files = actor, written, files
        planned = date.fromisoformat(written["mission"]["starts"])
        self.later = (starts or planned) - planned
        self.mission = self._mission(slug or written["mission"]["slug"])
        self.agencies: dict[str, Agency] = {}
        self.sessions: dict[str, Session] = {}
        self.acts: dict[str, Act] = {}
        self.editions: dict[str, Edition] = {}
        self.notes: dict[str, Contribution] = {}

    def enter(self) -> Mission:
        """Enter everything, in the order in which the work is done."""
        stages = (self._plan, self._scope, self._laws, self._answers, self._findings, self._discussion)
        for stage in (*stages, self._recommendations, self._publication):
            stage()
        return self.mission

    def _entries(self, name: str) -> list[Entry]:
        return list(self.written.get(name) or ())

    def _mission(self, slug: str) -> Mission:
        entry = self.written["mission"]
        return create_mission(
            self.actor,
            slug=slug,
            phase=self._phase(entry["phase"]),
            title=entry["title"],
            theme=entry["theme"],
            state=entry["state"],
            place=entry["place"],
            starts=_day(entry["starts"], self.later),
            ends=_day(entry["ends"], self.later),
            status=MissionStatus(entry["status"]),
            invented=entry["invented"],
            notice=entry["notice"],
            sources=entry.get("sources", ()),
            services=self._entries("services"),
            exercise=entry.get("exercise", ""),
        )

    def _phase(self, key: str) -> Phase | None:
        """Register the programme that the file describes; one that it only names may be registered or not."""
        programme = self.written["programme"]
        phases = Phase.objects.filter(programme__key=programme["key"], key=key)
        if "name" not in programme:
            return phases.first()
        partners = self._entries("consortium")
        register_programme(self.actor, programme, phases=self._entries("phases"), partners=partners)
        return phases.get()

    def _plan(self) -> None:
        for one in self._entries("agencies"):
            texts = {name: one.get(name) for name in ("short", "competence")}
            self.agencies[one["key"]] = plan_agency(self.actor, self.mission, name=one["name"], **texts)
        for one in self._entries("sessions"):
            self.sessions[one["key"]] = plan_session(
                self.actor,
                self.mission,
                kind=SessionKind(one["kind"]),
                title=one["title"],
                day=_day(one["day"], self.later),
                starts=_hour(one.get("starts")),
                ends=_hour(one.get("ends")),
            )
        for one in self._entries("acts"):
            self.acts[one["key"]] = register_act(
                self.actor,
                self.mission,
                title=one["title"],
                number=one.get("number", ""),
                adopted=date.fromisoformat(one["adopted"]) if one.get("adopted") else None,
                kind=one.get("kind", ""),
                topics=one.get("topics"),
                status=one.get("status"),
                unconfirmed=one.get("unconfirmed", ()),
                key=one["key"],
            )
        known = {one["register"]: self.acts[one["key"]] for one in self._entries("acts") if "register" in one}
        if known:
            take_from_register(self.actor, self.mission, known, known=known)

    def _scope(self) -> None:
        scope = self.written["scope"]
        names = scope["requirements"] if "requirements" in scope else key_of(self.mission).requirement_ids
        choose_scope(self.actor, self.mission, names, themes=scope["themes"], reason=scope["reason"])

    def _laws(self) -> None:
        for one in self._entries("editions"):
            self.editions[one["key"]] = import_editions(
                self.actor,
                self.mission,
                data=self.files[one["file"]],
                file_name=one["file"],
                filing=Filing(
                    act=self.acts[one["act"]], as_of=date.fromisoformat(one["as_of"]) if one.get("as_of") else None
                ),
            )[0]

    def _answers(self) -> None:
        for one in self._entries("answers"):
            edition, decision = self.editions[one["edition"]], Decision(one["state"])
            answer = decide_candidate(
                self.actor, self.mission, one["requirement"], edition=edition, eid=one["unit"], decision=decision
            )
            for words in one.get("quotations", ()):
                quote(self.actor, answer, words)

    def _findings(self) -> None:
        for one in self._entries("findings"):
            give_verdict(
                self.actor,
                self.mission,
                one["requirement"],
                law=Verdict(one["law"]),
                practice=Verdict(one.get("practice", Verdict.NOT_ASSESSED.value)),
                particulars=Particulars.from_entry(one.get("particulars", {})),
                reason=one["reason"],
                version=0,
            )

    def _discussion(self) -> None:
        for one in self._entries("contributions"):
            self.notes[one["key"]] = note_contribution(
                self.actor,
                self.mission,
                agency=self.agencies[one["agency"]],
                session=self.sessions.get(one.get("session", "")),
                kind=ContributionKind(one["kind"]),
                text=one["text"],
                public=one.get("public", False),
                requirement_ids=one.get("requirements", ()),
            )

    def _recommendations(self) -> None:
        for one in self._entries("recommendations"):
            row = recommend(
                self.actor,
                self.mission,
                text=one["text"],
                reason=one["reason"],
                kind=RecommendationKind(one["kind"]),
                priority=one.get("priority", ""),
                term=one.get("term", ""),
                cure=one.get("cure", ""),
                is_key=one.get("key_recommendation", False),
                addressee=self.agencies.get(one.get("addressee", "")),
                together=[self.acts[key] for key in one.get("together", ())],
                finding_ids=one.get("findings", ()),
                requirement_ids=one.get("requirements", ()),
                contribution_numbers=[self.notes[key].number for key in one.get("contributions", ())],
            )
            for amendment in one.get("amendments", ()):
                self._amendment(row, amendment)

    def _amendment(self, recommendation: Recommendation, one: Entry) -> None:
        """Enter a proposed wording; ``losses`` says in the file, once for all of them, why they may go."""
        edition = self.editions.get(one.get("edition", ""))
        at = {"eid": one.get("unit", ""), "after": one.get("after", "")}
        lost = begun_on(edition, **at, proposed=one["proposed"]).losses if edition else ()
        amend(
            self.actor,
            recommendation,
            act=edition.act if edition else self.acts[one["act"]],
            edition=edition,
            **at,
            unit=one.get("in_words", ""),
            proposed=one["proposed"],
            clause=one.get("clause", ""),
            loss_reasons={each.key: one.get("losses", "") for each in lost},
        )

    def _publication(self) -> None:
        for one in self._entries("public_facts"):
            enter_public_fact(self.actor, self.mission, part=Part(one["part"]), text=one["text"])
        if consent := self.written.get("consent"):
            record_consent(self.actor, self.mission, on=date.fromisoformat(consent["date"]), by=consent["by"])


def _day(text: str, later: timedelta) -> date:
    return date.fromisoformat(text) + later


def _hour(text: str | None) -> time | None:
    return time.fromisoformat(text) if text else None
