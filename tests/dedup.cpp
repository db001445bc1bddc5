#include <hantext/dedup.hpp>

#include "catch.hpp"
#include "dedup_texts.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

namespace dedup = hantext::dedup;
using hantext::span;

using namespace dedup_tests;

/// All groups by their definition, every pair compared. The texts are folded already.
std::vector<expected_group> brute_force(const std::vector<std::u32string>& texts,
                                        std::size_t least_equal_percent, std::size_t minimum) {
  const std::size_t count = texts.size();
  std::vector<std::size_t> set(count);
  for (std::size_t i = 0; i < count; ++i)
    set[i] = i;
  const auto takes_part = [&](std::size_t i) { return texts[i].size() >= minimum; };
  for (std::size_t i = 0; i < count; ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (!takes_part(i) || !takes_part(j)) continue;
      const std::size_t longer = std::max(texts[i].size(), texts[j].size());
      const std::size_t distance = slow_distance(texts[i], texts[j]);
      if (100 * (longer - distance) < least_equal_percent * longer) continue;
      const std::size_t from = set[i];
      const std::size_t to = set[j];
      for (std::size_t& s : set)
        if (s == from) s = to;
    }
  }
  std::vector<expected_group> groups = groups_of_sets(set, texts, minimum);
  const auto is_first = [&](std::size_t i) {
    return std::find(texts.begin(), texts.end(), texts[i]) - texts.begin() ==
           static_cast<std::ptrdiff_t>(i);
  };
  for (std::size_t inner = 0; inner < count; ++inner) {
    if (!takes_part(inner) || !is_first(inner)) continue;
    expected_group group{dedup::kind::contained, {inner}};
    for (std::size_t outer = 0; outer < count; ++outer) {
      if (!takes_part(outer) || !is_first(outer) || texts[outer] == texts[inner]) continue;
      if (texts[outer].find(texts[inner]) == std::u32string::npos) continue;
      if (set[outer] != set[inner]) group.items.push_back(outer);
    }
    std::sort(group.items.begin(), group.items.end());
    if (group.items.size() > 1) groups.push_back(group);
  }
  std::sort(groups.begin(), groups.end());
  return groups;
}

constexpr bool kinds_have_names() {
  return dedup::to_string(dedup::kind::exact) == "exact" &&
         dedup::to_string(dedup::kind::near_duplicate) == "near" &&
         dedup::to_string(dedup::kind::contained) == "contained" &&
         dedup::to_string(dedup::kind::repeat) == "repeat" &&
         dedup::to_string(dedup::kind::from_template) == "template";
}
static_assert(kinds_have_names());

constexpr bool cases_fold() {
  return dedup::fold_case(U'A') == U'a' && dedup::fold_case(U'É') == U'é' &&
         dedup::fold_case(U'×') == U'×' && dedup::fold_case(U'Ж') == U'ж' &&
         dedup::fold_case(U'Ё') == U'ё' && dedup::fold_case(U'Ω') == U'ω' &&
         dedup::fold_case(U'Ž') == U'ž' && dedup::fold_case(U'县') == U'县';
}
static_assert(cases_fold());

} // namespace

TEST_CASE("kinds have the names of the records", "[dedup]") { REQUIRE(kinds_have_names()); }

TEST_CASE("letters of three alphabets fold to lower case", "[dedup]") { REQUIRE(cases_fold()); }

TEST_CASE("folding leaves the characters that copies share", "[dedup]") {
  const struct {
    const char* text;
    const char* folded;
  } cases[] = {
      {"", ""},
      {"安平街道", "安平街道"},
      {"  安 平　街道\n", "安平街道"},
      {"“安平”街道,(第一)期。", "安平街道第一期"},
      {"ＷｉＦｉ５０％", "wifi50"},
      {"WIFI 50%", "wifi50"},
      {"……——！？", ""},
      {"\xFF", "\xEF\xBF\xBD"},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    REQUIRE(dedup::fold(c.text) == c.folded);
  }
}

TEST_CASE("similarity is the share of characters that need no edit", "[dedup]") {
  const struct {
    const char* a;
    const char* b;
    double similarity;
  } cases[] = {
      {"", "", 1},
      {"县", "", 0},
      {"安平街道办", "安平街道辦", 0.8},
      {"清源县，安平街道", "清源县安平街道。", 1},
      {"清源县", "云溪镇", 0},
      {"云溪镇水利站", "水利站", 0.5},
  };
  for (const auto& c : cases) {
    CAPTURE(c.a, c.b);
    REQUIRE(std::abs(dedup::similarity(c.a, c.b) - c.similarity) < 1e-12);
    REQUIRE(std::abs(dedup::similarity(c.b, c.a) - c.similarity) < 1e-12);
  }
}

