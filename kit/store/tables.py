"""The tables of the store. What they hold of plans is the plan's own JSON text, as it was written, for ever.

Times are ISO 8601 texts in UTC, days ISO texts: the same on every database, and in order when sorted.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    SmallInteger,
    String,
    Table,
    Text,
)

REVISION = "0005"  # of the schema: the newest file in migrations/versions

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

patients = Table(
    "patients",
    metadata,
    Column("code", String(8), primary_key=True),
    Column("label", Text, nullable=False),
    Column("made_at", String(32), nullable=False),
    Index(None, "label"),
)

# `revision` rises with each write to the plan, its drafts and versions; `changed_at` is the time of the last one.
plans = Table(
    "plans",
    metadata,
    Column("code", String(8), primary_key=True),
    Column("patient_code", ForeignKey("patients.code"), nullable=False, index=True),
    Column("label", Text, nullable=False),
    Column("revision", Integer, nullable=False),
    Column("made_at", String(32), nullable=False),
    Column("changed_at", String(32), nullable=False),
    CheckConstraint("revision > 0", name="revision"),
    Index(None, "label"),
    Index(None, "changed_at"),
)

# The draft of a plan stands at `position` in the line of its edits; edits behind it can be done again.
drafts = Table(
    "drafts",
    metadata,
    Column("code", ForeignKey("plans.code", ondelete="CASCADE"), primary_key=True),
    Column("version", Integer, nullable=False),
    Column("position", Integer, nullable=False),
    Column("topic", Text),
    Column("changed_at", String(32), nullable=False),
    Column("changed_by", Text, nullable=False),
    Index(None, "changed_at"),
)

edits = Table(
    "edits",
    metadata,
    Column("code", ForeignKey("drafts.code", ondelete="CASCADE"), nullable=False),
    Column("number", Integer, nullable=False),
    Column("document", Text, nullable=False),
    Column("made_at", String(32), nullable=False),
    Column("made_by", Text, nullable=False),
    PrimaryKeyConstraint("code", "number"),
)

# Issued versions: rows are added, never changed.
versions = Table(
    "versions",
    metadata,
    Column("code", ForeignKey("plans.code", ondelete="CASCADE"), nullable=False),
    Column("version", Integer, nullable=False),
    Column("document", Text, nullable=False),
    Column("seal", String(64), nullable=False),
    Column("starts_on", String(10), nullable=False),
    Column("issued_on", String(10), nullable=False),
    Column("issued_by", Text, nullable=False),
    Column("made_at", String(32), nullable=False),
    PrimaryKeyConstraint("code", "version"),
)

# What somebody wrote on a revision that another one had already changed, until it is decided on.
asides = Table(
    "asides",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("code", ForeignKey("plans.code", ondelete="CASCADE"), nullable=False, index=True),
    Column("document", Text, nullable=False),
    Column("why", Text, nullable=False),
    Column("made_at", String(32), nullable=False),
    Column("made_by", Text, nullable=False),
    Column("decided", Text),
)

# `files` is JSON: the path of each file in `folder`, and its SHA-256.
handouts = Table(
    "handouts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("code", ForeignKey("plans.code", ondelete="CASCADE"), nullable=False, index=True),
    Column("version", Integer, nullable=False),
    Column("is_draft", Boolean, nullable=False),
    Column("folder", Text, nullable=False),
    Column("files", Text, nullable=False),
    Column("made_at", String(32), nullable=False),
    Column("made_by", Text, nullable=False),
)

diary_files = Table(
    "diary_files",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("name", Text, nullable=False),
    Column("digest", String(64), nullable=False, index=True),
    Column("kept", Integer, nullable=False),
    Column("rejected", Integer, nullable=False),
    Column("repeated", Integer, nullable=False),
    Column("blank", Integer, nullable=False),
    Column("corrected", Integer, nullable=False),  # rows among those kept that correct an earlier one
    Column("made_at", String(32), nullable=False),
    Column("made_by", Text, nullable=False),
    Column("undone_at", String(32)),
)

# `key` is a fingerprint of what a row is about (version, item, side, day or week, slot), `answers` one of what was
# answered. `replaces` is the row that this one corrected when it came. `in_force` is 1, or null where a row no longer
# counts: so that the index lets one row of a key be in force, and any number not.
diary_rows = Table(
    "diary_rows",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("file_id", ForeignKey("diary_files.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("code", ForeignKey("plans.code", ondelete="CASCADE"), nullable=False),
    Column("version", Integer, nullable=False),
    Column("item_id", Text, nullable=False),
    Column("side", String(5), nullable=False),
    Column("week", Integer),
    Column("day", String(10)),
    Column("slot", Integer, nullable=False),
    Column("status", String(8)),
    Column("sets_done", Integer),
    Column("reps_done", Integer),
    Column("reps_last_set", Integer),
    Column("hold_done_s", Integer),
    Column("load_kg", Float),
    Column("pain_before", Integer),
    Column("pain_worst", Integer),
    Column("pain_after", Integer),
    Column("pain_next_morning", Integer),
    Column("effort", Integer),
    Column("reason", Text),
    Column("help_sign", Text),
    Column("started_at", Text),
    Column("logged_at", Text),
    Column("note", Text),
    Column("key", BigInteger, nullable=False),
    Column("answers", BigInteger, nullable=False),
    Column("replaces", Integer),
    Column("in_force", SmallInteger),
    *(Column(name, Integer) for name in ("activity_1", "activity_2", "activity_3")),
    CheckConstraint("in_force = 1", name="in_force"),
    Index(None, "code", "key", "in_force", unique=True),
)

# A row of an earlier file that a later one said again: it counts as long as one of its files stands.
diary_repeats = Table(
    "diary_repeats",
    metadata,
    Column("row_id", ForeignKey("diary_rows.id", ondelete="CASCADE"), nullable=False),
    Column("file_id", ForeignKey("diary_files.id", ondelete="CASCADE"), nullable=False, index=True),
    PrimaryKeyConstraint("row_id", "file_id"),
)

diary_rejects = Table(
    "diary_rejects",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("file_id", ForeignKey("diary_files.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("cells", Text, nullable=False),
    Column("why", Text, nullable=False),
    # Of a row with a sign for help or a note: these, and where it belongs as far as that can be read. `code` is that
    # of a plan of the store; `said_on` is its date as it is written, `day` where that is certain.
    Column("code", String(8), index=True),
    Column("version", Integer),
    Column("day", String(10)),
    Column("said_on", Text),
    Column("slot", Integer),
    Column("help_sign", Text),
    Column("note", Text),
)

# That somebody has dealt with a sign for help (`kit.followup.signs.Dealt`, as JSON). Rows are added and never changed.
signs_dealt = Table(
    "signs_dealt",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("code", ForeignKey("plans.code", ondelete="CASCADE"), nullable=False, index=True),
    Column("document", Text, nullable=False),
    Column("made_at", String(32), nullable=False),
    Column("made_by", Text, nullable=False),
)

# That somebody has read a note of a patient (`kit.followup.unread.Read`, as JSON). Rows are added and never changed.
notes_read = Table(
    "notes_read",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("code", ForeignKey("plans.code", ondelete="CASCADE"), nullable=False, index=True),
    Column("document", Text, nullable=False),
    Column("made_at", String(32), nullable=False),
    Column("made_by", Text, nullable=False),
)

# Totals of scores. Rows are added, never changed: one that `replaces` another corrects it, one without a value takes it
# back. `instrument` is a key of the kit's own list, or null for a score of another name.
scores = Table(
    "scores",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("patient_code", ForeignKey("patients.code", ondelete="CASCADE"), nullable=False, index=True),
    Column("instrument", Text),
    Column("name", Text, nullable=False),
    Column("day", String(10), nullable=False),
    Column("value", Float),
    Column("replaces", Integer),
    Column("made_at", String(32), nullable=False),
    Column("made_by", Text, nullable=False),
)

# Her own templates, usual doses, favourites and settings: `document` is JSON.
preferences = Table(
    "preferences",
    metadata,
    Column("kind", String(16), nullable=False),
    Column("name", Text, nullable=False),
    Column("document", Text, nullable=False),
    Column("changed_at", String(32), nullable=False),
    PrimaryKeyConstraint("kind", "name"),
    CheckConstraint("kind in ('template', 'dose', 'favourite', 'setting')", name="kind"),
)

# Plan files of a folder that were taken in.
taken_files = Table(
    "taken_files",
    metadata,
    Column("path", Text, nullable=False),
    Column("digest", String(64), nullable=False),
    Column("code", ForeignKey("plans.code", ondelete="CASCADE")),
    Column("made_at", String(32), nullable=False),
    PrimaryKeyConstraint("path", "digest"),
)

audit = Table(
    "audit",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("made_at", String(32), nullable=False),
    Column("who", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("code", String(8), index=True),
    Column("patient_code", String(8), index=True),
)
