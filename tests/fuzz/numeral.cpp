// Fuzz target: whatever the bytes, reading stays within them and what is read is consistent.
#include <hantext/numeral.hpp>

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

namespace {

namespace numeral = hantext::numeral;

void require(bool holds) {
  if (!holds) std::abort();
}

/// The first byte chooses the options, the others are the text. A byte below 64 stands for a
/// numeral character, so that numerals are met at once.
std::string text_of(const std::uint8_t* data, std::size_t size) {
  constexpr std::string_view pieces[] = {
      "零", "〇", "一", "二", "两", "三", "四", "五", "六", "七", "八",   "九",     "十",
      "百", "千", "万", "亿", "兆", "京", "廿", "几", "数", "余", "多",   "来",     "点",
      "至", "负", "壹", "贰", "拾", "佰", "仟", "萬", "半", "年", "个",   "成",     "又",
      "第", "元", "角", "分", "整", "上", "近", "—",  "～", "，", "分之", "百分之", "俩",
      "幺", "正", "载", "弐", "陌", "O",  "　", "％", "１", "．", "人",   "统一"};
  static_assert(sizeof(pieces) / sizeof(pieces[0]) == 64);
  std::string text;
  for (std::size_t index = 0; index < size; ++index) {
    const bool is_digit = data[index] >= '-' && data[index] <= '9';
    if (data[index] < 64 && !is_digit) {
      text += pieces[data[index]];
    } else {
      text += static_cast<char>(data[index]);
    }
  }
  return text;
}

template <class T> void check(const hantext::result<T>& read, std::string_view text) {
  if (!read) require(read.error().offset + read.error().length <= text.size());
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  numeral::parse_options options;
  options.prefer_digit_strings = (data[0] & 1U) != 0;
  options.mode = static_cast<numeral::mode>((data[0] >> 1) % 3);
  options.large_units = (data[0] & 8U) != 0;
  options.accounting_variants = (data[0] & 16U) != 0;
  options.stacked_multipliers = (data[0] & 32U) != 0;
  const std::string text = text_of(data + 1, size - 1);

  const auto read = numeral::parse(text, options);
  check(read, text);
  if (read) {
    require(read->value <= read->high && (read->is_range || read->value == read->high));
    require(read->denominator > 0 && read->measure.end <= text.size());
  }
  const auto integer = numeral::parse<std::int64_t>(text, options);
  check(integer, text);
  if (integer) require(read && read->value == hantext::decimal(integer->value));
  const auto number = numeral::parse<double>(text, options);
  require(number.has_value() == read.has_value());
  check(numeral::parse_money(text, options), text);

  std::size_t last = 0;
  for (const numeral::mention& each : numeral::scan(text, options)) {
    require(last <= each.begin && each.begin < each.end && each.end <= text.size());
    require(each.number.value <= each.number.high);
    last = each.end;
  }
  return 0;
}
