-- What version 5 adds to version 4 (schema_4.sql, schema_4_end.sql), for new cases as for old ones.

-- How 03/04 is read in the file, where she was asked and said so: day, month or year (core/format/date_order.h);
-- '' = as the file says. A reading that goes on, or is done again after a rescue, reads it the same.
ALTER TABLE source ADD COLUMN date_order TEXT NOT NULL DEFAULT '';
CREATE TRIGGER source_date_order_no_update BEFORE UPDATE OF date_order ON source
    BEGIN SELECT RAISE(ABORT, 'how a source was read is not changed'); END;
