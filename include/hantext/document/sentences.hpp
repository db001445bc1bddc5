/// \file
/// Sentences of a paragraph of clean text.
///
/// A sentence ends after 。！？；… or ! ? ; together with the marks, closing quotes and brackets
/// that follow; after a point too where a paragraph has points for 。. Marks inside 《》 and short
/// brackets end nothing, nor does a quotation that the sentence goes on after (“怎么办？”的问题). !
/// ? ; before a letter or digit belong to it (a?b=1).
#pragma once

#include <hantext/document/characters.hpp>
#include <hantext/result.hpp>
#include <hantext/utf8.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hantext::detail {

/// Walks over the sentences of the paragraphs of well-formed text; linear in it.
template <class = void> class basic_sentence_splitter {
public:
  /// `stops` are the offsets of every character with `trait_stop`, in order.
  basic_sentence_splitter(const std::string& text, const std::vector<std::size_t>& stops)
      : all_(text), stops_(stops) {}

  /// Calls `found(begin, end)` for each sentence of a paragraph, blanks at its ends left out.
  /// Paragraphs come in their order; the first `known` stops are good and reach to its end.
  template <class F> void split(span paragraph, std::size_t known, F&& found) {
    const std::string_view text = std::string_view(all_).substr(0, paragraph.end);
    std::size_t begin = paragraph.begin;
    std::size_t at = begin;
    // Up to here, title marks and brackets are known to have no closing half near by.
    std::size_t searched[2] = {};
    int by_points = -1; // not yet known
    while (true) {
      while (next_ < known && stops_[next_] < at)
        ++next_;
      if (next_ == known || stops_[next_] >= paragraph.end) break;
      at = stops_[next_];
      const utf8::element e = decode_valid(text, at);
      const std::size_t after = at + e.length;
      const char32_t c = e.code_point;
      if (c == U'《' || c == U'（' || c == U'(') {
        std::size_t& done = searched[c == U'《' ? 0 : 1];
        const std::size_t closing = at < done ? at : find_closing(text, at, c);
        if (closing == at && at >= done) done = std::min(text.size(), at + bracket_reach);
        at = closing > at ? closing : after;
        continue;
      }
      if (c == U'.' || c == U'．') {
        if (by_points < 0) by_points = ends_by_points(paragraph.in(text)) ? 1 : 0;
        if (by_points == 0) {
          at = after;
          continue;
        }
      }
      bool quoted = false;
      at = skip_tail(text, after, quoted);
      if (at < text.size() && goes_on(text, at, c, quoted)) continue;
      emit(text, begin, at, found);
      begin = at;
    }
    emit(text, begin, text.size(), found);
  }

private:
  static constexpr std::size_t bracket_reach = 180; // bytes: about sixty characters are short

  /// Whether a paragraph has points where others have 。: it ends in one and has no 。.
  static bool ends_by_points(std::string_view paragraph) noexcept {
    std::size_t end = paragraph.size();
    while (end > 0) {
      const utf8::element e = decode_valid_before(paragraph, end);
      if (e.code_point == U'.' || e.code_point == U'．')
        return paragraph.find("。") == std::string_view::npos;
      if (!closes(e.code_point)) return false;
      end = e.offset;
    }
    return false;
  }

  template <class F>
  static void emit(std::string_view text, std::size_t begin, std::size_t end, F&& found) {
    while (begin < end && !leads_plain(byte_at(text, begin))) {
      const utf8::element e = decode_valid(text, begin);
      if ((find_traits(e.code_point) & trait_space) == 0) break;
      begin += e.length;
    }
    while (end > begin) {
      const utf8::element e = decode_valid_before(text, end);
      if ((find_traits(e.code_point) & trait_space) == 0) break;
      end = e.offset;
    }
    if (begin < end) found(begin, end);
  }

  /// The end of a short bracket that opens at `at`; `at` where it is long or never closed.
  static std::size_t find_closing(std::string_view text, std::size_t at,
                                  char32_t opening) noexcept {
    const std::size_t stop = std::min(text.size(), at + bracket_reach);
    std::size_t i = at;
    while (i < stop) {
      const utf8::element e = decode_valid(text, i);
      i += e.length;
      if (opening == U'《' ? e.code_point == U'》' : e.code_point == U'）' || e.code_point == U')')
        return i;
    }
    return at;
  }

  /// Runs over further end marks, closing quotes and brackets.
  static std::size_t skip_tail(std::string_view text, std::size_t at, bool& quoted) noexcept {
    while (at < text.size() && !leads_plain(byte_at(text, at))) {
      const utf8::element e = decode_valid(text, at);
      const char32_t c = e.code_point;
      if ((find_traits(c) & trait_closing) != 0) {
        quoted = true;
      } else if (!divides_sentences(c)) {
        // A straight quote closes here when a blank, the end or a mark follows it.
        if (c != U'"' || !straight_quote_closes(text, at + 1)) break;
        quoted = true;
      }
      at += e.length;
    }
    return at;
  }

  static bool straight_quote_closes(std::string_view text, std::size_t at) noexcept {
    if (at >= text.size()) return true;
    const char32_t c = decode_valid(text, at).code_point;
    return (find_traits(c) & (trait_space | trait_closing)) != 0 || divides_sentences(c);
  }

  /// Whether the sentence goes on at `at`, after the mark `c` and what closes with it.
  static bool goes_on(std::string_view text, std::size_t at, char32_t c, bool quoted) noexcept {
    const char32_t next = decode_valid(text, at).code_point;
    const bool ascii = c < 0x80;
    if (ascii && !quoted && next < 0x80 && (chars::is_latin(next) || chars::is_digit(next)))
      return true;
    if (is_comma(next) || is_clause_mark(next)) return true;
    const bool statement = c == U'。' || c == U'\uFF61';
    return quoted && !statement && follows_quotation(next);
  }

  /// Words that go on after a quotation in the middle of a sentence.
  static constexpr bool follows_quotation(char32_t c) noexcept {
    switch (c) {
    case U'的':
    case U'地':
    case U'等':
    case U'之':
    case U'和':
    case U'与':
    case U'及':
    case U'或':
    case U'这':
    case U'為':
    case U'为':
    case U'成':
    case U'中':
    case U'是':
      return true;
    default:
      return false;
    }
  }

  const std::string& all_; // may grow
  const std::vector<std::size_t>& stops_;
  std::size_t next_ = 0; // among the stops
};
using sentence_splitter = basic_sentence_splitter<>;

} // namespace hantext::detail
