#include <hantext/numeral/money.hpp>

#include <hantext/numeral/format.hpp>

#include "catch.hpp"

#include <cstddef>
#include <iterator>
#include <random>
#include <string>
#include <string_view>

namespace {

using hantext::decimal;
using hantext::error_kind;
using hantext::parse_decimal;
using hantext::rounding;
namespace numeral = hantext::numeral;

constexpr decimal number(std::string_view text) {
  const auto read = parse_decimal(text);
  return read ? *read : decimal(-987654321);
}

static_assert(*numeral::parse_money("壹拾万柒仟元伍角叁分") == number("107000.53"));

} // namespace

TEST_CASE("sums of money are read in the forms that people write") {
  struct sum {
    std::string_view text;
    std::string_view value;
  };
  constexpr sum sums[] = {
      {"壹佰元整", "100"},
      {"壹佰圆正", "100"},
      {"人民币壹佰元整", "100"},
      {"人民幣壹佰圓整", "100"},
      {"三元五角", "3.5"},
      {"三元五角整", "3.5"},
      {"1.5万元", "15000"},
      {"12,345元", "12345"},
      {"两百元", "200"},
      {"伍分", "0.05"},
      {"壹元零伍分", "1.05"},
      {"3元5角", "3.5"},
      {"壹仟陆佰捌拾元零叁角贰分", "1680.32"},
      {"壹拾万柒仟元零伍角叁分", "107000.53"},
      {"10万7千元零5角", "107000.5"},
      {"负叁元贰角", "-3.2"},
      {"人民币负叁元贰角", "-3.2"},
      {"一百零五元", "105"},
      {"一百五十元", "150"},
      {"壹元伍分", "1.05"},
      {"三块五", "3.5"},
      {"三块五毛", "3.5"},
      {"三角五", "0.35"},
      {"五十分", "0.5"},
      {"零元伍角", "0.5"},
      {"1.25元", "1.25"},
      {"¥1,234.5", "1234.5"},
      {"￥３０", "30"},
      {"10亿零817万元", "1008170000"},
      {"两万亿元", "2000000000000"},
  };
  for (const sum& each : sums) {
    INFO(each.text);
    const auto read = numeral::parse_money(each.text);
    REQUIRE(read);
    CHECK(*read == number(each.value));
  }
  struct refusal {
    std::string_view text;
    error_kind kind;
    std::size_t offset;
  };
  constexpr refusal refusals[] = {
      {"", error_kind::empty_input, 0},
      {"三百", error_kind::not_a_number, 0},
      {"人民币三百", error_kind::not_a_number, 9},
      {"人民币", error_kind::missing_digits, 9},
      {"元", error_kind::missing_digits, 0},
      {"三百百元", error_kind::repeated_multiplier, 6},
      {"三四元", error_kind::not_a_number, 0},
      {"三元五角多", error_kind::trailing_text, 12},
      {"五分三角", error_kind::multiplier_out_of_order, 9},
      {"三百五元", error_kind::ambiguous, 9},
      {"3万5元", error_kind::ambiguous, 5},
      {"三元三元", error_kind::multiplier_out_of_order, 9},
      {"伍分整", error_kind::trailing_text, 6}, // 整 never stands behind 分
      {"三元五角二分整", error_kind::trailing_text, 18},
      {"1.5元3角", error_kind::trailing_text, 6},
      {"叁元零", error_kind::trailing_text, 6},
      {"五十美元", error_kind::trailing_text, 6},
      {"几百元", error_kind::not_a_number, 0},
      {"百分之五元", error_kind::trailing_text, 6},
      {"两年半元", error_kind::not_a_number, 0},
      // finer than 分
      {"1.234元", error_kind::inexact, 0},
      {"三分五厘", error_kind::inexact, 0},
      {"0.5分", error_kind::not_a_number, 0},
  };
  for (const refusal& each : refusals) {
    INFO(each.text);
    const auto read = numeral::parse_money(each.text);
    REQUIRE_FALSE(read);
    CHECK(static_cast<int>(read.error().kind) == static_cast<int>(each.kind));
    CHECK(read.error().offset == each.offset);
  }
}

TEST_CASE("any text is read as money or refused within its bytes") {
  constexpr std::string_view pieces[] = {
      "一", "五", "壹", "两", "十",     "百", "万", "零", "元", "圆", "角",       "分",
      "整", "正", "负", "-",  "人民币", "3",  "20", ".",  ",",  "多", "\xE5\x85", "\xFF"};
  std::mt19937 random(41);
  std::string text;
  for (int round = 0; round < 20000; ++round) {
    text.clear();
    for (std::size_t left = random() % 9; left > 0; --left)
      text += pieces[random() % std::size(pieces)];
    const auto read = numeral::parse_money(text);
    if (read) {
      const auto written = numeral::format(*read, numeral::style::money);
      if (!written || *numeral::parse_money(*written) != *read) FAIL(text);
    } else if (read.error().offset + read.error().length > text.size()) {
      FAIL(text);
    }
  }
}

TEST_CASE("a fraction of 分 is rounded where the caller says how") {
  const auto rounded = [](std::string_view text, rounding how) {
    return numeral::parse_money(text, {}, how).value_or(decimal(-1));
  };
  CHECK(rounded("1.235元", rounding::half_up) == number("1.24"));
  CHECK(rounded("1.235元", rounding::down) == number("1.23"));
  CHECK(rounded("三分五厘", rounding::half_up) == number("0.04"));
  CHECK(rounded("三分五厘", rounding::half_even) == number("0.04"));
  CHECK(rounded("三分四厘", rounding::half_up) == number("0.03"));
}

TEST_CASE("strict takes sums as they are written on a cheque") {
  numeral::parse_options strict;
  strict.mode = numeral::mode::strict;
  for (const std::string_view text :
       {"壹佰元整", "叁元伍角", "叁元伍角整", "壹元零伍分", "壹拾万柒仟元零伍角叁分",
        "壹拾万柒仟元伍角叁分", "伍分", "人民币壹拾元整"}) {
    INFO(text);
    CHECK(numeral::parse_money(text, strict));
  }
  struct row {
    std::string_view text;
    std::size_t offset;
  };
  constexpr row departures[] = {
      {"壹佰元", 9},     // 整 is missing
      {"壹元伍分", 6},   // so is 零
      {"叁元零伍角", 6}, // there is no gap
      {"拾元整", 0},     // 壹拾
      {"三块五", 6},     // 角 is missing
      {"1.5万元", 9},    // 整 again
  };
  for (const row& each : departures) {
    INFO(each.text);
    const auto read = numeral::parse_money(each.text, strict);
    REQUIRE_FALSE(read);
    CHECK(read.error().kind == error_kind::not_normal);
    CHECK(read.error().offset == each.offset);
  }
}
