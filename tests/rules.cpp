#include <hantext/rules.hpp>

#include "catch.hpp"
#include "slow_rules.hpp"

#include <algorithm>
#include <ctime>
#include <limits>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rules = hantext::rules;

namespace {

rules::program compiled(std::string_view text) {
  hantext::result<rules::program> made = rules::compile(text);
  if (!made) {
    const rules::position at = rules::locate(text, made.error().offset);
    FAIL(at.line << ':' << at.column << ": " << std::string(made.error().message()));
  }
  return std::move(*made);
}

/// "type[text] field=value …" for every record, joined by " | ".
std::string found(std::string_view pack, std::string_view text) {
  const rules::program program = compiled(pack);
  std::string out;
  for (const rules::match& match : rules::engine(program).run(text)) {
    if (!out.empty()) out += " | ";
    out += std::string(match.type) + '[' + std::string(match.where.in(text)) + ']';
    for (const rules::field& field : match.fields) {
      out += ' ' + std::string(field.name) + '=' + field.value;
    }
  }
  return out;
}

struct construct {
  const char* what;
  const char* pack;
  const char* text;
  const char* records;
};

const construct constructs[] = {
    {"a literal", R"(rule a emits r = "项目" ;)", "两个项目一个项目", "r[项目] | r[项目]"},
    {"a literal matches whatever the width", R"(rule a emits r = "，A" ;)", "甲,A；乙，Ａ",
     "r[,A] | r[，Ａ]"},
    {"a literal that holds a quotation mark", R"(rule a emits r = '"' [han] '"' ;)", "开展\"甲\"",
     "r[\"甲\"]"},
    {"a lexicon takes its longest word first", "lexicon v = 改造 改造提升 ; rule a emits r = <v> ;",
     "完成改造提升工程", "r[改造提升]"},
    {"a lexicon gives up its longest word where the rest needs it",
     R"(lexicon v = 改造 改造提升 ; rule a emits r = <v> "提升工程" ;)", "改造提升工程",
     "r[改造提升工程]"},
    {"a class with bounds", "rule a emits r = [digit]{2,3} ;", "1月 20日 2345", "r[20] | r[234]"},
    {"several classes", "rule a emits r = [latin digit]{1,9} ;", "用WIFI6上网", "r[WIFI6]"},
    {"a sequence with an optional part", R"(rule a emits r = "完成" "了"? "改造" ;)",
     "完成改造、完成了改造", "r[完成改造] | r[完成了改造]"},
    {"alternatives are tried in order", R"(rule a emits r at x = x:( "甲" | "甲乙" ) "乙"? ;)",
     "甲乙", "r[甲]"},
    {"a greedy repetition takes all it can", R"(rule a emits r = "从" [han]{1,9} "市" ;)",
     "从东市到西市", "r[从东市到西市]"},
    {"a reluctant repetition takes the least", R"(rule a emits r = "从" [han]{1,9}? "市" ;)",
     "从东市到西市", "r[从东市]"},
    {"a repetition of a group", R"(rule a emits r = "甲" ( "、" [han] ){1,3} ;)", "甲、乙、丙。",
     "r[甲、乙、丙]"},
    {"a number is one element", R"(rule a emits r = @number "户" ;)", "三千二百户和4.3万户",
     "r[三千二百户] | r[4.3万户]"},
    {"a number's attributes",
     R"(rule a emits r = n:@number "户" set value = n.value, bound = n.bound ;)", "60多户",
     "r[60多户] value=60 bound=over"},
    {"a range's upper end",
     R"(rule a emits r = n:@number "米" set value = n.value, high = n.value_high ;)", "200至300米",
     "r[200至300米] value=200 high=300"},
    {"percentages are elements of their own", "rule a emits r = n:@percent set value = n.value ;",
     "占百分之十五", "r[百分之十五] value=15"},
    {"a quotation and what is inside", "rule a emits r = q:@quoted set inner = q.inner ;",
     "开展“清河”行动", "r[“清河”] inner=清河"},
    {"a quotation between straight marks", "rule a emits r = @quoted ;", "开展\"清河\"行动",
     "r[\"清河\"]"},
    {"quotations are no titles", "rule a emits r = @title ;", "“甲”《手册》", "r[《手册》]"},
    {"a condition ahead", R"(rule a emits r = [han] before("县") ;)", "东县西市", "r[东]"},
    {"a condition behind", R"(rule a emits r = after("在") [han] ;)", "在东县", "r[东]"},
    {"a negated condition",
     R"(lexicon v = 开展 ; rule a emits r = ( not before(<v>) [han] ){1,9} ;)", "各地开展",
     "r[各地] | r[展]"},
    {"alternatives of a condition", R"(rule a emits r = after(edge | "，") [han] ;)", "甲乙，丙丁",
     "r[甲] | r[丙]"},
    {"the paragraph's edge", "rule a emits r = after(paragraph) [han]{2} before(paragraph) ;",
     "甲乙", "r[甲乙]"},
    {"a shared pattern with a capture",
     R"(pattern name = x:( [han]{2} ) "县" ; rule a emits r = "在" name set x = x ;)", "在东山县",
     "r[在东山县] x=东山"},
    {"the record's place is the capture named", R"(rule a emits r at x = "在" x:( [han]{2} ) ;)",
     "在东山", "r[东山]"},
    {"an attribute of a word", R"(lexicon v = 建成(status=completed) 开展 ;
       rule a emits r = w:<v> set status = w.status or "open" ;)",
     "建成、开展", "r[建成] status=completed | r[开展] status=open"},
    {"an attribute of the whole lexicon, opened twice",
     R"(lexicon h(kind=campaign) = 活动 行动(kind=action) ; lexicon h(kind=project) = 工程 ;
       rule a emits r = h:<h> set kind = h.kind ;)",
     "活动行动工程", "r[活动] kind=campaign | r[行动] kind=action | r[工程] kind=project"},
    {"records of an earlier type are elements",
     R"(rule q emits quantity = n:@number "亩" set value = n.value ;
       rule m emits metric at q = [han]{2} q:@quantity set value = q.value ;)",
     "造林30亩", "quantity[30亩] value=30 | metric[30亩] value=30"},
    {"the nearest before", R"(lexicon p = 东县 西县 ;
       rule m emits m = @number "亩" set where = nearest <p> before ;)",
     "西县和东县30亩，西县", "m[30亩] where=东县"},
    {"the nearest in either direction, before where they are as near",
     R"(lexicon p = 东县 西县 ; rule m emits m = @number "亩" set where = nearest <p> ;)",
     "东县30亩西县", "m[30亩] where=东县"},
    {"the nearest after", R"(lexicon p = 东县 西县 ;
       rule m emits m = @number "亩" set where = nearest <p> after ;)",
     "东县30亩给西县", "m[30亩] where=西县"},
    {"the nearest within the clause", R"(lexicon p = 东县 西县 ;
       rule m emits m = @number "亩" set where = nearest <p> in clause or "nowhere" ;)",
     "东县，30亩", "m[30亩] where=nowhere"},
    {"a record may take a value from the one before it", R"(
       rule m emits m at q = name:[han]{2} q:( @number "件" ) set name = name ;
       rule n emits m at q = "，" q:( @number "人" ) set name = nearest @m.name before ;)",
     "申请30件，90人", "m[30件] name=申请 | m[90人] name=申请"},
    {"all rules of a type share its record's fields", R"(
       record m set unit = unit, kind = "plain" ;
       rule a emits m = @number unit:"亩" ;
       rule b emits m = @number "%" set kind = "ratio" ;)",
     "3亩5%", "m[3亩] unit=亩 kind=plain | m[5%] kind=ratio"},
    {"the leftmost place wins, then the longest",
     R"(rule a emits r = "乙丙" ; rule b emits r = "甲乙" ;
       rule c emits r = "甲乙丙" ;)",
     "甲乙丙", "r[甲乙丙]"},
    {"of equal places the rule that stands first wins",
     R"(rule a emits r = "甲" set by = "a" ; rule b emits r = "甲" set by = "b" ;)", "甲",
     "r[甲] by=a"},
    {"a blocking rule takes the place", R"(rule q emits r = @number "届" ;
       rule b blocks r = "第" @number "届" ;)",
     "第三届、三届", "r[三届]"},
    {"an edge of the sentence", R"(rule a emits r = edge [han]{2} | [han] "亩" edge ;)",
     "甲乙丙丁戊己亩", "r[甲乙] | r[己亩]"},
    {"an edge within a group and a look",
     R"(rule a emits r = ( edge | "，" ) x:[han] | [han] before( "！" edge ) ;)", "甲！乙，丙！",
     "r[甲] | r[，丙]"},
    {"an edge of the paragraph", "rule a emits r = paragraph [han]{2} paragraph ;", "甲乙",
     "r[甲乙]"},
    {"a pattern that lies ahead", R"(rule a emits r = [han] before( [han]{0,2} "县" ) ;)",
     "东山县，东山镇", "r[东] | r[山]"},
    {"a pattern that lies behind", R"(rule a emits r = after("县" [digit]{1,3} "号"?) [han] ;)",
     "县12村、县7号院、12村", "r[村] | r[号] | r[院]"},
    {"no pattern ahead", R"(rule a emits r = [digit]{1,4} not before( [digit] | [space]? "%" ) ;)",
     "12 %，34户", "r[34]"},
    {"no pattern behind, with a record of an earlier type",
     R"(rule n emits n = @number "年" ; rule a emits r = not after( @n [space]? ) "月" ;)",
     "3年 月、5 月", "n[3年] | r[月]"},
    {"a rather absent option", R"(rule a emits r = "甲" [han]?? before([han]) ;)", "甲乙丙",
     "r[甲]"},
    {"unless a pattern lies between", R"(rule q emits q = @number "亩" ;
       rule m emits m at v = n:"造林" [any]{0,20}? v:@q after("0亩") unless @q between n and v ;)",
     "造林、种草30亩、造林45亩、40亩", "q[30亩] | m[30亩] | q[45亩] | q[40亩]"},
    {"between captures in either order",
     R"(rule a emits r = ( a:"甲" | b:"乙" ) [han]{0,5} ( c:"丙" | b:"丁" ) unless "了" between c and a ;)",
     "甲去丙，甲了丙，乙了丁", "r[甲去丙] | r[乙了丁]"},
    {"unless a capture contains",
     R"(rule a emits r = "在" x:( [han]{1,4} ) "县" unless "和" | "与" in x ;)",
     "在东山县、在东和西县", "r[在东山县]"},
    {"unless the match contains", R"(rule a emits r = "从" [any]{1,9}? "到" unless "，" ;)",
     "从甲，从乙到", "r[从乙到]"},
    {"a guard that fails lets a later start match",
     R"(rule a emits r at x = [han]{1,4} x:@number unless "近" ;)", "近日甲乙3", "r[3]"},
    {"within so many characters",
     R"(rule a emits r = a:"甲" [any]{0,9}? b:"乙" within 2 between a and b ;)",
     "甲一二乙，甲一二三乙", "r[甲一二乙]"},
    {"within a clause", R"(rule a emits r = "甲" [any]{0,9}? "乙" within clause ;)", "甲，乙甲一乙",
     "r[甲一乙]"},
    {"values compared as numbers",
     R"(rule a emits r = n:@number "户" where n.value > 1000 where n.value <= 20000.0 ;)",
     "1000户、1001户、2万户、20001户", "r[1001户] | r[2万户]"},
    {"values compared", R"(rule a emits r = a:@number "至" b:@number where a.value < b.value ;)",
     "2升至3，5升至4", ""},
    {"numbers are compared by value", R"(rule a emits r = n:@number "户" where n.value >= 3000 ;)",
     "三千户、2999户、0.4万户", "r[三千户] | r[0.4万户]"},
    {"an attribute compared as a text, one alternative of several",
     R"(lexicon u = 公里(base=m) 亩(base=m2) 吨(base=kg) ;
       rule a emits r = @number u:<u> where u.base in ("m", "m2") or u = "吨位" ;)",
     "3公里4亩5吨", "r[3公里] | r[4亩]"},
    {"what is not there, and what is something else",
     R"(lexicon u = 公里(base=m) 里 ; lexicon long = 公里 ;
       rule a emits r = @number u:<u> where not u.base ;
       rule b emits s = @number u:<u> where u in <long> where u.base != "kg" ;)",
     "3公里4里", "s[3公里] | r[4里]"},
    {"a guard that asks for the nearest", R"(lexicon p = 东县 西县 ;
       rule m emits m = @number "亩" where nearest <p> before in clause within 2 ;)",
     "东县有30亩，40亩，西县的林地50亩", "m[30亩]"},
    {"one record for each occurrence of a capture, others dealt out",
     R"(rule q emits q = @number "亩" ;
       rule m emits m each v = n:( [han]{2} ) ( "、" n:( [han]{2} ) ){1,3} w:"分别"
         v:@q ( "、" v:@q ){1,3} set name = n, how = w ;)",
     "造林、种草、退耕分别3亩、4亩、5亩，造林、种草分别3亩、4亩、5亩",
     "q[3亩] | m[3亩] name=造林 how=分别 | q[4亩] | m[4亩] name=种草 how=分别 | q[5亩] | "
     "m[5亩] name=退耕 how=分别 | q[3亩] | q[4亩] | q[5亩]"},
    {"values joined", R"(rule a emits r = a:@number "年" b:( [digit]{1,2} "月" )?
       set when = a.value + "/" + b or "year " + a ;)",
     "3年4月、5年", "r[3年4月] when=3/4月 | r[5年] when=year 5"},
    {"the longest record may be kept",
     R"(record r keep longest ; rule a emits r = "甲乙" ; rule b emits r = "乙丙丁" ;)", "甲乙丙丁",
     "r[乙丙丁]"},
    {"or that of the highest priority", R"(record r keep priority ;
       rule a emits r = "甲乙丙" ; rule b emits r priority 2 = "乙" ;)",
     "甲乙丙", "r[乙]"},
    {"priority decides between equal places",
     R"(rule a emits r = "甲" set by = "a" ; rule b emits r priority 1 = "甲" set by = "b" ;)",
     "甲", "r[甲] by=b"},
    {"all that lie in no other may be kept", R"(record r keep outermost ;
       rule a emits r = "甲乙" ; rule b emits r = "乙丙" ; rule c emits r = "乙" ;)",
     "甲乙丙", "r[甲乙] | r[乙丙]"},
    {"or all that are distinct", R"(record r keep distinct ; rule a emits r = "甲乙丙" ;
       rule b emits r = "乙" ; rule c emits r = "乙" ;
       rule d emits s at x = "甲" x:( "乙" before("丙") ) set in = nearest @r before ;)",
     "甲乙丙", "r[甲乙丙] | r[乙] | s[乙]"},
    {"a lexicon may be replaced, extended and emptied, a rule replaced and switched off",
     R"(lexicon v = 甲 ; lexicon w = 乙 ; rule a emits r = <v> ; rule b.c emits r = <w> ;
       rule d emits r = "丁" ; extend lexicon v = 丙 ; off lexicon w ; off rule d ;
       replace rule a emits r = <v> "了" ; rule d emits r = "戊" ;)",
     "甲、丙了、乙、丁、戊", "r[丙了] | r[戊]"},
    {"comments and blanks mean nothing", "# 说明\nrule a emits r = \"甲\" # 末尾\n ;\n", "甲",
     "r[甲]"},
};

