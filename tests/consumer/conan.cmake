# Creates the Conan package in a home of its own, under WORK, and builds its test package with it.
cmake_minimum_required(VERSION 3.23)

file(REMOVE_RECURSE "${WORK}")
file(MAKE_DIRECTORY "${WORK}")
set(ENV{CONAN_HOME} "${WORK}/home")
set(ENV{CXX} "${COMPILER}")
set(create "${CONAN}" create "${HANTEXT_SOURCE}/examples/packaging/conan" -s:a compiler.cppstd=20
           -c:a "tools.cmake.cmake_layout:test_folder=${WORK}/test"
           -c:a "tools.cmake.cmaketoolchain:user_presets=")
if(GENERATOR MATCHES "^Ninja")
  list(APPEND create -c:a tools.cmake.cmaketoolchain:generator=Ninja)
endif()
foreach(command profile create)
  set(profile "${CONAN}" profile detect)
  execute_process(COMMAND ${${command}} WORKING_DIRECTORY "${WORK}" RESULT_VARIABLE exit_code
                  OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT exit_code EQUAL 0)
    message(FATAL_ERROR "conan ${command}\n${output}")
  endif()
endforeach()
