# Sources of this family, relative to core/format.
list(APPEND FORMAT_SOURCES
  messenger/message.cpp
  messenger/messenger_reader.cpp
  messenger/mojibake.cpp
  messenger/thread.cpp
  messenger/whose.cpp
  messenger/words.cpp)
