#include <hantext/numeral/format.hpp>
#include <hantext/numeral/money.hpp>
#include <hantext/numeral/parse.hpp>

#include "catch.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <random>
#include <span>
#include <string>
#include <string_view>

namespace {

using hantext::decimal;
using hantext::error_kind;
using hantext::parse_decimal;
using hantext::rounding;
namespace numeral = hantext::numeral;
using numeral::format_options;
using numeral::ratio;
using numeral::script;
using numeral::style;
using numeral::zero_sign;

constexpr decimal number(std::string_view text) {
  const auto read = parse_decimal(text);
  return read ? *read : decimal(-987654321);
}

constexpr style every_style[] = {style::arabic, style::lower,   style::upper,  style::digits,
                                 style::money,  style::ordinal, style::compact};

// Options by the one that differs from the default.
constexpr format_options with(script value) { return {.script = value}; }
constexpr format_options with(zero_sign value) { return {.zero = value}; }
constexpr format_options rounded(int places, rounding how) {
  return {.places = places, .rounding = how};
}
constexpr format_options two_as_liang{.liang = true};
constexpr format_options renminbi{.renminbi = true};
constexpr format_options zheng{.zheng_after_jiao = true};
constexpr format_options traditional_renminbi{.script = script::traditional, .renminbi = true};
constexpr format_options traditional_liang{.script = script::traditional, .liang = true};

struct row {
  std::string_view value;
  style how;
  std::string_view text; // empty: not writable
  format_options options = {};
};

constexpr row rows[] = {
    // lower
    {"0", style::lower, "零"},
    {"7", style::lower, "七"},
    {"10", style::lower, "十"},
    {"15", style::lower, "十五"},
    {"20", style::lower, "二十"},
    {"105", style::lower, "一百零五"},
    {"110", style::lower, "一百一十"},
    {"112", style::lower, "一百一十二"},
    {"1010", style::lower, "一千零一十"},
    {"1005", style::lower, "一千零五"},
    {"10010", style::lower, "一万零一十"},
    {"10500", style::lower, "一万零五百"},
    {"35000", style::lower, "三万五千"},
    {"100000", style::lower, "十万"},
    {"101000", style::lower, "十万一千"},
    {"100500", style::lower, "十万零五百"},
    {"110000", style::lower, "十一万"},
    {"1100000", style::lower, "一百一十万"},
    {"1234567", style::lower, "一百二十三万四千五百六十七"},
    {"10005000", style::lower, "一千万五千"},
    {"100100000", style::lower, "一亿零一十万"},
    {"100001000", style::lower, "一亿零一千"},
    {"1000000001", style::lower, "十亿零一"},
    {"3000000000000", style::lower, "三万亿"},
    {"1000010000000000", style::lower, "一千万零一百亿"},
    {"10000000000000000", style::lower, "一亿亿"},
    {"100000000000000000000", style::lower, "一万亿亿"},
    {"10000000000000001", style::lower, "一亿亿零一"},
    {"-3.05", style::lower, "负三点零五"},
    {"0.5", style::lower, "零点五"},
    {"10.10", style::lower, "十点一"},
    {"1000000000000000000000000000000000000000", style::lower, ""},
    {"35000", style::lower, "三萬五千", with(script::traditional)},
    {"-200000000.2", style::lower, "負二億點二", with(script::traditional)},
    {"1005", style::lower, "一千〇五", with(zero_sign::circle)},
    {"0", style::lower, "〇", with(zero_sign::circle)},
    {"2.345", style::lower, "二点三五", rounded(2, rounding::half_up)},
    {"2.345", style::lower, "二点三四", rounded(2, rounding::half_even)},
    {"12345", style::lower, "一万二千", rounded(-3, rounding::down)},
    {"2.345", style::lower, "", rounded(2, rounding::exact)},
    {"-0.4", style::lower, "零", rounded(0, rounding::half_up)},
    // 两
    {"2", style::lower, "两", two_as_liang},
    {"-2", style::lower, "负两", two_as_liang},
    {"2.2", style::lower, "二点二", two_as_liang},
    {"12", style::lower, "十二", two_as_liang},
    {"20", style::lower, "二十", two_as_liang},
    {"22222", style::lower, "两万两千两百二十二", two_as_liang},
    {"120000", style::lower, "十二万", two_as_liang},
    {"200020002", style::lower, "两亿零两万零二", two_as_liang},
    {"202", style::lower, "兩百零二", traditional_liang},
    {"2000", style::upper, "贰仟", two_as_liang},
    // upper
    {"0", style::upper, "零"},
    {"10", style::upper, "壹拾"},
    {"35000", style::upper, "叁万伍仟"},
    {"1234567890", style::upper, "壹拾贰亿叁仟肆佰伍拾陆万柒仟捌佰玖拾"},
    {"1005", style::upper, "壹仟零伍", with(zero_sign::circle)},
    {"12346", style::upper, "壹萬貳仟參佰肆拾陸", with(script::traditional)},
    {"3.14", style::upper, "叁点壹肆"},
    // digits
    {"2021", style::digits, "二〇二一"},
    {"2021", style::digits, "二零二一", with(zero_sign::ling)},
    {"0", style::digits, "〇"},
    {"-1", style::digits, ""},
    {"1.5", style::digits, ""},
    {"1.5", style::digits, "二", rounded(9, rounding::half_up)},
    // arabic
    {"35000", style::arabic, "35000"},
    {"-0.125", style::arabic, "-0.13", rounded(2, rounding::half_up)},
    {"1000000000000000000000000000000000000000", style::arabic,
     "1000000000000000000000000000000000000000"},
    // money
    {"0", style::money, "零元整"},
    {"100", style::money, "壹佰元整"},
    {"10", style::money, "壹拾元整"},
    {"0.5", style::money, "伍角"},
    {"0.5", style::money, "伍角整", zheng},
    {"0.05", style::money, "伍分"},
    {"0.55", style::money, "伍角伍分", zheng},
    {"10.05", style::money, "壹拾元零伍分"},
    {"10.5", style::money, "壹拾元伍角"},
    {"10.5", style::money, "壹拾元伍角整", zheng},
    {"6007.14", style::money, "陆仟零柒元壹角肆分"},
    {"107000.53", style::money, "壹拾万柒仟元伍角叁分"},
    {"325.04", style::money, "叁佰贰拾伍元零肆分"},
    {"-3.2", style::money, "负叁元贰角"},
    {"3.2", style::money, "人民币叁元贰角", renminbi},
    {"-3.2", style::money, "人民币负叁元贰角", renminbi},
    {"26000", style::money, "人民幣貳萬陸仟元整", traditional_renminbi},
    {"0.005", style::money, ""},
    {"0.005", style::money, "壹分", rounded(2, rounding::half_up)},
    {"0.004", style::money, "零元整", rounded(5, rounding::half_up)},
    {"19.996", style::money, "贰拾元整", rounded(2, rounding::half_up)},
    {"19.96", style::money, "壹拾玖元玖角", rounded(1, rounding::down)},
    {"19.96", style::money, "", rounded(1, rounding::exact)},
    {"100000000000000000000000000000000000000", style::money, ""},
    // ordinal
    {"3", style::ordinal, "第三"},
    {"2", style::ordinal, "第二", two_as_liang},
    {"20", style::ordinal, "第二十"},
    {"105", style::ordinal, "第一百零五"},
    {"0", style::ordinal, "第零"},
    {"-1", style::ordinal, ""},
    {"1.5", style::ordinal, ""},
    // compact
    {"0", style::compact, "0"},
    {"9999", style::compact, "9999"},
    {"0.25", style::compact, "0.25"},
    {"10000", style::compact, "1万"},
    {"43000", style::compact, "4.3万"},
    {"-43000", style::compact, "-4.3万"},
    {"541000000", style::compact, "5.41亿"},
    {"99999999", style::compact, "9999.9999万"},
    {"1200000000000", style::compact, "1.2万亿"},
    {"12345.678", style::compact, "1.2345678万"},
    {"541000000", style::compact, "5.41億", with(script::traditional)},
    {"10000000000000000", style::compact, "10000万亿"},
    {"1234567", style::compact, "123.46万", rounded(2, rounding::half_up)},
    {"1234567", style::compact, "123.45万", rounded(2, rounding::down)},
    {"1234567", style::compact, "", rounded(2, rounding::exact)},
    {"9999.6", style::compact, "1万", rounded(0, rounding::half_up)},
    {"99999999", style::compact, "1亿", rounded(2, rounding::half_up)},
    {"-999999999999", style::compact, "-1万亿", rounded(1, rounding::half_up)},
    {"99999999", style::compact, "9999.99万", rounded(2, rounding::down)},
    {"100000000000000000000000000000000000000", style::compact, ""},
    {"160000000", style::compact, "0", rounded(-1, rounding::down)},
};

/// What `format_to` writes, in enough room.
struct bytes {
  std::array<char, numeral::max_format_size> room{};
  std::size_t size = 0;
  constexpr std::string_view text() const { return {room.data(), size}; }
};

constexpr bool writes(const row& each) {
  bytes out;
  const auto size = numeral::format_to(out.room, number(each.value), each.how, each.options);
  out.size = size.value_or(0);
  return out.text() == each.text && (size || size.error().kind == error_kind::not_writable);
}
template <std::size_t From, std::size_t To> constexpr bool all_write() {
  for (std::size_t each = From; each < To; ++each) {
    if (!writes(rows[each])) return false;
  }
  return true;
}
constexpr std::size_t third = std::size(rows) / 3;
static_assert(all_write<0, third>());
static_assert(all_write<third, 2 * third>());
static_assert(all_write<2 * third, std::size(rows)>());

/// The number that a text written in a style says, by the reader for that style. `normal` texts
/// are what strict mode takes.
hantext::result<decimal> read_back(std::string_view text, style how, bool normal) {
  numeral::parse_options options;
  options.prefer_digit_strings = how == style::digits;
  if (normal) options.mode = numeral::mode::strict;
  if (how == style::money) return numeral::parse_money(text, options);
  const auto read = numeral::parse(text, options);
  if (!read) return read.error();
  if (read->is_range || read->limit != numeral::bound::exact || read->ratio != ratio::none ||
      read->ordinal != (how == style::ordinal))
    return hantext::error{error_kind::not_a_number, 0, 0};
  return read->value;
}

/// Whether a choice leaves the normal form: 〇 in quantities, 零 in digits, 两 by itself.
bool departs(const format_options& options) {
  return options.zero != zero_sign::by_style || options.liang;
}

/// Writes and reads back; FAILs where another number comes out. Returns whether it was writable.
bool round_trip(const decimal& value, style how, const format_options& options = {},
                bool strict_too = true) {
  const auto text = numeral::format(value, how, options);
  if (!text) {
    if (text.error().kind != error_kind::not_writable) FAIL(to_string(value));
    return false;
  }
  for (const bool strict : {false, true}) {
    if (strict && (!strict_too || departs(options) || *text == "〇")) continue;
    const auto read = read_back(*text, how, strict);
    if (!read || *read != value)
      FAIL(to_string(value) << " is written " << *text << " and read "
                            << (read ? to_string(*read) : std::string(read.error().message())));
  }
  return true;
}

/// The options that leave the number alone, by the bits of `choice`.
format_options spelling(std::uint64_t choice) {
  format_options options;
  if ((choice & 1U) != 0) options.script = script::traditional;
  if ((choice & 2U) != 0) options.liang = true;
  if ((choice & 4U) != 0) options.renminbi = true;
  if ((choice & 8U) != 0) options.zheng_after_jiao = true;
  options.zero = static_cast<zero_sign>((choice >> 4) % 3);
  return options;
}

// All of it takes seconds, many more under sanitizers.
#ifdef HANTEXT_TEST_EXHAUSTIVE
constexpr int all_up_to = 1'000'000;
constexpr int random_rounds = 1'000'000;
#else
constexpr int all_up_to = 20'000;
constexpr int random_rounds = 20'000;
#endif

} // namespace

