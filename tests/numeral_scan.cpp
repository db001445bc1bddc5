#include <hantext/numeral/scan.hpp>

#include <hantext/numeral/parse.hpp>

#include "catch.hpp"

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <random>
#include <string>
#include <string_view>

namespace {

using hantext::decimal;
namespace numeral = hantext::numeral;
using numeral::form;
using numeral::ratio;

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
    // digits by their places before 万 and 亿
    {"歲出二四六億三七五九萬八千元", "二四六億三七五九萬八千=24637598000"},
    {"短少十六億四○二三萬七千元", "十六億四○二三萬七千=1640237000"},
    {"共二七九亿元，三〇万人，二八万人", "二七九亿=27900000000 三〇万=300000 二八万=280000"},
    {"三四亿元，一二三四五六七八亿", "三四亿=300000000..400000000"},
    // an estimate with a comma
    {"收入五、六万元，三、四十人，七、八百户",
     "五、六万=50000..60000 三、四十=30..40 七、八百=700..800"},
    {"五、六年级，第五、八章，三、五万元", "五=5 六=6 五=5 八=8 三=3 五万=50000"},
    // groups of three behind a blank, where what is counted follows
    {"桥梁5 716座、1 033.23万米", "5 716=5716 1 033.23万=10332300"},
    {"收入12 345 678元，5\u2009221km", "12 345 678=12345678 5\u2009221=5221"},
    {"工业 123 456 789", "123=123 456=456 789=789"},
    {"5 221，12 345％，2019\u2009123 456元", "5=5 221=221 12 345=12345 2019=2019 123=123 456=456"},
    {"2019 123亿元，5 0000人，5 22人", "2019=2019 123亿=12300000000 5=5 0000=0 5=5 22=22"},
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
    // The point as newspapers of Taiwan print it.
    {"儲蓄二十七．六五萬元，減○．五個百分點", "二十七．六五萬=276500 ○．五=0.5"},
    {"所得一一六．五二萬元，一五○．三六萬元", "一一六．五二萬=1165200 一五○．三六萬=1503600"},
    {"爭取八．一億元，增加三．○八％", "八．一億=810000000 三．○八=3.08"},
    {"一．三个项目", "一=1 三=3"},
    {"一．二〇二一年的工作", "一=1 二〇二一=2021"},
    {"在二〇二一．五．三那天", "二〇二一=2021 五=5 三=3"},
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
    // tenths and halves
    {"同比增长近三成，七成以上企业复工，占两成五", "三成=30/ 七成=70/ 两成五=25/"},
    {"偏多二至五成，只有五成多一点", "二至五成=20..50/ 五成多=50>/"},
    {"三成立方，一成不变，九成新", "三=3 九成=90/"},
    {"历时两年半时间，一个半小时车程，四天半", "两年半=2.5 一个半=1.5 四天半=4.5"},
    {"半年时间，近半个世纪，半小时内", "半=0.5 半=0.5 半=0.5"},
    {"上半年，下半场，半数以上，半导体，大半天", ""},
    {"两个半导体项目，两个半年，五月半", "两=2 两=2 五=5"},
    {"一半以上，半年度报告", ""},
    // 兆 counts money only
    {"百兆宽带，3.5兆元，50兆瓦", "3.5兆=3500000000000 50=50"},
    {"一又三分之二杯，第三百五十名", "一又三分之二=5/ 三百五十=350"},
    {"投资两个亿，约1.5个亿，十个亿，三个亿万富翁",
     "两个亿=200000000 1.5个亿=150000000 十个亿=1000000000 三=3"},
    // shortened numbers have no unit, and 三亿五千 leaves out one
    {"投资三亿五千，造价一千二百三元", ""},
    {"人口三亿五，身高一米八", "三亿五=350000000 一=1 八=8"},
    {"重二十两，共两百两", "二十=20 两百=200"},
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

/// Whether the short way through a numeral and the whole one say the same.
bool short_way_agrees(std::string_view text, std::size_t begin) {
  hantext::detail::numeral_quantity quick;
  if (!hantext::detail::read_short(text, begin, quick)) return true;
  const auto full = hantext::detail::read_quantity(text, begin, true, {});
  const auto& one = quick.number;
  const auto& other = full.number;
  return full && quick.end == full.end && quick.scripts == full.scripts &&
         quick.has_multiplier == full.has_multiplier && quick.bare == full.bare &&
         quick.digit_string_length == full.digit_string_length && one.value == other.value &&
         one.high == other.high && one.limit == other.limit && one.form == other.form &&
         one.ratio == other.ratio && one.is_range == other.is_range &&
         one.shortened == other.shortened && one.digits == other.digits &&
         one.measure == other.measure;
}

/// All starts by the plainest of loops, to compare the quick one with.
std::size_t count_digits_and_numerals(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    const auto& symbol = hantext::detail::numeral_symbol_at(text, offset);
    const bool three = hantext::detail::numeral_three_bytes(text, offset);
    count += symbol.starts ? 1 : 0;
    offset += three ? 3 : 1;
  }
  return count;
}

} // namespace

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

