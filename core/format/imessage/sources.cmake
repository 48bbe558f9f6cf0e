# Sources of this family, relative to core/format.
list(APPEND FORMAT_SOURCES
  imessage/exported_page.cpp
  imessage/exported_text.cpp
  imessage/exporter_reader.cpp)
