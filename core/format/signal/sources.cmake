# Sources of this family, relative to core/format.
list(APPEND FORMAT_SOURCES
  signal/chat_item.cpp
  signal/chat_update.cpp
  signal/desktop_message.cpp
  signal/desktop_readers.cpp
  signal/media_name.cpp
  signal/people.cpp
  signal/signal_reader.cpp)
