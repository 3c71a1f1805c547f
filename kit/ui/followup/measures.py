"""The one screen of the follow-up as data, made of the `Summary` of a plan; the numbers are not made here."""

from __future__ import annotations

from collections.abc import Sequence

from kit.adherence.judged import has_enough_logs
from kit.adherence.sentences import about, percent
from kit.diary.alarms import sign_shown
from kit.followup.alert_rules import alert_rules
from kit.followup.headline import CAVEAT, RULE, Headline, shared
from kit.followup.help_words import MARK
from kit.followup.proposal import Proposal
from kit.followup.reasons import OwnWords, ReasonCount
from kit.followup.signs import Dealt, Sign
from kit.followup.summary import Summary
from kit.followup.unread import PatientNote
from kit.library.library import Library
from kit.plan.plan import Plan
from kit.plan.resolved import resolve
from kit.ui.followup.aside_shown import AlertShown, AsideShown, NoteShown, SignShown
from kit.ui.followup.headline_shown import CountShown, HeadlineShown
from kit.ui.followup.measures_charts import calendar_shown, pain_shown, weeks_shown
from kit.ui.followup.measures_figures import Figures
from kit.ui.followup.measures_numbers import exercises_shown, habits_shown
from kit.ui.followup.measures_shown import Screen
from kit.ui.followup.next_shown import NextShown, ProposalShown, Taken
from kit.ui.followup.voice_shown import ReasonShown, VoiceShown, WordsShown
from kit.ui.followup.words import on
from kit.words.numbers import counted

_NOTE = "Proposals from the log and the pain, never applied by themselves."
_UNCERTAIN = "as observed, not certain"
_KINDS = {
    "progress": "More",
    "hold": "Stay",
    "step_back": "Less",
    "swap": "Another exercise",
    "ask": "Find out first",
    "stop": "Hold",
}


def screen(
    summary: Summary,
    library: Library,
    figures: Figures,
    *,
    draft: Plan | None,
    dealt: Sequence[Dealt],
    by: str,
    away: str = "",
) -> Screen:
    """Everything on it. `draft` is that of the next version, `dealt` what was signed before, `by` who works here;
    `away` says where the draft is, if the planner beside this page does not have it."""
    return {
        "aside": _aside(summary, figures, dealt, by),
        "headline": _headline(summary.headline, figures),
        "weeks": weeks_shown(summary, figures),
        "calendar": calendar_shown(summary, figures),
        "exercises": exercises_shown(summary, figures),
        "pain": pain_shown(summary, figures),
        "habits": habits_shown(summary, figures),
        "voice": _voice(summary, figures),
        "next": _next(summary, library, figures, draft, away),
        "late": _late(summary.late),
    }


def _aside(summary: Summary, figures: Figures, dealt: Sequence[Dealt], by: str) -> AsideShown:
    signs: list[SignShown] = [
        {
            "key": sign.key,
            "said": _sign(sign),
            "urgency": sign.urgency.said,
            "figure": figures.add(f"sign {sign.key}", [sign.pointer]) if sign.session is not None else "",
        }
        for sign in summary.signs
    ]
    alerts: list[AlertShown] = [
        {
            "rule": alert.rule,
            "title": alert.title,
            "why": alert.why,
            "source": alert.source,
            "figure": figures.add(f"alert {alert.rule} {n}", alert.rows),
        }
        for n, alert in enumerate(summary.alerts)
        if alert.rule != "W7"  # the signs themselves stand above
    ]
    role = dealt[-1].role if dealt else "physiotherapist"
    return {
        "signs": signs,
        "unread": [_note(note, figures) for note in summary.unread],
        "read": [_note(note, figures) for note in reversed(summary.read)],
        "alerts": alerts,
        "note": alert_rules().note,
        "by": by,
        "role": role,
    }


def _note(note: PatientNote, figures: Figures) -> NoteShown:
    return {
        "key": note.key,
        "when": note.day,
        "text": note.text,
        "mark": MARK if note.names_a_red_flag else "",
        "figure": figures.add(f"note {note.key}", [note.pointer]),
    }


def _sign(sign: Sign) -> str:
    """In the patient's own words, with the day."""
    return f"{sign_shown(sign.text)}, {sign.day_said(on(sign.date) if sign.date else '')}"


