# Sources of this family, relative to core/format.
list(APPEND FORMAT_SOURCES
  telegram/html_page.cpp
  telegram/html_reader.cpp
  telegram/message.cpp
  telegram/message_media.cpp
  telegram/telegram_reader.cpp)
