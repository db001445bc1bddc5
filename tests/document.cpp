#include <hantext/document.hpp>

#include "catch.hpp"
#include "damage.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

using hantext::document;
using hantext::layout;
using hantext::paragraph_kind;
using hantext::span;
namespace utf8 = hantext::utf8;
using damage::without_blanks;

std::vector<std::string> paragraph_texts(const document& page) {
  std::vector<std::string> out;
  for (const auto& paragraph : page.paragraphs())
    out.emplace_back(page.text(paragraph.text));
  return out;
}

std::vector<std::string> sentence_texts(const document& page) {
  std::vector<std::string> out;
  for (const auto& sentence : page.sentences())
    out.emplace_back(page.text(sentence.text));
  return out;
}

/// What prints as nothing and is not in the clean text.
bool is_dropped(char32_t c) { return c == 0x00AD || c == 0x200B || c == 0x2060 || c == 0xFEFF; }

/// What must hold for any bytes.
void check_integrity(std::string_view raw, const document& page) {
  REQUIRE(page.source_size() == raw.size());
  REQUIRE(utf8::validate(page.text()).ok);

  // Every character of the source is there once, in its order, and every one of them points back.
  std::size_t at = 0; // in the clean text
  const std::string_view text = page.text();
  const auto skip_blanks = [&] {
    while (at < text.size()) {
      const auto e = utf8::decode_one(text, at);
      if (damage::shows(e.code_point)) break;
      at += e.length;
    }
  };
  bool same = true;
  std::size_t ill_formed_until = 0;
  for (const auto e : utf8::elements(raw)) {
    if (e.well_formed && !damage::shows(e.code_point)) continue;
    if (e.offset < ill_formed_until) continue; // the rest of a stretch
    skip_blanks();
    same = same && at < text.size();
    if (!same) break;
    const auto clean = utf8::decode_one(text, at);
    const span whole{at, at + clean.length};
    const span back = page.to_source(whole);
    if (e.well_formed) {
      same = clean.code_point == e.code_point && back == span{e.offset, e.offset + e.length} &&
             page.to_clean(back) == whole;
    } else {
      same = clean.code_point == utf8::replacement_character && back.begin == e.offset;
      ill_formed_until = back.end;
    }
    if (!same) break;
    at += clean.length;
  }
  CHECK(same);
  skip_blanks();
  CHECK(at == text.size());

  // What is not in the text is listed, in order.
  std::size_t listed = 0;
  bool all_listed = true;
  for (const auto e : utf8::elements(raw)) {
    if (!e.well_formed || !is_dropped(e.code_point)) continue;
    const auto& dropped = page.dropped();
    while (listed < dropped.size() && dropped[listed].source.end <= e.offset)
      ++listed;
    all_listed =
        all_listed && listed < dropped.size() && dropped[listed].source.contains(e.bytes()) &&
        (dropped[listed].reason == hantext::drop_reason::soft_hyphen) == (e.code_point == 0x00AD);
  }
  CHECK(all_listed);

  // Spans of the text lead to the source and back, and never cut a character. A cursor agrees.
  damage::dice random(static_cast<std::uint32_t>(raw.size()));
  hantext::source_map::cursor cursor(page.map());
  bool back_again = true;
  std::size_t from = 0;
  for (int i = 0; i < 200 && from < text.size(); ++i) {
    const auto boundary = [&](std::size_t offset) {
      while (offset < text.size() && (static_cast<unsigned char>(text[offset]) & 0xC0U) == 0x80)
        ++offset;
      return offset;
    };
    const span piece{from, boundary(std::min(text.size(), from + 1 + random.below(60)))};
    const span source = page.to_source(piece);
    back_again = back_again && page.to_clean(source) == piece &&
                 cursor.to_source(piece) == source &&
                 (!page.errors().empty() || utf8::validate(source.in(raw)).ok);
    from = boundary(std::min(text.size(), from + 1 + random.below(2 * text.size() / 200 + 2)));
  }
  CHECK(back_again);

  // Paragraphs cover the text in order, one '\n' apart, and the source likewise.
  std::size_t expected = 0;
  std::size_t source = 0;
  bool in_order = true;
  for (const auto& paragraph : page.paragraphs()) {
    in_order = in_order && paragraph.text.begin == expected && !paragraph.text.empty() &&
               paragraph.source.begin >= source && paragraph.source.end > paragraph.source.begin &&
               page.text(paragraph.text).find('\n') == std::string_view::npos;
    expected = paragraph.text.end + 1;
    source = paragraph.source.end;
    if (expected <= text.size()) in_order = in_order && text[paragraph.text.end] == '\n';
  }
  CHECK(in_order);
  CHECK((page.paragraphs().empty() ? text.empty() : expected == text.size() + 1));

  // Sentences lie in their paragraphs, in order.
  std::size_t last = 0;
  bool inside = true;
  for (const auto& sentence : page.sentences()) {
    inside = inside && sentence.paragraph < page.paragraphs().size() && !sentence.text.empty() &&
             sentence.text.begin >= last &&
             page.paragraphs()[sentence.paragraph].text.contains(sentence.text);
    if (!inside) break;
    last = sentence.text.end;
  }
  CHECK(inside);

  std::size_t reported = 0;
  for (const auto& problem : page.errors())
    reported += problem.length;
  std::size_t ill_formed = 0;
  for (const auto e : utf8::elements(raw))
    ill_formed += e.well_formed ? 0 : e.length;
  CHECK(reported == ill_formed);
}

/// How many paragraphs were found with both ends right, how many there were, and how many found.
struct score {
  std::size_t right = 0;
  std::size_t wanted = 0;
  std::size_t found = 0;
  double f1() const {
    return 2.0 * static_cast<double>(right) / static_cast<double>(wanted + found);
  }
};

