// Rules that the compiler checks, an annotator of your own, and records as your own structs.
#include <hantext/rules.hpp>
#include <hantext/rules/compiled.hpp>
#include <hantext/rules/typed.hpp>

#include <iostream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rules = hantext::rules;

// A mistake in these lines is a compile error.
constexpr char pack[] = R"(
  annotation plate ;
  lexicon offence (points=6) = 闯红灯 ;
  lexicon offence (points=3) = 违停 逆行 ;
  rule fine emits fine = car:@plate "因" what:<offence> [han]{0,4} "罚款" sum:@number "元"
    set points = what.points, sum = sum.value, province = car.province ;
)";

struct fine {
  std::string car; // a capture
  int points = 0;  // fields
  double sum = 0;
  std::optional<std::string> province;
};
template <> struct rules::record_of<fine> {
  static constexpr std::string_view type = "fine";
  static constexpr auto members =
      rules::members(rules::member("car", &fine::car), rules::member("points", &fine::points),
                     rules::member("sum", &fine::sum), rules::member("province", &fine::province));
};

// Finds number plates: 甲 or 乙, a letter, a dot and five characters.
void find_plates(std::string_view text, std::vector<rules::marked>& marks) {
  for (std::size_t dot = text.find("·"); dot != text.npos; dot = text.find("·", dot + 1)) {
    if (dot < 4) continue;
    const hantext::span where{dot - 4, dot + 7};
    const std::string province(text.substr(where.begin, 3));
    marks.push_back({"plate", where, {{"province", province, {where.begin, where.begin + 3}}}});
  }
}

int main() {
  const hantext::document page("甲A·12K45因闯红灯被处罚款二百元，乙C·8H031因违停罚款50元。");
  const rules::engine engine(rules::compiled<pack>);
  for (const fine& one : rules::records<fine>(engine.run(page, find_plates), page.text()))
    std::cout << one.car << ": " << one.points << " points, " << one.sum << " yuan, from "
              << one.province.value_or("?") << '\n';
}
// Output:
// 甲A·12K45: 6 points, 200 yuan, from 甲
// 乙C·8H031: 3 points, 50 yuan, from 乙