TEST_CASE("paragraphs that differ in width, blanks and punctuation only are exact copies",
          "[dedup]") {
  const auto groups =
      find({"云溪镇今年修好了八座小桥，村民出行不再绕路。", "别的话题在这里另起一段文字",
            " 云溪镇今年修好了八座小桥,村民 出行不再绕路.\n"});
  REQUIRE(groups.size() == 1);
  REQUIRE(groups[0].kind == dedup::kind::exact);
  REQUIRE(groups[0].similarity == 1);
  REQUIRE(items(groups[0]) == std::vector<std::size_t>{0, 2});
  REQUIRE(groups[0].members[0].text == span{0, 66});
  REQUIRE(groups[0].members[1].text == span{1, 64}); // without the white space around it
  REQUIRE(groups[0].members[1].matched == groups[0].members[1].text);
}

TEST_CASE("the minimum length counts folded characters", "[dedup]") {
  REQUIRE(find({"（本报记者 林 晓）", "（本报记者 林 晓）"}).empty());
  REQUIRE(find({"一二三四五六七八九", "一二三四五六七八九"}).empty());
  REQUIRE(find({"一二三四五六七八九十", "一二三四五六七八九十"}).size() == 1);
  dedup::options shorter;
  shorter.minimum_length = 6;
  REQUIRE(find({"（本报记者 林 晓）", "（本报记者 林 晓）"}, shorter).size() == 1);
  shorter.minimum_length = 0;
  REQUIRE(find({"", "", "。", "！"}, shorter).empty());
}

TEST_CASE("edited copies are near up to a fifth of the characters", "[dedup]") {
  const std::string text = "甲乙丙丁戊己庚辛壬癸";
  const struct {
    const char* copy;
    bool near;
  } cases[] = {
      {"甲乙丙丁戊已庚辛壬癸", true},        {"甲乙丙丁戊已庚辛壬发", true},
      {"甲乙丙丁戊已庚辛王发", false},       {"甲乙丙丁戊己庚辛壬癸子丑", true},
      {"甲乙丙丁戊己庚辛壬癸子丑寅", false}, {"子丑甲乙丙丁戊己庚辛壬癸", true},
  };
  for (const auto& c : cases) {
    CAPTURE(c.copy);
    dedup::options near_only;
    near_only.contained = false;
    const auto groups = find({text, c.copy}, near_only);
    REQUIRE(groups.size() == (c.near ? 1 : 0));
    if (c.near) REQUIRE(groups[0].kind == dedup::kind::near_duplicate);
    if (c.near) REQUIRE(std::abs(groups[0].similarity - dedup::similarity(text, c.copy)) < 1e-12);
  }
}

TEST_CASE("exact copies of a near member are in its group and in no other", "[dedup]") {
  const auto groups = find({"清源县水利站昨日检修了三台水泵", "无关的一段文字讲的是别的事情",
                            "清源县水利站昨日检修了三台水泵。", "清源县水利站今日检修了三台水泵"});
  REQUIRE(groups.size() == 1);
  REQUIRE(groups[0].kind == dedup::kind::near_duplicate);
  REQUIRE(items(groups[0]) == std::vector<std::size_t>{0, 2, 3});
}

TEST_CASE("a threshold of one finds exact copies only", "[dedup]") {
  dedup::options strict;
  strict.threshold = 1;
  REQUIRE(find({"甲乙丙丁戊己庚辛壬癸", "甲乙丙丁戊已庚辛壬癸"}, strict).empty());
  REQUIRE(find({"甲乙丙丁戊己庚辛壬癸", "甲乙丙丁戊己庚辛壬癸"}, strict).size() == 1);
}