void add_score(score& sum, const std::vector<std::string>& paragraphs, const document& result) {
  std::set<std::pair<std::size_t, std::size_t>> wanted;
  std::size_t at = 0;
  for (const std::string& paragraph : paragraphs) {
    wanted.insert({at, at + paragraph.size()});
    at += paragraph.size();
  }
  at = 0;
  for (const std::string& text : paragraph_texts(result)) {
    const std::size_t size = without_blanks(text).size();
    sum.right += wanted.count({at, at + size});
    at += size;
  }
  sum.wanted += paragraphs.size();
  sum.found += result.paragraphs().size();
}

} // namespace

#ifdef HANTEXT_TEST_EXHAUSTIVE
constexpr std::uint32_t damaged_pages = 4096;
#else
constexpr std::uint32_t damaged_pages = 512; // every way of damage once
#endif

TEST_CASE("damaged pages are put together again and every character is accounted for",
          "[document]") {
  score all;
  std::size_t interrupted = 0;
  std::size_t continued = 0;
  for (std::uint32_t seed = 0; seed < damaged_pages; ++seed) {
    const auto bit = [seed](unsigned which) { return (seed >> which & 1U) != 0; };
    damage::ways how;
    how.interline = bit(0);
    how.indent = bit(1);
    how.justified = bit(2);
    how.breaks = bit(3);
    how.widths = bit(4);
    how.crlf = bit(5);
    how.full_width = bit(6);
    how.captions = bit(7);
    how.hidden = bit(8);
    damage::dice random(seed);
    const damage::compositor page = damage::make_page(how, random);
    const document result{std::string_view(page.bytes())};
    CAPTURE(seed);
    if (seed < 512) check_integrity(page.bytes(), result);
    score one;
    add_score(one, page.paragraphs(), result);
    CHECK(one.f1() > 0.6);
    add_score(all, page.paragraphs(), result);
    interrupted += page.interrupted();
    for (const auto& paragraph : result.paragraphs())
      continued += paragraph.continues ? 1 : 0;
  }
  CAPTURE(all.right, all.wanted, all.found, all.f1(), interrupted, continued);
  CHECK(all.f1() >= 0.97);
  CHECK(continued * 100 >= interrupted * 85); // they know that they go on below the caption
  CHECK(continued <= interrupted);
}

TEST_CASE("lines cut at a column width are joined, with and without blank lines between them",
          "[document]") {
  struct page_case {
    const char* name;
    const char* raw;
    std::vector<std::string> paragraphs;
  };
  const page_case cases[] = {
      {"lost indent",
       "今年春天，清源县在云溪镇建\n起三座便民驿站，驿站里有热水\n、针线和雨伞，过路的人都能进\n去"
       "歇脚。\n"
       "驿站由附近的村民轮流照看\n，每个月评比一次，做得好的村\n民可以得到一袋大米。\n",
       {"今年春天，清源县在云溪镇建起三座便民驿站，驿站里有热水、针线和雨伞，过路的人都能进去歇脚"
        "。",
        "驿站由附近的村民轮流照看，每个月评比一次，做得好的村民可以得到一袋大米。"}},
      {"kept indent, a paragraph that fills its last line",
       "　　今年春天，清源县在云溪镇建\n起三座便民驿站，驿站里有热水和雨\n伞，路过的人都可以进来歇"
       "脚喝水。\n"
       "　　驿站由附近的村民轮流照看，\n每个月评比一次，做得好的村民可以\n得到一袋大米。\n",
       {"今年春天，清源县在云溪镇建起三座便民驿站，驿站里有热水和雨伞，路过的人都可以进来歇脚喝水"
        "。",
        "驿站由附近的村民轮流照看，每个月评比一次，做得好的村民可以得到一袋大米。"}},
      {"a blank line between every two lines",
       "今年春天，清源县在云溪镇建\n\n起三座便民驿站，驿站里有热水\n\n和针线，过路的人都能进来坐一"
       "\n\n坐。\n\n"
       "驿站由附近的村民轮流照看\n\n，每个月评比一次，做得好的村\n\n民可以得到一袋大米。\n",
       {"今年春天，清源县在云溪镇建起三座便民驿站，驿站里有热水和针线，过路的人都能进来坐一坐。",
        "驿站由附近的村民轮流照看，每个月评比一次，做得好的村民可以得到一袋大米。"}},
      {"a headline above, a by-line below",
       "便民驿站暖人心\n今年春天，清源县在云溪镇建\n起三座便民驿站，驿站里有热水\n和针线，过路的人"
       "都能进来坐一\n坐。\n"
       "□本报记者 林晓\n通讯员 周小满\n",
       {"便民驿站暖人心",
        "今年春天，清源县在云溪镇建起三座便民驿站，驿站里有热水和针线，过路的人都能进来坐一坐。",
        "□本报记者 林晓 通讯员 周小满"}},
      {"a headline in two parts, as wide as the column, no indents",
       "便民驿站建到村　村民都说好\n今年春天，清源县在云溪镇建起三\n座便民驿站，驿站里有热水和针线"
       "\n。\n"
       "驿站由附近的村民轮流照看，每个\n月评比一次，做得好的得一袋大米\n。\n",
       {"便民驿站建到村　村民都说好",
        "今年春天，清源县在云溪镇建起三座便民驿站，驿站里有热水和针线。",
        "驿站由附近的村民轮流照看，每个月评比一次，做得好的得一袋大米。"}},
      {"paragraphs of two lines, headings between",
       "一、工作回顾\n今年春天，清源县在云溪镇和安平街道建起三座便民驿站，\n"
       "驿站里有热水和针线。\n二、下一步打算\n驿站由附近的村民轮流照看，每个月评比一次，做得好的村"
       "民\n"
       "可以得到一袋大米。\n三、其他\n过路的人都能进来坐一坐，村里的老人每天都要到驿站里来坐\n"
       "上一会儿。\n",
       {"一、工作回顾", "今年春天，清源县在云溪镇和安平街道建起三座便民驿站，驿站里有热水和针线。",
        "二、下一步打算",
        "驿站由附近的村民轮流照看，每个月评比一次，做得好的村民可以得到一袋大米。", "三、其他",
        "过路的人都能进来坐一坐，村里的老人每天都要到驿站里来坐上一会儿。"}},
      {"half-width punctuation",
       "今年春天,清源县在云溪镇建起\n三座便民驿站,驿站里有热水和\n针线,过路的人都能进来坐一坐\n.\n"
       "驿站由附近的村民轮流照看,每\n个月评比一次,做得好的村民可\n以得到一袋大米.\n",
       {"今年春天,清源县在云溪镇建起三座便民驿站,驿站里有热水和针线,过路的人都能进来坐一坐.",
        "驿站由附近的村民轮流照看,每个月评比一次,做得好的村民可以得到一袋大米."}},
      {"a page number in a paragraph",
       "今年春天，清源县在云溪镇建\n起三座便民驿站，驿站里有热水\n— 12 "
       "—\n\f和针线，过路的人都能进来坐一"
       "\n坐。\n第 3 页 共 10 页\n驿站由附近的村民轮流照看\n，每个月评比一次，做得好的村\n"
       "民可以得到一袋大米。\n",
       {"今年春天，清源县在云溪镇建起三座便民驿站，驿站里有热水", "— 12 —",
        "和针线，过路的人都能进来坐一坐。", "第 3 页 共 10 页",
        "驿站由附近的村民轮流照看，每个月评比一次，做得好的村民可以得到一袋大米。"}},
      {"whom a speech turns to",
       "便民驿站工作报告\n清源县人民政府县长 林 晓\n各位代表：\n今年春天，清源县在云溪镇建\n"
       "起三座便民驿站，驿站里有热水\n和针线，过路的人都能进来坐一\n坐。\n同志们！\n"
       "驿站由附近的村民轮流照看\n，每个月评比一次，做得好的村\n民可以得到一袋大米。\n",
       {"便民驿站工作报告", "清源县人民政府县长 林 晓", "各位代表：",
        "今年春天，清源县在云溪镇建起三座便民驿站，驿站里有热水和针线，过路的人都能进来坐一坐。",
        "同志们！", "驿站由附近的村民轮流照看，每个月评比一次，做得好的村民可以得到一袋大米。"}},
      {"cells of a table between cut lines",
       "今年春天，清源县在云溪镇建\n起三座便民驿站，驿站里有热水\n和针线，过路的人都能进来坐一\n坐"
       "。\n"
       "好评率\n%\n97.1\n到访\n人次\n320\n驿站由附近的村民轮流照看\n，每个月评比一次，做得好的村\n"
       "民可以得到一袋大米。\n",
       {"今年春天，清源县在云溪镇建起三座便民驿站，驿站里有热水和针线，过路的人都能进来坐一坐。",
        "好评率", "%", "97.1", "到访", "人次", "320",
        "驿站由附近的村民轮流照看，每个月评比一次，做得好的村民可以得到一袋大米。"}},
      {"a paragraph cut by a column break",
       "今年春天，清源县在云溪镇建\n起三座便民驿站，驿站里有热水\n\n\n和针线，过路的人都能进来坐一"
       "\n坐。\n"
       "驿站由附近的村民轮流照看\n，每个月评比一次，做得好的村\n民可以得到一袋大米。\n",
       {"今年春天，清源县在云溪镇建起三座便民驿站，驿站里有热水和针线，过路的人都能进来坐一坐。",
        "驿站由附近的村民轮流照看，每个月评比一次，做得好的村民可以得到一袋大米。"}},
  };
  for (const auto& each : cases) {
    CAPTURE(each.name);
    const document page{std::string_view(each.raw)};
    CHECK(paragraph_texts(page) == each.paragraphs);
    check_integrity(each.raw, page);
  }
}

