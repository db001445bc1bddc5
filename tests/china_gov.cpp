#include <hantext/packs/china_gov.hpp>

#include "catch.hpp"

#include <hantext/packs/built_in.hpp>
#include <hantext/rules.hpp>

#include <string>
#include <string_view>

namespace rules = hantext::rules;

namespace {

const rules::program& pack() {
  static const rules::program compiled = [] {
    hantext::result<rules::program> made = rules::compile(hantext::packs::china_gov());
    if (!made) {
      const rules::position at = rules::locate(hantext::packs::china_gov(), made.error().offset);
      FAIL("line " << at.line << ", column " << at.column << ": "
                   << std::string(made.error().message()));
    }
    return std::move(*made);
  }();
  return compiled;
}

/// The texts of all records of one type, joined by "|".
std::string found(std::string_view type, std::string_view text) {
  const hantext::document page(text);
  std::string out;
  for (const rules::match& match : rules::engine(pack()).run(page)) {
    if (match.type != type) continue;
    if (!out.empty()) out += '|';
    out += match.where.in(page.text());
  }
  return out;
}

struct sample {
  const char* text;
  const char* found;
};

const sample times[] = {
    {"截至目前完成过半", "截至目前"},
    {"10月27日上午开工，11月底完工", "10月27日上午|11月底"},
    {"2023年5月6日至8日举行", "2023年5月6日至8日"},
    {"1-5月和1月至11月", "1-5月|1月至11月"},
    {"今年前11个月", "今年前11个月"},
    {"二〇二三年上半年", "二〇二三年上半年"},
    {"“十四五”期间建成", "“十四五”期间"},
    {"近三年来，过去五年", "近三年来|过去五年"},
    {"民國112年", "民國112年"},
    {"一季度末，2025年三季度末", "一季度末|2025年三季度末"},
    {"“十四五”前三年", "“十四五”前三年"},
    {"今年夏天，2025年春季学期", "今年夏天|2025年春季学期"},
    {"三个月内，今（114）年", "三个月内|今（114）年"},
    {"比上年增长，较去年下降", ""},
    {"学时6个月", ""},
    {"截至 2023 年底", "截至 2023 年底"},
};

const sample quantities[] = {
    {"近4.3万名干部，76%以上", "近4.3万名|76%以上"},
    {"不少于2个小时，至多30人", "不少于2个小时|至多30人"},
    {"3至5万元，三四十人，十余家", "3至5万元|三四十人|十余家"},
    {"1.2万千瓦时，25微克/立方米，3.5个百分点", "1.2万千瓦时|25微克/立方米|3.5个百分点"},
    {"第三批5名，前10名，十九届六中全会", "5名"},
    {"55岁，7时30分，24小时值守，2021年", ""},
    {"十五分钟便民圈，三大体系，一期工程，三次产业", ""},
    {"一名教师，一个村", ""},
    {"‘五个到位’、“一村一品”、《三项规定》", ""},
    {"1112万人口", "1112万人口"},
    {"40千卡，3万韩元，12兆伏安，5英亩", "40千卡|3万韩元|12兆伏安|5英亩"},
    {"千分之3.3，二十七．六五萬元，200.17/10万", "千分之3.3|二十七．六五萬元|200.17/10万"},
};

const sample actors[] = {
    {"清源县水利局检查河道", "清源县水利局"},
    {"今年，云溪镇修路", "云溪镇"},
    // Full names that hold the end of another name.
    {"成都市修路", "成都市"},
    {"今年，厦门市修路", "厦门市"},
    {"东城区修路", "东城区"},
    {"永和區修路", "永和區"},
    {"厦门市场修路", ""},
    {"今年，石村镇修路", "石村镇"},
    {"云溪苏木修路", "云溪苏木"},
    {"云溪苗族土家族乡修路", "云溪苗族土家族乡"},
    {"该县与市委、市政府共建", "该县与市委、市政府"},
    {"老旧小区和城市道路", ""},
    {"村民来到市场，县级医院", ""},
    {"由区教育局牵头", "区教育局"},
    {"全市120个村", "全市"},
};

} // namespace

TEST_CASE("the pack compiles and names its rules") { CHECK(pack().rule_names().size() > 40); }

TEST_CASE("the pack finds times and leaves comparisons alone") {
  for (const sample& row : times) {
    INFO(row.text);
    CHECK(found("time", row.text) == row.found);
  }
}

TEST_CASE("the pack finds quantities and leaves names, ranks, ages and dates alone") {
  for (const sample& row : quantities) {
    INFO(row.text);
    CHECK(found("quantity", row.text) == row.found);
  }
}

TEST_CASE("the pack finds actors by their endings and leaves common nouns alone") {
  for (const sample& row : actors) {
    INFO(row.text);
    CHECK(found("actor", row.text) == row.found);
  }
}

TEST_CASE("packs import what a quantity and a time are, without the rest") {
  const rules::source own{"own", R"(import quantity ; import time ;
    rule area.any emits area = "造林" q:@quantity where q.base = "m2"
      set value = q.value, unit = q.unit, when = nearest @time before ;)"};
  const rules::compilation made = rules::compile({&own, 1}, hantext::packs::built_in{});
  REQUIRE(made);
  const std::string text = "2031年3月，清源县造林30多亩，挖渠3公里。";
  std::string found;
  for (const rules::match& match : rules::engine(made.rules).run(text)) {
    if (match.type == "area" || match.type == "quantity" || match.type == "time")
      found.append(match.pack).append("/").append(match.where.in(text)).append(" ");
    if (match.type == "area") CHECK(match.find("when")->value == "2031年3月");
  }
  CHECK(found == "time/2031年3月 own/造林30多亩 quantity/30多亩 quantity/3公里 ");
}

TEST_CASE("the pack is the same whether it is imported or compiled at once") {
  const rules::source own{"own", "import china_gov ; import quantity ;"};
  const rules::compilation made = rules::compile({&own, 1}, hantext::packs::built_in{});
  REQUIRE(made);
  CHECK(made.rules.rule_names() == pack().rule_names());
}
