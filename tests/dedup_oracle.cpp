// The groups of generated sets beside those that every pair compared by the definition gives.
#include <hantext/dedup/find.hpp>

#include "catch.hpp"
#include "dedup_texts.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace dedup_tests;

#if defined(HANTEXT_TEST_EXHAUSTIVE)
constexpr int rounds = 600;
#else
constexpr int rounds = 40;
#endif

/// What happens to a paragraph on its way from page to page.
std::u32string damaged(std::mt19937& random, std::u32string text) {
  if (text.empty()) return text;
  static constexpr std::pair<char32_t, char32_t> look_alikes[] = {
      {U'未', U'末'}, {U'己', U'已'}, {U'日', U'曰'}, {U'人', U'入'}, {U'土', U'士'}};
  const std::size_t at = random() % text.size();
  switch (random() % 7) {
  case 0: // edits
    return edited(random, text, random() % (1 + text.size() / 4), 3000);
  case 1: // neighbours swapped
    for (std::size_t i = random() % 4; i-- > 0 && text.size() > 1;)
      std::swap(text[at % (text.size() - 1)], text[at % (text.size() - 1) + 1]);
    return text;
  case 2: // cut
    return random() % 2 == 0 ? text.substr(at / 3) : text.substr(0, text.size() - at / 3);
  case 3: // look-alikes
    for (char32_t& c : text)
      for (const auto& [real, other] : look_alikes)
        if (c == real || c == other) c = random() % 2 == 0 ? real : other;
    return text;
  case 4: // punctuation and blanks
    for (std::size_t i = random() % 5; i-- > 0;)
      text.insert(random() % (text.size() + 1), 1, U"，。、 　“"[random() % 6]);
    return text;
  case 5: // width and case
    for (char32_t& c : text) {
      if (c > U' ' && c < 0x7F && random() % 2 == 0) c += 0xFEE0;
      if (c >= U'a' && c <= U'z' && random() % 2 == 0) c -= 32;
    }
    return text;
  default: // another date
    for (char32_t& c : text)
      if (c >= U'0' && c <= U'9') c = static_cast<char32_t>(U'0' + random() % 10);
    return text;
  }
}

std::vector<std::u32string> generated(std::mt19937& random, std::size_t count) {
  std::vector<std::u32string> texts;
  while (texts.size() < count) {
    std::u32string text;
    if (texts.empty() || random() % 4 == 0) {
      for (std::size_t i = 10 + random() % 50; i-- > 0;)
        text.push_back(random() % 8 == 0    ? U"未末己已日曰人入土士"[random() % 10]
                       : random() % 12 == 0 ? U"0123456789abcxyz"[random() % 16]
                                            : static_cast<char32_t>(0x4E00 + random() % 3000));
    } else {
      text = damaged(random, texts[random() % texts.size()]);
      if (random() % 8 == 0) text = texts[random() % texts.size()] + text; // one inside another
    }
    texts.push_back(text.substr(0, 90));
  }
  return texts;
}

std::u32string folded(const std::u32string& text) {
  std::u32string out;
  for (const char32_t c : text)
    if (const char32_t f = dedup::fold(c); f != 0) out.push_back(f);
  return out;
}

/// The least distance of a pattern to any stretch of a text (Sellers, by the textbook).
std::size_t slow_inside(const std::u32string& pattern, const std::u32string& text) {
  std::vector<std::size_t> row(text.size() + 1, 0);
  for (std::size_t i = 1; i <= pattern.size(); ++i) {
    std::size_t diagonal = row[0]++;
    for (std::size_t j = 1; j <= text.size(); ++j) {
      const std::size_t above = row[j];
      row[j] =
          std::min({above + 1, row[j - 1] + 1, diagonal + (pattern[i - 1] != text[j - 1] ? 1 : 0)});
      diagonal = above;
    }
  }
  return *std::min_element(row.begin(), row.end());
}