struct mistake {
  const char* pack;
  hantext::error_kind kind;
  std::size_t line;
  std::size_t column;
};

const mistake mistakes[] = {
    {"rules a", hantext::error_kind::expected_statement, 1, 1},
    {"lexicon = 甲 ;", hantext::error_kind::expected_name, 1, 9},
    {"lexicon v 甲 ;", hantext::error_kind::expected_symbol, 1, 11},
    {"lexicon v = 甲", hantext::error_kind::expected_value, 1, 14},
    {"lexicon v = \"\" ;", hantext::error_kind::empty_word, 1, 13},
    {"lexicon v(kind) = 甲 ;", hantext::error_kind::expected_symbol, 1, 15},
    {"pattern p = ;", hantext::error_kind::expected_pattern, 1, 13},
    {"pattern p = \"甲 ;\n", hantext::error_kind::unterminated_text, 1, 13},
    {"pattern p = <v> ;", hantext::error_kind::unknown_name, 1, 14},
    {"pattern p = [hanzi] ;", hantext::error_kind::unknown_name, 1, 14},
    {"pattern p = q ;", hantext::error_kind::unknown_name, 1, 13},
    {"pattern p = \"甲\" ;\npattern p = \"乙\" ;", hantext::error_kind::duplicate_name, 2, 9},
    {"pattern p = \"甲\"{3,2} ;", hantext::error_kind::bad_repeat, 1, 13},
    {"pattern p = \"甲\"{0} ;", hantext::error_kind::bad_repeat, 1, 13},
    {"pattern p = \"甲\"{1,999} ;", hantext::error_kind::bad_repeat, 1, 13},
    {"pattern p = ( \"甲\"? )? ;", hantext::error_kind::matches_nothing, 1, 13},
    {"pattern p = ( \"甲\" ;", hantext::error_kind::expected_symbol, 1, 19},
    {"pattern p = edge? ;", hantext::error_kind::matches_nothing, 1, 13},
    {"pattern p = before( edge edge ) ;", hantext::error_kind::matches_nothing, 1, 21},
    {"rule a emits r = edge ;", hantext::error_kind::matches_nothing, 1, 18},
    {"rule a emit r = \"甲\" ;", hantext::error_kind::expected_symbol, 1, 8},
    {"rule a emits r = \"甲\"? ;", hantext::error_kind::matches_nothing, 1, 18},
    {"rule a emits r at x = \"甲\" ;", hantext::error_kind::unknown_name, 1, 19},
    {"rule a emits r = \"甲\" set x = y ;", hantext::error_kind::unknown_name, 1, 30},
    {"rule a emits r = \"甲\" set x = ;", hantext::error_kind::expected_value, 1, 30},
    {"rule a emits r = \"甲\" set x = nearest 甲 ;", hantext::error_kind::expected_value, 1, 38},
    {"rule a emits r = \"甲\" set x = nearest @s ;", hantext::error_kind::unknown_name, 1, 39},
    {"rule a emits r = \"甲\" ;\nrule a emits r = \"乙\" ;", hantext::error_kind::duplicate_name, 2,
     6},
    {"rule a emits r = @r ;", hantext::error_kind::runs_later, 1, 19},
    {"rule a emits r = \"甲\" ;\nrule b emits s = \"乙\" ;\nrule c emits r = @s ;",
     hantext::error_kind::runs_later, 3, 19},
    {"record r set x = \"1\" ;\nrecord r set x = \"2\" ;", hantext::error_kind::duplicate_name, 2,
     8},
    {"rule a emits r = ( ( ( [han]{200} ){200} ){200} ){9} ;",
     hantext::error_kind::pattern_too_large, 1, 6},
};

