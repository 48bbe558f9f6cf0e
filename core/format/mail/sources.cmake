# Sources of this family, relative to core/format.
list(APPEND FORMAT_SOURCES
  mail/addresses.cpp
  mail/counted_body.cpp
  mail/date_words.cpp
  mail/eml_reader.cpp
  mail/encoded_word.cpp
  mail/envelope_line.cpp
  mail/header_value.cpp
  mail/html_entity.cpp
  mail/html_text.cpp
  mail/leaf.cpp
  mail/leaf_plan.cpp
  mail/line_reader.cpp
  mail/mail_date.cpp
  mail/mail_parser.cpp
  mail/mail_record.cpp
  mail/mail_times.cpp
  mail/mbox_reader.cpp
  mail/other_text.cpp
  mail/part_header.cpp
  mail/reading.cpp
  mail/text_decode.cpp
  mail/uuencode.cpp
  mail/zone_name.cpp)