TEST_CASE("a paragraph inside another is reported with the place where it stands", "[dedup]") {
  const std::string inner = "让老街坊在家门口学到新手艺";
  const std::string outer =
      "安平街道开办夜校，“让老街坊，在家门口学到新手艺”，三个月里来了两百多人，课程越开越多。";
  const auto groups = find({outer, inner, outer});
  REQUIRE(groups.size() == 2);
  REQUIRE(groups[0].kind == dedup::kind::exact);
  REQUIRE(groups[1].kind == dedup::kind::contained);
  REQUIRE(items(groups[1]) == std::vector<std::size_t>{0, 1}); // of equal containers the first
  REQUIRE(groups[1].members[0].text == span{0, outer.size()});
  REQUIRE(groups[1].members[0].matched.in(outer) == "让老街坊，在家门口学到新手艺");
  REQUIRE(groups[1].members[1].matched.in(inner) == inner);
  dedup::options without;
  without.contained = false;
  REQUIRE(find({outer, inner}, without).empty());
}

TEST_CASE("options outside their range are taken as the nearer end", "[dedup]") {
  dedup::options wild;
  for (const double threshold : {-1.0, 0.0, 2.0}) {
    wild.threshold = threshold;
    REQUIRE(find({"甲乙丙丁戊己庚辛壬癸", "子丑寅卯辰巳午未申酉"}, wild).empty());
  }
}

TEST_CASE("ill-formed paragraphs are compared like any other", "[dedup]") {
  const std::string broken = "\xE4\xB8 一二三四五六七八九十 \xFF\xFF";
  const auto groups = find({broken, "\x80" + broken.substr(2)});
  REQUIRE(groups.size() == 1);
  REQUIRE(groups[0].members[0].text == span{0, broken.size()});
}

TEST_CASE("the edit distance agrees with the textbook", "[dedup]") {
  std::mt19937 random(1);
  dedup::detail::edit_distance distance;
  dedup::detail::allowance unlimited;
  for (int round = 0; round < 3000; ++round) {
    const unsigned letters = 1 + static_cast<unsigned>(random() % (round % 2 == 0 ? 3 : 50));
    const std::size_t length = random() % (round % 50 == 0 ? 600 : 150);
    const std::u32string a = random_text(random, length, letters);
    const std::u32string b =
        edited(random, a, random() % (1 + length / (1 + random() % 8)), letters);
    const std::size_t real = slow_distance(a, b);
    for (const std::size_t limit : {real, real + 1, real / 2, random() % (length + 2)}) {
      const std::size_t told = distance(a, b, limit, unlimited);
      if (real <= limit)
        REQUIRE(told == real);
      else
        REQUIRE(told > limit);
    }
  }
}

TEST_CASE("groups agree with brute force on generated sets", "[dedup]") {
  std::mt19937 random(2);
  for (int round = 0; round < 150; ++round) {
    const unsigned letters = round % 3 == 0 ? 2 : round % 3 == 1 ? 8 : 400;
    std::vector<std::u32string> texts;
    for (int i = 0; i < 40; ++i) {
      const std::size_t kind = texts.empty() ? 0 : random() % 4;
      if (kind == 0) {
        texts.push_back(random_text(random, random() % 60, letters));
        continue;
      }
      std::u32string text = texts[random() % texts.size()];
      if (kind == 1) text = edited(random, text, random() % (1 + text.size() / 3), letters);
      if (kind == 2 && text.size() > 12) text = text.substr(random() % 4, 12 + random() % 20);
      if (kind == 3) text = random_text(random, random() % 20, letters) + text;
      texts.push_back(text);
    }
    std::vector<std::string> bytes;
    for (const auto& text : texts)
      bytes.push_back(utf8(text));
    for (const unsigned percent : {80u, 90u}) {
      dedup::options wanted;
      wanted.threshold = percent / 100.0;
      wanted.contained_threshold = 1;
      REQUIRE(shape(find(bytes, wanted)) == brute_force(texts, percent, 10));
    }
  }
}

TEST_CASE("groups do not depend on the order of the input", "[dedup]") {
  std::mt19937 random(3);
  std::vector<std::string> texts;
  for (int i = 0; i < 60; ++i) {
    const std::u32string text = random_text(random, 20 + random() % 40, 500);
    for (int copy = 0; copy < 3; ++copy)
      texts.push_back(utf8(edited(random, text, random() % 8, 500)));
  }
  const auto expected = shape(find(texts));
  REQUIRE(expected.size() > 40);
  std::vector<std::size_t> order(texts.size());
  for (std::size_t i = 0; i < order.size(); ++i)
    order[i] = i;
  for (int round = 0; round < 5; ++round) {
    std::shuffle(order.begin(), order.end(), random);
    std::vector<std::string> shuffled;
    for (const std::size_t i : order)
      shuffled.push_back(texts[i]);
    auto groups = shape(find(shuffled));
    for (auto& group : groups) {
      for (std::size_t& item : group.items)
        item = order[item];
      std::sort(group.items.begin(), group.items.end());
    }
    std::sort(groups.begin(), groups.end());
    REQUIRE(groups == expected);
  }
}

