"""The steps of the Chair's script, each from what the record says."""

from __future__ import annotations

from collections.abc import Iterator

from plenary_tui.record.agenda import Item
from plenary_tui.record.texts import TextRecord

from .parts import Pen, Step


class Steps(Pen):
    """Makes each step of a script."""

    def objection(self, text: TextRecord) -> Step:
        codes = list(dict.fromkeys(held.who for held in text.objections))
        values = {"who": self.names(codes), "code": codes[0]}
        said = [held.text for held in text.objections if held.text]
        quote = "\n".join([text.text, *(f"– {one}" for one in said)])
        return self.about("objection", text, values, quote=quote)

    def introduce(self, text: TextRecord) -> Step:
        by = self.sentence("proposed_by", who=self.name(text.by)) if text.by else ""
        return self.about("introduce", text, {"by": by})

    def call(self, text: TextRecord) -> Step:
        before: list[str] = []
        if text.amended:
            before.append(self.sentence("amended"))
        if text.silence_broken:
            before.append(self.sentence("broken"))
        against = [one.who for one in text.stances if one.stance == "opposes"]
        if against:
            before.append(self.sentence("opposed", who=self.names(against)))
        held = [
            one for one in text.positions
            if not one.withdrawn and one.entry != text.silence_broken
        ]  # fmt: skip
        for name, found in (
            ("concern", [one.who for one in held if one.form == "objection"]),
            ("beside", [one.who for one in held if one.form != "objection"]),
        ):
            if found:
                before.append(self.sentence(name, who=self.names(found)))
        note = [self.phrases.step("call", "note")]
        if self.brackets(text):
            note.append(self.sentence("brackets"))
        if self.meeting.kind == "intersessional":
            note.append(self.sentence("intersessional"))
        return self.about("call", text, note=" ".join(note), before=" ".join(before))

    def drafting(self, text: TextRecord) -> Iterator[Step]:
        asked = next((one for one in reversed(text.amendments) if one.state == "asked"), None)
        if asked is not None:
            values = {"who": self.name(asked.who), "code": asked.who}
            yield self.about("amendment", text, values, quote=asked.text)
        brackets = self.brackets(text)
        if brackets:
            owners = list(dict.fromkeys(one.owner for one in brackets if one.owner))
            last = brackets[-1]
            values = {
                "count": str(len(brackets)),
                "owners": self.sentence("owners", who=self.names(owners)) if owners else "",
                "bracket": f"@{last.entry.id}",
                "words": " ".join(last.words.split()),
            }
            quote = "\n".join(f"[{one.words}]" for one in brackets)
            yield self.about("brackets", text, values, quote=quote)

    def next_speaker(self) -> Step:
        floor = self.floor
        code, *rest = floor.waiting
        parts = []
        if self.has_floor():
            parts.append(self.sentence("thanks", who=self.name(floor.speaker)))
        parts.append(self.phrases.step("next_speaker", "say").format(who=self.with_class(code)))
        allowed = floor._replace(speaker=code, reply=0).allowed(self.status(code))
        if allowed:
            parts.append(self.sentence("limit", limit=self.phrases.length(allowed)))
        if rest:
            listed = self.phrases.joined([self.name(one) for one in rest[:3]])
            parts.append(self.sentence("then", list=listed))
        ways = ["next"] if floor.closed else ["next", "list_closed"]
        ways += ["back"] if floor.last_called else []
        return self.step(
            "next_speaker", {"next": self.named_with_class(code)}, say=" ".join(parts),
            ways=[*ways, "limit"],
        )  # fmt: skip

    def silence_running(self) -> Iterator[Step]:
        """Yield the written procedures that are not past."""
        for text in self._texts():
            if text.state == "silence" and not self._is_past(text):
                yield self.about("silence_runs", text, {"until": self._until(text)})

    def silence_ended(self) -> Iterator[Step]:
        """Yield the written procedures whose result is to be recorded or announced."""
        for text in self._texts():
            if text.state == "silence" and self._is_past(text):
                ways = ["silence_broken", "silence_extended"] if text.objections else None
                values = {"until": self._until(text)}
                yield self.about("silence_expired", text, values, ways=ways)
            elif text.until and text.state == "adopted" and text.id not in self.meeting.announced:
                yield self.about("silence_done", text)

    def _texts(self) -> list[TextRecord]:
        return sorted(self.meeting.texts.values(), key=lambda one: one.rank)

    def _is_past(self, text: TextRecord) -> bool:
        return self.now is not None and text.until is not None and self.now > text.until

    def _until(self, text: TextRecord) -> str:
        at = text.until.astimezone(self.meeting.zone) if text.until else None
        return self.phrases.moment(at) if at else "……"

    def item(self, name: str, item: Item) -> Step:
        titled = self.sentence("titled", title=item.title) if item.title else ""
        called = self.phrases.word("item").format(number=item.number)
        values = {"item": called, "number": item.number, "titled": titled}
        return self.step(name, values, sources=item.history[:1])

    def adopt_agenda(self, items: list[Item]) -> Step:
        """The agenda is a decision like any other; who is present is said before it."""
        say = self.phrases.step("adopt_agenda", "say")
        if self.sitting.present:
            say = f"{self.sentence('present', present=self.present())} {say}"
        return self.step("adopt_agenda", say=say, quote="\n".join(map(self.listed, items)))

    def close_meeting(self) -> Step:
        open_texts = [
            one for one in self.meeting.texts.values()
            if one.state == "proposed" and not one.carried
        ]  # fmt: skip
        open_texts.sort(key=lambda one: one.rank)
        said = self.phrases.step("close_meeting", "say").format(meeting=self._title)
        ways = [way for way in self.phrases.ways("close_meeting") if way != "carried_over"]
        values: dict[str, str] = {}
        if open_texts:
            listed = self.phrases.joined([self.called(one) for one in open_texts])
            said = self.sentence("lapses", list=listed) + " " + said
            ways = list(self.phrases.ways("close_meeting"))
            values["ref"] = self.ref(open_texts[0])
        return self.step("close_meeting", values, say=said, ways=ways)
