/// \file
/// Which printed lines belong to one paragraph, and what kind of paragraph it is, read off the page
/// itself, place by place: where lines are cut at a column width, paragraphs are put together from
/// them; elsewhere a line is a paragraph, except that a sentence torn by a page break is put
/// together again.
#pragma once

#include <hantext/document/breaks.hpp>
#include <hantext/document/columns.hpp>
#include <hantext/document/kinds.hpp>
#include <hantext/document/line_signs.hpp>
#include <hantext/document/lines.hpp>
#include <hantext/document/page_lines.hpp>

#include <cstddef>
#include <string_view>
#include <vector>

namespace hantext::detail {

/// Decides about every line of a page, or of a long stretch of one. Linear in the lines.
inline void detect_layout(std::string_view raw, const std::vector<line>& lines, layout mode,
                          std::vector<line_role>& roles) {
  roles.assign(lines.size(), {});
  const page_lines page{raw, lines, roles};
  kind_namer kinds(page);
  if (mode != layout::whole_lines) {
    column_finder(page).find(mode);
    break_chooser(page).choose();
    kinds.join_short_lines();
  }
  kinds.name();
  if (mode != layout::whole_lines) kinds.find_continuations();
}

} // namespace hantext::detail