def _headline(found: Headline, figures: Figures) -> HeadlineShown:
    counts = found.counts
    parts = (
        ("Done", counts.done, found.done),
        ("Not done", counts.not_done, found.not_done),
        ("Not logged", counts.missing, found.missing),
    )
    shown: list[CountShown] = [
        {"name": name, "said": about(n), "figure": figures.add(f"headline {name}", rows)} for name, n, rows in parts
    ]
    low, high = (None, None) if found.badge else found.interval or (None, None)
    simple = ""
    if found.simple and not found.badge:
        simple = f"Wilson, for independent sessions: {percent(found.simple[0])} to {percent(found.simple[1])}."
    return {
        "sentences": list(found.sentences),
        "badge": _badge(found),
        "counts": shown,
        "recorded": counts.a_low,
        "upper": counts.a_high,
        "low": low,
        "high": high,
        "completeness": shared(counts.done + counts.not_done, counts.expected) if counts.expected else "",
        "rule": RULE,
        "caveat": CAVEAT,
        "comparison": simple,
    }


def _badge(found: Headline) -> str:
    """What stands beside the category, which is what was observed: that it is not to be judged, or not certain."""
    if not found.counts.expected:
        return ""
    return _UNCERTAIN if found.is_open else "" if has_enough_logs(found.counts) else found.badge


def _when(said: OwnWords) -> str:
    day = on(said.at.date) if said.at.date else "" if said.place else "No day given"
    return ", ".join(filter(None, (day, said.place)))


def _voice(summary: Summary, figures: Figures) -> VoiceShown:
    own: list[WordsShown] = [
        {
            "when": _when(said),
            "text": said.text,
            "figure": figures.add(f"words {n}", [said.at]) if said.at.session is not None else "",
        }
        for n, said in enumerate(summary.own_words)
    ]
    reasons: list[ReasonShown] = [
        {
            "name": one.reason.replace("_", " ").capitalize(),
            "said": counted(one.sessions, "session"),
            "exercises": _given_for(one),
            "figure": figures.add(f"reason {one.reason}", one.rows),
        }
        for one in summary.reasons
    ]
    talking: list[WordsShown] = [
        {"when": "", "text": point.text, "figure": figures.add(f"talking {n}", point.rows)}
        for n, point in enumerate(summary.talking_points)
    ]
    return {"own": own[::-1], "reasons": reasons, "talking": talking}


def _given_for(one: ReasonCount) -> str:
    """For whole sessions, and for which exercises."""
    whole = [f"the whole session\u00a0{one.whole}"] if one.whole else []
    return ", ".join([*whole, *(f"{name}\u00a0{n}" for name, n in one.exercises)])


def _next(summary: Summary, library: Library, figures: Figures, draft: Plan | None, away: str) -> NextShown:
    entries = {entry.item.item_id: entry.exercise for entry in resolve(summary.plan, library).entries}
    shown: list[ProposalShown] = []
    for one in summary.proposals:
        exercise = entries.get(one.item_id)
        shown.append(
            {
                "item_id": one.item_id,
                "exercise_id": exercise.id if exercise else "",
                "name": exercise.name if exercise else one.item_id,
                "kind": _KINDS[one.kind],
                "words": one.words,
                "why": one.why,
                "source": one.source,
                "state": _state(one, draft, summary),
                "figure": figures.add(f"proposal {one.item_id}", one.sessions),
            }
        )
    where = away or "it is edited and issued in the planner."
    said = f"Draft of version {draft.version}, begun; {where}" if draft else ""
    then = f"As it was on {on(summary.asked.as_of)}: what is proposed is taken as of today. " if summary.is_past else ""
    version = draft.version if draft else 0
    return {"proposals": shown, "draft": said, "note": f"{then}{_NOTE}", "version": version, "opens": not away}


def _state(proposal: Proposal, draft: Plan | None, summary: Summary) -> Taken:
    return "past" if summary.is_past and proposal.changes_something else state_of(proposal, draft)


def state_of(proposal: Proposal, draft: Plan | None) -> Taken:
    """Whether a proposal can be taken, is in the draft, or was overtaken by another edit of its item there."""
    if not proposal.changes_something or proposal.was is None:
        return "nothing"
    there = {item.item_id: item for item in draft.items} if draft else {proposal.item_id: proposal.was}
    item = there.get(proposal.item_id)
    if item == proposal.was:
        return "open"
    if proposal.exercise is not None:
        new = any(other.exercise_id == proposal.exercise.id for other in there.values())
        return "taken" if item is None and new else "edited"
    return "taken" if item is not None and _has(item, proposal) else "edited"


def _has(item: object, proposal: Proposal) -> bool:
    """Whether each field of the change stands in the item: those of a dose in its dose."""
    dose = getattr(item, "dose", None)
    return all(
        value in (getattr(item, name, _Nothing), getattr(dose, name, _Nothing))
        for name, value in proposal.change.items()
    )


class _Nothing:
    """What no field holds."""


def _late(rows: int) -> str:
    if not rows:
        return ""
    verb = "answers" if rows == 1 else "answer"
    return f"{counted(rows, 'row')} {verb} for a day on which a later version was in force: kept, and in no count."
