"""Alembic's entry: it runs on the connection that `kit.store.schema` hands over, in one transaction."""

from __future__ import annotations

from alembic import context

from kit.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