/// As the slow matcher writes it.
std::string as_slow(const rules::match& match) {
  const auto at = [](hantext::span where) {
    return " [" + std::to_string(where.begin) + "," + std::to_string(where.end) + ")";
  };
  std::string out =
      std::string(match.type) + ' ' + std::string(match.rule) + at(match.whole) + at(match.where);
  std::vector<std::string> captures;
  for (const rules::match::capture& one : match.captures)
    captures.push_back(' ' + std::string(one.name) + at(one.where));
  std::sort(captures.begin(), captures.end());
  for (const std::string& one : captures)
    out += one;
  for (const rules::field& one : match.fields)
    out += ' ' + std::string(one.name) + '=' + one.value;
  return out;
}

} // namespace

TEST_CASE("random packs find in random texts what a slow matcher finds") {
#ifdef HANTEXT_TEST_EXHAUSTIVE
  constexpr int packs = 1500;
#else
  constexpr int packs = 150;
#endif
  slow::maker make(7);
  std::size_t records = 0;
  for (int compared = 0; compared < packs; ++compared) {
    const slow::pack pack = make.make();
    const std::string written = slow::written(pack);
    INFO(written);
    const rules::program program = compiled(written);
    for (int i = 0; i < 8; ++i) {
      std::string text = make.text();
      if (i == 7) text.insert(0, 100, 'd'); // over the edge of a word of bits
      INFO(text);
      std::vector<std::string> expected, got;
      if (!slow::finder(pack, text).run(expected)) continue;
      for (const rules::match& match : rules::engine(program).run(text))
        got.push_back(as_slow(match));
      std::sort(got.begin(), got.end());
      REQUIRE(got == expected);
      records += got.size();
    }
  }
  CHECK(records > 10 * packs);
}

