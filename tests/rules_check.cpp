#include <hantext/rules/check.hpp>

#include "catch.hpp"

#include <algorithm>
#include <ctime>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rules = hantext::rules;

namespace {

std::string all_of(const std::vector<rules::diagnostic>& problems) {
  std::string out;
  for (const rules::diagnostic& one : problems)
    out += rules::to_string(one);
  return out;
}

std::string read_file(const char* path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), {}};
}

struct checked_pack {
  const char* what;
  const char* pack;
  const char* messages; // of all problems, without the lines shown
};

const checked_pack checked_packs[] = {
    {"an example that holds",
     R"(rule a emits r at n = n:@number "亩" set value = n.value example "造林30亩"
       => text = 30, value = 30, not bound counter-example "造林30户" ;)",
     ""},
    {"a field that differs",
     R"(rule a emits r = n:@number "亩" set value = n.value
  example "造林30亩" => value = 40 ;)",
     "2:22: error: expected value = \"40\", found \"30\" in r[30亩] by a: value = \"30\"\n"},
    {"an example of no rule, with several records",
     R"(rule a emits r = @number "亩" ; rule b emits s = @number "户" ;
example "3亩4户5亩" => r text = 3亩 => r text = 5亩 => s => s ;
counter-example "3亩" => s ;
counter-example "3亩" ;)",
     "2:9: error: the example has no record s; found are r[3亩] by a; s[4户] by b; r[5亩] by a\n"
     "4:17: error: the counter-example has r[3亩] by a\n"},
    {"an example of no rule that leaves records out",
     R"(rule a emits r = @number "亩" ; rule b emits s = @number "户" ;
example "3亩4户5亩" => r text = 3亩 => r text = 5亩 ;
example "3亩4户5亩" => s ;)",
     "2:9: error: the example has also s[4户] by b\n"
     "3:9: error: the example has also r[3亩] by a\n"
     "3:9: error: the example has also r[5亩] by a\n"},
    {"an example where nothing is found", "rule a emits r = \"甲\" example \"乙\" => text = 甲 ;",
     "1:30: error: the example has no record of the rule a; nothing is found\n"},
    {"names that nothing uses",
     "lexicon v = 甲 ;\nlexicon w = 乙(a=b) ;\npattern p = \"丙\" ;\nrule a emits r = \"丁\" ;",
     "1:9: warning: nothing uses this; remove it or use it\n"
     "3:9: warning: nothing uses this; remove it or use it\n"},
    {"a word with different attributes",
     "lexicon v = 甲(a=1,b=2) 乙(a=1) 甲(b=2,a=1) 乙(a=2) ; rule a emits r = <v> ;",
     "1:42: warning: the lexicon lists this word with different attributes; keep one of them\n"},
    {"rules that never match", R"(lexicon v = 甲 ; off lexicon v ;
rule a emits r = <v> "乙" ;
rule b emits s = "乙" ( @r | <v> ) ;
rule c emits s = before([digit]) [han] ;
rule d emits s = not before([any]) [han] ;
rule e emits s = before(edge) "乙" ;
rule f emits s = before([digit] | "乙") [han] @r? ;)",
     "2:6: warning: this can never match; what it needs is never there\n"
     "3:6: warning: this can never match; what it needs is never there\n"
     "4:6: warning: this can never match; what it needs is never there\n"
     "5:6: warning: this can never match; what it needs is never there\n"
     "6:6: warning: this can never match; what it needs is never there\n"},
    {"rules that never win", R"(rule a emits r = "甲" | after("乙") [han]{2} ;
rule b emits r = x:( "甲" ) ;
rule c emits r = after("乙") [han]{2} | "甲" ;
rule d emits r = after("丙") [han]{2} | "甲" ;
rule e emits r at x = x:"甲" ;
rule f emits r priority 1 = "甲" ;)",
     "2:6: warning: this never wins: another rule or alternative before it matches the same\n"
     "3:6: warning: this never wins: another rule or alternative before it matches the same\n"},
    {"loops that could take nothing, and looks without a bound",
     R"(pattern p = "甲" ( "乙"? ){2,9} ;
rule b emits r = after( [han]{1,} ) "甲" ;
rule c emits r = after( [han]* ) "甲" ;)",
     "1:17: error: this can match the empty text; make at least one part of it necessary\n"
     "2:33: error: expected a number in digits\n"
     "3:30: error: expected a part of a pattern: \"text\", <lexicon>, [class], @annotation or "
     "(group)\n"},
    {"every mistake is told, and what follows from one is not",
     R"(lexicon verb = 开展 启动(status) ;
pattern name = ( [hann]{2} ;
rule a emits r = <verbs> name ;
rule b emits r = x:<verb> set a = y, b = x ;
rule c emits r = <verb> set a = x.y ; rule a emits s = "甲" ;
import china ;
rulle d emits r = "甲" ;
rule e emits r = "甲" unless "乙" betwen a and b ;
record r keep all ;)",
     "1:28: error: expected '=' here\n"
     "2:19: error: there is no class of this name; did you mean 'han'?\n"
     "3:19: error: there is no lexicon of this name above; did you mean 'verb'?\n"
     "4:35: error: there is no capture of this name above; did you mean 'x'?\n"
     "5:33: error: there is no capture of this name above\n"
     "6:8: error: there is no pack or file of this name; check its spelling and where it is "
     "looked for\n"
     "7:1: error: expected a statement: import, lexicon, pattern, record, rule, annotation, "
     "extend, replace, off, example or counter-example; did you mean 'rule'?\n"
     "8:33: error: there is no pattern of this name above\n"
     "9:15: error: expected leftmost, longest, priority, outermost or distinct\n"},
};

} // namespace

