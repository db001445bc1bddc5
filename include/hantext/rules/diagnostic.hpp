/// \file
/// Mistakes in rule packs, told to a person: file, line and column, what is wrong in words, the
/// line itself with a mark under the place, and the known name that was probably meant.
#pragma once

#include <hantext/chars.hpp>
#include <hantext/result.hpp>
#include <hantext/rules/buffer.hpp>
#include <hantext/rules/syntax.hpp>
#include <hantext/utf8.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hantext::rules {

/// A place in a text as editors count: from 1, columns in characters.
struct position {
  std::size_t line = 1;   ///< from 1
  std::size_t column = 1; ///< from 1, in characters
};

/// Line and column of the byte at `offset` of `text`.
constexpr position locate(std::string_view text, std::size_t offset) noexcept {
  position where;
  for (const utf8::element element :
       utf8::elements(text.substr(0, std::min(offset, text.size())))) {
    const bool line_ends = element.code_point == U'\n';
    where.line += line_ends ? 1 : 0;
    where.column = line_ends ? 1 : where.column + 1;
  }
  return where;
}

/// One mistake in a pack, or something that is probably one.
struct diagnostic {
  bool is_error = true; ///< else a warning: the pack compiles
  error_kind kind = error_kind::none;
  std::string source;  ///< the name of the source, as it was given
  span where;          ///< bytes of that source
  position at;         ///< where they begin
  std::string message; ///< what is wrong, what was expected, what was probably meant
  std::string line;    ///< the line, without its end
};

/// `source:line:column: error: message`, the line, and a mark under the place. Ends with a line
/// break.
std::string to_string(const diagnostic& of);

namespace detail {

/// Appends what is wrong, what was expected and what was probably meant.
template <class Text> constexpr void append_message(const problem& of, Text& message) {
  const bool is_unknown = of.kind == error_kind::unknown_name && !of.wanted.empty();
  if (is_unknown) {
    message.append("there is no ").append(of.wanted);
    message.append(of.wanted == "class" ? " of this name" : " of this name above");
  } else if (of.wanted.empty()) {
    message.append(error{of.kind, 0, 0}.message());
  } else {
    message.append("expected ").append(of.wanted.size() <= 2 ? "'" : "").append(of.wanted);
    message.append(of.wanted.size() <= 2 ? "' here" : "");
  }
  if (!of.nearest.empty()) message.append("; did you mean '").append(of.nearest).append("'?");
}

inline std::string message_of(const problem& of) {
  std::string message;
  append_message(of, message);
  return message;
}

/// Writes problems for a person; finds the lines of a source once.
class diagnostic_writer {
public:
  explicit diagnostic_writer(const buffer<source_text>& sources)
      : sources_(sources), lines_(sources.size()) {}

  diagnostic operator()(const problem& of, std::string message) {
    const source_text& source = sources_[of.at.source];
    std::vector<std::size_t>& lines = lines_[of.at.source];
    if (lines.empty()) {
      lines.push_back(0);
      for (std::size_t i = 0; i < source.text.size(); ++i) {
        if (source.text[i] == '\n') lines.push_back(i + 1);
      }
    }
    const std::size_t at = std::min(of.at.where.begin, source.text.size());
    const auto line = std::upper_bound(lines.begin(), lines.end(), at) - 1;
    diagnostic made;
    made.is_error = of.is_error;
    made.kind = of.kind;
    made.source = std::string(source.name);
    made.where = of.at.where;
    made.at = {static_cast<std::size_t>(line - lines.begin()) + 1,
               locate(source.text.substr(*line, at - *line), at).column};
    made.message = std::move(message);
    made.line = std::string(source.text.substr(*line, source.text.find('\n', *line) - *line));
    if (made.line.ends_with('\r')) made.line.pop_back();
    return made;
  }

private:
  const buffer<source_text>& sources_;
  std::vector<std::vector<std::size_t>> lines_; // by source: where they begin
};

} // namespace detail

namespace detail {

/// A line of a text, and below it a mark under `length` bytes from a column on.
inline void append_marked(std::string& out, std::string_view line, std::size_t column,
                          std::size_t length) {
  out.append("  ").append(line).append("\n  ");
  std::size_t left = column - 1, marked = 0;
  for (const utf8::element one : utf8::elements(line)) {
    // As wide as the character above it; what takes two columns is marked by a wide mark.
    const bool wide = one.code_point >= 0x1100 && chars::fold_width(one.code_point) >= 0x80
                          ? true
                          : one.code_point >= 0xFF00;
    if (left > 0) {
      out += one.code_point == U'\t' ? "\t" : wide ? "　" : " ";
      --left;
    } else if (marked < length) {
      out += wide ? "＾" : "^";
      marked += one.length;
    } else {
      break;
    }
  }
  if (marked == 0) out += '^';
  out += '\n';
}

} // namespace detail

inline std::string to_string(const diagnostic& of) {
  std::string out = of.source;
  out.append(out.empty() ? "" : ":").append(std::to_string(of.at.line)).append(":");
  out.append(std::to_string(of.at.column)).append(of.is_error ? ": error: " : ": warning: ");
  out.append(of.message).append("\n");
  detail::append_marked(out, of.line, of.at.column, of.where.size());
  return out;
}

} // namespace hantext::rules
