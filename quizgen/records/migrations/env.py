"""Runs the migrations on the connection that `quizgen.records.schema` hands over, inside its transaction."""

from alembic import context

from quizgen.records.schema import VERSION_TABLE
from quizgen.records.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    version_table=VERSION_TABLE,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