TEST_CASE("every construct of the rule language means what its description says") {
  for (const construct& row : constructs) {
    INFO(row.what);
    CHECK(found(row.pack, row.text) == row.records);
  }
}

TEST_CASE("a mistake in a pack is reported with its kind, line and column") {
  for (const mistake& row : mistakes) {
    INFO(row.pack);
    const hantext::result<rules::program> made = rules::compile(row.pack);
    REQUIRE_FALSE(made);
    const rules::position at = rules::locate(row.pack, made.error().offset);
    CHECK(made.error().message() == hantext::error{row.kind, 0, 0}.message());
    CHECK(at.line == row.line);
    CHECK(at.column == row.column);
    CHECK(made.error().offset + made.error().length <= std::string_view(row.pack).size());
  }
}

TEST_CASE("deeply nested groups are refused, not followed") {
  const std::string deep = "pattern p = " + std::string(10000, '(') + "\"甲\"";
  const hantext::result<rules::program> made = rules::compile(deep);
  REQUIRE_FALSE(made);
  CHECK(made.error().kind == hantext::error_kind::pattern_too_large);
}

TEST_CASE("a mistake in a record's fields is told, and what follows is read once") {
  constexpr std::string_view pack =
      "record z set s = nearest @s before ;\nrule z.any emits z = \"甲\" ;\nrule = ;";
  const rules::source source{"pack", pack};
  const rules::compilation made = rules::compile(std::span<const rules::source>(&source, 1));
  REQUIRE(made.problems.size() >= 2);
  CHECK(made.problems.size() <= 3);
  CHECK(made.problems.front().at.line == 1);
  CHECK(made.problems.back().at.line == 3);
}

