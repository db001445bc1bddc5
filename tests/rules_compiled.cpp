#include <hantext/rules/compiled.hpp>

#include "catch.hpp"

#include <hantext/rules/engine.hpp>

#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rules = hantext::rules;

namespace {

constexpr char pack[] = R"(# one of each construct
lexicon verb = 开展(status=ongoing) 建成(status=completed) ;
lexicon place(kind=town) = 清源县 云溪镇 ;
pattern title = ( not before(<verb>) [han] ){2,6} ;
record metric set place = nearest <place> before in paragraph ;
rule metric.area emits metric at q
  = name:( "造林" | "植树" ) [any]{0,4}? q:( n:@number unit:"亩" ) before(edge | [punctuation])
  unless "减少" between name and q
  set value = n.value, bound = n.bound, unit = unit, kind = "area" ;
rule campaign emits initiative at title
  = w:<verb> "了"? title:( title "活动" ) not after("的") set status = w.status or "ongoing" ;
)";

} // namespace

TEST_CASE("a pack in code is the program that its text gives at run time") {
  const hantext::result<rules::program> made = rules::compile(pack);
  REQUIRE(made);
  const rules::detail::program_view one = made->view();
  const rules::detail::program_view other = rules::compiled<pack>.get().view();
  CHECK(one.heading == other.heading);
  std::size_t pools = 0;
  one.for_each_pool([&]<class T>(std::span<const T> own) {
    const std::span<const T> theirs = other.all<T>();
    ++pools;
    CHECK(own.size() == theirs.size());
    CHECK(std::equal(own.begin(), own.end(), theirs.begin(), theirs.end()));
  });
  CHECK(pools > 10);
  CHECK(one.code().size() > 20);
}

TEST_CASE("a pack in code finds what its text finds") {
  const std::string page = "清源县植树共30多亩，云溪镇开展了清河活动。";
  const hantext::result<rules::program> made = rules::compile(pack);
  REQUIRE(made);
  const std::vector<rules::match> expected = rules::engine(*made).run(page);
  const std::vector<rules::match> found = rules::engine(rules::compiled<pack>).run(page);
  REQUIRE(expected.size() == 2);
  REQUIRE(found.size() == 2);
  for (std::size_t i = 0; i < 2; ++i) {
    CHECK(found[i].where == expected[i].where);
    CHECK(found[i].rule == expected[i].rule);
    REQUIRE(found[i].fields.size() == expected[i].fields.size());
    for (std::size_t k = 0; k < found[i].fields.size(); ++k)
      CHECK(found[i].fields[k].value == expected[i].fields[k].value);
  }
}

TEST_CASE("a pack in code may have a name, which its matches tell") {
  const rules::program& named = rules::compiled<"rule a emits r = \"甲\" ;", "own">;
  const auto found = rules::engine(named).run("甲");
  REQUIRE(found.size() == 1);
  CHECK(found[0].pack == "own");
  CHECK(named.pack_of("a") == "own");
}

TEST_CASE("a pack in code is compiled once and shared") {
  CHECK(&rules::compiled<"rule a emits r = \"甲\" ;">.get() ==
        &rules::compiled<"rule a emits r = \"甲\" ;">.get());
}

TEST_CASE("a rule that expands to more than its text has room") {
  const rules::program& many = rules::compiled<R"(rule a emits r = ( "甲" | "乙丙" ){1,99} ;)">;
  CHECK(rules::engine(many).run("甲乙丙甲").size() == 1);
}
