"""The first schema."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.String(length=32), nullable=False),
        sa.Column("who", sa.Text(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("code", sa.String(length=8), nullable=True),
        sa.Column("patient_code", sa.String(length=8), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    op.create_index(op.f("ix_audit_code"), "audit", ["code"], unique=False)
    op.create_index(op.f("ix_audit_patient_code"), "audit", ["patient_code"], unique=False)
    op.create_table(
        "diary_files",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("kept", sa.Integer(), nullable=False),
        sa.Column("rejected", sa.Integer(), nullable=False),
        sa.Column("repeated", sa.Integer(), nullable=False),
        sa.Column("blank", sa.Integer(), nullable=False),
        sa.Column("corrected", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.String(length=32), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("undone_at", sa.String(length=32), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_diary_files")),
    )
    op.create_index(op.f("ix_diary_files_digest"), "diary_files", ["digest"], unique=False)
    op.create_table(
        "patients",
        sa.Column("code", sa.String(length=8), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("made_at", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_patients")),
    )
    op.create_index(op.f("ix_patients_label"), "patients", ["label"], unique=False)
    op.create_table(
        "preferences",
        sa.Column("kind", sa.String(length=16), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("changed_at", sa.String(length=32), nullable=False),
        sa.CheckConstraint("kind in ('template', 'dose', 'favourite', 'setting')", name=op.f("ck_preferences_kind")),
        sa.PrimaryKeyConstraint("kind", "name", name=op.f("pk_preferences")),
    )
    op.create_table(
        "diary_rejects",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("file_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("cells", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["file_id"], ["diary_files.id"], name=op.f("fk_diary_rejects_file_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_diary_rejects")),
    )
    op.create_index(op.f("ix_diary_rejects_file_id"), "diary_rejects", ["file_id"], unique=False)
    op.create_table(
        "plans",
        sa.Column("code", sa.String(length=8), nullable=False),
        sa.Column("patient_code", sa.String(length=8), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.String(length=32), nullable=False),
        sa.Column("changed_at", sa.String(length=32), nullable=False),
        sa.CheckConstraint("revision > 0", name=op.f("ck_plans_revision")),
        sa.ForeignKeyConstraint(["patient_code"], ["patients.code"], name=op.f("fk_plans_patient_code")),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_plans")),
    )
    op.create_index(op.f("ix_plans_changed_at"), "plans", ["changed_at"], unique=False)
    op.create_index(op.f("ix_plans_label"), "plans", ["label"], unique=False)
    op.create_index(op.f("ix_plans_patient_code"), "plans", ["patient_code"], unique=False)
    op.create_table(
        "asides",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=8), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("made_at", sa.String(length=32), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.Column("decided", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["code"], ["plans.code"], name=op.f("fk_asides_code"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_asides")),
    )
    op.create_index(op.f("ix_asides_code"), "asides", ["code"], unique=False)
    op.create_table(
        "diary_rows",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("file_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=8), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("item_id", sa.Text(), nullable=False),
        sa.Column("side", sa.String(length=5), nullable=False),
        sa.Column("week", sa.Integer(), nullable=True),
        sa.Column("day", sa.String(length=10), nullable=True),
        sa.Column("slot", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=8), nullable=True),
        sa.Column("sets_done", sa.Integer(), nullable=True),
        sa.Column("reps_done", sa.Integer(), nullable=True),
        sa.Column("reps_last_set", sa.Integer(), nullable=True),
        sa.Column("hold_done_s", sa.Integer(), nullable=True),
        sa.Column("load_kg", sa.Float(), nullable=True),
        sa.Column("pain_before", sa.Integer(), nullable=True),
        sa.Column("pain_worst", sa.Integer(), nullable=True),
        sa.Column("pain_after", sa.Integer(), nullable=True),
        sa.Column("pain_next_morning", sa.Integer(), nullable=True),
        sa.Column("effort", sa.Integer(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("help_sign", sa.Text(), nullable=True),
        sa.Column("started_at", sa.Text(), nullable=True),
        sa.Column("logged_at", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("key", sa.BigInteger(), nullable=False),
        sa.Column("answers", sa.BigInteger(), nullable=False),
        sa.Column("replaces", sa.Integer(), nullable=True),
        sa.Column("in_force", sa.SmallInteger(), nullable=True),
        sa.CheckConstraint("in_force = 1", name=op.f("ck_diary_rows_in_force")),
        sa.ForeignKeyConstraint(["code"], ["plans.code"], name=op.f("fk_diary_rows_code"), ondelete="CASCADE"),
        sa.ForeignKeyConstraint(
            ["file_id"], ["diary_files.id"], name=op.f("fk_diary_rows_file_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_diary_rows")),
    )
    op.create_index(op.f("ix_diary_rows_code_key_in_force"), "diary_rows", ["code", "key", "in_force"], unique=True)
    op.create_index(op.f("ix_diary_rows_file_id"), "diary_rows", ["file_id"], unique=False)
    op.create_table(
        "diary_repeats",
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("file_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["file_id"], ["diary_files.id"], name=op.f("fk_diary_repeats_file_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["row_id"], ["diary_rows.id"], name=op.f("fk_diary_repeats_row_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("row_id", "file_id", name=op.f("pk_diary_repeats")),
    )
    op.create_index(op.f("ix_diary_repeats_file_id"), "diary_repeats", ["file_id"], unique=False)
    op.create_table(
        "drafts",
        sa.Column("code", sa.String(length=8), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=True),
        sa.Column("changed_at", sa.String(length=32), nullable=False),
        sa.Column("changed_by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["code"], ["plans.code"], name=op.f("fk_drafts_code"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_drafts")),
    )
    op.create_index(op.f("ix_drafts_changed_at"), "drafts", ["changed_at"], unique=False)
    op.create_table(
        "handouts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("code", sa.String(length=8), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("is_draft", sa.Boolean(), nullable=False),
        sa.Column("folder", sa.Text(), nullable=False),
        sa.Column("files", sa.Text(), nullable=False),
        sa.Column("made_at", sa.String(length=32), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["code"], ["plans.code"], name=op.f("fk_handouts_code"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handouts")),
    )
    op.create_index(op.f("ix_handouts_code"), "handouts", ["code"], unique=False)
    op.create_table(
        "taken_files",
        sa.Column("path", sa.Text(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("code", sa.String(length=8), nullable=True),
        sa.Column("made_at", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["code"], ["plans.code"], name=op.f("fk_taken_files_code"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("path", "digest", name=op.f("pk_taken_files")),
    )
    op.create_table(
        "versions",
        sa.Column("code", sa.String(length=8), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("seal", sa.String(length=64), nullable=False),
        sa.Column("starts_on", sa.String(length=10), nullable=False),
        sa.Column("issued_on", sa.String(length=10), nullable=False),
        sa.Column("issued_by", sa.Text(), nullable=False),
        sa.Column("made_at", sa.String(length=32), nullable=False),
        sa.ForeignKeyConstraint(["code"], ["plans.code"], name=op.f("fk_versions_code"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("code", "version", name=op.f("pk_versions")),
    )
    op.create_table(
        "edits",
        sa.Column("code", sa.String(length=8), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("document", sa.Text(), nullable=False),
        sa.Column("made_at", sa.String(length=32), nullable=False),
        sa.Column("made_by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["code"], ["drafts.code"], name=op.f("fk_edits_code"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("code", "number", name=op.f("pk_edits")),
    )
