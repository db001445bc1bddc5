# Writes README.md's first C++ block, with the output block that follows it as a comment, to a source
# file that output.cmake can check: the README says what the code prints.
cmake_minimum_required(VERSION 3.23)

function(take_block language text_variable result_variable)
  string(FIND "${${text_variable}}" "\n```${language}\n" begin)
  if(begin EQUAL -1)
    message(FATAL_ERROR "README.md holds no ```${language} block where one is expected")
  endif()
  string(LENGTH "\n```${language}\n" fence)
  math(EXPR begin "${begin} + ${fence}")
  string(SUBSTRING "${${text_variable}}" ${begin} -1 rest)
  string(FIND "${rest}" "\n```\n" end)
  string(SUBSTRING "${rest}" 0 ${end} content)
  string(SUBSTRING "${rest}" ${end} -1 rest)
  set(${result_variable} "${content}" PARENT_SCOPE)
  set(${text_variable} "${rest}" PARENT_SCOPE)
endfunction()

file(READ "${README}" readme)
# CMake takes semicolons in a value for a list's joints; they are put back when written.
string(REPLACE ";" "@semicolon@" readme "${readme}")
take_block(cpp readme code)
take_block(text readme output)
string(REPLACE "\n" "\n// " output "${output}")
string(REPLACE "@semicolon@" ";" source "${code}\n// Output:\n// ${output}\n")
file(CONFIGURE OUTPUT "${OUTPUT}" CONTENT "${source}" @ONLY)
