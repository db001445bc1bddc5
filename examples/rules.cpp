// Your own rules: a small language finds what you describe, and says which rule found it.
#include <hantext/rules.hpp>

#include <iostream>
#include <string>
#include <string_view>

int main() {
  constexpr std::string_view pack = R"(
    lexicon accident (severity=minor) = 追尾 剐蹭 ;
    lexicon accident (severity=grave) = 侧翻 ;
    lexicon road = 迎宾大道 环城路 滨河路 ;

    record incident set road = nearest <road> before, severity = what.severity ;

    rule incident.count emits incident
      = what:<accident> "事故"? n:@number ( "起" | "次" )
        set count = n.value, bound = n.bound ;
    rule incident.single emits incident
      = "发生" "一起"? what:<accident>
        set count = "1" ;
    rule incident.drill blocks incident = "模拟" <accident> ;
  )";

  const auto program = hantext::rules::compile(pack);
  if (!program) {
    const auto at = hantext::rules::locate(pack, program.error().offset);
    std::cerr << at.line << ':' << at.column << ": " << program.error().message() << '\n';
    return 1;
  }

  const std::string text = "上月环城路追尾事故十余起，迎宾大道剐蹭3起。昨晚滨河路发生一起侧翻，消防"
                           "队曾在此模拟侧翻演练。";
  for (const auto& match : hantext::rules::engine(*program).run(hantext::document(text))) {
    std::cout << match.rule << " at " << match.where.begin << ": " << match.where.in(text) << '\n';
    for (const auto& field : match.fields) {
      std::cout << "  " << field.name << " = " << field.value << '\n';
    }
  }
}
// Output:
// incident.count at 15: 追尾事故十余起
//   count = 10
//   bound = over
//   road = 环城路
//   severity = minor
// incident.count at 51: 剐蹭3起
//   count = 3
//   road = 迎宾大道
//   severity = minor
// incident.single at 79: 发生一起侧翻
//   count = 1
//   road = 滨河路
//   severity = grave
