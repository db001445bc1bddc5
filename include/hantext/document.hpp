/// \file
/// From bytes as found to clean text, logical paragraphs and sentences, each traceable to its
/// source bytes.
///
///     const hantext::document page(bytes);
///     for (const auto& paragraph : page.paragraphs())
///       use(page.text(paragraph.text), paragraph.kind, paragraph.source);
///
/// Lines that a printed column cut are joined, with or without a blank line between every two of
/// them; blanks that justified print left between characters go; headlines, by-lines, captions,
/// list items and the cells of flattened tables stay paragraphs of their own. All of this is
/// detected from the page, place by place; a page whose lines are whole is left as it is. CR LF,
/// lone CR, form feeds, byte order marks, full-width indents, no-break and zero-width blanks, tabs
/// and soft hyphens are taken for what they are. Every other character of the source is in exactly
/// one paragraph, in its order and unchanged, except that a stretch of ill-formed bytes becomes one
/// U+FFFD and is reported in `errors()`.
///
/// Reading is linear in the input and reads any bytes.
#pragma once

#include <hantext/document/articles.hpp>
#include <hantext/document/folded.hpp>
#include <hantext/document/page_lines.hpp>
#include <hantext/document/paragraphs.hpp>
#include <hantext/document/reader.hpp>
#include <hantext/document/source_map.hpp>
#include <hantext/result.hpp>

#include <cstddef>
#include <string_view>
#include <vector>

namespace hantext {

/// A page, read and repaired. Owns its text and keeps no reference to the bytes it was made from.
class document {
public:
  /// An empty page.
  document() = default;

  /// Reads a page of any bytes. `mode` forces what automatic detection would find out.
  template <class = void> explicit document(std::string_view raw, layout mode = layout::automatic) {
    read(raw, mode);
  }
  template <class = void>
  explicit document(std::u8string_view raw, layout mode = layout::automatic) {
    read({reinterpret_cast<const char*>(raw.data()), raw.size()}, mode);
  }

  /// The clean text: well-formed UTF-8, paragraphs separated by '\n'.
  std::string_view text() const noexcept { return parts_.text; }
  /// A piece of the clean text.
  std::string_view text(span piece) const noexcept { return piece.in(parts_.text); }

  /// Paragraphs in the order of the source.
  const std::vector<paragraph>& paragraphs() const noexcept { return parts_.paragraphs; }
  /// Sentences in the order of the source.
  const std::vector<sentence>& sentences() const noexcept { return parts_.sentences; }

  /// Where a piece of the clean text stands in the raw bytes. O(log lines).
  template <class = void> span to_source(span clean) const noexcept {
    return parts_.map.to_source(clean);
  }
  /// Where bytes of the source went in the clean text. O(log lines).
  template <class = void> span to_clean(span source) const noexcept {
    return parts_.map.to_clean(source);
  }
  /// The map behind both.
  const source_map& map() const noexcept { return parts_.map; }

  /// The articles of the page, which together are all of its paragraphs: a text with the headlines,
  /// by-lines and captions above it and the by-line below. A new one begins where the page shows it
  /// by a dateline (本报讯（…）), by a by-line between headline and text, by a headline after a
  /// by-line that closes the text above, or by a Markdown title; else the page is one. Linear.
  template <class = void> std::vector<article> articles() const {
    return detail::find_articles(parts_.text, parts_.paragraphs);
  }

  /// The clean text with widths and punctuation folded, for matching. Linear.
  template <class = void> folded_twin folded() const { return folded_twin(parts_.text); }

  /// Characters of the source that are neither blank nor in the clean text, in order: soft hyphens,
  /// zero-width blanks, byte order marks. Every other character is in one paragraph.
  const std::vector<dropped_text>& dropped() const noexcept { return parts_.dropped; }

  /// Stretches of ill-formed bytes, with offset and length in the raw bytes.
  const std::vector<error>& errors() const noexcept { return parts_.errors; }
  /// Length of the raw bytes.
  std::size_t source_size() const noexcept { return source_size_; }

private:
  template <class = void> void read(std::string_view raw, layout mode) {
    source_size_ = raw.size();
    detail::page_reader(raw, mode, parts_).read();
  }

  detail::page_parts parts_;
  std::size_t source_size_ = 0;
};

} // namespace hantext