TEST_CASE("a page whose lines are whole stays as it is", "[document]") {
  const std::string_view pages[] = {
      ("云溪镇2023年工作报告\n各位代表：\n一、工作回顾\n过去一年，全镇新修村道12公里，安装路灯300盏"
       "。\n"
       "一是发展茶叶产业，新增茶园800亩，\n茶农户均增收2300元；\n二是改善人居环境。"),
      "清源县要闻\n2023-05-06\n来源：清源融媒\n近日，清源县启动“清泉”行动。\n（记者 林晓）",
      ("指标\n单位\n数值\n粮食\n万吨\n12.5\n油料\n万吨\n3."
       "1\n全年粮食产量稳步增长，油料产量略有下降。"),
      "物价相对稳定、\n就业持续增加、\n全县居民人均可支配收入继续保持较快增长，\n城乡差距缩小。",
      "# 便民驿站\n- 热水\n- 雨伞\nThe service is free, and open every day.\n增长 5%，达到 30 家。",
  };
  for (const std::string_view raw : pages) {
    const document page(raw);
    CHECK(std::string(page.text()) == std::string(raw));
    check_integrity(raw, page);
  }
}

TEST_CASE("clean text of clean paragraphs is identical, byte for byte", "[document]") {
  for (std::uint32_t seed = 0; seed < 64; ++seed) {
    damage::dice random(seed);
    damage::editor write(random);
    std::string clean;
    for (int i = 0; i < 12; ++i) {
      if (i > 0) clean += '\n';
      clean += i % 4 == 0 ? write.headline() : write.paragraph();
    }
    const document page(clean);
    CHECK(std::string(page.text()) == clean);
    CHECK(page.map().changes() == 0);
    const document spaced(clean + "\n\n\n");
    CHECK(std::string(spaced.text()) == clean);
  }
}

