#include <hantext/report.hpp>

#include "catch.hpp"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using hantext::analysis;
using hantext::span;
namespace report = hantext::report;

// The bytes of `part` within `whole`.
span find(std::string_view whole, std::string_view part) {
  const std::size_t begin = whole.find(part);
  REQUIRE(begin != std::string_view::npos);
  return {begin, begin + part.size()};
}

// A page of one sentence with two metrics and an initiative, made by hand.
struct sample {
  std::string raw = "今年以来，清源县开展“清水润城”行动，排查河渠30多条，投资3至5万元。\n";
  analysis result{hantext::document(raw), {}, {}};

  sample() {
    hantext::metric over;
    over.source = find(raw, "30多条");
    over.text = find(result.page.text(), "30多条");
    over.quote = "30多条";
    over.value = 30;
    over.unit = "条";
    over.bound = hantext::numeral::bound::over;
    over.indicator = "排查河渠";
    over.period = "今年以来";
    over.days.begin = hantext::date{2024, 1, 1};
    over.days.end = hantext::date{2024, 3, 5};
    over.actor = "清源县";
    over.actor_resolved = "清源县";
    over.rule = "metric.measure";
    hantext::metric range;
    range.source = find(raw, "3至5万元");
    range.text = find(result.page.text(), "3至5万元");
    range.quote = "3至5万元";
    range.value = 30000;
    range.value_high = hantext::decimal(50000);
    range.unit = "元";
    range.normalized = hantext::decimal(30000);
    range.base_unit = "元";
    range.mood = hantext::mood::planned;
    range.rule = "metric.money";
    hantext::initiative campaign;
    campaign.source = find(raw, "“清水润城”行动");
    campaign.text = find(result.page.text(), "“清水润城”行动");
    campaign.name = "清水润城行动";
    campaign.actor = "清源县";
    campaign.action = "开展";
    campaign.mentions = {campaign.source};
    campaign.metrics = {0, 1};
    campaign.rule = "initiative.quoted";
    result.metrics = {over, range};
    result.initiatives = {campaign};
  }

  report::page page(std::string_view doc) const { return {doc, &result, raw.size()}; }
};

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

std::string json_text(std::string_view text) {
  std::string out;
  report::detail::append_json_text(out, text);
  return out;
}

} // namespace

TEST_CASE("records carry the fields of each type in order, null where the text says nothing") {
  const sample one;
  const report::page pages[] = {one.page("a.txt")};
  const std::string bytes = std::to_string(one.raw.size());
  const auto start_end = [](span where) {
    return "\"start\":" + std::to_string(where.begin) + ",\"end\":" + std::to_string(where.end);
  };
  CHECK(report::json_lines(pages, {}) ==
        R"({"type":"document","doc":"a.txt","bytes":)" + bytes +
            R"(,"paragraphs":1,"metrics":2,"initiatives":1,"duplicates":0})"
            "\n"
            R"({"type":"paragraph","doc":"a.txt","index":0,)" +
            start_end({0, one.raw.size() - 1}) +
            R"(,"text":"今年以来，清源县开展“清水润城”行动，排查河渠30多条，投资3至5万元。"})"
            "\n"
            R"({"type":"metric","doc":"a.txt","paragraph":0,)" +
            start_end(find(one.raw, "30多条")) +
            R"(,"quote":"30多条","value":"30","unit":"条","normalized":null,"base_unit":null,)"
            R"("bound":"over","indicator":"排查河渠","trend":"none","mood":"stated","basis":null,)"
            R"("period":"今年以来","period_start":"2024-01-01","period_end":"2024-03-05",)"
            R"("actor":"清源县","actor_resolved":"清源县",)"
            R"("rule":"metric.measure"})"
            "\n"
            R"({"type":"metric","doc":"a.txt","paragraph":0,)" +
            start_end(find(one.raw, "3至5万元")) +
            R"(,"quote":"3至5万元","value":"30000","value_high":"50000","unit":"元",)"
            R"("normalized":"30000","base_unit":"元","bound":"exact","indicator":null,)"
            R"("trend":"none","mood":"planned","basis":null,"period":null,"period_start":null,)"
            R"("period_end":null,"actor":null,"actor_resolved":null,"rule":"metric.money"})"
            "\n"
            R"({"type":"initiative","doc":"a.txt","paragraph":0,)" +
            start_end(find(one.raw, "“清水润城”行动")) +
            R"(,"name":"清水润城行动","kind":"campaign","actor":"清源县",)"
            R"("actor_resolved":null,"action":"开展","status":"unspecified","period":null,)"
            R"("period_start":null,"period_end":null,"part_of":null,"mentions":[[)" +
            std::to_string(find(one.raw, "“清水润城”行动").begin) + "," +
            std::to_string(find(one.raw, "“清水润城”行动").end) +
            R"(]],"metrics":[0,1],"rule":"initiative.quoted"})"
            "\n");
}

