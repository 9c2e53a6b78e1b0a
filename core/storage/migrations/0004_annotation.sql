-- description: tag library, annotators' answers with segments, gold items and favourites
-- minimum-compatible: 1

-- A topic that was merged stays for history and undo: retired, without a key of its own, and this names the one that took its place.
ALTER TABLE topics ADD COLUMN merged_into INTEGER REFERENCES topics (id);
CREATE INDEX topics_merged ON topics (merged_into) WHERE merged_into IS NOT NULL;

-- What people did to the tag library. `synonym_key` is the synonym that a rename made or took the name of.
CREATE TABLE topic_changes (
    id INTEGER PRIMARY KEY,
    made_at INTEGER NOT NULL,
    person TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('add', 'rename', 'merge', 'retire', 'restore')),
    topic_id INTEGER NOT NULL REFERENCES topics (id),
    other_id INTEGER REFERENCES topics (id),
    name_before TEXT NOT NULL,
    name_after TEXT NOT NULL,
    synonym_made TEXT NOT NULL,
    synonym_used TEXT NOT NULL,
    undone_at INTEGER,
    CHECK ((kind = 'merge') = (other_id IS NOT NULL))
) STRICT;
CREATE INDEX topic_changes_that_hold ON topic_changes (id) WHERE undone_at IS NULL;

-- Which rows a merge gave to the other topic, so that it can be undone.
CREATE TABLE topic_moves (
    change_id INTEGER NOT NULL REFERENCES topic_changes (id) ON DELETE CASCADE,
    place TEXT NOT NULL CHECK (place IN ('given', 'decided', 'training', 'answer', 'segment', 'gold')),
    owner_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (change_id, place, owner_id, position)
) STRICT, WITHOUT ROWID;
CREATE TABLE topic_moved_synonyms (
    change_id INTEGER NOT NULL REFERENCES topic_changes (id) ON DELETE CASCADE,
    synonym_key TEXT NOT NULL,
    PRIMARY KEY (change_id, synonym_key)
) STRICT, WITHOUT ROWID;
CREATE INDEX training_record_topics_by_topic ON training_record_topics (topic_id);

-- Lists of what is talked about, as they were imported (S2.9).
CREATE TABLE topic_trends (
    topic_id INTEGER NOT NULL REFERENCES topics (id),
    list TEXT NOT NULL,
    listed_at INTEGER NOT NULL,
    weight REAL,
    PRIMARY KEY (topic_id, list, listed_at)
) STRICT, WITHOUT ROWID;

CREATE TABLE topic_favourites (
    person TEXT NOT NULL,
    topic_id INTEGER NOT NULL REFERENCES topics (id),
    PRIMARY KEY (person, topic_id)
) STRICT, WITHOUT ROWID;

-- What annotators said of an item's topics, several an item. Each row is a decision of the chain; one whose decision is undone does not count.
CREATE TABLE topic_answers (
    id INTEGER PRIMARY KEY,
    content_id INTEGER NOT NULL REFERENCES content (id),
    person TEXT NOT NULL,
    answered_at INTEGER NOT NULL,
    decision_id INTEGER NOT NULL UNIQUE REFERENCES decisions (id),
    blind INTEGER NOT NULL CHECK (blind IN (0, 1)),
    version TEXT NOT NULL,
    reason TEXT NOT NULL,
    ms_on_screen INTEGER NOT NULL
) STRICT;
CREATE INDEX topic_answers_by_content ON topic_answers (content_id, person, id);
CREATE INDEX topic_answers_by_person ON topic_answers (person, id);

CREATE TABLE topic_answer_topics (
    answer_id INTEGER NOT NULL REFERENCES topic_answers (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    topic_id INTEGER NOT NULL REFERENCES topics (id),
    PRIMARY KEY (answer_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX topic_answer_topics_by_topic ON topic_answer_topics (topic_id);

-- Topics of a part of a video: presentation time stamps in the stream's time base, from the first frame that belongs to it to the last.
CREATE TABLE topic_segments (
    answer_id INTEGER NOT NULL REFERENCES topic_answers (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    topic_id INTEGER NOT NULL REFERENCES topics (id),
    from_pts INTEGER NOT NULL,
    to_pts INTEGER NOT NULL,
    time_base_num INTEGER NOT NULL CHECK (time_base_num >= 1),
    time_base_den INTEGER NOT NULL CHECK (time_base_den >= 1),
    start_seconds REAL NOT NULL,
    PRIMARY KEY (answer_id, position),
    CHECK (to_pts >= from_pts)
) STRICT, WITHOUT ROWID;
CREATE INDEX topic_segments_by_topic ON topic_segments (topic_id);

-- Items whose answer is known.
CREATE TABLE gold_items (
    content_id INTEGER PRIMARY KEY REFERENCES content (id) ON DELETE CASCADE,
    person TEXT NOT NULL,
    set_at INTEGER NOT NULL
) STRICT;
CREATE TABLE gold_topics (
    content_id INTEGER NOT NULL REFERENCES gold_items (content_id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    topic_id INTEGER NOT NULL REFERENCES topics (id),
    PRIMARY KEY (content_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX gold_topics_by_topic ON gold_topics (topic_id);
