-- description: a third task, the tags of videos, and how much text, frames and sound each made of a prediction
-- minimum-compatible: 3

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
    task TEXT NOT NULL CHECK (task IN ('category', 'topics', 'tags')),
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
    task TEXT NOT NULL CHECK (task IN ('category', 'topics', 'tags')),
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
    task TEXT NOT NULL CHECK (task IN ('category', 'topics', 'tags')),
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

-- Weights of the gate (S2.4); only predictions of the tag model have them. 0: it was not there.
CREATE TABLE modality_weights (
    content_id INTEGER NOT NULL,
    version_id INTEGER NOT NULL,
    text REAL NOT NULL CHECK (text BETWEEN 0 AND 1),
    frames REAL NOT NULL CHECK (frames BETWEEN 0 AND 1),
    sound REAL NOT NULL CHECK (sound BETWEEN 0 AND 1),
    PRIMARY KEY (content_id, version_id),
    FOREIGN KEY (content_id, version_id) REFERENCES topic_predictions (content_id, version_id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
