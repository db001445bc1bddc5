// The duplicate finder on generated paragraphs: speed, recall of what was planted, precision, bytes
// of the index, and sets that mean harm. Every tenth paragraph is followed by a copy with edits,
// from none to the share that the threshold allows. Copies that chance left below the threshold do
// not count.
#include "corpus.hpp"

#include <hantext/dedup.hpp>

#include <benchmark/benchmark.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <new>
#include <random>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

// Bytes asked for now, and the most of them at once.
std::size_t bytes_now = 0;
std::size_t bytes_most = 0;
constexpr std::size_t room_for_size = 2 * sizeof(std::max_align_t);

} // namespace

void* operator new(std::size_t size) {
  auto* const block = static_cast<std::size_t*>(std::malloc(room_for_size + size));
  if (block == nullptr) std::abort();
  *block = size;
  bytes_now += size;
  bytes_most = std::max(bytes_most, bytes_now);
  return reinterpret_cast<std::byte*>(block) + room_for_size;
}
void operator delete(void* memory) noexcept {
  if (memory == nullptr) return;
  auto* const block =
      reinterpret_cast<std::size_t*>(static_cast<std::byte*>(memory) - room_for_size);
  bytes_now -= *block;
  std::free(block);
}
void operator delete(void* memory, std::size_t /*size*/) noexcept { operator delete(memory); }

namespace {

namespace dedup = hantext::dedup;

std::string utf8(std::u32string_view text) {
  std::string bytes;
  for (const char32_t c : text)
    hantext::utf8::append(bytes, c);
  return bytes;
}

/// Words of one to three characters, used as often as words are (Zipf's law): paragraphs made of
/// them share common phrases like those of a newspaper.
class writer {
public:
  explicit writer(unsigned seed) : random_(seed) {
    double sum = 0;
    for (unsigned i = 0; i < 40000; ++i) {
      std::u32string word;
      for (std::size_t length = i < 100 ? 1 : 2 + random_() % 8 / 6; length > 0; --length) {
        const double rank = std::pow(static_cast<double>(random_() % 100000) / 100000, 2.2);
        word.push_back(static_cast<char32_t>(0x4E00 + 5 * static_cast<unsigned>(3500 * rank)));
      }
      words_.push_back(word);
      sum += 1 / (i + 2.7);
      shares_.push_back(sum);
    }
  }
  /// 30 to 120 characters.
  std::u32string paragraph() {
    std::u32string text;
    for (const std::size_t length = 30 + random_() % 90; text.size() < length;) {
      const double at = static_cast<double>(random_() % 1000000) / 1000000 * shares_.back();
      text += words_[static_cast<std::size_t>(std::upper_bound(shares_.begin(), shares_.end(), at) -
                                              shares_.begin())];
    }
    return text;
  }
  /// Half of the edits replace a character, a quarter each add and take away one.
  std::u32string edited(std::u32string text, std::size_t edits) {
    for (; edits > 0; --edits) {
      const std::size_t at = random_() % text.size();
      const auto letter = static_cast<char32_t>(0x4E00 + random_() % 4000);
      const auto how = random_() % 4;
      if (how == 0)
        text.insert(at, 1, letter);
      else if (how == 1)
        text.erase(at, 1);
      else
        text[at] = letter;
    }
    return text;
  }
  std::size_t below(std::size_t bound) { return random_() % bound; }

private:
  std::mt19937 random_;
  std::vector<std::u32string> words_;
  std::vector<double> shares_;
};

struct planted {
  std::vector<std::string> texts;
  std::vector<std::pair<std::size_t, std::size_t>> copies;
  std::size_t bytes = 0;
};

planted plant(std::size_t count, double threshold) {
  writer write(1);
  planted made;
  while (made.texts.size() < count) {
    const std::u32string text = write.paragraph();
    made.texts.push_back(utf8(text));
    if (write.below(10) != 0 || made.texts.size() == count) continue;
    const double most = (1 - threshold) * static_cast<double>(text.size());
    const std::size_t edits = write.below(static_cast<std::size_t>(most) + 1);
    made.texts.push_back(utf8(write.edited(text, edits)));
    made.copies.emplace_back(made.texts.size() - 2, made.texts.size() - 1);
  }
  for (const std::string& text : made.texts)
    made.bytes += text.size();
  return made;
}

void count_work(benchmark::State& state, std::size_t items, std::size_t bytes) {
  state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(bytes));
  state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(items));
}

