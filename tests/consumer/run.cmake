# Builds and runs a project that uses the library, in WORK. KIND is one of
#   installed     find_package, of the tree that `cmake --install` makes, as README.md has it
#   pkgconfig     pkg-config, of the same
#   subdirectory  add_subdirectory
#   fetchcontent  FetchContent, of a local git repository with the project's files, as README.md has it
#   cpm           CPM, likewise; CPM is the file CPM.cmake
#   single        hantext.single.hpp, of HANTEXT_BUILD
cmake_minimum_required(VERSION 3.23)

function(run)
  execute_process(COMMAND ${ARGV} RESULT_VARIABLE exit_code OUTPUT_VARIABLE output
                  ERROR_VARIABLE output)
  if(NOT exit_code EQUAL 0)
    list(JOIN ARGV " " command)
    message(FATAL_ERROR "${command}\n${output}")
  endif()
endfunction()

# Writes the cmake block of README.md that calls `command`, with the repository's address replaced.
function(write_snippet command address)
  file(READ "${HANTEXT_SOURCE}/README.md" readme)
  string(FIND "${readme}" "\n${command}(" place)
  if(place EQUAL -1)
    message(FATAL_ERROR "README.md has no cmake block that calls ${command}")
  endif()
  string(SUBSTRING "${readme}" 0 ${place} before)
  string(FIND "${before}" "```cmake" begin REVERSE)
  string(SUBSTRING "${readme}" ${begin} -1 block)
  string(SUBSTRING "${block}" 9 -1 block)
  string(FIND "${block}" "```" end)
  string(SUBSTRING "${block}" 0 ${end} block)
  string(REGEX REPLACE "https://[^ )\"]+\\.git" "${address}" block "${block}")
  file(WRITE "${WORK}/snippet.cmake" "${block}")
endfunction()

# A git repository with what the library needs, tagged as the version.
function(make_checkout address)
  foreach(part include .cmake CMakeLists.txt LICENSE)
    file(COPY "${HANTEXT_SOURCE}/${part}" DESTINATION "${WORK}/checkout")
  endforeach()
  set(git git -C "${WORK}/checkout" -c user.name=test -c user.email=test@localhost)
  run(${git} init -q)
  run(${git} add .)
  run(${git} commit -q -m test)
  run(${git} tag v0.1.0)
  set(${address} "file://${WORK}/checkout" PARENT_SCOPE)
endfunction()

file(REMOVE_RECURSE "${WORK}")
set(folder ${KIND})
set(where "-DHANTEXT_SOURCE=${HANTEXT_SOURCE}" "-DHANTEXT_BUILD=${HANTEXT_BUILD}"
          "-DSNIPPET=${WORK}/snippet.cmake")
if(KIND STREQUAL "installed" OR KIND STREQUAL "pkgconfig")
  run("${CMAKE_COMMAND}" --install "${HANTEXT_BUILD}" --prefix "${WORK}/first")
  file(RENAME "${WORK}/first" "${WORK}/prefix") # what is installed may be moved
  list(APPEND where "-DCMAKE_PREFIX_PATH=${WORK}/prefix")
  write_snippet(find_package "")
elseif(KIND STREQUAL "fetchcontent")
  make_checkout(address)
  write_snippet(FetchContent_Declare "${address}")
  set(folder snippet)
elseif(KIND STREQUAL "cpm")
  make_checkout(address)
  write_snippet(CPMAddPackage "${address}")
  list(APPEND where "-DCPM=${CPM}" -DCPM_SOURCE_CACHE=)
  set(folder snippet)
elseif(KIND STREQUAL "single")
  run("${CMAKE_COMMAND}" --build "${HANTEXT_BUILD}" --target hantext_single)
endif()
run("${CMAKE_COMMAND}" -G "${GENERATOR}" -S "${CMAKE_CURRENT_LIST_DIR}/${folder}" -B "${WORK}/build"
    "-DCMAKE_CXX_COMPILER=${COMPILER}" ${where})
run("${CMAKE_COMMAND}" --build "${WORK}/build")
run("${WORK}/build/app")
