#include <hantext/dedup/index.hpp>

#include "catch.hpp"
#include "dedup_texts.hpp"

#include <cstddef>
#include <cstdint>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using namespace dedup_tests;

std::vector<std::byte> saved(const dedup::index& from) {
  std::vector<std::byte> bytes;
  from.save(bytes);
  return bytes;
}

/// Originals, edited and exact copies, and parts, shuffled.
std::vector<std::string> mixed_texts(std::mt19937& random, std::size_t count) {
  std::vector<std::string> texts;
  while (texts.size() < count) {
    const std::u32string text = random_text(random, 14 + random() % 40, 500);
    texts.push_back(utf8(text));
    texts.push_back(utf8(edited(random, text, random() % 6, 500)));
    if (random() % 4 == 0) texts.push_back(texts[random() % texts.size()]);
    if (random() % 4 == 0) texts.push_back(utf8(text.substr(1, 12)));
  }
  texts.resize(count);
  std::shuffle(texts.begin(), texts.end(), random);
  return texts;
}

} // namespace

TEST_CASE("an index finds copies of what was added before", "[dedup][index]") {
  dedup::index seen_before;
  const std::string text = "清源县水利站昨日检修了三台水泵，排涝能力恢复。";
  REQUIRE(seen_before.query(text).empty());
  REQUIRE(seen_before.add(text) == 0);
  REQUIRE(seen_before.add("云溪镇的夜校") == 1); // too short to count
  REQUIRE(seen_before.add("清源县水利站今日检修了三台水泵，排涝能力恢复") == 2);
  const auto matches = seen_before.query("清源县水利站昨日检修了三台水泵排涝能力恢复");
  REQUIRE(matches.size() == 2);
  REQUIRE(matches[0] == dedup::match{0, dedup::kind::exact, 1});
  REQUIRE(matches[1].item == 2);
  REQUIRE(matches[1].kind == dedup::kind::near_duplicate);
  REQUIRE(seen_before.query("云溪镇的夜校").empty());
  REQUIRE(seen_before[0] == text);
}

TEST_CASE("an index gives the groups of find, however it was put together", "[dedup][index]") {
  std::mt19937 random(7);
  std::vector<std::string> texts;
  for (int i = 0; i < 50; ++i) {
    const std::u32string text = random_text(random, 12 + random() % 40, 500);
    texts.push_back(utf8(text));
    texts.push_back(utf8(edited(random, text, random() % 6, 500)));
  }
  dedup::index whole;
  dedup::index first;
  dedup::index second;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    whole.add(texts[i]);
    (i % 7 < 3 ? first : second).add(texts[i], i);
  }
  REQUIRE(whole.groups() == find(texts));
  REQUIRE(first.merge(second));
  REQUIRE(first.size() == texts.size());
  REQUIRE(first.groups() == whole.groups());
  REQUIRE(first.merge(first)); // what is there already is there once
  REQUIRE(first.merge(second));
  REQUIRE(first.size() == texts.size());
}

TEST_CASE("a large index proposes nearly every copy and only copies", "[dedup][index]") {
  std::mt19937 random(8);
  dedup::index large;
  std::vector<std::u32string> texts;
  for (std::size_t i = 0; i < 6000; ++i) {
    texts.push_back(random_text(random, 30 + random() % 40, 3000));
    large.add(utf8(texts.back()));
  }
  std::size_t found = 0;
  const std::size_t asked = 600;
  for (std::size_t i = 0; i < asked; ++i) {
    const std::size_t item = random() % texts.size();
    const std::u32string copy =
        edited(random, texts[item], random() % (texts[item].size() / 6), 3000);
    const auto matches = large.query(utf8(copy));
    REQUIRE(matches.size() <= 1);
    if (matches.size() == 1) REQUIRE(matches[0].item == item);
    found += matches.size();
  }
  REQUIRE(found >= asked * 99 / 100);
}

