// Other encodings than UTF-8, by the iconv of the C library.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "complaints.hpp"

namespace program {

// Whether the C library knows the encoding.
bool is_encoding(const std::string& name);

// The bytes as UTF-8. What is damaged is complained of and becomes U+FFFD. `name` is known.
std::string to_utf8(const std::string& name, std::string_view bytes, std::string_view where,
                    complaints& complain);

// The encoding that bytes which are not UTF-8 seem to be in, as --encoding takes it: "UTF-16" by
// its mark; "GB18030" or "BIG5" where they are well-formed and read as Chinese; or nothing.
std::optional<std::string> guess_encoding(std::string_view bytes);

} // namespace program
