#include <hantext/rules/storage.hpp>

#include <hantext/rules.hpp>

#include "catch.hpp"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rules = hantext::rules;
using hantext::error_kind;

namespace {

constexpr std::string_view pack = R"(
lexicon verb = 新建(status=completed) 改造 ;
lexicon unit = 米(factor=1) 公里(factor=1000) ;
pattern name = ( not before(<verb>) [han] ){1,6}? ;
rule length.any emits length = value:@number unit:<unit>
  set value = value.value, factor = unit.factor ;
rule place.any emits place = ( "云溪" | "清源" ) ( "镇" | "县" )? ;
record work set actor = nearest @place before in paragraph or "无", mark = "新" + "的" ;
rule work.any emits work at all = all:( verb:<verb> "了"? what:name size:@length )
  unless "，" between verb and size
  set status = verb.status, what = what, size = size.value ;
rule work.not blocks work = after("不") <verb> ;
)";
constexpr std::string_view text = "清源县今年新建了水渠3公里。不改造河堤2米，改造塘坝12米。";

rules::program compiled() {
  auto made = rules::compile(pack, "works");
  REQUIRE(made);
  return std::move(*made);
}

std::string printed(const rules::program& program) {
  std::string out;
  for (const rules::match& found : rules::engine(program).run(text)) {
    out.append(found.pack).append(" ").append(found.rule).append(" ").append(found.where.in(text));
    for (const rules::field& one : found.fields)
      out.append(" ").append(one.name).append("=").append(one.value);
    out += '\n';
  }
  return out;
}

/// The bytes with the checksum that belongs to them.
std::string forged(std::string bytes) {
  const std::uint64_t sum =
      rules::detail::checksum(std::string_view(bytes).substr(rules::detail::storage_header));
  for (std::size_t i = 0; i < 8; ++i)
    bytes[rules::detail::storage_header - 8 + i] = static_cast<char>(sum >> (8 * i) & 0xFF);
  return bytes;
}

} // namespace

TEST_CASE("a stored pack finds what the pack found") {
  const rules::program program = compiled();
  const std::string bytes = rules::save(program);
  const auto loaded = rules::load(bytes);
  REQUIRE(loaded);
  CHECK(printed(*loaded) == printed(program));
  CHECK(printed(*loaded).starts_with("works place.any "));
  CHECK(printed(program).find("status=completed what=水渠 size=3") != std::string::npos);
  CHECK(rules::save(*loaded) == bytes);
  CHECK(loaded->rule_names() == program.rule_names());
}

TEST_CASE("an empty pack can be stored, too") {
  const auto nothing = rules::compile("");
  REQUIRE(nothing);
  const auto loaded = rules::load(rules::save(*nothing));
  REQUIRE(loaded);
  CHECK(rules::engine(*loaded).run(text).empty());
}

TEST_CASE("what is no stored pack is refused") {
  const std::string bytes = rules::save(compiled());
  for (const std::string& other : {std::string(), std::string("hantext\n"), std::string(pack),
                                   bytes + "x", bytes.substr(1), bytes + bytes}) {
    const auto loaded = rules::load(other);
    REQUIRE(!loaded);
    CHECK(loaded.error().kind == error_kind::damaged_program);
  }
}

TEST_CASE("a stored pack that was cut or changed anywhere is refused") {
  std::string bytes = rules::save(compiled());
  std::size_t taken = 0;
  for (std::size_t size = 0; size < bytes.size(); ++size)
    taken += rules::load(std::string_view(bytes).substr(0, size)) ? 1 : 0;
  for (std::size_t bit = 0; bit < 8 * bytes.size(); ++bit) {
    const auto flipped = static_cast<char>(1 << (bit % 8));
    bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ flipped);
    taken += rules::load(bytes) ? 1 : 0;
    bytes[bit / 8] = static_cast<char>(bytes[bit / 8] ^ flipped);
  }
  CHECK(taken == 0);
}

TEST_CASE("a stored pack that was forged is refused, or runs within its memory") {
  const std::string bytes = rules::save(compiled());
  std::size_t refused = 0, ran = 0;
  for (std::size_t i = rules::detail::storage_header; i < bytes.size(); ++i) {
    for (const int change : {1, 1 << (i % 8), 255}) {
      std::string other = bytes;
      other[i] = static_cast<char>(other[i] ^ change);
      const auto loaded = rules::load(forged(std::move(other)));
      if (!loaded) {
        ++refused;
        continue;
      }
      ++ran;
      CHECK(rules::engine(*loaded).run(text).size() < 1000);
    }
  }
  CHECK(refused > 1000);
  CHECK(ran > 0);
}
