#include <hantext/lexicon.hpp>

#include "catch.hpp"

#include <algorithm>
#include <cstddef>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace {

using hantext::lexicon;
using hantext::lexicon_match;

lexicon make(const std::vector<std::string_view>& words) {
  auto built = lexicon::build(words);
  REQUIRE(built);
  return *std::move(built);
}

/// What the lexicon promises, said the slow way.
std::vector<lexicon_match> brute_force(const std::vector<std::string_view>& words,
                                       std::string_view text) {
  std::vector<lexicon_match> found;
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (std::find(words.begin(), words.end(), words[i]) - words.begin() != std::ptrdiff_t(i))
      continue; // the first place counts
    for (std::size_t at = text.find(words[i]); at != text.npos; at = text.find(words[i], at + 1))
      found.push_back({at, at + words[i].size(), static_cast<std::uint32_t>(i)});
  }
  std::sort(found.begin(), found.end(), [](const lexicon_match& a, const lexicon_match& b) {
    return a.end != b.end ? a.end < b.end : a.begin < b.begin;
  });
  return found;
}

std::string pick(std::mt19937& random, const std::vector<std::string>& letters, std::size_t least,
                 std::size_t most) {
  std::string text;
  const std::size_t length = least + random() % (most - least + 1);
  for (std::size_t i = 0; i < length; ++i)
    text += letters[random() % letters.size()];
  return text;
}

/// Texts made of words and of pieces of words, so that long ones are found and nearly found; cut at
/// any byte, so that characters are damaged.
void compare_on_pieces(const std::vector<std::string>& letters, std::size_t longest_word,
                       unsigned seed) {
  std::mt19937 random(seed);
  for (int round = 0; round < 40; ++round) {
    std::vector<std::string> stored;
    for (std::size_t i = 0; i < 8; ++i) {
      std::string word = pick(random, letters, 1, longest_word);
      // Half of them share their begin or their end with another.
      if (i > 3) word = i % 2 == 0 ? word + stored[random() % i] : stored[random() % i] + word;
      stored.push_back(word);
    }
    const std::vector<std::string_view> words(stored.begin(), stored.end());
    const lexicon compiled = make(words);
    for (int i = 0; i < 2; ++i) {
      std::string text;
      while (text.size() < 300) {
        const std::string_view word = words[random() % words.size()];
        text += random() % 2 == 0 ? word : word.substr(random() % word.size());
        if (random() % 2 == 0) text.resize(text.size() - random() % 2);
      }
      REQUIRE(compiled.find_all(text) == brute_force(words, text));
    }
  }
}

void compare_on_random_texts(const std::vector<std::string>& letters, std::size_t longest_word,
                             unsigned seed) {
  std::mt19937 random(seed);
  for (int round = 0; round < 300; ++round) {
    std::vector<std::string> stored;
    const std::size_t count = 1 + random() % 12;
    for (std::size_t i = 0; i < count; ++i)
      stored.push_back(pick(random, letters, 1, longest_word));
    const std::vector<std::string_view> words(stored.begin(), stored.end());
    const lexicon compiled = make(words);
    for (int i = 0; i < 4; ++i) {
      const std::string text = pick(random, letters, 0, 40);
      REQUIRE(compiled.find_all(text) == brute_force(words, text));
    }
  }
}

} // namespace

TEST_CASE("all occurrences come ordered by end, of one end the longest first", "[lexicon]") {
  const lexicon words = make({"县", "清源县", "源县城", "城区", "县城"});
  const std::string_view text = "清源县城区";
  const std::vector<lexicon_match> expected = {
      {0, 9, 1}, {6, 9, 0}, {3, 12, 2}, {6, 12, 4}, {9, 15, 3}};
  REQUIRE(words.find_all(text) == expected);
}

TEST_CASE("matches are found wherever they stand in the text", "[lexicon]") {
  const lexicon words = make({"安平街道", "云溪镇", "项目", "a"});
  for (std::size_t before = 0; before < 20; ++before) {
    for (std::size_t after = 0; after < 20; ++after) {
      for (std::size_t word = 0; word < words.size(); ++word) {
        std::string text(before, '-');
        text += words.word(word);
        text.append(after, '-');
        const auto found = words.find_all(text);
        REQUIRE(found.size() == 1);
        REQUIRE(found[0].begin == before);
        REQUIRE(found[0].end == before + words.word(word).size());
        REQUIRE(found[0].word == word);
      }
    }
  }
}

TEST_CASE("overlapping occurrences of one word are all found", "[lexicon]") {
  const lexicon words = make({"高高"});
  REQUIRE(words.find_all("高高高高高高").size() == 5);
}

TEST_CASE("a word listed twice is reported by its first place", "[lexicon]") {
  const lexicon words = make({"工程", "行动", "工程"});
  REQUIRE(words.size() == 3);
  const auto found = words.find_all("堤防工程");
  REQUIRE(found == std::vector<lexicon_match>{{6, 12, 0}});
}

TEST_CASE("an empty list finds nothing", "[lexicon]") {
  REQUIRE(make({}).find_all("云溪镇").empty());
  REQUIRE(lexicon().find_all("云溪镇").empty());
  REQUIRE(lexicon().empty());
}

