#include "china_gov_examples.hpp"

#include "catch.hpp"

#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

struct example {
  std::string text;
  std::string records;
};

std::vector<example> read_examples() {
  std::ifstream file(HANTEXT_EXAMPLES);
  std::vector<example> all;
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    const std::string_view head = std::string_view(line).substr(0, 3);
    if (head == "=> " || head == "-> ") {
      REQUIRE_FALSE(all.empty());
      all.back().records += line + '\n';
    } else {
      all.push_back({line, {}});
    }
  }
  return all;
}

} // namespace

TEST_CASE("every example sentence gives the records that a careful reader finds in it") {
  const std::vector<example> all = read_examples();
  CHECK(all.size() >= 300);
  for (const example& one : all) {
    INFO(one.text);
    CHECK(examples::records_of(hantext::analyze(one.text)) == one.records);
  }
}
