"""Buddies and matching: availability, plans, care"""

import sqlalchemy as sa
from alembic import op

STILL_ASKED = sa.text("state IN ('sent', 'agreed')")
STILL_ASKED_BEFORE = sa.text("state = 'sent'")
UNIQUE = ("uq_proposal_waiting", "proposal", ["request_id"])

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('match_plan',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('state', sa.String(length=20), nullable=False),
    sa.Column('made_by', sa.String(length=60), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('applied_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('weights', sa.JSON(none_as_null=True), nullable=False),
    sa.Column('asked', sa.Integer(), nullable=False),
    sa.Column('served', sa.Integer(), nullable=False),
    sa.Column('input', sa.LargeBinary(), nullable=True),
    sa.Column('result', sa.LargeBinary(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_match_plan'))
    )
    with op.batch_alter_table('match_plan', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_match_plan_made_at'), ['made_at'], unique=False)

    op.create_table('availability_exception',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('buddy_id', sa.Integer(), nullable=False),
    sa.Column('first_day', sa.Date(), nullable=False),
    sa.Column('last_day', sa.Date(), nullable=False),
    sa.Column('from_minute', sa.Integer(), nullable=True),
    sa.Column('to_minute', sa.Integer(), nullable=True),
    sa.Column('available', sa.Boolean(), nullable=False),
    sa.CheckConstraint('(from_minute IS NULL AND to_minute IS NULL) OR (from_minute >= 0 AND to_minute <= 1440 AND from_minute < to_minute)', name=op.f('ck_availability_exception_within_a_day')),
    sa.CheckConstraint('last_day >= first_day', name=op.f('ck_availability_exception_last_after_first')),
    sa.ForeignKeyConstraint(['buddy_id'], ['buddy.id'], name=op.f('fk_availability_exception_buddy_id_buddy'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_availability_exception'))
    )
    with op.batch_alter_table('availability_exception', schema=None) as batch_op:
        batch_op.create_index('ix_availability_exception_buddy_last_day', ['buddy_id', 'last_day'], unique=False)

    op.create_table('buddy_attendance',
    sa.Column('buddy_id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=40), nullable=False),
    sa.Column('met_on', sa.Date(), nullable=False),
    sa.ForeignKeyConstraint(['buddy_id'], ['buddy.id'], name=op.f('fk_buddy_attendance_buddy_id_buddy'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('buddy_id', 'kind', 'met_on', name=op.f('pk_buddy_attendance'))
    )
    op.create_table('busy_time',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('buddy_id', sa.Integer(), nullable=False),
    sa.Column('starts_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ends_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('ends_at > starts_at', name=op.f('ck_busy_time_ends_after_start')),
    sa.ForeignKeyConstraint(['buddy_id'], ['buddy.id'], name=op.f('fk_busy_time_buddy_id_buddy'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_busy_time'))
    )
    with op.batch_alter_table('busy_time', schema=None) as batch_op:
        batch_op.create_index('ix_busy_time_buddy_ends_at', ['buddy_id', 'ends_at'], unique=False)

    op.create_table('pair_wish',
    sa.Column('request_id', sa.Integer(), nullable=False),
    sa.Column('buddy_id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('said_by', sa.String(length=10), nullable=False),
    sa.Column('said_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['buddy_id'], ['buddy.id'], name=op.f('fk_pair_wish_buddy_id_buddy'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['request_id'], ['request.id'], name=op.f('fk_pair_wish_request_id_request'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('request_id', 'buddy_id', name=op.f('pk_pair_wish'))
    )
    with op.batch_alter_table('pair_wish', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_pair_wish_buddy_id'), ['buddy_id'], unique=False)

    op.create_table('prepared_proposal',
    sa.Column('request_id', sa.Integer(), nullable=False),
    sa.Column('buddy_id', sa.Integer(), nullable=False),
    sa.Column('plan_id', sa.Integer(), nullable=True),
    sa.Column('score', sa.Integer(), nullable=False),
    sa.Column('reasons', sa.JSON(none_as_null=True), nullable=False),
    sa.Column('prepared_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['buddy_id'], ['buddy.id'], name=op.f('fk_prepared_proposal_buddy_id_buddy'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['plan_id'], ['match_plan.id'], name=op.f('fk_prepared_proposal_plan_id_match_plan'), ondelete='SET NULL'),
    sa.ForeignKeyConstraint(['request_id'], ['request.id'], name=op.f('fk_prepared_proposal_request_id_request'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('request_id', name=op.f('pk_prepared_proposal'))
    )
    with op.batch_alter_table('prepared_proposal', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_prepared_proposal_buddy_id'), ['buddy_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_prepared_proposal_plan_id'), ['plan_id'], unique=False)

    op.create_table('appointment',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('match_id', sa.Integer(), nullable=False),
    sa.Column('buddy_id', sa.Integer(), nullable=False),
    sa.Column('request_id', sa.Integer(), nullable=False),
    sa.Column('state', sa.String(length=20), nullable=False),
    sa.Column('starts_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('ends_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('contact_mode', sa.String(length=20), nullable=False),
    sa.Column('revision', sa.Integer(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('changed_at', sa.DateTime(timezone=True), nullable=False),
    sa.CheckConstraint('ends_at > starts_at', name=op.f('ck_appointment_ends_after_start')),
    sa.ForeignKeyConstraint(['buddy_id'], ['buddy.id'], name=op.f('fk_appointment_buddy_id_buddy')),
    sa.ForeignKeyConstraint(['match_id'], ['match.id'], name=op.f('fk_appointment_match_id_match')),
    sa.ForeignKeyConstraint(['request_id'], ['request.id'], name=op.f('fk_appointment_request_id_request')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_appointment'))
    )
    with op.batch_alter_table('appointment', schema=None) as batch_op:
        batch_op.create_index('ix_appointment_buddy_starts_at', ['buddy_id', 'starts_at'], unique=False)
        batch_op.create_index(batch_op.f('ix_appointment_match_id'), ['match_id'], unique=False)
        batch_op.create_index(batch_op.f('ix_appointment_request_id'), ['request_id'], unique=False)

    op.create_table('check_in',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('match_id', sa.Integer(), nullable=False),
    sa.Column('moment', sa.String(length=40), nullable=False),
    sa.Column('who', sa.String(length=10), nullable=False),
    sa.Column('due_on', sa.Date(), nullable=False),
    sa.Column('asked_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('answered_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('answer', sa.String(length=40), nullable=True),
    sa.Column('remark', sa.LargeBinary(), nullable=True),
    sa.Column('taken_up_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['match_id'], ['match.id'], name=op.f('fk_check_in_match_id_match'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_check_in')),
    sa.UniqueConstraint('match_id', 'moment', name=op.f('uq_check_in_match_id_moment'))
    )
    with op.batch_alter_table('check_in', schema=None) as batch_op:
        batch_op.create_index('ix_check_in_due_on', ['due_on'], unique=False)

    op.create_table('helpfulness',
    sa.Column('match_id', sa.Integer(), nullable=False),
    sa.Column('at_end', sa.Boolean(), nullable=False),
    sa.Column('answers', sa.JSON(none_as_null=True), nullable=False),
    sa.Column('given_on', sa.Date(), nullable=False),
    sa.ForeignKeyConstraint(['match_id'], ['match.id'], name=op.f('fk_helpfulness_match_id_match'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('match_id', 'at_end', name=op.f('pk_helpfulness'))
    )
    op.create_table('taken_quarter',
    sa.Column('who', sa.String(length=24), nullable=False),
    sa.Column('quarter', sa.Integer(), nullable=False),
    sa.Column('appointment_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['appointment_id'], ['appointment.id'], name=op.f('fk_taken_quarter_appointment_id_appointment'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('who', 'quarter', name=op.f('pk_taken_quarter'))
    )
    with op.batch_alter_table('taken_quarter', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_taken_quarter_appointment_id'), ['appointment_id'], unique=False)

    with op.batch_alter_table('buddy', schema=None) as batch_op:
        batch_op.add_column(sa.Column('age_bands', sa.JSON(none_as_null=True), server_default=sa.text("'[]'"), nullable=False))
        batch_op.add_column(sa.Column('municipalities', sa.JSON(none_as_null=True), server_default=sa.text("'[]'"), nullable=False))
        batch_op.add_column(sa.Column('certificate_reminded_on', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('paused_until', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('rest_until', sa.Date(), nullable=True))
        batch_op.add_column(sa.Column('notice_hours', sa.Integer(), server_default='24', nullable=False))
        batch_op.add_column(sa.Column('buffer_minutes', sa.Integer(), server_default='0', nullable=False))
        batch_op.add_column(sa.Column('weekly_most', sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column('in_school_holidays', sa.Boolean(), server_default=sa.true(), nullable=False))
        batch_op.add_column(sa.Column('calendar_url', sa.LargeBinary(), nullable=True))
        batch_op.add_column(sa.Column('calendar_read_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('calendar_error', sa.String(length=40), nullable=True))

    with op.batch_alter_table('match', schema=None) as batch_op:
        batch_op.add_column(sa.Column('heavy', sa.Boolean(), server_default=sa.false(), nullable=False))

    with op.batch_alter_table('proposal', schema=None) as batch_op:
        batch_op.add_column(sa.Column('reminded_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('agreed_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('declined_by', sa.String(length=10), nullable=True))
        batch_op.add_column(sa.Column('plan_id', sa.Integer(), nullable=True))
        batch_op.create_index(batch_op.f('ix_proposal_plan_id'), ['plan_id'], unique=False)
        batch_op.create_foreign_key(batch_op.f('fk_proposal_plan_id_match_plan'), 'match_plan', ['plan_id'], ['id'], ondelete='SET NULL')

    with op.batch_alter_table('request', schema=None) as batch_op:
        batch_op.add_column(sa.Column('urgency', sa.Integer(), server_default='0', nullable=False))
        batch_op.add_column(sa.Column('wanted_asked_at', sa.DateTime(timezone=True), nullable=True))
        batch_op.add_column(sa.Column('wanted_at', sa.DateTime(timezone=True), nullable=True))


    op.drop_index("uq_proposal_waiting", "proposal")
    op.create_index(*UNIQUE, unique=True, sqlite_where=STILL_ASKED, postgresql_where=STILL_ASKED)


def downgrade() -> None:
    op.drop_index("uq_proposal_waiting", "proposal")
    op.execute("UPDATE proposal SET state = 'sent' WHERE state = 'agreed'")
    op.create_index(*UNIQUE, unique=True, sqlite_where=STILL_ASKED_BEFORE, postgresql_where=STILL_ASKED_BEFORE)

    with op.batch_alter_table('request', schema=None) as batch_op:
        batch_op.drop_column('wanted_at')
        batch_op.drop_column('wanted_asked_at')
        batch_op.drop_column('urgency')

    with op.batch_alter_table('proposal', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_proposal_plan_id_match_plan'), type_='foreignkey')
        batch_op.drop_index(batch_op.f('ix_proposal_plan_id'))
        batch_op.drop_column('plan_id')
        batch_op.drop_column('declined_by')
        batch_op.drop_column('agreed_at')
        batch_op.drop_column('reminded_at')

    with op.batch_alter_table('match', schema=None) as batch_op:
        batch_op.drop_column('heavy')

    with op.batch_alter_table('buddy', schema=None) as batch_op:
        batch_op.drop_column('calendar_error')
        batch_op.drop_column('calendar_read_at')
        batch_op.drop_column('calendar_url')
        batch_op.drop_column('in_school_holidays')
        batch_op.drop_column('weekly_most')
        batch_op.drop_column('buffer_minutes')
        batch_op.drop_column('notice_hours')
        batch_op.drop_column('rest_until')
        batch_op.drop_column('paused_until')
        batch_op.drop_column('certificate_reminded_on')
        batch_op.drop_column('municipalities')
        batch_op.drop_column('age_bands')

    with op.batch_alter_table('taken_quarter', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_taken_quarter_appointment_id'))

    op.drop_table('taken_quarter')
    op.drop_table('helpfulness')
    with op.batch_alter_table('check_in', schema=None) as batch_op:
        batch_op.drop_index('ix_check_in_due_on')

    op.drop_table('check_in')
    with op.batch_alter_table('appointment', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_appointment_request_id'))
        batch_op.drop_index(batch_op.f('ix_appointment_match_id'))
        batch_op.drop_index('ix_appointment_buddy_starts_at')

    op.drop_table('appointment')
    with op.batch_alter_table('prepared_proposal', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_prepared_proposal_plan_id'))
        batch_op.drop_index(batch_op.f('ix_prepared_proposal_buddy_id'))

    op.drop_table('prepared_proposal')
    with op.batch_alter_table('pair_wish', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_pair_wish_buddy_id'))

    op.drop_table('pair_wish')
    with op.batch_alter_table('busy_time', schema=None) as batch_op:
        batch_op.drop_index('ix_busy_time_buddy_ends_at')

    op.drop_table('busy_time')
    op.drop_table('buddy_attendance')
    with op.batch_alter_table('availability_exception', schema=None) as batch_op:
        batch_op.drop_index('ix_availability_exception_buddy_last_day')

    op.drop_table('availability_exception')
    with op.batch_alter_table('match_plan', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_match_plan_made_at'))

    op.drop_table('match_plan')

