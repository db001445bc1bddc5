// Reads what the command line names: files, folders, standard input, JSON Lines.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "complaints.hpp"
#include "options.hpp"

namespace program {

struct source {
  std::string doc;  // the path, or the id of a JSON Lines object
  std::string text; // its bytes
};

// Everything that could be read, in the order of the operands and sorted within a folder. What
// could not, or holds nothing, is complained of and left out.
std::vector<source> read_sources(const options& chosen, complaints& complain);

// A whole file, or nothing and a complaint. "-" is standard input.
std::optional<std::string> read_file(const std::string& path, complaints& complain);

} // namespace program
