/// \file
/// Sentences of a paragraph of clean text.
///
/// A sentence ends after 。！？；… or ! ? ; together with the marks, closing quotes and brackets
/// that follow. Marks inside 《》 and short brackets end nothing, nor does a quotation that the
/// sentence goes on after (“怎么办？”的问题). ! ? ; before a letter or digit belong to it (a?b=1).
#pragma once

#include <hantext/document/lines.hpp>

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace hantext::detail {

/// What splits text into sentences besides what `ends_sentence` takes.
constexpr bool divides_sentences(char32_t c) noexcept {
  return c == U'；' || c == U';' || (find_traits(c) & trait_sentence) != 0;
}

/// Walks over the sentences of one paragraph; linear in it.
class sentence_splitter {
public:
  /// Calls `found(begin, end)` for each sentence of `text`, blanks at its ends left out.
  template <class F> static void split(std::string_view text, F&& found) {
    std::size_t begin = 0;
    std::size_t at = 0;
    // Up to here, title marks and brackets are known to have no closing half near by.
    std::size_t searched[2] = {};
    while (at < text.size()) {
      const auto lead = static_cast<unsigned char>(text[at]);
      // Only punctuation matters: nothing from U+4000 to U+DFFF or beyond U+FFFF does.
      if (lead >= 0xE4 && lead <= 0xEE) {
        at += 3;
        continue;
      }
      if (lead < 0x80 && lead != '!' && lead != '?' && lead != ';' && lead != '(') {
        ++at;
        continue;
      }
      const utf8::element e = decode_mark(text, at);
      const std::size_t after = at + e.length;
      const char32_t c = e.code_point;
      if (c == U'《' || c == U'（' || c == U'(') {
        std::size_t& known = searched[c == U'《' ? 0 : 1];
        const std::size_t closing = at < known ? at : find_closing(text, at, c);
        if (closing == at && at >= known) known = std::min(text.size(), at + bracket_reach);
        at = closing > at ? closing : after;
        continue;
      }
      at = after;
      if (!divides_sentences(c)) continue;
      const bool ascii = c < 0x80;
      const bool statement = c == U'。' || c == U'\uFF61';
      bool quoted = false;
      at = skip_tail(text, at, quoted);
      if (at < text.size()) {
        const char32_t next = utf8::decode_one(text, at).code_point;
        if (ascii && !quoted && next < 0x80 && (chars::is_latin(next) || chars::is_digit(next)))
          continue;
        if (is_comma(next) || is_clause_mark(next)) continue;
        if (quoted && !statement && goes_on(next)) continue;
      }
      emit(text, begin, at, found);
      begin = at;
    }
    emit(text, begin, text.size(), found);
  }

private:
  static constexpr std::size_t bracket_reach = 180; // bytes: about sixty characters are short

  template <class F>
  static void emit(std::string_view text, std::size_t begin, std::size_t end, F&& found) {
    while (begin < end) {
      const utf8::element e = utf8::decode_one(text, begin);
      if (!chars::is_space(e.code_point)) break;
      begin += e.length;
    }
    while (end > begin) {
      const utf8::element e = utf8::decode_before(text, end);
      if (!chars::is_space(e.code_point)) break;
      end = e.offset;
    }
    if (begin < end) found(begin, end);
  }

  /// The end of a short bracket that opens at `at`; `at` where it is long or never closed.
  static std::size_t find_closing(std::string_view text, std::size_t at,
                                  char32_t opening) noexcept {
    const char32_t closing = chars::closing_of(opening);
    const std::size_t stop = std::min(text.size(), at + bracket_reach);
    std::size_t i = at;
    while (i < stop) {
      const utf8::element e = utf8::decode_one(text, i);
      i += e.length;
      if (e.code_point == closing || (opening == U'（' && e.code_point == U')') ||
          (opening == U'(' && e.code_point == U'）'))
        return i;
    }
    return at;
  }

  /// Runs over further end marks, closing quotes and brackets.
  static std::size_t skip_tail(std::string_view text, std::size_t at, bool& quoted) noexcept {
    while (at < text.size()) {
      const utf8::element e = utf8::decode_one(text, at);
      const char32_t c = e.code_point;
      if (chars::is_closing(c)) {
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
    const char32_t c = utf8::decode_one(text, at).code_point;
    return chars::is_space(c) || chars::is_closing(c) || divides_sentences(c);
  }

  /// Words that go on after a quotation in the middle of a sentence.
  static constexpr bool goes_on(char32_t c) noexcept {
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
};

} // namespace hantext::detail
