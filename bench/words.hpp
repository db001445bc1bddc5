// Words for the many-word matchers: pieces of the corpus itself, so that they are found as often as
// in real work. Of ten thousand there is one in every third place of news.
#pragma once

#include "corpus.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace bench {

inline bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

/// `count` different pieces of one to five Han characters, taken evenly from the corpus.
inline std::vector<std::string_view> make_words(std::size_t count) {
  const std::string_view text = corpus();
  std::vector<std::string_view> words;
  std::uint64_t random = 1;
  for (std::size_t tries = 0; words.size() < 2 * count && tries < 40 * count; ++tries) {
    random = random * 6364136223846793005u + 1442695040888963407u;
    std::size_t begin = static_cast<std::size_t>(random >> 24) % text.size();
    while (begin < text.size() && is_continuation(text[begin]))
      ++begin;
    const std::size_t characters = 1 + (random >> 20) % 5;
    if (begin + 3 * characters > text.size()) continue;
    const std::string_view word = text.substr(begin, 3 * characters);
    bool han = true;
    for (std::size_t i = 0; i < word.size(); ++i) {
      const auto byte = static_cast<unsigned char>(word[i]);
      han = han && (i % 3 == 0 ? byte >= 0xE4 && byte <= 0xE9 : is_continuation(word[i]));
    }
    if (han && (characters > 1 || tries % 20 == 0)) words.push_back(word);
  }
  std::sort(words.begin(), words.end());
  words.erase(std::unique(words.begin(), words.end()), words.end());
  std::vector<std::string_view> chosen;
  for (std::size_t i = 0; i < std::min(count, words.size()); ++i)
    chosen.push_back(words[i * words.size() / std::min(count, words.size())]);
  return chosen;
}

} // namespace bench
