#include <hantext/chars.hpp>

#include "catch.hpp"

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <ranges>
#include <string>
#include <string_view>
#include <vector>

namespace chars = hantext::chars;
namespace utf8 = hantext::utf8;
using chars::char_class;
using namespace std::string_view_literals;

namespace {

constexpr char32_t last_code_point = 0x10FFFF;

/// Whether `holds` is true of every character of `text`.
template <class Predicate> bool all(std::u32string_view text, Predicate holds) {
  for (const char32_t c : text) {
    if (!holds(c)) {
      UNSCOPED_INFO("U+" << std::hex << static_cast<std::uint32_t>(c));
      return false;
    }
  }
  return true;
}

/// Whether `holds` is true of no character of `text`.
template <class Predicate> bool none(std::u32string_view text, Predicate holds) {
  return all(text, [&](char32_t c) { return !holds(c); });
}

/// How many characters up to U+10FFFF, and beyond a little, are in a class.
template <class Predicate> std::size_t population(Predicate holds) {
  std::size_t total = 0;
  for (char32_t c = 0; c <= last_code_point + 0x100; ++c)
    total += holds(c) ? 1 : 0;
  return total;
}

// The predicates as function objects, to hand over.
constexpr auto is_han = [](char32_t c) { return chars::is_han(c); };
constexpr auto is_digit = [](char32_t c) { return chars::is_digit(c); };
constexpr auto is_latin = [](char32_t c) { return chars::is_latin(c); };
constexpr auto is_space = [](char32_t c) { return chars::is_space(c); };
constexpr auto is_punctuation = [](char32_t c) { return chars::is_punctuation(c); };
constexpr auto is_opening = [](char32_t c) { return chars::is_opening(c); };
constexpr auto is_closing = [](char32_t c) { return chars::is_closing(c); };
constexpr auto is_sentence_end = [](char32_t c) { return chars::is_sentence_end(c); };

TEST_CASE("Han characters of every block and extension are Han, at both ends") {
  CHECK(all(U"一中国龥\u9FFF\u3400\u4DBF", is_han));                   // unified, extension A
  CHECK(all(U"\U00020000\U0002A6DF\U0002A700\U0002B739", is_han));     // B, C
  CHECK(all(U"\U0002B740\U0002B81D\U0002B820\U0002CEA1", is_han));     // D, E
  CHECK(all(U"\U0002CEB0\U0002EBE0\U0002EBF0\U0002EE5D", is_han));     // F, I
  CHECK(all(U"\U00030000\U0003134A\U00031350\U000323AF", is_han));     // G, H
  CHECK(all(U"\uF900\uFA6D\uFA70\uFAD9\U0002F800\U0002FA1D", is_han)); // compatibility
  CHECK(all(U"\u2E80\u2EF3\u2F00\u2FD5", is_han));                     // radicals
  CHECK(all(U"〇々〻〡〩〸〺", is_han));
}

TEST_CASE("what stands beside the Han blocks is not Han") {
  CHECK(none(U"aＡ1１ 　。，《あアー한", is_han));
  CHECK(none(U"\u2E9A\u2EF4\u2EFF\u2FD6\u3004\u3006\u3020\u302A\u33FF\u4DC0\uA000", is_han));
  CHECK(none(U"\uF8FF\uFA6E\uFADA\U0001FFFF\U0002A6E0\U0002EE5E\U0002FA1E\U000323B0", is_han));
  CHECK_FALSE(chars::is_han(0xFFFFFFFF));
  CHECK_FALSE(chars::is_han(utf8::replacement_character));
}

TEST_CASE("as many characters are Han as Unicode 15.1 says") {
  // Scripts.txt 15.1: "Total code points: 99030" under Script=Han.
  CHECK(population(is_han) == 99030);
}

TEST_CASE("digits are ASCII and full-width, with their values") {
  CHECK(all(U"0123456789０１２３４５６７８９", is_digit));
  CHECK(none(U"/:一〇①²٣a．", is_digit));
  CHECK(population(is_digit) == 20);
  for (int value = 0; value < 10; ++value) {
    CHECK(chars::digit_value(U'0' + static_cast<char32_t>(value)) == value);
    CHECK(chars::digit_value(U'０' + static_cast<char32_t>(value)) == value);
  }
  CHECK(chars::digit_value(U'三') == -1);
  CHECK(chars::digit_value(U'/') == -1);
  CHECK(chars::digit_value(U':') == -1);
}

TEST_CASE("letters are ASCII and full-width") {
  CHECK(all(U"AZazＡＺａｚ", is_latin));
  CHECK(none(U"@[`{＠［｀｛éα1中", is_latin));
  CHECK(population(is_latin) == 104);
}

TEST_CASE("space is White_Space and what prints as nothing") {
  CHECK(all(U" \t\n\v\f\r\u0085\u00A0\u1680\u2000\u200A\u2028\u2029\u202F\u205F\u3000", is_space));
  CHECK(all(U"\u200B\u2060\uFEFF", is_space));
  CHECK(none(U"a中\u200C\u200D\u180E\u001F\u0000"sv, is_space));
  CHECK(population(is_space) == 25 + 3); // White_Space has 25 characters
}

TEST_CASE("punctuation is ASCII, CJK, general and full-width") {
  CHECK(all(U"!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", is_punctuation));
  CHECK(all(U"，。、；：？！“”‘’（）《》〈〉【】「」『』〔〕…—–·～％＋－．＂＇", is_punctuation));
  CHECK(all(U"‰※〃〜・｡｢｣､･﹏︰﹐﹑﹔§¶", is_punctuation));
  CHECK(none(U"aＡ1１中 　\u2028\u200B￥¥€●■▲①℃\uFFFD", is_punctuation));
}

TEST_CASE("opening and closing halves belong together") {
  constexpr auto openings = U"([{（［｛《〈【〖〔「『“‘〝｢«"sv;
  constexpr auto closings = U")]}）］｝》〉】〗〕」』”’〞｣»"sv;
  REQUIRE(openings.size() == closings.size());
  for (std::size_t i = 0; i < openings.size(); ++i) {
    CAPTURE(i);
    CHECK(chars::closing_of(openings[i]) == closings[i]);
    CHECK(chars::closing_of(closings[i]) == 0);
  }
  CHECK(all(openings, is_opening));
  CHECK(none(closings, is_opening));
  CHECK(all(closings, is_closing));
  CHECK(none(openings, is_closing));
  CHECK(chars::is_closing(U'〟'));
  CHECK(none(U"\"'<>/。中a", is_opening));
  CHECK(none(U"\"'<>/。中a", is_closing));
}

TEST_CASE("sentences end with a full stop, question or exclamation mark") {
  CHECK(all(U"。！？!?｡‼⁇", is_sentence_end));
  CHECK(none(U".．，、；：…—”）a中\n", is_sentence_end));
}

TEST_CASE("every character is in one class only") {
  for (char32_t c = 0; c <= last_code_point; ++c) {
    const int classes = static_cast<int>(chars::is_han(c)) + static_cast<int>(chars::is_digit(c)) +
                        static_cast<int>(chars::is_latin(c)) +
                        static_cast<int>(chars::is_punctuation(c)) +
                        static_cast<int>(chars::is_space(c));
    const bool other = chars::classify(c) == char_class::other;
    const bool mark = chars::is_opening(c) || chars::is_closing(c) || chars::is_sentence_end(c);
    if (classes != (other ? 0 : 1) || (mark && !chars::is_punctuation(c)))
      FAIL(static_cast<std::uint32_t>(c));
  }
  SUCCEED();
}

TEST_CASE("classify names the class") {
  CHECK(chars::classify(U'县') == char_class::han);
  CHECK(chars::classify(U'〇') == char_class::han);
  CHECK(chars::classify(U'７') == char_class::digit);
  CHECK(chars::classify(U'ｋ') == char_class::latin);
  CHECK(chars::classify(U'％') == char_class::punctuation);
  CHECK(chars::classify(U'　') == char_class::space);
  CHECK(chars::classify(U'℃') == char_class::other);
  CHECK(chars::classify(U'の') == char_class::other);
  CHECK(chars::classify(0xFFFFFFFF) == char_class::other);
}

TEST_CASE("full-width and half-width characters fold to ordinary ones") {
  constexpr auto wide = U"！～ＡＺａｚ０９％．，：；（）［＼　￥￡￦｟｠"sv;
  constexpr auto ordinary = U"!~AZaz09%.,:;()[\\ ¥£₩⦅⦆"sv;
  REQUIRE(wide.size() == ordinary.size());
  for (std::size_t i = 0; i < wide.size(); ++i)
    CHECK(chars::fold_width(wide[i]) == ordinary[i]);
  constexpr auto narrow =
      U"｡｢｣､･ｦｧｯｰｱﾝﾞﾟﾠﾡﾾￂￇￊￏￒￗￚￜ￨￩￮"sv;
  constexpr auto full = U"。「」、・ヲァッーアン\u3099\u309A\u3164ㄱㅎㅏㅔㅕㅚㅛㅠㅡㅣ│←○"sv;
  REQUIRE(narrow.size() == full.size());
  for (std::size_t i = 0; i < narrow.size(); ++i)
    CHECK(chars::fold_width(narrow[i]) == full[i]);
}

TEST_CASE("folding leaves other characters alone and is done once for all") {
  CHECK(all(U"a中。、《》“”…—·あア\uFF00\uFFBF\uFFC0\uFFC8\uFFD0\uFFDD\uFFE7\uFFEF\uFFFD",
            [](char32_t c) { return chars::fold_width(c) == c; }));
  std::size_t folded = 0;
  for (char32_t c = 0; c <= last_code_point; ++c) {
    const char32_t once = chars::fold_width(c);
    folded += once == c ? 0 : 1;
    if (chars::fold_width(once) != once) FAIL(static_cast<std::uint32_t>(c));
  }
  // UnicodeData.txt: 104 characters decompose by <wide>, 122 by <narrow>.
  CHECK(folded == 226);
}

TEST_CASE("folding a text keeps everything else byte by byte") {
  CHECK(chars::fold_width(""sv).empty());
  CHECK(chars::fold_width("清源县，"sv) == "清源县,");
  CHECK(chars::fold_width("增长　１２．５％（同比）"sv) == "增长 12.5%(同比)");
  CHECK(chars::fold_width("ＫＭ\xE4\xB8\xFFＡ\xEF\xBC"sv) == "KM\xE4\xB8\xFF"
                                                             "A\xEF\xBC");
}

TEST_CASE("a folded text knows where each byte comes from") {
  const std::string source = "增长１２．５％，ａ中";
  const chars::folded_text folded(source);
  REQUIRE(folded.text() == "增长12.5%,a中");
  CHECK(folded.to_source(0) == 0);
  CHECK(folded.to_source(4) == 4);   // inside 长
  CHECK(folded.to_source(6) == 6);   // 1
  CHECK(folded.to_source(7) == 9);   // 2
  CHECK(folded.to_source(10) == 18); // %
  CHECK(folded.to_source(13) == 27); // 中
  CHECK(folded.to_source(16) == source.size());
  CHECK(folded.to_source(99) == source.size());
  CHECK(folded.to_source(hantext::span{6, 10}) == hantext::span{6, 18});
  CHECK(folded.to_source(hantext::span{0, 6}) == hantext::span{0, 6});
  CHECK(folded.to_source(hantext::span{10, 16}) == hantext::span{18, source.size()});
  CHECK(folded.to_source(hantext::span{8, 8}) == hantext::span{12, 12});
  CHECK(chars::folded_text("平"sv).to_source(2) == 2);
  CHECK(chars::folded_text().to_source(5) == 0);
}

TEST_CASE("each character of a folded text comes from the one that folds to it") {
  // ￦ and half-width Hangul fold to other lengths than ASCII does; ｟ keeps its length.
  const std::string source = "ａ￡中￦￠１２\xFFｶﾞ　b｟ﾡ\xE4";
  const chars::folded_text folded(source);
  CHECK(folded.text() == chars::fold_width(source));
  auto from = utf8::elements(source).begin();
  for (const utf8::element element : utf8::elements(folded.text())) {
    CHECK(chars::fold_width((*from).code_point) == element.code_point);
    CHECK(folded.to_source(element.offset) == from.offset());
    CHECK(folded.to_source(element.bytes()) == (*from).bytes());
    ++from;
  }
}

TEST_CASE("runs are maximal, of one class, and together the text") {
  using chars::run;
  std::vector<run> found;
  for (const run each : chars::runs("2021年３月，ＧＤＰ \xFF增"sv))
    found.push_back(each);
  const std::vector<run> expected = {
      {char_class::digit, {0, 4}},         {char_class::han, {4, 7}},
      {char_class::digit, {7, 10}},        {char_class::han, {10, 13}},
      {char_class::punctuation, {13, 16}}, {char_class::latin, {16, 25}},
      {char_class::space, {25, 26}},       {char_class::other, {26, 27}},
      {char_class::han, {27, 30}}};
  CHECK(found == expected);
  CHECK(chars::runs(""sv).empty());
  CHECK(chars::runs(""sv).begin() == chars::runs(""sv).end());
  CHECK((*chars::runs(u8"中文a"sv).begin()).bytes == hantext::span{0, 6});
  using view = decltype(chars::runs(""sv));
  static_assert(std::ranges::view<view> && std::ranges::borrowed_range<view>);
  static_assert(std::ranges::forward_range<view> && std::ranges::common_range<view>);
}

constexpr bool constant_classes() {
  std::size_t runs = 0;
  for (const chars::run each : chars::runs("三万5千"sv))
    runs += each.bytes.size();
  if (runs != 10) return false;
  return chars::is_han(U'镇') && chars::is_space(U'　') && chars::is_digit(U'３') &&
         chars::is_latin(U'Ｘ') && chars::is_punctuation(U'、') && chars::is_opening(U'“') &&
         chars::is_closing(U'”') && chars::closing_of(U'【') == U'】' &&
         chars::is_sentence_end(U'。') && chars::fold_width(U'％') == U'%' &&
         chars::digit_value(U'９') == 9 && chars::classify(U'万') == char_class::han;
}

TEST_CASE("classes work in constant evaluation as at run time") {
  static_assert(constant_classes());
  REQUIRE(constant_classes());
}

} // namespace
