# Sources of this family, relative to core/format.
list(APPEND FORMAT_SOURCES
  sqlite/original_file.cpp
  sqlite/source_database.cpp
  sqlite/write_ahead_log.cpp)