TEST_CASE("JSON text escapes what RFC 8259 demands and nothing more") {
  CHECK(json_text("清源 a/b") == "\"清源 a/b\"");
  CHECK(json_text("\"\\\n\r\t\x01\x1F\x7F") == "\"\\\"\\\\\\n\\r\\t\\u0001\\u001f\x7F\"");
  CHECK(json_text(std::string_view("\0", 1)) == "\"\\u0000\"");
  CHECK(json_text("😀") == "\"😀\"");
}

TEST_CASE("what is not UTF-8 comes out as U+FFFD in every format") {
  const sample one;
  const report::page pages[] = {one.page("\xE6\xB8.txt")};
  CHECK(has(report::json_lines(pages, {}), "\"doc\":\"\xEF\xBF\xBD.txt\""));
  CHECK(has(report::csv(pages), "metric,\xEF\xBF\xBD.txt,"));
  CHECK(has(report::markdown(pages, {}), "| \xEF\xBF\xBD.txt "));
  CHECK(has(report::html(pages, {}), "\xEF\xBF\xBD.txt</h3>"));
}

TEST_CASE("duplicates are found across pages and point into each page's own bytes") {
  const std::string line = "安平街道的居民都说，日子一天比一天好，心里踏实。";
  const std::string a = "清源县的早晨。\n\n" + line + "\n";
  const std::string b = "  " + line + "\n";
  const analysis first{hantext::document(a), {}, {}};
  const analysis second{hantext::document(b), {}, {}};
  const report::page pages[] = {{"a", &first, a.size()}, {"b", &second, b.size()}};
  const auto groups = report::find_duplicates(pages);
  REQUIRE(groups.size() == 1);
  CHECK(groups[0].kind == hantext::dedup::kind::exact);
  REQUIRE(groups[0].members.size() == 2);
  CHECK(groups[0].members[0].source == find(a, line));
  CHECK(groups[0].members[1].source == find(b, line));
  CHECK(report::duplicates_json_lines(pages, groups) ==
        R"({"type":"duplicate","kind":"exact","similarity":1,"members":[)"
        R"({"doc":"a","paragraph":1,"start":)" +
            std::to_string(find(a, line).begin) + ",\"end\":" + std::to_string(find(a, line).end) +
            R"(},{"doc":"b","paragraph":0,"start":)" + std::to_string(find(b, line).begin) +
            ",\"end\":" + std::to_string(find(b, line).end) + "}]}\n");
  CHECK(has(report::json_lines(pages, groups), R"("doc":"b","bytes":)" + std::to_string(b.size()) +
                                                   R"(,"paragraphs":1,"metrics":0,)"
                                                   R"("initiatives":0,"duplicates":1})"));
}

TEST_CASE("a stutter inside a paragraph is a duplicate of kind repeat") {
  const std::string raw = "清源县做强特色产业链链链链链，带动就业。\n";
  const analysis result{hantext::document(raw), {}, {}};
  const report::page pages[] = {{"a", &result, raw.size()}};
  const auto groups = report::find_duplicates(pages);
  REQUIRE(groups.size() == 1);
  CHECK(groups[0].kind == hantext::dedup::kind::repeat);
  REQUIRE(!groups[0].members.empty());
  CHECK(find(raw, "链链链链链").contains(groups[0].members[0].source));
}

TEST_CASE("similarity is written with three digits at most") {
  CHECK(report::detail::ratio(1) == "1");
  CHECK(report::detail::ratio(0.8) == "0.8");
  CHECK(report::detail::ratio(0.87549) == "0.875");
  CHECK(report::detail::ratio(0.9996) == "1");
  CHECK(report::detail::ratio(0.05) == "0.05");
  CHECK(report::detail::ratio(0) == "0");
}

TEST_CASE("CSV quotes cells that hold commas, quotation marks or line ends") {
  sample one;
  one.result.metrics[0].indicator = "排查\"河渠\",\n沟塘";
  one.result.initiatives[0].part_of = "十大行动";
  const report::page pages[] = {one.page("a,b.txt")};
  const std::string csv = report::csv(pages);
  CHECK(csv.starts_with(
      "type,doc,paragraph,start,end,text,value,value_high,unit,per,"
      "normalized,base_unit,bound,indicator,trend,mood,basis,kind,action,status,part_of,"
      "period,period_start,period_end,actor,actor_resolved,rule\r\n"));
  CHECK(has(csv, "\r\nmetric,\"a,b.txt\",0,"));
  CHECK(has(csv, ",30多条,30,,条,,,,over,\"排查\"\"河渠\"\",\n沟塘\",none,stated,,,,,,今年以来,"
                 "2024-01-01,2024-03-05,清源县,清源县,metric.measure\r\n"));
  CHECK(has(csv,
            ",3至5万元,30000,50000,元,,30000,元,exact,,none,planned,,,,,,,,,,,metric.money\r\n"));
  CHECK(has(csv, ",清水润城行动,,,,,,,,,,,,campaign,开展,unspecified,十大行动,,,,清源县,,"
                 "initiative.quoted\r\n"));
}

