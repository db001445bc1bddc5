// One engine in several threads at once; built with ThreadSanitizer, which sees any race.
#include <hantext/rules/compile.hpp>
#include <hantext/rules/engine.hpp>

#include <cstddef>
#include <cstdio>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace {

namespace rules = hantext::rules;

constexpr std::string_view pack = R"(
lexicon verb = 造林 开挖 ;
rule place.any emits place = [han]{2}? ( "县" | "镇" ) ;
record work keep longest set place = nearest @place before in paragraph ;
rule work.any emits work = v:<verb> [han]{0,4}? n:@number ( "亩" | "公里" ) where n.value > 2
  set value = n.value, verb = v ;
)";

std::string printed(const rules::engine& engine, const hantext::document& page) {
  std::string out;
  for (const rules::match& found : engine.run(page)) {
    out.append(found.rule).append(" ").append(std::to_string(found.where.begin));
    for (const rules::field& one : found.fields)
      out.append(" ").append(one.name).append("=").append(one.value);
    out += '\n';
  }
  return out;
}

} // namespace

int main() {
  const auto program = rules::compile(pack);
  if (!program) return 1;
  const rules::engine engine(*program);
  const hantext::document page(
      "清源县造林30亩，安平镇开挖河道1.2公里，造林四百余亩。\n\n开挖沟渠3公里。\n");
  const std::string wanted = printed(engine, page);
  if (wanted.find("value=400") == std::string::npos) return 1;
  std::vector<std::string> found(4);
  std::vector<std::thread> threads;
  for (std::string& one : found) {
    threads.emplace_back([&] {
      for (int i = 0; i < 10; ++i) // an engine of its own, too, over the same program
        one = printed(i % 2 == 0 ? engine : rules::engine(*program), page);
    });
  }
  for (std::thread& one : threads)
    one.join();
  for (const std::string& one : found) {
    if (one == wanted) continue;
    std::fputs(one.c_str(), stderr);
    return 1;
  }
}
