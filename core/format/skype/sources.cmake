# Sources of this family, relative to core/format.
list(APPEND FORMAT_SOURCES
  skype/message.cpp
  skype/skype_reader.cpp)
