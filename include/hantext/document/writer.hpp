/// \file
/// Writes the lines of a paragraph as clean text and keeps the source map.
///
/// The author's characters stay as they are. Left out are: line breaks within a paragraph, blanks
/// at the ends of lines, blanks that justified print left between Han characters, and characters
/// that print as nothing. Ill-formed bytes become one U+FFFD for each stretch.
#pragma once

#include <hantext/document/layout.hpp>
#include <hantext/document/lines.hpp>
#include <hantext/document/source_map.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hantext::detail {

class text_writer {
public:
  /// `stops` are offsets of the source, of characters that are kept; they become offsets of the
  /// text.
  text_writer(std::string_view raw, std::string& text, source_map& map,
              std::vector<std::size_t>& stops)
      : raw_(raw), text_(text), map_(map), stops_(stops) {}

  /// Writes the paragraph of `count` lines, which begins a new line of the text unless it is the
  /// first; returns its span in the text.
  span paragraph(const line* lines, std::size_t count, paragraph_kind kind, bool justified) {
    if (previous_.end != 0) break_mark('\n', previous_);
    const std::size_t begin = size();
    const bool prose = kind == paragraph_kind::body || kind == paragraph_kind::list_item ||
                       kind == paragraph_kind::caption;
    const bool squeeze = justified && prose && (count > 1 || lines[0].sentence_mark);
    bracket_ = 0;
    for (std::size_t i = 0; i < count; ++i) {
      if (i > 0) join(lines[i - 1], lines[i], kind);
      std::size_t credit = lines[i].end;
      if (squeeze && i + 1 == count && kind == paragraph_kind::caption)
        credit = credit_begin(lines[i]);
      // A line of a by-line in brackets may go on in the next, which must know.
      const bool bracketed = squeeze && (bracket_ != 0 || lines[i].unclosed != 0);
      if (bracketed || lines[i].dropped_inside || lines[i].ill_formed ||
          (prose && lines[i].blank_inside))
        write_carefully(lines[i], squeeze, credit);
      else
        copy(lines[i].begin, lines[i].end);
    }
    previous_ = lines[count - 1];
    return {begin, size()};
  }

  /// To be called at the end.
  void finish() {
    catch_up();
    map_.finish();
  }

  /// Writes what was put off: the text and the stops are good up to here.
  void catch_up() {
    flush();
    text_.append(piece_, piece_size_);
    piece_size_ = 0;
  }

  /// How many stops have become offsets of the text.
  std::size_t known_stops() const noexcept { return next_stop_; }

private:
  /// Length of the text with what is not yet written.
  std::size_t size() const noexcept { return written() + (pending_end_ - pending_begin_); }

  /// Copies bytes of the source; those that stand together are copied at once.
  void copy(std::size_t begin, std::size_t end) {
    if (begin == end) return;
    if (begin != pending_end_) {
      flush();
      pending_begin_ = begin;
    }
    pending_end_ = end;
  }
  void flush() {
    const std::size_t length = pending_end_ - pending_begin_;
    if (length == 0) return;
    for (; next_stop_ < stops_.size() && stops_[next_stop_] < pending_end_; ++next_stop_)
      stops_[next_stop_] += written() - pending_begin_;
    map_.copied(pending_begin_, length);
    write(raw_.data() + pending_begin_, length);
    pending_begin_ = pending_end_;
  }

  /// Letter-spaced print comes a character at a time, so small pieces are put together first.
  void write(const char* from, std::size_t length) {
    if (length > sizeof piece_ - piece_size_) {
      text_.append(piece_, piece_size_);
      piece_size_ = 0;
      if (length > sizeof piece_) {
        text_.append(from, length);
        return;
      }
    }
    if (length == 3) { // one character, most likely
      piece_[piece_size_] = from[0], piece_[piece_size_ + 1] = from[1];
      piece_[piece_size_ + 2] = from[2];
    } else {
      std::copy(from, from + length, piece_ + piece_size_);
    }
    piece_size_ += length;
  }
  std::size_t written() const noexcept { return text_.size() + piece_size_; }

  void replace(span source, std::string_view by) {
    flush();
    write(by.data(), by.size());
    map_.replaced(source, by.size());
    pending_begin_ = pending_end_ = source.end;
  }

  /// One character in the text for the line break after `l`.
  void break_mark(char mark, const line& l) {
    if (l.plain_break && mark == '\n') return copy(l.end, l.end + 1);
    const char* const data = raw_.data();
    std::size_t at = l.end;
    while (true) {
      // Every line but the last has a break after it, and blanks at most in between.
      const utf8::element e = utf8::decode_one(raw_, at);
      if ((find_traits(e.code_point) & trait_break) == 0) {
        at += e.length;
      } else if (data[at] == mark) {
        return copy(at, at + 1);
      } else {
        const bool both = data[at] == '\r' && at + 1 < raw_.size() && data[at + 1] == '\n';
        return replace({at, at + e.length + (both ? 1 : 0)}, {&mark, 1});
      }
    }
  }

  /// Between two lines of a paragraph stands nothing, unless letters would run together.
  void join(const line& above, const line& below, paragraph_kind kind) {
    if (kind == paragraph_kind::headline || kind == paragraph_kind::byline)
      return break_mark(' ', above);
    if (leads_plain(byte_at(raw_, below.begin))) return;
    const char32_t b = first_of(raw_, below);
    if (b >= 0x80 || !chars::is_latin(b)) return;
    const char32_t a = last_of(raw_, above);
    const bool words = chars::is_latin(a) && a < 0x80;
    const bool after_stop =
        a < 0x80 && chars::is_punctuation(a) && a != U'-' && a != U'/' && a != U'(';
    const bool hyphenated = raw_.substr(above.end, 2) == "\u00AD";
    if ((words && !hyphenated) || after_stop) break_mark(' ', above);
  }

