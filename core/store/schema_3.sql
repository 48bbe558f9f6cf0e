-- What version 3 makes otherwise than version 2 (schema_2.sql), for new cases as for old ones.

-- The search index is our own: that of FTS5 cost as much as all else of an import. Which items have which three
-- characters in a row of their folded text (item_folded); core/store/trigram_lists.h says how the bytes are meant. A
-- batch of items is a segment, small ones are put together, and search.h reads and writes them.
DROP TABLE item_trigram;
DROP TRIGGER item_transcript;
DROP TABLE item_search;
CREATE TABLE search_segment (
    id INTEGER PRIMARY KEY,
    base INTEGER NOT NULL,            -- the lists count from here: no item of it is before
    last INTEGER NOT NULL,            -- item
    bytes INTEGER NOT NULL,           -- of its lists
    begins BLOB NOT NULL              -- the first trigram of each page, 8 bytes, the lowest first
);
CREATE TABLE search_page (
    id INTEGER PRIMARY KEY,           -- segment * 2^20 + number from 0
    lists BLOB NOT NULL
);
-- Items whose text the lists do not say, or not as it is now: a search looks at the texts of all of these.
CREATE TABLE search_pending (item_id INTEGER PRIMARY KEY);
CREATE TRIGGER item_transcript AFTER UPDATE OF transcript ON item WHEN OLD.transcript <> NEW.transcript
    BEGIN INSERT OR IGNORE INTO search_pending VALUES (NEW.id); END;
