# Runs doxygen over the public headers: nothing may be wrong in their comments, and every public name
# has one. Headers of `incomplete` still have names without.
cmake_minimum_required(VERSION 3.23)

set(incomplete
    chars decimal dedup/index dedup/repeats dedup/types document document/source_map extract lexicon
    numeral/scan numeral/types rules/compile rules/engine utf8 utf8/offset_map)

execute_process(COMMAND "${DOXYGEN}" "${DOXYFILE}" OUTPUT_VARIABLE said ERROR_VARIABLE said)
set(bad "")
string(REPLACE ";" "," said "${said}")
string(REPLACE "\n" ";" lines "${said}")
foreach(line IN LISTS lines)
  if(line STREQUAL "" OR line MATCHES "doxygen: ")
    continue()
  endif()
  if(line MATCHES "include/hantext/([a-z0-9_/]+)\\.hpp:[0-9]+: .* is not documented" AND
     CMAKE_MATCH_1 IN_LIST incomplete)
    continue()
  endif()
  string(APPEND bad "${line}\n")
endforeach()
if(bad)
  message(FATAL_ERROR "${bad}")
endif()