TEST_CASE("an empty word is refused with its place in the list", "[lexicon]") {
  const std::vector<std::string_view> words = {"一", "", "三"};
  const auto built = lexicon::build(words);
  REQUIRE_FALSE(built);
  REQUIRE(built.error().kind == hantext::error_kind::empty_word);
  REQUIRE(built.error().offset == 1);
}

TEST_CASE("a callback that returns false ends the search", "[lexicon]") {
  const lexicon words = make({"区"});
  int calls = 0;
  words.for_each("区区区区", [&](lexicon_match) { return ++calls < 2; });
  REQUIRE(calls == 2);
}

TEST_CASE("char8_t text is searched like char text", "[lexicon]") {
  const lexicon words = make({"云溪"});
  std::size_t count = 0;
  words.for_each(u8"云溪镇云溪村", [&](lexicon_match) { ++count; });
  REQUIRE(count == 2);
}

TEST_CASE("the words survive the list they were built from", "[lexicon]") {
  lexicon words;
  {
    const std::string word = "清源县水利站";
    const std::vector<std::string_view> list = {word};
    words = *lexicon::build(list);
  }
  const lexicon copy = words;
  REQUIRE(copy.word(0) == "清源县水利站");
  REQUIRE(copy.find_all("到清源县水利站去").size() == 1);
}

TEST_CASE("a lexicon agrees with brute force on Han text", "[lexicon]") {
  compare_on_random_texts({"东", "丝", "西", "南"}, 5, 1); // 东 and 丝 share two bytes
}

TEST_CASE("a lexicon agrees with brute force on text of mixed widths", "[lexicon]") {
  compare_on_random_texts({"a", "é", "东", "𠀀", "b"}, 4, 2);
}

TEST_CASE("a lexicon agrees with brute force on ill-formed bytes", "[lexicon]") {
  compare_on_random_texts({"\xE4", "\xB8", "\x9C", "\xFF", std::string(1, '\0')}, 7, 3);
}

TEST_CASE("a lexicon agrees with brute force on words that share begins and ends", "[lexicon]") {
  compare_on_pieces({"东", "丝"}, 6, 5);
  compare_on_pieces({"东", "a", "é", "𠀀"}, 6, 6);
  compare_on_pieces({"镇"}, 9, 7);
  compare_on_pieces({"\xE4", "\xB8", "a"}, 9, 8); // some word is ill-formed, nearly always
}

TEST_CASE("a lexicon agrees with brute force on words of more than 48 bytes", "[lexicon]") {
  compare_on_pieces({"东", "丝"}, 40, 9);
  compare_on_pieces({"东"}, 60, 10);
  compare_on_pieces({"a", "东", "𠀀"}, 40, 11);
  compare_on_pieces({"a", "\xB8"}, 70, 12);
}

TEST_CASE("words of a longer text come in order, whatever block they end in", "[lexicon]") {
  const std::string long_word = "清源县云溪镇水利工程建设管理服务中心办公室";
  const std::vector<std::string_view> words = {"县", "清源县",  "源县",   "GDP",
                                               "P",  long_word, "办公室", "第3"};
  const lexicon compiled = make(words);
  std::mt19937 random(13);
  std::string text;
  while (text.size() < 40000) {
    text += words[random() % words.size()];
    text += pick(random, {"在", "，", "1", "的水", " \xE6", "𠀀"}, 0, 9);
  }
  const std::vector<lexicon_match> expected = brute_force(words, text);
  REQUIRE(compiled.find_all(text) == expected);
  text.resize(text.size() - long_word.size() % 7 - 1); // ends in a word, perhaps in a character
  REQUIRE(compiled.find_all(text) == brute_force(words, text));
}

TEST_CASE("a large lexicon stays compact and finds every word", "[lexicon]") {
  std::vector<std::string> stored;
  std::mt19937 random(4);
  for (int i = 0; i < 10000; ++i) {
    std::string word;
    const std::size_t length = 1 + random() % 5;
    for (std::size_t k = 0; k < length; ++k) {
      const auto code = static_cast<unsigned>(0x4E00 + random() % 3000);
      word += static_cast<char>(0xE0 | (code >> 12));
      word += static_cast<char>(0x80 | ((code >> 6) & 0x3F));
      word += static_cast<char>(0x80 | (code & 0x3F));
    }
    stored.push_back(word);
  }
  const std::vector<std::string_view> list(stored.begin(), stored.end());
  const lexicon words = make(list);
  REQUIRE(words.memory() < std::size_t{4} << 20);
  for (const std::string& word : stored) {
    bool found = false;
    words.for_each(word,
                   [&](lexicon_match match) { found |= match.end - match.begin == word.size(); });
    REQUIRE(found);
  }
}

TEST_CASE("words that are prefixes and ends of each other cost linear time", "[lexicon]") {
  // Every word is a run of one letter and another one before or behind it: each byte of text is
  // the begin and the end of as many beginnings and ends as there are words.
  for (const bool before : {false, true}) {
    std::vector<std::string> stored;
    for (std::size_t length = 2; length < 200; ++length)
      stored.push_back(before ? "y" + std::string(length, 'x') : std::string(length, 'x') + "y");
    const std::vector<std::string_view> list(stored.begin(), stored.end());
    const lexicon words = make(list);
    std::size_t count = 0;
    const std::string text(1 << 18, 'x');
    words.for_each(text, [&](lexicon_match) { ++count; });
    REQUIRE(count == 0);
  }
}