TEST_CASE("numbers are written by the rules of each style") {
  for (const row& each : rows) {
    INFO(each.value << " " << each.text);
    CHECK(writes(each));
    const auto text = numeral::format(number(each.value), each.how, each.options);
    CHECK(text.value_or("") == each.text);
    if (text && each.options.rounding == rounding::exact)
      CHECK(round_trip(number(each.value), each.how, each.options));
  }
}

TEST_CASE("bytes of one's own take exactly what is written, or it is an error") {
  const std::string_view expected = "三万五千";
  std::array<char, 12> exact{};
  CHECK(*numeral::format_to(exact, decimal(35000), style::lower) == 12);
  CHECK(std::string_view(exact.data(), exact.size()) == expected);
  const auto refused = numeral::format_to(std::span(exact).first(11), decimal(35000), style::lower);
  CHECK(refused.error().kind == error_kind::overflow);
  CHECK(numeral::format_to({}, decimal(-1), style::digits).error().kind ==
        error_kind::not_writable);
}

TEST_CASE("every whole number up to a limit reads back as it was written") {
  for (int value = 0; value <= all_up_to; ++value) {
    for (const style how : {style::lower, style::upper, style::money}) {
      if (!round_trip(value, how, {}, value < 10'000)) FAIL(value);
    }
    if (value % 16 != 0) continue;
    for (const style how : every_style) {
      const auto choice = static_cast<std::uint64_t>(value / 16);
      if (!round_trip(value, how, spelling(choice))) FAIL(value);
    }
  }
  SUCCEED();
}

TEST_CASE("random numbers of up to 36 digits and 12 places read back as they were written") {
  std::mt19937_64 random(19);
  std::string text;
  for (int round = 0; round < random_rounds; ++round) {
    text.assign(random() % 4 == 0 ? 1 : 0, '-');
    const std::size_t places = random() % 3 == 0 ? 1 + random() % 12 : 0;
    const std::size_t digits = 1 + random() % (places == 0 ? 36 : 25);
    const std::uint64_t zeros = 1 + random() % 4; // runs of zeros in some numbers
    for (std::size_t each = 0; each < digits + places; ++each) {
      if (each == digits) text += '.';
      text += static_cast<char>('0' + (random() % zeros == 0 ? random() % 10 : 0));
    }
    const decimal value = number(text);
    const bool counts = !value.is_negative() && value.is_integer();
    const format_options options = spelling(random());
    const bool strict = round % 16 == 0;
    for (const style how : {style::lower, style::upper}) {
      if (!round_trip(value, how, options, strict)) FAIL(text);
    }
    if (round % 4 == 0 && !round_trip(value, style::compact, options, strict)) FAIL(text);
    const bool fits_fen = value.exponent() >= -2;
    if (round_trip(value, style::money, options, strict) != fits_fen) FAIL(text);
    const style counting = round % 2 == 0 ? style::digits : style::ordinal;
    if (round % 4 < 2 && round_trip(value, counting, options, strict) != counts) FAIL(text);
  }
  SUCCEED();
}

TEST_CASE("any decimal in any style is refused or reads back as it was rounded") {
  std::mt19937_64 random(37);
  constexpr rounding every_rounding[] = {rounding::exact,  rounding::half_even, rounding::half_up,
                                         rounding::down,   rounding::up,        rounding::floor,
                                         rounding::ceiling};
  for (int round = 0; round < random_rounds / 10; ++round) {
    const auto span = static_cast<int>(random() % 250);
    const auto drawn = decimal::from_parts(
        random() % 2 == 0, random() % 2 == 0 ? random() >> (random() % 64) : 0,
        random() >> (random() % 64), static_cast<int>(random() % 300) % (span + 1) - span / 2);
    if (!drawn) continue;
    const style how = every_style[random() % std::size(every_style)];
    format_options options = spelling(random());
    options.places = static_cast<int>(random() % 12) - 3;
    options.rounding = every_rounding[random() % std::size(every_rounding)];
    const auto text = numeral::format(*drawn, how, options);
    if (!text) {
      REQUIRE(text.error().kind == error_kind::not_writable);
      continue;
    }
    REQUIRE(text->size() <= numeral::max_format_size);
    const auto read = read_back(*text, how, false);
    INFO(to_string(*drawn) << " is written " << *text);
    REQUIRE(read);
    const int most = how == style::money                             ? 2
                     : how == style::digits || how == style::ordinal ? 0
                                                                     : numeral::all_places;
    int places = std::min(options.places, most);
    if (how == style::compact) { // the places are those before 万 and 亿
      const decimal size = drawn->is_negative() ? -*drawn : *drawn;
      for (int power = 4; power <= 12 && !(size < *shift10(decimal(1), power)); power += 4)
        places = options.places - power;
    }
    REQUIRE(*read == *round_to(*drawn, places, options.rounding));
  }
}

TEST_CASE("the longest numbers fit into the room that is promised") {
  const decimal longest[] = {
      -*decimal::from_parts(false, ~std::uint64_t{0}, ~std::uint64_t{0}, 0),
      -*decimal::from_parts(false, ~std::uint64_t{0}, ~std::uint64_t{0}, 250),
      -*decimal::from_parts(false, ~std::uint64_t{0}, ~std::uint64_t{0}, -250),
      -*decimal::from_parts(false, ~std::uint64_t{0}, ~std::uint64_t{0}, -1),
      -number("22222222222222222222222222222222222222"),
      -number("20202020202020202020202020202020202020"),
  };
  for (const decimal& each : longest) {
    for (const style how : every_style) {
      for (const std::int64_t denominator : {std::int64_t{1}, INT64_MAX}) {
        const auto text = numeral::format_ratio(each, ratio::fraction, denominator, how);
        if (text) CHECK(text->size() < numeral::max_format_size);
      }
      (void)numeral::format(each, how, spelling(12));
    }
  }
  // -250 places and a plain 0 are 251 characters and two for the sign and 点.
  CHECK(numeral::format(longest[2], style::lower)->size() == 253 * 3);
}

TEST_CASE("shares are written as they are said, and read back") {
  struct share {
    std::string_view value;
    ratio of;
    std::int64_t denominator;
    style how;
    std::string_view text;
  };
  constexpr share shares[] = {
      {"30", ratio::percent, 1, style::lower, "百分之三十"},
      {"30.3", ratio::percent, 1, style::lower, "百分之三十点三"},
      {"-5", ratio::percent, 1, style::lower, "负百分之五"},
      {"30", ratio::percent, 1, style::arabic, "百分之30"},
      {"30", ratio::percent, 1, style::upper, "百分之叁拾"},
      {"2", ratio::percent, 1, style::lower, "百分之二"},
      {"5", ratio::per_mille, 1, style::lower, "千分之五"},
      {"1", ratio::per_ten_thousand, 1, style::lower, "万分之一"},
      {"2", ratio::fraction, 3, style::lower, "三分之二"},
      {"-2", ratio::fraction, 3, style::lower, "负三分之二"},
      {"1", ratio::fraction, 10, style::lower, "十分之一"},
      {"17", ratio::fraction, 10000, style::lower, "一万分之十七"},
  };
  for (const share& each : shares) {
    INFO(each.text);
    const auto text = numeral::format_ratio(number(each.value), each.of, each.denominator, each.how,
                                            two_as_liang);
    REQUIRE(text);
    CHECK(*text == each.text);
    const auto read = numeral::parse(*text);
    REQUIRE(read);
    CHECK(read->value == number(each.value));
    CHECK(read->ratio == each.of);
    CHECK(read->denominator == each.denominator);
  }
  CHECK(*numeral::format_ratio(decimal(3), ratio::none, 1, style::digits) == "三");
  CHECK(*numeral::format_ratio(decimal(1), ratio::per_ten_thousand, 1, style::lower,
                               with(script::traditional)) == "萬分之一");
  for (const style how : {style::money, style::digits, style::ordinal, style::compact}) {
    CHECK(numeral::format_ratio(decimal(3), ratio::percent, 1, how).error().kind ==
          error_kind::not_writable);
  }
  for (const std::int64_t denominator : {std::int64_t{0}, std::int64_t{-3}}) {
    CHECK(numeral::format_ratio(decimal(3), ratio::fraction, denominator, style::lower)
              .error()
              .kind == error_kind::not_writable);
  }
}

TEST_CASE("a code keeps its zeros") {
  CHECK(*numeral::format_digits("007") == "〇〇七");
  CHECK(*numeral::format_digits("007", with(zero_sign::ling)) == "零零七");
  CHECK(*numeral::format_digits("0123456789") == "〇一二三四五六七八九");
  CHECK(numeral::format_digits(std::string(5000, '0'))->size() == 15000);
  CHECK(numeral::format_digits("").error().kind == error_kind::empty_input);
  const auto refused = numeral::format_digits("12-3");
  CHECK(refused.error().kind == error_kind::not_a_number);
  CHECK(refused.error().offset == 2);
}
