// Many words in one text, here and with peers that are written in C and C++:
//
//     bench_lexicon_peers [COUNT [FILE]]
//
// The words are those of bench_lexicon (10,000 where no count is said), the text is its corpus; a
// file named gets the words, one a line, for the peers in other languages. Prints a line for each
// peer: megabytes a second (the best of some rounds), how much faster or slower that is, and the
// matches. Not all peers do the whole work:
// - Hyperscan reports all occurrences by their ends;
// - PCRE2 finds the leftmost alternative and goes on behind it;
// - RE2::Set tells which words a line has, not where.
#include "../words.hpp"

#include <hantext/lexicon.hpp>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <vector>

#ifdef HANTEXT_BENCH_HYPERSCAN
#include <hs/hs.h>
#endif
#ifdef HANTEXT_BENCH_PCRE2
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#endif
#ifdef HANTEXT_BENCH_RE2
#include <re2/re2.h>
#include <re2/set.h>
#endif

namespace {

double ours = 0;

/// Runs `search`, which gives the number of matches, until `seconds` are over, once at least.
template <class F> void measure(const char* name, F&& search, double seconds = 2) {
  using clock = std::chrono::steady_clock;
  double best = 1e9, all = 0;
  std::size_t matches = 0;
  while (all < seconds) {
    const clock::time_point begin = clock::now();
    matches = search();
    const double took = std::chrono::duration<double>(clock::now() - begin).count();
    best = std::min(best, took);
    all += took;
  }
  const double speed = static_cast<double>(bench::corpus().size()) / 1e6 / best;
  if (ours == 0) ours = speed;
  std::printf("%-12s %8.1f MB/s  %5.2f  %zu matches\n", name, speed, speed / ours, matches);
  std::fflush(stdout);
}

#if defined(HANTEXT_BENCH_PCRE2)
std::string alternatives(const std::vector<std::string_view>& words) {
  std::string pattern; // Han words only, so that nothing needs a backslash
  for (const std::string_view word : words) {
    if (!pattern.empty()) pattern += '|';
    pattern += word;
  }
  return pattern;
}
#endif

} // namespace

int main(int count, char** arguments) {
  const std::size_t wanted = count > 1 ? std::strtoull(arguments[1], nullptr, 10) : 10000;
  const std::string& text = bench::corpus();
  const std::vector<std::string_view> words = bench::make_words(wanted);
  if (count > 2) {
    std::FILE* const file = std::fopen(arguments[2], "wb");
    if (file == nullptr) return 1;
    for (const std::string_view word : words)
      std::fprintf(file, "%.*s\n", static_cast<int>(word.size()), word.data());
    std::fclose(file);
  }

  const auto compiled = hantext::lexicon::build(words);
  measure("hantext", [&] {
    std::size_t matches = 0;
    compiled->for_each(text, [&](hantext::lexicon_match) { ++matches; });
    return matches;
  });

#ifdef HANTEXT_BENCH_HYPERSCAN
  std::vector<const char*> begins;
  std::vector<std::size_t> lengths;
  for (const std::string_view word : words) {
    begins.push_back(word.data());
    lengths.push_back(word.size());
  }
  std::vector<unsigned> ids(words.size()), flags(words.size(), 0);
  for (unsigned i = 0; i < ids.size(); ++i)
    ids[i] = i;
  hs_database_t* database = nullptr;
  hs_compile_error_t* problem = nullptr;
  hs_scratch_t* scratch = nullptr;
  if (hs_compile_lit_multi(begins.data(), flags.data(), ids.data(), lengths.data(),
                           static_cast<unsigned>(words.size()), HS_MODE_BLOCK, nullptr, &database,
                           &problem) == HS_SUCCESS &&
      hs_alloc_scratch(database, &scratch) == HS_SUCCESS) {
    measure("Hyperscan", [&] {
      std::size_t matches = 0;
      const auto on_match = [](unsigned, unsigned long long, unsigned long long, unsigned,
                               void* sum) {
        ++*static_cast<std::size_t*>(sum);
        return 0;
      };
      hs_scan(database, text.data(), static_cast<unsigned>(text.size()), 0, scratch, on_match,
              &matches);
      return matches;
    });
  }
#endif
#ifdef HANTEXT_BENCH_PCRE2
  const std::string pattern = alternatives(words);
  int number = 0;
  PCRE2_SIZE where = 0;
  pcre2_code* const code = pcre2_compile(reinterpret_cast<PCRE2_SPTR>(pattern.data()),
                                         pattern.size(), 0, &number, &where, nullptr);
  if (code != nullptr && pcre2_jit_compile(code, PCRE2_JIT_COMPLETE) == 0) {
    pcre2_match_data* const match = pcre2_match_data_create_from_pattern(code, nullptr);
    measure("PCRE2 JIT", [&] {
      std::size_t matches = 0, at = 0;
      const auto subject = reinterpret_cast<PCRE2_SPTR>(text.data());
      while (pcre2_jit_match(code, subject, text.size(), at, 0, match, nullptr) > 0) {
        ++matches;
        at = pcre2_get_ovector_pointer(match)[1];
      }
      return matches;
    });
  } else {
    std::puts("PCRE2 JIT    refuses so many alternatives");
  }
#endif
#ifdef HANTEXT_BENCH_RE2
  RE2::Options options;
  options.set_literal(true);
  options.set_max_mem(std::int64_t{1} << 30);
  RE2::Set set(options, RE2::UNANCHORED);
  for (const std::string_view word : words)
    set.Add(re2::StringPiece(word.data(), word.size()), nullptr);
  if (set.Compile()) {
    measure("RE2::Set", [&] {
      std::size_t matches = 0;
      std::vector<int> found;
      for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        set.Match(re2::StringPiece(text.data() + begin, end - begin), &found);
        matches += found.size();
        begin = end + 1;
      }
      return matches;
    });
  }
#endif
}