TEST_CASE("a large set loses hardly a near pair and reports none that is not", "[dedup]") {
  std::mt19937 random(4);
  std::vector<std::string> texts;
  const std::size_t pairs = 3000; // more texts than are compared pair by pair
  for (std::size_t i = 0; i < pairs; ++i) {
    const std::u32string text = random_text(random, 30 + random() % 60, 3000);
    texts.push_back(utf8(text));
    texts.push_back(utf8(edited(random, text, random() % (text.size() / 5), 3000)));
  }
  dedup::options wanted;
  wanted.contained = false;
  dedup::statistics seen;
  const auto paragraphs = views(texts);
  const auto groups = dedup::find(paragraphs, wanted, &seen);
  REQUIRE(seen.complete);
  REQUIRE(seen.paragraphs == texts.size());
  REQUIRE(groups.size() >= pairs * 99 / 100);
  for (const auto& group : groups) {
    REQUIRE(group.members.size() == 2);
    REQUIRE(group.members[0].item / 2 == group.members[1].item / 2);
    REQUIRE(group.similarity >= 0.8 - 1e-9);
  }
}

TEST_CASE("many equal paragraphs are one group after no comparison", "[dedup]") {
  const std::vector<std::string> texts(100000, "安平街道的这一段话印了十万遍");
  dedup::statistics seen;
  const auto paragraphs = views(texts);
  const auto groups = dedup::find(paragraphs, {}, &seen);
  REQUIRE(groups.size() == 1);
  REQUIRE(groups[0].members.size() == texts.size());
  REQUIRE(seen.distinct == 1);
  REQUIRE(seen.compared == 0);
}

TEST_CASE("texts of the same characters in another order use up their work and end", "[dedup]") {
  std::mt19937 random(5);
  std::vector<std::string> texts;
  std::u32string letters = random_text(random, 3000, 2);
  for (int i = 0; i < 60; ++i) {
    std::shuffle(letters.begin(), letters.end(), random);
    texts.push_back(utf8(letters));
  }
  dedup::statistics seen;
  const auto paragraphs = views(texts);
  for (const auto& group : dedup::find(paragraphs, {}, &seen))
    REQUIRE(group.members.size() >= 2);
  REQUIRE(seen.compared > 0);
}

TEST_CASE("a stutter is found with its unit and its copies", "[dedup][repeats]") {
  const struct {
    const char* text;
    const char* unit; // empty: nothing is found
    std::size_t count;
  } cases[] = {
      {"延长产业链链链链链，做强县域经济。", "链", 5},
      {"产业链产业链产业链产业链", "产业链", 4},
      {"打造打造 打造打造\n打造云溪品牌", "打造", 5},
      {"云溪云溪云溪云", "", 0}, // three times and a half
      {"大家哈哈哈哈哈哈地笑", "", 0},
      {"咚咚咚咚，锣鼓响了", "", 0},
      {"滴答滴答滴答滴答", "", 0},
      {"街道清清楚楚、干干净净", "", 0},
      {"一年又一年，年年有余", "", 0},
      {"总额10000000元", "", 0},
      {"二〇〇〇〇〇年", "", 0},
      {"编号XXXXXXXX", "", 0},
      {"………………————", "", 0},
      {"好，好，好，好，好！", "", 0},
      {"水利水利水利水利站", "水利", 4},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text);
    const auto found = dedup::repeats(c.text);
    REQUIRE(found.size() == (*c.unit == '\0' ? 0 : 1));
    if (found.empty()) continue;
    REQUIRE(found[0].kind == dedup::repetition_kind::stutter);
    REQUIRE(found[0].unit.in(c.text) == c.unit);
    REQUIRE(found[0].count == c.count);
    REQUIRE(found[0].copies.empty());
  }
}

TEST_CASE("a stutter's text reaches from the first copy to the last", "[dedup][repeats]") {
  const std::string_view text = "延长产业链链 链链链，";
  const auto found = dedup::repeats(text);
  REQUIRE(found.size() == 1);
  REQUIRE(found[0].text.in(text) == "链链 链链链");
}

