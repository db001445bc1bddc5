/// \file
/// What a page is made of: paragraphs, sentences, and what was left out.
#pragma once

#include <hantext/result.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace hantext {

/// What a paragraph is on its page.
enum class paragraph_kind : std::uint8_t {
  body,      ///< prose
  headline,  ///< headline, kicker, sub-headline, Markdown head: short, without an end mark
  byline,    ///< who wrote it, where it comes from, when it appeared
  caption,   ///< what a picture shows, and who took it
  list_item, ///< begins with a list head: 一是, （一）, 1., ——
  cell       ///< one of several short lines in a row: a flattened table, a menu
};

/// The name of a kind, as it is spelled above.
constexpr std::string_view name_of(paragraph_kind kind) noexcept {
  switch (kind) {
  case paragraph_kind::body:
    return "body";
  case paragraph_kind::headline:
    return "headline";
  case paragraph_kind::byline:
    return "byline";
  case paragraph_kind::caption:
    return "caption";
  case paragraph_kind::list_item:
    return "list_item";
  case paragraph_kind::cell:
    return "cell";
  }
  return {};
}

/// A logical paragraph, as the editor wrote it.
struct paragraph {
  span text;   ///< in `document::text()`
  span source; ///< in the raw bytes: from its first printing character to after its last
  paragraph_kind kind = paragraph_kind::body; ///< what it is on its page
  /// Whether its sentence began before the caption or headline above it: then it goes on with the
  /// nearest body or list item above.
  bool continues = false;
};

/// A sentence, or the part of one that ends in ；. A paragraph without an end mark is one sentence.
struct sentence {
  span text;                 ///< in `document::text()`
  std::size_t paragraph = 0; ///< index in `document::paragraphs()`
};

/// Why characters of the source are not in the clean text. Blanks and line breaks are not counted
/// as characters.
enum class drop_reason : std::uint8_t {
  byte_order_mark, ///< U+FEFF at the beginning
  soft_hyphen,     ///< U+00AD
  zero_width       ///< U+200B, U+2060, U+FEFF within the text
};

/// Characters of the source that are not in the clean text, as many as stand together.
struct dropped_text {
  span source;                                  ///< in the raw bytes
  drop_reason reason = drop_reason::zero_width; ///< what kind of characters they are
};

} // namespace hantext
