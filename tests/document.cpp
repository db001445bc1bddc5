#include <hantext/document.hpp>

#include "catch.hpp"

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
namespace chars = hantext::chars;
namespace utf8 = hantext::utf8;

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

/// Characters that the clean text must hold: all but blanks and what prints as nothing.
bool counts(char32_t c) { return !chars::is_space(c) && c != 0x00AD; }

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
      if (counts(e.code_point)) break;
      at += e.length;
    }
  };
  bool same = true;
  std::size_t ill_formed_until = 0;
  for (const auto e : utf8::elements(raw)) {
    if (e.well_formed && !counts(e.code_point)) continue;
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

// ---- A generator of damaged pages ---------------------------------------------------------------

/// Clean paragraphs as an editor may write them. All names are made up.
class writer {
public:
  explicit writer(std::uint32_t seed) : random_(seed) {}

  std::size_t below(std::size_t count) { return random_() % count; }
  bool chance(std::size_t percent) { return below(100) < percent; }
  template <std::size_t N> std::string pick(const char* const (&list)[N]) { return list[below(N)]; }

  std::string clause() {
    static const char* const places[] = {"清源县", "安平街道", "云溪镇", "柳树湾社区", "该县",
                                         "全镇",   "河东片区", "我县",   "青石坪村",   "各部门"};
    static const char* const verbs[] = {"扎实推进", "先后完成", "累计投入", "积极开展", "统筹做好",
                                        "带动",     "新增",     "改造",     "组织动员", "持续提升"};
    static const char* const things[] = {
        "老旧管网", "村级道路",   "就业岗位", "便民服务", "农田水利",   "学校操场",    "环境整治",
        "河道清淤", "公交站点",   "养老床位", "技能培训", "苗木基地",   "图书分馆",    "供水工程",
        "志愿服务", "茶叶合作社", "网格管理", "灌溉设施", "“暖心驿站”", "《村规手册》"};
    static const char* const tails[] = {"", "建设", "工作", "项目", "", "质量", "水平", ""};
    std::string out = chance(60) ? pick(places) : std::string();
    out += pick(verbs);
    out += pick(things);
    if (chance(25)) {
      out += "、";
      out += pick(things);
    }
    out += pick(tails);
    if (chance(30)) out += figure();
    return out;
  }

  std::string figure() {
    static const char* const units[] = {"万元", "公里", "余户", "%",
                                        "亿元", "人次", "处",   "平方米"};
    std::string number = std::to_string(1 + below(9000));
    if (chance(30)) {
      number += '.';
      number += std::to_string(1 + below(9));
    }
    if (chance(10)) number.insert(0, chance(50) ? "APP用户" : "GDP总量");
    return number + pick(units);
  }

  std::string sentence() {
    static const char* const openings[] = {"今年以来，", "截至目前，", "近日，", "3月5日上午，",
                                           "与此同时，", "据介绍，",   "",       "",
                                           "",           "在云溪镇，"};
    std::string out = pick(openings);
    const std::size_t clauses = 1 + below(4);
    for (std::size_t i = 0; i < clauses; ++i) {
      if (i > 0) out += "，";
      out += clause();
    }
    if (chance(12)) {
      out.insert(0, "“");
      out += "。”负责人周小满说。";
    } else if (chance(6)) {
      out += "……";
    } else {
      if (chance(6)) {
        out += "；";
        out += clause();
      }
      out += "。";
    }
    return out;
  }

  std::string paragraph() {
    std::string out;
    const std::size_t sentences = 1 + below(5);
    for (std::size_t i = 0; i < sentences; ++i)
      out += sentence();
    return out;
  }

  std::string headline() {
    static const char* const first[] = {"清源县", "云溪镇", "安平街道", "青石坪村"};
    static const char* const rest[] = {"织密便民服务网",   "打好春灌第一仗", "老街换新颜",
                                       "“小院议事”解民忧", "跑出项目加速度", "让乡村更宜居"};
    std::string out;
    if (chance(60)) out += pick(first);
    out += pick(rest);
    if (chance(20)) {
      out += ' ';
      out += pick(rest);
    }
    return out;
  }

private:
  std::mt19937 random_;
};

struct damage {
  bool interline = false;  ///< a blank line between every two lines
  bool crlf = false;       ///< CR LF, or lone CR
  bool justified = false;  ///< blanks between characters
  bool full_width = false; ///< full-width digits
  bool indent = false;     ///< U+3000 twice before a paragraph; else the indent is lost
  bool breaks = false;     ///< column breaks: blank lines within paragraphs
  bool widths = false;     ///< several columns of different width
};

struct damaged_page {
  std::string bytes;
  std::vector<std::string> paragraphs; ///< as they were, blanks left out
};

std::string without_blanks(std::string_view text) {
  std::string out;
  for (const auto e : utf8::elements(text))
    if (counts(e.code_point)) utf8::append(out, e.code_point);
  return out;
}

/// Cuts clean paragraphs into columns as a compositor does: no closing mark begins a line, no
/// opening one ends it, and half an em more or less is made up for.
damaged_page make_page(std::uint32_t seed, const damage& how) {
  writer write(seed);
  damaged_page page;
  const std::string newline = how.crlf ? (write.chance(50) ? "\r\n" : "\r") : "\n";
  std::size_t column = 11 + write.below(16); // in em
  bool at_top = true;
  const auto put_line = [&](const std::string& line, bool break_before) {
    if (!at_top) {
      page.bytes += newline;
      if (how.interline != break_before) page.bytes += newline;
      if (how.interline && break_before && write.chance(50)) page.bytes += newline + newline;
    }
    at_top = false;
    page.bytes += line;
  };
  const auto cut = [&](const std::string& paragraph) {
    std::string line = how.indent ? "　　" : "";
    std::size_t width = 8; // quarters of an em; the indent, kept or lost
    std::u32string text;
    utf8::decode(paragraph, text);
    bool first = true;
    for (std::size_t i = 0; i < text.size();) {
      // A piece that is not cut: a word of letters, a short number, a character with the marks
      // that must not be parted from it.
      std::size_t end = i + 1;
      const auto alphanumeric = [](char32_t c) {
        return chars::is_latin(c) || chars::is_digit(c) || c == U'.';
      };
      const auto may_not_begin = [](char32_t c) {
        return chars::is_closing(c) ||
               (chars::is_punctuation(c) && c > 0x80 && !chars::is_opening(c));
      };
      if (alphanumeric(text[i]) && !how.full_width)
        while (end < text.size() && end < i + 4 && alphanumeric(text[end]))
          ++end;
      while (chars::is_opening(text[end - 1]) && end < text.size())
        ++end;
      while (end < text.size() && may_not_begin(text[end]))
        ++end;
      std::size_t w = 0;
      std::string piece;
      for (; i < end; ++i) {
        const char32_t c = how.full_width && chars::is_digit(text[i]) ? text[i] + 0xFEE0 : text[i];
        w += c < 0x80 ? 2 : 4;
        utf8::append(piece, c);
      }
      const std::size_t squeezed = width + w - (may_not_begin(text[end - 1]) ? 2 : 0);
      if (squeezed > column * 4) {
        // What is missing at the end of the line is made up for by blanks within it.
        const bool spaced = how.justified && width + 3 < column * 4;
        if (spaced) {
          std::string spread;
          for (const auto e : utf8::elements(line)) {
            if (!spread.empty() && e.code_point > 0x80) spread += " ";
            utf8::append(spread, e.code_point);
          }
          line = spread;
        }
        put_line(line, how.breaks && !first && write.chance(4));
        if (how.widths && write.chance(3)) column = 11 + write.below(16);
        first = false;
        line.clear();
        width = 0;
      }
      line += piece;
      width += w;
    }
    put_line(line, false);
  };
  const std::size_t articles = 2 + write.below(3);
  for (std::size_t a = 0; a < articles; ++a) {
    if (how.widths) column = 11 + write.below(16);
    const std::string headline = write.headline();
    put_line(headline, true);
    page.paragraphs.push_back(without_blanks(headline));
    const std::size_t count = 3 + write.below(8);
    for (std::size_t p = 0; p < count; ++p) {
      std::string paragraph = write.paragraph();
      if (p == 0 && write.chance(70)) paragraph.insert(0, "本报讯（记者 林晓）");
      cut(paragraph);
      std::string folded;
      std::u32string text;
      utf8::decode(paragraph, text);
      for (char32_t c : text) {
        if (how.full_width && chars::is_digit(c)) c += 0xFEE0;
        if (counts(c)) utf8::append(folded, c);
      }
      page.paragraphs.push_back(folded);
    }
    if (write.chance(30)) {
      put_line("□本报记者 林晓", true);
      page.paragraphs.push_back("□本报记者林晓");
    }
  }
  page.bytes += newline;
  return page;
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

void add_score(score& sum, const damaged_page& page, const document& result) {
  std::set<std::pair<std::size_t, std::size_t>> wanted;
  std::size_t at = 0;
  for (const std::string& paragraph : page.paragraphs) {
    wanted.insert({at, at + paragraph.size()});
    at += paragraph.size();
  }
  at = 0;
  for (const std::string& text : paragraph_texts(result)) {
    const std::size_t size = without_blanks(text).size();
    sum.right += wanted.count({at, at + size});
    at += size;
  }
  sum.wanted += page.paragraphs.size();
  sum.found += result.paragraphs().size();
}

} // namespace

TEST_CASE("damaged pages are put together again and every character is accounted for",
          "[document]") {
  score all;
  for (std::uint32_t seed = 0; seed < 256; ++seed) {
    damage how;
    how.interline = (seed & 1U) != 0;
    how.indent = (seed & 2U) != 0;
    how.justified = (seed & 4U) != 0;
    how.breaks = (seed & 8U) != 0;
    how.widths = (seed & 16U) != 0;
    how.crlf = (seed & 32U) != 0;
    how.full_width = (seed & 64U) != 0;
    const damaged_page page = make_page(seed, how);
    const document result(page.bytes);
    CAPTURE(seed);
    check_integrity(page.bytes, result);
    score one;
    add_score(one, page, result);
    CHECK(one.f1() > 0.7);
    add_score(all, page, result);
  }
  CAPTURE(all.right, all.wanted, all.found);
  CHECK(all.f1() >= 0.97);
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
      "云溪镇2023年工作报告\n各位代表：\n一、工作回顾\n过去一年，全镇新修村道12公里，安装路灯300盏"
      "。\n"
      "一是发展茶叶产业，新增茶园800亩，\n茶农户均增收2300元；\n二是改善人居环境。",
      "清源县要闻\n2023-05-06\n来源：清源融媒\n近日，清源县启动“清泉”行动。\n（记者 林晓）",
      "指标\n单位\n数值\n粮食\n万吨\n12.5\n油料\n万吨\n3."
      "1\n全年粮食产量稳步增长，油料产量略有下降。",
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
    writer write(seed);
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
  CHECK(document(parted).paragraphs().size() == 4);
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
      {"“他说：‘好。’”大家笑了。", {"“他说：‘好。’”", "大家笑了。"}},
      {"驿站建好了。 　村民很高兴。", {"驿站建好了。", "村民很高兴。"}},
      {"。", {"。"}},
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