TEST_CASE("a sentence that is printed again is found with every copy", "[dedup][repeats]") {
  const std::string_view text = "“云溪镇的灌渠今年全部疏通了！”老人说。他很高兴。云溪镇的灌渠,"
                                "今年全部疏通了。他很高兴。天气也好。";
  const auto found = dedup::repeats(text);
  REQUIRE(found.size() == 1); // 他很高兴 is too short
  REQUIRE(found[0].kind == dedup::repetition_kind::sentence);
  REQUIRE(found[0].count == 2);
  REQUIRE(found[0].copies.size() == 2);
  REQUIRE(found[0].copies[0].in(text) == "“云溪镇的灌渠今年全部疏通了！”");
  REQUIRE(found[0].copies[1].in(text) == "云溪镇的灌渠,今年全部疏通了。");
  REQUIRE(dedup::repeats(text, 4).size() == 2);
}

TEST_CASE("a sentence printed again with a slip is found, one with another figure is not",
          "[dedup][repeats]") {
  const struct {
    const char* text;
    std::size_t copies; // 0: nothing is found
    double threshold;
  } cases[] = {
      {"云溪镇的灌渠今年全部疏通了。老人说。云溪镇的灌渠今年全部硫通了。", 2, 0.9},
      {"云溪镇的灌渠今年全部疏通了。老人说。云溪镇的灌渠今年全部硫通了。", 0, 1},
      {"云溪镇的灌渠今年全部疏通了。云溪镇的水渠去年全部疏通了。", 0, 0.9},
      {"初三清源县最高气温十八度有小雨。初四清源县最高气温十九度有小雨。", 0, 0.9},
      {"初三清源县最高气温十八度有小雨。初四清源县最高气温十九度有小雨。"
       "初三清源县最高气温十八度有小雨。",
       2, 0.9},
      {"云溪镇的灌渠今年全部疏通了。云溪镇的灌渠今年全部疏通。云溪镇灌渠今年全部疏通了。", 3, 0.9},
  };
  for (const auto& c : cases) {
    CAPTURE(c.text, c.threshold);
    const auto found = dedup::repeats(c.text, 10, c.threshold);
    REQUIRE(found.size() == (c.copies == 0 ? 0 : 1));
    if (found.empty()) continue;
    REQUIRE(found[0].copies.size() == c.copies);
    REQUIRE(found[0].count == c.copies);
    REQUIRE(found[0].similarity >= 0.8); // copies of copies
  }
}

TEST_CASE("repeats agree with brute force on generated texts", "[dedup][repeats]") {
  std::mt19937 random(6);
  for (int round = 0; round < 2000; ++round) {
    const std::u32string text = random_text(random, random() % 24, 2);
    bool expected = false;
    for (std::size_t begin = 0; begin < text.size(); ++begin)
      for (std::size_t unit = 1; begin + 4 * unit <= text.size(); ++unit) {
        const std::u32string first = text.substr(begin, unit);
        const bool numeral = first.find(U'丁') == std::u32string::npos; // the letters are 一 and 丁
        expected |= !numeral && text.substr(begin, 4 * unit) == first + first + first + first;
      }
    bool found = false;
    const std::string bytes = utf8(text);
    for (const auto& repetition : dedup::repeats(bytes)) {
      found |= repetition.kind == dedup::repetition_kind::stutter;
      if (repetition.kind != dedup::repetition_kind::stutter) continue;
      std::string whole;
      for (std::size_t i = 0; i < repetition.count; ++i)
        whole += repetition.unit.in(bytes);
      REQUIRE(repetition.text.in(bytes) == whole);
    }
    REQUIRE(found == expected);
  }
}

TEST_CASE("a difference is told in bytes of both paragraphs", "[dedup]") {
  const struct {
    const char* left;
    const char* right;
    std::vector<std::pair<const char*, const char*>> changes;
  } cases[] = {
      {"", "", {}},
      {"安平街道，办", "安平街道 办。", {}},
      {"安平街道办", "安平街道辦", {{"办", "辦"}}},
      {"安平街道办事处", "安平街道", {{"办事处", ""}}},
      {"", "云溪", {{"", "云溪"}}},
      {"书记", "副书记", {{"", "副"}}},
      {"清源县今年修渠12公里", "青源县今年修渠15公里多", {{"清", "青"}, {"2", "5"}, {"", "多"}}},
      {"甲乙丙丁", "子丑寅卯", {{"甲乙丙丁", "子丑寅卯"}}},
  };
  for (const auto& c : cases) {
    CAPTURE(c.left, c.right);
    const auto changes = dedup::difference(c.left, c.right);
    REQUIRE(changes.size() == c.changes.size());
    for (std::size_t i = 0; i < changes.size(); ++i) {
      REQUIRE(changes[i].left.in(c.left) == c.changes[i].first);
      REQUIRE(changes[i].right.in(c.right) == c.changes[i].second);
    }
  }
}