TEST_CASE("CSV cells that a spreadsheet would run are defused, numbers are not") {
  sample one;
  one.result.metrics[0].value = -5;
  one.result.metrics[0].value_high = hantext::decimal(-3);
  one.result.metrics[0].indicator = "=HYPERLINK(\"x\")";
  one.result.metrics[0].basis = "＠同比";
  one.result.metrics[0].period = "+今年";
  one.result.metrics[0].actor = "\t县水利局";
  one.result.metrics[0].quote = "-5条";
  const report::page pages[] = {one.page("-a.txt")};
  CHECK(has(report::csv(pages), "metric,'-a.txt,0,"));
  CHECK(has(report::csv(pages),
            ",'-5条,-5,-3,条,,,,over,\"'=HYPERLINK(\"\"x\"\")\",none,stated,'＠同比,"));
  CHECK(has(report::csv(pages), ",'+今年,2024-01-01,2024-03-05,'\t县水利局,"));
  CHECK(has(report::csv(pages, {.defuse = false}), ",-5条,-5,-3,条,,,,over,\"=HYPERLINK("));
}

TEST_CASE("a rate is shown with what it is for one of") {
  sample one;
  one.result.metrics[0].unit = "吨";
  one.result.metrics[0].per = "公顷";
  one.result.metrics[0].normalized = hantext::decimal(30000);
  one.result.metrics[0].base_unit = "kg";
  one.result.metrics[1].per = "=亩";
  const report::page pages[] = {one.page("a.txt")};
  CHECK(has(report::json_lines(pages, {}), R"("unit":"吨","per":"公顷","normalized":"30000",)"));
  CHECK(has(report::csv(pages), ",30,,吨,公顷,30000,kg,over,"));
  CHECK(has(report::csv(pages), ",元,'=亩,30000,元,exact,"));
  CHECK(has(report::markdown(pages, {}), "| 30          | 吨 / 公顷 |"));
  CHECK(has(report::html(pages, {}), R"("30","吨 / 公顷","30000 kg / 公顷","over",)"));

  const auto shown = [](std::string unit, std::string per) {
    hantext::metric rate;
    rate.unit = std::move(unit);
    rate.per = std::move(per);
    return report::detail::unit_of(rate);
  };
  CHECK(shown("元/亩", "亩") == "元 / 亩");
  CHECK(shown("元／亩", "亩") == "元 / 亩");
  CHECK(shown("亩", "亩") == "亩 / 亩");
  CHECK(shown("", "亩") == "/ 亩");
}

TEST_CASE("CSV begins with a byte order mark when asked to") {
  CHECK(report::csv({}).starts_with("type,"));
  CHECK(report::csv({}, {.byte_order_mark = true}).starts_with("\xEF\xBB\xBFtype,"));
  CHECK(report::duplicates_csv({}, {}, {.byte_order_mark = true}).starts_with("\xEF\xBB\xBF"));
}

TEST_CASE("Markdown columns line up, with Han characters two columns wide") {
  const sample one;
  const report::page pages[] = {one.page("a.txt")};
  const std::string markdown = report::markdown(pages, {});
  CHECK(has(markdown, "| doc   | quote    | value       | unit |"));
  CHECK(has(markdown, "| a.txt | 30多条   | 30          | 条   |"));
  CHECK(has(markdown, "| a.txt | 3至5万元 | 30000–50000 | 元   |"));
  CHECK(has(markdown, "## Duplicates\n\nNone.\n"));
}

TEST_CASE("Markdown tells who an actor is where its name does not") {
  sample one;
  one.result.metrics[0].actor = "该县";
  one.result.metrics[1].actor = std::nullopt;
  one.result.metrics[1].actor_resolved = "云溪镇";
  const report::page pages[] = {one.page("a.txt")};
  const std::string markdown = report::markdown(pages, {});
  CHECK(has(markdown, "| 该县 (清源县) |"));
  CHECK(has(markdown, "| (云溪镇)      |"));
}

TEST_CASE("Markdown escapes what would be markup") {
  CHECK(report::detail::markdown_text("a|b*c_d\\e<f>\ng") == "a\\|b\\*c\\_d\\\\e\\<f\\> g");
}