TEST_CASE("a sentence torn by a page break is joined where lines are whole", "[document]") {
  const std::string_view raw =
      "便民驿站暖人心\n\n今年春天，清源县在云溪镇建起三座便民驿站，驿站里备有热水、针线和雨伞，"
      "深受群众欢迎。驿站由附近的村民轮流照\n\n看，每个月评比一次。\n\n做得好的村民可以得到一袋大米"
      "。";
  const document page(raw);
  REQUIRE(page.paragraphs().size() == 3);
  CHECK(page.text(page.paragraphs()[1].text).substr(0, 12) == "今年春天");
  check_integrity(raw, page);
  // No paragraph ends in a comma, unless the whole page is written clause by clause.
  const std::string_view at_comma = "今年春天，清源县在云溪镇建起三座便民驿站，驿站里备有热水、针线"
                                    "和雨伞，由附近村民轮流照看，\n\n"
                                    "过路的人都能进来坐一坐。\n\n做得好的村民可以得到一袋大米。";
  CHECK(document(at_comma).paragraphs().size() == 2);
  // A caption in between keeps the two halves apart.
  const std::string_view parted =
      "便民驿站暖人心\n\n今年春天，清源县在云溪镇建起三座便民驿站，驿站里备有热水、针线和雨伞，"
      "深受群众欢迎。驿站由附近的村民轮流照\n\n图为村民在驿站歇脚。林晓 摄\n\n看，每个月评比一次。";
  const document kept_apart(parted);
  REQUIRE(kept_apart.paragraphs().size() == 4);
  CHECK(kept_apart.paragraphs()[2].kind == paragraph_kind::caption);
  CHECK(kept_apart.paragraphs()[3].continues);
  CHECK_FALSE(kept_apart.paragraphs()[1].continues);
  // A new paragraph below the caption is one: its first words say so.
  const std::string_view anew =
      "便民驿站暖人心\n\n今年春天，清源县在云溪镇建起三座便民驿站，驿站里备有热水、针线和雨伞，"
      "深受群众欢迎。驿站由附近的村民轮流照\n\n图为村民在驿站歇脚。林晓 摄\n\n近日，又添了三座。";
  CHECK_FALSE(document(anew).paragraphs().back().continues);
  // So it is below the number of a page, and below a headline where a quotation is open.
  const std::string_view numbered =
      "便民驿站暖人心\n\n今年春天，清源县在云溪镇建起三座便民驿站，驿站里备有热水、针线和雨伞，"
      "深受群众欢迎。驿站由附近的村民轮流照\n\n- 5 -\n\n看，每个月评比一次。";
  CHECK(document(numbered).paragraphs().back().continues);
  const std::string_view quoted =
      "今年春天，清源县在云溪镇建\n起三座便民驿站，驿站里有热水\n和针线，过路的人都能坐一坐。\n"
      "“我每天都来，这里的热水真方\n\n\n村民照看驿站忙\n\n便，凳子也舒服，大家都愿意来\n坐一坐。"
      "”云溪镇的周小满说，\n下雨天还能借一把伞。\n";
  const document open_quote(quoted);
  REQUIRE(open_quote.paragraphs().size() == 4);
  CHECK(open_quote.paragraphs()[1].kind == paragraph_kind::body);
  CHECK(open_quote.paragraphs()[3].continues);
  // A full stop that is forgotten once in hundreds of whole paragraphs tears nothing.
  std::string many = "驿站由附近的村民轮流照看，每个月评比一次。做得好的村民可以得到一袋大米\n";
  for (int i = 0; i < 200; ++i)
    many +=
        "今年春天，清源县在云溪镇建起三座便民驿站，驿站里备有热水、针线和雨伞，深受群众欢迎。\n";
  CHECK(document(many).paragraphs().size() == 201);
  // Where lines are whole, what opens with a date or with words of its own is no second half.
  const std::string_view career =
      "1993-1998年 "
      "清源县云溪镇便民服务中心副主任，其间参加县委组织部在安平街道举办的干部进修班学习，"
      "兼任柳树湾社区书记\n1998-2003年 安平街道办事处主任。";
  CHECK(document(career).paragraphs().size() == 2);
}

TEST_CASE("a cut word is joined as its script has it", "[document]") {
  struct join_case {
    const char* raw;
    const char* text;
  };
  const join_case cases[] = {
      {"今年春天清源县云溪镇的村\n民都说好。", "今年春天清源县云溪镇的村民都说好。"},
      {"今年春天清源县建成了12\n0座驿站。", "今年春天清源县建成了120座驿站。"},
      {"今年春天他读过《村规\n手册》一书。", "今年春天他读过《村规手册》一书。"},
      {"today, they say, the village\nroad is new.", "today, they say, the village road is new."},
      {"as of today, they do say, the vil\u00AD\nlage road is new.",
       "as of today, they do say, the village road is new."},
      {"as of today, they do say, the well-\nknown road is new.",
       "as of today, they do say, the well-known road is new."},
      {"今年春天清源县GDP\n总量增长。", "今年春天清源县GDP总量增长。"},
      {"today, they say, the new road,\nand the bridge.",
       "today, they say, the new road, and the bridge."},
  };
  for (const auto& each : cases) {
    CAPTURE(each.raw);
    const document page(std::string_view(each.raw), layout::cut_lines);
    REQUIRE(page.paragraphs().size() == 1);
    CHECK(std::string(page.text()) == each.text);
    check_integrity(each.raw, page);
  }
}

TEST_CASE("what is not in the text is listed with its reason", "[document]") {
  using hantext::drop_reason;
  const document page{std::string_view("\uFEFF清\u200B\u2060源\u00AD县。\n\uFEFF\n好。")};
  CHECK(std::string(page.text()) == "清源县。\n好。");
  REQUIRE(page.dropped().size() == 4);
  CHECK(page.dropped()[0].source == span{0, 3});
  CHECK(page.dropped()[0].reason == drop_reason::byte_order_mark);
  CHECK(page.dropped()[1].source == span{6, 12});
  CHECK(page.dropped()[1].reason == drop_reason::zero_width);
  CHECK(page.dropped()[2].source == span{15, 17});
  CHECK(page.dropped()[2].reason == drop_reason::soft_hyphen);
  CHECK(page.dropped()[3].reason == drop_reason::zero_width);
  CHECK(document(std::string_view("清源县。")).dropped().empty());
}

