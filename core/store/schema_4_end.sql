-- The end of the step to version 4 (schema_4.sql), once the rows are moved.
DROP VIEW item_folded;
DROP TRIGGER attachment_no_delete;
DROP TABLE item_time;
DROP TABLE item_participant;
DROP TABLE item;
ALTER TABLE item_next RENAME TO item;

CREATE INDEX item_by_time ON item(time_ms, id);
-- The items of a source in their order, and all that the counts beside the list ask for, so that they need not read
-- the texts.
CREATE INDEX item_source ON item(source_id, id, kind, excluded, reviewed, time_ms);

CREATE TRIGGER item_no_rewrite BEFORE UPDATE OF id, source_id, kind, written_direction, from_id, other_id, message_id,
    call_type, call_raw_type, duration_s, width, height, orientation, latitude, longitude, camera, is_screenshot,
    record_offset, record_length, record_index, identity, times, people, subject, text ON item
    BEGIN SELECT RAISE(ABORT, 'what was read from an original is not changed'); END;
-- Items go only with their whole source.
CREATE TRIGGER item_no_delete BEFORE DELETE ON item
    WHEN (SELECT removed_ms FROM source WHERE id = OLD.source_id) IS NULL
    BEGIN SELECT RAISE(ABORT, 'an item is excluded, not removed'); END;
CREATE TRIGGER item_transcript AFTER UPDATE OF transcript ON item WHEN OLD.transcript <> NEW.transcript
    BEGIN INSERT OR IGNORE INTO search_pending VALUES (NEW.id); END;

CREATE TRIGGER item_time_no_update BEFORE UPDATE ON item_time_later
    BEGIN SELECT RAISE(ABORT, 'what was read from an original is not changed'); END;
CREATE TRIGGER item_time_no_delete BEFORE DELETE ON item_time_later
    WHEN (SELECT removed_ms FROM source WHERE id = (SELECT source_id FROM item WHERE id = OLD.item_id)) IS NULL
    BEGIN SELECT RAISE(ABORT, 'what was read from an original is not removed'); END;
CREATE TRIGGER attachment_no_delete BEFORE DELETE ON attachment
    WHEN (SELECT removed_ms FROM source WHERE id = (SELECT source_id FROM item WHERE id = OLD.item_id)) IS NULL
    BEGIN SELECT RAISE(ABORT, 'what was read from an original is not removed'); END;

-- What is searched: the folded text and two blanks, so that each of its characters begins a trigram; then a word of
-- one or two characters is found by the trigrams that begin with it. The blanks are in no word.
CREATE VIEW item_folded AS SELECT id, fold(subject || ' ' || text || CASE transcript WHEN '' THEN '' ELSE ' ' || transcript END)
    || '  ' AS body FROM item;

-- All times of an item; sequence 0 = the one import chose.
CREATE VIEW item_time AS
    SELECT i.id AS item_id, r.sequence AS sequence, r.f0 AS time_ms, r.f1 AS offset_s, r.f2 AS zone, r.f3 AS precision,
        r.f4 AS basis, r.f5 AS source, r.f6 AS as_written FROM item i, packed_rows(i.times, 7) r
    UNION ALL SELECT item_id, sequence, time_ms, offset_s, zone, precision, basis, source, as_written FROM item_time_later;
-- Who took part: from, to, cc, bcc; without an identifier: hidden. To be asked by item; item_identifier the other way.
CREATE VIEW item_participant AS
    SELECT i.id AS item_id, r.sequence AS sequence, r.f0 AS role, r.f1 AS identifier_id, r.f2 AS written, r.f3 AS name
    FROM item i, packed_rows(i.people, 4) r;
