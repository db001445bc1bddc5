# Builds and runs a project that uses the library, in WORK.
# KIND installed: against the tree that `cmake --install` makes; subdirectory: by add_subdirectory.
cmake_minimum_required(VERSION 3.23)

function(run)
  execute_process(COMMAND ${ARGV} RESULT_VARIABLE exit_code OUTPUT_VARIABLE output
                  ERROR_VARIABLE output)
  if(NOT exit_code EQUAL 0)
    list(JOIN ARGV " " command)
    message(FATAL_ERROR "${command}\n${output}")
  endif()
endfunction()

file(REMOVE_RECURSE "${WORK}")
set(where "-DHANTEXT_SOURCE=${HANTEXT_SOURCE}")
if(KIND STREQUAL "installed")
  run("${CMAKE_COMMAND}" --install "${HANTEXT_BUILD}" --prefix "${WORK}/prefix")
  set(where "-DCMAKE_PREFIX_PATH=${WORK}/prefix")
endif()
run("${CMAKE_COMMAND}" -G "${GENERATOR}" -S "${CMAKE_CURRENT_LIST_DIR}/${KIND}" -B "${WORK}/build"
    "-DCMAKE_CXX_COMPILER=${COMPILER}" "${where}")
run("${CMAKE_COMMAND}" --build "${WORK}/build")
run("${WORK}/build/consumer")
