-- The case, version 1; later versions add to it (schema_2.sql). Text codes are those of core/model. Times: milliseconds UTC, offset in seconds, zone by name.
-- Rows of item, attachment, issue are written by import and never changed, but for the columns named "state".

CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

CREATE TABLE custody (
    sequence INTEGER PRIMARY KEY,
    at_ms INTEGER NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL,
    hash TEXT NOT NULL
);
CREATE TRIGGER custody_no_update BEFORE UPDATE ON custody BEGIN SELECT RAISE(ABORT, 'custody is append-only'); END;
CREATE TRIGGER custody_no_delete BEFORE DELETE ON custody BEGIN SELECT RAISE(ABORT, 'custody is append-only'); END;

-- INSERT OR REPLACE would take a row away without firing the trigger above.
CREATE TRIGGER custody_in_order BEFORE INSERT ON custody
    WHEN NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM custody)
    BEGIN SELECT RAISE(ABORT, 'custody is append-only'); END;

CREATE TABLE original (
    id INTEGER PRIMARY KEY,
    object_id TEXT NOT NULL UNIQUE,
    sha256 TEXT NOT NULL UNIQUE,
    size INTEGER NOT NULL
);

CREATE TRIGGER original_no_update BEFORE UPDATE ON original BEGIN SELECT RAISE(ABORT, 'an original is never changed'); END;
CREATE TRIGGER original_no_delete BEFORE DELETE ON original BEGIN SELECT RAISE(ABORT, 'an original is never removed'); END;

CREATE TABLE import_run (
    id INTEGER PRIMARY KEY,
    begun_ms INTEGER NOT NULL,
    ended_ms INTEGER,
    custodian TEXT NOT NULL DEFAULT '',
    report TEXT NOT NULL DEFAULT ''   -- JSON, as shown in the window
);

CREATE TABLE source (
    id INTEGER PRIMARY KEY,
    run_id INTEGER NOT NULL REFERENCES import_run(id),
    original_id INTEGER NOT NULL REFERENCES original(id),
    name TEXT NOT NULL,               -- of the file, without folders
    path TEXT NOT NULL,               -- where it was picked up
    format TEXT NOT NULL,             -- code of the reader; '' = kept as a document, not understood
    zone TEXT NOT NULL,               -- assumed for local times
    file_time_ms INTEGER,
    imported_ms INTEGER NOT NULL,
    complete INTEGER NOT NULL DEFAULT 0 -- 1: read to its end
);
CREATE INDEX source_original ON source(original_id);

CREATE TABLE party (
    id INTEGER PRIMARY KEY,
    role TEXT NOT NULL DEFAULT 'unknown',
    name TEXT NOT NULL DEFAULT ''
);

CREATE TABLE identifier (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    normal TEXT NOT NULL,             -- the form in which spellings are equal
    written TEXT NOT NULL,            -- as first seen
    name TEXT NOT NULL DEFAULT '',    -- as first seen beside it
    party_id INTEGER REFERENCES party(id),
    UNIQUE (kind, normal)
);

CREATE TABLE item (
    id INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES source(id),
    kind TEXT NOT NULL,
    time_ms INTEGER,                  -- state: the chosen time; null = undated
    offset_s INTEGER,
    zone TEXT NOT NULL DEFAULT '',
    precision INTEGER NOT NULL DEFAULT 1,
    basis INTEGER NOT NULL DEFAULT 0,
    about INTEGER NOT NULL DEFAULT 0,
    time_source TEXT NOT NULL DEFAULT 'unknown',
    written_direction TEXT NOT NULL,  -- as the export has it
    direction TEXT NOT NULL,          -- state: what follows from who is who
    from_id INTEGER REFERENCES identifier(id),
    other_id INTEGER REFERENCES identifier(id), -- the other side of the conversation (sender in, recipient out)
    subject TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL DEFAULT '',
    message_id TEXT NOT NULL DEFAULT '',
    call_type TEXT,
    call_raw_type TEXT,
    duration_s INTEGER,
    width INTEGER, height INTEGER, orientation INTEGER,
    latitude REAL, longitude REAL,
    camera TEXT NOT NULL DEFAULT '',
    is_screenshot INTEGER NOT NULL DEFAULT 0,
    record_offset INTEGER NOT NULL,
    record_length INTEGER NOT NULL,
    record_index INTEGER NOT NULL,
    identity BLOB NOT NULL UNIQUE,    -- SHA-256 of kind and identity, 16 bytes
    excluded INTEGER NOT NULL DEFAULT 0, -- state
    reviewed INTEGER NOT NULL DEFAULT 0  -- state
);
CREATE INDEX item_by_time ON item(time_ms, id);
CREATE INDEX item_source ON item(source_id);
CREATE INDEX item_from ON item(from_id, time_ms);
CREATE INDEX item_other ON item(other_id, time_ms);

