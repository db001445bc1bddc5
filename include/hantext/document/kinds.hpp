/// \file
/// What kind of paragraph the lines make up.
#pragma once

#include <hantext/chars.hpp>
#include <hantext/document/line_signs.hpp>
#include <hantext/document/page_lines.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace hantext::detail {

template <class = void> class basic_kind_namer {
public:
  explicit basic_kind_namer(const page_lines& page)
      : page_(page), lines_(page.lines), roles_(page.roles) {}

  /// By-lines that go on in the next line, and headlines whose subject stands in a line above.
  void join_short_lines() {
    bool after_byline = false;
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
      if (!roles_[i].cut || !(after_byline || page_.alone(i))) continue;
      const bool tight = page_.gap_after(i) <= roles_[i].usual_gap;
      const bool byline =
          !page_.has_stops(i) &&
          (after_byline || (lines_[i].start == line_start::byline && lines_[i].width <= 24 * em));
      after_byline = tight && byline && goes_on_with_byline(i + 1);
      if (after_byline || (tight && headline_like(i) && headline_like(i + 1) &&
                           is_subject(lines_[i]) && !is_subject(lines_[i + 1])))
        roles_[i + 1].begins_paragraph = false;
    }
  }

  /// Finds paragraphs whose sentence goes on below a caption or a headline that stands in between.
  void find_continuations() {
    std::size_t torn = lines_.size(); // the last line of prose that breaks off
    std::size_t between = 0;          // paragraphs since
    for (std::size_t i = 0; i < lines_.size();) {
      std::size_t end = i + 1;
      while (end < lines_.size() && !roles_[end].begins_paragraph)
        ++end;
      const paragraph_kind kind = roles_[i].kind;
      if (kind == paragraph_kind::body || kind == paragraph_kind::list_item) {
        if (torn < lines_.size() && between > 0 && goes_on_at(torn, i)) roles_[i].continues = true;
        torn = breaks_off(i, end) ? end - 1 : lines_.size();
        between = 0;
      } else if ((kind == paragraph_kind::cell && lines_[i].start != line_start::folio) ||
                 ++between > 4) {
        torn = lines_.size();
      }
      i = end;
    }
  }

  /// Names the kind of every paragraph, at its first line.
  void name() {
    for (std::size_t i = 0; i < lines_.size();) {
      std::size_t end = i + 1;
      while (end < lines_.size() && !roles_[end].begins_paragraph)
        ++end;
      roles_[i].kind = kind_of(i, end);
      i = end;
    }
    name_cells();
  }