/// All groups by their definition. `documents` may be empty.
std::vector<expected_group> every_pair(const std::vector<std::u32string>& raw,
                                       const std::vector<std::uint32_t>& documents,
                                       dedup::scope scope, std::size_t least_inside_percent) {
  std::vector<std::u32string> texts;
  texts.reserve(raw.size());
  for (const auto& text : raw)
    texts.push_back(folded(text));
  const std::size_t count = texts.size();
  const auto counts = [&](std::size_t i) { return texts[i].size() >= 10; };
  const auto in_scope = [&](std::size_t i, std::size_t j) {
    if (scope == dedup::scope::everywhere || documents.empty()) return true;
    return (documents[i] == documents[j]) == (scope == dedup::scope::within_document);
  };
  std::vector<std::size_t> set(count);
  for (std::size_t i = 0; i < count; ++i)
    set[i] = i;
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (!counts(i) || !counts(j) || !in_scope(i, j)) continue;
      const std::size_t longer = std::max(texts[i].size(), texts[j].size());
      const std::size_t shorter = std::min(texts[i].size(), texts[j].size());
      if (10 * shorter < 8 * longer) continue;
      if (10 * (longer - slow_distance(texts[i], texts[j])) < 8 * longer) continue;
      const std::size_t from = set[i];
      const std::size_t to = set[j];
      for (std::size_t& s : set)
        if (s == from) s = to;
    }
  }
  std::vector<expected_group> groups = groups_of_sets(set, texts, 10);
  const auto is_first = [&](std::size_t i) {
    for (std::size_t j = 0; j < i; ++j)
      if (texts[j] == texts[i] &&
          (scope != dedup::scope::within_document || documents[i] == documents[j]))
        return false;
    return true;
  };
  for (std::size_t inner = 0; scope != dedup::scope::across_documents && inner < count; ++inner) {
    if (!counts(inner) || !is_first(inner)) continue;
    expected_group group{dedup::kind::contained, {inner}};
    for (std::size_t outer = 0; outer < count; ++outer) {
      if (!counts(outer) || !is_first(outer) || !in_scope(inner, outer)) continue;
      if (texts[outer].size() <= texts[inner].size() || set[outer] == set[inner]) continue;
      const std::size_t distance = slow_inside(texts[inner], texts[outer]);
      if (100 * (texts[inner].size() - distance) >= least_inside_percent * texts[inner].size())
        group.items.push_back(outer);
    }
    std::sort(group.items.begin(), group.items.end());
    if (group.items.size() > 1) groups.push_back(group);
  }
  std::sort(groups.begin(), groups.end());
  return groups;
}

std::vector<std::string> bytes_of(const std::vector<std::u32string>& texts) {
  std::vector<std::string> bytes;
  bytes.reserve(texts.size());
  for (const auto& text : texts)
    bytes.push_back(utf8(text));
  return bytes;
}

} // namespace

TEST_CASE("groups of damaged copies are those of every pair compared", "[dedup][oracle]") {
  std::mt19937 random(31);
  for (int round = 0; round < rounds; ++round) {
    const auto texts = generated(random, 30);
    const auto bytes = bytes_of(texts);
    for (const std::size_t percent : {100U, 90U, 85U}) {
      dedup::options wanted;
      wanted.contained_threshold = static_cast<double>(percent) / 100;
      const auto groups = find(bytes, wanted);
      REQUIRE(shape(groups) == every_pair(texts, {}, dedup::scope::everywhere, percent));
      for (const auto& group : groups) {
        if (group.kind != dedup::kind::contained) continue;
        // The similarity told is that of the spans told.
        std::size_t inner = 0;
        while (group.members[inner].matched != group.members[inner].text)
          ++inner;
        double least = 1;
        const auto pattern = folded(texts[group.members[inner].item]);
        for (const auto& member : group.members) {
          std::u32string part;
          hantext::utf8::decode(member.matched.in(bytes[member.item]), part);
          part = folded(part);
          least = std::min(least, 1 - static_cast<double>(slow_distance(pattern, part)) /
                                          static_cast<double>(pattern.size()));
        }
        REQUIRE(group.similarity == Approx(least));
      }
    }
  }
}

TEST_CASE("groups within a scope are those of every pair compared", "[dedup][oracle]") {
  std::mt19937 random(32);
  for (int round = 0; round < rounds; ++round) {
    const auto texts = generated(random, 24);
    const auto bytes = bytes_of(texts);
    std::vector<std::uint32_t> documents;
    for (std::size_t i = 0; i < texts.size(); ++i)
      documents.push_back(random() % 4);
    const auto paragraphs = views(bytes);
    for (const auto scope : {dedup::scope::everywhere, dedup::scope::within_document,
                             dedup::scope::across_documents}) {
      dedup::options wanted;
      wanted.scope = scope;
      wanted.contained = scope != dedup::scope::across_documents;
      const auto groups = dedup::find(std::span<const std::string_view>(paragraphs),
                                      std::span<const std::uint32_t>(documents), wanted);
      REQUIRE(shape(groups) == every_pair(texts, documents, scope, 90));
      for (const auto& group : groups) {
        bool several = false;
        for (const auto& member : group.members)
          several = several || documents[member.item] != documents[group.members[0].item];
        if (scope == dedup::scope::within_document) REQUIRE_FALSE(several);
        if (scope == dedup::scope::across_documents) REQUIRE(several);
      }
    }
  }
}

