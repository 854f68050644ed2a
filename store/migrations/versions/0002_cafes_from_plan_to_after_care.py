"""Cafes from plan to after-care"""

import sqlalchemy as sa
from alembic import op

ACTIVE = sa.text("state NOT IN ('cancelled', 'declined', 'lapsed', 'refused')")
ACTIVE_BEFORE = sa.text("state <> 'cancelled'")
UNIQUE = ("uq_sign_up_active_contact", "sign_up", ["event_id", "contact_index"])

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "closure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("last_day", sa.Date(), nullable=False),
        sa.CheckConstraint("last_day >= first_day", name=op.f("ck_closure_last_after_first")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_closure")),
    )
    with op.batch_alter_table("closure", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_closure_first_day"), ["first_day"], unique=False)

    op.create_table(
        "feed",
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("subject", sa.String(length=40), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_feed")),
    )
    with op.batch_alter_table("feed", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_feed_subject"), ["subject"], unique=False)

    op.create_table(
        "series",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rule", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("skips_holidays", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_series")),
    )
    op.create_table(
        "event_host",
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("buddy_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["buddy_id"], ["buddy.id"], name=op.f("fk_event_host_buddy_id_buddy")),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_event_host_event_id_event"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("event_id", "buddy_id", name=op.f("pk_event_host")),
    )
    with op.batch_alter_table("event_host", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_event_host_buddy_id"), ["buddy_id"], unique=False)

    op.create_table(
        "feedback",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("helped", sa.Integer(), nullable=False),
        sa.Column("remark", sa.LargeBinary(), nullable=True),
        sa.Column("given_on", sa.Date(), nullable=False),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_feedback_event_id_event")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_feedback")),
    )
    with op.batch_alter_table("feedback", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_feedback_event_id"), ["event_id"], unique=False)

    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.add_column(sa.Column("mode", sa.String(length=20), server_default="direct", nullable=False))
        batch_op.add_column(sa.Column("queue", sa.String(length=20), server_default="strict", nullable=False))
        batch_op.add_column(sa.Column("series_id", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("series_date", sa.Date(), nullable=True))
        batch_op.add_column(sa.Column("reason", sa.String(length=300), server_default="", nullable=False))
        batch_op.add_column(sa.Column("offer_hours", sa.Integer(), server_default="24", nullable=False))
        batch_op.add_column(sa.Column("last_hours", sa.Integer(), server_default="12", nullable=False))
        batch_op.add_column(sa.Column("online_url", sa.String(length=500), server_default="", nullable=False))
        batch_op.add_column(sa.Column("online_seats", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("online_taken", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("online_waiting", sa.Integer(), server_default="0", nullable=False))
        batch_op.create_check_constraint(op.f("ck_event_online_taken_not_negative"), "online_taken >= 0")
        batch_op.create_index(batch_op.f("ix_event_series_id"), ["series_id"], unique=False)
        batch_op.create_unique_constraint(batch_op.f("uq_event_series_id_series_date"), ["series_id", "series_date"])
        batch_op.create_foreign_key(batch_op.f("fk_event_series_id_series"), "series", ["series_id"], ["id"])

    op.drop_index("uq_sign_up_active_contact", "sign_up")
    with op.batch_alter_table("sign_up", schema=None) as batch_op:
        batch_op.add_column(sa.Column("way", sa.String(length=20), server_default="here", nullable=False))
        batch_op.add_column(sa.Column("undo_state", sa.String(length=20), nullable=True))
        batch_op.add_column(sa.Column("access_needs", sa.LargeBinary(), nullable=True))
        batch_op.add_column(sa.Column("maybe", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch_op.add_column(sa.Column("offered_until", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("told_at", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("held", sa.Integer(), server_default="0", nullable=False))
        batch_op.add_column(sa.Column("undo_until", sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column("mark_key", sa.String(length=36), nullable=True))
        batch_op.create_index("ix_sign_up_offered_until", ["offered_until"], unique=False)
        batch_op.create_index("ix_sign_up_undo_until", ["undo_until"], unique=False)
        batch_op.create_unique_constraint(batch_op.f("uq_sign_up_mark_key"), ["mark_key"])
    op.create_index(*UNIQUE, unique=True, sqlite_where=ACTIVE, postgresql_where=ACTIVE)


def downgrade() -> None:
    op.drop_index("uq_sign_up_active_contact", "sign_up")
    with op.batch_alter_table("sign_up", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("uq_sign_up_mark_key"), type_="unique")
        batch_op.drop_index("ix_sign_up_undo_until")
        batch_op.drop_index("ix_sign_up_offered_until")
        batch_op.drop_column("mark_key")
        batch_op.drop_column("undo_until")
        batch_op.drop_column("held")
        batch_op.drop_column("told_at")
        batch_op.drop_column("offered_until")
        batch_op.drop_column("maybe")
        batch_op.drop_column("access_needs")
        batch_op.drop_column("undo_state")
        batch_op.drop_column("way")
    op.create_index(*UNIQUE, unique=True, sqlite_where=ACTIVE_BEFORE, postgresql_where=ACTIVE_BEFORE)

    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f("fk_event_series_id_series"), type_="foreignkey")
        batch_op.drop_constraint(batch_op.f("uq_event_series_id_series_date"), type_="unique")
        batch_op.drop_index(batch_op.f("ix_event_series_id"))
        batch_op.drop_constraint(op.f("ck_event_online_taken_not_negative"), type_="check")
        batch_op.drop_column("online_waiting")
        batch_op.drop_column("online_taken")
        batch_op.drop_column("online_seats")
        batch_op.drop_column("online_url")
        batch_op.drop_column("last_hours")
        batch_op.drop_column("offer_hours")
        batch_op.drop_column("reason")
        batch_op.drop_column("series_date")
        batch_op.drop_column("series_id")
        batch_op.drop_column("queue")
        batch_op.drop_column("mode")

    with op.batch_alter_table("feedback", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_feedback_event_id"))

    op.drop_table("feedback")
    with op.batch_alter_table("event_host", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_event_host_buddy_id"))

    op.drop_table("event_host")
    op.drop_table("series")
    with op.batch_alter_table("feed", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_feed_subject"))

    op.drop_table("feed")
    with op.batch_alter_table("closure", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_closure_first_day"))

    op.drop_table("closure")
