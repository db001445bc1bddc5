/// \file
/// A twin of a clean text for matching: widths and punctuation folded, with its own map.
///
/// Folded are full-width and half-width forms (`chars::fold_width`), every blank but '\n' to a
/// space, and the marks that writers and typesetters use one for the other to their ASCII kin: 。
/// to a full stop, 、 to a comma, quotes of all kinds to " or ', 《》〈〉 to < >, brackets to [ ],
/// dashes to -, … to three full stops. Letters keep their case and Han characters their form.
#pragma once

#include <hantext/chars.hpp>
#include <hantext/document/characters.hpp>
#include <hantext/document/source_map.hpp>
#include <hantext/result.hpp>
#include <hantext/utf8.hpp>

#include <cstddef>
#include <string>
#include <string_view>

namespace hantext {

namespace detail {

/// Marks that fold to the same, by what they fold to.
struct mark_fold {
  std::u32string_view marks;
  char32_t folded;
};
inline constexpr mark_fold mark_folds[] = {
    {U"。", U'.'},
    {U"、﹐﹑", U','},
    {U"“”„‟〝〞〟「」『』﹁﹂﹃﹄", U'"'},
    {U"‘’‚‛", U'\''},
    {U"《〈", U'<'},
    {U"》〉", U'>'},
    {U"【〔〖〘〚﹝", U'['},
    {U"】〕〗〙〛﹞", U']'},
    {U"﹙", U'('},
    {U"﹚", U')'},
    {U"‐‑‒–—―−─", U'-'},
    {U"〜∼", U'~'},
    {U"•・‧∙⋅", U'·'},
    {U"⋯", U'…'},
};

} // namespace detail

/// What a character folds to in a `folded_twin`; … stands for the three full stops.
constexpr char32_t fold_mark(char32_t c) noexcept {
  if (c == U'\n') return c;
  const char32_t narrow = chars::fold_width(c);
  if (narrow < 0x80) return chars::is_space(narrow) ? U' ' : narrow;
  if (chars::is_han(narrow)) return narrow;
  for (const detail::mark_fold& each : detail::mark_folds)
    if (each.marks.find(narrow) != std::u32string_view::npos) return each.folded;
  return chars::is_space(narrow) ? U' ' : narrow;
}

/// A folded text that knows where its bytes come from.
class folded_twin {
public:
  folded_twin() = default;
  /// Folds well-formed UTF-8, which need not outlive this. Linear.
  template <class = void> explicit folded_twin(std::string_view text) {
    text_.reserve(text.size());
    source_map::writer map(map_);
    std::size_t kept = 0; // what lies before it has been copied
    const auto copy = [&](std::size_t end) {
      text_.append(text, kept, end - kept);
      map.copied(kept, end - kept);
    };
    for (std::size_t at = 0; at < text.size();) {
      if (detail::leads_plain(detail::byte_at(text, at))) {
        at += 3;
        continue;
      }
      const utf8::element e = detail::decode_valid(text, at);
      at += e.length;
      const char32_t folded = fold_mark(e.code_point);
      if (folded == e.code_point && folded != U'…') continue;
      copy(e.offset);
      const std::size_t before = text_.size();
      if (folded == U'…') {
        text_ += "...";
      } else {
        utf8::append(text_, folded);
      }
      map.replaced({e.offset, at}, text_.size() - before);
      kept = at;
    }
    copy(text.size());
    map.finish();
  }

  /// The folded text.
  std::string_view text() const noexcept { return text_; }
  /// A piece of the folded text.
  std::string_view text(span piece) const noexcept { return piece.in(text_); }

  /// Where a piece of the folded text stands in the text it was made from. O(log changes).
  template <class = void> span to_clean(span folded) const noexcept {
    return map_.to_source(folded);
  }
  /// What bytes of the text it was made from became. O(log changes).
  template <class = void> span from_clean(span clean) const noexcept {
    return map_.to_clean(clean);
  }
  /// The map behind both; its source is the text that was folded.
  const source_map& map() const noexcept { return map_; }

private:
  std::string text_;
  source_map map_;
};

} // namespace hantext
