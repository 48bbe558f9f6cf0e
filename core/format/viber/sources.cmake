# Sources of this family, relative to core/format.
list(APPEND FORMAT_SOURCES
  viber/viber_line.cpp
  viber/viber_reader.cpp)
