#include <hantext/numeral.hpp>

#include "catch.hpp"

#include <random>
#include <string>
#include <string_view>
#include <vector>

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

// --- parse ---------------------------------------------------------------------------------------

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
    {"百万", "1000000"},
    // ellipsis
    {"三百五", "350"},
    {"一百一", "110"},
    {"一千八", "1800"},
    {"一万八", "18000"},
    {"三亿五", "350000000"},
    {"百二", "120"},
    {"万八", "18000"},
    // 点
    {"三点一四", "3.14"},
    {"三點一四", "3.14"},
    {"零点零五", "0.05"},
    {"二十三点五", "23.5"},
    {"一点二亿", "120000000"},
    {"三点五千万", "35000000"},
    {"负三", "-3"},
    {"負十", "-10"},
    // financial
    {"壹万贰仟叁佰肆拾伍", "12345", form::upper},
    {"壹拾", "10", form::upper},
    {"玖仟零壹", "9001", form::upper},
    {"貳萬參仟", "23000", form::upper},
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
    {"2000万", "20000000", form::mixed},
    {"730 万", "7300000", form::mixed},
    {"10亿零817万5288", "1008175288", form::mixed},
    {"3万五千", "35000", form::mixed},
    {"65億", "6500000000", form::mixed},
    // digit strings
    {"二〇二一", "2021", form::digit_string},
    {"二○二一", "2021", form::digit_string},
    {"一九四九", "1949", form::digit_string},
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
    {"零五百", error_kind::misplaced_zero, 0},
    {"三点", error_kind::missing_digits, 6},
    {"点五", error_kind::missing_digits, 0},
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

// --- scan ----------------------------------------------------------------------------------------

/// The mentions of a text, written `[text=value]`, ranges `low..high`, with the bound behind.
std::string mentions(std::string_view text, const numeral::parse_options& options = {}) {
  std::string out;
  for (const numeral::mention& each : numeral::scan(text, options)) {
    constexpr std::string_view signs[] = {"", ">", "<", ">=", "<=", "~"};
    out += out.empty() ? "" : " ";
    out += text.substr(each.begin, each.end - each.begin);
    out += "=" + to_string(each.number.value);
    if (each.number.is_range) out += ".." + to_string(each.number.high);
    out += signs[static_cast<std::size_t>(each.number.limit)];
    if (each.number.ratio != ratio::none) out += "/";
  }
  return out;
}

struct prose {
  std::string_view text;
  std::string_view expected;
};

constexpr prose prose_rows[] = {
    // numbers, multipliers and what belongs to them
    {"全县铺设水管30多公里，种树1600多万棵。", "30多=30> 1600多万=16000000>"},
    {"全区4.3 万名志愿者", "4.3 万=43000"},
    {"签约金额5.41亿元", "5.41亿=541000000"},
    {"总投资１２，３４５元", "１２，３４５=12345"},
    {"用地两万余平方米", "两万余=20000>"},
    {"近百户、上千人、百余名", "近百=100< 上千=1000>= 百余=100>"},
    {"突破千亿元，超百万人次", "突破千亿=100000000000> 超百万=1000000>"},
    {"几十年来，数百人", "几十=20..90~ 数百=200..900~"},
    {"来了三四十人，每隔200至300米", "三四十=30..40 200至300=200..300"},
    {"收入3—5万元", "3—5万=30000..50000"},
    {"下降百分之三十，占三分之二", "百分之三十=30/ 三分之二=2/"},
    {"約2.5億元，十餘年，幾千人", "2.5億=250000000 十餘=10> 幾千=2000..9000~"},
    {"第三名，第二十届", "三=3 二十=20"},
    {"二〇二一年，九八年", "二〇二一=2021 九八=98"},
    {"大写伍拾万元整", "伍拾万=500000"},
    {"气温-4℃，同比-3.5%，为负5度", "-4=-4 -3.5=-3.5 负5=-5"},
    {"增幅分别为3.2%、-5.1%", "3.2=3.2 -5.1=-5.1"},
    // units and dates are left to others
    {"2021年11月上旬", "2021=2021 11=11"},
    {"预计11上旬完工", "11=11"},
    {"一千瓦", "一千=1000"},
    {"750千伏，2000万千瓦，1.5万千瓦", "750=750 2000万=20000000 1.5万=15000"},
    {"上升2.5个百分点，3百分点", "2.5=2.5 3=3"},
    {"5M", "5=5"},
    {"十点五十分，八点三十分", "十=10 五十=50 八=8 三十=30"},
    {"周三10点", "三=3 10=10"},
    {"10月27日至30日", "10=10 27=27 30=30"},
    {"2021十大亮点", "2021=2021 十=10"},
    // hyphens
    {"2021-2025年", "2021-2025=2021..2025"},
    {"1-5月", "1-5=1..5"},
    {"电话0375-2345678，400-8001234", "0375=375 2345678=2345678 400=400 8001234=8001234"},
    {"2021-10-27，9:15-17:30", "2021=2021 10=10 27=27 9=9 15=15 17=17 30=30"},
    {"10个月-12个月", "10=10 12=12"},
    {"歼-20，长河-2号", ""},
    {"每桶-3.5元，跌破-10度", "-3.5=-3.5 -10=-10"},
    // codes
    {"A1地块，F-16，PM2.5，Ｂ２", ""},
    {"1.2.3版", "1=1 2=2 3=3"},
    {"“3·15”晚会，一二·九", ""},
    // words
    {"统一部署，万一下雨，一切顺利，一带一路", ""},
    {"十分高兴，三心二意，千万不要，两岸，九龙", ""},
    {"十分钟，一点五公里，统一百余", "十=10 一点五=1.5 一百余=100>"},
    {"百姓、百货、千家万户", ""},
    {"晚上百余人，附近百余户，人数百余", "百余=100> 百余=100> 百余=100>"},
    {"路上千万不要停车", ""},
    {"“十四五”规划，十四五岁", "十四五=14..15"},
    {"一个个，一步步", ""},
    {"队伍百余人，减负200万元", "百余=100> 200万=2000000"},
    {"三百零售店", "三百=300"},
    {"一百来人，自一百来访", "一百来=100> 一百=100"},
    {"30多元化项目，30多元", "30=30 30多=30>"},
    // damaged numerals are passed over whole
    {"一百百人，一千五万元，十五五", ""},
    {"三三两两，七七八八", ""},
};

