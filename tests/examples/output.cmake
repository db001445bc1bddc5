# Runs an example and compares what it prints with the "// Output:" comment that ends its source.
cmake_minimum_required(VERSION 3.23)

execute_process(COMMAND "${PROGRAM}" OUTPUT_VARIABLE printed RESULT_VARIABLE exit_code)
if(NOT exit_code EQUAL 0)
  message(FATAL_ERROR "${PROGRAM} ended with ${exit_code}")
endif()

file(READ "${SOURCE}" source)
string(FIND "${source}" "\n// Output:\n" begin REVERSE)
if(begin EQUAL -1)
  message(FATAL_ERROR "${SOURCE} does not end with a comment '// Output:'")
endif()
math(EXPR begin "${begin} + 11") # keeps the line feed before the first line of output
string(SUBSTRING "${source}" ${begin} -1 expected)
string(REGEX REPLACE "\n// ?" "\n" expected "${expected}")
string(SUBSTRING "${expected}" 1 -1 expected)

if(NOT printed STREQUAL expected)
  message(FATAL_ERROR "${SOURCE} printed\n${printed}\nbut its comment says\n${expected}")
endif()
