# Sources of this family, relative to core/format.
list(APPEND FORMAT_SOURCES
  photo/embedded_film.cpp
  photo/file_name_time.cpp
  photo/heif_items.cpp
  photo/heif_size.cpp
  photo/live_pair.cpp
  photo/metadata.cpp
  photo/photo_reader.cpp
  photo/photo_times.cpp
  photo/side_file.cpp
  photo/time_ladder.cpp
  photo/whole_file.cpp
  photo/written_time.cpp)
