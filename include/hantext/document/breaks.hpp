/// \file
/// Which lines of cut text begin a paragraph.
///
/// A least-cost path through four states of a line (first, middle, last of its paragraph, or alone)
/// weighs widths, first-line indents, end marks, blank lines and what the next line begins with.
#pragma once

#include <hantext/document/page_lines.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace hantext::detail {

template <class = void> class basic_break_chooser {
public:
  explicit basic_break_chooser(const page_lines& page)
      : page_(page), lines_(page.lines), roles_(page.roles) {}

  /// Sets `begins_paragraph` of every line.
  void choose() {
    open_widths_.assign(lines_.size() + 2 * margin, 0);
    for (std::size_t i = 0; i < lines_.size(); ++i)
      if (roles_[i].open) open_widths_[i + margin] = roles_[i].width;
    for (std::size_t begin = 0; begin < lines_.size();) {
      // Between two lines neither of which is cut, paragraphs end, unless a sentence was torn: what
      // lies on either side is chosen on its own.
      std::size_t end = begin + 1;
      bool any_cut = roles_[begin].cut;
      while (end < lines_.size() && (cut_between(end - 1) || roles_[end - 1].torn)) {
        any_cut = any_cut || roles_[end].cut;
        ++end;
      }
      if (any_cut) {
        choose(begin, end);
      } else {
        for (std::size_t i = begin + 1; i < end; ++i)
          roles_[i].begins_paragraph = false;
      }
      begin = end;
    }
  }

private:
  // Costs are tenths of a nat, as in a log likelihood: 30 says one in twenty.
  using cost = std::int32_t;
  enum state : std::size_t { first_line, middle_line, last_line, lone_line, states };

  static constexpr cost full_last_line = 15; ///< that a paragraph happens to fill its last line

  bool cut_between(std::size_t i) const noexcept { return roles_[i].cut || roles_[i + 1].cut; }

  cost gap_excess(std::size_t i) const noexcept {
    const std::uint8_t usual = std::max(roles_[i].usual_gap, roles_[i + 1].usual_gap);
    return static_cast<cost>(page_.gap_after(i)) - static_cast<cost>(usual);
  }

  bool begins_by_sign(std::size_t i) const noexcept {
    return lines_[i].start != line_start::plain &&
           !(lines_[i].start == line_start::byline && lines_[i].width > 24 * em);
  }

  /// That a paragraph ends with line `i`, the last of several or a line alone.
  cost stop(std::size_t i, bool alone) const noexcept {
    const line& l = lines_[i];
    cost sum = 20;
    if (page_.ended(i)) {
      sum += 0;
    } else if (l.tail == line_end::clause) {
      sum += 20;
    } else if (l.tail == line_end::comma) {
      sum += 70;
    } else if (alone) {
      const bool headline =
          !l.sentence_mark && l.width <= 40 * em && l.start != line_start::report && !l.opens_prose;
      sum += headline ? 10 + 15 * static_cast<cost>(std::min<std::uint16_t>(l.commas, 3)) : 70;
    } else {
      sum += i > 0 && roles_[i].width * 5 < roles_[i - 1].width * 3 ? 40 : 70;
    }
    return sum;
  }

  /// What lies between line `i` and the next, widths aside.
  struct between {
    cost after_last; ///< that a paragraph of several lines ends here
    cost after_lone; ///< that a paragraph of this line ends here
    cost soft;       ///< that the next line goes on with the paragraph of this one
  };
  between weigh(std::size_t i) const noexcept {
    const line& l = lines_[i];
    const line& next = lines_[i + 1];
    if (l.start == line_start::folio || l.start == line_start::salutation)
      return {stop(i, false), 0, 200};
    if (next.start == line_start::folio) return {0, 20, 200}; // the page ends, not the sentence
    cost hard = 0;
    cost soft = 0;
    if (page_.ended(i)) {
      soft += l.credit ? 100 : 30;
    } else if (l.tail == line_end::clause) {
      soft += 10;
    }
    if (const cost excess = gap_excess(i); excess > 0) {
      hard -= excess > 1 ? 40 : 30;
      soft += l.tail == line_end::open ? 20 : 40;
    } else if (excess < 0) {
      soft -= 10;
    }
    if (begins_by_sign(i + 1)) {
      hard -= 60;
      const bool apart = next.start == line_start::caption || next.start == line_start::folio;
      soft += apart ? 160 : 80;
    }
    if (l.parted && !page_.has_stops(i)) { // the parts of a headline
      hard -= 30;
      soft += 40;
    }
    if (l.ends_quote && tells_speaker(page_.raw, next)) {
      hard += 40;
      soft -= 30;
    }
    if (roles_[i + 1].indented) {
      hard -= 40;
      soft += 60;
    } else if (roles_[i].indents) {
      hard += 30;
    }
    if (date_of_head(page_.raw, next) == head_date::entry) {
      hard -= 30;
      soft += 60;
    }
    if (next.starts_closed && roles_[i].width >= page_lines::narrowest) {
      hard += 120;
      soft -= 60;
    }
    const bool parts_brackets = l.unclosed > 0 && next.unclosed < 0;
    return {hard + stop(i, false) + (parts_brackets ? 30 : 0),
            hard + stop(i, true) + (parts_brackets ? 60 : 0), soft};
  }

  // ---- Widths ----

  /// How badly the widths of two lines that follow each other fit their places in a paragraph, by
  /// how many quarters of an em the second is wider.
  struct width_costs {
    std::uint8_t first_middle; ///< an indent that the page has lost leaves the first line short
    std::uint8_t first_middle_indented;
    std::uint8_t middle_middle;
    std::uint8_t middle_last;
  };
  static constexpr cost least_growth = -16; // what lies beyond costs the same
  static constexpr cost most_growth = 32;

  struct width_cost_table {
    width_costs costs[most_growth - least_growth + 1] = {};
    constexpr width_cost_table() noexcept {
      for (cost grows = least_growth; grows <= most_growth; ++grows) {
        const cost apart = unequal(grows < 0 ? -grows : grows);
        cost first = 20;
        if (grows >= 4 && grows <= 12) {
          first = 0;
        } else if (grows < -4 || grows > 16) {
          first += grows > 16 ? (grows - 16) * 5 : (-4 - grows) * 8;
        }
        costs[grows - least_growth] = {
            static_cast<std::uint8_t>(std::min<cost>(100, first)),
            static_cast<std::uint8_t>(grows >= -6 && grows <= 6 ? 0 : 40),
            static_cast<std::uint8_t>(apart),
            static_cast<std::uint8_t>((grows > 0 ? apart : 0) +
                                      (grows >= -4 ? full_last_line : 0))};
      }
    }
    /// How unlikely it is that two lines of one column differ that much. In print, one pair in a
    /// hundred differs by more than an em and a half; beyond three it must be another column.
    static constexpr cost unequal(cost difference) noexcept {
      if (difference <= 4) return 0;
      if (difference <= 6) return 10;
      if (difference <= 8) return 25;
      if (difference <= 10) return 35;
      return difference <= 14 ? 50 : 60;
    }
  };

  /// What it costs that line `i` and the next are these of one paragraph, going by their widths.
  struct misfit {
    cost first_middle = 0;
    cost first_last = 0;
    cost middle_middle = 0;
    cost middle_last = 0;
  };
  misfit weigh_widths(std::size_t i) const noexcept {
    constexpr static const width_cost_table table;
    constexpr auto narrowest = static_cast<cost>(page_lines::narrowest);
    const auto a = static_cast<cost>(roles_[i].width);
    const auto b = static_cast<cost>(roles_[i + 1].width);
    const cost grows = b - a;
    const width_costs& by_growth =
        table.costs[std::clamp(grows, least_growth, most_growth) - least_growth];
    const cost shortage = short_of_column(i);
    const bool indented = roles_[i].indented;
    const cost narrow = a < narrowest ? 60 : 0;
    const cost first = narrow + cost_of_shortage(shortage);
    return {first + (indented ? by_growth.first_middle_indented : by_growth.first_middle),
            first + (grows > 14 ? 40 + grows : 0) + (grows >= 4 ? full_last_line : 0) +
                (shortage < 4 && !indented ? 20 : 0),
            narrow + (b < narrowest ? 60 : 0) + by_growth.middle_middle,
            narrow + by_growth.middle_last};
  }

  static constexpr cost cost_of_shortage(cost shortage) noexcept {
    if (shortage > 18) return 70;
    return shortage > 14 ? 35 : (shortage > 12 ? 25 : (shortage > 10 ? 15 : 0));
  }

  /// How much a first line is short of its column, going by the columns above and below, whichever
  /// is nearer; as an indented line should be where there are none.
  cost short_of_column(std::size_t i) const noexcept {
    const std::uint32_t own = roles_[i].width;
    const auto widest = [&](std::size_t from) {
      const std::uint32_t* const w = &open_widths_[from];
      return std::max(std::max(w[0], w[1]), std::max(w[2], w[3]));
    };
    const std::uint32_t above = widest(i); // of the four lines on that side
    const std::uint32_t below = widest(i + 1 + margin);
    if (above == 0 && below == 0) return 8;
    // Without a column on one side the other counts, as it does if it is nearer.
    const std::uint32_t least = above == 0 || below == 0 ? above + below : std::min(above, below);
    return static_cast<cost>(std::min<std::uint32_t>(least > own ? least - own : 0, 1000));
  }

  /// The least-cost path through the states of the lines `[begin, end)` (Viterbi's algorithm).
  void choose(std::size_t begin, std::size_t end) {
    constexpr cost never = 1 << 20;
    steps_.resize(end - begin);
    std::int64_t best[states] = {0, never, never, 0};
    for (std::size_t i = begin; i + 1 < end; ++i) {
      const bool cut = cut_between(i);
      const bool torn = roles_[i].torn;
      const between costs =
          cut ? weigh(i) : between{torn ? never : 0, torn ? never : 0, torn ? 0 : never};
      const misfit widths = cut ? weigh_widths(i) : misfit{};
      const std::int64_t last = best[last_line] + costs.after_last;
      const std::int64_t lone = best[lone_line] + costs.after_lone;
      const std::int64_t first_middle = best[first_line] + costs.soft + widths.first_middle;
      const std::int64_t middle_middle = best[middle_line] + costs.soft + widths.middle_middle;
      const std::int64_t first_last = best[first_line] + costs.soft + widths.first_last;
      const std::int64_t middle_last = best[middle_line] + costs.soft + widths.middle_last;
      best[first_line] = best[lone_line] = std::min(last, lone);
      best[middle_line] = std::min(first_middle, middle_middle);
      best[last_line] = std::min(first_last, middle_last);
      steps_[i + 1 - begin] = {last < lone, first_middle <= middle_middle,
                               first_last <= middle_last};
    }
    if (end == lines_.size() && roles_[end - 1].cut) {
      best[last_line] += stop(end - 1, false);
      best[lone_line] += stop(end - 1, true);
    }
    std::size_t at = best[last_line] < best[lone_line] ? last_line : lone_line;
    for (std::size_t i = end; i-- > begin;) {
      roles_[i].begins_paragraph = at == first_line || at == lone_line;
      if (i == begin) break;
      const step& from = steps_[i - begin];
      if (at == first_line || at == lone_line) {
        at = from.anew_after_last ? last_line : lone_line;
      } else {
        at = (at == middle_line ? from.middle_after_first : from.last_after_first) ? first_line
                                                                                   : middle_line;
      }
    }
  }

  const page_lines& page_;
  const std::vector<line>& lines_;
  std::vector<line_role>& roles_;
  /// Which state of the line before led to each.
  struct step {
    bool anew_after_last : 1;
    bool middle_after_first : 1;
    bool last_after_first : 1;
  };
  std::vector<step> steps_;
  static constexpr std::size_t margin = 4;
  std::vector<std::uint32_t> open_widths_; ///< of open lines, others have none; beyond the page too
};
using break_chooser = basic_break_chooser<>;

} // namespace hantext::detail
