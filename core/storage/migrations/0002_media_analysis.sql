-- description: media analysis, hashes, near duplicates and lists of known hashes
-- minimum-compatible: 1

-- The queue of the analysis: one row an item. `runs` counts how often the extractors finished with it.
CREATE TABLE analysis_jobs (
    content_id INTEGER PRIMARY KEY REFERENCES content (id) ON DELETE CASCADE,
    extractor INTEGER NOT NULL CHECK (extractor >= 1),
    has_media INTEGER NOT NULL CHECK (has_media IN (0, 1)),
    state TEXT NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed')),
    priority INTEGER NOT NULL DEFAULT 0,
    attempts INTEGER NOT NULL DEFAULT 0 CHECK (attempts >= 0),
    runs INTEGER NOT NULL DEFAULT 0 CHECK (runs >= 0),
    problem TEXT NOT NULL DEFAULT '',
    updated_at INTEGER NOT NULL
) STRICT;
CREATE INDEX analysis_jobs_in_order ON analysis_jobs (state, priority DESC, has_media, content_id);

-- What was found out about a file, by its SHA-256: two items with the same file share it.
CREATE TABLE media_files (
    id INTEGER PRIMARY KEY,
    sha256 TEXT NOT NULL UNIQUE CHECK (length(sha256) = 64),
    extractor INTEGER NOT NULL CHECK (extractor >= 1),
    medium TEXT NOT NULL CHECK (medium IN ('video', 'audio', 'picture')),
    probe TEXT NOT NULL,
    start_seconds REAL NOT NULL,
    duration_seconds REAL NOT NULL CHECK (duration_seconds >= 0),
    has_sound INTEGER NOT NULL CHECK (has_sound IN (0, 1)),
    sound_start REAL NOT NULL,
    sound_seconds REAL NOT NULL CHECK (sound_seconds >= 0),
    loudness_lufs REAL,
    silence TEXT NOT NULL,
    shots TEXT NOT NULL,
    problem TEXT NOT NULL,
    runs INTEGER NOT NULL CHECK (runs >= 1),
    analysed_at INTEGER NOT NULL
) STRICT;

-- Which files an item has: 0 is its video or sound, 1, 2, … are its pictures.
CREATE TABLE item_files (
    content_id INTEGER NOT NULL REFERENCES content (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 0),
    file_id INTEGER NOT NULL REFERENCES media_files (id) ON DELETE CASCADE,
    PRIMARY KEY (content_id, position)
) STRICT, WITHOUT ROWID;
CREATE INDEX item_files_by_file ON item_files (file_id, content_id);

-- PDQ of a video's frames, with and without black bars at their borders. `pts` counts in `time_base`, "numerator/denominator" seconds;
-- frame −1: number not known.
CREATE TABLE frame_hashes (
    file_id INTEGER NOT NULL REFERENCES media_files (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 0),
    pts INTEGER NOT NULL,
    time_base TEXT NOT NULL,
    seconds REAL NOT NULL,
    frame INTEGER NOT NULL CHECK (frame >= -1),
    quality INTEGER NOT NULL CHECK (quality BETWEEN 0 AND 100),
    pdq BLOB NOT NULL CHECK (length(pdq) = 32),
    bare_quality INTEGER NOT NULL CHECK (bare_quality BETWEEN 0 AND 100),
    bare_pdq BLOB NOT NULL CHECK (length(bare_pdq) = 32),
    PRIMARY KEY (file_id, position)
) STRICT, WITHOUT ROWID;

-- PDQ of a picture as it is, and in its eight orientations (that one first), one after the other.
CREATE TABLE picture_hashes (
    file_id INTEGER PRIMARY KEY REFERENCES media_files (id) ON DELETE CASCADE,
    quality INTEGER NOT NULL CHECK (quality BETWEEN 0 AND 100),
    pdq BLOB NOT NULL CHECK (length(pdq) = 32),
    orientations BLOB NOT NULL CHECK (length(orientations) = 256)
) STRICT;

-- MinHash of an article's text: 128 numbers of 32 bits. Only the first of each group has bands, which are what others are found by.
CREATE TABLE text_sketches (
    content_id INTEGER PRIMARY KEY REFERENCES content (id) ON DELETE CASCADE,
    shingles INTEGER NOT NULL CHECK (shingles >= 0),
    sketch BLOB NOT NULL CHECK (length(sketch) = 512)
) STRICT;

CREATE TABLE text_bands (
    band INTEGER NOT NULL,
    content_id INTEGER NOT NULL REFERENCES content (id) ON DELETE CASCADE,
    PRIMARY KEY (band, content_id)
) STRICT, WITHOUT ROWID;

-- Groups of near duplicates: each item that was compared names the first of its group (alone: itself), which it is like.
CREATE TABLE duplicate_members (
    content_id INTEGER PRIMARY KEY REFERENCES content (id) ON DELETE CASCADE,
    leader_id INTEGER NOT NULL REFERENCES duplicate_members (content_id) ON DELETE CASCADE,
    medium TEXT NOT NULL CHECK (medium IN ('picture', 'video', 'text')),
    similarity REAL NOT NULL CHECK (similarity BETWEEN 0 AND 1),
    distance INTEGER NOT NULL CHECK (distance BETWEEN -1 AND 256)
) STRICT;
CREATE INDEX duplicate_members_by_leader ON duplicate_members (leader_id, content_id);

-- Items of which a person said that they do not belong to their group.
CREATE TABLE duplicate_exceptions (
    content_id INTEGER PRIMARY KEY REFERENCES content (id) ON DELETE CASCADE,
    made_at INTEGER NOT NULL
) STRICT;

-- Hashes of known material that others published. A list that is not whole was being read when the program ended.
CREATE TABLE known_hash_lists (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE CHECK (name <> ''),
    form TEXT NOT NULL CHECK (form IN ('pictures', 'video')),
    hashes INTEGER NOT NULL CHECK (hashes >= 0),
    whole INTEGER NOT NULL CHECK (whole IN (0, 1)),
    imported_at INTEGER NOT NULL
) STRICT;

CREATE TABLE known_hashes (
    list_id INTEGER NOT NULL REFERENCES known_hash_lists (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 0),
    pdq BLOB NOT NULL CHECK (length(pdq) = 32),
    quality INTEGER NOT NULL CHECK (quality BETWEEN 0 AND 100),
    label TEXT NOT NULL,
    PRIMARY KEY (list_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE known_matches (
    content_id INTEGER NOT NULL REFERENCES content (id) ON DELETE CASCADE,
    list_id INTEGER NOT NULL REFERENCES known_hash_lists (id) ON DELETE CASCADE,
    label TEXT NOT NULL,
    distance INTEGER NOT NULL CHECK (distance BETWEEN 0 AND 256),
    share REAL NOT NULL CHECK (share BETWEEN 0 AND 1),
    PRIMARY KEY (content_id, list_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX known_matches_by_list ON known_matches (list_id);
