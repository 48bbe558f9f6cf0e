# The Debian package: `./dev package deb`. Desktop entry, icon, MIME type and man page beside the programs.
install(FILES installer/linux/logbog.desktop DESTINATION share/applications)
install(FILES installer/linux/logbog.xml DESTINATION share/mime/packages)
install(FILES assets/icons/logbog.svg DESTINATION share/icons/hicolor/scalable/apps)

set(DOC_DIR ${CMAKE_BINARY_DIR}/doc)
find_program(GZIP gzip REQUIRED)
add_custom_command(OUTPUT ${DOC_DIR}/logbog.1.gz
  COMMAND ${CMAKE_COMMAND} -E make_directory ${DOC_DIR}
  COMMAND ${GZIP} -9nc ${PROJECT_SOURCE_DIR}/installer/linux/logbog.1 > ${DOC_DIR}/logbog.1.gz
  DEPENDS installer/linux/logbog.1)
string(TIMESTAMP PACKAGE_DATE "%a, %d %b %Y %H:%M:%S +0000" UTC) # SOURCE_DATE_EPOCH where it is set
configure_file(installer/linux/changelog.in ${DOC_DIR}/changelog @ONLY)
add_custom_command(OUTPUT ${DOC_DIR}/changelog.gz
  COMMAND ${GZIP} -9nc ${DOC_DIR}/changelog > ${DOC_DIR}/changelog.gz
  DEPENDS ${DOC_DIR}/changelog)
add_custom_target(package_documents ALL DEPENDS ${DOC_DIR}/logbog.1.gz ${DOC_DIR}/changelog.gz)
install(FILES ${DOC_DIR}/logbog.1.gz DESTINATION share/man/man1)
install(FILES ${DOC_DIR}/logbog.1.gz DESTINATION share/man/man1 RENAME logbog-cli.1.gz)
install(FILES installer/linux/copyright CHANGELOG.md ${DOC_DIR}/changelog.gz DESTINATION share/doc/logbog)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME logbog)
set(CPACK_PACKAGE_VENDOR Logbog)
set(CPACK_PACKAGE_CONTACT "Logbog <logbog@logbog.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "case log with numbered exhibits from message exports")
set(CPACK_DEBIAN_PACKAGE_DESCRIPTION
  "Logbog reads exports of messages, mail, calls, photos and documents into an\nencrypted case folder, shows them on a time line and prints a log form as PDF\nwith numbered exhibits. It uses no network.")
set(CPACK_DEBIAN_PACKAGE_SECTION utils)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS
  "fonts-noto-core, fonts-noto-cjk, fonts-noto-color-emoji, hyphen-da, hyphen-en-gb, libheif-plugin-libde265 | libheif1 (<< 1.16), libheif-plugin-dav1d | libheif1 (<< 1.16)")
# Opened at run time, so that no tool finds them: the versions that the headers belong to.
set(av_packages "")
foreach(library avformat avcodec swscale)
  string(REGEX MATCH "^[0-9]+" major "${av_lib${library}_VERSION}")
  string(APPEND av_packages ", lib${library}${major}")
endforeach()
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "wx3.2-i18n${av_packages}")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE
  WORLD_READ WORLD_EXECUTE)
include(CPack)
