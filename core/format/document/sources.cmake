# Sources of this family, relative to core/format.
list(APPEND FORMAT_SOURCES
  document/content.cpp
  document/document_reader.cpp
  document/log_date.cpp
  document/log_form.cpp
  document/office_text.cpp
  document/ole_properties.cpp
  document/pdf_lines.cpp
  document/pdf_text.cpp
  document/plain_text.cpp
  document/rtf_text.cpp
  document/word_binary.cpp
  document/word_runs.cpp
  document/xml_events.cpp
  document/zip_parts.cpp)
