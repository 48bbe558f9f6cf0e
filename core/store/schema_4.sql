-- What version 4 makes otherwise than version 3 (schema_3.sql), for new cases as for old ones: first what stands beside
-- the old tables. Then their rows are moved (schema.cpp), then comes schema_4_end.sql.

-- The times and the people of an item are values of its own row; as rows of two tables with an index they cost as much
-- of an import as the item. Texts come last, for a long one leaves the page. No foreign key at from_id and other_id: each
-- needed an index as large as that of the times, and verify asks item_identifier.
CREATE TABLE item_next (
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
    from_id INTEGER,                  -- of people, so that it is in item_identifier too
    other_id INTEGER,                 -- the other side of the conversation (sender in, recipient out)
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
    reviewed INTEGER NOT NULL DEFAULT 0, -- state
    times BLOB NOT NULL DEFAULT x'',  -- packed_rows.h: what import read, the one it chose first; see item_time
    people BLOB NOT NULL DEFAULT x'', -- packed_rows.h; see item_participant
    subject TEXT NOT NULL DEFAULT '',
    text TEXT NOT NULL DEFAULT '',
    transcript TEXT NOT NULL DEFAULT '' -- state: what is said in a recording, as she wrote it down; searched as the text is
);

-- Times that came later than the import, from sequence 1000 on.
CREATE TABLE item_time_later (
    item_id INTEGER NOT NULL REFERENCES item(id),
    sequence INTEGER NOT NULL,
    time_ms INTEGER NOT NULL,
    offset_s INTEGER,
    zone TEXT NOT NULL,
    precision INTEGER NOT NULL,
    basis INTEGER NOT NULL,
    source TEXT NOT NULL,
    as_written TEXT NOT NULL,
    PRIMARY KEY (item_id, sequence)
) WITHOUT ROWID;

-- In which items a number or an address is. Follows from item.people; a batch of an import writes it in this order.
CREATE TABLE item_identifier (
    identifier_id INTEGER NOT NULL REFERENCES identifier(id),
    item_id INTEGER NOT NULL,
    is_sender INTEGER NOT NULL,
    PRIMARY KEY (identifier_id, item_id, is_sender)
) WITHOUT ROWID;

-- Of a film or a recording, where its length was known when it was taken in; null = not known.
ALTER TABLE attachment ADD COLUMN duration_s INTEGER;
