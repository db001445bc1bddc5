/// \file
/// The printed lines of raw bytes and what each of them looks like: how wide it prints, how it
/// begins and ends. Everything that layout detection knows about a page comes from here.
#pragma once

#include <hantext/chars.hpp>
#include <hantext/result.hpp>
#include <hantext/utf8.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace hantext::detail {

/// What the end of a line says about whether its sentence is over.
enum class line_end : std::uint8_t {
  open,   ///< a word: 柳树湾居民委
  comma,  ///< ， 、 and the like, or an opening bracket: more must follow
  clause, ///< ： or ；
  mark    ///< 。！？… and closing quotes after them
};

/// Widths are in quarters of an em: a Han character is 4, a digit 2.
inline constexpr std::uint32_t em = 4;

/// One line that is not blank.
struct line {
  std::size_t begin = 0;           ///< first character that prints, in the source
  std::size_t end = 0;             ///< after the last one
  std::size_t break_begin = 0;     ///< the line break after it; where the text ends, its end
  std::uint32_t width = 0;         ///< of what prints, blanks inside up to one em
  std::uint32_t indent = 0;        ///< width of the blanks before it
  std::uint32_t blanks_before = 0; ///< blank lines before it; a form feed counts as one
  std::uint32_t marks = 0;         ///< CJK punctuation; `width` counts half an em for each
  std::uint16_t commas = 0;        ///< ，、；： within it
  std::int16_t unclosed = 0;       ///< opening less closing brackets and quotes
  std::uint8_t break_length = 0;   ///< bytes of the character that breaks the line
  line_end tail = line_end::open;
  bool sentence_mark = false;  ///< 。！？ within it or at its end
  bool blank_inside = false;   ///< blanks between what prints
  bool dropped_inside = false; ///< bytes that the clean text leaves out: soft hyphen, zero width
  bool ill_formed = false;
  bool square = false;        ///< holds □
  bool starts_closed = false; ///< begins with ， 。 ” % and so on, as no paragraph does
};

/// Characters that print as nothing and that the clean text leaves out. U+200C and U+200D are kept
/// because they join and part the letters beside them.
constexpr bool prints_nothing(char32_t c) noexcept {
  return c == 0x00AD || c == 0x200B || c == 0x2060 || c == 0xFEFF;
}