TEST_CASE("any cut of a pack compiles or is refused without reading past its end") {
  const std::string pack = R"(lexicon v(kind=x) = 开展 "实施"(status=done) ;
pattern n = ( not before(<v>) [han digit] ){1,3}? | "甲" ;
record r set a = w.kind or "x" ;
rule a.b emits r at t = w:<v> t:( n "活动" ) set b = nearest @number.value before in paragraph ;)";
  for (std::size_t length = 0; length <= pack.size(); ++length) {
    const hantext::result<rules::program> made =
        rules::compile(std::string_view(pack).substr(0, length));
    CHECK((made || made.error().offset <= length));
  }
}

TEST_CASE("matches stay within one sentence of a document and keep their paragraph") {
  const rules::program program = compiled(R"(lexicon p = 清源县 ;
    rule m emits m = "造林" q:( @number "亩" ) set where = nearest <p> before in paragraph,
      here = nearest <p> before in sentence ;)");
  const hantext::document page("清源县植树。今年造林30亩。\n造林\n40亩。\n");
  const std::vector<rules::match> matches = rules::engine(program).run(page);
  REQUIRE_FALSE(matches.empty());
  REQUIRE(matches[0].find("where") != nullptr);
  CHECK(matches[0].find("where")->value == "清源县");
  CHECK(matches[0].find("here") == nullptr);
  CHECK(matches[0].where.in(page.text()) == "造林30亩");
  CHECK(matches[0].find("where")->where.in(page.text()) == "清源县");
}

