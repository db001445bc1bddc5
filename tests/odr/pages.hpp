// Both translation units read a page with everything the library has.
#pragma once

#include <cstddef>
#include <string_view>

std::size_t records_here(std::string_view page);
std::size_t records_there(std::string_view page);
