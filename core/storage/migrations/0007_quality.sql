-- description: two more tasks, quality and low quality, their predictions, and what verifying them against later content found
-- minimum-compatible: 7

-- A CHECK cannot be changed, so the tables are made anew under their names: what refers to them is in order again when it is checked, at the end.
PRAGMA defer_foreign_keys = ON;

CREATE TEMP TABLE kept_model_versions AS SELECT * FROM model_versions;
CREATE TEMP TABLE kept_model_promotions AS SELECT * FROM model_promotions;
CREATE TEMP TABLE kept_training_runs AS SELECT * FROM training_runs;
DROP TABLE model_promotions;
DROP TABLE training_runs;
DROP TABLE model_versions;

CREATE TABLE model_versions (
    id INTEGER PRIMARY KEY,
    task TEXT NOT NULL CHECK (task IN ('category', 'topics', 'tags', 'quality', 'low_quality')),
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
INSERT INTO model_versions (id, task, name, folder, state, data_set_hash, seed, examples, metrics, parent_id, created_at)
SELECT id, task, name, folder, state, data_set_hash, seed, examples, metrics, parent_id, created_at FROM temp.kept_model_versions;
CREATE UNIQUE INDEX one_version_in_service ON model_versions (task) WHERE state = 'in_service';

CREATE TABLE model_promotions (
    id INTEGER PRIMARY KEY,
    task TEXT NOT NULL CHECK (task IN ('category', 'topics', 'tags', 'quality', 'low_quality')),
    version_id INTEGER NOT NULL REFERENCES model_versions (id),
    replaced_id INTEGER REFERENCES model_versions (id),
    is_roll_back INTEGER NOT NULL CHECK (is_roll_back IN (0, 1)),
    promoted_at INTEGER NOT NULL
) STRICT;
INSERT INTO model_promotions (id, task, version_id, replaced_id, is_roll_back, promoted_at)
SELECT id, task, version_id, replaced_id, is_roll_back, promoted_at FROM temp.kept_model_promotions;
CREATE TRIGGER model_promotions_stay BEFORE UPDATE ON model_promotions BEGIN
    SELECT RAISE(ABORT, 'promotions are append-only');
END;
CREATE TRIGGER model_promotions_are_kept BEFORE DELETE ON model_promotions BEGIN
    SELECT RAISE(ABORT, 'promotions are append-only');
END;

CREATE TABLE training_runs (
    id INTEGER PRIMARY KEY,
    task TEXT NOT NULL CHECK (task IN ('category', 'topics', 'tags', 'quality', 'low_quality')),
    state TEXT NOT NULL CHECK (state IN ('running', 'finished', 'cancelled', 'failed')),
    data_set_hash TEXT NOT NULL,
    examples INTEGER NOT NULL CHECK (examples >= 0),
    seed INTEGER NOT NULL,
    started_at INTEGER NOT NULL,
    ended_at INTEGER,
    version_id INTEGER REFERENCES model_versions (id),
    problem TEXT NOT NULL
) STRICT;
INSERT INTO training_runs (id, task, state, data_set_hash, examples, seed, started_at, ended_at, version_id, problem)
SELECT id, task, state, data_set_hash, examples, seed, started_at, ended_at, version_id, problem FROM temp.kept_training_runs;

DROP TABLE temp.kept_model_versions;
DROP TABLE temp.kept_model_promotions;
DROP TABLE temp.kept_training_runs;

-- What a version says of an item, task by task (S1.9), and what it looked at (S1.7).
CREATE TABLE quality_predictions (
    content_id INTEGER NOT NULL REFERENCES content (id) ON DELETE CASCADE,
    version_id INTEGER NOT NULL REFERENCES model_versions (id),
    predicted_at INTEGER NOT NULL,
    PRIMARY KEY (content_id, version_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX quality_predictions_by_version ON quality_predictions (version_id);

CREATE TABLE quality_scores (
    content_id INTEGER NOT NULL,
    version_id INTEGER NOT NULL,
    task TEXT NOT NULL CHECK (task <> ''),
    probability REAL NOT NULL CHECK (probability BETWEEN 0 AND 1),
    PRIMARY KEY (content_id, version_id, task),
    FOREIGN KEY (content_id, version_id) REFERENCES quality_predictions (content_id, version_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Sentences by their place in the text (UTF-16), pictures by their number.
CREATE TABLE quality_evidence (
    content_id INTEGER NOT NULL,
    version_id INTEGER NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('title', 'body', 'picture')),
    starts_at INTEGER NOT NULL CHECK (starts_at >= 0),
    length INTEGER NOT NULL CHECK (length >= 0),
    weight REAL NOT NULL CHECK (weight BETWEEN 0 AND 1),
    PRIMARY KEY (content_id, version_id, kind, starts_at),
    FOREIGN KEY (content_id, version_id) REFERENCES quality_predictions (content_id, version_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- How often predictions coincided with the labels of content that came later (S1.12).
CREATE TABLE quality_verifications (
    id INTEGER PRIMARY KEY,
    version_id INTEGER NOT NULL REFERENCES model_versions (id),
    verified_at INTEGER NOT NULL,
    starts_at INTEGER NOT NULL,
    ends_at INTEGER NOT NULL,
    items INTEGER NOT NULL CHECK (items >= 0),
    coinciding INTEGER NOT NULL CHECK (coinciding BETWEEN 0 AND items),
    required REAL NOT NULL CHECK (required BETWEEN 0 AND 1),
    details TEXT NOT NULL
) STRICT;
CREATE INDEX quality_verifications_by_version ON quality_verifications (version_id, verified_at);
