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
    out += pick(verbs) + pick(things);
    if (chance(25)) out += "、" + pick(things);
    out += pick(tails);
    if (chance(30)) out += figure();
    return out;
  }

  std::string figure() {
    static const char* const units[] = {"万元", "公里", "余户", "%",
                                        "亿元", "人次", "处",   "平方米"};
    std::string number = std::to_string(1 + below(9000));
    if (chance(30)) number += "." + std::to_string(1 + below(9));
    if (chance(10)) number = chance(50) ? "APP用户" + number : "GDP总量" + number;
    return number + pick(units);
  }

  std::string sentence() {
    static const char* const openings[] = {"今年以来，", "截至目前，", "近日，", "3月5日上午，",
                                           "与此同时，", "据介绍，",   "",       "",
                                           "",           "在云溪镇，"};
    std::string out = pick(openings);
    const std::size_t clauses = 1 + below(4);
    for (std::size_t i = 0; i < clauses; ++i)
      out += (i > 0 ? "，" : "") + clause();
    if (chance(12)) return "“" + out + "。”负责人周小满说。";
    return out + (chance(6) ? "……" : chance(6) ? "；" + clause() + "。" : "。");
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
    return (chance(60) ? pick(first) : std::string()) + pick(rest) +
           (chance(20) ? " " + pick(rest) : std::string());
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
      if (p == 0 && write.chance(70)) paragraph = "本报讯（记者 林晓）" + paragraph;
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
