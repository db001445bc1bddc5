// What the tests of the duplicate finder share: generated texts and a slow distance.
#pragma once

#include <hantext/dedup.hpp>

#include <algorithm>
#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace dedup_tests {

namespace dedup = hantext::dedup;

inline std::vector<std::string_view> views(const std::vector<std::string>& texts) {
  return {texts.begin(), texts.end()};
}

inline std::vector<dedup::group> find(const std::vector<std::string>& texts,
                                      const dedup::options& wanted = {}) {
  const auto paragraphs = views(texts);
  return dedup::find(paragraphs, wanted);
}

inline std::vector<std::size_t> items(const dedup::group& found) {
  std::vector<std::size_t> list;
  for (const auto& member : found.members)
    list.push_back(member.item);
  return list;
}

inline std::string utf8(const std::u32string& text) {
  std::string bytes;
  for (const char32_t c : text)
    hantext::utf8::append(bytes, c);
  return bytes;
}

inline std::u32string random_text(std::mt19937& random, std::size_t length, unsigned letters) {
  std::u32string text;
  for (std::size_t i = 0; i < length; ++i)
    text.push_back(static_cast<char32_t>(0x4E00 + random() % letters));
  return text;
}

inline std::u32string edited(std::mt19937& random, std::u32string text, std::size_t edits,
                             unsigned letters) {
  for (std::size_t i = 0; i < edits; ++i) {
    const auto letter = static_cast<char32_t>(0x4E00 + random() % letters);
    const std::size_t at = random() % (text.size() + 1);
    switch (text.empty() || at == text.size() ? 0 : random() % 3) {
    case 0:
      text.insert(at, 1, letter);
      break;
    case 1:
      text.erase(at, 1);
      break;
    default:
      text[at] = letter;
    }
  }
  return text;
}

/// The edit distance by the textbook.
inline std::size_t slow_distance(const std::u32string& a, const std::u32string& b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j)
    row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t above = row[j];
      row[j] = std::min({above + 1, row[j - 1] + 1, diagonal + (a[i - 1] != b[j - 1] ? 1 : 0)});
      diagonal = above;
    }
  }
  return row[b.size()];
}

struct expected_group {
  dedup::kind kind;
  std::vector<std::size_t> items;
  bool operator==(const expected_group&) const = default;
  bool operator<(const expected_group& other) const {
    return kind != other.kind ? kind < other.kind : items < other.items;
  }
};

/// The exact and near groups where `set` says which texts are together; shorter ones have none.
inline std::vector<expected_group> groups_of_sets(const std::vector<std::size_t>& set,
                                                  const std::vector<std::u32string>& texts,
                                                  std::size_t minimum) {
  std::vector<expected_group> groups;
  for (std::size_t s = 0; s < texts.size(); ++s) {
    expected_group group{dedup::kind::exact, {}};
    for (std::size_t i = 0; i < texts.size(); ++i) {
      if (set[i] != s || texts[i].size() < minimum) continue;
      group.items.push_back(i);
      if (texts[i] != texts[group.items[0]]) group.kind = dedup::kind::near_duplicate;
    }
    if (group.items.size() > 1) groups.push_back(group);
  }
  return groups;
}

inline std::vector<expected_group> shape(const std::vector<dedup::group>& groups) {
  std::vector<expected_group> shapes;
  for (const auto& group : groups)
    shapes.push_back({group.kind, items(group)});
  std::sort(shapes.begin(), shapes.end());
  return shapes;
}

} // namespace dedup_tests
