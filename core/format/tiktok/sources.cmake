# Sources of this family, relative to core/format.
list(APPEND FORMAT_SOURCES
  tiktok/tiktok_reader.cpp)
