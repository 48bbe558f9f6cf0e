-- What version 2 adds to version 1 (schema.sql), for new cases as for old ones.

-- What opening or closing found to be wrong, until she has seen it and said so. The full text is in custody too.
CREATE TABLE finding (
    id INTEGER PRIMARY KEY,
    at_ms INTEGER NOT NULL,
    what TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL,
    seen_ms INTEGER                   -- null: not yet
);
CREATE TRIGGER finding_no_update BEFORE UPDATE OF id, at_ms, what, subject, detail ON finding
    BEGIN SELECT RAISE(ABORT, 'a finding is not changed'); END;
CREATE TRIGGER finding_no_delete BEFORE DELETE ON finding BEGIN SELECT RAISE(ABORT, 'a finding is not removed'); END;

-- Which items an entry of the history is about. Follows from custody.detail; only for finding them fast.
CREATE TABLE custody_item (
    item_id INTEGER NOT NULL,
    sequence INTEGER NOT NULL REFERENCES custody(sequence),
    PRIMARY KEY (item_id, sequence)
) WITHOUT ROWID;
CREATE INDEX custody_subject ON custody(subject, sequence);

INSERT OR IGNORE INTO custody_item
    SELECT CAST(substr(subject, 6) AS INTEGER), sequence FROM custody WHERE subject LIKE 'item %';
INSERT OR IGNORE INTO custody_item
    SELECT CASE change.value ->> '$.table' WHEN 'item' THEN change.value ->> '$.before.id'
           ELSE coalesce(change.value ->> '$.after.item_id', change.value ->> '$.before.item_id') END AS item, sequence
    FROM custody, json_each(CASE WHEN json_valid(detail) THEN detail ELSE '{}' END, '$.changes') AS change
    WHERE item IS NOT NULL;

-- The head of the chain, as a time-stamp authority (RFC 3161) has confirmed it.
CREATE TABLE time_anchor (
    id INTEGER PRIMARY KEY,
    sequence INTEGER NOT NULL,        -- of custody
    hash TEXT NOT NULL,
    request BLOB NOT NULL,
    reply BLOB,
    time_ms INTEGER                   -- as the authority says; null: no reply yet
);

-- Where else an item stands: records that were left out because the case has them already.
CREATE TABLE item_sighting (
    item_id INTEGER NOT NULL REFERENCES item(id),
    source_id INTEGER NOT NULL REFERENCES source(id),
    record_offset INTEGER NOT NULL,
    record_length INTEGER NOT NULL,
    record_index INTEGER NOT NULL,
    PRIMARY KEY (item_id, source_id, record_index)
) WITHOUT ROWID;
CREATE INDEX item_sighting_source ON item_sighting(source_id);

-- source.complete: 0 while it is read, 1 read to its end, 2 an attachment of other sources' items, with none of its own.

-- A file that came inside another one: a picture in an archive, a letter in a mailbox file. `path` as written there.
CREATE TABLE source_member (
    parent_id INTEGER NOT NULL REFERENCES source(id),
    path TEXT NOT NULL,
    child_id INTEGER NOT NULL REFERENCES source(id),
    PRIMARY KEY (parent_id, path)
) WITHOUT ROWID;
CREATE INDEX source_member_child ON source_member(child_id);

-- An attachment in a file of its own: where the export says it is, and the original that it was found in. With a path and
-- no original the export did not hold it.
ALTER TABLE attachment ADD COLUMN path TEXT NOT NULL DEFAULT '';
ALTER TABLE attachment ADD COLUMN original_id INTEGER REFERENCES original(id);
CREATE INDEX attachment_original ON attachment(original_id) WHERE original_id IS NOT NULL;

ALTER TABLE source ADD COLUMN removed_ms INTEGER; -- null: it is in the case

-- A damaged or missing file of an original may be replaced by a sound one of the same bytes; nothing else of it.
DROP TRIGGER original_no_update;
CREATE TRIGGER original_no_update BEFORE UPDATE OF id, sha256, size ON original
    BEGIN SELECT RAISE(ABORT, 'an original is never changed'); END;

CREATE TRIGGER source_no_rewrite BEFORE UPDATE OF id, run_id, original_id, name, path, format, zone, file_time_ms,
    imported_ms ON source
    BEGIN SELECT RAISE(ABORT, 'where an original came from is not changed'); END;
CREATE TRIGGER source_no_delete BEFORE DELETE ON source BEGIN SELECT RAISE(ABORT, 'a source is not forgotten'); END;

DROP TRIGGER item_no_rewrite;
CREATE TRIGGER item_no_rewrite BEFORE UPDATE OF id, source_id, kind, written_direction, from_id, other_id, subject, text,
    message_id, call_type, call_raw_type, duration_s, width, height, orientation, latitude, longitude, camera,
    is_screenshot, record_offset, record_length, record_index, identity ON item
    BEGIN SELECT RAISE(ABORT, 'what was read from an original is not changed'); END;

-- Items go only with their whole source.
DROP TRIGGER item_no_delete;
CREATE TRIGGER item_no_delete BEFORE DELETE ON item
    WHEN (SELECT removed_ms FROM source WHERE id = OLD.source_id) IS NULL
    BEGIN SELECT RAISE(ABORT, 'an item is excluded, not removed'); END;

CREATE TRIGGER item_time_no_update BEFORE UPDATE ON item_time
    BEGIN SELECT RAISE(ABORT, 'what was read from an original is not changed'); END;
