# Sources of this family, relative to core/format.
list(APPEND FORMAT_SOURCES
  snapchat/event.cpp
  snapchat/snapchat_reader.cpp)
