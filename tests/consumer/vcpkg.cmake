# Runs the vcpkg port with stand-ins for vcpkg's functions and looks at what it would package.
cmake_minimum_required(VERSION 3.23)

set(CURRENT_PACKAGES_DIR "${WORK}/package")
function(vcpkg_cmake_configure)
  cmake_parse_arguments(arg "" SOURCE_PATH OPTIONS ${ARGN})
  execute_process(COMMAND "${CMAKE_COMMAND}" -G "${GENERATOR}" -S "${arg_SOURCE_PATH}"
                          -B "${WORK}/build" "-DCMAKE_CXX_COMPILER=${COMPILER}" ${arg_OPTIONS}
                  COMMAND_ERROR_IS_FATAL ANY OUTPUT_QUIET)
endfunction()
function(vcpkg_cmake_install)
  execute_process(COMMAND "${CMAKE_COMMAND}" --install "${WORK}/build" --prefix
                          "${CURRENT_PACKAGES_DIR}" COMMAND_ERROR_IS_FATAL ANY OUTPUT_QUIET)
endfunction()
function(vcpkg_cmake_config_fixup)
  cmake_parse_arguments(arg "" CONFIG_PATH "" ${ARGN})
  file(RENAME "${CURRENT_PACKAGES_DIR}/${arg_CONFIG_PATH}" "${CURRENT_PACKAGES_DIR}/share/hantext")
endfunction()
function(vcpkg_fixup_pkgconfig)
endfunction()
function(vcpkg_install_copyright)
  cmake_parse_arguments(arg "" "" FILE_LIST ${ARGN})
  file(COPY_FILE "${arg_FILE_LIST}" "${CURRENT_PACKAGES_DIR}/share/hantext/copyright")
endfunction()

file(REMOVE_RECURSE "${WORK}")
include("${HANTEXT_SOURCE}/examples/packaging/vcpkg/hantext/portfile.cmake")

foreach(file include/hantext/hantext.hpp share/hantext/hantextConfig.cmake
             share/hantext/hantextTargets.cmake share/hantext/copyright share/pkgconfig/hantext.pc)
  if(NOT EXISTS "${CURRENT_PACKAGES_DIR}/${file}")
    message(SEND_ERROR "the port leaves out ${file}")
  endif()
endforeach()
file(READ "${HANTEXT_SOURCE}/examples/packaging/vcpkg/hantext/vcpkg.json" port)
string(JSON version GET "${port}" version)
if(NOT version STREQUAL VERSION)
  message(SEND_ERROR "the port is of version ${version}, the project of ${VERSION}")
endif()
