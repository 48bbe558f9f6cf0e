# Sources of this family, relative to core/format.
list(APPEND FORMAT_SOURCES
  archive/archive_handle.cpp
  archive/archive_reader.cpp)