TEST_CASE("成 stays outside where it is a unit") {
  numeral::parse_options options;
  options.tenths_as_units = true;
  CHECK(mentions("增长三成，二至五成", options) == "三=3 二至五=2..5");
}

TEST_CASE("mentions are in order, do not overlap and read alike on their own") {
  constexpr std::string_view pieces[] = {
      "一",   "二",     "两", "三", "五", "十", "百", "千",   "万",       "亿",   "零",
      "〇",   "几",     "数", "多", "余", "来", "点", "上",   "近",       "至",   "到",
      "-",    "—",      "～", ",",  "，", ".",  "1",  "20",   "３",       "0",    "负",
      "分之", "百分之", "年", "个", "半", "成", "又", "兆",   "小时",     "里",   ")",
      "％",   "人",     "A",  " ",  "壹", "拾", "·",  "统一", "\xE4\xB8", "\xFF", "\xF0\x9F\x98"};
  std::mt19937 random(3);
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (std::size_t left = random() % 12; left > 0; --left) {
      text += pieces[random() % std::size(pieces)];
    }
    INFO(text);
    for (std::size_t begin = 0; begin < text.size(); ++begin) {
      if (!short_way_agrees(text, begin)) FAIL(begin);
    }
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
  for (const std::string_view unit :
       {"一", "两",     "十四五", "1-",   "1,",   "1.",         "三至", "伍百",
        "半", "半个",   "两年半", "三成", "一又", "一又三分之", "兆",   "一百百",
        "负", "百分之", "一个个", "亿",   "零",   "1·",         "几"}) {
    std::string text;
    while (text.size() < 1'000'000) {
      text += unit;
    }
    (void)numeral::scan(text);
    (void)numeral::parse(text);
  }
}

TEST_CASE("text in char8_t is scanned the same") {
  CHECK(numeral::scan(u8"共三万五千户").size() == 1);
}

TEST_CASE("no numeral is overlooked, wherever it stands") {
  constexpr std::string_view fill[] = {"清", "源", "，", "河",       "统",   "a",
                                       "\n", "é",  "😀",  "\xE6\xB2", "\x80", "\xFF"};
  constexpr std::string_view numerals[] = {"3", "７", "九", "亿元", "零"};
  std::mt19937 random(11);
  for (int round = 0; round < 4000; ++round) {
    std::string text;
    for (std::size_t left = random() % 40; left > 0; --left) {
      text += random() % 12 == 0 ? numerals[random() % std::size(numerals)]
                                 : fill[random() % (round % 2 == 0 ? 5 : std::size(fill))];
    }
    const std::size_t starts = count_digits_and_numerals(text);
    const std::size_t found = numeral::scan(text).size();
    if (found > starts || (starts == 0) != (found == 0 && starts == 0)) FAIL(text);
  }
  // At every offset of a run, followed by every length.
  for (std::size_t before = 0; before < 40; ++before) {
    for (std::size_t after = 0; after < 20; ++after) {
      std::string text;
      for (std::size_t index = 0; index < before; ++index)
        text += "河";
      text += "9";
      for (std::size_t index = 0; index < after; ++index)
        text += "源";
      const auto found = numeral::scan(text);
      REQUIRE(found.size() == 1);
      REQUIRE(found[0].begin == 3 * before);
    }
  }
}
