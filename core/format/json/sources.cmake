# Sources of this family, relative to core/format.
list(APPEND FORMAT_SOURCES
  json/input.cpp
  json/path.cpp
  json/recovery.cpp
  json/stream.cpp
  json/value.cpp
  json/value_parser.cpp
  json/value_string.cpp)
