// Rule files: read with what they import, compiled on top of the built-in pack, or checked.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <hantext/rules.hpp>

#include "complaints.hpp"

namespace program {

// The built-in rules and those of the files, compiled together; nothing after mistakes.
std::optional<hantext::rules::program> compile_rules(const std::vector<std::string>& paths,
                                                     complaints& complain);

} // namespace program
