# What each library of ours links, found in one place for this build and, installed beside the package,
# for programs that link our static libraries.
#
# ikm_find_dependencies(COMPONENT [REQUIRED]) sets ikm_COMPONENT_needs to the targets, and
# ikm_COMPONENT_missing to what was not found.

function(ikm_find_dependencies component)
  set(packages_of_core csv ZLIB Threads)
  set(targets_of_core csv::csv ZLIB::ZLIB Threads::Threads)
  set(modules_of_core jansson libutf8proc)
  set(packages_of_xlsx ZLIB)
  set(targets_of_xlsx ZLIB::ZLIB)
  set(modules_of_xlsx xlsxwriter)
  set(packages_of_readers readstat)
  set(targets_of_readers readstat::readstat m)
  set(modules_of_readers libzip expat)

  set(how QUIET)
  if("REQUIRED" IN_LIST ARGN)
    set(how REQUIRED)
  endif()
  set(THREADS_PREFER_PTHREAD_FLAG ON)
  set(needs ${targets_of_${component}})
  set(missing "")

  foreach(package IN LISTS packages_of_${component})
    find_package(${package} ${how} GLOBAL)
    if(NOT ${package}_FOUND)
      list(APPEND missing ${package})
    endif()
  endforeach()
  find_package(PkgConfig ${how})
  foreach(module IN LISTS modules_of_${component})
    if(PkgConfig_FOUND)
      pkg_check_modules(ikm_${module} ${how} IMPORTED_TARGET GLOBAL ${module})
    endif()
    if(TARGET PkgConfig::ikm_${module})
      list(APPEND needs PkgConfig::ikm_${module})
    else()
      list(APPEND missing ${module})
    endif()
  endforeach()

  set(ikm_${component}_needs "${needs}" PARENT_SCOPE)
  set(ikm_${component}_missing "${missing}" PARENT_SCOPE)
endfunction()
