# Sources of this family, relative to core/format.
list(APPEND FORMAT_SOURCES
  film/asf.cpp
  film/camera_clock.cpp
  film/film_reader.cpp
  film/iso_fragments.cpp
  film/iso_media.cpp
  film/iso_tags.cpp
  film/matroska.cpp
  film/media_times.cpp
  film/mpeg_audio.cpp
  film/recognize.cpp
  film/riff.cpp
  film/sound_files.cpp
  film/transport.cpp
  film/window.cpp)
