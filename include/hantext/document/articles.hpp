/// \file
/// The articles of a page: paragraphs grouped by headline, by-line and dateline.
#pragma once

#include <hantext/document/line_signs.hpp>
#include <hantext/document/page_lines.hpp>
#include <hantext/document/paragraphs.hpp>
#include <hantext/result.hpp>

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

namespace hantext {

/// Some paragraphs of a page that make up one text.
struct article {
  /// No such paragraph.
  static constexpr std::size_t none = static_cast<std::size_t>(-1);

  std::size_t first = 0;       ///< index of its first paragraph
  std::size_t last = 0;        ///< index after its last
  std::size_t headline = none; ///< index of the first headline above its text
  std::size_t byline = none;   ///< index of its first by-line
  span dateline; ///< 本报讯（记者 林晓） and the like, in the clean text; may be empty
};

namespace detail {

/// The opening of a report that names its source: 本报讯（记者 林晓）, 新华社清源3月5日电（…）;
/// empty if the paragraph has none.
template <class = void> span dateline_of(std::string_view text, span paragraph) noexcept {
  const std::string_view all = paragraph.in(text);
  std::size_t end = 0;
  for (const std::string_view opening : report_openings)
    if (all.starts_with(opening)) end = std::max(end, opening.size());
  line l;
  l.begin = paragraph.begin;
  l.end = paragraph.end;
  if (end == 0 && !(holds_source(all) && starts_report(head_of(text, l)))) return {};
  // With the bracket that names who reports, if it is short.
  const std::string_view head = all.substr(0, 180);
  const std::size_t wide = head.find("（");
  const std::size_t narrow = head.find('(');
  const std::size_t opening = std::min(wide, narrow);
  const bool stands_here = end == 0 || opening <= end + 4;
  if (opening != std::string_view::npos && stands_here) {
    const std::size_t closing = std::min(head.find("）", opening), head.find(')', opening));
    if (closing != std::string_view::npos) end = closing + (head[closing] == ')' ? 1 : 3);
  }
  if (end == 0) return {};
  return {paragraph.begin, paragraph.begin + end};
}

/// Whether a text ends with who wrote it: （记者 林晓）.
template <class = void> bool ends_with_reporter(std::string_view text) noexcept {
  if (!text.ends_with("）") && !text.ends_with(")")) return false;
  const std::string_view tail = text.substr(text.size() - std::min<std::size_t>(text.size(), 120));
  const std::size_t wide = tail.rfind("（");
  const std::size_t narrow = tail.rfind('(');
  const std::size_t opening = wide == std::string_view::npos     ? narrow
                              : narrow == std::string_view::npos ? wide
                                                                 : std::max(wide, narrow);
  return opening != std::string_view::npos && holds_any(tail.substr(opening), byline_words);
}

/// Linear in the paragraphs.
template <class = void>
std::vector<article> find_articles(std::string_view text,
                                   const std::vector<paragraph>& paragraphs) {
  std::vector<article> articles;
  const std::size_t size = paragraphs.size();
  const auto is = [&](std::size_t i, paragraph_kind kind) { return paragraphs[i].kind == kind; };
  const auto above_text = [&](std::size_t i) {
    return is(i, paragraph_kind::headline) || is(i, paragraph_kind::byline) ||
           is(i, paragraph_kind::caption) ||
           (articles.empty() && is(i, paragraph_kind::cell)); // a menu at the head of the page
  };
  bool closed = false;   // a by-line stood below the text before
  bool has_text = false; // the article so far has more than what stands above a text
  const auto begin_article = [&](std::size_t first) {
    // What stands above the first article of a page belongs to it.
    if (!articles.empty()) articles.back().last = first;
    articles.push_back({articles.empty() ? 0 : first, size, article::none, article::none, {}});
  };
  for (std::size_t i = 0; i < size;) {
    // By-lines right below a text close it.
    while (i < size && has_text && is(i, paragraph_kind::byline)) {
      closed = true;
      ++i;
    }
    const std::size_t first = i;
    std::size_t headline = article::none;
    bool signed_above = false; // a by-line between headline and text
    while (i < size && above_text(i)) {
      if (is(i, paragraph_kind::headline)) {
        if (headline == article::none) headline = i;
      } else if (is(i, paragraph_kind::byline)) {
        signed_above = headline != article::none;
      }
      ++i;
    }
    const span dateline = i < size ? dateline_of(text, paragraphs[i].text) : span{};
    const bool title =
        headline != article::none && paragraphs[headline].text.in(text).starts_with("# ");
    const bool begins = articles.empty() || !dateline.empty() || title ||
                        (headline != article::none && i < size && (signed_above || closed));
    if (begins && i < size) {
      begin_article(first);
      articles.back().headline = headline;
      articles.back().dateline = dateline;
    }
    if (i < size) {
      has_text = true;
      closed = ends_with_reporter(paragraphs[i].text.in(text));
      ++i;
    }
  }
  if (articles.empty() && size > 0) articles.push_back({0, size, article::none, article::none, {}});
  for (article& each : articles)
    for (std::size_t i = each.first; i < each.last && each.byline == article::none; ++i)
      if (is(i, paragraph_kind::byline)) each.byline = i;
  return articles;
}

} // namespace detail
} // namespace hantext
