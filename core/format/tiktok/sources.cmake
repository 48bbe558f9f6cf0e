# Sources of this family, relative to core/format.
list(APPEND FORMAT_SOURCES
  tiktok/chats.cpp
  tiktok/tiktok_reader.cpp
  tiktok/tiktok_text_reader.cpp)