void find_duplicates(benchmark::State& state) {
  dedup::options wanted;
  wanted.threshold = static_cast<double>(state.range(1)) / 100;
  const planted set = plant(static_cast<std::size_t>(state.range(0)), wanted.threshold);
  const std::vector<std::string_view> paragraphs(set.texts.begin(), set.texts.end());
  std::vector<dedup::group> groups;
  for (auto _ : state)
    groups = dedup::find(paragraphs, wanted);
  count_work(state, paragraphs.size(), set.bytes);

  std::vector<std::size_t> group_of(paragraphs.size(), ~std::size_t{0});
  double members = 0;
  double right = 0; // members that are near to another one of their group
  for (std::size_t g = 0; g < groups.size(); ++g) {
    if (groups[g].kind == dedup::kind::contained) continue;
    for (const auto& m : groups[g].members) {
      group_of[m.item] = g;
      ++members;
      for (const auto& other : groups[g].members) {
        if (other.item == m.item ||
            !dedup::verify(paragraphs[m.item], paragraphs[other.item], wanted))
          continue;
        ++right;
        break;
      }
    }
  }
  double near = 0;
  double found = 0;
  for (const auto& [text, copy] : set.copies) {
    if (!dedup::verify(paragraphs[text], paragraphs[copy], wanted)) continue;
    ++near;
    if (group_of[text] != ~std::size_t{0} && group_of[text] == group_of[copy]) ++found;
  }
  state.counters["recall"] = found / near;
  state.counters["precision"] = right / members;
}
BENCHMARK(find_duplicates)
    ->ArgNames({"paragraphs", "threshold"})
    ->Args({1000, 80})
    ->Args({10000, 80})
    ->Args({100000, 80})
    ->Args({100000, 90})
    ->Unit(benchmark::kMillisecond);
BENCHMARK(find_duplicates)
    ->ArgNames({"paragraphs", "threshold"})
    ->Args({1000000, 80})
    ->Args({1000000, 90})
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond);

void query_and_add(benchmark::State& state) {
  const planted set = plant(static_cast<std::size_t>(state.range(0)), 0.8);
  double found = 0;
  double bytes = 0;
  for (auto _ : state) {
    dedup::index seen;
    found = 0;
    std::size_t copy = 0;
    for (std::size_t i = 0; i < set.texts.size(); ++i) {
      const auto matches = seen.query(set.texts[i]);
      while (copy < set.copies.size() && set.copies[copy].second < i)
        ++copy;
      if (copy < set.copies.size() && set.copies[copy].second == i)
        found += std::any_of(matches.begin(), matches.end(),
                             [&](const auto& m) { return m.item == set.copies[copy].first; })
                     ? 1
                     : 0;
      seen.add(set.texts[i]);
    }
    bytes = static_cast<double>(seen.memory());
  }
  count_work(state, set.texts.size(), set.bytes);
  double near = 0;
  for (const auto& [text, copy] : set.copies)
    near += dedup::verify(set.texts[text], set.texts[copy]) ? 1 : 0;
  state.counters["recall"] = found / near;
  state.counters["bytes_each"] = bytes / static_cast<double>(set.texts.size());
}
BENCHMARK(query_and_add)->Arg(1000)->Arg(100000)->Unit(benchmark::kMillisecond);
BENCHMARK(query_and_add)->Arg(1000000)->Iterations(1)->Unit(benchmark::kMillisecond);

void save_and_load(benchmark::State& state) {
  const planted set = plant(10000, 0.8);
  dedup::index seen;
  for (const std::string& text : set.texts)
    seen.add(text);
  std::vector<std::byte> bytes;
  for (auto _ : state) {
    bytes.clear();
    seen.save(bytes);
    benchmark::DoNotOptimize(dedup::index::load(bytes, true));
  }
  count_work(state, set.texts.size(), set.bytes);
}
BENCHMARK(save_and_load)->Unit(benchmark::kMillisecond);

