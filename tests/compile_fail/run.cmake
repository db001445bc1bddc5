# Compiles SOURCE twice: as it is it must compile, and with -DWRONG, which lets the wrong line in, it
# must not. So the wrong line is all that is wrong.
cmake_minimum_required(VERSION 3.23)

function(compile result)
  execute_process(
    COMMAND "${COMPILER}" -std=c++20 -fsyntax-only "-I${INCLUDE}" ${ARGN} "${SOURCE}"
    RESULT_VARIABLE exit_code OUTPUT_VARIABLE output ERROR_VARIABLE output)
  set(${result} "${exit_code}" PARENT_SCOPE)
  set(output "${output}" PARENT_SCOPE)
endfunction()

compile(right)
if(NOT right EQUAL 0)
  message(FATAL_ERROR "does not compile without its wrong line:\n${output}")
endif()
# One number a line that must not compile.
file(STRINGS "${SOURCE}" wrong_lines REGEX "^#if WRONG" ENCODING UTF-8)
list(LENGTH wrong_lines count)
if(count EQUAL 0)
  message(FATAL_ERROR "has no wrong line")
endif()
foreach(number RANGE 1 ${count})
  compile(wrong "-DWRONG=${number}")
  if(wrong EQUAL 0)
    message(SEND_ERROR "compiles with its wrong line ${number}")
  endif()
  # Where the line says what the compiler must print, it does.
  math(EXPR place "${number} - 1")
  list(GET wrong_lines ${place} line)
  if(line MATCHES "prints: (.*)$" AND NOT output MATCHES "${CMAKE_MATCH_1}")
    message(SEND_ERROR "wrong line ${number} does not print ${CMAKE_MATCH_1}:\n${output}")
  endif()
endforeach()