TEST_CASE("a paragraph too long to be read at once is read in parts") {
  const rules::program program = compiled(R"(lexicon p = 清源县 ;
    rule m emits m = "造林" q:( @number "亩" ) set where = nearest <p> before in paragraph ;
    rule e emits e = after(paragraph) [han]{2} | [han] "。" before(paragraph) ;)");
  std::string text = "清源县造林1亩。";
  while (text.size() < 200000)
    text += "沿河植树，造林20亩。";
  text += "清源县造林3亩。";
  const hantext::document page(text);
  std::size_t areas = 0, edges = 0, named = 0;
  for (const rules::match& match : rules::engine(program).run(page)) {
    areas += match.type == "m" ? 1 : 0;
    edges += match.type == "e" ? 1 : 0;
    named += match.find("where") != nullptr ? 1 : 0;
    if (match.type == "m") CHECK(match.where.in(page.text()).starts_with("造林"));
  }
  CHECK(areas == 2 + (text.size() - 2 * 22) / 29);
  CHECK(edges == 2);
  CHECK(named > 1);
  CHECK(named < areas);
}

TEST_CASE("what stands above on the page is found however far it is") {
  const rules::program program = compiled(R"(lexicon p = 清源县 安平县 ;
    rule m emits m = "造林" q:( @number "亩" ) set where = nearest <p> in page,
      close = nearest <p> in page within 5 ;)");
  const auto where = [&](std::string_view text) {
    const hantext::document page(text);
    std::string out;
    for (const rules::match& match : rules::engine(program).run(page)) {
      const rules::field* field = match.find("where");
      out += field == nullptr ? "-" : field->value + std::string(field->where.in(page.text()));
      out += match.find("close") != nullptr ? "!" : " ";
    }
    return out;
  };
  CHECK(where("造林1亩。安平县造林2亩。\n\n造林3亩。清源县。\n\n沿河，造林4亩。安平县") ==
        "- 安平县安平县!安平县安平县 清源县清源县!");
  std::string far = "清源县推进绿化。\n\n";
  for (int i = 0; i < 3000; ++i)
    far += "沿河植树，各村积极参加，群众踊跃报名。\n\n";
  CHECK(where(far + "造林3亩。") == "清源县清源县 ");
}

