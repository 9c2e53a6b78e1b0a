-- description: content, topics, predictions, the review queue, decisions and training records
-- minimum-compatible: 1

-- Content as it was imported. The texts lie apart, so that lists read few pages.
CREATE TABLE content (
    id INTEGER PRIMARY KEY,
    fingerprint TEXT NOT NULL UNIQUE CHECK (length(fingerprint) = 64),
    external_id TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('article', 'video', 'pictures')),
    title TEXT NOT NULL,
    language TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('active', 'suspended', 'dropped')),
    imported_at INTEGER NOT NULL,
    media_problem TEXT NOT NULL
) STRICT;
CREATE INDEX content_by_external_id ON content (external_id) WHERE external_id <> '';
CREATE INDEX content_by_title ON content (title COLLATE NOCASE, id);

CREATE TABLE content_details (
    content_id INTEGER PRIMARY KEY REFERENCES content (id) ON DELETE CASCADE,
    body TEXT NOT NULL,
    body_format TEXT NOT NULL CHECK (body_format IN ('plain', 'markdown', 'html')),
    description TEXT NOT NULL,
    base_folder TEXT NOT NULL,
    source_url TEXT NOT NULL,
    published_at INTEGER,
    author_id TEXT NOT NULL,
    author_level INTEGER,
    author_verticality REAL CHECK (author_verticality BETWEEN 0 AND 1),
    author_authority REAL CHECK (author_authority BETWEEN 0 AND 1),
    unknown_fields TEXT NOT NULL
) STRICT;

CREATE TABLE content_media (
    content_id INTEGER PRIMARY KEY REFERENCES content (id) ON DELETE CASCADE,
    path TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    bytes INTEGER NOT NULL CHECK (bytes >= 0)
) STRICT;

