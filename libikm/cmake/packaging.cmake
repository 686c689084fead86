# What is installed: headers, libraries, a CMake package and pkg-config files, none of which knows where it was put.
include(CMakePackageConfigHelpers)

set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/ikm")
set(pkgconfig_dir "${CMAKE_INSTALL_LIBDIR}/pkgconfig")

install(DIRECTORY "${PROJECT_SOURCE_DIR}/include/" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" FILES_MATCHING PATTERN "*.h")
install(FILES "${PROJECT_SOURCE_DIR}/libikm/ingest/schema.schema.json" DESTINATION "${CMAKE_INSTALL_DATADIR}/ikm")

foreach(name ikm xlsx readers)
  foreach(kind shared static)
    install(EXPORT ikm-${name}-${kind} NAMESPACE ikm:: DESTINATION "${package_dir}")
  endforeach()
endforeach()
configure_package_config_file("${CMAKE_CURRENT_LIST_DIR}/ikm-config.cmake.in" "${CMAKE_CURRENT_BINARY_DIR}/ikm-config.cmake"
  INSTALL_DESTINATION "${package_dir}")
write_basic_package_version_file("${CMAKE_CURRENT_BINARY_DIR}/ikm-config-version.cmake" COMPATIBILITY SameMinorVersion)
install(FILES "${CMAKE_CURRENT_BINARY_DIR}/ikm-config.cmake" "${CMAKE_CURRENT_BINARY_DIR}/ikm-config-version.cmake"
  "${CMAKE_CURRENT_LIST_DIR}/dependencies.cmake" "${CMAKE_CURRENT_LIST_DIR}/Findcsv.cmake"
  "${CMAKE_CURRENT_LIST_DIR}/Findreadstat.cmake" DESTINATION "${package_dir}")

# ikm_pkgconfig(NAME DESCRIPTION [REQUIRES ours] [PRIVATE modules] [LIBS -lplain])
function(ikm_pkgconfig pc_name pc_description)
  cmake_parse_arguments(PARSE_ARGV 2 of "" "" "REQUIRES;PRIVATE;LIBS")
  # from the folder of the .pc file back to the prefix, so that an installation can be moved as a whole
  file(RELATIVE_PATH back "/p/${pkgconfig_dir}" "/p")
  string(REGEX REPLACE "/$" "" back "${back}")
  set(pc_prefix "\${pcfiledir}/${back}")
  list(JOIN of_REQUIRES ", " pc_requires)
  list(JOIN of_PRIVATE ", " pc_requires_private)
  list(JOIN of_LIBS " " pc_libs_private)
  configure_file("${PROJECT_SOURCE_DIR}/libikm/cmake/ikm.pc.in" "${CMAKE_CURRENT_BINARY_DIR}/${pc_name}.pc" @ONLY)
  install(FILES "${CMAKE_CURRENT_BINARY_DIR}/${pc_name}.pc" DESTINATION "${pkgconfig_dir}")
endfunction()

ikm_pkgconfig(ikm "The satisfaction index of Indonesian public services, exactly"
  PRIVATE jansson libutf8proc zlib LIBS -lcsv -pthread)
ikm_pkgconfig(ikm-xlsx "Documents of libikm as workbooks"
  REQUIRES "ikm = ${PROJECT_VERSION}" PRIVATE xlsxwriter zlib)
# by its plain name: what libzip.pc asks of a static link is for a static libzip, and Debian's does not bring it along
ikm_pkgconfig(ikm-readers "Survey dumps from workbooks and statistics packages for libikm"
  REQUIRES "ikm = ${PROJECT_VERSION}" PRIVATE expat LIBS -lzip -lreadstat -lm)