TEST_CASE("a difference leads from one text to the other with the fewest edits", "[dedup]") {
  std::mt19937 random(9);
  for (int round = 0; round < 500; ++round) {
    const unsigned letters = round % 2 == 0 ? 3 : 40;
    const std::u32string a = random_text(random, random() % 60, letters);
    const std::u32string b = edited(random, a, random() % 12, letters);
    const std::string left = utf8(a);
    const std::string right = utf8(b);
    std::string made;
    std::size_t at = 0;
    std::size_t edits = 0;
    for (const auto& change : dedup::difference(left, right)) {
      made += left.substr(at, change.left.begin - at);
      made += change.right.in(right);
      at = change.left.end;
      edits += std::max(change.left.size(), change.right.size()) / 3;
    }
    made += left.substr(at);
    REQUIRE(made == right);
    // Neighbouring steps of both sorts are one change, which may then look shorter.
    REQUIRE(edits <= slow_distance(a, b));
  }
}

TEST_CASE("texts too long to align differ from the first difference to the last", "[dedup]") {
  std::mt19937 random(10);
  const std::string head = "安平街道";
  const std::string left = head + utf8(random_text(random, 20000, 2)) + "云溪";
  const std::string right = head + utf8(random_text(random, 20000, 2000)) + "云溪";
  const auto changes = dedup::difference(left, right);
  REQUIRE(changes.size() == 1);
  REQUIRE(changes[0].left.begin >= head.size());
  REQUIRE(changes[0].left.end <= left.size() - 6);
}

TEST_CASE("the member to keep is chosen by its place, its length or its faults", "[dedup]") {
  const std::vector<std::string> texts = {
      "清 源 县 水 利 站 昨 日 检 修 了 三 台 水 泵 忙",
      "清源县水利站昨日检修了三台水泵",
      "清源县水利站昨日检修了三台水泵了",
  };
  const std::pair<dedup::canonical_choice, std::size_t> cases[] = {
      {dedup::canonical_choice::first, 0},
      {dedup::canonical_choice::longest, 0},
      {dedup::canonical_choice::cleanest, 2},
  };
  for (const auto& [choice, kept] : cases) {
    dedup::options wanted;
    wanted.choice = choice;
    wanted.contained = false;
    const auto groups = find(texts, wanted);
    REQUIRE(groups.size() == 1);
    REQUIRE(groups[0].canonical == kept);
  }
  // Of a paragraph inside another the other is kept.
  const auto groups =
      find({"让老街坊在家门口学到新手艺",
            "安平街道开办夜校，让老街坊在家门口学到新手艺，三个月里来了两百多人。"});
  REQUIRE(groups.size() == 1);
  REQUIRE(groups[0].canonical == 1);
}

TEST_CASE("a scope admits pairs of one document or of different ones", "[dedup]") {
  const std::vector<std::string> texts = {"云溪镇今年修好了八座小桥", "云溪镇今年修好了八座小桥",
                                          "云溪镇去年修好了八座小桥", "安平街道开办的夜校又开学了",
                                          "安平街道开办的夜校又开学了"};
  const auto paragraphs = views(texts);
  const std::vector<std::uint32_t> documents = {1, 2, 1, 7, 7};
  const auto in_scope = [&](dedup::scope scope) {
    dedup::options wanted;
    wanted.scope = scope;
    return shape(dedup::find(std::span<const std::string_view>(paragraphs),
                             std::span<const std::uint32_t>(documents), wanted));
  };
  using dedup::kind;
  REQUIRE(in_scope(dedup::scope::everywhere) ==
          std::vector<expected_group>{{kind::exact, {3, 4}}, {kind::near_duplicate, {0, 1, 2}}});
  REQUIRE(in_scope(dedup::scope::within_document) ==
          std::vector<expected_group>{{kind::exact, {3, 4}}, {kind::near_duplicate, {0, 2}}});
  REQUIRE(in_scope(dedup::scope::across_documents) ==
          std::vector<expected_group>{{kind::near_duplicate, {0, 1, 2}}});
}

