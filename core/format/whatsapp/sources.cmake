# Sources of this family, relative to core/format.
list(APPEND FORMAT_SOURCES
  whatsapp/chat_reading.cpp
  whatsapp/content.cpp
  whatsapp/date_order.cpp
  whatsapp/duration.cpp
  whatsapp/header.cpp
  whatsapp/lines.cpp
  whatsapp/survey.cpp
  whatsapp/whatsapp_reader.cpp
  whatsapp/words.cpp)