TEST_CASE("any split of a corpus merges into the same index", "[dedup][index]") {
  std::mt19937 random(11);
  for (int round = 0; round < 10; ++round) {
    const std::vector<std::string> texts = mixed_texts(random, 90);
    dedup::index whole;
    dedup::index parts[3];
    for (std::size_t i = 0; i < texts.size(); ++i) {
      whole.add(texts[i], i, static_cast<std::uint32_t>(i / 5));
      parts[random() % 3].add(texts[i], i, static_cast<std::uint32_t>(i / 5));
    }
    dedup::index left = parts[0]; // (0 + 1) + 2
    REQUIRE(left.merge(parts[1]));
    REQUIRE(left.merge(parts[2]));
    dedup::index right = parts[2]; // 2 + (1 + 0)
    dedup::index inner = parts[1];
    REQUIRE(inner.merge(parts[0]));
    REQUIRE(right.merge(inner));
    REQUIRE(left.groups() == whole.groups());
    REQUIRE(saved(left) == saved(whole));
    REQUIRE(saved(right) == saved(whole));
  }
}

TEST_CASE("indexes that contradict each other do not merge", "[dedup][index]") {
  dedup::index one;
  one.add("清源县水利站昨日检修了三台水泵", 3);
  one.add("安平街道开办夜校两百多人报名", 5);
  dedup::index other;
  other.add("云溪镇今年修好了八座小桥", 3);
  const auto before = saved(one);
  REQUIRE_FALSE(one.merge(other));
  dedup::options strict;
  strict.threshold = 0.9;
  REQUIRE_FALSE(one.merge(dedup::index(strict)));
  REQUIRE(saved(one) == before);
  REQUIRE_FALSE(one.add("云溪镇今年修好了八座小桥", 5)); // ids ascend
  REQUIRE_FALSE(one.add("云溪镇今年修好了八座小桥", 4));
  REQUIRE(one.add("云溪镇今年修好了八座小桥", 9));
  REQUIRE(one.add("云溪镇今年修好了八座小桥") == 10);
}

TEST_CASE("what is removed is found no more", "[dedup][index]") {
  std::mt19937 random(12);
  const std::vector<std::string> texts = mixed_texts(random, 60);
  dedup::index all;
  dedup::index kept;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    all.add(texts[i]);
    if (i % 3 != 1) kept.add(texts[i], i);
  }
  for (std::size_t i = 1; i < texts.size(); i += 3) {
    REQUIRE(all.remove(i));
    REQUIRE_FALSE(all.remove(i));
    REQUIRE(all[i].empty());
  }
  REQUIRE_FALSE(all.remove(1000));
  REQUIRE(all.size() == kept.size());
  REQUIRE(all.groups() == kept.groups());
  for (const std::string& text : texts)
    REQUIRE(all.query(text) == kept.query(text));
  REQUIRE(saved(all) == saved(kept));
}

TEST_CASE("an index asks within its scope", "[dedup][index]") {
  const std::string text = "清源县水利站昨日检修了三台水泵";
  for (const auto scope :
       {dedup::scope::everywhere, dedup::scope::within_document, dedup::scope::across_documents}) {
    dedup::options wanted;
    wanted.scope = scope;
    dedup::index seen(wanted);
    seen.add(text, 0, 7);
    REQUIRE(seen.query(text, 7).size() == (scope == dedup::scope::across_documents ? 0 : 1));
    REQUIRE(seen.query(text, 8).size() == (scope == dedup::scope::within_document ? 0 : 1));
  }
}

