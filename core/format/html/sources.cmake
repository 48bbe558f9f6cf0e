# Sources of this family, relative to core/format.
list(APPEND FORMAT_SOURCES
  html/tokens.cpp
  html/whole_page.cpp)
