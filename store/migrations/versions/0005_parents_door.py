"""Information, inquiries and stories"""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('article',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('slug', sa.String(length=80), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('audience', sa.String(length=20), nullable=False),
    sa.Column('position', sa.Integer(), nullable=False),
    sa.Column('review_on', sa.Date(), nullable=True),
    sa.Column('checked_on', sa.Date(), nullable=True),
    sa.Column('is_withdrawn', sa.Boolean(), server_default=sa.false(), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_article')),
    sa.UniqueConstraint('slug', name=op.f('uq_article_slug'))
    )
    with op.batch_alter_table('article', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_article_review_on'), ['review_on'], unique=False)

    op.create_table('inquiry',
    sa.Column('id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('audience', sa.String(length=20), nullable=False),
    sa.Column('state', sa.String(length=20), nullable=False),
    sa.Column('name', sa.LargeBinary(), nullable=True),
    sa.Column('email', sa.LargeBinary(), nullable=True),
    sa.Column('phone', sa.LargeBinary(), nullable=True),
    sa.Column('moment', sa.String(length=40), nullable=True),
    sa.Column('topic_code', sa.String(length=10), nullable=True),
    sa.Column('language', sa.String(length=5), nullable=False),
    sa.Column('code_index', sa.LargeBinary(), nullable=True),
    sa.Column('is_urgent', sa.Boolean(), server_default=sa.false(), nullable=False),
    sa.Column('noted', sa.Boolean(), server_default=sa.false(), nullable=False),
    sa.Column('in_register', sa.Boolean(), server_default=sa.false(), nullable=False),
    sa.Column('asked_on', sa.Date(), nullable=False),
    sa.Column('answer_by', sa.Date(), nullable=False),
    sa.Column('answered_on', sa.Date(), nullable=True),
    sa.Column('answered_by', sa.String(length=60), nullable=True),
    sa.Column('forget_on', sa.Date(), nullable=False),
    sa.Column('draft', sa.LargeBinary(), nullable=True),
    sa.Column('draft_by', sa.String(length=60), nullable=True),
    sa.Column('draft_began', sa.Integer(), nullable=True),
    sa.Column('tries', sa.Integer(), server_default='0', nullable=False),
    sa.Column('revision', sa.Integer(), server_default='1', nullable=False),
    sa.ForeignKeyConstraint(['topic_code'], ['topic.code'], name=op.f('fk_inquiry_topic_code_topic')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_inquiry')),
    sa.UniqueConstraint('code_index', name=op.f('uq_inquiry_code_index'))
    )
    with op.batch_alter_table('inquiry', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_inquiry_answer_by'), ['answer_by'], unique=False)
        batch_op.create_index(batch_op.f('ix_inquiry_forget_on'), ['forget_on'], unique=False)
        batch_op.create_index(batch_op.f('ix_inquiry_noted'), ['noted'], unique=False)
        batch_op.create_index(batch_op.f('ix_inquiry_state'), ['state'], unique=False)

    op.create_table('known_name',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.Column('name', sa.String(length=120), nullable=False),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_known_name')),
    sa.UniqueConstraint('kind', 'name', name=op.f('uq_known_name_kind_name'))
    )
    op.create_table('published_stories',
    sa.Column('period', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('months', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('theme', sa.String(length=60), nullable=False),
    sa.Column('dimension', sa.String(length=20), nullable=False),
    sa.Column('value', sa.String(length=40), nullable=False),
    sa.Column('stories', sa.Integer(), nullable=True),
    sa.Column('threshold', sa.Integer(), nullable=False),
    sa.PrimaryKeyConstraint('period', 'months', 'theme', 'dimension', 'value', name=op.f('pk_published_stories'))
    )
    op.create_table('published_word',
    sa.Column('period', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('months', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('theme', sa.String(length=60), nullable=False),
    sa.Column('place', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('word', sa.String(length=40), nullable=False),
    sa.PrimaryKeyConstraint('period', 'months', 'theme', 'place', name=op.f('pk_published_word'))
    )
    op.create_table('story',
    sa.Column('id', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('audience', sa.String(length=20), nullable=False),
    sa.Column('consent', sa.String(length=20), nullable=False),
    sa.Column('second_reading', sa.String(length=20), nullable=False),
    sa.Column('state', sa.String(length=20), nullable=False),
    sa.Column('consent_text', sa.String(length=40), nullable=False),
    sa.Column('language', sa.String(length=5), nullable=False),
    sa.Column('told', sa.LargeBinary(), nullable=True),
    sa.Column('released', sa.LargeBinary(), nullable=True),
    sa.Column('title', sa.LargeBinary(), nullable=True),
    sa.Column('feeling', sa.String(length=30), nullable=True),
    sa.Column('listened', sa.JSON(none_as_null=True), nullable=False),
    sa.Column('helped', sa.JSON(none_as_null=True), nullable=False),
    sa.Column('missing', sa.JSON(none_as_null=True), nullable=False),
    sa.Column('say', sa.Integer(), nullable=True),
    sa.Column('at_school', sa.Integer(), nullable=True),
    sa.Column('at_home', sa.Integer(), nullable=True),
    sa.Column('by_help', sa.Integer(), nullable=True),
    sa.Column('sector', sa.String(length=20), nullable=True),
    sa.Column('role', sa.String(length=20), nullable=True),
    sa.Column('month', sa.Integer(), nullable=False),
    sa.Column('told_on', sa.Date(), nullable=False),
    sa.Column('told_until', sa.Date(), nullable=True),
    sa.Column('code_index', sa.LargeBinary(), nullable=False),
    sa.Column('is_urgent', sa.Boolean(), server_default=sa.false(), nullable=False),
    sa.Column('noted', sa.Boolean(), server_default=sa.false(), nullable=False),
    sa.Column('moderated_on', sa.Date(), nullable=True),
    sa.Column('moderated_by', sa.String(length=60), nullable=True),
    sa.Column('kept_back_for', sa.String(length=40), nullable=True),
    sa.Column('revision', sa.Integer(), server_default='1', nullable=False),
    sa.CheckConstraint('at_school IS NULL OR at_school + at_home + by_help = 100', name=op.f('ck_story_triangle_is_whole')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_story')),
    sa.UniqueConstraint('code_index', name=op.f('uq_story_code_index'))
    )
    with op.batch_alter_table('story', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_story_month'), ['month'], unique=False)
        batch_op.create_index(batch_op.f('ix_story_noted'), ['noted'], unique=False)
        batch_op.create_index(batch_op.f('ix_story_state'), ['state'], unique=False)
        batch_op.create_index(batch_op.f('ix_story_told_until'), ['told_until'], unique=False)

    op.create_table('article_topic',
    sa.Column('article_id', sa.Integer(), nullable=False),
    sa.Column('topic_code', sa.String(length=10), nullable=False),
    sa.ForeignKeyConstraint(['article_id'], ['article.id'], name=op.f('fk_article_topic_article_id_article'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['topic_code'], ['topic.code'], name=op.f('fk_article_topic_topic_code_topic')),
    sa.PrimaryKeyConstraint('article_id', 'topic_code', name=op.f('pk_article_topic'))
    )
    op.create_table('article_version',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('article_id', sa.Integer(), nullable=False),
    sa.Column('language', sa.String(length=5), nullable=False),
    sa.Column('number', sa.Integer(), nullable=False),
    sa.Column('title', sa.String(length=120), nullable=False),
    sa.Column('summary', sa.String(length=400), nullable=False),
    sa.Column('body', sa.Text(), nullable=False),
    sa.Column('made_by', sa.String(length=60), nullable=False),
    sa.Column('made_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('published_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('checked_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('is_draft_content', sa.Boolean(), server_default=sa.false(), nullable=False),
    sa.ForeignKeyConstraint(['article_id'], ['article.id'], name=op.f('fk_article_version_article_id_article'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_article_version')),
    sa.UniqueConstraint('article_id', 'language', 'number', name=op.f('uq_article_version_article_id_language_number'))
    )
    with op.batch_alter_table('article_version', schema=None) as batch_op:
        batch_op.create_index('ix_article_version_published', ['article_id', 'language', 'published_at'], unique=False)

    op.create_table('inquiry_message',
    sa.Column('inquiry_id', sa.Integer(), nullable=False),
    sa.Column('number', sa.Integer(), autoincrement=False, nullable=False),
    sa.Column('by_us', sa.Boolean(), nullable=False),
    sa.Column('words', sa.LargeBinary(), nullable=False),
    sa.Column('written_on', sa.Date(), nullable=False),
    sa.ForeignKeyConstraint(['inquiry_id'], ['inquiry.id'], name=op.f('fk_inquiry_message_inquiry_id_inquiry'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('inquiry_id', 'number', name=op.f('pk_inquiry_message')),
    sqlite_with_rowid=False
    )
    op.create_table('story_finding',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('story_id', sa.Integer(), nullable=False),
    sa.Column('starts', sa.Integer(), nullable=False),
    sa.Column('ends', sa.Integer(), nullable=False),
    sa.Column('kind', sa.String(length=20), nullable=False),
    sa.ForeignKeyConstraint(['story_id'], ['story.id'], name=op.f('fk_story_finding_story_id_story'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_story_finding')),
    sa.UniqueConstraint('story_id', 'starts', 'ends', name=op.f('uq_story_finding_story_id_starts_ends'))
    )
    op.create_table('story_quote',
    sa.Column('id', sa.Integer(), nullable=False),
    sa.Column('story_id', sa.Integer(), nullable=False),
    sa.Column('words', sa.LargeBinary(), nullable=False),
    sa.Column('is_public', sa.Boolean(), server_default=sa.false(), nullable=False),
    sa.Column('released_on', sa.Date(), nullable=False),
    sa.Column('released_by', sa.String(length=60), nullable=False),
    sa.ForeignKeyConstraint(['story_id'], ['story.id'], name=op.f('fk_story_quote_story_id_story'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_story_quote'))
    )
    with op.batch_alter_table('story_quote', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_story_quote_story_id'), ['story_id'], unique=False)

    op.create_table('story_theme',
    sa.Column('story_id', sa.Integer(), nullable=False),
    sa.Column('theme', sa.String(length=60), nullable=False),
    sa.Column('confirmed_by', sa.String(length=60), nullable=False),
    sa.ForeignKeyConstraint(['story_id'], ['story.id'], name=op.f('fk_story_theme_story_id_story'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('story_id', 'theme', name=op.f('pk_story_theme'))
    )
    with op.batch_alter_table('story_theme', schema=None) as batch_op:
        batch_op.create_index(batch_op.f('ix_story_theme_theme'), ['theme'], unique=False)

    op.create_table('story_topic',
    sa.Column('story_id', sa.Integer(), nullable=False),
    sa.Column('topic_code', sa.String(length=10), nullable=False),
    sa.ForeignKeyConstraint(['story_id'], ['story.id'], name=op.f('fk_story_topic_story_id_story'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['topic_code'], ['topic.code'], name=op.f('fk_story_topic_topic_code_topic')),
    sa.PrimaryKeyConstraint('story_id', 'topic_code', name=op.f('pk_story_topic')),
    sqlite_with_rowid=False
    )


def downgrade() -> None:
    op.drop_table('story_topic')
    with op.batch_alter_table('story_theme', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_story_theme_theme'))

    op.drop_table('story_theme')
    with op.batch_alter_table('story_quote', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_story_quote_story_id'))

    op.drop_table('story_quote')
    op.drop_table('story_finding')
    op.drop_table('inquiry_message')
    with op.batch_alter_table('article_version', schema=None) as batch_op:
        batch_op.drop_index('ix_article_version_published')

    op.drop_table('article_version')
    op.drop_table('article_topic')
    with op.batch_alter_table('story', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_story_told_until'))
        batch_op.drop_index(batch_op.f('ix_story_state'))
        batch_op.drop_index(batch_op.f('ix_story_noted'))
        batch_op.drop_index(batch_op.f('ix_story_month'))

    op.drop_table('story')
    op.drop_table('published_word')
    op.drop_table('published_stories')
    op.drop_table('known_name')
    with op.batch_alter_table('inquiry', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_inquiry_state'))
        batch_op.drop_index(batch_op.f('ix_inquiry_noted'))
        batch_op.drop_index(batch_op.f('ix_inquiry_forget_on'))
        batch_op.drop_index(batch_op.f('ix_inquiry_answer_by'))

    op.drop_table('inquiry')
    with op.batch_alter_table('article', schema=None) as batch_op:
        batch_op.drop_index(batch_op.f('ix_article_review_on'))

    op.drop_table('article')