constexpr bool scans_at_compile_time() {
  numeral::scanner walk("全县有三万五千户，2021-2025年新建5.41亿元的项目");
  numeral::mention found;
  return walk.next(found) && found.begin == 9 && found.end == 21 &&
         found.number.value == decimal(35000) && walk.next(found) && found.number.is_range &&
         found.number.high == decimal(2025) && walk.next(found) &&
         found.number.value == decimal(541000000) && found.number.form == form::mixed &&
         !walk.next(found) && !walk.next(found);
}
static_assert(scans_at_compile_time());

constexpr numeral::parse_options as_digit_strings{true, {}};

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
  CHECK(numeral::scan(u8"共三万五千户").size() == 1);
}

TEST_CASE("numerals of running text are found with their spans, words and codes are left alone") {
  for (const prose& row : prose_rows) {
    INFO(row.text);
    CHECK(mentions(row.text) == row.expected);
  }
  REQUIRE(scans_at_compile_time());
}

TEST_CASE("the caller's words hide numerals too") {
  constexpr std::string_view words[] = {"云溪三号", "七里坪"};
  numeral::parse_options options;
  options.words = words;
  CHECK(mentions("云溪三号新增5户，七里坪七人", options) == "5=5 七=7");
  CHECK(mentions("云溪三号新增5户") == "三=3 5=5");
}

TEST_CASE("mentions are in order, do not overlap and read alike on their own") {
  constexpr std::string_view pieces[] = {
      "一", "二", "两", "三", "五", "十", "百", "千",   "万",       "亿",   "零",          "〇",
      "几", "数", "多", "余", "来", "点", "上", "近",   "至",       "到",   "-",           "—",
      "～", ",",  "，", ".",  "1",  "20", "３", "0",    "负",       "分之", "百分之",      "年",
      "个", "人", "A",  " ",  "壹", "拾", "·",  "统一", "\xE4\xB8", "\xFF", "\xF0\x9F\x98"};
  std::mt19937 random(3);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (std::size_t left = random() % 12; left > 0; --left) {
      text += pieces[random() % std::size(pieces)];
    }
    INFO(text);
    std::size_t last = 0;
    for (const numeral::mention& each : numeral::scan(text)) {
      REQUIRE(last <= each.begin);
      REQUIRE(each.begin < each.end);
      REQUIRE(each.end <= text.size());
      REQUIRE(each.number.value <= each.number.high);
      last = each.end;
      const auto alone =
          numeral::parse(std::string_view(text).substr(each.begin, each.end - each.begin));
      if (alone) CHECK(alone->value == each.number.value);
    }
    (void)numeral::parse(text);
  }
}

TEST_CASE("a long text of any kind is scanned in linear time") {
  // With quadratic work a megabyte of these would take minutes.
  for (const std::string_view unit : {"一", "两", "十四五", "1-", "1,", "1.", "三至", "伍百",
                                      "一百百", "负", "百分之", "一个个", "亿", "零", "1·", "几"}) {
    std::string text;
    while (text.size() < 1'000'000) {
      text += unit;
    }
    (void)numeral::scan(text);
    (void)numeral::parse(text);
  }
}