TEST_CASE("a folded twin matches across widths and marks, and leads back", "[document]") {
  const std::string_view raw = "ＧＤＰ增长５．２％，“暖心驿站”《村规手册》……　都 说好。【完】—ｱ、";
  const document page(raw, layout::whole_lines);
  CHECK(std::string(page.text()) == raw);
  const hantext::folded_twin twin = page.folded();
  CHECK(std::string(twin.text()) == "GDP增长5.2%,\"暖心驿站\"<村规手册>...... 都 说好.[完]-ア,");
  const std::size_t at = twin.text().find("5.2%");
  const span clean = twin.to_clean({at, at + 4});
  CHECK(page.text(clean) == "５．２％");
  CHECK(twin.from_clean(clean) == span{at, at + 4});
  const std::size_t dots = twin.text().find("...");
  CHECK(page.text(twin.to_clean({dots, dots + 1})) == "…"); // as a whole
  const document plain{std::string_view("清源县, 12% (完)\n第二段")};
  CHECK(plain.folded().text() == plain.text());
  CHECK(plain.folded().map().changes() == 0);
  CHECK(document().folded().text().empty());
  static_assert(hantext::fold_mark(U'。') == U'.' && hantext::fold_mark(U'県') == U'県');
  static_assert(hantext::fold_mark(U'\n') == U'\n' && hantext::fold_mark(0xA0) == U' ');
}

TEST_CASE("articles begin where the page shows it", "[document]") {
  struct expected {
    std::size_t first;
    std::size_t last;
    std::size_t headline;
    std::size_t byline;
    const char* dateline;
  };
  constexpr std::size_t none = hantext::article::none;
  struct article_case {
    const char* name;
    const char* raw;
    std::vector<expected> articles;
  };
  const article_case cases[] = {
      {"nothing", "", {}},
      {"one text", "今年春天，清源县建起三座驿站。\n村民都说好。", {{0, 2, none, none, ""}}},
      {"sub-headlines begin no article",
       "便民驿站暖人心\n今年春天，清源县建起三座驿站。\n村民轮流照看\n每个月评比一次。",
       {{0, 4, 0, none, ""}}},
      {"datelines",
       "清源要闻\n便民驿站暖人心\n本报讯（记者 林晓）今年春天，清源县建起三座驿站。\n村民都说好。\n"
       "老街换新颜\n新华社清源3月5日电（记者周小满）老街修好了。\n本报讯 公交开通了。",
       {{0, 4, 0, none, "本报讯（记者 林晓）"},
        {4, 6, 4, none, "新华社清源3月5日电（记者周小满）"},
        {6, 7, none, none, "本报讯"}}},
      {"by-lines above",
       "便民驿站暖人心\n发布时间：2023-05-06\n今年春天，清源县建起三座驿站。\n老街换新颜\n"
       "清源县统计局 2023-05-07\n老街修好了。",
       {{0, 3, 0, 1, ""}, {3, 6, 3, 4, ""}}},
      {"by-lines below",
       "便民驿站暖人心\n今年春天，清源县建起三座驿站。\n□本报记者 林晓\n老街换新颜\n"
       "老街修好了。（记者 周小满）\n公交开通了\n公交开到了村口。",
       {{0, 3, 0, 2, ""}, {3, 5, 3, none, ""}, {5, 7, 5, none, ""}}},
      {"Markdown titles",
       "# 便民驿站\n今年春天，清源县建起三座驿站。\n## 照看\n村民轮流照看。\n# 老街\n老街修好了。",
       {{0, 4, 0, none, ""}, {4, 6, 4, none, ""}}},
      {"a menu above",
       "您当前的位置：首页 > "
       "要闻\n便民驿站暖人心\n发布时间：2023-05-06\n今年春天，清源县建起三座驿站。",
       {{0, 4, 1, 2, ""}}},
      {"headlines only", "便民驿站暖人心\n老街换新颜", {{0, 2, none, none, ""}}},
  };
  for (const auto& each : cases) {
    CAPTURE(each.name);
    const document page{std::string_view(each.raw)};
    const std::vector<hantext::article> articles = page.articles();
    REQUIRE(articles.size() == each.articles.size());
    for (std::size_t i = 0; i < articles.size(); ++i) {
      CAPTURE(i);
      CHECK(articles[i].first == each.articles[i].first);
      CHECK(articles[i].last == each.articles[i].last);
      CHECK(articles[i].headline == each.articles[i].headline);
      CHECK(articles[i].byline == each.articles[i].byline);
      CHECK(page.text(articles[i].dateline) == each.articles[i].dateline);
    }
  }
}

TEST_CASE("the source map is small, and changes can be listed", "[document]") {
  damage::dice random(5);
  damage::editor write(random);
  std::string clean;
  while (clean.size() < 300000)
    clean += write.paragraph() + "\n";
  CHECK(document(clean).map().memory() < 300);
  damage::ways how;
  how.interline = how.justified = true;
  const std::string raw = damage::cut_twin(clean, how, 17);
  const document page(raw);
  CHECK(page.map().memory() < raw.size() / 5);
  check_integrity(raw, page); // it is longer than what is read at a time
  std::size_t clean_at = 0;
  std::size_t source_at = 0;
  std::size_t changes = 0;
  bool between_same = true;
  page.map().for_each_change([&](const hantext::source_map::change& each) {
    ++changes;
    between_same = between_same && raw.substr(source_at, each.source.begin - source_at) ==
                                       page.text({clean_at, each.clean.begin});
    clean_at = each.clean.end;
    source_at = each.source.end;
  });
  CHECK(between_same);
  CHECK(changes == page.map().changes());
  // Backwards too a cursor is right.
  hantext::source_map::cursor cursor(page.map());
  for (std::size_t i = page.sentences().size(); i-- > 0;)
    if (cursor.to_source(page.sentences()[i].text) != page.to_source(page.sentences()[i].text))
      FAIL("cursor went wrong at sentence " << i);
}