private:
  bool breaks_off(std::size_t begin, std::size_t end) const noexcept {
    const line& last = lines_[end - 1];
    if (last.tail != line_end::open && last.tail != line_end::comma) return false;
    bool sentence = false;
    for (std::size_t i = begin; i < end; ++i)
      sentence = sentence || lines_[i].sentence_mark;
    const char32_t c = last_of(page_.raw, last);
    return (sentence || end - begin > 1 || last.unclosed > 0) &&
           last.width >= page_lines::narrowest &&
           (last.tail == line_end::comma || chars::is_han(c) || chars::is_digit(c));
  }
  bool goes_on_at(std::size_t above, std::size_t i) const noexcept {
    return lines_[i].start == line_start::plain && !roles_[i].indented && !lines_[i].opens_prose &&
           roles_[above].cut == roles_[i].cut;
  }

  bool goes_on_with_byline(std::size_t i) const noexcept {
    return page_.alone(i) && !page_.has_stops(i) && lines_[i].width <= 20 * em &&
           lines_[i].start != line_start::report && holds_any(page_.text(i), byline_words);
  }

  bool headline_like(std::size_t i) const noexcept {
    const line& l = lines_[i];
    return page_.alone(i) && lines_[i].start == line_start::plain && !lines_[i].credit &&
           l.tail == line_end::open && !l.sentence_mark && l.width <= 40 * em;
  }

  /// A quotation and nothing else, or a place or an organisation: half a headline.
  bool is_subject(const line& l) const noexcept {
    if (l.blank_inside || l.commas != 0 || l.width > 9 * em || l.width < 3 * em) return false;
    const std::string_view text = text_of(page_.raw, l);
    const char32_t first = first_of(page_.raw, l);
    const char32_t last = last_of(page_.raw, l);
    if (chars::is_opening(first) && chars::closing_of(first) == last && first != U'（')
      return text.find(text.substr(0, 3), 3) == std::string_view::npos;
    return l.width >= 5 * em && ends_with_any(text, subject_endings);
  }

  paragraph_kind kind_of(std::size_t begin, std::size_t end) const noexcept {
    bool sentence_mark = false;
    std::uint64_t width = 0;
    int unclosed = 0;
    for (std::size_t i = begin; i < end; ++i) {
      unclosed += lines_[i].unclosed;
      sentence_mark = sentence_mark || lines_[i].sentence_mark;
      width += lines_[i].width;
    }
    const line& last = lines_[end - 1];
    const bool short_text = !sentence_mark && width <= 45 * em;
    switch (lines_[begin].start) {
    case line_start::folio:
      return paragraph_kind::cell;
    case line_start::salutation:
      return paragraph_kind::body;
    case line_start::markdown:
      return paragraph_kind::headline;
    case line_start::caption:
      return paragraph_kind::caption;
    case line_start::byline:
      // Labels with what they name may go on: 记者：… 编辑：… 电话：…
      if ((short_text || (!sentence_mark && last.blank_inside && end - begin == 1)) &&
          !ends_as_photo(last))
        return paragraph_kind::byline;
      break;
    case line_start::list:
      if (!sentence_mark && last.tail != line_end::comma &&
          (width <= 24 * em || (short_text && last.commas == 0 && last.tail == line_end::open)))
        return paragraph_kind::headline;
      return paragraph_kind::list_item;
    default:
      break;
    }
    if (lines_[end - 1].credit) {
      if (ends_as_photo(last)) return paragraph_kind::caption;
      if (short_text) return paragraph_kind::byline;
    }
    // A headline of several lines has no commas, and at most its subject stands on a line above.
    const bool prose = lines_[begin].opens_prose || end - begin > 2 ||
                       (end - begin == 2 && lines_[begin].commas > 0);
    if (last.tail != line_end::open || sentence_mark || prose || is_formula(begin, end))
      return paragraph_kind::body;
    if (short_text && last.commas <= 3) {
      const std::string_view text = page_.text(begin);
      if (starts_with_any(text, menu_openings)) return paragraph_kind::cell;
      if (names_figure(text)) return paragraph_kind::caption;
      return unclosed > 0 && roles_[begin].cut ? paragraph_kind::body : paragraph_kind::headline;
    }
    // 【专题】 or [视频] before it: a headline, however many parts it has.
    if (opens_with_label(page_.raw, lines_[begin]) && width <= 90 * em)
      return paragraph_kind::headline;
    return paragraph_kind::body;
  }

  /// 图1 and the like.
  static bool names_figure(std::string_view text) noexcept {
    if (!text.starts_with("图") && !text.starts_with("圖")) return false;
    return text.size() > 3 && chars::is_digit(utf8::decode_one(text, 3).code_point);
  }

  bool ends_as_photo(const line& l) const noexcept {
    std::string_view text = text_of(page_.raw, l);
    for (const std::string_view bracket : {std::string_view("）"), std::string_view(")")})
      if (text.size() > bracket.size() && text.substr(text.size() - bracket.size()) == bracket)
        text.remove_suffix(bracket.size());
    static constexpr std::string_view signs[] = {"摄", "攝", "摄影", "攝影", "供图", "供圖"};
    return ends_with_any(text, signs);
  }

  /// Short lines without any mark, several in a row, are cells.
  void name_cells() {
    const auto cellish = [&](std::size_t i) {
      const line& l = lines_[i];
      return page_.alone(i) && l.width <= 16 * em && !l.sentence_mark &&
             l.tail != line_end::comma &&
             (roles_[i].kind == paragraph_kind::headline ||
              roles_[i].kind == paragraph_kind::body || roles_[i].kind == paragraph_kind::cell) &&
             lines_[i].start == line_start::plain;
    };
    for (std::size_t i = 0; i < lines_.size();) {
      std::size_t end = i;
      std::size_t figures = 0;
      while (end < lines_.size() && cellish(end)) {
        if (is_figure(lines_[end])) ++figures;
        ++end;
      }
      const std::size_t count = end - i;
      if (count >= 6 || (count >= 3 && figures * 3 >= count))
        for (std::size_t j = i; j < end; ++j)
          roles_[j].kind = paragraph_kind::cell;
      i = std::max(end, i + 1);
    }
  }

  /// Signs and letters of ASCII with hardly a Han character among them: a formula, markup, a rule.
  bool is_formula(std::size_t begin, std::size_t end) const noexcept {
    std::size_t signs = 0;
    std::size_t letters = 0; // and digits
    std::size_t others = 0;
    for (std::size_t i = begin; i < end; ++i)
      for (const char c : page_.text(i).substr(0, 256)) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte >= 0x80) {
          ++others;
        } else if (chars::is_latin(byte) || chars::is_digit(byte)) {
          ++letters;
        } else if (byte != ' ') {
          ++signs;
        }
      }
    return signs * 4 > letters + others && others <= 6;
  }

  bool is_figure(const line& l) const noexcept {
    const char32_t first = first_of(page_.raw, l);
    return chars::is_digit(first) || first == U'-' || first == U'+';
  }

  const page_lines& page_;
  const std::vector<line>& lines_;
  std::vector<line_role>& roles_;
};
using kind_namer = basic_kind_namer<>;

} // namespace hantext::detail
