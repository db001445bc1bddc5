#include <hantext/dedup/steps.hpp>

#include "catch.hpp"
#include "dedup_texts.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <random>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace dedup_tests;

constexpr bool plans_follow_the_size() {
  dedup::options strict;
  strict.threshold = 0.9;
  return dedup::plan_for(100).bands == 0 && dedup::plan_for(100000).bands == 28 &&
         dedup::plan_for(100000, strict).bands < dedup::plan_for(100000).bands &&
         dedup::plan_for(std::size_t{1} << 30).rows == 3;
}
static_assert(plans_follow_the_size());

constexpr bool recall_is_foretold() {
  return dedup::expected_recall(0.8, std::size_t{100}) == 1 &&
         dedup::expected_recall(1, std::size_t{100000}) == 1 &&
         dedup::expected_recall(0, std::size_t{100000}) == 0 &&
         dedup::expected_recall(0.8, std::size_t{100000}) >= 0.97 &&
         dedup::expected_recall(0.9, std::size_t{100000}) > 0.999 &&
         dedup::expected_recall(0.8, dedup::plan{4, 2}) <
             dedup::expected_recall(0.8, dedup::plan{8, 2});
}
static_assert(recall_is_foretold());

dedup::sketch a_sketch() {
  return dedup::make_sketch("清源县水利站昨日检修了三台水泵", dedup::plan{6, 2});
}

} // namespace

TEST_CASE("the plan follows the number of texts and the threshold", "[dedup][steps]") {
  REQUIRE(plans_follow_the_size());
}

TEST_CASE("the recall to expect is known beforehand", "[dedup][steps]") {
  REQUIRE(recall_is_foretold());
}

TEST_CASE("the recall is what was to be expected", "[dedup][steps]") {
  std::mt19937 random(21);
  const dedup::plan few{4, 2}; // so few that there is something to lose
  for (const double similarity : {0.95, 0.9, 0.8}) {
    std::size_t shared = 0;
    const std::size_t pairs = 600;
    for (std::size_t i = 0; i < pairs; ++i) {
      std::u32string text = random_text(random, 200, 5000);
      const auto first = dedup::make_sketch(utf8(text), few);
      for (char32_t& c : text)
        if (static_cast<double>(random() % 1000) >= 1000 * similarity)
          c = static_cast<char32_t>(0x8000 + random() % 5000);
      const auto second = dedup::make_sketch(utf8(text), few);
      bool share = false;
      for (std::size_t band = 0; band < first.keys.size(); ++band)
        share = share || first.keys[band] == second.keys[band];
      shared += share ? 1 : 0;
    }
    const double expected = dedup::expected_recall(similarity, few);
    REQUIRE(static_cast<double>(shared) / pairs > expected - 0.08);
    REQUIRE(static_cast<double>(shared) / pairs < expected + 0.08);
  }
}

TEST_CASE("minima are the same whether eight numbers are in a register or in an array",
          "[dedup][steps]") {
  namespace detail = dedup::detail;
  std::mt19937 random(21);
  for (unsigned round = 0; round < 50; ++round) {
    std::vector<std::uint16_t> grams(8 * (1 + random() % 5));
    for (std::uint16_t& gram : grams)
      gram = static_cast<std::uint16_t>(random() % (round % 2 == 0 ? 65536 : 3));
    std::array<std::uint16_t, 4> factors{};
    std::array<std::uint16_t, 4> summands{};
    std::array<std::int16_t, 4> least{};
    std::array<std::int16_t, 4> second{};
    for (std::size_t i = 0; i < 4; ++i) {
      factors[i] = static_cast<std::uint16_t>(random() | 1);
      summands[i] = static_cast<std::uint16_t>(random());
      least[i] = second[i] = 0x7FFF;
      for (const std::uint16_t gram : grams)
        least[i] = std::min(least[i], static_cast<std::int16_t>(static_cast<std::uint16_t>(
                                          unsigned{gram} * factors[i] + summands[i])));
      for (const std::uint16_t gram : grams) {
        const auto value = static_cast<std::int16_t>(
            static_cast<std::uint16_t>(unsigned{gram} * factors[i] + summands[i]));
        if (value != least[i]) second[i] = std::min(second[i], value);
      }
    }
    const auto check = [&](auto lanes) {
      using eight = decltype(lanes);
      std::array<std::int16_t, 4> made{};
      const std::size_t blocks = grams.size() / 8;
      detail::least_hashes<eight>(grams.data(), blocks, factors.data(), summands.data(),
                                  made.data());
      REQUIRE(made == least);
      detail::second_hashes<eight>(grams.data(), blocks, factors.data(), summands.data(),
                                   least.data(), made.data());
      REQUIRE(made == second);
      std::vector<std::int16_t> windows(grams.size() + 16, 0x7FFF);
      for (std::size_t i = 0; i < grams.size(); ++i)
        windows[i] = static_cast<std::int16_t>(grams[i]);
      const std::vector<std::int16_t> before = windows;
      detail::slide<false, eight>(windows.data(), blocks, 8);
      for (std::size_t i = 0; i + 8 <= grams.size(); ++i)
        REQUIRE(windows[i] == *std::min_element(&before[i], &before[i] + 8));
      std::u32string letters(8, U'\0');
      std::array<std::int16_t, 8> low{};
      for (std::size_t i = 0; i < 8; ++i)
        letters[i] = static_cast<char32_t>(random() % 0x110000);
      eight::load_letters(letters.data()).mixed().store(low.data());
      for (std::size_t i = 0; i < 8; ++i) {
        const auto folded = static_cast<std::uint16_t>(letters[i] ^ (letters[i] >> 16));
        REQUIRE(static_cast<std::uint16_t>(low[i]) ==
                static_cast<std::uint16_t>(folded ^ (folded >> 8)));
      }
    };
    check(detail::eight{});
    check(detail::eight_in_array{});
  }
}

