// Numerals: read one, find them in a sentence, write them.
#include <hantext/numeral.hpp>

#include <cstdint>
#include <iostream>
#include <string_view>

namespace numeral = hantext::numeral;

// Reading is constexpr and checked: the type asked for holds the number or there is an error.
static_assert(numeral::parse<std::int64_t>("三万五千")->value == 35000);
static_assert(!numeral::parse<std::int8_t>("三百"));

int main() {
  for (const std::string_view text :
       {"10亿零817万5288", "三百五", "十七八", "1600多万", "一百百"}) {
    const auto read = numeral::parse(text);
    std::cout << text << ": ";
    if (!read) {
      std::cout << "byte " << read.error().offset << ": " << read.error().message() << '\n';
      continue;
    }
    std::cout << to_string(read->value);
    if (read->is_range) std::cout << " to " << to_string(read->high);
    if (read->limit == numeral::bound::over) std::cout << " and more";
    std::cout << '\n';
  }

  const std::string_view sentence = "清源县铺设水管30多公里，惠及两万余户，增长百分之十五。";
  for (const auto& mention : numeral::scan(sentence)) {
    std::cout << '[' << mention.begin << ',' << mention.end << ") "
              << sentence.substr(mention.begin, mention.end - mention.begin) << " = "
              << to_string(mention.number.value) << '\n';
  }

  using numeral::style;
  const hantext::decimal amount = *numeral::parse_money("10万7千元5角3分");
  for (const style how : {style::lower, style::upper, style::money, style::compact})
    std::cout << *numeral::format(amount, how) << '\n';
  const numeral::format_options shorter{.places = 1, .rounding = hantext::rounding::half_up};
  std::cout << *numeral::format(amount, style::compact, shorter) << '\n'
            << *numeral::format(2021, style::digits) << *numeral::format(3, style::ordinal) << '\n';
}

// Output:
// 10亿零817万5288: 1008175288
// 三百五: 350
// 十七八: 17 to 18
// 1600多万: 16000000 and more
// 一百百: byte 6: a multiplier follows another of the same size; put a digit between them
// [21,26) 30多 = 30
// [41,50) 两万余 = 20000
// [62,77) 百分之十五 = 15
// 十万七千点五三
// 壹拾万柒仟点伍叁
// 壹拾万柒仟元伍角叁分
// 10.700053万
// 10.7万
// 二〇二一第三