CREATE TRIGGER item_time_no_delete BEFORE DELETE ON item_time
    WHEN (SELECT removed_ms FROM source WHERE id = (SELECT source_id FROM item WHERE id = OLD.item_id)) IS NULL
    BEGIN SELECT RAISE(ABORT, 'what was read from an original is not removed'); END;

CREATE TRIGGER item_participant_no_update BEFORE UPDATE ON item_participant
    BEGIN SELECT RAISE(ABORT, 'what was read from an original is not changed'); END;
CREATE TRIGGER item_participant_no_delete BEFORE DELETE ON item_participant
    WHEN (SELECT removed_ms FROM source WHERE id = (SELECT source_id FROM item WHERE id = OLD.item_id)) IS NULL
    BEGIN SELECT RAISE(ABORT, 'what was read from an original is not removed'); END;

CREATE TRIGGER attachment_no_update BEFORE UPDATE ON attachment
    BEGIN SELECT RAISE(ABORT, 'what was read from an original is not changed'); END;
CREATE TRIGGER attachment_no_delete BEFORE DELETE ON attachment
    WHEN (SELECT removed_ms FROM source WHERE id = (SELECT source_id FROM item WHERE id = OLD.item_id)) IS NULL
    BEGIN SELECT RAISE(ABORT, 'what was read from an original is not removed'); END;

CREATE TRIGGER identifier_no_rewrite BEFORE UPDATE OF id, kind, normal ON identifier
    BEGIN SELECT RAISE(ABORT, 'a number or an address is not changed'); END;

CREATE TRIGGER source_removed_for_good BEFORE UPDATE OF removed_ms ON source WHEN OLD.removed_ms IS NOT NULL
    BEGIN SELECT RAISE(ABORT, 'a source that was removed does not come back'); END;

-- For looking up what stands on an item; the check of the foreign key when it is deleted asks too.
CREATE INDEX exhibit_item_item ON exhibit_item(item_id);

-- What a rescue brought out of a damaged case beside its rows: the history and the time stamps over it as far as they
-- could be read, as they were. `rescue` counts from 1: a rescued case may be rescued again.
CREATE TABLE custody_old (
    id INTEGER PRIMARY KEY,
    rescue INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    at_ms INTEGER NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    detail TEXT NOT NULL,
    hash TEXT NOT NULL
);
CREATE TRIGGER custody_old_no_update BEFORE UPDATE ON custody_old
    BEGIN SELECT RAISE(ABORT, 'custody is append-only'); END;
CREATE TRIGGER custody_old_no_delete BEFORE DELETE ON custody_old
    BEGIN SELECT RAISE(ABORT, 'custody is append-only'); END;
CREATE TABLE time_anchor_old (
    id INTEGER PRIMARY KEY,
    rescue INTEGER NOT NULL,
    sequence INTEGER NOT NULL,
    hash TEXT NOT NULL,
    request BLOB NOT NULL,
    reply BLOB,
    time_ms INTEGER
);

-- Originals whose rows a rescue brought over and whose files it could not read. What was read from them is kept.
CREATE TABLE original_lost (
    original_id INTEGER PRIMARY KEY REFERENCES original(id),
    fault TEXT NOT NULL
);

-- What is searched: the folded text and two blanks, so that each of its characters begins a trigram; then a word of
-- one or two characters is found by the trigrams that begin with it. The blanks are in no word.
-- State of an item: what is said in a recording, as she wrote it down. Searched as the text is.
ALTER TABLE item ADD COLUMN transcript TEXT NOT NULL DEFAULT '';
DROP VIEW item_folded;
CREATE VIEW item_folded AS SELECT id, fold(subject || ' ' || text || CASE transcript WHEN '' THEN '' ELSE ' ' || transcript END)
    || '  ' AS body FROM item;
CREATE TRIGGER item_transcript AFTER UPDATE OF transcript ON item WHEN OLD.transcript <> NEW.transcript BEGIN
    INSERT INTO item_search(item_search, rowid, body) VALUES ('delete', OLD.id, fold(OLD.subject || ' ' || OLD.text ||
        CASE OLD.transcript WHEN '' THEN '' ELSE ' ' || OLD.transcript END) || '  ');
    INSERT INTO item_search(rowid, body) SELECT id, body FROM item_folded WHERE id = NEW.id;
END;
-- A leaf of the index fills a page of the database; of the default size two do not fit into one, and its second half
-- stays empty. More parts before they are merged: what came in is written anew less often.
INSERT INTO item_search(item_search, rank) VALUES ('pgsz', 8000), ('automerge', 8), ('crisismerge', 64);
CREATE VIRTUAL TABLE item_trigram USING fts5vocab(item_search, instance);

-- The items of a source in their order, and all that the counts beside the list ask for, so that they need not read
-- the texts.
DROP INDEX item_source;
CREATE INDEX item_source ON item(source_id, id, kind, excluded, reviewed, time_ms);

-- What the columns of a table mean, where she said so (JSON of core/format/table/mapping.h); '' = as guessed, or no table.
ALTER TABLE source ADD COLUMN mapping TEXT NOT NULL DEFAULT '';
CREATE TRIGGER source_mapping_no_update BEFORE UPDATE OF mapping ON source
    BEGIN SELECT RAISE(ABORT, 'how a source was read is not changed'); END;
-- The same, kept by name for other files with these headers.
CREATE TABLE table_template (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, mapping TEXT NOT NULL);

-- What an incident was made of, where that was a row of her own log: 'log:' SHA-256 of the file ':' row. Once each.
ALTER TABLE incident ADD COLUMN origin TEXT NOT NULL DEFAULT '';
CREATE UNIQUE INDEX incident_origin ON incident(origin) WHERE origin <> '';
