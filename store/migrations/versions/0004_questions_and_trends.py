"""Questions and trends: what was done as rows, notes, counts per place, releases, signals, improvements, reports"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

DONE_ROWS = {
    "sqlite": "SELECT question.id, one.value, min(one.key) FROM question, json_each(question.done) AS one"
    " GROUP BY question.id, one.value",
    "postgresql": "SELECT question.id, one.value, min(one.place) - 1 FROM question,"
    " json_array_elements_text(question.done) WITH ORDINALITY AS one(value, place) GROUP BY question.id, one.value",
}
DONE_LISTS = {
    "sqlite": "json_group_array(done)",
    "postgresql": "json_agg(done ORDER BY position)",
}
CELL = "level, period, group_code, topic_code, municipality_code"


def upgrade() -> None:
    op.create_table('breakdown',
    sa.Column('dimension', sa.String(length=20), nullable=False),
    sa.Column('month', sa.Integer(), nullable=False),
    sa.Column('topic', sa.String(length=10), nullable=False),
    sa.Column('value', sa.String(length=30), nullable=False),
    sa.Column('questions', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('dimension', 'month', 'topic', 'value', name=op.f('pk_breakdown')),
    sqlite_with_rowid=False
    )
    op.create_table('dirty_cell',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('month', sa.Integer(), nullable=False),
    sa.Column('municipality', sa.String(length=10), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_dirty_cell'))
    )
    op.create_table('improvement',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('title', sa.String(length=120), nullable=False),
    sa.Column('what', sa.String(length=2000), nullable=False),
    sa.Column('who', sa.String(length=120), nullable=False),
    sa.Column('starts_on', sa.Date(), nullable=False),
    sa.Column('ends_on', sa.Date(), nullable=True),
    sa.Column('state', sa.String(length=20), nullable=False),
    sa.Column('came_of_it', sa.String(length=2000), nullable=False),
    sa.Column('told_title', sa.String(length=120), nullable=False),
    sa.Column('told', sa.String(length=2000), nullable=False),
    sa.Column('told_title_en', sa.String(length=120), nullable=False),
    sa.Column('told_en', sa.String(length=2000), nullable=False),
    sa.Column('told_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('made_by', sa.String(length=60), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('changed_at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_improvement'))
    )
    with op.batch_alter_table('improvement', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_improvement_state'), ['state'], unique=False)

    op.create_table('marker',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('name', sa.String(length=120), nullable=False),
    sa.Column('starts_on', sa.Date(), nullable=False),
    sa.Column('ends_on', sa.Date(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_marker'))
    )
    op.create_table('region_map',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(length=120), nullable=False),
    sa.Column('source', sa.String(length=300), nullable=False),
    sa.Column('shapes', sa.JSON(none_as_null=True), nullable=False),
    sa.Column('uploaded_at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_region_map'))
    )
    op.create_table('release',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('released_at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_release'))
    )
    op.create_table('report',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('period', sa.Integer(), nullable=False),
    sa.Column('edition', sa.Integer(), nullable=False),
    sa.Column('state', sa.String(length=20), nullable=False),
    sa.Column('opening', sa.Text(), nullable=False),
    sa.Column('closing', sa.Text(), nullable=False),
    sa.Column('facts', sa.JSON(none_as_null=True), nullable=False),
    sa.Column('pdf', sa.LargeBinary(), nullable=True),
    sa.Column('docx', sa.LargeBinary(), nullable=True),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('approved_by', sa.String(length=60), nullable=True),
    sa.Column('approved_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('sent_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('readers', sa.LargeBinary(), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_report')),
    sa.UniqueConstraint('kind', 'period', 'edition', name=op.f('uq_report_kind_period_edition'))
    )
    with op.batch_alter_table('report', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_report_state'), ['state'], unique=False)

    op.create_table('topic_test',
    sa.Column('month', sa.Integer(), nullable=False),
    sa.Column('topic', sa.String(length=10), nullable=False),
    sa.Column('observed', sa.Integer(), nullable=False),
    sa.Column('expected', sa.Double(), nullable=False),
    sa.Column('low', sa.Double(), nullable=False),
    sa.Column('high', sa.Double(), nullable=False),
    sa.Column('p', sa.Double(), nullable=False),
    sa.Column('q', sa.Double(), nullable=False),
    sa.Column('ratio', sa.Double(), nullable=False),
    sa.Column('ratio_low', sa.Double(), nullable=False),
    sa.Column('ratio_high', sa.Double(), nullable=False),
    sa.Column('state', sa.String(length=30), nullable=False),
    sa.Column('threshold', sa.Double(), nullable=True),
    sa.Column('alarm', sa.Boolean(), nullable=True),
    sa.Column('yearly', sa.Double(), nullable=True),
    sa.Column('yearly_low', sa.Double(), nullable=True),
    sa.Column('yearly_high', sa.Double(), nullable=True),
    sa.Column('ahead', sa.JSON(none_as_null=True), nullable=False),
    sa.Column('held', sa.Integer(), nullable=False),
    sa.Column('tried', sa.Integer(), nullable=False),
    sa.Column('levels', sa.JSON(none_as_null=True), nullable=False),
    sa.Column('bursts', sa.JSON(none_as_null=True), nullable=False),
    sa.Column('tested_at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('month', 'topic', name=op.f('pk_topic_test'))
    )
    op.create_table('improvement_topic',
    sa.Column('improvement_id', sa.Integer(), nullable=False),
    sa.Column('topic_code', sa.String(length=10), nullable=False),
    sa.ForeignKeyConstraint(['improvement_id'], ['improvement.id'], name=op.f('fk_improvement_topic_improvement_id_improvement'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['topic_code'], ['topic.code'], name=op.f('fk_improvement_topic_topic_code_topic')),
    sa.PrimaryKeyConstraint('improvement_id', 'topic_code', name=op.f('pk_improvement_topic'))
    )
    op.create_table('pupils',
    sa.Column('school_year', sa.Integer(), nullable=False),
    sa.Column('municipality_code', sa.String(length=10), nullable=False),
    sa.Column('pupils', sa.Integer(), nullable=False),
    sa.Column('source', sa.String(length=200), nullable=False),
    sa.ForeignKeyConstraint(['municipality_code'], ['municipality.code'], name=op.f('fk_pupils_municipality_code_municipality'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('school_year', 'municipality_code', name=op.f('pk_pupils'))
    )
    op.create_table('signal',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('topic_code', sa.String(length=10), nullable=False),
    sa.Column('source', sa.String(length=20), nullable=False),
    sa.Column('direction', sa.String(length=20), nullable=False),
    sa.Column('first_month', sa.Integer(), nullable=False),
    sa.Column('last_month', sa.Integer(), nullable=False),
    sa.Column('words', sa.String(length=2000), nullable=False),
    sa.Column('evidence', sa.JSON(none_as_null=True), nullable=False),
    sa.Column('state', sa.String(length=20), nullable=False),
    sa.Column('said', sa.String(length=2000), nullable=False),
    sa.Column('made_by', sa.String(length=60), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('changed_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['topic_code'], ['topic.code'], name=op.f('fk_signal_topic_code_topic')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_signal'))
    )
    with op.batch_alter_table('signal', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_signal_state'), ['state'], unique=False)
        batch_op.create_index(batch_op.f('ix_signal_topic_code'), ['topic_code'], unique=False)

    op.create_table('improvement_signal',
    sa.Column('improvement_id', sa.Integer(), nullable=False),
    sa.Column('signal_id', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['improvement_id'], ['improvement.id'], name=op.f('fk_improvement_signal_improvement_id_improvement'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['signal_id'], ['signal.id'], name=op.f('fk_improvement_signal_signal_id_signal'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('improvement_id', 'signal_id', name=op.f('pk_improvement_signal'))
    )
    op.create_table('question_done',
    sa.Column('question_id', sa.Integer(), nullable=False),
    sa.Column('done', sa.String(length=30), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.ForeignKeyConstraint(['question_id'], ['question.id'], name=op.f('fk_question_done_question_id_question'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('question_id', 'done', name=op.f('pk_question_done'))
    )
    op.create_table('saved_view',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('account_id', sa.Integer(), nullable=False),
    sa.Column('name', sa.String(length=80), nullable=False),
    sa.Column('path', sa.String(length=80), nullable=False),
    sa.Column('query', sa.String(length=500), nullable=False),
    sa.Column('rhythm', sa.String(length=20), nullable=False),
    sa.Column('mailed_on', sa.Date(), nullable=True),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['account_id'], ['account.id'], name=op.f('fk_saved_view_account_id_account'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_saved_view')),
    sa.UniqueConstraint('account_id', 'name', name=op.f('uq_saved_view_account_id_name'))
    )
    _published_with_releases()
    _counts_by_place()
    _what_was_done()
    op.create_table('sent_form',
    sa.Column('token', sa.String(length=36), nullable=False),
    sa.Column('subject_id', sa.Integer(), nullable=False),
    sa.Column('sent_at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('token', name=op.f('pk_sent_form'))
    )
    op.create_index(op.f('ix_sent_form_sent_at'), 'sent_form', ['sent_at'], unique=False)
    op.add_column('question', sa.Column('revision', sa.Integer(), nullable=False, server_default='1'))
    op.add_column('question', sa.Column('note', sa.LargeBinary(), nullable=True))
    op.add_column('question', sa.Column('note_until', sa.Date(), nullable=True))
    op.create_index(op.f('ix_question_note_until'), 'question', ['note_until'], unique=False)
    op.add_column('refresh', sa.Column('milliseconds', sa.Integer(), nullable=False, server_default='0'))
    op.add_column('refresh', sa.Column('what', sa.String(length=20), nullable=False, server_default='counts'))
    op.drop_index(op.f('ix_refresh_refreshed_at'), 'refresh')
    op.create_index('ix_refresh_what_refreshed_at', 'refresh', ['what', 'refreshed_at'], unique=False)
    with op.batch_alter_table('topic', schema=None) as batch_op:
        batch_op.add_column(sa.Column('synonyms', sa.JSON(none_as_null=True), nullable=False, server_default='[]'))
        batch_op.add_column(sa.Column('successor_code', sa.String(length=10), nullable=True))
        batch_op.create_foreign_key(batch_op.f('fk_topic_successor_code_topic'), 'topic', ['successor_code'], ['code'])


def _published_with_releases() -> None:
    """What was published stays published, as the first release."""
    op.execute("INSERT INTO release (id, kind, released_at)"
               " SELECT 1, 'closing', max(published_at) FROM published_cell HAVING count(*) > 0")
    if op.get_bind().dialect.name == "postgresql":
        op.execute("SELECT setval(pg_get_serial_sequence('release', 'id'), max(id)) FROM release HAVING count(*) > 0")
    op.execute("CREATE TABLE published_before AS SELECT * FROM published_cell")
    op.drop_table('published_cell')
    op.create_table('published_cell',
    sa.Column('level', sa.String(length=40), nullable=False),
    sa.Column('period', sa.Integer(), nullable=False),
    sa.Column('group_code', sa.String(length=10), nullable=False),
    sa.Column('topic_code', sa.String(length=10), nullable=False),
    sa.Column('municipality_code', sa.String(length=10), nullable=False),
    sa.Column('aspect', sa.String(length=40), nullable=False),
    sa.Column('release_id', sa.Integer(), nullable=False),
    sa.Column('value', sa.Integer(), nullable=True),
    sa.Column('threshold', sa.Integer(), nullable=False),
    sa.Column('published_at', sa.DateTime(timezone=True), nullable=False),
    sa.ForeignKeyConstraint(['release_id'], ['release.id'], name=op.f('fk_published_cell_release_id_release')),
    sa.PrimaryKeyConstraint('level', 'period', 'group_code', 'topic_code', 'municipality_code', 'aspect', 'release_id',
                            name=op.f('pk_published_cell'))
    )
    op.execute(f"INSERT INTO published_cell ({CELL}, aspect, release_id, value, threshold, published_at)"
               f" SELECT {CELL}, '', 1, value, threshold, published_at FROM published_before")
    op.drop_table('published_before')


def _counts_by_place() -> None:
    """Counts are made from the register, so a new key only asks for counting again."""
    op.drop_table('rollup')
    op.create_table('rollup',
    sa.Column('municipality', sa.String(length=10), nullable=False),
    sa.Column('month', sa.Integer(), nullable=False),
    sa.Column('topic', sa.String(length=10), nullable=False),
    sa.Column('questions', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('municipality', 'month', 'topic', name=op.f('pk_rollup')),
    sqlite_with_rowid=False
    )
    op.create_index('ix_rollup_topic_month', 'rollup', ['topic', 'month', 'municipality', 'questions'], unique=False)
    op.execute("INSERT INTO dirty_cell (month, municipality)"
               " SELECT DISTINCT month, coalesce(municipality_code, '') FROM question")
    op.execute("DELETE FROM dirty_month")
    op.execute("INSERT INTO dirty_month (month) SELECT DISTINCT month FROM question")


def _what_was_done() -> None:
    """From a list in the question to a row each, so that the database can count them."""
    rows = DONE_ROWS[op.get_bind().dialect.name]
    op.execute(f"INSERT INTO question_done (question_id, done, position) {rows}")
    op.execute("ALTER TABLE question DROP COLUMN done")


def downgrade() -> None:
    with op.batch_alter_table('topic', schema=None) as batch_op:
        batch_op.drop_constraint(batch_op.f('fk_topic_successor_code_topic'), type_='foreignkey')
        batch_op.drop_column('successor_code')
        batch_op.drop_column('synonyms')
    op.drop_index('ix_refresh_what_refreshed_at', 'refresh')
    op.create_index(op.f('ix_refresh_refreshed_at'), 'refresh', ['refreshed_at'], unique=False)
    op.drop_column('refresh', 'what')
    op.drop_column('refresh', 'milliseconds')
    op.drop_index(op.f('ix_question_note_until'), 'question')
    op.drop_column('question', 'note_until')
    op.drop_column('question', 'note')
    op.drop_column('question', 'revision')
    op.drop_table('sent_form')
    op.add_column('question', sa.Column('done', sa.JSON(none_as_null=True), nullable=False, server_default='[]'))
    lists = DONE_LISTS[op.get_bind().dialect.name]
    op.execute(f"UPDATE question SET done = (SELECT {lists} FROM question_done WHERE question_id = question.id)"
               " WHERE id IN (SELECT question_id FROM question_done)")
    op.drop_table('rollup')
    op.create_table('rollup',
    sa.Column('month', sa.Integer(), nullable=False),
    sa.Column('topic', sa.String(length=10), nullable=False),
    sa.Column('municipality', sa.String(length=10), nullable=False),
    sa.Column('questions', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('month', 'topic', 'municipality', name=op.f('pk_rollup'))
    )
    op.execute("DELETE FROM dirty_month")
    op.execute("INSERT INTO dirty_month (month) SELECT DISTINCT month FROM question")
    _published_without_releases()
    op.drop_table('saved_view')
    op.drop_table('question_done')
    op.drop_table('improvement_signal')
    with op.batch_alter_table('signal', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_signal_topic_code'))
        batch_op.drop_index(batch_op.f('ix_signal_state'))

    op.drop_table('signal')
    op.drop_table('pupils')
    op.drop_table('improvement_topic')
    op.drop_table('topic_test')
    with op.batch_alter_table('report', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_report_state'))

    op.drop_table('report')
    op.drop_table('release')
    op.drop_table('region_map')
    op.drop_table('marker')
    with op.batch_alter_table('improvement', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_improvement_state'))

    op.drop_table('improvement')
    op.drop_table('dirty_cell')
    op.drop_table('breakdown')


def _published_without_releases() -> None:
    """Of each number the last release stays, of the levels that the earlier version knows."""
    op.execute(f"CREATE TABLE published_before AS SELECT {CELL}, value, threshold, published_at FROM published_cell AS one"
               " WHERE aspect = '' AND level IN ('all', 'group', 'topic', 'place') AND release_id = (SELECT max(release_id)"
               " FROM published_cell AS other WHERE other.level = one.level AND other.period = one.period"
               " AND other.group_code = one.group_code AND other.topic_code = one.topic_code"
               " AND other.municipality_code = one.municipality_code AND other.aspect = '')")
    op.drop_table('published_cell')
    op.create_table('published_cell',
    sa.Column('level', sa.String(length=40), nullable=False),
    sa.Column('period', sa.Integer(), nullable=False),
    sa.Column('group_code', sa.String(length=10), nullable=False),
    sa.Column('topic_code', sa.String(length=10), nullable=False),
    sa.Column('municipality_code', sa.String(length=10), nullable=False),
    sa.Column('value', sa.Integer(), nullable=True),
    sa.Column('threshold', sa.Integer(), nullable=False),
    sa.Column('published_at', sa.DateTime(timezone=True), nullable=False),
    sa.PrimaryKeyConstraint('level', 'period', 'group_code', 'topic_code', 'municipality_code',
                            name=op.f('pk_published_cell'))
    )
    op.execute(f"INSERT INTO published_cell ({CELL}, value, threshold, published_at)"
               f" SELECT {CELL}, value, threshold, published_at FROM published_before")
    op.drop_table('published_before')
