#include <hantext/numeral/parse.hpp>

#include <hantext/numeral/format.hpp>

#include "catch.hpp"

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>
#include <random>
#include <string>
#include <string_view>

namespace {

using hantext::decimal;
using hantext::error_kind;
using hantext::parse_decimal;
namespace numeral = hantext::numeral;
using numeral::bound;
using numeral::form;
using numeral::ratio;

constexpr decimal number(std::string_view text) {
  const auto read = parse_decimal(text);
  return read ? *read : decimal(-987654321);
}

struct reading {
  std::string_view text;
  std::string_view value;
  form how = form::lower;
};

constexpr reading exact_readings[] = {
    {"零", "0"},
    {"〇", "0"},
    {"两", "2"},
    {"兩", "2"},
    {"十", "10"},
    {"十五", "15"},
    {"二十", "20"},
    {"廿一", "21"},
    {"卅", "30"},
    {"卌八", "48"},
    {"一百零五", "105"},
    {"一百一十", "110"},
    {"一百十五", "115"},
    {"三千五百", "3500"},
    {"一千零十", "1010"},
    {"三万五千", "35000"},
    {"十万一千", "101000"},
    {"十万零一千", "101000"},
    {"一亿零一十万", "100100000"},
    {"一百二十三万四千五百六十七", "1234567"},
    {"一千零五万", "10050000"},
    {"三万亿", "3000000000000"},
    {"三万五千亿", "3500000000000"},
    {"九千九百九十九万九千九百九十九亿九千九百九十九万九千九百九十九", "9999999999999999"},
    {"一亿亿", "10000000000000000"},
    {"一万亿亿", "100000000000000000000"},
    {"萬", "10000"},
    {"兩億三萬", "200030000"},
    {"俩", "2"},
    {"仨", "3"},
    {"皕", "200"},
    {"皕零三", "203"},
    {"一百廿五", "125"},
    {"廿万", "200000"},
    {"两万两千两百二十二", "22222"},
    {"二百十", "210"},
    {"一千〇五十", "1050"},
    {"一千五十", "1050"},
    {"一万零一千", "11000"},
    {"一万五百", "10500"},
    {"一亿零一千万", "110000000"},
    {"五百万零三", "5000003"},
    {"一百二十三亿四千五百六十七万八千九百零一", "12345678901"},
    {"三兆", "3000000000000"},
    {"一兆零五", "1000000000005"},
    {"五兆三千亿", "5300000000000"},
    {"一万两千兆", "12000000000000000"},
    {"负零", "0"},
    {"百万", "1000000"},
    // ellipsis
    {"三百五", "350"},
    {"一百一", "110"},
    {"一千八", "1800"},
    {"一万八", "18000"},
    {"三亿五", "350000000"},
    {"百二", "120"},
    {"万八", "18000"},
    {"二百五", "250"},
    {"千二", "1200"},
    {"一千二百三", "1230"},
    {"二万二", "22000"},
    {"十万八", "108000"},
    {"一兆五", "1500000000000"},
    // 点
    {"三点一四", "3.14"},
    {"三點一四", "3.14"},
    {"零点零五", "0.05"},
    {"二十三点五", "23.5"},
    {"二十三．五", "23.5"},
    {"一一六点五二", "116.52"},
    {"一一六．五二萬", "1165200"},
    {"○．五", "0.5"},
    {"一点二亿", "120000000"},
    {"三点五千万", "35000000"},
    {"负三", "-3"},
    {"負十", "-10"},
    {"十点五", "10.5"},
    {"三点零", "3"},
    {"负零点五", "-0.5"},
    {"三百六十五点二四", "365.24"},
    {"二点五兆", "2500000000000"},
    // 半 and its measure word
    {"半年", "0.5"},
    {"半个小时", "0.5"},
    {"两年半", "2.5"},
    {"一个半", "1.5"},
    {"一个半小时", "1.5"},
    {"兩個半", "2.5"},
    // financial
    {"壹万贰仟叁佰肆拾伍", "12345", form::upper},
    {"壹拾", "10", form::upper},
    {"玖仟零壹", "9001", form::upper},
    {"貳萬參仟", "23000", form::upper},
    {"弌佰弍拾", "120", form::upper},
    {"壹仟零壹拾", "1010", form::upper},
    {"肆萬參佰", "40300", form::upper},
    {"拾伍", "15", form::upper},
    {"壹百", "100", form::mixed},
    // Arabic
    {"1700", "1700", form::digits},
    {"0", "0", form::digits},
    {"１２３", "123", form::digits},
    {"12,345", "12345", form::digits},
    {"1,234,567.89", "1234567.89", form::digits},
    {"１２，３４５", "12345", form::digits},
    {"30.3", "30.3", form::digits},
    {"３．５", "3.5", form::digits},
    {"-12.5", "-12.5", form::digits},
    {"−3", "-3", form::digits},
    {"+5", "5", form::digits},
    {"123456789012345678901234567890", "123456789012345678901234567890", form::digits},
    // mixed
    {"3万5千", "35000", form::mixed},
    {"3万5", "35000", form::mixed},
    {"3万5288", "35288", form::mixed},
    {"3万0050", "30050", form::mixed},
    {"2千3", "2300", form::mixed},
    {"4.3万", "43000", form::mixed},
    {"5.41亿", "541000000", form::mixed},
    {"1.5亿", "150000000", form::mixed},
    {"1.2万亿", "1200000000000", form::mixed},
    {"3.5千万", "35000000", form::mixed},
    {"950百万", "950000000", form::mixed},
    {"8964千", "8964000", form::mixed},
    {"2500十万", "250000000", form::mixed},
    {"2000万", "20000000", form::mixed},
    {"730 万", "7300000", form::mixed},
    {"10亿零817万5288", "1008175288", form::mixed},
    {"3万五千", "35000", form::mixed},
    {"65億", "6500000000", form::mixed},
    {"3百5", "350", form::mixed},
    {"3十", "30", form::mixed},
    {"1万2千3百4十5", "12345", form::mixed},
    {"两个亿", "200000000"},
    {"1.5个亿", "150000000", form::mixed},
    {"12亿3千万", "1230000000", form::mixed},
    {"1万零500", "10500", form::mixed},
    {"1,000万", "10000000", form::mixed},
    {"1亿2345万6789", "123456789", form::mixed},
    {"3.5兆", "3500000000000", form::mixed},
    {"3个半", "3.5", form::digits},
    // digit strings
    {"二〇二一", "2021", form::digit_string},
    {"二○二一", "2021", form::digit_string},
    {"一九四九", "1949", form::digit_string},
    {"五〇", "50", form::digit_string},
    {"幺幺零", "110", form::digit_string},
    {"一〇〇", "100", form::digit_string},
    {"零零三", "3", form::digit_string},
    {"007", "7", form::digit_string},
    {"二五", "25", form::digit_string},
};

constexpr bool reads_exactly(const reading& row) {
  const auto read = numeral::parse(row.text);
  return read && read->value == number(row.value) && read->high == read->value && !read->is_range &&
         read->limit == bound::exact && read->form == row.how && read->ratio == ratio::none;
}
template <std::size_t From, std::size_t To> constexpr bool all_read_exactly() {
  for (std::size_t row = From; row < To; ++row) {
    if (!reads_exactly(exact_readings[row])) return false;
  }
  return true;
}
constexpr std::size_t half = std::size(exact_readings) / 2;
static_assert(all_read_exactly<0, half>());
static_assert(all_read_exactly<half, std::size(exact_readings)>());

struct interval {
  std::string_view text;
  std::string_view low;
  std::string_view high;
  bound limit = bound::exact;
  bool distributed = false;
};

constexpr interval intervals[] = {
    {"几十", "20", "90", bound::about},
    {"幾十", "20", "90", bound::about},
    {"数百", "200", "900", bound::about},
    {"数十万", "200000", "900000", bound::about},
    {"十几", "11", "19", bound::about},
    {"十几万", "110000", "190000", bound::about},
    {"二十几", "21", "29", bound::about},
    {"一百几十", "110", "190", bound::about},
    {"十数万", "110000", "190000", bound::about},
    {"三四", "3", "4"},
    {"三五", "3", "5"},
    {"一两", "1", "2"},
    {"三四十", "30", "40"},
    {"十七八", "17", "18"},
    {"一二百", "100", "200"},
    {"两三千", "2000", "3000"},
    {"三五百", "300", "500"},
    {"一千二三百", "1200", "1300"},
    {"二三十万", "200000", "300000"},
    {"三十七八", "37", "38"},
    {"二十七八万", "270000", "280000"},
    {"三百二三十", "320", "330"},
    {"十二三万", "120000", "130000"},
    {"几千万", "20000000", "90000000", bound::about},
    {"十几亿", "1100000000", "1900000000", bound::about},
    {"三千几百", "3100", "3900", bound::about},
    {"二十几万", "210000", "290000", bound::about},
    {"200至300", "200", "300"},
    {"2～3", "2", "3"},
    {"2~3", "2", "3"},
    {"三到五", "3", "5"},
    {"2021-2025", "2021", "2025"},
    {"10.5-12.5", "10.5", "12.5"},
    {"3-5万", "30000", "50000", bound::exact, true},
    {"3—5万", "30000", "50000", bound::exact, true},
    {"3至5万", "30000", "50000", bound::exact, true},
    {"三至五百万", "3000000", "5000000", bound::exact, true},
    {"150至300万", "1500000", "3000000", bound::exact, true},
    {"三至五万余", "30000", "50000", bound::over, true},
    {"25万到30万", "250000", "300000"},
    {"200至3万", "200", "30000"},
};

struct limit_reading {
  std::string_view text;
  std::string_view value;
  bound limit;
};

constexpr limit_reading limit_readings[] = {
    {"30多", "30", bound::over},
    {"4000多", "4000", bound::over},
    {"1600多万", "16000000", bound::over},
    {"100余万", "1000000", bound::over},
    {"1.5万余", "15000", bound::over},
    {"1亿余", "100000000", bound::over},
    {"4万2千多", "42000", bound::over},
    {"3亿5千多万", "350000000", bound::over},
    {"十余", "10", bound::over},
    {"十来", "10", bound::over},
    {"三十余", "30", bound::over},
    {"三十餘", "30", bound::over},
    {"十多万", "100000", bound::over},
    {"两万余", "20000", bound::over},
    {"百余", "100", bound::over},
    {"千余万", "10000000", bound::over},
    {"上百", "100", bound::at_least},
    {"上千万", "10000000", bound::at_least},
    {"近百", "100", bound::under},
    {"近千亿", "100000000000", bound::under},
    {"超百亿", "10000000000", bound::over},
    {"超过千万", "10000000", bound::over},
};

struct part_reading {
  std::string_view text;
  std::string_view value;
  std::string_view high;
  ratio of;
  std::int64_t denominator = 1;
};

constexpr part_reading part_readings[] = {
    {"百分之三十", "30", "30", ratio::percent},
    {"百分之三十点三", "30.3", "30.3", ratio::percent},
    {"百分之80", "80", "80", ratio::percent},
    {"百分之百", "100", "100", ratio::percent},
    {"负百分之五", "-5", "-5", ratio::percent},
    {"百分之三四十", "30", "40", ratio::percent},
    {"百分之三十到四十", "30", "40", ratio::percent},
    {"百分之三十至百分之五十", "30", "50", ratio::percent},
    {"千分之五", "5", "5", ratio::per_mille},
    {"万分之一", "1", "1", ratio::per_ten_thousand},
    {"三分之二", "2", "2", ratio::fraction, 3},
    {"百分百", "100", "100", ratio::percent},
    {"百分之零点五", "0.5", "0.5", ratio::percent},
    {"百分之负五", "-5", "-5", ratio::percent},
    {"30%", "30", "30", ratio::percent},
    {"３０％", "30", "30", ratio::percent},
    {"-2.5%", "-2.5", "-2.5", ratio::percent},
    {"3-5%", "3", "5", ratio::percent},
    {"5‰", "5", "5", ratio::per_mille},
    {"三成", "30", "30", ratio::percent},
    {"两成五", "25", "25", ratio::percent},
    {"三成半", "35", "35", ratio::percent},
    {"3成", "30", "30", ratio::percent},
    {"十成", "100", "100", ratio::percent},
    {"三四成", "30", "40", ratio::percent},
    {"三到五成", "30", "50", ratio::percent},
    {"三成到五成", "30", "50", ratio::percent},
    {"负三分之一", "-1", "-1", ratio::fraction, 3},
    {"一又三分之二", "5", "5", ratio::fraction, 3},
    {"负二又五分之一", "-11", "-11", ratio::fraction, 5},
    {"1又4分之3", "7", "7", ratio::fraction, 4},
    {"十万分之一", "1", "1", ratio::fraction, 100000},
    {"百万分之三", "3", "3", ratio::fraction, 1000000},
    {"亿分之一", "1", "1", ratio::fraction, 100000000},
    {"十分之一", "1", "1", ratio::fraction, 10},
};

struct refusal {
  std::string_view text;
  error_kind kind;
  std::size_t offset;
};

constexpr refusal refusals[] = {
    {"", error_kind::empty_input, 0},
    {" ", error_kind::not_a_number, 0},
    {"三 ", error_kind::trailing_text, 3},
    {"负", error_kind::missing_digits, 3},
    {"-", error_kind::missing_digits, 1},
    {"第", error_kind::missing_digits, 3},
    {"负百分之", error_kind::missing_digits, 12},
    {"负负五", error_kind::not_a_number, 3},
    {"几", error_kind::not_a_number, 0},
    {"幺", error_kind::not_a_number, 0},
    {"河", error_kind::not_a_number, 0},
    {"三十米", error_kind::trailing_text, 6},
    {"一百百", error_kind::repeated_multiplier, 6},
    {"十十", error_kind::repeated_multiplier, 3},
    {"万万亿", error_kind::repeated_multiplier, 3},
    {"三万五万", error_kind::repeated_multiplier, 9},
    {"十百", error_kind::multiplier_out_of_order, 3},
    {"一千五万", error_kind::multiplier_out_of_order, 9},
    {"一万五亿", error_kind::multiplier_out_of_order, 9},
    {"一亿三亿", error_kind::multiplier_out_of_order, 9},
    {"几十百", error_kind::multiplier_out_of_order, 6},
    {"一千百", error_kind::missing_digits, 6},
    {"百八十", error_kind::missing_digits, 0},
    {"三百零零五", error_kind::misplaced_zero, 9},
    {"三百零", error_kind::misplaced_zero, 6},
    {"零十", error_kind::misplaced_zero, 3},
    {"二十零五", error_kind::misplaced_zero, 6},
    {"一百二十零五", error_kind::misplaced_zero, 12},
    {"一百零一十", error_kind::misplaced_zero, 6},
    {"三百零五十", error_kind::misplaced_zero, 6},
    {"一千零一百", error_kind::misplaced_zero, 6},
    {"一万零零五", error_kind::misplaced_zero, 9},
    {"零五百", error_kind::misplaced_zero, 0},
    {"三点", error_kind::missing_digits, 6},
    {"点五", error_kind::missing_digits, 0},
    {"零点", error_kind::missing_digits, 6},
    {"千五百", error_kind::missing_digits, 0},
    {"12万345", error_kind::missing_digits, 8},
    // two readings
    {"三亿五千", error_kind::ambiguous, 12},
    {"3亿5千", error_kind::ambiguous, 8},
    {"三亿五百", error_kind::ambiguous, 12},
    {"一千二百三元", error_kind::ambiguous, 15},
    {"三百五人", error_kind::ambiguous, 9},
    {"3万5元", error_kind::ambiguous, 5},
    {"第三百五", error_kind::ambiguous, 12},
    // 半 alone
    {"半", error_kind::missing_measure, 3},
    {"半数", error_kind::missing_measure, 3},
    {"三半", error_kind::trailing_text, 3},
    {"两个半年", error_kind::trailing_text, 3}, // twice half a year
    {"五月半", error_kind::trailing_text, 3},   // a date
    // 两 counts measures, 俩 is two of them, 幺 a digit of codes
    {"二十两", error_kind::trailing_text, 6},
    {"十两", error_kind::trailing_text, 3},
    {"一百零两", error_kind::trailing_text, 6},
    {"俩百", error_kind::trailing_text, 3},
    {"皕五", error_kind::missing_digits, 6},
    {"20十", error_kind::trailing_text, 2},
    {"两个万", error_kind::trailing_text, 3},
    {"一百幺", error_kind::trailing_text, 6},
    // larger multipliers
    {"万万", error_kind::repeated_multiplier, 3},
    {"一亿万", error_kind::missing_digits, 6},
    {"一亿兆", error_kind::repeated_multiplier, 6},
    {"三亿五兆", error_kind::multiplier_out_of_order, 9},
    {"三万亿五千亿", error_kind::multiplier_out_of_order, 15},
    {"一京", error_kind::trailing_text, 3},
    {"三兆瓦", error_kind::trailing_text, 3},
    // fractions
    {"三分之", error_kind::trailing_text, 3},
    {"零分之一", error_kind::trailing_text, 3},
    {"一又三分之四", error_kind::trailing_text, 3},
    {"十一成", error_kind::trailing_text, 6},
    {"第三四", error_kind::not_a_number, 3},
    {"第负三", error_kind::not_a_number, 3},
    {"第三成", error_kind::not_a_number, 3},
    {"八九不离十", error_kind::trailing_text, 6},
    {"1e5", error_kind::trailing_text, 1},
    {"12 345", error_kind::trailing_text, 2},
    {"一O二", error_kind::trailing_text, 3},
    {"三百二五", error_kind::not_a_number, 9},
    {"三四十五", error_kind::not_a_number, 9},
    {"3万50", error_kind::missing_digits, 6},
    {"1.5亿2000万", error_kind::trailing_text, 6},
    {"百分之", error_kind::missing_digits, 9},
    {"1,2345", error_kind::trailing_text, 1},
    {"2021,300", error_kind::trailing_text, 4},
    {"1.2.3", error_kind::trailing_text, 1},
    {"0375-2345678", error_kind::trailing_text, 4},
    {"5-3", error_kind::trailing_text, 1},
    {"999999999999999999999999999999999999999", error_kind::overflow, 0},
};

constexpr bool table_of_intervals_reads() {
  for (const interval& row : intervals) {
    const auto read = numeral::parse(row.text);
    if (!read || !read->is_range || read->value != number(row.low) ||
        read->high != number(row.high) || read->limit != row.limit ||
        read->distributed != row.distributed) {
      return false;
    }
  }
  return true;
}
static_assert(table_of_intervals_reads());

constexpr bool types_are_checked() {
  return numeral::parse<int>("三万五千")->value == 35000 &&
         numeral::parse<std::int8_t>("一百二十八").error().kind == error_kind::overflow &&
         numeral::parse<unsigned>("负三").error().kind == error_kind::overflow &&
         numeral::parse<std::int64_t>("一万亿亿").error().kind == error_kind::overflow &&
         numeral::parse<int>("三点五").error().kind == error_kind::not_an_integer &&
         numeral::parse<int>("3.5万")->value == 35000 &&
         numeral::parse<double>("三点一四")->value == 3.14 &&
         numeral::parse<int>("三四十")->high == 40;
}
static_assert(types_are_checked());

// --- options -------------------------------------------------------------------------------------

/// A text that is read with options, and its value; or the reason and offset of its refusal.
struct with_options {
  std::string_view text;
  std::string_view value; // empty where refused
  error_kind kind = error_kind::none;
  std::size_t offset = 0;
};
constexpr bool reads_as(const with_options& row, const numeral::parse_options& options) {
  const auto read = numeral::parse(row.text, options);
  if (row.value.empty()) {
    return !read && read.error().kind == row.kind && read.error().offset == row.offset;
  }
  return read && read->value == number(row.value) && !read->is_range;
}
template <std::size_t Count>
constexpr std::string_view first_misread(const with_options (&rows)[Count],
                                         const numeral::parse_options& options) {
  for (const with_options& row : rows) {
    if (!reads_as(row, options)) return row.text;
  }
  return {};
}
constexpr numeral::parse_options with_mode(numeral::mode mode) {
  numeral::parse_options options;
  options.mode = mode;
  return options;
}
constexpr numeral::parse_options with_large_units() {
  numeral::parse_options options;
  options.large_units = true;
  return options;
}
constexpr numeral::parse_options with_zhao(numeral::zhao zhao) {
  numeral::parse_options options;
  options.zhao = zhao;
  return options;
}
constexpr numeral::parse_options with_stacks() {
  numeral::parse_options options;
  options.stacked_multipliers = true;
  return options;
}
constexpr numeral::parse_options with_variants() {
  numeral::parse_options options;
  options.accounting_variants = true;
  return options;
}

constexpr error_kind not_normal = error_kind::not_normal;
constexpr with_options strict_readings[] = {
    {"零", "0"},
    {"一百二十三", "123"},
    {"十一", "11"},
    {"一百一十", "110"},
    {"壹拾壹", "11"},
    {"一百零五", "105"},
    {"两百", "200"},
    {"两万二千", "22000"},
    {"一千零一十", "1010"},
    {"十万一千", "101000"},
    {"一亿零一十万", "100100000"},
    {"一万亿亿", "100000000000000000000"},
    {"一萬", "10000"},
    {"負三", "-3"},
    {"三点一四", "3.14"},
    {"零点五", "0.5"},
    {"3.5万", "35000"},
    {"1.2万亿", "1200000000000"},
    {"12,345", "12345"},
    {"-5", "-5"},
    {"二〇二一", "2021"},
    {"百分之三十", "30"},
    {"三分之二", "2"},
    {"30%", "30"},
    {"第三", "3"},
    {"〇", "", not_normal, 0},
    {"一百二", "", not_normal, 9},
    {"一十一", "", not_normal, 0},
    {"拾壹", "", not_normal, 0},
    {"一百〇五", "", not_normal, 6},
    {"一千零十", "", not_normal, 9},
    {"一千五十", "", not_normal, 6},
    {"十万零一千", "", not_normal, 6},
    {"一百十五", "", not_normal, 6},
    {"壹百", "", not_normal, 3},
    {"万", "", not_normal, 0},
    {"三兆", "", not_normal, 3},
    {"3万5千", "", not_normal, 4},
    {"007", "", not_normal, 0},
    {"+5", "", not_normal, 0},
    {"二零二一", "", not_normal, 3},
    {"三四十", "", not_normal, 0},
    {"30多", "", not_normal, 0},
    {"3-5万", "", not_normal, 0},
    {"两成五", "", not_normal, 0},
    {"半年", "", not_normal, 0},
    {"一百百", "", error_kind::repeated_multiplier, 6},
    {"三十米", "", error_kind::trailing_text, 6},
};
constexpr with_options lenient_readings[] = {
    {"一百二十三", "123"},
    {"一O二", "102"},
    {"二o二一", "2021"},
    {"二0二一", "2021"},
    {"二００八", "2008"},
    {"1O5", "105"},
    {"3Ｏ", "30"},
    {"一 百 二　十", "120"},
    {" 三\n", "3"},
    {"3 万 5 千", "35000"},
    {"12 345", "12345"},
    {"三 点 一 四", "3.14"},
    {"点五", "0.5"},
    {"负点五", "-0.5"},
    {".5", "0.5"},
    {"-．5", "-0.5"},
    {"O", "", error_kind::not_a_number, 0},
    {"  ", "", error_kind::empty_input, 2},
    {"一百 百", "", error_kind::repeated_multiplier, 7},
    {"三 点", "", error_kind::missing_digits, 7},
    {"一百零 零五", "", error_kind::misplaced_zero, 10},
};
constexpr with_options large_readings[] = {
    {"一京", "10000000000000000"},
    {"一垓", "100000000000000000000"},
    {"一秭", "1000000000000000000000000"},
    {"一穰", "10000000000000000000000000000"},
    {"一沟", "100000000000000000000000000000000"},
    {"一涧", "1000000000000000000000000000000000000"},
    {"一正", "10000000000000000000000000000000000000000"},
    {"一载", "100000000000000000000000000000000000000000000"},
    {"一載", "100000000000000000000000000000000000000000000"},
    {"五千垓三京", "500000030000000000000000"},
    {"三京二千一百兆零五亿", "32100000500000000"},
    {"1.5京", "15000000000000000"},
    {"三京五垓", "", error_kind::multiplier_out_of_order, 9},
    {"一京一京", "", error_kind::multiplier_out_of_order, 9},
    {"一亿京", "", error_kind::repeated_multiplier, 6},
    {"一载零一", "", error_kind::overflow, 0},
};
constexpr with_options stacked_readings[] = {
    {"万万", "100000000"},
    {"三万万", "300000000"},
    {"四万万五千万", "450000000"},
    {"万万亿", "10000000000000000"},
    {"一亿兆", "100000000000000000000"},
    {"三万万五千", "", error_kind::ambiguous, 15},
    {"一千千", "", error_kind::repeated_multiplier, 6},
};
constexpr with_options mega_readings[] = {
    {"三兆", "3000000"},
    {"五兆三十万", "5300000"},
    {"三亿五兆", "305000000"},
    {"五兆三百万", "", error_kind::multiplier_out_of_order, 12},
};
constexpr with_options old_readings[] = {
    {"三兆", "30000000000000000"},
    {"一兆三千亿", "10000300000000000"},
};
constexpr with_options variant_readings[] = {
    {"弐拾伍", "25"}, {"壱萬", "10000"},    {"貮仟", "2000"},
    {"漆佰", "700"},  {"弐阡参陌", "2300"}, {"弐佰佰", "", error_kind::repeated_multiplier, 6},
};
static_assert(reads_as(strict_readings[1], with_mode(numeral::mode::strict)));
static_assert(first_misread(large_readings, with_large_units()).empty());
static_assert(reads_as(lenient_readings[1], with_mode(numeral::mode::lenient)));

#ifdef __SIZEOF_INT128__
using hantext::detail::native_int128;
using hantext::detail::native_uint128;
constexpr auto million_million = static_cast<native_uint128>(1'000'000'000'000U);
static_assert(numeral::parse<native_uint128>("一万亿亿亿")->value ==
              million_million * million_million * 10'000U);
static_assert(numeral::parse<native_int128>("负三")->value == -3);
static_assert(numeral::parse<native_uint128>("负三").error().kind == error_kind::overflow);
#endif

constexpr numeral::parse_options as_digit_strings{true, {}};

/// Whether two readings say the same in every respect.
bool same(const numeral::parsed<decimal>& one, const numeral::parsed<decimal>& other) {
  return one.value == other.value && one.high == other.high && one.limit == other.limit &&
         one.form == other.form && one.ratio == other.ratio && one.is_range == other.is_range &&
         one.distributed == other.distributed && one.denominator == other.denominator &&
         one.ordinal == other.ordinal && one.shortened == other.shortened &&
         one.digits == other.digits && one.measure == other.measure;
}

/// Plain numerals and others, in pieces.
std::string random_numeral(std::mt19937& random) {
  constexpr std::string_view pieces[] = {"一", "二", "两", "三", "五", "九", "十",     "十", "百",
                                         "百", "千", "千", "万", "万", "亿", "零",     "零", "壹",
                                         "拾", "佰", "萬", "〇", "廿", "兆", "几",     "多", "点",
                                         "负", "3",  "20", "成", "半", "年", "百分之", "O",  " "};
  std::string text;
  const std::size_t kinds = random() % 4 == 0 ? std::size(pieces) : 20; // mostly plain ones
  for (std::size_t left = 1 + random() % 10; left > 0; --left)
    text += pieces[random() % kinds];
  return text;
}

} // namespace

TEST_CASE("every exact form reads to its value and names its form") {
  for (const reading& row : exact_readings) {
    INFO(row.text);
    CHECK(reads_exactly(row));
  }
}

TEST_CASE("an estimate or a range reads to both of its ends") {
  for (const interval& row : intervals) {
    INFO(row.text);
    const auto read = numeral::parse(row.text);
    REQUIRE(read);
    CHECK(read->is_range);
    CHECK(read->value == number(row.low));
    CHECK(read->high == number(row.high));
    CHECK(read->limit == row.limit);
    CHECK(read->distributed == row.distributed);
  }
}

TEST_CASE("余, 多, 来, 上, 近 and 超 set the bound") {
  for (const limit_reading& row : limit_readings) {
    INFO(row.text);
    const auto read = numeral::parse(row.text);
    REQUIRE(read);
    CHECK(read->value == number(row.value));
    CHECK(read->limit == row.limit);
    CHECK_FALSE(read->is_range);
  }
}

TEST_CASE("parts of a whole keep their number and say what they count") {
  for (const part_reading& row : part_readings) {
    INFO(row.text);
    const auto read = numeral::parse(row.text);
    REQUIRE(read);
    CHECK(read->value == number(row.value));
    CHECK(read->high == number(row.high));
    CHECK(read->ratio == row.of);
    CHECK(read->denominator == row.denominator);
  }
}

TEST_CASE("what is no number is refused with the reason and the offset") {
  for (const refusal& row : refusals) {
    INFO(row.text);
    const auto read = numeral::parse(row.text);
    REQUIRE_FALSE(read);
    CHECK(static_cast<int>(read.error().kind) == static_cast<int>(row.kind));
    CHECK(read.error().offset == row.offset);
  }
}

TEST_CASE("the caller's type is checked, never wrapped") { REQUIRE(types_are_checked()); }

TEST_CASE("neighbouring digits are a code where the caller says so") {
  CHECK(numeral::parse("三四", as_digit_strings)->value == decimal(34));
  CHECK(numeral::parse("三四", as_digit_strings)->form == form::digit_string);
  CHECK(numeral::parse("三四十", as_digit_strings)->high == decimal(40));
}

TEST_CASE("text in char8_t reads the same") {
  CHECK(numeral::parse<int>(u8"三万五千")->value == 35000);
}

TEST_CASE("strict takes normal forms, and says where another one departs from them") {
  CHECK(first_misread(strict_readings, with_mode(numeral::mode::strict)) == "");
}

TEST_CASE("lenient takes damaged print, and its offsets are those of the text as given") {
  CHECK(first_misread(lenient_readings, with_mode(numeral::mode::lenient)) == "");
  const std::string long_text(5000, '1');
  CHECK(numeral::parse(long_text, with_mode(numeral::mode::lenient)).error().kind ==
        error_kind::overflow);
  const auto years = numeral::parse("两 年 半", with_mode(numeral::mode::lenient));
  REQUIRE(years);
  CHECK(years->measure == hantext::span{4, 7});
}

TEST_CASE("larger and stacked multipliers, other values of 兆 and accounting variants by option") {
  CHECK(first_misread(large_readings, with_large_units()) == "");
  CHECK(first_misread(stacked_readings, with_stacks()) == "");
  CHECK(first_misread(mega_readings, with_zhao(numeral::zhao::million)) == "");
  CHECK(first_misread(old_readings, with_zhao(numeral::zhao::ten_quadrillion)) == "");
  CHECK(first_misread(variant_readings, with_variants()) == "");
  for (const with_options& row : variant_readings) {
    CHECK_FALSE(numeral::parse(row.text));
  }
}

TEST_CASE("a digit string keeps the zeros before it") {
  CHECK(numeral::digit_text(*numeral::parse("零零三")) == "003");
  CHECK(numeral::digit_text(*numeral::parse("0012")) == "0012");
  CHECK(numeral::digit_text(*numeral::parse("二〇二一")) == "2021");
  CHECK(numeral::digit_text(*numeral::parse("零〇")) == "00");
  CHECK(numeral::digit_text(*numeral::parse("三百")).empty());
}

TEST_CASE("what is known of a numeral beside its value") {
  CHECK(numeral::parse("第三")->ordinal);
  CHECK_FALSE(numeral::parse("三")->ordinal);
  CHECK(numeral::parse("三百五")->shortened);
  CHECK_FALSE(numeral::parse("三百五十")->shortened);
  CHECK(numeral::parse("两年半")->measure == hantext::span{3, 6});
  CHECK(numeral::parse("半年")->measure == hantext::span{3, 6});
  CHECK(numeral::parse("三成多")->limit == bound::over);
  CHECK(numeral::parse("三到五成")->distributed);
}

TEST_CASE("no type gets a wrapped or infinite value") {
  numeral::parse_options options;
  options.large_units = true;
  CHECK(numeral::parse<float>("一载", options).error().kind == error_kind::overflow);
  CHECK(numeral::parse<double>("一载", options)->value == 1e44);
  CHECK(numeral::parse<float>("三点五")->value == 3.5F);
  CHECK(numeral::parse<std::uint8_t>("二百五十五")->value == 255);
  CHECK(numeral::parse<std::uint8_t>("二百五十六").error().kind == error_kind::overflow);
  CHECK(numeral::parse<std::int64_t>("九百二十二万三千三百七十二亿亿").error().kind ==
        error_kind::overflow);
  CHECK(numeral::parse<int>("负二十一亿四千七百四十八万三千六百四十八")->value ==
        std::numeric_limits<int>::min());
  CHECK(numeral::parse<int>("二十一亿四千七百四十八万三千六百四十八").error().kind ==
        error_kind::overflow);
}

TEST_CASE("the quick way reads as the reader does") {
  const auto check = [](std::string_view text) {
    const auto plain = hantext::detail::read_plain_integer(text);
    const auto read = hantext::detail::read_whole(text, {});
    if (!plain.found) return read.has_value();
    const auto whole = numeral::parse(text);
    if (!read || !whole || !same(*read, *whole) || read->value != decimal(plain.value)) FAIL(text);
    return true;
  };
#ifdef HANTEXT_TEST_EXHAUSTIVE
  constexpr std::int64_t all_below = 1'000'000;
  constexpr int rounds = 2'000'000;
#else
  constexpr std::int64_t all_below = 11'000;
  constexpr int rounds = 60'000;
#endif
  for (std::int64_t value = 0; value < all_below; ++value) {
    for (const auto how : {numeral::style::lower, numeral::style::upper}) {
      const std::string text = *numeral::format(value, how);
      if (!check(text) || numeral::parse<std::int64_t>(text)->value != value) FAIL(text);
      if (how == numeral::style::lower && value > 9 && value % 100 != 10 &&
          !hantext::detail::read_plain_integer(text).found) {
        FAIL(text);
      }
    }
  }
  std::mt19937 random(5);
  for (int round = 0; round < rounds; ++round) {
    (void)check(random_numeral(random));
  }
}

TEST_CASE("strict takes only what normal takes, with the same value; so does lenient the normal") {
  std::mt19937 random(7);
  for (int round = 0; round < 60'000; ++round) {
    const std::string text = random_numeral(random);
    const auto normal = numeral::parse(text);
    const auto strict = numeral::parse(text, with_mode(numeral::mode::strict));
    const auto lenient = numeral::parse(text, with_mode(numeral::mode::lenient));
    if (strict && (!normal || !same(*strict, *normal))) FAIL(text);
    if (normal && (!lenient || !same(*lenient, *normal))) FAIL(text);
    for (const auto* read : {&normal, &strict, &lenient}) {
      if (*read) continue;
      const hantext::error& problem = read->error();
      if (problem.offset + problem.length > text.size()) FAIL(text);
      if (problem.message() == "unknown error") FAIL(text);
    }
    // What can be written reads back.
    if (!normal || normal->is_range) continue;
    const auto written = numeral::format(normal->value, numeral::style::lower);
    if (!written || numeral::parse(*written)->value != normal->value) FAIL(text);
  }
}