TEST_CASE("marks are found alike by vectors and by words, and traits by table and by rule",
          "[document]") {
  namespace detail = hantext::detail;
  damage::dice random(9);
  std::string text;
  static const char* const pieces[] = {
      "清", "源", "。",         "，",     "a",      "1",      "\n",     "“",
      "…",  "é",  "\U0001F468", "\uD7A3", "\u4000", "\uBFFF", "\uC000", "\u3FFF"};
  while (text.size() < 40000)
    text += random.pick(pieces);
  for (std::size_t at = 0; at + detail::mark_block <= text.size(); at += 37) {
    const std::uint64_t bits = detail::mark_bits(text.data() + at);
    std::uint64_t wanted = 0;
    for (std::size_t i = 0; i < detail::mark_block; ++i) {
      const unsigned byte = detail::byte_at(text, at + i);
      if ((byte < 0x80 || byte >= 0xC0) && !detail::leads_plain(byte))
        wanted |= std::uint64_t{1} << i;
    }
    if (bits != wanted || detail::mark_bits_by_words(text.data() + at) != wanted)
      FAIL("marks differ at " << at);
  }
  for (char32_t c = 0; c <= 0x10FFFF; ++c)
    if (detail::find_traits(c) != detail::traits_of(c)) FAIL("traits of " << std::size_t{c});
}

TEST_CASE("kinds have names", "[document]") {
  static_assert(hantext::name_of(paragraph_kind::list_item) == "list_item");
  CHECK(hantext::name_of(paragraph_kind::body) == "body");
}

TEST_CASE("a layout may be forced", "[document]") {
  const std::string_view raw = "清源县建起三座便民驿站，村\n民都说好。";
  CHECK(document(raw, layout::whole_lines).paragraphs().size() == 2);
  CHECK(document(raw, layout::cut_lines).paragraphs().size() == 1);
}

TEST_CASE("blanks of justified print go, blanks that mean something stay", "[document]") {
  const std::string_view raw =
      "便民驿站 情暖人心\n本报讯 （记者林晓 通讯员周\n小满）今年春天，清源县投入约 30\n"
      "万 元 ，在 云 溪 镇 建 起 三 座 便\n民驿站，还用上了 Smart Card 系统\n，大家都说方便。\n";
  const document page(raw);
  const std::vector<std::string> wanted = {
      "便民驿站 情暖人心", "本报讯（记者林晓 通讯员周小满）今年春天，清源县投入约30万元，在云溪镇建"
                           "起三座便民驿站，还用上了Smart Card系统，大家都说方便。"};
  CHECK(paragraph_texts(page) == wanted);
  check_integrity(raw, page);
  // Four single characters in a row are letter-spaced print on any page.
  CHECK(std::string(document(std::string_view("全 县 上 下 团结一心，共建 家园。")).text()) ==
        "全县上下 团结一心，共建 家园。");
}

TEST_CASE("line ends, indents and characters without width are taken for what they are",
          "[document]") {
  struct raw_case {
    const char* name;
    std::string raw;
    std::string text;
  };
  const raw_case cases[] = {
      {"empty", "", ""},
      {"blanks only", " \t\r\n　\n\xC2\xA0\f", ""},
      {"CR LF", "第一段到此。\r\n\r\n第二段到此。\r\n", "第一段到此。\n第二段到此。"},
      {"lone CR", "第一段到此。\r第二段到此。", "第一段到此。\n第二段到此。"},
      {"form feed", "第一段到此。\f第二段到此。", "第一段到此。\n第二段到此。"},
      {"line separator", "第一段到此。\u2028第二段到此。\u2029第三段到此。",
       "第一段到此。\n第二段到此。\n第三段到此。"},
      {"byte order mark", "\uFEFF第一段到此。", "第一段到此。"},
      {"indents", "　　第一段到此。\n\t第二段到此。\n\xC2\xA0\xC2\xA0第三段到此。　",
       "第一段到此。\n第二段到此。\n第三段到此。"},
      {"zero width and soft hyphen", "清\u200B源\u2060县办\u00AD实事。", "清源县办实事。"},
      {"soft hyphen where a line was cut", "The vil\u00AD\nlage is new,\nand the road.\n",
       "The vil\nlage is new,\nand the road."},
      {"vertical tab and next line", "第一段到此。\v第二段到此。\u0085第三段到此。",
       "第一段到此。\n第二段到此。\n第三段到此。"},
      {"control characters kept", "清源\x01县办事。", "清源\x01县办事。"},
      {"full-width forms kept", "ＧＤＰ增长５％，清源县公布。", "ＧＤＰ增长５％，清源县公布。"},
      {"half-width punctuation kept", "店铺前,台阶清爽;小区里,秩序井然.",
       "店铺前,台阶清爽;小区里,秩序井然."},
      {"joiner kept", "\U0001F468\u200D\U0001F469清源县。", "\U0001F468\u200D\U0001F469清源县。"},
      {"private use kept", "清源\uE123县。", "清源\uE123县。"},
      {"blanks within a line kept", "清源县  云溪镇\t安平街道", "清源县  云溪镇\t安平街道"},
  };
  for (const auto& each : cases) {
    CAPTURE(each.name);
    const document page{std::string_view(each.raw)};
    CHECK(std::string(page.text()) == each.text);
    check_integrity(each.raw, page);
  }
}

TEST_CASE("ill-formed bytes become one replacement a stretch and are reported", "[document]") {
  const std::string_view raw = "清源\xFF\xFE县办\xE4\xBA事。\n\x80\n云溪镇。\xE4";
  const document page(raw);
  CHECK(std::string(page.text()) == "清源\uFFFD县办\uFFFD事。\n\uFFFD\n云溪镇。\uFFFD");
  REQUIRE(page.errors().size() == 4);
  CHECK(page.errors()[0].kind == hantext::error_kind::invalid_byte);
  CHECK(page.errors()[0].offset == 6);
  CHECK(page.errors()[0].length == 2);
  CHECK(page.errors()[1].kind == hantext::error_kind::truncated);
  CHECK(page.errors()[2].kind == hantext::error_kind::unexpected_continuation);
  CHECK(page.errors()[3].offset == raw.size() - 1);
  CHECK(page.to_source({6, 9}) == span{6, 8});
  CHECK(page.to_clean({7, 8}) == span{6, 9});
  check_integrity(raw, page);
}