CREATE TABLE content_images (
    content_id INTEGER NOT NULL REFERENCES content (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 1),
    path TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    bytes INTEGER NOT NULL CHECK (bytes >= 0),
    PRIMARY KEY (content_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE consumption_figures (
    id INTEGER PRIMARY KEY,
    content_id INTEGER NOT NULL REFERENCES content (id) ON DELETE CASCADE,
    window_name TEXT NOT NULL,
    starts_at INTEGER,
    ends_at INTEGER,
    impressions INTEGER CHECK (impressions >= 0),
    views INTEGER CHECK (views >= 0),
    clicks INTEGER CHECK (clicks >= 0),
    dwell_ms INTEGER CHECK (dwell_ms >= 0),
    likes INTEGER CHECK (likes >= 0),
    dislikes INTEGER CHECK (dislikes >= 0),
    comments INTEGER CHECK (comments >= 0),
    shares INTEGER CHECK (shares >= 0)
) STRICT;
CREATE INDEX consumption_figures_by_content ON consumption_figures (content_id);

-- Categories: the one class an item belongs to.
CREATE TABLE categories (
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL UNIQUE CHECK (code <> ''),
    name_en TEXT NOT NULL,
    name_zh TEXT NOT NULL,
    position INTEGER NOT NULL,
    retired INTEGER NOT NULL CHECK (retired IN (0, 1))
) STRICT;

CREATE TABLE category_aliases (
    category_id INTEGER NOT NULL REFERENCES categories (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    alias TEXT NOT NULL,
    alias_code TEXT NOT NULL,
    PRIMARY KEY (category_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX category_aliases_by_code ON category_aliases (alias_code);

-- Topics: free labels, many an item. `topic_key` is what makes two spellings the same.
CREATE TABLE topics (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    topic_key TEXT NOT NULL UNIQUE CHECK (topic_key <> ''),
    use_count INTEGER NOT NULL DEFAULT 0 CHECK (use_count >= 0),
    created_at INTEGER NOT NULL,
    last_used_at INTEGER,
    retired_at INTEGER
) STRICT;
CREATE INDEX topics_by_use ON topics (use_count DESC, last_used_at DESC);

CREATE TABLE topic_synonyms (
    synonym_key TEXT NOT NULL PRIMARY KEY,
    topic_id INTEGER NOT NULL REFERENCES topics (id) ON DELETE CASCADE,
    name TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX topic_synonyms_by_topic ON topic_synonyms (topic_id);

CREATE TABLE content_given_topics (
    content_id INTEGER NOT NULL REFERENCES content (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    topic_id INTEGER NOT NULL REFERENCES topics (id),
    given_at INTEGER NOT NULL,
    PRIMARY KEY (content_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX content_given_topics_by_topic ON content_given_topics (topic_id, content_id);
CREATE INDEX content_given_topics_by_time ON content_given_topics (given_at);

-- Model versions; at most one is in service for a task.
CREATE TABLE model_versions (
    id INTEGER PRIMARY KEY,
    task TEXT NOT NULL CHECK (task IN ('category', 'topics')),
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    folder TEXT NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('candidate', 'in_service', 'retired')),
    data_set_hash TEXT NOT NULL,
    seed INTEGER NOT NULL,
    examples INTEGER NOT NULL CHECK (examples >= 0),
    metrics TEXT NOT NULL,
    parent_id INTEGER REFERENCES model_versions (id),
    created_at INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX one_version_in_service ON model_versions (task) WHERE state = 'in_service';

CREATE TABLE model_promotions (
    id INTEGER PRIMARY KEY,
    task TEXT NOT NULL CHECK (task IN ('category', 'topics')),
    version_id INTEGER NOT NULL REFERENCES model_versions (id),
    replaced_id INTEGER REFERENCES model_versions (id),
    is_roll_back INTEGER NOT NULL CHECK (is_roll_back IN (0, 1)),
    promoted_at INTEGER NOT NULL
) STRICT;
CREATE TRIGGER model_promotions_stay BEFORE UPDATE ON model_promotions BEGIN
    SELECT RAISE(ABORT, 'promotions are append-only');
END;
CREATE TRIGGER model_promotions_are_kept BEFORE DELETE ON model_promotions BEGIN
    SELECT RAISE(ABORT, 'promotions are append-only');
END;

-- Predictions, kept with the version that made them.
CREATE TABLE category_predictions (
    content_id INTEGER NOT NULL REFERENCES content (id) ON DELETE CASCADE,
    version_id INTEGER NOT NULL REFERENCES model_versions (id),
    predicted_at INTEGER NOT NULL,
    PRIMARY KEY (content_id, version_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX category_predictions_by_version ON category_predictions (version_id);

CREATE TABLE category_scores (
    content_id INTEGER NOT NULL,
    version_id INTEGER NOT NULL,
    place INTEGER NOT NULL CHECK (place >= 1),
    category_id INTEGER NOT NULL REFERENCES categories (id),
    probability REAL NOT NULL CHECK (probability BETWEEN 0 AND 1),
    PRIMARY KEY (content_id, version_id, place),
    FOREIGN KEY (content_id, version_id) REFERENCES category_predictions (content_id, version_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE category_evidence (
    content_id INTEGER NOT NULL,
    version_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    field TEXT NOT NULL CHECK (field IN ('title', 'body')),
    starts_at INTEGER NOT NULL CHECK (starts_at >= 0),
    length INTEGER NOT NULL CHECK (length >= 0),
    weight REAL NOT NULL CHECK (weight BETWEEN -1 AND 1),
    PRIMARY KEY (content_id, version_id, position),
    FOREIGN KEY (content_id, version_id) REFERENCES category_predictions (content_id, version_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE topic_predictions (
    content_id INTEGER NOT NULL REFERENCES content (id) ON DELETE CASCADE,
    version_id INTEGER NOT NULL REFERENCES model_versions (id),
    predicted_at INTEGER NOT NULL,
    PRIMARY KEY (content_id, version_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX topic_predictions_by_version ON topic_predictions (version_id);

CREATE TABLE topic_scores (
    content_id INTEGER NOT NULL,
    version_id INTEGER NOT NULL,
    place INTEGER NOT NULL CHECK (place >= 1),
    topic_id INTEGER NOT NULL REFERENCES topics (id),
    relevancy REAL NOT NULL CHECK (relevancy BETWEEN 0 AND 1),
    PRIMARY KEY (content_id, version_id, place),
    FOREIGN KEY (content_id, version_id) REFERENCES topic_predictions (content_id, version_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Decisions: append-only, each chained to the one before.
CREATE TABLE decisions (
    id INTEGER PRIMARY KEY CHECK (id >= 1),
    content_id INTEGER NOT NULL REFERENCES content (id),
    kind TEXT NOT NULL CHECK (kind IN ('confirm', 'correct', 'disallow', 'skip', 'escalate', 'topics', 'undo')),
    person TEXT NOT NULL,
    decided_at INTEGER NOT NULL,
    category TEXT NOT NULL,
    reason TEXT NOT NULL,
    undoes INTEGER REFERENCES decisions (id),
    record TEXT NOT NULL,
    previous_hash TEXT NOT NULL CHECK (length(previous_hash) = 64),
    hash TEXT NOT NULL CHECK (length(hash) = 64),
    CHECK ((kind = 'undo') = (undoes IS NOT NULL))
) STRICT;
CREATE INDEX decisions_by_content ON decisions (content_id, id);
CREATE INDEX decisions_by_person ON decisions (person, id);
CREATE UNIQUE INDEX decisions_undone_once ON decisions (undoes) WHERE undoes IS NOT NULL;

-- How long the chain is and where it ends: a missing tail shows.
CREATE TABLE decision_chain (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    decisions INTEGER NOT NULL CHECK (decisions >= 0),
    last_hash TEXT NOT NULL CHECK (length(last_hash) = 64)
) STRICT;
INSERT INTO decision_chain (id, decisions, last_hash)
VALUES (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');

CREATE TRIGGER decisions_stay BEFORE UPDATE ON decisions BEGIN
    SELECT RAISE(ABORT, 'decisions are append-only');
END;
CREATE TRIGGER decisions_are_kept BEFORE DELETE ON decisions BEGIN
    SELECT RAISE(ABORT, 'decisions are append-only');
END;
CREATE TRIGGER decisions_follow_each_other BEFORE INSERT ON decisions
WHEN NOT EXISTS (SELECT 1 FROM decision_chain AS c
                 WHERE c.id = 1 AND c.decisions + 1 = NEW.id AND c.last_hash = NEW.previous_hash) BEGIN
    SELECT RAISE(ABORT, 'a decision follows the last one');
END;
CREATE TRIGGER decisions_move_the_end AFTER INSERT ON decisions BEGIN
    UPDATE decision_chain SET decisions = NEW.id, last_hash = NEW.hash WHERE id = 1;
END;

CREATE TABLE content_decided_topics (
    content_id INTEGER NOT NULL REFERENCES content (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    topic_id INTEGER NOT NULL REFERENCES topics (id),
    decision_id INTEGER NOT NULL REFERENCES decisions (id),
    decided_at INTEGER NOT NULL,
    PRIMARY KEY (content_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX content_decided_topics_by_topic ON content_decided_topics (topic_id, content_id);
CREATE INDEX content_decided_topics_by_time ON content_decided_topics (decided_at);

-- Where an item stands now, put together from content, predictions in service and decisions: what lists filter and sort by.
CREATE TABLE standings (
    content_id INTEGER PRIMARY KEY REFERENCES content (id) ON DELETE CASCADE,
    given_category TEXT NOT NULL,
    predicted_category TEXT NOT NULL DEFAULT '',
    probability REAL,
    decided_category TEXT NOT NULL DEFAULT '',
    decided INTEGER NOT NULL DEFAULT 0 CHECK (decided IN (0, 1)),
    category TEXT NOT NULL GENERATED ALWAYS AS (
        CASE WHEN decided_category <> '' THEN decided_category
             WHEN given_category <> '' THEN given_category
             ELSE predicted_category END) STORED
) STRICT;
CREATE INDEX standings_by_category ON standings (category);
CREATE INDEX standings_by_certainty ON standings (coalesce(probability, 2.0));

-- Flags and the review queue.
CREATE TABLE flags (
    id INTEGER PRIMARY KEY,
    content_id INTEGER NOT NULL REFERENCES content (id) ON DELETE CASCADE,
    rule TEXT NOT NULL CHECK (rule <> ''),
    detail TEXT NOT NULL,
    score REAL NOT NULL,
    raised_at INTEGER NOT NULL,
    closed_by INTEGER REFERENCES decisions (id)
) STRICT;
CREATE INDEX flags_by_content ON flags (content_id);
CREATE INDEX flags_by_verdict ON flags (closed_by) WHERE closed_by IS NOT NULL;
CREATE UNIQUE INDEX one_open_flag_a_rule ON flags (content_id, rule) WHERE closed_by IS NULL;

CREATE TABLE review_items (
    content_id INTEGER PRIMARY KEY REFERENCES content (id) ON DELETE CASCADE,
    reason TEXT NOT NULL CHECK (reason IN ('flagged', 'disagreement', 'uncertain', 'random', 'new')),
    priority REAL NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('open', 'decided', 'skipped', 'escalated'))
) STRICT;
CREATE INDEX review_items_in_order ON review_items (state, priority DESC, content_id);
CREATE INDEX review_items_by_reason ON review_items (state, reason, priority DESC, content_id);

-- What decisions taught.
CREATE TABLE training_records (
    id INTEGER PRIMARY KEY,
    content_id INTEGER NOT NULL REFERENCES content (id),
    task TEXT NOT NULL CHECK (task IN ('category', 'topics')),
    category TEXT NOT NULL,
    origin TEXT NOT NULL CHECK (origin IN ('decision', 'expert', 'imported')),
    person TEXT NOT NULL,
    recorded_at INTEGER NOT NULL,
    decision_id INTEGER REFERENCES decisions (id),
    version_seen TEXT NOT NULL,
    predicted_then TEXT NOT NULL,
    withdrawn_by INTEGER REFERENCES decisions (id),
    CHECK (task <> 'category' OR category <> '')
) STRICT;
CREATE INDEX training_records_that_hold ON training_records (task, content_id, id) WHERE withdrawn_by IS NULL;
CREATE INDEX training_records_by_content ON training_records (content_id);
CREATE INDEX training_records_by_decision ON training_records (decision_id) WHERE decision_id IS NOT NULL;

CREATE TABLE training_record_topics (
    record_id INTEGER NOT NULL REFERENCES training_records (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    topic_id INTEGER NOT NULL REFERENCES topics (id),
    PRIMARY KEY (record_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE training_runs (
    id INTEGER PRIMARY KEY,
    task TEXT NOT NULL CHECK (task IN ('category', 'topics')),
    state TEXT NOT NULL CHECK (state IN ('running', 'finished', 'cancelled', 'failed')),
    data_set_hash TEXT NOT NULL,
    examples INTEGER NOT NULL CHECK (examples >= 0),
    seed INTEGER NOT NULL,
    started_at INTEGER NOT NULL,
    ended_at INTEGER,
    version_id INTEGER REFERENCES model_versions (id),
    problem TEXT NOT NULL
) STRICT;

-- Quality labels and low-quality marks: two things that share nothing.
CREATE TABLE quality_labels (
    content_id INTEGER NOT NULL REFERENCES content (id) ON DELETE CASCADE,
    task TEXT NOT NULL CHECK (task IN ('clicks', 'dwell', 'likes', 'dislikes', 'comments', 'shares')),
    origin TEXT NOT NULL CHECK (origin IN ('consumption', 'expert', 'similar')),
    value TEXT NOT NULL CHECK (value IN ('negative', 'positive')),
    degree REAL NOT NULL CHECK (degree BETWEEN 0 AND 100),
    reference REAL CHECK (reference BETWEEN 0 AND 100),
    labelled_at INTEGER NOT NULL,
    PRIMARY KEY (content_id, task, origin)
) STRICT, WITHOUT ROWID;

CREATE TABLE low_quality_marks (
    content_id INTEGER NOT NULL REFERENCES content (id) ON DELETE CASCADE,
    code TEXT NOT NULL CHECK (code <> ''),
    tier TEXT NOT NULL CHECK (tier IN ('low', 'inferior')),
    decision_id INTEGER REFERENCES decisions (id),
    PRIMARY KEY (content_id, code)
) STRICT, WITHOUT ROWID;
CREATE INDEX low_quality_marks_by_decision ON low_quality_marks (decision_id) WHERE decision_id IS NOT NULL;

-- Readers' sessions: features and results under a pseudonym, never pictures.
CREATE TABLE reader_sessions (
    id INTEGER PRIMARY KEY,
    content_id INTEGER NOT NULL REFERENCES content (id) ON DELETE CASCADE,
    reader TEXT NOT NULL CHECK (reader <> ''),
    category TEXT NOT NULL,
    match_result INTEGER NOT NULL,
    started_at INTEGER NOT NULL
) STRICT;
CREATE INDEX reader_sessions_by_content ON reader_sessions (content_id, id);
CREATE INDEX reader_sessions_by_reader ON reader_sessions (reader);

CREATE TABLE reader_session_features (
    session_id INTEGER NOT NULL REFERENCES reader_sessions (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    feature TEXT NOT NULL CHECK (feature <> ''),
    PRIMARY KEY (session_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE expression_sets (
    category TEXT NOT NULL CHECK (category <> ''),
    side TEXT NOT NULL CHECK (side IN ('positive', 'negative')),
    position INTEGER NOT NULL,
    feature TEXT NOT NULL CHECK (feature <> ''),
    PRIMARY KEY (category, side, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE library_settings (
    key TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Full text: SearchText turns both sides into words. `content_search_topics` keeps the topics that were indexed, which taking a row out of a
-- contentless index needs to the letter.
CREATE VIRTUAL TABLE content_search USING fts5 (title, body, topics, content = '', prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 2');
CREATE TABLE content_search_topics (
    content_id INTEGER PRIMARY KEY REFERENCES content (id) ON DELETE CASCADE,
    topics TEXT NOT NULL
) STRICT;
