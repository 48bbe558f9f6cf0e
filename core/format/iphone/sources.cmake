# Sources of this family, relative to core/format.
list(APPEND FORMAT_SOURCES
  iphone/backup.cpp
  iphone/backup_name.cpp
  iphone/calls.cpp
  iphone/iphone_reader.cpp
  iphone/messages.cpp
  iphone/whatsapp.cpp)
