/// \file
/// Cuts bytes into printed lines and looks at each once, while its bytes are at hand.
#pragma once

#include <hantext/document/characters.hpp>
#include <hantext/document/line_signs.hpp>
#include <hantext/document/lines.hpp>
#include <hantext/document/mark_bits.hpp>
#include <hantext/document/paragraphs.hpp>
#include <hantext/result.hpp>
#include <hantext/utf8.hpp>

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace hantext::detail {

/// Cuts bytes into lines and looks at each once. Linear in the text.
template <class T = void> class basic_line_scanner {
public:
  /// `stops` takes the offset of every character with `trait_stop`, `dropped` those that print as
  /// nothing, `errors` ill-formed bytes.
  basic_line_scanner(std::string_view raw, std::vector<line>& lines,
                     std::vector<std::size_t>& stops, std::vector<dropped_text>& dropped,
                     std::vector<error>& errors)
      : raw_(raw), lines_(lines), stops_(stops), dropped_(dropped), errors_(errors) {}

  /// Cuts on until there are `wanted` lines, or all. Returns whether more may follow.
  bool scan(std::size_t wanted) {
    while (at_ < raw_.size() && lines_.size() < wanted) {
      const std::size_t end = end_of_piece();
      while (at_ < end) {
        const utf8::validation valid = utf8::validate(raw_.substr(at_, end - at_));
        scan_valid(at_, at_ + valid.offset);
        at_ += valid.offset;
        if (!valid.ok) ill_formed(at_, valid.length, valid.kind);
        at_ += valid.length;
      }
    }
    if (at_ == raw_.size()) finish_line(at_);
    stops_.resize(stop_count_);
    return at_ < raw_.size();
  }

private:
  static constexpr std::size_t piece = std::size_t{1} << 14; // stays at hand between two looks

  /// Where to stop for now: some way on, where a character begins or no character is.
  std::size_t end_of_piece() const noexcept {
    if (raw_.size() - at_ <= piece) return raw_.size();
    std::size_t end = at_ + piece;
    for (int steps = 0; steps < 3 && (byte_at(raw_, end) & 0xC0U) == 0x80; ++steps)
      --end;
    return end;
  }

  void scan_valid(std::size_t at, const std::size_t end) {
    next_ = at;
    for (; end - at >= mark_block; at += mark_block)
      scan_marks(mark_bits(raw_.data() + at), at);
    if (at < end) {
      char padded[mark_block];
      std::fill(std::copy(raw_.begin() + static_cast<std::ptrdiff_t>(at),
                          raw_.begin() + static_cast<std::ptrdiff_t>(end), padded),
                padded + mark_block, '\x80');
      scan_marks(mark_bits(padded), at);
    }
    if (pending_ && next_ < end) resume(next_);
  }

  void scan_marks(std::uint64_t bits, std::size_t block) {
    if (stops_.size() - stop_count_ < mark_block) stops_.resize(stop_count_ + 64 * mark_block);
    for (; bits != 0; bits &= bits - 1)
      mark(block + static_cast<std::size_t>(std::countr_zero(bits)));
  }

  /// A character that is not plain, of well-formed text.
  void mark(std::size_t at) {
    if (pending_ && next_ < at) resume(next_);
    // Most are ASCII or three bytes long. Which of them cannot be foreseen, so both are decoded.
    char32_t c = byte_at(raw_, at);
    if (c == U' ') {
      if (!pending_ && at + 1 < raw_.size() && leads_plain(byte_at(raw_, at + 1))) {
        ++not_plain_; // one blank between characters, as letter-spaced print has them
        gap();
        return;
      }
      rest(at);
      blank(2);
      next_ = at + 1;
      return;
    }
    std::size_t length = c < 0x80 ? 1 : 3;
    const std::size_t last = raw_.size() - 1;
    const char32_t three = (c & 0x0FU) << 12 |
                           (byte_at(raw_, std::min(at + 1, last)) & 0x3FU) << 6 |
                           (byte_at(raw_, std::min(at + 2, last)) & 0x3FU);
    if (c >= 0xC0 && (c < 0xE0 || c >= 0xF0)) {
      const utf8::element e = decode_valid(raw_, at);
      c = e.code_point, length = e.length;
    } else {
      c = c < 0x80 ? c : three;
    }
    unsigned traits = find_traits(c);
    if (traits == trait_point)
      traits = is_full_stop(raw_, at) ? unsigned{trait_sentence} | trait_stop : 0;
    if ((traits & (trait_space | trait_break | trait_nothing | trait_control)) != 0) {
      unprinted(at, c, length, traits);
      return;
    }
    stops_[stop_count_] = at;
    stop_count_ += (traits & trait_stop) != 0 ? 1 : 0;
    print(at, length, c < 0x0400 || (traits & trait_flexible) != 0 ? 2 : em, traits);
  }

  /// A blank, a line break, or what prints as nothing.
  void unprinted(std::size_t at, char32_t c, std::size_t length, unsigned traits) {
    next_ = at + length;
    if ((traits & trait_break) != 0) {
      if (c == U'\n' && at > 0 && raw_[at - 1] == '\r') return; // the second half of CR LF
      finish_line(at);
      if (c == U'\f') ++blanks_;
    } else if ((traits & trait_control) != 0) {
      print(at, 1, 0, 0); // no width, but it is the author's
    } else {
      rest(at);
      if ((traits & trait_nothing) != 0) {
        if (started_) current_.dropped_inside = true;
        drop({at, at + length}, c);
      } else if (c == U'\t') {
        blank(8);
      } else {
        blank(c == 0x3000 || c == 0x2003 ? 4 : 2);
      }
    }
  }

  /// Neighbours that are dropped for one reason are one entry.
  void drop(span source, char32_t c) {
    const drop_reason reason = c == 0x00AD                        ? drop_reason::soft_hyphen
                               : c == 0xFEFF && source.begin == 0 ? drop_reason::byte_order_mark
                                                                  : drop_reason::zero_width;
    if (!dropped_.empty() && dropped_.back().source.end == source.begin &&
        dropped_.back().reason == reason) {
      dropped_.back().source.end = source.end;
    } else {
      dropped_.push_back({source, reason});
    }
  }

  /// A maximal subpart; those that stand together are one error.
  void ill_formed(std::size_t at, std::size_t length, error_kind kind) {
    print(at, length, em, 0);
    current_.ill_formed = true;
    if (!errors_.empty() && errors_.back().offset + errors_.back().length == at) {
      errors_.back().length += length;
    } else {
      errors_.push_back({kind, at, length});
    }
  }

  /// A character that is not plain.
  void print(std::size_t at, std::size_t length, std::uint32_t width, unsigned traits) noexcept {
    if (pending_) resume(at);
    not_plain_ += length;
    width_ += width;
    seen_ |= traits;
    commas_ += (traits & trait_comma) != 0 ? 1 : 0;
    marks_ += (traits & trait_flexible) != 0 ? 1 : 0;
    unclosed_ += ((traits & trait_opening) != 0 ? 1 : 0) - ((traits & trait_closing) != 0 ? 1 : 0);
  }

  /// What printed so far ends at `at`, for now.
  void rest(std::size_t at) noexcept {
    if (pending_) return;
    pending_ = true;
    current_.end = at;
  }

  /// Something prints at `at`, the first of its line or after blanks.
  void resume(std::size_t at) noexcept {
    pending_ = false;
    if (!started_) {
      started_ = true;
      current_.begin = at;
      current_.indent = static_cast<std::uint16_t>(std::min<std::uint32_t>(blank_width_, 0xFFFF));
      current_.blanks_before = static_cast<std::uint8_t>(std::min<std::uint32_t>(blanks_, 0xFF));
    } else {
      not_plain_ += at - current_.end;
      if (blank_width_ != 0) gap();
      if (blank_width_ >= em) current_.parted = true;
    }
    blank_width_ = 0;
  }

  /// Justified print has gaps of a quarter of an em beside figures. Letter-spaced lines have one
  /// after every character, as narrow as it takes: together they count as one em at most.
  void gap() noexcept {
    current_.blank_inside = true;
    if (gaps_ < em) ++gaps_, ++width_;
  }

  void blank(std::uint32_t width) noexcept {
    if (blank_width_ < widest_) blank_width_ += width;
  }

  void finish_line(std::size_t at) {
    blank_width_ = 0;
    if (!started_) {
      if (blanks_ < widest_) ++blanks_;
      return;
    }
    rest(at);
    line& l = current_;
    width_ += (l.end - l.begin - not_plain_) / 3 * em;
    l.width = static_cast<std::uint32_t>(std::min<std::size_t>(width_, widest_));
    l.marks = static_cast<std::uint16_t>(std::min<std::size_t>(marks_, 0xFFFF));
    l.commas = static_cast<std::uint16_t>(std::min<std::size_t>(commas_, 0xFFFF));
    l.unclosed = static_cast<std::int8_t>(std::clamp<std::ptrdiff_t>(unclosed_, -0x7F, 0x7F));
    l.sentence_mark = (seen_ & trait_sentence) != 0;
    l.square = (seen_ & trait_square) != 0;
    l.bracket = (seen_ & trait_bracket) != 0;
    l.starts_closed = starts_closed(raw_, l);
    l.plain_break = at == l.end && at < raw_.size() && raw_[at] == '\n';
    l.tail = tail_of(raw_, l);
    const unsigned lists = line_openings<T>.lists_for(text_of(raw_, l));
    l.start = start_of(raw_, l, lists);
    l.opens_prose = l.start == line_start::plain && opens_prose(raw_, l, lists);
    const char32_t last = l.tail == line_end::mark ? last_of(raw_, l) : U'\0';
    l.ends_quote = last == U'”' || last == U'」' || last == U'"';
    l.credit =
        l.start != line_start::report &&
        (ends_with_credit(raw_, l) || (l.start == line_start::byline && tells_date(raw_, l)));
    lines_.push_back(l);
    current_ = line{};
    width_ = not_plain_ = marks_ = commas_ = gaps_ = 0;
    unclosed_ = 0;
    seen_ = 0;
    started_ = false;
    blanks_ = 0;
  }

  static constexpr std::uint32_t widest_ = 1U << 24; // no line needs to be known to be wider

  std::string_view raw_;
  std::vector<line>& lines_;
  std::vector<std::size_t>& stops_;
  std::size_t stop_count_ = 0;
  std::vector<dropped_text>& dropped_;
  std::vector<error>& errors_;

  std::size_t at_ = 0; // what lies before it has been scanned
  line current_;
  std::size_t width_ = 0;     // of all that is not plain
  std::size_t not_plain_ = 0; // bytes between the ends of the line that are not plain characters
  std::size_t marks_ = 0;
  std::size_t commas_ = 0;
  std::ptrdiff_t unclosed_ = 0;
  unsigned seen_ = 0;    // traits
  bool started_ = false; // something of the line has been printed
  bool pending_ = true;  // the next that prints begins the line or comes after blanks
  std::size_t next_ = 0; // while pending: what has not been looked at begins here
  std::size_t gaps_ = 0; // blanks inside the line that its width counts
  std::uint32_t blank_width_ = 0;
  std::uint32_t blanks_ = 0;
};
using line_scanner = basic_line_scanner<>;

} // namespace hantext::detail
