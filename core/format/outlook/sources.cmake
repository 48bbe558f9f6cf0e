# Sources of this family, relative to core/format.
list(APPEND FORMAT_SOURCES
  outlook/code_page.cpp
  outlook/compound_file.cpp
  outlook/message_body.cpp
  outlook/message_kind.cpp
  outlook/message_people.cpp
  outlook/message_record.cpp
  outlook/message_times.cpp
  outlook/msg_message.cpp
  outlook/msg_reader.cpp
  outlook/pff_io.cpp
  outlook/pff_message.cpp
  outlook/property_bag.cpp
  outlook/pst_reader.cpp
  outlook/rtf_packed.cpp
  outlook/rtf_text.cpp
  outlook/tnef_message.cpp
  outlook/tnef_properties.cpp
  outlook/tnef_reader.cpp)
