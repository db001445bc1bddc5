/// \file
/// A printed line and what it looks like: how wide it prints, how it begins and ends. Everything
/// that layout detection knows about a page is said of its lines.
#pragma once

#include <hantext/chars.hpp>
#include <hantext/document/characters.hpp>
#include <hantext/utf8.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hantext::detail {

/// What the end of a line says about whether its sentence is over.
enum class line_end : std::uint8_t {
  open,   ///< a word: 柳树湾居民委
  comma,  ///< ， 、 and the like, or an opening bracket: more must follow
  clause, ///< ： or ；
  mark    ///< 。！？… and closing quotes after them
};

/// What a line begins with.
enum class line_start : std::uint8_t {
  plain,
  report,
  byline,
  caption,
  list,
  markdown,
  salutation, ///< 各位代表：
  folio       ///< the number of a page: — 12 —
};

/// One line that is not blank. Counts stop at the greatest that fits.
struct line {
  std::size_t begin = 0;          ///< first character that prints, in the source
  std::size_t end = 0;            ///< after the last one
  std::uint32_t width = 0;        ///< of what prints, blanks inside up to one em
  std::uint16_t indent = 0;       ///< width of the blanks before it
  std::uint16_t marks = 0;        ///< CJK punctuation; `width` counts half an em for each
  std::uint16_t commas = 0;       ///< ，、；： within it
  std::int8_t unclosed = 0;       ///< opening less closing brackets and quotes
  std::uint8_t blanks_before = 0; ///< blank lines before it; a form feed counts as one
  line_end tail = line_end::open;
  line_start start = line_start::plain;
  bool sentence_mark : 1 = false;  ///< 。！？ within it or at its end
  bool blank_inside : 1 = false;   ///< blanks between what prints
  bool dropped_inside : 1 = false; ///< characters that the clean text leaves out: soft hyphens …
  bool ill_formed : 1 = false;
  bool square : 1 = false;      ///< holds □
  bool bracket : 1 = false;     ///< holds （ or (
  bool credit : 1 = false;      ///< ends by naming who took the picture or wrote the text, or when
  bool opens_prose : 1 = false; ///< begins with 近日， 据了解 and the like
  bool ends_quote : 1 = false;  ///< its last character closes a quotation
  bool plain_break : 1 = false; ///< '\n' follows at once
  bool parted : 1 = false;      ///< an em or more is left blank within it
  bool starts_closed : 1 = false; ///< begins with ， 。 ” % and so on, as no paragraph does
};

inline std::string_view text_of(std::string_view raw, const line& l) noexcept {
  return raw.substr(l.begin, l.end - l.begin);
}

/// The first and the last character of a line, which need not be well-formed.
constexpr char32_t first_of(std::string_view raw, const line& l) noexcept {
  return (l.ill_formed ? utf8::decode_one(raw, l.begin) : decode_valid(raw, l.begin)).code_point;
}
constexpr char32_t last_of(std::string_view raw, const line& l) noexcept {
  return (l.ill_formed ? utf8::decode_before(raw, l.end) : decode_valid_before(raw, l.end))
      .code_point;
}

/// Reads the end of a line backwards: closing quotes and brackets aside, what comes last?
template <class = void> inline line_end tail_of(std::string_view raw, const line& l) noexcept {
  std::size_t at = l.end;
  bool closed = false;
  for (int steps = 0; at > l.begin && steps < 8; ++steps) {
    const utf8::element e =
        l.ill_formed ? utf8::decode_before(raw, at) : decode_valid_before(raw, at);
    if (!closed && leads_plain(byte_at(raw, e.offset))) return line_end::open;
    const unsigned traits = find_traits(e.code_point);
    if ((traits & (trait_space | trait_nothing)) != 0) {
      at = e.offset;
      continue;
    }
    if ((traits & trait_sentence) != 0) return line_end::mark;
    if ((traits & trait_point) != 0)
      return is_full_stop(raw, e.offset) ? line_end::mark : line_end::open;
    if ((traits & trait_closing) != 0 || closes(e.code_point)) {
      closed = true;
      at = e.offset;
      continue;
    }
    if (closed || traits == 0) return line_end::open;
    if (is_comma(e.code_point) || (traits & trait_opening) != 0) return line_end::comma;
    return (traits & trait_comma) != 0 ? line_end::clause : line_end::open;
  }
  return line_end::open;
}

/// Whether no paragraph begins like this line, which must go on from the one above.
template <class = void> inline bool starts_closed(std::string_view raw, const line& l) noexcept {
  if (leads_plain(byte_at(raw, l.begin))) return false;
  const char32_t first = first_of(raw, l);
  if (first == U'%' || first == U'％') return true;
  if (first == U'.') // the fraction of a number
    return l.end > l.begin + 1 && chars::is_digit(utf8::decode_one(raw, l.begin + 1).code_point);
  return (find_traits(first) & (trait_comma | trait_sentence | trait_closing)) != 0 &&
         first != U')' && first != U']' && first != U':' && first != U';';
}

} // namespace hantext::detail