constexpr bool breaks_line(char32_t c) noexcept {
  return (c >= 0x0A && c <= 0x0D) || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/// End marks of a sentence. ｡ is the half-width 。
constexpr bool ends_sentence(char32_t c) noexcept {
  switch (c) {
  case U'。':
  case U'！':
  case U'？':
  case U'…':
  case U'!':
  case U'?':
  case U'\uFF61':
    return true;
  default:
    return false;
  }
}

constexpr bool is_comma(char32_t c) noexcept {
  return c == U'，' || c == U'、' || c == U',' || c == U'\uFF64' || c == U'﹐' || c == U'﹑';
}

constexpr bool is_clause_mark(char32_t c) noexcept {
  return c == U'；' || c == U'：' || c == U';' || c == U':';
}

/// Punctuation of the full width, which is set between a half and a whole em wide.
constexpr bool is_flexible(char32_t c) noexcept {
  return (c >= 0x2014 && c <= 0x2026) || (c >= 0x3001 && c <= 0x301F) ||
         (c >= 0xFF01 && c <= 0xFF1F && !chars::is_digit(c));
}

/// What the scanner asks of a character, as bits.
enum character_trait : std::uint16_t {
  trait_space = 1,    // blank
  trait_nothing = 2,  // prints_nothing
  trait_break = 4,    // breaks_line
  trait_sentence = 8, // ends_sentence
  trait_comma = 16,   // is_comma or is_clause_mark
  trait_opening = 32,
  trait_closing = 64,
  trait_flexible = 128,
  trait_square = 256, // □, which opens by-lines
};

constexpr std::uint16_t traits_of(char32_t c) noexcept {
  unsigned traits = 0;
  if (breaks_line(c)) traits |= trait_break;
  if (prints_nothing(c)) traits |= trait_nothing;
  if (chars::is_space(c)) traits |= trait_space;
  if (ends_sentence(c)) traits |= trait_sentence;
  if (is_comma(c) || is_clause_mark(c)) traits |= trait_comma;
  if (chars::is_opening(c)) traits |= trait_opening;
  if (chars::is_closing(c)) traits |= trait_closing;
  if (is_flexible(c)) traits |= trait_flexible;
  if (c == U'□') traits |= trait_square;
  return static_cast<std::uint16_t>(traits);
}

/// The traits of 64 characters from `First` on, which are what punctuation is nearly always from.
template <char32_t First> struct trait_block {
  std::uint16_t traits[64];
  constexpr trait_block() noexcept : traits() {
    for (char32_t i = 0; i < 64; ++i)
      traits[i] = traits_of(First + i);
  }
};
inline constexpr trait_block<0x0000> ascii_traits_low;
inline constexpr trait_block<0x0040> ascii_traits_high;
inline constexpr trait_block<0x2000> general_traits;
inline constexpr trait_block<0x3000> cjk_traits;
inline constexpr trait_block<0xFF00> wide_traits;

constexpr std::uint16_t find_traits(char32_t c) noexcept {
  switch (c >> 6) {
  case 0x0000 >> 6:
    return ascii_traits_low.traits[c & 63];
  case 0x0040 >> 6:
    return ascii_traits_high.traits[c & 63];
  case 0x2000 >> 6:
    return general_traits.traits[c & 63];
  case 0x3000 >> 6:
    return cjk_traits.traits[c & 63];
  case 0xFF00 >> 6:
    return wide_traits.traits[c & 63];
  default:
    return traits_of(c);
  }
}

/// The closing half of a bracket or quote, also the straight quotes that say not which way.
constexpr bool closes(char32_t c) noexcept {
  return c == U'"' || c == U'\'' || (find_traits(c) & trait_closing) != 0;
}

/// Width in print, the least for what is flexible.
constexpr std::uint32_t print_width(char32_t c) noexcept {
  return c < 0x0400 || is_flexible(c) ? 2 : em;
}

constexpr bool is_continuation(char byte) noexcept {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

/// `utf8::decode_one`, quick for U+2000 to U+3FFF and U+F000 to U+FFFF, where the punctuation is.
constexpr utf8::element decode_mark(std::string_view text, std::size_t at) noexcept {
  const auto lead = static_cast<unsigned char>(text[at]);
  if ((lead == 0xE2 || lead == 0xE3 || lead == 0xEF) && text.size() - at > 2 &&
      is_continuation(text[at + 1]) && is_continuation(text[at + 2])) {
    const auto code_point = static_cast<char32_t>(
        (lead & 0x0FU) << 12 | (static_cast<unsigned char>(text[at + 1]) & 0x3FU) << 6 |
        (static_cast<unsigned char>(text[at + 2]) & 0x3FU));
    return {code_point, at, 3, true};
  }
  return utf8::decode_one(text, at);
}

/// Reads the end of a line backwards: closing quotes and brackets aside, what comes last?
inline line_end tail_of(std::string_view raw, const line& l) noexcept {
  std::size_t at = l.end;
  bool closed = false;
  for (int steps = 0; at > l.begin && steps < 8; ++steps) {
    const utf8::element e = utf8::decode_before(raw, at);
    const unsigned traits = find_traits(e.code_point);
    if ((traits & (trait_space | trait_nothing)) != 0) {
      at = e.offset;
      continue;
    }
    if ((traits & trait_sentence) != 0) return line_end::mark;
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

/// Cuts bytes into lines and looks at each once. Linear in the text.
class line_scanner {
public:
  line_scanner(std::string_view raw, std::vector<line>& lines, std::vector<error>& errors)
      : raw_(raw), lines_(lines), errors_(errors) {}

  void scan() {
    const std::size_t size = raw_.size();
    std::size_t at = 0;
    while (at < size) {
      at = han_run(at);
      if (at >= size) break;
      const auto byte = static_cast<unsigned char>(raw_[at]);
      if (byte < 0x80) {
        ascii(at, byte);
        ++at;
      } else {
        at = other(at);
      }
    }
    finish_line(size, 0);
  }

private:
  /// Runs over U+4000 to U+9FFF, which is nearly every character there is; none of them is special.
  std::size_t han_run(std::size_t at) noexcept {
    const char* const data = raw_.data();
    const std::size_t size = raw_.size();
    std::size_t stop = at;
    while (stop + 2 < size) {
      const auto lead = static_cast<unsigned char>(data[stop]);
      if (lead < 0xE4 || lead > 0xE9) break;
      if (!is_continuation(data[stop + 1]) || !is_continuation(data[stop + 2])) break;
      stop += 3;
    }
    if (stop != at) {
      const std::size_t count = (stop - at) / 3;
      print(at, stop, static_cast<std::uint32_t>(count < wide_ ? count * em : wide_));
    }
    return stop;
  }

  void ascii(std::size_t at, unsigned char byte) {
    if (byte > 0x20) {
      print(at, at + 1, 2);
      // Letters and digits are nothing special.
      if (const unsigned traits = find_traits(byte); traits != 0) mark(traits);
      return;
    }
    if (byte == '\n' || byte == '\r' || byte == '\f' || byte == '\v') {
      if (byte == '\n' && after_return_ == at && at != 0) { // the second half of CR LF
        after_return_ = 0;
        return;
      }
      finish_line(at, 1);
      if (byte == '\r') after_return_ = at + 1;
      if (byte == '\f') ++blanks_;
      return;
    }
    if (byte == ' ' || byte == '\t') {
      blank(byte == ' ' ? 2 : 8);
    } else {
      print(at, at + 1, 0); // a control character: no width, but it is the author's
    }
  }

  std::size_t other(std::size_t at) {
    const utf8::element e = decode_mark(raw_, at);
    const std::size_t end = at + e.length;
    if (!e.well_formed) {
      print(at, end, em);
      current_.ill_formed = true;
      report(at, e.length);
      return end;
    }
    const char32_t c = e.code_point;
    const unsigned traits = find_traits(c);
    if ((traits & (trait_break | trait_nothing | trait_space)) != 0) {
      if ((traits & trait_break) != 0) {
        finish_line(at, e.length);
      } else if ((traits & trait_nothing) != 0) {
        if (started_) current_.dropped_inside = true;
      } else {
        blank(c == 0x3000 || c == 0x2003 ? 4 : 2);
      }
      return end;
    }
    print(at, end, print_width(c));
    mark(traits);
    return end;
  }

  /// Ill-formed bytes that stand together are one error.
  void report(std::size_t at, std::size_t length) {
    if (!errors_.empty() && errors_.back().offset + errors_.back().length == at) {
      errors_.back().length += length;
    } else {
      errors_.push_back({utf8::validate(raw_.substr(at, length + 3)).kind, at, length});
    }
  }

  void mark(unsigned traits) noexcept {
    if ((traits & trait_flexible) != 0) ++current_.marks;
    if ((traits & trait_sentence) != 0) current_.sentence_mark = true;
    if ((traits & trait_square) != 0) current_.square = true;
    if ((traits & trait_comma) != 0 && current_.commas < 0xFFFF) ++current_.commas;
    if ((traits & trait_opening) != 0 && current_.unclosed < 0x7FFF) ++current_.unclosed;
    if ((traits & trait_closing) != 0 && current_.unclosed > -0x7FFF) --current_.unclosed;
  }

  void print(std::size_t begin, std::size_t end, std::uint32_t width) noexcept {
    if (!started_) {
      started_ = true;
      current_.begin = begin;
      current_.indent = blank_width_;
      current_.blanks_before = blanks_;
    } else if (blank_width_ != 0) {
      current_.blank_inside = true;
      // Justified print has gaps of a quarter of an em beside figures. Letter-spaced lines have one
      // after every character, as narrow as it takes: all together they count as one em at most.
      if (gaps_ < em) ++gaps_, ++current_.width;
    }
    blank_width_ = 0;
    current_.end = end;
    if (current_.width < wide_) current_.width += width;
  }

  void blank(std::uint32_t width) noexcept {
    if (blank_width_ < wide_) blank_width_ += width;
  }

  void finish_line(std::size_t at, std::uint8_t length) {
    blank_width_ = 0;
    if (!started_) {
      if (blanks_ < wide_) ++blanks_;
      return;
    }
    current_.break_begin = at;
    current_.break_length = length;
    current_.tail = tail_of(raw_, current_);
    const char32_t first = utf8::decode_one(raw_, current_.begin).code_point;
    current_.starts_closed =
        (find_traits(first) & (trait_comma | trait_sentence | trait_closing)) != 0 &&
        first != U')' && first != U']' && first != U':' && first != U';';
    if (first == U'%' || first == U'％') current_.starts_closed = true;
    if (first == U'.' && current_.end > current_.begin + 1 &&
        chars::is_digit(utf8::decode_one(raw_, current_.begin + 1).code_point))
      current_.starts_closed = true; // the fraction of a number
    lines_.push_back(current_);
    current_ = line{};
    gaps_ = 0;
    started_ = false;
    blanks_ = 0;
  }

  static constexpr std::uint32_t wide_ = 1U << 24; // no line needs to be known to be wider

  std::string_view raw_;
  std::vector<line>& lines_;
  std::vector<error>& errors_;
  line current_;
  bool started_ = false;
  std::uint32_t gaps_ = 0; // blanks inside the line that its width counts
  std::uint32_t blank_width_ = 0;
  std::uint32_t blanks_ = 0;
  std::size_t after_return_ = 0;
};

} // namespace hantext::detail
