"""Start"""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "attempt",
        sa.Column("subject", sa.LargeBinary(), nullable=False),
        sa.Column("window", sa.Integer(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("subject", "window", name=op.f("pk_attempt")),
    )
    op.create_table(
        "catalogue_entry",
        sa.Column("catalogue", sa.String(length=40), nullable=False),
        sa.Column("key", sa.String(length=80), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("label_nl", sa.String(length=200), nullable=False),
        sa.Column("label_en", sa.String(length=200), nullable=False),
        sa.Column("help_nl", sa.String(length=500), nullable=False),
        sa.Column("help_en", sa.String(length=500), nullable=False),
        sa.Column("data", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("standard", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("catalogue", "key", name=op.f("pk_catalogue_entry")),
    )
    op.create_table(
        "dirty_month",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("month", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_dirty_month")),
    )
    with op.batch_alter_table("dirty_month", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_dirty_month_month"), ["month"], unique=False)

    op.create_table(
        "import_batch",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("file_hash", sa.LargeBinary(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("imported_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_batch")),
    )
    op.create_table(
        "job_pulse",
        sa.Column("job", sa.String(length=40), nullable=False),
        sa.Column("paused_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ran_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("worked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("milliseconds", sa.Integer(), nullable=True),
        sa.Column("rows", sa.Integer(), nullable=True),
        sa.Column("error", sa.String(length=500), nullable=True),
        sa.Column("late_alarm_for", sa.String(length=60), nullable=True),
        sa.PrimaryKeyConstraint("job", name=op.f("pk_job_pulse")),
    )
    op.create_table(
        "job_run",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("job", sa.String(length=40), nullable=False),
        sa.Column("period", sa.String(length=60), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("not_before", sa.DateTime(timezone=True), nullable=False),
        sa.Column("fence", sa.Integer(), nullable=True),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("rows", sa.Integer(), nullable=True),
        sa.Column("error", sa.String(length=500), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job_run")),
        sa.UniqueConstraint("job", "period", name=op.f("uq_job_run_job_period")),
    )
    with op.batch_alter_table("job_run", schema=None) as batch_op:
        batch_op.create_index("ix_job_run_job_finished_at", ["job", "finished_at"], unique=False)
        batch_op.create_index("ix_job_run_state_not_before", ["state", "not_before"], unique=False)

    op.create_table(
        "journal_line",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("subject_kind", sa.String(length=40), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("actor", sa.String(length=40), nullable=False),
        sa.Column("facts", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("handled_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal_line")),
    )
    with op.batch_alter_table("journal_line", schema=None) as batch_op:
        batch_op.create_index("ix_journal_line_kind_at", ["kind", "at"], unique=False)
        batch_op.create_index(
            "ix_journal_line_not_handled",
            ["id"],
            unique=False,
            sqlite_where=sa.text("handled_at IS NULL"),
            postgresql_where=sa.text("handled_at IS NULL"),
        )
        batch_op.create_index("ix_journal_line_subject", ["subject_kind", "subject_id"], unique=False)

    op.create_table(
        "lease",
        sa.Column("name", sa.String(length=20), nullable=False),
        sa.Column("holder", sa.String(length=80), nullable=False),
        sa.Column("fence", sa.Integer(), nullable=False),
        sa.Column("held_until", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_lease")),
    )
    op.create_table(
        "letter",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dedupe_key", sa.String(length=120), nullable=False),
        sa.Column("message_id", sa.String(length=120), nullable=False),
        sa.Column("kind", sa.String(length=60), nullable=False),
        sa.Column("subject_kind", sa.String(length=40), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("recipient", sa.LargeBinary(), nullable=True),
        sa.Column("address", sa.LargeBinary(), nullable=True),
        sa.Column("title", sa.LargeBinary(), nullable=True),
        sa.Column("body", sa.LargeBinary(), nullable=True),
        sa.Column("calendar", sa.LargeBinary(), nullable=True),
        sa.Column("calendar_method", sa.String(length=10), nullable=True),
        sa.Column("language", sa.String(length=5), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("next_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("claimed_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_error", sa.String(length=300), nullable=True),
        sa.Column("written_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_letter")),
        sa.UniqueConstraint("dedupe_key", name=op.f("uq_letter_dedupe_key")),
        sa.UniqueConstraint("message_id", name=op.f("uq_letter_message_id")),
    )
    with op.batch_alter_table("letter", schema=None) as batch_op:
        batch_op.create_index("ix_letter_state_next_at", ["state", "next_at"], unique=False)
        batch_op.create_index("ix_letter_subject", ["subject_kind", "subject_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_letter_written_at"), ["written_at"], unique=False)

    op.create_table(
        "link",
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("purpose", sa.String(length=20), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_link")),
    )
    with op.batch_alter_table("link", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_link_expires_at"), ["expires_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_link_subject_id"), ["subject_id"], unique=False)

    op.create_table(
        "municipality",
        sa.Column("code", sa.String(length=10), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("latitude", sa.Double(), nullable=False),
        sa.Column("longitude", sa.Double(), nullable=False),
        sa.Column("holiday_region", sa.String(length=10), nullable=False),
        sa.Column("neighbours", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_municipality")),
    )
    op.create_table(
        "picture",
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("media_type", sa.String(length=40), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_picture")),
    )
    op.create_table(
        "published_cell",
        sa.Column("level", sa.String(length=40), nullable=False),
        sa.Column("period", sa.Integer(), nullable=False),
        sa.Column("group_code", sa.String(length=10), nullable=False),
        sa.Column("topic_code", sa.String(length=10), nullable=False),
        sa.Column("municipality_code", sa.String(length=10), nullable=False),
        sa.Column("value", sa.Integer(), nullable=True),
        sa.Column("threshold", sa.Integer(), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint(
            "level", "period", "group_code", "topic_code", "municipality_code", name=op.f("pk_published_cell")
        ),
    )
    op.create_table(
        "refresh",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("refreshed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("months", sa.Integer(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_refresh")),
    )
    with op.batch_alter_table("refresh", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_refresh_refreshed_at"), ["refreshed_at"], unique=False)

    op.create_table(
        "region",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("sector", sa.String(length=10), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_region")),
        sa.UniqueConstraint("key", name=op.f("uq_region_key")),
    )
    op.create_table(
        "rollup",
        sa.Column("month", sa.Integer(), nullable=False),
        sa.Column("topic", sa.String(length=10), nullable=False),
        sa.Column("municipality", sa.String(length=10), nullable=False),
        sa.Column("questions", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("month", "topic", "municipality", name=op.f("pk_rollup")),
    )
    op.create_table(
        "setting",
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column("value", sa.String(length=2000), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_setting")),
    )
    op.create_table(
        "topic",
        sa.Column("code", sa.String(length=10), nullable=False),
        sa.Column("parent_code", sa.String(length=10), nullable=True),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name_nl", sa.String(length=120), nullable=False),
        sa.Column("name_en", sa.String(length=120), nullable=False),
        sa.Column("sensitive", sa.Boolean(), nullable=False),
        sa.Column("favourite", sa.Boolean(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["parent_code"], ["topic.code"], name=op.f("fk_topic_parent_code_topic")),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_topic")),
    )
    with op.batch_alter_table("topic", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_topic_parent_code"), ["parent_code"], unique=False)

    op.create_table(
        "topic_state",
        sa.Column("month", sa.Integer(), nullable=False),
        sa.Column("topic", sa.String(length=10), nullable=False),
        sa.Column("state", sa.String(length=30), nullable=False),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("month", "topic", name=op.f("pk_topic_state")),
    )
    op.create_table(
        "automation_run",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("automation", sa.String(length=80), nullable=False),
        sa.Column("journal_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("error", sa.String(length=500), nullable=True),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ran_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["journal_id"],
            ["journal_line.id"],
            name=op.f("fk_automation_run_journal_id_journal_line"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_automation_run")),
        sa.UniqueConstraint("automation", "journal_id", name=op.f("uq_automation_run_automation_journal_id")),
    )
    with op.batch_alter_table("automation_run", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_automation_run_due_at"), ["due_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_automation_run_journal_id"), ["journal_id"], unique=False)

    op.create_table(
        "buddy",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("email", sa.LargeBinary(), nullable=False),
        sa.Column("email_index", sa.LargeBinary(), nullable=False),
        sa.Column("phone", sa.LargeBinary(), nullable=True),
        sa.Column("municipality_code", sa.String(length=10), nullable=False),
        sa.Column("travel_km", sa.Integer(), nullable=False),
        sa.Column("sectors", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("contact_modes", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("languages", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("style", sa.String(length=40), nullable=True),
        sa.Column("max_load", sa.Integer(), nullable=False),
        sa.Column("trained_on", sa.Date(), nullable=True),
        sa.Column("certificate_seen_on", sa.Date(), nullable=True),
        sa.Column("paused_since", sa.DateTime(timezone=True), nullable=True),
        sa.Column("stopped_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("max_load BETWEEN 0 AND 3", name=op.f("ck_buddy_load_at_most_three")),
        sa.ForeignKeyConstraint(
            ["municipality_code"], ["municipality.code"], name=op.f("fk_buddy_municipality_code_municipality")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_buddy")),
    )
    with op.batch_alter_table("buddy", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_buddy_municipality_code"), ["municipality_code"], unique=False)
        batch_op.create_index("uq_buddy_email_index", ["email_index"], unique=True)

    op.create_table(
        "imported_row",
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("fingerprint", sa.LargeBinary(), nullable=False),
        sa.Column("batch_id", sa.Integer(), nullable=False),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["batch_id"], ["import_batch.id"], name=op.f("fk_imported_row_batch_id_import_batch"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("kind", "fingerprint", name=op.f("pk_imported_row")),
    )
    with op.batch_alter_table("imported_row", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_imported_row_batch_id"), ["batch_id"], unique=False)

    op.create_table(
        "place_name",
        sa.Column("place", sa.String(length=80), nullable=False),
        sa.Column("municipality_code", sa.String(length=10), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_code"], ["municipality.code"], name=op.f("fk_place_name_municipality_code_municipality")
        ),
        sa.PrimaryKeyConstraint("place", name=op.f("pk_place_name")),
    )
    with op.batch_alter_table("place_name", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_place_name_municipality_code"), ["municipality_code"], unique=False)

    op.create_table(
        "question",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("asked_on", sa.Date(), nullable=False),
        sa.Column("month", sa.Integer(), nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False),
        sa.Column("asker", sa.String(length=20), nullable=True),
        sa.Column("sector", sa.String(length=20), nullable=True),
        sa.Column("age_band", sa.String(length=20), nullable=True),
        sa.Column("municipality_code", sa.String(length=10), nullable=True),
        sa.Column("phase", sa.String(length=20), nullable=True),
        sa.Column("how_found", sa.String(length=30), nullable=True),
        sa.Column("done", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("referred_to", sa.String(length=30), nullable=True),
        sa.Column("minutes", sa.Integer(), nullable=True),
        sa.Column("language", sa.String(length=5), nullable=True),
        sa.Column("closed", sa.Boolean(), nullable=False),
        sa.Column("registered_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_code"], ["municipality.code"], name=op.f("fk_question_municipality_code_municipality")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_question")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("question", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_question_asked_on"), ["asked_on"], unique=False)
        batch_op.create_index("ix_question_month_municipality", ["month", "municipality_code"], unique=False)
        batch_op.create_index(batch_op.f("ix_question_municipality_code"), ["municipality_code"], unique=False)

    op.create_table(
        "region_municipality",
        sa.Column("region_id", sa.Integer(), nullable=False),
        sa.Column("municipality_code", sa.String(length=10), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_code"],
            ["municipality.code"],
            name=op.f("fk_region_municipality_municipality_code_municipality"),
        ),
        sa.ForeignKeyConstraint(
            ["region_id"], ["region.id"], name=op.f("fk_region_municipality_region_id_region"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("region_id", "municipality_code", name=op.f("pk_region_municipality")),
    )
    op.create_table(
        "request",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=True),
        sa.Column("email", sa.LargeBinary(), nullable=True),
        sa.Column("phone", sa.LargeBinary(), nullable=True),
        sa.Column("contact_index", sa.LargeBinary(), nullable=True),
        sa.Column("municipality_code", sa.String(length=10), nullable=False),
        sa.Column("sector", sa.String(length=20), nullable=True),
        sa.Column("age_band", sa.String(length=20), nullable=True),
        sa.Column("contact_modes", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("moments", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("languages", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("style", sa.String(length=40), nullable=True),
        sa.Column("avoid_own_municipality", sa.Boolean(), nullable=False),
        sa.Column("language", sa.String(length=5), nullable=False),
        sa.Column("consent_text", sa.String(length=40), nullable=False),
        sa.Column("consented_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_code"], ["municipality.code"], name=op.f("fk_request_municipality_code_municipality")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_request")),
    )
    with op.batch_alter_table("request", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_request_contact_index"), ["contact_index"], unique=False)
        batch_op.create_index(batch_op.f("ix_request_municipality_code"), ["municipality_code"], unique=False)
        batch_op.create_index("ix_request_state_created_at", ["state", "created_at"], unique=False)

    op.create_table(
        "topic_neighbour",
        sa.Column("topic_code", sa.String(length=10), nullable=False),
        sa.Column("neighbour_code", sa.String(length=10), nullable=False),
        sa.ForeignKeyConstraint(
            ["neighbour_code"], ["topic.code"], name=op.f("fk_topic_neighbour_neighbour_code_topic"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["topic_code"], ["topic.code"], name=op.f("fk_topic_neighbour_topic_code_topic"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("topic_code", "neighbour_code", name=op.f("pk_topic_neighbour")),
    )
    op.create_table(
        "venue",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=120), nullable=False),
        sa.Column("address", sa.String(length=200), nullable=False),
        sa.Column("municipality_code", sa.String(length=10), nullable=False),
        sa.Column("access", sa.String(length=500), nullable=False),
        sa.ForeignKeyConstraint(
            ["municipality_code"], ["municipality.code"], name=op.f("fk_venue_municipality_code_municipality")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_venue")),
    )
    with op.batch_alter_table("venue", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_venue_municipality_code"), ["municipality_code"], unique=False)

    op.create_table(
        "account",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=False),
        sa.Column("email", sa.LargeBinary(), nullable=False),
        sa.Column("email_index", sa.LargeBinary(), nullable=False),
        sa.Column("password_hash", sa.String(length=200), nullable=False),
        sa.Column("roles", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("buddy_id", sa.Integer(), nullable=True),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["buddy_id"], ["buddy.id"], name=op.f("fk_account_buddy_id_buddy"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_account")),
    )
    with op.batch_alter_table("account", schema=None) as batch_op:
        batch_op.create_index(
            "uq_account_buddy",
            ["buddy_id"],
            unique=True,
            sqlite_where=sa.text("buddy_id IS NOT NULL"),
            postgresql_where=sa.text("buddy_id IS NOT NULL"),
        )
        batch_op.create_index("uq_account_email_index", ["email_index"], unique=True)

    op.create_table(
        "availability",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("buddy_id", sa.Integer(), nullable=False),
        sa.Column("weekday", sa.Integer(), nullable=False),
        sa.Column("from_minute", sa.Integer(), nullable=False),
        sa.Column("to_minute", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "from_minute >= 0 AND to_minute <= 1440 AND from_minute < to_minute",
            name=op.f("ck_availability_within_a_day"),
        ),
        sa.CheckConstraint("weekday BETWEEN 0 AND 6", name=op.f("ck_availability_day_of_the_week")),
        sa.ForeignKeyConstraint(
            ["buddy_id"], ["buddy.id"], name=op.f("fk_availability_buddy_id_buddy"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_availability")),
    )
    with op.batch_alter_table("availability", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_availability_buddy_id"), ["buddy_id"], unique=False)

    op.create_table(
        "buddy_topic",
        sa.Column("buddy_id", sa.Integer(), nullable=False),
        sa.Column("topic_code", sa.String(length=10), nullable=False),
        sa.Column("phase", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(
            ["buddy_id"], ["buddy.id"], name=op.f("fk_buddy_topic_buddy_id_buddy"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["topic_code"], ["topic.code"], name=op.f("fk_buddy_topic_topic_code_topic")),
        sa.PrimaryKeyConstraint("buddy_id", "topic_code", name=op.f("pk_buddy_topic")),
    )
    op.create_table(
        "event",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uid", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("title", sa.String(length=120), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("venue_id", sa.Integer(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seats", sa.Integer(), nullable=False),
        sa.Column("seats_taken", sa.Integer(), nullable=False),
        sa.Column("parties_waiting", sa.Integer(), nullable=False),
        sa.Column("last_number", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("head_count", sa.Integer(), nullable=True),
        sa.Column("answers", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("ends_at > starts_at", name=op.f("ck_event_ends_after_start")),
        sa.CheckConstraint("seats >= 0", name=op.f("ck_event_seats_not_negative")),
        sa.CheckConstraint("seats_taken >= 0", name=op.f("ck_event_taken_not_negative")),
        sa.ForeignKeyConstraint(["venue_id"], ["venue.id"], name=op.f("fk_event_venue_id_venue")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
        sa.UniqueConstraint("uid", name=op.f("uq_event_uid")),
    )
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_event_starts_at"), ["starts_at"], unique=False)
        batch_op.create_index("ix_event_state_starts_at", ["state", "starts_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_event_venue_id"), ["venue_id"], unique=False)

    op.create_table(
        "proposal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("request_id", sa.Integer(), nullable=False),
        sa.Column("buddy_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("score", sa.Integer(), nullable=False),
        sa.Column("reasons", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("answer_by", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decline_reason", sa.String(length=40), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["buddy_id"], ["buddy.id"], name=op.f("fk_proposal_buddy_id_buddy")),
        sa.ForeignKeyConstraint(["request_id"], ["request.id"], name=op.f("fk_proposal_request_id_request")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_proposal")),
    )
    with op.batch_alter_table("proposal", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_proposal_answer_by"), ["answer_by"], unique=False)
        batch_op.create_index("ix_proposal_buddy_state", ["buddy_id", "state"], unique=False)
        batch_op.create_index(batch_op.f("ix_proposal_request_id"), ["request_id"], unique=False)
        batch_op.create_index(
            "uq_proposal_waiting",
            ["request_id"],
            unique=True,
            sqlite_where=sa.text("state = 'sent'"),
            postgresql_where=sa.text("state = 'sent'"),
        )

    op.create_table(
        "question_topic",
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column("topic_code", sa.String(length=10), nullable=False),
        sa.ForeignKeyConstraint(
            ["question_id"], ["question.id"], name=op.f("fk_question_topic_question_id_question"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["topic_code"], ["topic.code"], name=op.f("fk_question_topic_topic_code_topic")),
        sa.PrimaryKeyConstraint("question_id", "topic_code", name=op.f("pk_question_topic")),
    )
    with op.batch_alter_table("question_topic", schema=None) as batch_op:
        batch_op.create_index("ix_question_topic_topic_question", ["topic_code", "question_id"], unique=False)

    op.create_table(
        "request_topic",
        sa.Column("request_id", sa.Integer(), nullable=False),
        sa.Column("topic_code", sa.String(length=10), nullable=False),
        sa.ForeignKeyConstraint(
            ["request_id"], ["request.id"], name=op.f("fk_request_topic_request_id_request"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["topic_code"], ["topic.code"], name=op.f("fk_request_topic_topic_code_topic")),
        sa.PrimaryKeyConstraint("request_id", "topic_code", name=op.f("pk_request_topic")),
    )
    op.create_table(
        "event_topic",
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("topic_code", sa.String(length=10), nullable=False),
        sa.ForeignKeyConstraint(
            ["event_id"], ["event.id"], name=op.f("fk_event_topic_event_id_event"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["topic_code"], ["topic.code"], name=op.f("fk_event_topic_topic_code_topic")),
        sa.PrimaryKeyConstraint("event_id", "topic_code", name=op.f("pk_event_topic")),
    )
    op.create_table(
        "match",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("proposal_id", sa.Integer(), nullable=False),
        sa.Column("request_id", sa.Integer(), nullable=False),
        sa.Column("buddy_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("first_contact_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_contact_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("help_asked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("contacts", sa.Integer(), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("end_reason", sa.String(length=40), nullable=True),
        sa.ForeignKeyConstraint(["buddy_id"], ["buddy.id"], name=op.f("fk_match_buddy_id_buddy")),
        sa.ForeignKeyConstraint(["proposal_id"], ["proposal.id"], name=op.f("fk_match_proposal_id_proposal")),
        sa.ForeignKeyConstraint(["request_id"], ["request.id"], name=op.f("fk_match_request_id_request")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_match")),
        sa.UniqueConstraint("proposal_id", name=op.f("uq_match_proposal_id")),
    )
    with op.batch_alter_table("match", schema=None) as batch_op:
        batch_op.create_index("ix_match_buddy_state", ["buddy_id", "state"], unique=False)
        batch_op.create_index(
            "uq_match_running",
            ["request_id"],
            unique=True,
            sqlite_where=sa.text("state = 'running'"),
            postgresql_where=sa.text("state = 'running'"),
        )

    op.create_table(
        "sign_up",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=20), nullable=False),
        sa.Column("party", sa.Integer(), nullable=False),
        sa.Column("name", sa.LargeBinary(), nullable=True),
        sa.Column("email", sa.LargeBinary(), nullable=True),
        sa.Column("phone", sa.LargeBinary(), nullable=True),
        sa.Column("contact_index", sa.LargeBinary(), nullable=True),
        sa.Column("language", sa.String(length=5), nullable=False),
        sa.Column("answers", sa.LargeBinary(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("party >= 1", name=op.f("ck_sign_up_party_of_one_or_more")),
        sa.ForeignKeyConstraint(["event_id"], ["event.id"], name=op.f("fk_sign_up_event_id_event")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sign_up")),
    )
    with op.batch_alter_table("sign_up", schema=None) as batch_op:
        batch_op.create_index("ix_sign_up_event_state_number", ["event_id", "state", "number"], unique=False)
        batch_op.create_index(
            "uq_sign_up_active_contact",
            ["event_id", "contact_index"],
            unique=True,
            sqlite_where=sa.text("state <> 'cancelled'"),
            postgresql_where=sa.text("state <> 'cancelled'"),
        )

    op.create_table(
        "signed_in",
        sa.Column("token_hash", sa.LargeBinary(), nullable=False),
        sa.Column("account_id", sa.Integer(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["account.id"], name=op.f("fk_signed_in_account_id_account"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_signed_in")),
    )
    with op.batch_alter_table("signed_in", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_signed_in_account_id"), ["account_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_signed_in_expires_at"), ["expires_at"], unique=False)

    op.execute(
        "INSERT INTO lease (name, holder, fence, held_until) VALUES ('clock', '', 0, '1970-01-01 00:00:00.000000')"
    )


def downgrade() -> None:
    with op.batch_alter_table("signed_in", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_signed_in_expires_at"))
        batch_op.drop_index(batch_op.f("ix_signed_in_account_id"))

    op.drop_table("signed_in")
    with op.batch_alter_table("sign_up", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_sign_up_active_contact",
            sqlite_where=sa.text("state <> 'cancelled'"),
            postgresql_where=sa.text("state <> 'cancelled'"),
        )
        batch_op.drop_index("ix_sign_up_event_state_number")

    op.drop_table("sign_up")
    with op.batch_alter_table("match", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_match_running", sqlite_where=sa.text("state = 'running'"), postgresql_where=sa.text("state = 'running'")
        )
        batch_op.drop_index("ix_match_buddy_state")

    op.drop_table("match")
    op.drop_table("event_topic")
    op.drop_table("request_topic")
    with op.batch_alter_table("question_topic", schema=None) as batch_op:
        batch_op.drop_index("ix_question_topic_topic_question")

    op.drop_table("question_topic")
    with op.batch_alter_table("proposal", schema=None) as batch_op:
        batch_op.drop_index(
            "uq_proposal_waiting", sqlite_where=sa.text("state = 'sent'"), postgresql_where=sa.text("state = 'sent'")
        )
        batch_op.drop_index(batch_op.f("ix_proposal_request_id"))
        batch_op.drop_index("ix_proposal_buddy_state")
        batch_op.drop_index(batch_op.f("ix_proposal_answer_by"))

    op.drop_table("proposal")
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_event_venue_id"))
        batch_op.drop_index("ix_event_state_starts_at")
        batch_op.drop_index(batch_op.f("ix_event_starts_at"))

    op.drop_table("event")
    op.drop_table("buddy_topic")
    with op.batch_alter_table("availability", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_availability_buddy_id"))

    op.drop_table("availability")
    with op.batch_alter_table("account", schema=None) as batch_op:
        batch_op.drop_index("uq_account_email_index")
        batch_op.drop_index(
            "uq_account_buddy",
            sqlite_where=sa.text("buddy_id IS NOT NULL"),
            postgresql_where=sa.text("buddy_id IS NOT NULL"),
        )

    op.drop_table("account")
    with op.batch_alter_table("venue", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_venue_municipality_code"))

    op.drop_table("venue")
    op.drop_table("topic_neighbour")
    with op.batch_alter_table("request", schema=None) as batch_op:
        batch_op.drop_index("ix_request_state_created_at")
        batch_op.drop_index(batch_op.f("ix_request_municipality_code"))
        batch_op.drop_index(batch_op.f("ix_request_contact_index"))

    op.drop_table("request")
    op.drop_table("region_municipality")
    with op.batch_alter_table("question", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_question_municipality_code"))
        batch_op.drop_index("ix_question_month_municipality")
        batch_op.drop_index(batch_op.f("ix_question_asked_on"))

    op.drop_table("question")
    with op.batch_alter_table("place_name", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_place_name_municipality_code"))

    op.drop_table("place_name")
    with op.batch_alter_table("imported_row", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_imported_row_batch_id"))

    op.drop_table("imported_row")
    with op.batch_alter_table("buddy", schema=None) as batch_op:
        batch_op.drop_index("uq_buddy_email_index")
        batch_op.drop_index(batch_op.f("ix_buddy_municipality_code"))

    op.drop_table("buddy")
    with op.batch_alter_table("automation_run", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_automation_run_journal_id"))
        batch_op.drop_index(batch_op.f("ix_automation_run_due_at"))

    op.drop_table("automation_run")
    op.drop_table("topic_state")
    with op.batch_alter_table("topic", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_topic_parent_code"))

    op.drop_table("topic")
    op.drop_table("setting")
    op.drop_table("rollup")
    op.drop_table("region")
    with op.batch_alter_table("refresh", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_refresh_refreshed_at"))

    op.drop_table("refresh")
    op.drop_table("published_cell")
    op.drop_table("picture")
    op.drop_table("municipality")
    with op.batch_alter_table("link", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_link_subject_id"))
        batch_op.drop_index(batch_op.f("ix_link_expires_at"))

    op.drop_table("link")
    with op.batch_alter_table("letter", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_letter_written_at"))
        batch_op.drop_index("ix_letter_subject")
        batch_op.drop_index("ix_letter_state_next_at")

    op.drop_table("letter")
    op.drop_table("lease")
    with op.batch_alter_table("journal_line", schema=None) as batch_op:
        batch_op.drop_index("ix_journal_line_subject")
        batch_op.drop_index(
            "ix_journal_line_not_handled",
            sqlite_where=sa.text("handled_at IS NULL"),
            postgresql_where=sa.text("handled_at IS NULL"),
        )
        batch_op.drop_index("ix_journal_line_kind_at")

    op.drop_table("journal_line")
    with op.batch_alter_table("job_run", schema=None) as batch_op:
        batch_op.drop_index("ix_job_run_state_not_before")
        batch_op.drop_index("ix_job_run_job_finished_at")

    op.drop_table("job_run")
    op.drop_table("job_pulse")
    op.drop_table("import_batch")
    with op.batch_alter_table("dirty_month", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_dirty_month_month"))

    op.drop_table("dirty_month")
    op.drop_table("catalogue_entry")
    op.drop_table("attempt")