TEST_CASE("spans lead to the source and back", "[document]") {
  const std::string_view raw = "\r\n　　今年春天，清源县建\r\n起三座驿站，大家都很\r\n"
                               "高兴，驿站又添了 12\r\n\r\n0 把雨伞，都说方便。\r\n";
  const document page(raw, layout::cut_lines);
  REQUIRE(page.paragraphs().size() == 1);
  const std::string_view text = page.text();
  const std::size_t at = text.find("120");
  REQUIRE(at != std::string_view::npos);
  const span number = page.to_source({at, at + 3});
  CHECK(number.in(raw) == "12\r\n\r\n0");
  CHECK(page.to_clean(number) == span{at, at + 3});
  CHECK(page.paragraphs()[0].source.in(raw).substr(0, 12) == "今年春天");
  CHECK(page.paragraphs()[0].source == page.to_source(page.paragraphs()[0].text));
  // What was dropped has no place: a span of nothing else is empty.
  CHECK(page.to_clean({0, 2}).empty());
  CHECK(page.to_source({0, 0}).empty());
  CHECK(document().to_source({0, 0}) == span{0, 0});
}

TEST_CASE("paragraphs know what they are", "[document]") {
  struct kind_case {
    const char* text;
    paragraph_kind kind;
  };
  const kind_case cases[] = {
      {"便民驿站 情暖人心", paragraph_kind::headline},
      {"——清源县便民服务侧记", paragraph_kind::headline},
      {"——2023年5月6日在清源县第三届人民代表大会第二次会议全体会议上的报告",
       paragraph_kind::headline},
      {"一、工作回顾", paragraph_kind::headline},
      {"## 工作回顾", paragraph_kind::headline},
      {"1.2 工作回顾与展望", paragraph_kind::headline},
      {"□清源日报记者 林晓", paragraph_kind::byline},
      {"（本报记者 林晓）", paragraph_kind::byline},
      {"来源：清源日报", paragraph_kind::byline},
      {"发布时间：2023-05-06", paragraph_kind::byline},
      {"（2023年5月6日）", paragraph_kind::byline},
      {"本报记者 林晓 摄", paragraph_kind::caption},
      {"▲村民在驿站里歇脚。", paragraph_kind::caption},
      {"图为村民在驿站里歇脚。", paragraph_kind::caption},
      {"村民在驿站里歇脚。 林晓 摄", paragraph_kind::caption},
      {"驿站外景（清源日报 林晓 摄）", paragraph_kind::caption},
      {"一是建好驿站，方便群众，全年接待群众三千人次。", paragraph_kind::list_item},
      {"（一）建好驿站，方便群众，全年接待群众三千人次。", paragraph_kind::list_item},
      {"2.建好驿站，方便群众，全年接待群众三千人次。", paragraph_kind::list_item},
      {"——建好驿站。今年以来，全县建成三座驿站。", paragraph_kind::list_item},
      {"清源县统计局 2023-05-06", paragraph_kind::byline},
      {"2023-05-06 09:30:00", paragraph_kind::byline},
      {"清源县县长 林　晓", paragraph_kind::byline},
      {"清源县云溪镇 林晓", paragraph_kind::headline},
      {"（责任编辑：林晓）", paragraph_kind::byline},
      {"（作者单位：清源县云溪镇）", paragraph_kind::byline},
      {"上一篇：云溪镇修好村道", paragraph_kind::cell},
      {"图1 便民驿站分布", paragraph_kind::caption},
      {"— 12 —", paragraph_kind::cell},
      {"3/10", paragraph_kind::cell},
      {"第3页，共10页", paragraph_kind::cell},
      {"第3页的内容", paragraph_kind::headline},
      {"-12", paragraph_kind::body},
      {"同志们！", paragraph_kind::body},
      {"联系人：水利科 科长 林晓 电话：0100-1234567 传真：0100-7654321", paragraph_kind::headline},
      {"[视频]清源县召开便民服务现场会 云溪镇、安平街道、青石坪村分别介绍经验 "
       "柳树湾社区展示便民驿站建设成果并与各地代表交流",
       paragraph_kind::headline},
      {"$$", paragraph_kind::body},
      {"w _ { j } = \\alpha w _ { j } + \\beta", paragraph_kind::body},
      {"近日，清源县云溪镇", paragraph_kind::body},
      {"3月5日上午，清源县云溪镇", paragraph_kind::body},
      {"① 建好驿站，方便群众，全年接待群众三千人次。", paragraph_kind::list_item},
      {"• 建好驿站，方便群众，全年接待群众三千人次。", paragraph_kind::list_item},
      {"第三条 建好驿站，方便群众，全年接待群众三千人次。", paragraph_kind::list_item},
      {"本报讯（记者林晓）近日，清源县建成三座驿站。", paragraph_kind::body},
      {"记者林晓说：“驿站真好。”", paragraph_kind::body},
      {"12.5公里的村道全部修好，村民出行方便了。", paragraph_kind::body},
      {"各位代表：", paragraph_kind::body},
      {"村民们用手机把驿站的变化拍摄了下来。", paragraph_kind::body},
  };
  for (const auto& each : cases) {
    CAPTURE(each.text);
    const document page{std::string_view(each.text)};
    REQUIRE(page.paragraphs().size() == 1);
    CHECK(page.paragraphs()[0].kind == each.kind);
  }
  const document table{std::string_view(
      "2023年主要产量\n指标\n数值\n粮食\n12.5\n油料\n3.1\n全年粮食产量稳步增长。")};
  REQUIRE(table.paragraphs().size() == 8);
  CHECK(table.paragraphs()[3].kind == paragraph_kind::cell);
  CHECK(table.paragraphs()[4].kind == paragraph_kind::cell);
  CHECK(table.paragraphs()[7].kind == paragraph_kind::body);
}