TEST_CASE("check runs the examples of a pack and tells what is probably wrong") {
  for (const checked_pack& row : checked_packs) {
    INFO(row.what);
    std::string messages;
    for (const rules::diagnostic& one : rules::check(row.pack)) {
      const std::string told = rules::to_string(one);
      messages += told.substr(0, told.find('\n') + 1);
    }
    CHECK(messages == row.messages);
  }
}

TEST_CASE("packs import others and files of words, and change what they define") {
  constexpr rules::source files[] = {
      {"base", R"(import words ; lexicon org = 清源县 ; lexicon place = @places.txt 安平街道 ;
        pattern year = [digit]{4} "年" ; rule where.any emits where = w:<place> set kind = w.kind ;
        rule where.loud emits where = <place> "！" ; rule act.any emits act = <org> <verb> ;)"},
      {"words", "import base ; lexicon verb = 开展 ;"}, // each imports the other: both once
      {"places.txt", "云溪镇(kind=town) # 镇\n\"东 村\"\n"},
  };
  std::string asked;
  const auto resolve = [&](std::string_view name) -> std::optional<std::string_view> {
    asked.append(name).append(" ");
    for (const rules::source& file : files) {
      if (file.name == name) return file.text;
    }
    return std::nullopt;
  };
  const rules::source packs[] = {
      {"own", R"(import base ; extend lexicon org = 白水市 ; off rule where.loud ;
        replace rule where.any emits where = <place>{1,2} set text = "place" ;
        rule when.any emits when = year ;)"},
      {"more", "import \"own\" ; replace lexicon verb = 启动 ; off rule when ;"}};
  const rules::compilation made = rules::compile(packs, resolve);
  for (const rules::diagnostic& one : made.problems)
    UNSCOPED_INFO(rules::to_string(one));
  REQUIRE(made);
  CHECK(asked == "base words places.txt ");
  CHECK(made.rules.rule_names() == std::vector<std::string_view>{"where.any", "act.any"});
  const std::string text = "清源县开展、白水市启动、2031年在云溪镇东 村！";
  std::string found;
  for (const rules::match& one : rules::engine(made.rules).run(text))
    found.append(one.where.in(text))
        .append(" by ")
        .append(one.rule)
        .append(" of ")
        .append(one.pack) += '\n';
  CHECK(found == "白水市启动 by act.any of base\n云溪镇东 村 by where.any of own\n");
}

TEST_CASE("mistakes in imported packs and files are told with their names") {
  const auto resolve = [](std::string_view name) -> std::optional<std::string_view> {
    if (name == "base") return "lexicon v = @bad.txt ;\nrule a emit r = <v> ;";
    if (name == "bad.txt") return "甲\n乙(a)\n丙(=)\n";
    if (name == "bytes") return "lexicon w = 甲 \xE4\xB8 ;";
    return std::nullopt;
  };
  const rules::source pack{"own",
                           "import base ;\nimport base ;\nimport bytes ; extend lexicon u = 甲 ;"
                           " off rule b ; replace rule c emits r = \"甲\" ; extend rule a ;"};
  std::string messages;
  for (const rules::diagnostic& one : rules::compile({&pack, 1}, resolve).problems) {
    const std::string told = rules::to_string(one);
    messages += told.substr(0, told.find('\n') + 1);
  }
  CHECK(messages ==
        "bad.txt:2:4: error: expected '=' here\n"
        "bad.txt:3:3: error: expected a name made of letters, digits, '_' or '.'\n"
        "base:2:8: error: expected emits or blocks\n"
        "bytes:1:15: error: a UTF-8 character breaks off before its last byte; the file may have "
        "been cut\n"
        "own:3:31: error: there is no lexicon of this name above; did you mean 'v'?\n"
        "own:3:48: error: there is no rule of this name above\n"
        "own:3:65: error: there is no rule of this name above\n"
        "own:3:83: error: expected a statement: import, lexicon, pattern, record, rule, "
        "annotation, extend, replace, off, example or counter-example\n");
}