CREATE TRIGGER item_no_rewrite BEFORE UPDATE OF id, source_id, kind, written_direction, from_id, other_id, subject, text,
    message_id, call_type, call_raw_type, duration_s, latitude, longitude, camera, record_offset, record_length,
    record_index, identity ON item
    BEGIN SELECT RAISE(ABORT, 'what was read from an original is not changed'); END;
CREATE TRIGGER item_no_delete BEFORE DELETE ON item BEGIN SELECT RAISE(ABORT, 'an item is excluded, not removed'); END;

CREATE TABLE item_time (
    item_id INTEGER NOT NULL REFERENCES item(id),
    sequence INTEGER NOT NULL,        -- 0 = the one import chose
    time_ms INTEGER NOT NULL,
    offset_s INTEGER,
    zone TEXT NOT NULL,
    precision INTEGER NOT NULL,
    basis INTEGER NOT NULL,
    source TEXT NOT NULL,
    as_written TEXT NOT NULL,
    PRIMARY KEY (item_id, sequence)
) WITHOUT ROWID;

CREATE TABLE item_participant (
    item_id INTEGER NOT NULL REFERENCES item(id),
    sequence INTEGER NOT NULL,
    role TEXT NOT NULL,               -- from, to, cc, bcc
    identifier_id INTEGER REFERENCES identifier(id), -- null: hidden
    written TEXT NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (item_id, sequence)
) WITHOUT ROWID;
CREATE INDEX item_participant_identifier ON item_participant(identifier_id, item_id);

CREATE TABLE attachment (
    id INTEGER PRIMARY KEY,
    item_id INTEGER NOT NULL REFERENCES item(id),
    sequence INTEGER NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    size INTEGER NOT NULL,
    sha256 TEXT NOT NULL,
    encoded_offset INTEGER NOT NULL,  -- in the original
    encoded_length INTEGER NOT NULL,
    encoding INTEGER NOT NULL,
    is_inline INTEGER NOT NULL
);
CREATE INDEX attachment_item ON attachment(item_id);

CREATE TABLE issue (
    id INTEGER PRIMARY KEY,
    source_id INTEGER NOT NULL REFERENCES source(id),
    item_id INTEGER REFERENCES item(id),
    code TEXT NOT NULL,
    severity TEXT NOT NULL,
    detail TEXT NOT NULL,
    position INTEGER NOT NULL         -- bytes from the start of the source
);
CREATE INDEX issue_item ON issue(item_id);
CREATE INDEX issue_source ON issue(source_id);

CREATE TABLE tag (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE); -- the user's words, and type codes with "type:" before
CREATE TABLE item_tag (
    id INTEGER PRIMARY KEY,
    item_id INTEGER NOT NULL REFERENCES item(id),
    tag_id INTEGER NOT NULL REFERENCES tag(id),
    UNIQUE (item_id, tag_id)
);
CREATE INDEX item_tag_tag ON item_tag(tag_id);