TEST_CASE("the HTML report shows a page's markup as text") {
  const std::string raw = "清源县<script>alert(1)</script>&\"修路'12公里'。\n";
  analysis result{hantext::document(raw), {}, {}};
  result.metrics.resize(1);
  result.metrics[0].actor = "</script><script>alert(2)";
  const report::page pages[] = {{"<b>.txt", &result, raw.size()}};
  const std::string html = report::html(pages, {});
  CHECK(has(html, "清源县&lt;script&gt;alert(1)&lt;/script&gt;&amp;&quot;修路&#39;12公里&#39;。"));
  CHECK(has(html, "&lt;b&gt;.txt"));
  CHECK(has(html, "\"\\u003c/script>\\u003cscript>alert(2)\""));
  CHECK(!has(html, "<script>alert"));
  CHECK(!has(html, "http"));
}

TEST_CASE("the HTML report marks metrics and initiatives where they stand and lists their fields") {
  const sample one;
  const report::page pages[] = {one.page("a.txt")};
  const std::string html = report::html(pages, {});
  CHECK(has(html, " id=\"m0-0\">30多条</mark>，投资<mark"));
  CHECK(has(html, " id=\"i0-0\">“清水润城”行动</mark>"));
  CHECK(has(html,
            "[0,0,\"30多条\",\"30\",\"条\",\"\",\"over\",\"排查河渠\",\"\",\"\",\"\",\"今年以来\","
            "\"2024-01-01–2024-03-05\",\"清源县\",\"\",\"metric.measure\"]"));
  CHECK(has(html, "[0,1,\"3至5万元\",\"30000–50000\",\"元\","));
  CHECK(has(html, "[0,0,\"清水润城行动\",\"campaign\",\"开展\",\"\",\"\",\"\",\"\",\"清源县\",\"\","
                  "\"30多条 · 3至5万元\",\"initiative.quoted\"]"));
  CHECK(has(html, "\"docs\":[[\"a.txt\","));
}

TEST_CASE("the HTML report speaks the language that it is told") {
  const sample one;
  const report::page pages[] = {one.page("a.txt")};
  CHECK(!has(report::html(pages, {}), "data-language"));
  CHECK(has(report::html(pages, {}, {report::language::chinese}), " data-language=\"zh\""));
  CHECK(has(report::html(pages, {}, {report::language::english}), " data-language=\"en\""));
}

TEST_CASE("a report in many files has an index and a file for each page") {
  const sample one;
  const report::page pages[] = {one.page("a.txt"), one.page("b.txt")};
  std::vector<std::string> names;
  std::vector<std::string> contents;
  report::html_files(pages, report::find_duplicates(pages),
                     [&](std::string_view name, const std::string& content) {
                       names.emplace_back(name);
                       contents.push_back(content);
                     });
  CHECK(names == std::vector<std::string>{"report.css", "report.js", "index.html", "page-0001.html",
                                          "page-0002.html"});
  CHECK(!has(contents[2], "<mark class=\"metric\" data-r"));
  CHECK(has(contents[2], "[1,0,\"30多条\""));
  CHECK(has(contents[4], "id=\"m1-0\">30多条</mark>"));
  CHECK(has(contents[4], "[1,0,\"30多条\""));
  CHECK(!has(contents[4], "[0,0,\"30多条\""));
  CHECK(report::detail::html_file_name(9999) == "page-10000.html");
}

TEST_CASE("overlapping marks in HTML are cut where either begins or ends") {
  sample one;
  one.result.initiatives[0].text = find(one.result.page.text(), "排查河渠30多条，投资3至");
  one.result.initiatives[0].mentions.clear();
  one.result.metrics[0].text = find(one.result.page.text(), "30多条");
  const report::page pages[] = {one.page("a.txt")};
  const std::string html = report::html(pages, {});
  CHECK(has(html, " id=\"i0-0\">排查河渠</mark><mark class=\"metric initiative\" data-r=\"i0-0 "
                  "m0-0\" tabindex=\"0\""));
  CHECK(has(html,
            " id=\"m0-0\">30多条</mark><mark class=\"initiative\" data-r=\"i0-0\">，投资</mark>"));
  CHECK(has(html, ">3至</mark><mark class=\"metric\""));
  CHECK(has(html, ">5万元</mark>。</p>"));
}

TEST_CASE("no pages make an empty but whole report in every format") {
  CHECK(report::json_lines({}, {}).empty());
  CHECK(report::csv({}).ends_with("rule\r\n"));
  CHECK(has(report::markdown({}, {}), "| total | 0"));
  CHECK(report::html({}, {}).ends_with("</html>\n"));
}
