# Sources of this family, relative to core/format.
list(APPEND FORMAT_SOURCES
  photo/file_name_time.cpp
  photo/heif_size.cpp
  photo/metadata.cpp
  photo/photo_reader.cpp
  photo/photo_times.cpp
  photo/written_time.cpp)