TEST_CASE("long shared runs are found and are verbatim", "[dedup][oracle]") {
  std::mt19937 random(33);
  dedup::options wanted;
  wanted.shared_run = 20;
  wanted.near_duplicates = false;
  for (int round = 0; round < rounds; ++round) {
    const std::u32string run = random_text(random, 15 + random() % 12, 3000);
    const auto around = [&] { return random_text(random, 10 + random() % 30, 3000); };
    const std::vector<std::u32string> texts = {around() + run + around(), around(),
                                               around() + run + around(), around() + run};
    const auto bytes = bytes_of(texts);
    std::vector<std::size_t> with_run;
    for (const auto& group : find(bytes, wanted)) {
      REQUIRE(group.kind == dedup::kind::contained);
      for (const auto& member : group.members) {
        with_run.push_back(member.item);
        REQUIRE(member.matched.in(bytes[member.item]) ==
                group.members[0].matched.in(bytes[group.members[0].item]));
        REQUIRE(member.matched.size() >= 3 * wanted.shared_run);
      }
    }
    std::sort(with_run.begin(), with_run.end());
    with_run.erase(std::unique(with_run.begin(), with_run.end()), with_run.end());
    using items = std::vector<std::size_t>; // runs around 20 may be longer by chance
    if (run.size() >= 20) REQUIRE(with_run == items{0, 2, 3});
    if (run.size() <= 17) REQUIRE(with_run.empty());
  }
}

TEST_CASE("shared runs with a few differences are found and are what they say", "[dedup][oracle]") {
  std::mt19937 random(35);
  dedup::options wanted;
  wanted.shared_run = 20;
  int planted = 0;
  int found = 0;
  for (int round = 0; round < rounds; ++round) {
    const std::u32string run = random_text(random, 30 + random() % 20, 3000);
    const auto around = [&] { return random_text(random, 30 + random() % 30, 3000); };
    std::u32string copy = run;
    for (std::size_t edits = 1 + random() % 3; edits-- > 0;) { // inside, as the ends are no part
      const std::size_t at = 8 + random() % (copy.size() - 16);
      if (random() % 3 == 0)
        copy.erase(at, 1);
      else
        copy[at] = static_cast<char32_t>(0x8000 + random() % 3000);
    }
    const auto bytes = bytes_of({around() + run + around(), around(), around() + copy + around()});
    ++planted;
    const auto groups = find(bytes, wanted);
    // One run, or its two halves where the differences between them are too many.
    REQUIRE(groups.size() <= 2);
    if (groups.size() == 2) {
      for (const std::size_t i : {0U, 1U}) {
        const hantext::span first = groups[0].members[i].matched;
        const hantext::span second = groups[1].members[i].matched;
        REQUIRE((first.end <= second.begin || second.end <= first.begin));
      }
    }
    bool whole = false;
    for (const dedup::group& group : groups) {
      REQUIRE(group.kind == dedup::kind::contained);
      REQUIRE(group.inner == dedup::group::none);
      REQUIRE(items(group) == std::vector<std::size_t>{0, 2});
      std::u32string parts[2];
      for (std::size_t i = 0; i < 2; ++i)
        hantext::utf8::decode(group.members[i].matched.in(bytes[group.members[i].item]), parts[i]);
      REQUIRE(std::min(parts[0].size(), parts[1].size()) >= 20);
      const std::size_t longer = std::max(parts[0].size(), parts[1].size());
      const std::size_t edits = slow_distance(parts[0], parts[1]);
      REQUIRE(10 * edits <= longer);
      REQUIRE(group.similarity ==
              Approx(1 - static_cast<double>(edits) / static_cast<double>(longer)));
      whole = whole || longer >= run.size(); // else a part of it
    }
    if (whole) ++found;
  }
  REQUIRE(10 * found >= 8 * planted);
}

TEST_CASE("groups are the same in any order, of any size of set", "[dedup][oracle]") {
  std::mt19937 random(34);
  for (const bool sketched : {false, true}) {
    const auto texts = bytes_of(generated(random, 400));
    dedup::options wanted;
    if (sketched) wanted.plan = dedup::plan{6, 2}; // some pairs are lost, always the same ones
    wanted.shared_run = 20;
    const auto expected = find(texts, wanted);
    REQUIRE(expected.size() > 50);
    std::vector<std::size_t> order(texts.size());
    for (std::size_t i = 0; i < order.size(); ++i)
      order[i] = i;
    const auto summary = [&](const std::vector<dedup::group>& groups, const auto& name) {
      std::vector<std::pair<double, expected_group>> list;
      for (const auto& group : groups) {
        if (group.kind == dedup::kind::contained) continue; // tells of copies the first in order
        expected_group one{group.kind, {}};
        for (const auto& member : group.members)
          one.items.push_back(name(member.item));
        std::sort(one.items.begin(), one.items.end());
        list.emplace_back(group.similarity, one);
      }
      std::sort(list.begin(), list.end());
      return list;
    };
    const auto own = summary(expected, [](std::size_t item) { return item; });
    for (int round = 0; round < 4; ++round) {
      std::shuffle(order.begin(), order.end(), random);
      std::vector<std::string> shuffled;
      shuffled.reserve(texts.size());
      for (const std::size_t i : order)
        shuffled.push_back(texts[i]);
      const auto groups = find(shuffled, wanted);
      REQUIRE(groups.size() == expected.size());
      REQUIRE(summary(groups, [&](std::size_t item) { return order[item]; }) == own);
    }
  }
}
