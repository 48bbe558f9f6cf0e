# Sources of this family, relative to core/format.
list(APPEND FORMAT_SOURCES
  messenger/html_page.cpp
  messenger/html_reader.cpp
  messenger/html_time.cpp
  messenger/message.cpp
  messenger/messenger_reader.cpp
  messenger/mojibake.cpp
  messenger/thread.cpp
  messenger/whose.cpp
  messenger/words.cpp)
