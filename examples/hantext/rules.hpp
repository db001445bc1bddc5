// Rule files: read with what they import, compiled on top of the built-in pack, or checked; and
// what runs them on pages, which is made of the same parts and so costs little here to compile.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <hantext/extract.hpp>
#include <hantext/rules.hpp>

#include "complaints.hpp"

namespace program {

// The built-in rules and those of the files, compiled together; nothing after mistakes.
std::optional<hantext::rules::program> compile_rules(const std::vector<std::string>& paths,
                                                     complaints& complain);

// The paragraphs of a page.
hantext::analysis read_page(std::string_view text);

// They, and its metrics and initiatives.
hantext::analysis analyze_page(std::string_view text, const hantext::analyze_options& how);

} // namespace program