TEST_CASE("many notices of one skeleton are a template and no pile of pairs", "[dedup]") {
  std::vector<std::string> texts;
  for (int i = 0; i < 150; ++i)
    texts.push_back("清源县气象台" + std::to_string(1 + i % 12) + "月" +
                    std::to_string(1 + i / 12) + "日发布大风蓝色预警信号");
  dedup::statistics seen;
  const auto paragraphs = views(texts);
  auto groups = dedup::find(paragraphs, {}, &seen);
  REQUIRE(groups.size() == 1);
  REQUIRE(groups[0].kind == dedup::kind::from_template);
  REQUIRE(groups[0].members.size() == texts.size());
  REQUIRE(seen.compared < texts.size());
  // Names are slots as well, if what they leave is near.
  texts.clear();
  for (int i = 0; i < 150; ++i)
    texts.push_back("本周消防安全培训将在" + utf8({static_cast<char32_t>(0x5000 + 7 * i)}) +
                    "村文化广场举行请村民按时参加");
  groups = find(texts);
  REQUIRE(groups.size() == 1);
  REQUIRE(groups[0].kind == dedup::kind::from_template);
  // A few of them are copies with a slip of the pen, for all that is known.
  texts.resize(20);
  REQUIRE(find(texts)[0].kind == dedup::kind::near_duplicate);
  dedup::options without;
  without.template_size = 0;
  texts.clear();
  for (int i = 0; i < 150; ++i)
    texts.push_back("清源县第" + std::to_string(i) + "号公告请村民按时参加");
  REQUIRE(find(texts, without)[0].kind == dedup::kind::near_duplicate);
}

TEST_CASE("a caller's tokeniser says what is compared", "[dedup]") {
  // Words end at blanks.
  const auto words = [](std::string_view text, auto&& token) {
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find(' ', begin), text.size());
      if (end > begin) token(span{begin, end});
      begin = end + 1;
    }
  };
  const std::vector<std::string_view> paragraphs = {
      "the ferry to Yunxi leaves at seven every morning but Sunday",
      "The ferry to Yunxi leaves at eight every morning, but Sunday",
      "ferry to Yunxi leaves",
      "a different notice of the harbour office about the tides",
  };
  dedup::options wanted;
  wanted.minimum_length = 4;
  const auto groups = dedup::find(std::span<const std::string_view>(paragraphs),
                                  std::span<const std::uint32_t>(), wanted, nullptr, words);
  REQUIRE(groups.size() == 2);
  REQUIRE(groups[0].kind == dedup::kind::near_duplicate);
  REQUIRE(items(groups[0]) == std::vector<std::size_t>{0, 1});
  REQUIRE(std::abs(groups[0].similarity - 10.0 / 11) < 1e-12); // one word of eleven
  REQUIRE(groups[1].kind == dedup::kind::contained);
  REQUIRE(groups[1].members[0].matched.in(paragraphs[0]) == "ferry to Yunxi leaves");
}

TEST_CASE("loops of paragraphs are found with their rounds", "[dedup][repeats]") {
  const std::string a = "清源县水利站昨日检修了三台水泵";
  const std::string b = "安平街道开办夜校两百多人报名";
  const std::string b2 = "安平街道开办夜校两百名人报名";
  const std::string c = "云溪镇今年修好了八座小桥";
  using loops = std::vector<dedup::loop>;
  const struct {
    std::vector<std::string> texts;
    loops expected;
  } cases[] = {
      {{}, {}},
      {{a}, {}},
      {{a, b, c}, {}},
      {{a, b, a}, {}},
      {{a, a}, {{0, 1, 2}}},
      {{c, a, b, a, b2, a, b, c}, {{1, 2, 3}}}, // rounds that differ slightly
      {{a, b, a, b2, a}, {{0, 2, 2}}},
      {{a, a, a, b, c, b2, c}, {{0, 1, 3}, {3, 2, 2}}},
      {{"一", "一", "一"}, {}},
      {{a, "一", a, "一"}, {{0, 2, 2}}},
  };
  for (const auto& each : cases)
    REQUIRE(dedup::loops(views(each.texts)) == each.expected);
}
