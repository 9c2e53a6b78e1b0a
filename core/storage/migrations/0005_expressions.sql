-- description: what readers say together, the history of expression sets, expressions along an item's time
-- minimum-compatible: 1

CREATE INDEX reader_sessions_by_content_reader ON reader_sessions (content_id, reader);

-- Where a session's features came from: 'results' (another program's match results) or the format of the file. The share of frames with
-- a face is unknown (null) for match results.
ALTER TABLE reader_sessions ADD COLUMN source TEXT NOT NULL DEFAULT 'results';
ALTER TABLE reader_sessions ADD COLUMN face_share REAL CHECK (face_share BETWEEN 0 AND 1);

-- Features that a session's source cannot tell: no share is taken over it.
CREATE TABLE reader_session_untold (
    session_id INTEGER NOT NULL REFERENCES reader_sessions (id) ON DELETE CASCADE,
    feature TEXT NOT NULL CHECK (feature <> ''),
    PRIMARY KEY (session_id, feature)
) STRICT, WITHOUT ROWID;

-- How much of each stretch of an item a reader showed a feature, for the curve along the timeline.
CREATE TABLE reader_session_tracks (
    session_id INTEGER NOT NULL REFERENCES reader_sessions (id) ON DELETE CASCADE,
    feature TEXT NOT NULL CHECK (feature <> ''),
    start_us INTEGER NOT NULL,
    share REAL NOT NULL CHECK (share BETWEEN 0 AND 1),
    PRIMARY KEY (session_id, feature, start_us)
) STRICT, WITHOUT ROWID;

-- What the sequential rule found, brought up to date by each run over the library. Derived from sessions alone: forgetting a reader makes
-- all of it anew.
CREATE TABLE expression_evidence (
    content_id INTEGER PRIMARY KEY REFERENCES content (id) ON DELETE CASCADE,
    category TEXT NOT NULL,
    log_ratio REAL NOT NULL,
    readers INTEGER NOT NULL CHECK (readers > 0),
    finding TEXT NOT NULL CHECK (finding IN ('not_enough', 'belongs', 'does_not_belong')),
    readers_to_go INTEGER NOT NULL CHECK (readers_to_go >= 0)
) STRICT;

-- Who changed an expression set, and on what figures where it was a proposal of the program (n readers, of which a share showed it).
CREATE TABLE expression_set_changes (
    id INTEGER PRIMARY KEY,
    made_at INTEGER NOT NULL,
    person TEXT NOT NULL,
    category TEXT NOT NULL CHECK (category <> ''),
    side TEXT NOT NULL CHECK (side IN ('positive', 'negative')),
    feature TEXT NOT NULL CHECK (feature <> ''),
    kind TEXT NOT NULL CHECK (kind IN ('add', 'remove', 'refuse')),
    readers INTEGER,
    share REAL,
    CHECK ((readers IS NULL) = (share IS NULL))
) STRICT;
CREATE INDEX expression_set_changes_by_category ON expression_set_changes (category, id);