TEST_CASE("a saved index is the same when it is loaded", "[dedup][index]") {
  std::mt19937 random(13);
  const std::vector<std::string> texts = mixed_texts(random, 80);
  dedup::options wanted;
  wanted.threshold = 0.85;
  wanted.contained_threshold = 0.95;
  wanted.choice = dedup::canonical_choice::longest;
  wanted.plan = dedup::plan{12, 2};
  wanted.seed = 99;
  for (const bool given : {false, true}) {
    dedup::index original(given ? wanted : dedup::options{});
    for (std::size_t i = 0; i < texts.size(); ++i)
      original.add(texts[i], 2 * i + 1, static_cast<std::uint32_t>(i % 9));
    std::vector<std::byte> bytes(3); // appended to what is there
    original.save(bytes);
    const auto own = std::span<const std::byte>(bytes).subspan(3);
    for (const bool borrow : {false, true}) {
      auto loaded = dedup::index::load(own, borrow);
      REQUIRE(loaded);
      REQUIRE(loaded->wanted() == original.wanted());
      REQUIRE(saved(*loaded) == saved(original));
      REQUIRE(loaded->groups() == original.groups());
      for (std::size_t i = 0; i < texts.size(); ++i) {
        REQUIRE((*loaded)[2 * i + 1] == texts[i]);
        REQUIRE(loaded->query(texts[i]) == original.query(texts[i]));
      }
      loaded->add("云溪镇今年修好了八座小桥"); // it goes on growing
      REQUIRE(loaded->query("云溪镇今年修好了八座小桥").size() == 1);
      REQUIRE((*loaded)[2 * texts.size()] == "云溪镇今年修好了八座小桥");
    }
  }
  const auto nothing = saved(dedup::index());
  REQUIRE(dedup::index::load(nothing)->size() == 0);
}

TEST_CASE("a damaged index is refused", "[dedup][index]") {
  dedup::index original;
  original.add("清源县水利站昨日检修了三台水泵");
  original.add("", 4);
  original.add("安平街道开办夜校两百多人报名", 7, 2);
  std::vector<std::byte> bytes = saved(original);
  const auto refused = [](std::span<const std::byte> damaged) {
    const auto loaded = dedup::index::load(damaged);
    return !loaded && loaded.error().kind == hantext::error_kind::damaged_index &&
           loaded.error().offset <= damaged.size();
  };
  REQUIRE_FALSE(refused(bytes));
  for (std::size_t size = 0; size < bytes.size(); ++size)
    if (!refused(std::span<const std::byte>(bytes).first(size))) FAIL("cut to " << size);
  for (std::size_t bit = 0; bit < 8 * bytes.size(); ++bit) {
    const auto mask = static_cast<std::byte>(1U << (bit % 8));
    bytes[bit / 8] ^= mask;
    if (!refused(bytes)) FAIL("bit " << bit << " changed");
    bytes[bit / 8] ^= mask;
  }
  bytes.push_back(std::byte{0});
  REQUIRE(refused(bytes));
}

TEST_CASE("a forged index with a right checksum is read within its bounds", "[dedup][index]") {
  dedup::index original;
  original.add("清源县水利站昨日检修了三台水泵");
  original.add("安平街道开办夜校两百多人报名");
  const std::vector<std::byte> bytes = saved(original);
  std::mt19937 random(14);
  for (int round = 0; round < 3000; ++round) {
    std::vector<std::byte> forged = bytes;
    for (int change = 0; change < 1 + round % 3; ++change) {
      const std::size_t at = 24 + random() % (forged.size() - 24);
      forged[at] = static_cast<std::byte>(random() % 3 == 0 ? 0xFF : random() & 0xFF);
    }
    const std::uint64_t sum =
        dedup::detail::checksum(std::span<const std::byte>(forged).subspan(24)) ^
        dedup::detail::checksum(std::span<const std::byte>(forged).subspan(0, 16));
    for (unsigned i = 0; i < 8; ++i)
      forged[16 + i] = static_cast<std::byte>(sum >> (8 * i) & 0xFF);
    const auto loaded = dedup::index::load(forged, true);
    if (loaded) REQUIRE(loaded->groups().size() <= 1);
  }
}

TEST_CASE("an index takes at most 128 bytes a paragraph beyond its bytes", "[dedup][index]") {
  dedup::index grown;
  std::size_t worst = 0;
  for (std::size_t i = 0; i < 60000; ++i) {
    grown.add("清源县", i);
    if (i >= 20000) worst = std::max(worst, grown.memory() / grown.size());
  }
  REQUIRE(worst <= 128);
}
