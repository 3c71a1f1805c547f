"""Exercises of the clinician's own at the planner: the form as filled in, its preview, a photo, kept and removed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from kit.clinic import Clinic
from kit.errors import ContentError, Fault, quoted
from kit.figures import drawn_under, small_drawn
from kit.files import is_there
from kit.library.exercise import NO_PICTURE, Exercise, TagsReviewed
from kit.library.library import Library
from kit.library.loader import drawn_ids, movement_tags, unknown_words
from kit.library.own import OwnExercises
from kit.library.own_exercise import exercise_of
from kit.library.own_form import EMPTY, OwnForm, form_of
from kit.library.photo import size, taken
from kit.library.reading import reading_of, stated_in
from kit.library.rules import rules
from kit.places import data_dir
from kit.plan.template import usable_templates
from kit.store.store import Store
from kit.store.workspace import Workspace
from kit.ui.planner.own_wishes import KeepOwn, OwnPreview, OwnShown, PhotoTaken, PreviewOwn, ShowOwn
from kit.words.lookalikes import same_look
from kit.words.numbers import counted
from kit.words.readability import GRADE_AIM
from kit.words.text import clean

_YOURS = "Your exercise"  # in the preview, as long as it has no name
_IN_THE_FORM = {
    "category": "kind",
    "equipment": "what it needs",
    "steps": "how to do it",
    "feel": "what it should feel like",
    "precautions": "cautions",
    "tags": "what it does to the body",
    "dose": "usual dose",
}
_FEW = 4  # plans that are named


@dataclass(frozen=True)
class OwnDesk:
    """What can be done with her exercises in a workspace."""

    workspace: Workspace
    store: Store
    _told: set[tuple[str, str]] = field(default_factory=set)  # changes by another hand that she knows of

    @property
    def files(self) -> OwnExercises:
        return OwnExercises(self.workspace.exercises)

    def shown(self, wish: ShowOwn, library: Library) -> OwnShown:
        """The form as it is filled in. Raises `PlanError` for an exercise that there is not, or is not hers."""
        base, name = self._base(wish["exercise_id"], library), ""
        form = form_of(base) if base else EMPTY
        if base and wish["copy"]:
            form = {**form, "name": f"{base.name} (my own)", "patient_name": base.patient_name}
            form["source"] = f"Started from “{base.name}”. What was changed here has no source yet."
        if base and not wish["copy"]:
            self.files.must_have(base.id)
            name = base.name
        pictures = _pictures(library, base.id if base and name else "")
        form = {**form, "drawn_as": _worn(base, pictures)}
        return {
            "exercise_id": wish["exercise_id"],
            "copy": wish["copy"],
            "was": self.files.now(wish["exercise_id"]) if name else "",
            "name": name,
            "form": form,
            "held": self._held(wish["exercise_id"]) if name else "",
            "keeps": self._keeps(wish["exercise_id"]) if name else "",
            "tags": _tags(library),
            "whole": sorted(rules().whole_body),
            "pictures": pictures,
        }

    def preview(self, wish: PreviewOwn, library: Library, clinic: Clinic) -> OwnPreview:
        """The form as its patient reads it."""
        # Not at the head of the file: the planner opens without the handout's document.
        from kit.ui.bookshelf.sheet import prescribed, printed, sheet

        form: OwnForm = {**wish["form"], "name": clean(wish["form"]["name"]) or _YOURS}
        drawn = small_drawn(form["drawn_as"])
        try:
            made = exercise_of(form, "my_exercise", self._base(wish["exercise_id"], library))
            item = prescribed(made)
            shown = sheet(item, made, printed(item, made, clinic))
        except ContentError as error:
            faults = [{"where": f.where, "what": f.what, "mend": f.mend} for f in error.faults]
            return {"turn": wish["turn"], "sheet": None, "faults": faults, "notes": [], "drawn": drawn}  # type: ignore[typeddict-item]
        return {"turn": wish["turn"], "sheet": shown, "faults": [], "notes": _notes(made), "drawn": drawn}

    def photo(self, content: Sequence[bytes]) -> PhotoTaken:
        """The picture in the file that came along. Raises `ContentError`."""
        jpeg = taken(content[0] if content else b"")
        width, height = size(jpeg)
        return {"jpeg": jpeg, "about": f"{width} × {height} dots, {len(jpeg) * 3 // 4000} KB as it is kept"}

    def keep(self, wish: KeepOwn, library: Library, reviewed: TagsReviewed | None) -> Exercise:
        """Write what the form says. Raises `ContentError` with all faults, by field, and `MachineError`."""
        base, form = self._base(wish["exercise_id"], library), wish["form"]
        is_new = base is None or wish["copy"]
        if base and not is_new:
            self.files.must_have(base.id)
        new_id = self.files.new_id(form["name"], library.exercises) if base is None or is_new else base.id
        faults = _namesake(form, library, new_id)
        try:
            made = exercise_of(form, new_id, base, reviewed)
        except ContentError as error:
            raise ContentError([*faults, *error.faults]) from None
        if faults := [*faults, *_told_at_fields(unknown_words(made, data_dir()))]:
            raise ContentError(faults)
        if not is_new:
            self._look_at_other_hands(new_id, wish["was"])
            self.files.change(made)
        elif self.files.add(made) is None:
            raise ContentError(Fault("name", "was taken by another window just now.", "Keep it once more."))
        return made

    def _look_at_other_hands(self, exercise_id: str, was: str) -> None:
        """Raises `ContentError` once where the file is not what the form rests on; the next time that is laid aside."""
        now = self.files.now(exercise_id)
        if was == now:
            return
        if (exercise_id, now) not in self._told:
            self._told.add((exercise_id, now))
            what = "the exercise was changed in another window or in its file since this form was opened."
            mend = "Open it anew to see how; or keep yours once more, and the other is laid aside in exercises/removed."
            raise ContentError(Fault("", what, mend))
        self.files.lay_aside(exercise_id)

    def remove(self, exercise_id: str, library: Library) -> str:
        """Move it aside; what to say. Raises `PlanError` where it is not hers, or something still needs it."""
        name = library[exercise_id].name
        self.files.must_have(exercise_id)
        if why := self._keeps(exercise_id):
            raise ContentError(Fault("", why, "Take it out there first."))
        path = self.files.remove(exercise_id)
        return f"{name} was taken away. Its file lies in {path.parent.parent.name}/{path.parent.name}."

    def _base(self, exercise_id: str, library: Library) -> Exercise | None:
        return library[exercise_id] if exercise_id else None

    def _holding(self, exercise_id: str) -> tuple[list[str], int]:
        """The labels of the drafts that have the exercise, and how many plans have it as they were issued."""
        rows = [row for row in self.store.roster.rows() if any(name == exercise_id for name, _ in row.now.exercises)]
        drafts = [row.patient or row.plan_id for row in rows if row.draft]
        return drafts, len(rows) - len(drafts)

    def _held(self, exercise_id: str) -> str:
        """What a change means for the plans that have it; empty where none has it."""
        drafts, issued = self._holding(exercise_id)
        said = []
        if drafts:
            said.append(f"In {counted(len(drafts), 'draft')} ({_few(drafts)}), where a change shows at once.")
        if issued:
            said.append(f"In {counted(issued, 'issued plan')}, where it stays as it was issued.")
        return " ".join(said)

    def _keeps(self, exercise_id: str) -> str:
        """Why it cannot be taken away; empty where nothing needs it, or the kit's own comes back in its place."""
        if is_there(data_dir() / "exercises" / f"{exercise_id}.toml"):
            return ""
        drafts, _ = self._holding(exercise_id)
        own, _ = usable_templates(self.workspace.templates)
        templates = [one.name for one in own.values() if any(item.exercise_id == exercise_id for item in one.items)]
        said = [f"the draft of {_few(drafts)}"] if drafts else []
        said += [f"the template “{name}”" for name in templates[:_FEW]]
        return f"It is needed by {' and '.join(said)}." if said else ""