CREATE TABLE incident (
    id INTEGER PRIMARY KEY,
    number INTEGER NOT NULL UNIQUE,
    start_ms INTEGER NOT NULL,
    start_precision INTEGER NOT NULL,
    start_about INTEGER NOT NULL DEFAULT 0,
    end_ms INTEGER,
    end_precision INTEGER,
    time_source TEXT NOT NULL,
    type TEXT NOT NULL DEFAULT 'other',
    extra_types TEXT NOT NULL DEFAULT '',   -- codes, blank between
    channel TEXT NOT NULL DEFAULT '',
    count INTEGER NOT NULL DEFAULT 0,
    title TEXT NOT NULL DEFAULT '',
    description TEXT NOT NULL DEFAULT '',
    quote TEXT NOT NULL DEFAULT '',
    place_type TEXT NOT NULL DEFAULT '',
    place_text TEXT NOT NULL DEFAULT '',
    targets TEXT NOT NULL DEFAULT '',
    party_id INTEGER REFERENCES party(id),
    identified_by TEXT NOT NULL DEFAULT '',
    identified_text TEXT NOT NULL DEFAULT '',
    witnesses TEXT NOT NULL DEFAULT '',
    response TEXT NOT NULL DEFAULT '',
    response_text TEXT NOT NULL DEFAULT '',
    fear INTEGER NOT NULL DEFAULT -1,
    impact TEXT NOT NULL DEFAULT '',
    reported INTEGER NOT NULL DEFAULT 0,
    report_number TEXT NOT NULL DEFAULT '',
    highlight INTEGER NOT NULL DEFAULT 0,
    private_note TEXT NOT NULL DEFAULT '',
    still_needed TEXT NOT NULL DEFAULT '',
    status TEXT NOT NULL DEFAULT 'draft',
    episode_key TEXT NOT NULL DEFAULT '',
    created_ms INTEGER NOT NULL,
    changed_ms INTEGER NOT NULL
);
CREATE INDEX incident_start ON incident(start_ms);

CREATE TABLE incident_item (
    id INTEGER PRIMARY KEY,
    incident_id INTEGER NOT NULL REFERENCES incident(id),
    item_id INTEGER NOT NULL REFERENCES item(id),
    UNIQUE (incident_id, item_id)
);
CREATE INDEX incident_item_item ON incident_item(item_id);

CREATE TABLE milestone (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    time_ms INTEGER NOT NULL,
    precision INTEGER NOT NULL,
    title TEXT NOT NULL DEFAULT '',
    valid_to TEXT NOT NULL DEFAULT '',
    report_number TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT '',
    item_id INTEGER REFERENCES item(id)
);

CREATE TABLE exhibit (
    id INTEGER PRIMARY KEY,
    number INTEGER NOT NULL UNIQUE,   -- never used again
    incident_id INTEGER REFERENCES incident(id),
    milestone_id INTEGER REFERENCES milestone(id),
    kind TEXT NOT NULL,
    frozen_ms INTEGER NOT NULL,
    withdrawn INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE exhibit_item (
    id INTEGER PRIMARY KEY,
    exhibit_id INTEGER NOT NULL REFERENCES exhibit(id),
    item_id INTEGER NOT NULL REFERENCES item(id),
    UNIQUE (exhibit_id, item_id)
);

-- What must never leave the case: new address, new number, school, workplace, names of helpers.
CREATE TABLE protected_term (id INTEGER PRIMARY KEY, term TEXT NOT NULL UNIQUE, label TEXT NOT NULL DEFAULT '');

-- Search in any part of a word: body LIKE '%' || fold(words) || '%', without ESCAPE, which would keep the index from being
-- asked. No second copy of the text: the view folds it when the index asks. A row goes in by
-- INSERT INTO item_search(rowid, body) VALUES (id, fold(subject || ' ' || text)); with a SELECT instead, FTS5 writes out
-- its buffer at every row and takes about three times as long.
CREATE VIEW item_folded AS SELECT id, fold(subject || ' ' || text) AS body FROM item;
CREATE VIRTUAL TABLE item_search USING fts5(body, content='item_folded', content_rowid='id', tokenize='trigram',
                                            detail=none, columnsize=0);