  /// Where the credit of a caption begins: after its last end mark.
  std::size_t credit_begin(const line& l) const noexcept {
    std::size_t at = l.end;
    while (at > l.begin && l.end - at < 90) {
      const utf8::element e = utf8::decode_before(raw_, at);
      if (ends_sentence(e.code_point) || closes(e.code_point)) return at;
      at = e.offset;
    }
    return l.end;
  }

  /// Character by character: drops what prints as nothing and the blanks of justified print.
  void write_carefully(const line& l, bool squeeze, std::size_t credit) {
    std::size_t kept = l.begin; // what is not yet copied begins here
    std::size_t at = l.begin;
    constexpr char32_t plain = U'一'; // any Han character
    char32_t before = 0;
    while (at < l.end) {
      const unsigned lead = byte_at(raw_, at);
      if (leads_plain(lead) && !l.ill_formed && bracket_ != 1) {
        before = plain;
        at += 3;
        continue;
      }
      if (lead == ' ' && before == plain && squeeze && bracket_ != 2 && at < credit &&
          at + 1 < l.end && leads_plain(byte_at(raw_, at + 1))) {
        copy(kept, at); // the most frequent case, as below
        kept = ++at;
        continue;
      }
      const utf8::element e = l.ill_formed ? utf8::decode_one(raw_, at) : decode_valid(raw_, at);
      const std::size_t after = at + e.length;
      if (!e.well_formed) {
        std::size_t stop = after;
        while (stop < l.end) {
          const utf8::element more = utf8::decode_one(raw_, stop);
          if (more.well_formed) break;
          stop += more.length;
        }
        copy(kept, at);
        replace({at, stop}, "\uFFFD");
        kept = at = stop;
        before = utf8::replacement_character;
        continue;
      }
      const char32_t c = e.code_point;
      const unsigned traits = find_traits(c);
      if (leads_plain(lead)) {
        if (bracket_ == 1 && (c == U'者' || c == U'员' || c == U'員')) bracket_ = 2;
      } else if ((traits & trait_nothing) != 0) {
        copy(kept, at);
        kept = after;
        at = after;
        continue;
      } else if ((traits & trait_space) != 0) {
        const std::size_t stop = end_of_blanks(after, l.end);
        if (drops_blanks(l, at, stop, before, squeeze, credit)) {
          copy(kept, at);
          kept = stop;
        }
        at = stop;
        continue;
      } else if (c == U'（' || c == U'(') {
        bracket_ = 1;
      } else if (c == U'）' || c == U')') {
        bracket_ = 0;
      } else if (c == U'□') {
        bracket_ = 2;
      }
      before = c;
      at = after;
    }
    copy(kept, l.end);
  }

  std::size_t end_of_blanks(std::size_t at, std::size_t end) const noexcept {
    while (at < end && !leads_plain(byte_at(raw_, at))) {
      const utf8::element e = utf8::decode_one(raw_, at);
      if (!e.well_formed) break;
      if ((find_traits(e.code_point) & (trait_space | trait_nothing)) != trait_space) break;
      at += e.length;
    }
    return at;
  }

  /// Whether the blanks `[begin, end)` come from justified print and mean nothing.
  bool drops_blanks(const line& l, std::size_t begin, std::size_t end, char32_t before,
                    bool squeeze, std::size_t credit) const noexcept {
    if (end >= l.end) return false;
    if (!squeeze) return letter_spaced(l, begin, end);
    if (bracket_ == 2 || begin >= credit) return false; // names in a by-line stand apart
    const auto alphanumeric = [](char32_t c) {
      return (c >= 0x21 && c < 0x2000) || chars::is_latin(c) || chars::is_digit(c);
    };
    return !alphanumeric(before) || !alphanumeric(utf8::decode_one(raw_, end).code_point);
  }

  /// 实 施 做 好: single Han characters with blanks between them, four at least. Looks at the three
  /// characters on either side only.
  bool letter_spaced(const line& l, std::size_t begin, std::size_t end) const noexcept {
    const auto blank = [](char32_t c) { return (find_traits(c) & trait_space) != 0; };
    std::size_t count = 0;
    std::size_t at = begin;
    while (count < 4) { // towards the front: Han, blank, Han, blank …
      if (at <= l.begin) break;
      utf8::element e = utf8::decode_before(raw_, at);
      if (!chars::is_han(e.code_point)) break;
      at = e.offset;
      if (at > l.begin) {
        e = utf8::decode_before(raw_, at);
        if (!blank(e.code_point)) break;
        at = e.offset;
      }
      ++count;
    }
    at = end;
    std::size_t further = 0;
    while (further < 4) {
      if (at >= l.end) break;
      utf8::element e = utf8::decode_one(raw_, at);
      if (!chars::is_han(e.code_point)) break;
      at += e.length;
      if (at < l.end) {
        e = utf8::decode_one(raw_, at);
        if (!blank(e.code_point)) break;
        at += e.length;
      }
      ++further;
    }
    return count > 0 && further > 0 && count + further >= 4;
  }

  std::string_view raw_;
  std::string& text_;
  source_map::writer map_;
  std::vector<std::size_t>& stops_;
  std::size_t next_stop_ = 0;
  std::size_t pending_begin_ = 0; // bytes of the source that are copied but not yet written
  std::size_t pending_end_ = 0;
  char piece_[256]; // the end of the text, not yet appended
  std::size_t piece_size_ = 0;
  line previous_;   // the last line of the paragraph before
  int bracket_ = 0; // 1 inside a bracket, 2 inside one that names who reports
};

} // namespace hantext::detail
