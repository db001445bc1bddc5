/// \file
/// What is known about the lines of a page while its layout is found out, and what several parts of
/// that ask of them.
#pragma once

#include <hantext/chars.hpp>
#include <hantext/document/line_signs.hpp>
#include <hantext/document/lines.hpp>
#include <hantext/document/paragraphs.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace hantext {

/// How the lines of a page relate to its paragraphs.
enum class layout : std::uint8_t {
  automatic,  ///< found out from the page, place by place
  cut_lines,  ///< lines are cut at a column width
  whole_lines ///< a line is a paragraph
};

namespace detail {

/// What was decided about a line.
struct line_role {
  std::uint32_t width = 0; ///< as printed: with the indent, where the page still has it
  paragraph_kind kind = paragraph_kind::body; ///< of the paragraph that it begins
  std::uint8_t usual_gap = 0;                 ///< blank lines between the lines of a paragraph here
  std::uint8_t counted = 0;                   ///< what the columns around it are told by
  bool begins_paragraph : 1 = true;
  bool cut : 1 = false;       ///< it stands where lines are cut and set in justified print
  bool open : 1 = false;      ///< prose that a column may have cut
  bool indented : 1 = false;  ///< further than its neighbours
  bool indents : 1 = false;   ///< first lines are indented here
  bool continues : 1 = false; ///< its paragraph goes on with one above a caption or headline
  bool torn : 1 = false;      ///< whole lines, but the sentence goes on in the next
};

/// The lines of a page and their roles.
struct page_lines {
  static constexpr std::size_t reach = 10;      ///< lines on either side that tell what is usual
  static constexpr std::uint32_t gap_kinds = 4; ///< more than three blank lines count as three
  static constexpr std::uint32_t narrowest = 7 * em; ///< no column of prose is narrower

  std::string_view raw;
  const std::vector<line>& lines;
  std::vector<line_role>& roles;

  std::size_t size() const noexcept { return lines.size(); }
  std::string_view text(std::size_t i) const noexcept { return text_of(raw, lines[i]); }

  bool ended(std::size_t i) const noexcept {
    return lines[i].tail == line_end::mark || lines[i].credit;
  }
  bool has_stops(std::size_t i) const noexcept {
    return lines[i].commas != 0 || lines[i].sentence_mark;
  }
  /// Blank lines after a line that has a next one.
  std::uint32_t gap_after(std::size_t i) const noexcept {
    return std::min<std::uint32_t>(lines[i + 1].blanks_before, gap_kinds - 1);
  }
  /// Whether the line is a paragraph of its own.
  bool alone(std::size_t i) const noexcept {
    return roles[i].begins_paragraph && (i + 1 == size() || roles[i + 1].begins_paragraph);
  }
};

constexpr std::uint32_t distance(std::uint32_t a, std::uint32_t b) noexcept {
  return a < b ? b - a : a - b;
}

} // namespace detail
} // namespace hantext