/// Paragraphs with a few edits inside others.
void find_contained(benchmark::State& state) {
  const planted set = plant(10000, 0.8);
  const std::vector<std::string_view> paragraphs(set.texts.begin(), set.texts.end());
  dedup::options wanted;
  wanted.contained_threshold = static_cast<double>(state.range(0)) / 100;
  for (auto _ : state)
    benchmark::DoNotOptimize(dedup::find(paragraphs, wanted));
  count_work(state, paragraphs.size(), set.bytes);
}
BENCHMARK(find_contained)->ArgName("threshold")->Arg(100)->Arg(90)->Unit(benchmark::kMillisecond);

/// Sets that mean harm, of the same number of bytes. Compare the bytes a second, and the memory for
/// each byte of text.
void find_in_hostile_set(benchmark::State& state) {
  const auto bytes = static_cast<std::size_t>(state.range(1)) * 1000000;
  writer write(2);
  std::vector<std::string> texts;
  std::size_t size = 0;
  const std::string equal = utf8(write.paragraph());
  while (size < bytes) {
    switch (state.range(0)) {
    case 0: // ordinary
      texts.push_back(utf8(write.paragraph()));
      break;
    case 1: // all equal
      texts.push_back(equal);
      break;
    case 2: // all share the beginning
      texts.push_back("今年以来，清源县各地" + utf8(write.paragraph()));
      break;
    case 3: // two characters only
      texts.emplace_back();
      for (std::size_t i = 0; i < 75; ++i)
        texts.back() += write.below(2) == 0 ? "县" : "镇";
      break;
    case 5: // of one template, with other dates, sums and names
      texts.push_back("清源县气象台" + std::to_string(1 + write.below(12)) + "月" +
                      std::to_string(1 + write.below(28)) + "日发布大风蓝色预警信号，预计" +
                      utf8(write.paragraph().substr(0, 3)) +
                      "镇、安平街道等地未来一日内将有六级以上大风，请" +
                      utf8(write.paragraph().substr(0, 3)) + "村做好防范，已转移群众" +
                      std::to_string(write.below(10000)) + "人。");
      break;
    default: // one paragraph
      texts.resize(1);
      texts[0] += utf8(write.paragraph());
    }
    size = state.range(0) == 4 ? texts[0].size() : size + texts.back().size();
  }
  const std::vector<std::string_view> paragraphs(texts.begin(), texts.end());
  bytes_most = bytes_now;
  const std::size_t bytes_before = bytes_now;
  for (auto _ : state)
    benchmark::DoNotOptimize(dedup::find(paragraphs));
  count_work(state, paragraphs.size(), size);
  state.counters["memory"] =
      static_cast<double>(bytes_most - bytes_before) / static_cast<double>(size);
}
BENCHMARK(find_in_hostile_set)
    ->ArgNames({"set", "megabytes"})
    ->ArgsProduct({{0, 1, 2, 3, 4, 5}, {1}})
    ->Unit(benchmark::kMillisecond);
BENCHMARK(find_in_hostile_set)
    ->ArgNames({"set", "megabytes"})
    ->ArgsProduct({{0, 1, 2, 3, 5}, {22}}) // of ordinary paragraphs 10^5
    ->Args({4, 10})
    ->Args({4, 100})
    ->Iterations(1)
    ->Unit(benchmark::kMillisecond);

void find_repeats(benchmark::State& state) {
  const std::string& text = bench::corpus();
  for (auto _ : state)
    benchmark::DoNotOptimize(dedup::repeats(text));
  state.SetBytesProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(text.size()));
}
BENCHMARK(find_repeats)->Unit(benchmark::kMillisecond);

void compare_pair(benchmark::State& state) {
  const planted set = plant(2000, 0.8);
  std::size_t i = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(dedup::similarity(set.texts[i], set.texts[i + 1]));
    i = (i + 1) % (set.texts.size() - 1);
  }
}
BENCHMARK(compare_pair);

} // namespace