TEST_CASE("a match names its rule, its captures and their spans") {
  const rules::program program =
      compiled(R"(rule tree.area emits m at q = verb:"造林" q:( @number "亩" ) ;)");
  const std::string text = "全年造林30亩";
  const std::vector<rules::match> matches = rules::engine(program).run(text);
  REQUIRE(matches.size() == 1);
  CHECK(matches[0].rule == "tree.area");
  CHECK(matches[0].pack.empty());
  CHECK(matches[0].whole.in(text) == "造林30亩");
  REQUIRE(matches[0].captures.size() == 2);
  CHECK(matches[0].captures[0].name == "verb");
  CHECK(matches[0].captures[0].where.in(text) == "造林");
  CHECK(program.rule_names() == std::vector<std::string_view>{"tree.area"});
}

TEST_CASE("what stands before on a page is found however long the page is") {
  const rules::program program = compiled(
      "rule a emits label at w = paragraph w:[han]{2,9} edge set end = w ;"
      "rule b emits cell at n = paragraph n:@number edge where nearest @label in page within 1 "
      "set of = nearest @label in page, value = n.value ;");
  std::string text;
  for (int i = 0; i < 2000; ++i)
    text += "粮食产量\n" + std::to_string(i) + ".5\n" + std::to_string(i) + ".2\n";
  const hantext::document page(text);
  const std::string_view wanted[] = {"cell"};
  CHECK(rules::engine(program, wanted).run(page).size() == 2000); // the first behind each label
}

TEST_CASE("an engine may give the records of some types only, which the others still serve") {
  const rules::program program =
      compiled("rule a emits sum = n:@number \"户\" set value = n.value ;"
               "rule b emits place = [han]{2} \"县\" ;"
               "rule c emits both = who:@place \"有\" of:@sum set count = of.value, of = who ;");
  const std::string_view wanted[] = {"both", "unknown"};
  const std::string_view text = "云溪县有30户";
  CHECK(rules::engine(program).run(text).size() == 3);
  const std::vector<rules::match> given = rules::engine(program, wanted).run(text);
  REQUIRE(given.size() == 1);
  CHECK(given[0].type == "both");
  REQUIRE(given[0].find("count") != nullptr);
  CHECK(given[0].find("count")->value == "30");
  REQUIRE(given[0].find("of") != nullptr);
  CHECK(given[0].find("of")->value == "云溪县");
}

TEST_CASE("matching takes time in proportion to the text, whatever the text") {
  const rules::program program = compiled(R"(lexicon v = 开展 实施 ;
    rule a emits r at t = ( <v> | [han] ){1,20} t:( [han]{1,20} "活动" ) ;
    rule b emits s at q = [han]{1,30}? q:@number "亩" set v = nearest <v> before in paragraph,
      w = nearest @r in paragraph ;)");
  const std::string units[] = {"开展", "一亩", "“", "活动动", "甲。"};
  for (const std::string& unit : units) {
    INFO(unit);
    // Processor time, so that a busy machine does not count.
    const auto time_of = [&](std::size_t times) {
      std::string text;
      for (std::size_t i = 0; i < times; ++i)
        text += unit;
      std::clock_t best = std::numeric_limits<std::clock_t>::max();
      for (int i = 0; i < 3; ++i) {
        const std::clock_t begin = std::clock();
        CHECK(rules::engine(program).run(text).size() <= 2 * text.size());
        best = std::min(best, std::clock() - begin);
      }
      return std::max<double>(1, static_cast<double>(best));
    };
    // 64 times the text: bench/rules says how long that takes, about as many times. Quadratic work
    // would take 4,096 times as long; what grows faster than the text here is the memory that
    // caches no longer hold.
    CHECK(time_of(64000) / time_of(1000) < 256);
  }
}
