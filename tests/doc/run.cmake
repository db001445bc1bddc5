# Runs doxygen over the public headers: nothing may be wrong in their comments, and every public name
# has one.
cmake_minimum_required(VERSION 3.23)

execute_process(COMMAND "${DOXYGEN}" "${DOXYFILE}" OUTPUT_VARIABLE said ERROR_VARIABLE said)
string(REGEX REPLACE "(^|\n)doxygen: [^\n]*" "" said "${said}")
string(STRIP "${said}" said)
if(said)
  message(FATAL_ERROR "${said}")
endif()
