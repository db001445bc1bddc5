# An overlay port that builds the tree it lies in: see ../../README.md. A port for a registry takes
# the source with vcpkg_from_git or vcpkg_from_github instead.
get_filename_component(SOURCE_PATH "${CMAKE_CURRENT_LIST_DIR}/../../../.." ABSOLUTE)

vcpkg_cmake_configure(
  SOURCE_PATH "${SOURCE_PATH}"
  OPTIONS -DHANTEXT_BUILD_TESTS=OFF -DHANTEXT_BUILD_BENCH=OFF -DHANTEXT_BUILD_EXAMPLES=OFF
          -DHANTEXT_INSTALL=ON)
vcpkg_cmake_install()
vcpkg_cmake_config_fixup(CONFIG_PATH lib/cmake/hantext)
vcpkg_fixup_pkgconfig()

# Headers are the same for debugging, and nothing else is installed.
file(REMOVE_RECURSE "${CURRENT_PACKAGES_DIR}/debug" "${CURRENT_PACKAGES_DIR}/lib")
vcpkg_install_copyright(FILE_LIST "${SOURCE_PATH}/LICENSE")
