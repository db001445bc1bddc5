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

  const std::string_view sentence =
      "清源县统一部署，铺设水管30多公里，惠及两万余户，同比增长百分之十五。";
  std::cout << '\n' << sentence << '\n';
  for (const auto& mention : numeral::scan(sentence)) {
    std::cout << '[' << mention.begin << ',' << mention.end << ") "
              << sentence.substr(mention.begin, mention.end - mention.begin) << " = "
              << to_string(mention.number.value) << '\n';
  }

  const hantext::decimal amount = *hantext::parse_decimal("107000.53");
  std::cout << '\n';
  for (const auto style : {numeral::style::lower, numeral::style::upper, numeral::style::money}) {
    std::cout << *numeral::format(amount, style) << '\n';
  }
}

// Output:
// 10亿零817万5288: 1008175288
// 三百五: 350
// 十七八: 17 to 18
// 1600多万: 16000000 and more
// 一百百: byte 6: a multiplier follows another of the same size; put a digit between them
//
// 清源县统一部署，铺设水管30多公里，惠及两万余户，同比增长百分之十五。
// [36,41) 30多 = 30
// [56,65) 两万余 = 20000
// [83,98) 百分之十五 = 15
//
// 十万七千点五三
// 壹拾万柒仟点伍叁
// 壹拾万柒仟元伍角叁分
