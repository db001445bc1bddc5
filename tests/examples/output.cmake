# Runs an example and compares what it prints with the comment "// Output:" that ends its source
# ("# Output:" in Python). PROGRAM is a program, or a list of it and its arguments.
cmake_minimum_required(VERSION 3.23)

execute_process(COMMAND ${PROGRAM} OUTPUT_VARIABLE printed RESULT_VARIABLE exit_code)
if(NOT exit_code EQUAL 0)
  message(FATAL_ERROR "${PROGRAM} ended with ${exit_code}")
endif()

file(READ "${SOURCE}" source)
set(comment "//")
if(SOURCE MATCHES "\\.py$")
  set(comment "#")
endif()
string(FIND "${source}" "\n${comment} Output:\n" begin REVERSE)
if(begin EQUAL -1)
  message(FATAL_ERROR "${SOURCE} does not end with a comment '${comment} Output:'")
endif()
string(LENGTH "\n${comment} Output:" length)
math(EXPR begin "${begin} + ${length}") # keeps the line feed before the first line of output
string(SUBSTRING "${source}" ${begin} -1 expected)
string(REGEX REPLACE "\n${comment} ?" "\n" expected "${expected}")
string(SUBSTRING "${expected}" 1 -1 expected)

if(NOT printed STREQUAL expected)
  message(FATAL_ERROR "${SOURCE} printed\n${printed}\nbut its comment says\n${expected}")
endif()
