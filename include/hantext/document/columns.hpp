/// \file
/// Where on a page lines are cut at a column width.
///
/// A stretch counts as cut when lines that end in the middle of a sentence have neighbours of the
/// same width. Nothing is assumed about that width: it may change on the page and within a
/// paragraph.
#pragma once

#include <hantext/document/page_lines.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace hantext::detail {

template <class = void> class basic_column_finder {
public:
  explicit basic_column_finder(const page_lines& page)
      : page_(page), lines_(page.lines), roles_(page.roles) {}

  /// Fills in `width`, `open`, `indented`, `cut`, `usual_gap`, `indents` and, where lines are
  /// whole, `torn` of every line. Returns whether any line is cut.
  bool find(layout mode) {
    measure();
    gather();
    const bool any = decide(mode == layout::cut_lines);
    find_torn_sentences();
    return any;
  }

private:
  static constexpr std::size_t reach = page_lines::reach;
  static constexpr std::uint32_t narrowest = page_lines::narrowest;

  // ---- Widths ----

  /// Widths of all lines. Print squeezes punctuation, a terminal or a web page does not: the page
  /// is measured with half an em, three quarters and a whole em for a mark, and what makes
  /// neighbouring lines most alike is taken.
  void measure() {
    const std::size_t size = lines_.size();
    constexpr std::uint32_t most = 3;
    std::uint64_t unlike[most] = {};
    for (std::size_t i = 0; i < size; ++i) {
      roles_[i].open = looks_open(i);
      if (i == 0 || !roles_[i].open || !roles_[i - 1].open) continue;
      const line& a = lines_[i - 1];
      const line& b = lines_[i];
      for (std::uint32_t more = 0; more < most; ++more)
        unlike[more] += std::min<std::uint32_t>(
            8, distance(a.width + more * a.marks, b.width + more * b.marks));
    }
    std::uint32_t best = 1;
    for (std::uint32_t more = 0; more < most; ++more)
      if (unlike[more] < unlike[best]) best = more;
    for (std::size_t i = 0; i < size; ++i) {
      const std::uint32_t extra = extra_indent(i);
      roles_[i].indented = extra >= em && extra <= 8 * em;
      roles_[i].width = lines_[i].width + best * lines_[i].marks + (roles_[i].indented ? extra : 0);
    }
  }

  /// Prose that a column may have cut: it breaks off in the middle of a clause.
  bool looks_open(std::size_t i) const noexcept {
    const line& l = lines_[i];
    if (l.tail != line_end::open || l.width < narrowest || lines_[i].credit) return false;
    return page_.has_stops(i) || (i > 0 && page_.has_stops(i - 1)) ||
           (i + 1 < lines_.size() && page_.has_stops(i + 1));
  }

  /// Indent of a line beyond that of its neighbours.
  std::uint32_t extra_indent(std::size_t i) const noexcept {
    const std::uint16_t own = lines_[i].indent;
    if (own == 0) return 0;
    std::uint16_t least = own;
    if (i > 0) least = std::min(least, lines_[i - 1].indent);
    if (i + 1 < lines_.size()) least = std::min(least, lines_[i + 1].indent);
    return std::uint32_t{own} - least;
  }

  // ---- Evidence ----

  /// What is counted over a window of lines, eight bits each; no count exceeds 4 * 21.
  enum field : unsigned { evidence, stops, opens, gaps }; // gaps are the last four

  static constexpr std::uint64_t count_of(std::uint64_t counts, unsigned which) noexcept {
    return counts >> (8 * which) & 0xFFU;
  }

  /// What a line adds to the counts, from `line_role::counted`: evidence plus two in three bits,
  /// whether it holds a stop, whether it is open, and in three bits a gap or none.
  static constexpr std::uint64_t counts_from(unsigned counted) noexcept {
    const unsigned gap = counted >> 5;
    return (counted & 7U) | std::uint64_t{counted >> 3 & 1U} << (8 * stops) |
           std::uint64_t{counted >> 4 & 1U} << (8 * opens) |
           (gap < page_lines::gap_kinds ? std::uint64_t{1} << (8 * (gaps + gap)) : 0);
  }
  struct count_table {
    std::uint64_t counts[256] = {};
    constexpr count_table() noexcept {
      for (unsigned i = 0; i < 256; ++i)
        counts[i] = counts_from(i);
    }
  };

  /// Whether lines `i` and `j` could stand in one column: equally wide, or a first line of a
  /// paragraph, which is two characters shorter, and a later one.
  bool same_column(std::size_t i, std::size_t j) const noexcept {
    const std::uint32_t a = roles_[i].width;
    const std::uint32_t b = roles_[j].width;
    if (distance(a, b) <= 6) return true;
    return j == i + 1 && b > a && b - a <= 14 && b - a >= 5;
  }

  /// Says how far a line speaks for columns, from -2 to 2.
  int evidence_of(std::size_t i) const noexcept {
    const line& l = lines_[i];
    const bool after_open = i > 0 && roles_[i - 1].open;
    if (roles_[i].open) {
      for (std::size_t j = i > 2 ? i - 2 : 0; j <= i + 2 && j < lines_.size(); ++j) {
        if (j == i || lines_[j].width < narrowest) continue;
        const bool next_to = j + 1 == i || j == i + 1;
        if ((roles_[j].open || next_to) && (j < i ? same_column(j, i) : same_column(i, j)))
          return 2;
      }
      return fills_column(i) ? 2 : -2;
    }
    if (page_.ended(i) && l.width >= 12 * em && !after_open &&
        !(i > 0 && distance(roles_[i].width, roles_[i - 1].width) <= 6))
      return -2; // a whole paragraph on one line
    if (l.tail == line_end::comma && l.width >= narrowest && i > 0 && !after_open)
      return -1; // lines that end in commas one after the other are clauses, not columns
    return 0;
  }

  /// Whether prose breaks off as far to the right as any line around it reaches, and others of
  /// them do: so it is with paragraphs of two or three lines.
  bool fills_column(std::size_t i) const noexcept {
    const std::uint32_t width = roles_[i].width;
    if (!page_.has_stops(i) || width < 12 * em) return false;
    std::size_t alike = 0;
    for (std::size_t j = i > reach ? i - reach : 0; j < lines_.size() && j <= i + reach; ++j) {
      if (roles_[j].width > width + 6) return false;
      alike += j != i && roles_[j].width + 6 >= width ? 1 : 0;
    }
    return alike > 0;
  }

  void gather() {
    const std::size_t size = lines_.size();
    for (std::size_t i = 0; i < size; ++i) {
      const int value = evidence_of(i);
      total_ += value;
      commas_ += lines_[i].tail == line_end::comma ? 1 : 0;
      std::uint32_t gap = page_lines::gap_kinds; // none
      if (roles_[i].open && i + 1 < size && same_column(i, i + 1)) {
        gap = page_.gap_after(i);
        ++all_gaps_[gap];
      }
      roles_[i].counted = static_cast<std::uint8_t>(static_cast<unsigned>(value + 2) |
                                                    (lines_[i].sentence_mark ? 8U : 0U) |
                                                    (roles_[i].open ? 16U : 0U) | gap << 5);
    }
  }

  /// Goes along the page with a window around each line.
  bool decide(bool forced) {
    const std::size_t size = lines_.size();
    // What the page says weighs little where it has columns, much where it clearly has none.
    const std::int64_t page = std::clamp<std::int64_t>(total_ / 16, -16, 2);
    bool any = false;
    constexpr static const count_table table;
    std::uint64_t window = 0;
    std::size_t count = 0; // lines in the window
    std::size_t indents = 0;
    constexpr std::size_t wide = 4 * reach;
    for (std::size_t i = 0; i < std::min(reach, size); ++i)
      window += table.counts[roles_[i].counted], ++count;
    for (std::size_t i = 0; i < std::min(wide, size); ++i)
      indents += roles_[i].indented ? 1 : 0;
    for (std::size_t i = 0; i < size; ++i) {
      if (i + reach < size) window += table.counts[roles_[i + reach].counted], ++count;
      if (i > reach) window -= table.counts[roles_[i - reach - 1].counted], --count;
      if (i + wide < size) indents += roles_[i + wide].indented ? 1 : 0;
      if (i > wide) indents -= roles_[i - wide - 1].indented ? 1 : 0;
      line_role& role = roles_[i];
      // Lines of one width without a single end mark are a list.
      const bool sentences = count_of(window, stops) * 12 >= count_of(window, opens);
      const auto sum = static_cast<std::int64_t>(count_of(window, evidence)) -
                       2 * static_cast<std::int64_t>(count);
      role.cut = forced || (sum + page > 0 && sentences);
      any = any || role.cut;
      role.usual_gap = usual_gap(window);
      role.indents = indents >= 2;
    }
    return any;
  }

  /// The most frequent gap; a stretch too short to tell goes by the page.
  std::uint8_t usual_gap(std::uint64_t window) const noexcept {
    std::uint8_t usual = 0;
    std::uint64_t most = 0;
    for (std::uint8_t gap = 0; gap < page_lines::gap_kinds; ++gap) {
      const std::uint64_t count = count_of(window, gaps + gap) * 1024 + all_gaps_[gap];
      if (count > most) most = count, usual = gap;
    }
    return usual;
  }

  // ---- Sentences that a page break tore ----

  /// Where lines are whole, finds what a page or column break tore: long prose that stops without
  /// any mark, and prose after it.
  void find_torn_sentences() {
    // Where many lines end in a comma, the page is written clause by clause.
    const bool comma_tears = commas_ * 20 <= lines_.size() + 20;
    std::size_t torn = 0;
    std::size_t prose = 0;
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
      prose += lines_[i].sentence_mark ? 1 : 0;
      if (roles_[i].cut || roles_[i + 1].cut) continue;
      const line_end tail = lines_[i].tail;
      if (tail == line_end::mark || tail == line_end::clause || !breaks_off(i, comma_tears))
        continue;
      if (begins_anew(i + 1) || !lines_[i + 1].sentence_mark || lines_[i + 1].blanks_before > 2)
        continue;
      roles_[i].torn = true;
      ++torn;
    }
    // Pages tear a sentence every dozen paragraphs; one in a hundred is a full stop forgotten.
    if (torn * 100 < prose)
      for (line_role& role : roles_)
        role.torn = false;
  }

  /// Whether prose stops at line `i` in the middle of a sentence: at a word, a closing quote, a
  /// comma, or, where there is a sentence before it, at a figure.
  bool breaks_off(std::size_t i, bool comma_tears) const noexcept {
    const line& l = lines_[i];
    const bool prose =
        (l.sentence_mark && l.width >= 20 * em) || (l.commas > 0 && l.width >= 38 * em);
    if (!prose || lines_[i].credit || lines_[i].start == line_start::byline) return false;
    if (opens_with_label(page_.raw, l)) return false;
    if (l.tail == line_end::comma) return comma_tears;
    const char32_t c = last_of(page_.raw, l);
    if (chars::is_han(c) || c == U'”' || c == U'》' || c == U'」') return true;
    return l.sentence_mark && chars::is_digit(c);
  }

  bool begins_anew(std::size_t i) const noexcept {
    const line& l = lines_[i];
    return lines_[i].start != line_start::plain || roles_[i].indented || lines_[i].credit ||
           (l.indent >= em && l.indent >= lines_[i - 1].indent) || l.opens_prose ||
           opens_with_label(page_.raw, l) || date_of_head(page_.raw, l) != head_date::none;
  }

  const page_lines& page_;
  const std::vector<line>& lines_;
  std::vector<line_role>& roles_;
  std::int64_t total_ = 0; // evidence of the whole page
  std::size_t commas_ = 0; // lines of the page that end in one
  std::uint64_t all_gaps_[page_lines::gap_kinds] = {};
};
using column_finder = basic_column_finder<>;

} // namespace hantext::detail
