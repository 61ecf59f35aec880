"""A mission written down as data comes alive: each entry passes through the same action as if a person typed it."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from muvofiq.assessment.verdict import Verdict
from muvofiq.publication.release import Part
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
from muvofiq.records.models import Act, Agency, Contribution, Edition, Mission, Person, Phase, Session
from muvofiq.records.words import ContributionKind, Decision, MissionStatus, SessionKind

Entry = Mapping[str, Any]


class Opening:
    """A mission file being entered. ``files`` are the bytes of the law files that it names."""

    def __init__(self, actor: Person, written: Entry, files: Mapping[str, bytes]) -> None:
        self.actor, self.written, self.files = actor, written, files
        self.mission = self._mission()
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

    def _mission(self) -> Mission:
        register_programme(
            self.actor,
            self.written["programme"],
            phases=self._entries("phases"),
            partners=self._entries("consortium"),
        )
        entry = self.written["mission"]
        phase = Phase.objects.get(programme__key=self.written["programme"]["key"], key=entry["phase"])
        return create_mission(
            self.actor,
            slug=entry["slug"],
            phase=phase,
            title=entry["title"],
            theme=entry["theme"],
            state=entry["state"],
            place=entry["place"],
            starts=date.fromisoformat(entry["starts"]),
            ends=date.fromisoformat(entry["ends"]),
            status=MissionStatus(entry["status"]),
            invented=entry["invented"],
            notice=entry["notice"],
            sources=entry.get("sources", ()),
            services=self._entries("services"),
        )

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
                day=date.fromisoformat(one["day"]),
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
            )

    def _scope(self) -> None:
        scope = self.written["scope"]
        choose_scope(self.actor, self.mission, scope["requirements"], themes=scope["themes"], reason=scope["reason"])

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
            recommend(
                self.actor,
                self.mission,
                act=self.acts[one["act"]],
                edition=self.editions.get(one.get("edition", "")),
                **{"eid" if one.get("current") else "unit": one["unit"]},
                proposed=one.get("proposed", ""),
                reason=one["reason"],
                is_key=one.get("key_recommendation", False),
                addressee=self.agencies.get(one.get("addressee", "")),
                finding_ids=one.get("findings", ()),
                contribution_numbers=[self.notes[key].number for key in one.get("contributions", ())],
            )

    def _publication(self) -> None:
        for one in self._entries("public_facts"):
            enter_public_fact(self.actor, self.mission, part=Part(one["part"]), text=one["text"])
        if consent := self.written.get("consent"):
            record_consent(self.actor, self.mission, on=date.fromisoformat(consent["date"]), by=consent["by"])


def _hour(text: str | None) -> time | None:
    return time.fromisoformat(text) if text else None
