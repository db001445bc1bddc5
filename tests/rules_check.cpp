#include <hantext/rules/check.hpp>

#include "catch.hpp"

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

struct checked_pack {
  const char* what;
  const char* pack;
  const char* messages; // of all problems, without the lines shown
};

const checked_pack packs[] = {
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
  for (const checked_pack& row : packs) {
    INFO(row.what);
    std::string messages;
    for (const rules::diagnostic& one : rules::check(row.pack)) {
      const std::string told = rules::to_string(one);
      messages += told.substr(0, told.find('\n') + 1);
    }
    CHECK(messages == row.messages);
  }
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
