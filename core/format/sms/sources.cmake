# Sources of this family, relative to core/format.
list(APPEND FORMAT_SOURCES
  sms/attribute_text.cpp
  sms/input_buffer.cpp
  sms/message_records.cpp
  sms/mms_record.cpp
  sms/part_data.cpp
  sms/record_fields.cpp
  sms/repeats.cpp
  sms/sms_backup_reader.cpp
  sms/tag_scanner.cpp
  sms/tag_scanner_quick.cpp
  sms/tag_scanner_skip.cpp
  sms/utf16.cpp)