TEST_CASE("a subject above its headline belongs to it", "[document]") {
  const std::string_view raw =
      "便民驿站今年春天建成，清源县\n云溪镇的村民都说好，过路的人\n也能进来坐一坐。\n\n“暖心驿站”\n"
      "走进田间地头\n今年春天，清源县在云溪镇建\n起三座便民驿站，驿站里有热水\n和针线，过路的人都能"
      "进来坐一\n坐。\n";
  const document page(raw);
  REQUIRE(page.paragraphs().size() == 3);
  CHECK(page.text(page.paragraphs()[1].text) == "“暖心驿站” 走进田间地头");
  CHECK(page.paragraphs()[1].kind == paragraph_kind::headline);
}

TEST_CASE("sentences end where they end", "[document]") {
  struct sentence_case {
    const char* text;
    std::vector<std::string> sentences;
  };
  const sentence_case cases[] = {
      {"驿站建好了。村民很高兴！", {"驿站建好了。", "村民很高兴！"}},
      {"新修村道3条；安装路灯30盏。", {"新修村道3条；", "安装路灯30盏。"}},
      {"“驿站真好。”周小满说。", {"“驿站真好。”", "周小满说。"}},
      {"“驿站好吗？”的问题不用再问。", {"“驿站好吗？”的问题不用再问。"}},
      {"村民问：“驿站好吗？”，没有人答。", {"村民问：“驿站好吗？”，没有人答。"}},
      {"他读过《去哪儿？去驿站！》一书。很好。", {"他读过《去哪儿？去驿站！》一书。", "很好。"}},
      {"驿站（三座。都是新的）已经开放。", {"驿站（三座。都是新的）已经开放。"}},
      {"增长12.5%，12:30结束。完毕", {"增长12.5%，12:30结束。", "完毕"}},
      {"热水、雨伞、针线……都有。", {"热水、雨伞、针线……", "都有。"}},
      {"真的吗？！当然。", {"真的吗？！", "当然。"}},
      {"店铺前,台阶清爽;小区里,秩序井然!好", {"店铺前,台阶清爽;", "小区里,秩序井然!", "好"}},
      {"网址是http://a.cn/?b=1，欢迎访问。", {"网址是http://a.cn/?b=1，欢迎访问。"}},
      {"没有句号的一行", {"没有句号的一行"}},
      {"村道修好了｡路灯亮了!大家都说好?是的", {"村道修好了｡", "路灯亮了!", "大家都说好?", "是的"}},
      {"投入1.5亿元!好", {"投入1.5亿元!", "好"}},
      {"他问:\"好吗?\" 没有人答。", {"他问:\"好吗?\"", "没有人答。"}},
      {"【驿站建好了。】大家来看。", {"【驿站建好了。】", "大家来看。"}},
      {"时间是12:30，地点是3;4号楼。", {"时间是12:30，地点是3;4号楼。"}},
      {"“他说：‘好。’”大家笑了。", {"“他说：‘好。’”", "大家笑了。"}},
      {"驿站建好了。 　村民很高兴。", {"驿站建好了。", "村民很高兴。"}},
      {"。", {"。"}},
      // Points for 。 where the paragraph has no other.
      {"投入12.5万元.村民很高兴,增长3%.路灯亮了.",
       {"投入12.5万元.", "村民很高兴,增长3%.", "路灯亮了."}},
      {"他说:“好.”大家笑了.", {"他说:“好.”", "大家笑了."}},
      {"买买提.林晓说好。大家笑了。", {"买买提.林晓说好。", "大家笑了。"}},
      {"买买提.林晓说好", {"买买提.林晓说好"}},
  };
  for (const auto& each : cases) {
    CAPTURE(each.text);
    const document page{std::string_view(each.text)};
    CHECK(sentence_texts(page) == each.sentences);
  }
}

TEST_CASE("any bytes are read", "[document]") {
  std::mt19937 random(7);
  for (int round = 0; round < 300; ++round) {
    std::string bytes;
    const std::size_t size = random() % 400;
    static const char* const pieces[] = {
        "。", "，", "\n",   "\r", " ", "　", "\xFF", "\xE4", "清",   "源",     "\f",     "（",
        "“",  "”",  "记者", "摄", "□", "1.", "一是", "\xC2", "\xAD", "本报讯", "\u2028", "A"};
    while (bytes.size() < size) {
      if (random() % 8 == 0) {
        bytes += static_cast<char>(random() & 0xFFU);
      } else {
        bytes += pieces[random() % (sizeof pieces / sizeof *pieces)];
      }
    }
    for (const layout mode : {layout::automatic, layout::cut_lines, layout::whole_lines})
      check_integrity(bytes, document(bytes, mode));
  }
}

TEST_CASE("hostile input is linear work", "[document]") {
  const auto repeat = [](std::string_view piece, std::size_t bytes) {
    std::string out;
    while (out.size() < bytes)
      out += piece;
    return out;
  };
  constexpr std::size_t size = std::size_t{2} << 20;
  CHECK(document(repeat("清源县", size)).paragraphs().size() == 1);
  CHECK(document(repeat("\n", size)).paragraphs().empty());
  CHECK(document(repeat("\r\n \t", size)).paragraphs().empty());
  CHECK(document(repeat("（", size)).sentences().size() == 1);
  CHECK(document(repeat("《（", size)).sentences().size() == 1);
  CHECK(document(repeat("。", size)).sentences().size() == 1);
  CHECK(document(repeat("\xFF", size)).errors().size() == 1);
  CHECK(document(repeat("清\xFF", size)).errors().size() > size / 5);
  CHECK(document(repeat("清 源 ", size)).paragraphs().size() == 1);
  CHECK(document(repeat("□\n", size)).paragraphs().size() > size / 8);
  CHECK(document(repeat("清源县云溪镇，建起便民\n驿站，大家都说好。过路\n", size))
            .paragraphs()
            .size() == 1);
  CHECK(document(repeat("\u00AD", size)).paragraphs().empty());
  std::mt19937 random(3);
  std::string noise;
  while (noise.size() < size)
    noise += static_cast<char>(random() & 0xFFU);
  check_integrity(noise, document(noise));
}
