# Sources of this family, relative to core/format.
list(APPEND FORMAT_SOURCES
  chat/chat_record.cpp
  chat/conversation.cpp
  chat/json_probe.cpp
  chat/lines.cpp
  chat/written_time.cpp)
