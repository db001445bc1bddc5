#include <hantext/rules/explain.hpp>

#include "catch.hpp"

#include <hantext/rules/compile.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace rules = hantext::rules;

namespace {

const char* const pack = R"(
lexicon verb = 开展 启动 ;
rule area emits metric = name:( "造林" | "植树" ) [han]{0,3}? n:@number "亩"
  unless "减少" between name and n where n.value > 5 ;
rule wide emits metric = [han]{2} n:@number "亩地" ;
rule campaign emits initiative = <verb> "了" [han]{2,6} "活动" before([punctuation] | edge) ;
)";

std::string told(std::string_view rule, std::string_view text) {
  const hantext::result<rules::program> made = rules::compile(pack);
  REQUIRE(made);
  std::string out;
  for (const rules::attempt& one : rules::explain(*made, rule, text)) {
    constexpr std::string_view names[] = {"matched", "stopped", "guarded", "lost"};
    out.append(out.empty() ? "" : " | ").append(names[static_cast<std::size_t>(one.became)]);
    out.append("[").append(one.where.in(text)).append("]");
    out.append(one.message.empty() ? "" : " ").append(one.message);
  }
  return out;
}

struct example {
  const char* rule;
  const char* text;
  const char* told;
};

const example examples[] = {
    {"area", "全年造林30亩", "matched[造林30亩]"},
    {"area", "造林30公顷", "stopped[造林30] expected \"亩\", found \"公\""},
    {"area", "造林约30户，植树一片",
     R"(stopped[造林约30] expected "亩", found "户" | stopped[植树一片] expected [han], or @number, found the sentence's end)"},
    {"area", "造林减少30亩",
     R"(guarded[造林减少30亩] what 'unless' forbids lies between 'name' and 'n': "减少")"},
    {"area", "造林3亩", R"(guarded[造林3亩] 'where' does not hold: n.value is "3")"},
    {"wide", "造林30亩地", "matched[造林30亩地]"},
    {"area", "造林30亩地", "lost[造林30亩] its place went to the rule 'wide'"},
    {"campaign", "开展清河活动", "stopped[开展] expected \"了\", found \"清\""},
    {"campaign", "启动了清河行动。",
     "stopped[启动了清河行动] expected [han], or \"活动\", found \"。\""},
    {"campaign", "开展了清河活动A的",
     "stopped[开展了清河活动] expected [han], or \"活动\", or [punctuation] or the sentence's "
     "edge, found \"A\""},
    {"campaign", "天气晴", ""},
    {"unknown", "造林30亩", ""},
};

} // namespace

TEST_CASE("every attempt of a rule tells how far it came and what stopped it") {
  for (const example& row : examples) {
    INFO(row.rule << ' ' << row.text);
    CHECK(told(row.rule, row.text) == row.told);
  }
}

TEST_CASE("a match is told with all that its guards saw, a miss with all that could have gone on") {
  const hantext::result<rules::program> made = rules::compile(pack, "own");
  REQUIRE(made);
  const hantext::document page("造林减少8亩，造林约30亩，造林3亩。启动了清河活动A");
  const std::vector<rules::match> matches = rules::engine(*made).run(page);
  REQUIRE(matches.size() == 1);
  CHECK(matches[0].pack == "own");
  CHECK(made->pack_of("area") == "own");
  const rules::attempt one = rules::explain(*made, matches[0], page);
  CHECK(one.where == matches[0].whole);
  CHECK(one.details == std::vector<std::string>{
                           "nothing that 'unless' forbids lies between 'name' and 'n': \"约\"",
                           "'where' holds: n.value is \"30\""});
  const std::vector<rules::attempt> refused = rules::explain(*made, "area", page);
  REQUIRE(refused.size() == 3);
  CHECK(refused[0].details == std::vector<std::string>{refused[0].message});
  CHECK(refused[2].details.size() == 2);
  CHECK(refused[2].details[1] == refused[2].message);
  const std::vector<rules::attempt> missed = rules::explain(*made, "campaign", page);
  REQUIRE(missed.size() == 1);
  CHECK(missed[0].details ==
        std::vector<std::string>{"[han]", "\"活动\"", "[punctuation] or the sentence's edge"});
}

TEST_CASE("of very many things that could have gone on three are told") {
  const auto made = rules::compile(
      R"(rule a emits r = "甲" ( "乙" | "丙" | "丁" | "戊" | @number | @quoted | @title ) ;)");
  REQUIRE(made);
  const auto all = rules::explain(*made, "a", "甲己");
  REQUIRE(all.size() == 1);
  CHECK(all[0].message == "expected \"乙\" or \"丙\" or \"丁\" or …, or @number, or @quoted, or …, "
                          "found \"己\"");
  CHECK(all[0].details.size() == 4);
}

TEST_CASE("an attempt is printed with its line, column and a mark") {
  const hantext::result<rules::program> made = rules::compile(pack);
  REQUIRE(made);
  const hantext::document page("清源县植树。\n\n云溪镇造林30公顷。\n");
  const std::vector<rules::attempt> all = rules::explain(*made, "area", page);
  REQUIRE(all.size() == 2);
  CHECK(
      rules::to_string(all[0], page.text()).starts_with("1:6: stopped after \"植树\": expected "));
  CHECK(rules::to_string(all[1], page.text())
            .find("stopped after \"造林30\": expected \"亩\", found \"公\"\n") !=
        std::string::npos);
  CHECK(rules::to_string(all[1], page.text()).find("\n  云溪镇造林30公顷。\n") !=
        std::string::npos);
  CHECK(rules::to_string(all[1], page.text(), {7, 3}).starts_with("7:3: stopped after "));
}

TEST_CASE("of a long line only what is near an attempt is printed") {
  const hantext::result<rules::program> made = rules::compile(pack);
  REQUIRE(made);
  std::string text, before, after;
  for (int i = 0; i < 30; ++i)
    text += "天晴";
  const std::string line = text + "造林30亩" + text;
  for (int i = 0; i < 12; ++i)
    before += "天晴";
  for (int i = 0; i < 20; ++i)
    after += "天晴";
  const std::vector<rules::attempt> all = rules::explain(*made, "area", line);
  REQUIRE(all.size() == 1);
  std::string marked = "  ";
  for (int i = 0; i < 25; ++i)
    marked += "　";
  CHECK(rules::to_string(all[0], line) == "1:61: matched \"造林30亩\"\n  …" + before + "造林30亩" +
                                              after + "…\n" + marked + "＾＾^^＾\n");
}
