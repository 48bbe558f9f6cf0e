# Sources of this family, relative to core/format.
list(APPEND FORMAT_SOURCES
  table/csv_rows.cpp
  table/date_words.cpp
  table/guess.cpp
  table/header_words.cpp
  table/mapping.cpp
  table/row_record.cpp
  table/table_file.cpp
  table/table_reader.cpp
  table/words.cpp
  table/written_date.cpp
  table/written_duration.cpp
  table/xlsx_book.cpp
  table/xlsx_numbers.cpp
  table/xlsx_parts.cpp
  table/xml_parser.cpp)
