# Stands in for CPM.cmake where that is not installed: as much of it as the README's snippet asks for.
include(FetchContent)
function(CPMAddPackage)
  cmake_parse_arguments(PARSE_ARGV 0 package "" NAME "")
  FetchContent_Declare(${package_NAME} ${package_UNPARSED_ARGUMENTS})
  FetchContent_MakeAvailable(${package_NAME})
endfunction()
