# Sources of this family, relative to core/format.
list(APPEND FORMAT_SOURCES
  chat/chat_record.cpp)
