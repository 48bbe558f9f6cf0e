# Sources of this family, relative to core/format.
list(APPEND FORMAT_SOURCES
  discord/discord_csv_reader.cpp
  discord/discord_reader.cpp
  discord/message.cpp)