TEST_CASE("a lexicon of a hundred thousand words compiles in proportion to its size") {
  const auto time_of = [](std::size_t count) {
    std::string words;
    for (std::size_t i = 0; i < count; ++i)
      words.append("w").append(std::to_string(i * 7919 % count)).append("(a=b)\n");
    const auto resolve = [&](std::string_view) { return std::optional<std::string_view>(words); };
    const rules::source pack{"own", "lexicon v = @words ; rule a emits r = <v> ;"};
    const std::clock_t begin = std::clock();
    const rules::compilation made = rules::compile({&pack, 1}, resolve);
    const std::clock_t end = std::clock();
    CHECK(made);
    return std::max<double>(1, static_cast<double>(end - begin));
  };
  CHECK(time_of(100000) / time_of(5000) < 100); // 20 times the words; squared it were 400
}

TEST_CASE("the README shows the language by a pack that is right, and has the header's grammar") {
  const std::string readme = read_file(HANTEXT_TOP "/README.md");
  const auto block = [&](const std::string& language) {
    const std::size_t begin = readme.find("\n```" + language + "\n") + language.size() + 5;
    return readme.substr(begin, readme.find("```", begin) - begin);
  };
  const std::string text = block("rules");
  const rules::source pack{"README", text};
  const auto resolve = [](std::string_view name) -> std::optional<std::string_view> {
    if (name == "base")
      return "lexicon verb = 开展 ; rule base.old.one emits base = \"旧\" ;"
             "rule base.new emits base = \"新\" ;";
    return name == "towns.txt" ? std::optional<std::string_view>("安平镇") : std::nullopt;
  };
  CHECK(all_of(rules::check({&pack, 1}, resolve)) == "");
  // Every word and symbol of the grammar stands in the pack.
  const std::string all = block("ebnf");
  std::string shown; // without comments and texts
  bool quoted = false, comment = false;
  for (const char c : text) {
    comment = c == '\n' ? false : comment || (c == '#' && !quoted);
    if (c == '"') quoted = !quoted;
    if (!comment && (!quoted || c == '"')) shown += c;
  }
  const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || c == '_'; };
  const auto shows = [&](const std::string& terminal) {
    for (std::size_t at = 0; (at = shown.find(terminal, at)) != std::string::npos; ++at) {
      const std::size_t end = at + terminal.size();
      if (!is_letter(terminal.front()) ||
          ((at == 0 || !is_letter(shown[at - 1])) && !is_letter(shown[end])))
        return true;
    }
    return false;
  };
  std::size_t terminals = 0;
  for (std::size_t at = 0; (at = all.find('"', at)) != std::string::npos; ++at) {
    const std::size_t begin = at + 1;
    at = all.find('"', begin);
    INFO(all.substr(begin, at - begin));
    CHECK(shows(all.substr(begin, at - begin)));
    ++terminals;
  }
  CHECK(terminals > 100);
  std::string grammar;
  for (const char c : block("ebnf"))
    grammar.append(grammar.empty() || grammar.back() == '\n' ? "///     " : "").push_back(c);
  CHECK(read_file(HANTEXT_TOP "/include/hantext/rules.hpp").find(grammar) != std::string::npos);
}

TEST_CASE("a problem is shown with its line and a mark as wide as the text") {
  const rules::source pack{"own.rules", "lexicon v = 甲 ;\r\nrule 一\t= <v> \"乙 ;\r\n"};
  CHECK(all_of(rules::check({&pack, 1})) ==
        "own.rules:2:6: error: expected a name made of letters, digits, '_' or '.'\n"
        "  rule 一\t= <v> \"乙 ;\n"
        "       ＾\n");
  const rules::source cut{"own.rules", "rule a emits r = \"甲\""};
  CHECK(all_of(rules::check({&cut, 1})) == "own.rules:1:21: error: expected ';' here\n"
                                           "  rule a emits r = \"甲\"\n"
                                           "                    　 ^\n");
}
