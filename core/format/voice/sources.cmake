# Sources of this family, relative to core/format.
list(APPEND FORMAT_SOURCES
  voice/voice_page.cpp
  voice/voice_reader.cpp)
