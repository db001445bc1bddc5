// Reads one line of JSON Lines: the named members of an object (RFC 8259).
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace program {

struct json_problem {
  std::size_t offset = 0; // byte of the line
  std::string what;
};

// The members of `line` named `field` and `id`; "a.b" is the member b of the object that is member
// a. A text member gives its characters, a number its digits; any other kind of value is not taken.
// The whole line must be one well-formed object.
struct json_members {
  std::optional<std::string> field;
  std::optional<std::string> id;
};
std::optional<json_members> read_json_line(std::string_view line, std::string_view field,
                                           std::string_view id, json_problem& problem);

} // namespace program
