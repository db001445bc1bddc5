# Fails where hantext.hpp leaves out a header that stands beside it or among the packs.
cmake_minimum_required(VERSION 3.23)

file(READ "${INCLUDE}/hantext.hpp" umbrella)
file(GLOB headers RELATIVE "${INCLUDE}" "${INCLUDE}/*.hpp" "${INCLUDE}/packs/*.hpp")
list(REMOVE_ITEM headers hantext.hpp)
foreach(header ${headers})
  string(FIND "${umbrella}" "#include <hantext/${header}>" place)
  if(place EQUAL -1)
    message(SEND_ERROR "hantext.hpp does not include ${header}")
  endif()
endforeach()
