# Sources of this family, relative to core/format.
list(APPEND FORMAT_SOURCES
  imazing/columns.cpp
  imazing/file_name.cpp
  imazing/imazing_reader.cpp
  imazing/own_tables.cpp
  imazing/sessions.cpp
  imazing/ways.cpp)