def _pictures(library: Library, own_id: str) -> list[tuple[str, str]]:
    """The drawn pictures to choose from, by the exercise that they are of; first that there are none.

    An exercise that is drawn under its own id, `own_id`, has to say that it has none.
    """
    drawn = drawn_ids(data_dir())
    names = {one: library[one].name if one in library else one for one in drawn}
    by_name = sorted(names.items(), key=lambda one: one[1].casefold())
    return [(NO_PICTURE if own_id in drawn else "", "No picture"), *by_name]


def _worn(base: Exercise | None, pictures: list[tuple[str, str]]) -> str:
    """Which of `pictures` the form begins with: those of the exercise, though a photo hides them."""
    return (base and drawn_under(base)) or pictures[0][0]


def _few(names: list[str]) -> str:
    more = len(names) - _FEW
    return ", ".join(names[:_FEW]) + (f" and {more} more" if more > 0 else "")


def _tags(library: Library) -> list[tuple[str, str]]:
    """What a movement can do to the body, first what most exercises of the library do."""
    often = Counter(tag.name for exercise in library for tag in exercise.tags)
    return sorted(movement_tags(data_dir()).items(), key=lambda one: -often[one[0]])


def _namesake(form: OwnForm, library: Library, own_id: str) -> list[Fault]:
    look = same_look(clean(form["name"]))
    known = next((e for e in library if look and e.id != own_id and same_look(e.name) == look), None)
    if known is None:
        return []
    return [Fault("name", f"“{known.name}” is in the library already.", "Give yours a name of its own.")]


def _told_at_fields(faults: Sequence[Fault]) -> list[Fault]:
    return [Fault(_field(fault.where), fault.what, fault.mend) for fault in faults]


def _field(where: str) -> str:
    return next((field for field in ("tags", "drawn_as") if where.endswith(field)), "")


def _notes(made: Exercise) -> list[str]:
    """What she should know before she keeps it."""
    notes = []
    if made.needs_clinician:
        fields = ", ".join(_IN_THE_FORM.get(name, name) for name in made.needs_clinician)
        notes.append(f"Unfinished: {fields}. No plan takes it before that.")
    if said := stated_in(made):
        told = ", ".join(map(quoted, said[:3]))
        notes.append(f"Its texts say a dose or an address themselves: {told}. The plan says the dose.")
    if "steps" not in made.needs_clinician and (grade := reading_of(made).grade) > GRADE_AIM:
        notes.append(f"Reads at school grade {grade:.0f}; the texts for patients aim at {GRADE_AIM:.0f}.")
    return notes
