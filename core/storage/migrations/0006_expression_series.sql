-- description: ready-made aggregates of readers' expressions along an item's time
-- minimum-compatible: 1

-- What another program put together of many readers in front of an item. The library knows none of them: match scores and flags are not
-- made of it, and forgetting a reader does not concern it.
CREATE TABLE expression_series (
    id INTEGER PRIMARY KEY,
    content_id INTEGER NOT NULL REFERENCES content (id) ON DELETE CASCADE,
    name TEXT NOT NULL CHECK (name <> ''),
    imported_at INTEGER NOT NULL,
    UNIQUE (content_id, name)
) STRICT;

CREATE TABLE expression_series_values (
    series_id INTEGER NOT NULL REFERENCES expression_series (id) ON DELETE CASCADE,
    signal TEXT NOT NULL CHECK (signal <> ''),
    time_us INTEGER NOT NULL,
    value REAL NOT NULL,
    readers INTEGER NOT NULL CHECK (readers >= 1),
    deviation REAL CHECK (deviation >= 0),
    low REAL,
    high REAL,
    baseline REAL,
    PRIMARY KEY (series_id, signal, time_us)
) STRICT, WITHOUT ROWID;