TEST_CASE("a sketch does not change from release to release", "[dedup][steps]") {
  REQUIRE(dedup::to_json(a_sketch()) ==
          R"({"v":2,"hash":"97720a280b3164a074cad32b6d5c5e6d",)"
          R"("parity":"0040040010000040082001000a002008","length":15,)"
          R"("keys":["743b4b47","a7b95185","406641de","bcff7b55","b2be72b8","856b3961"]})");
}

TEST_CASE("sketches travel as bytes and as JSON", "[dedup][steps]") {
  std::mt19937 random(22);
  std::vector<std::byte> bytes;
  std::vector<dedup::sketch> sketches;
  for (unsigned i = 0; i < 50; ++i) {
    sketches.push_back(dedup::make_sketch(utf8(random_text(random, random() % 60, 3000)),
                                          dedup::plan{1 + i % 64, 1 + i % 4}));
    dedup::append_bytes(sketches.back(), bytes);
    const auto read = dedup::sketch_from_json(dedup::to_json(sketches.back()));
    REQUIRE(read);
    REQUIRE(*read == sketches.back());
  }
  std::span<const std::byte> rest = bytes;
  for (const auto& sketch : sketches) {
    const auto read = dedup::read_sketch(rest);
    REQUIRE(read);
    REQUIRE(*read == sketch);
  }
  REQUIRE(rest.empty());
}

TEST_CASE("what is no sketch is refused", "[dedup][steps]") {
  std::vector<std::byte> bytes;
  dedup::append_bytes(a_sketch(), bytes);
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    std::span<const std::byte> cut = std::span<const std::byte>(bytes).first(size);
    const auto read = dedup::read_sketch(cut);
    REQUIRE_FALSE(read);
    REQUIRE(read.error().kind == hantext::error_kind::damaged_index);
    REQUIRE(cut.size() == size);
  }
  const std::string json = dedup::to_json(a_sketch());
  for (std::size_t size = 0; size < json.size(); ++size)
    REQUIRE_FALSE(dedup::sketch_from_json(std::string_view(json).substr(0, size)));
  for (const char* const wrong : {"", "{}", "[]", "{\"v\":1}", "{\"v\":1,\"hash\":\"x"})
    REQUIRE_FALSE(dedup::sketch_from_json(wrong));
  REQUIRE_FALSE(dedup::sketch_from_json(json + " "));
}

TEST_CASE("a pair is verified by the definition", "[dedup][steps]") {
  REQUIRE(dedup::verify("安平街道，党工委书记林晓", "安平街道党工委书记林晓") == dedup::verdict{});
  const auto near = dedup::verify("安平街道党工委书记林晓", "安平街道党工委副书记林晓");
  REQUIRE(near);
  REQUIRE(near->kind == dedup::kind::near_duplicate);
  REQUIRE(near->similarity > 0.91);
  REQUIRE_FALSE(dedup::verify("安平街道党工委书记林晓", "云溪镇今年修好了八座小桥"));
  REQUIRE_FALSE(dedup::verify("林晓", "林晓"));
  dedup::options exact_only;
  exact_only.near_duplicates = false;
  REQUIRE_FALSE(dedup::verify("安平街道党工委书记林晓", "安平街道党工委副书记林晓", exact_only));
}

TEST_CASE("a cluster of machines finds the groups that one machine finds", "[dedup][steps]") {
  std::mt19937 random(23);
  for (const unsigned bands : {2U, 6U, 28U}) { // with two many pairs are lost, but the same ones
    std::vector<std::string> texts;
    for (int i = 0; i < 300; ++i) {
      const std::u32string text = random_text(random, 12 + random() % 50, 2000);
      for (std::size_t copy = random() % 4; copy-- > 0;)
        texts.push_back(utf8(edited(random, text, random() % (text.size() / 4), 2000)));
      if (!texts.empty() && random() % 4 == 0) texts.push_back(texts[random() % texts.size()]);
    }
    dedup::options wanted;
    wanted.contained = false;
    wanted.template_size = 0;
    wanted.plan = dedup::plan{bands, 2};
    // Each key on a machine of its own, the sketches having travelled as bytes.
    std::map<std::uint64_t, std::vector<std::pair<std::size_t, dedup::sketch>>> machines;
    for (std::size_t i = 0; i < texts.size(); ++i) {
      std::vector<std::byte> bytes;
      dedup::append_bytes(dedup::make_sketch(texts[i], *wanted.plan, wanted), bytes);
      std::span<const std::byte> rest = bytes;
      const auto sketch = *dedup::read_sketch(rest);
      for (const std::uint64_t key : sketch.keys)
        machines[key].emplace_back(i, sketch);
    }
    std::vector<std::pair<std::uint64_t, std::uint64_t>> pairs;
    for (const auto& [key, members] : machines) {
      std::vector<dedup::sketch> bucket;
      bucket.reserve(members.size());
      for (const auto& member : members)
        bucket.push_back(member.second);
      for (const auto& [a, b] : dedup::candidates(bucket, wanted)) {
        const std::size_t left = members[a].first;
        const std::size_t right = members[b].first;
        if (dedup::verify(texts[left], texts[right], wanted)) pairs.emplace_back(left, right);
      }
    }
    std::vector<std::vector<std::uint64_t>> expected;
    for (const auto& group : find(texts, wanted)) {
      expected.emplace_back();
      for (const auto& member : group.members)
        expected.back().push_back(member.item);
    }
    REQUIRE(expected.size() > 50);
    REQUIRE(dedup::join(pairs) == expected);
  }
}
