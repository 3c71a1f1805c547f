"""The signs for help and the notes of rows that were refused."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    for name, kind in (
        ("code", sa.String(length=8)),
        ("version", sa.Integer()),
        ("day", sa.String(length=10)),
        ("said_on", sa.Text()),
        ("slot", sa.Integer()),
        ("help_sign", sa.Text()),
        ("note", sa.Text()),
    ):
        op.add_column("diary_rejects", sa.Column(name, kind, nullable=True))
    op.create_index(op.f("ix_diary_rejects_code"), "diary_rejects", ["code"], unique=False)
