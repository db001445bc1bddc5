// Makes damaged pages from clean paragraphs as compositors, scanners and editors damage them, and
// says what the paragraphs were. Deterministic for a seed.
#pragma once

#include <hantext/chars.hpp>
#include <hantext/utf8.hpp>

#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace damage {

namespace chars = hantext::chars;
namespace utf8 = hantext::utf8;

/// Numbers from a seed, the same with every standard library.
class dice {
public:
  explicit dice(std::uint32_t seed) : random_(seed) {}
  std::size_t below(std::size_t count) { return random_() % count; }
  bool chance(std::size_t percent) { return below(100) < percent; }
  template <std::size_t N> std::string pick(const char* const (&list)[N]) { return list[below(N)]; }

private:
  std::mt19937 random_;
};

/// Clean text as an editor may write it. All names are made up.
class editor {
public:
  explicit editor(dice& random) : random_(random) {}

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
    std::string out = random_.chance(60) ? random_.pick(places) : std::string();
    out += random_.pick(verbs);
    out += random_.pick(things);
    if (random_.chance(25)) {
      out += "、";
      out += random_.pick(things);
    }
    out += random_.pick(tails);
    if (random_.chance(30)) out += figure();
    return out;
  }

  std::string figure() {
    static const char* const units[] = {"万元", "公里", "余户", "%",
                                        "亿元", "人次", "处",   "平方米"};
    std::string number = std::to_string(1 + random_.below(9000));
    if (random_.chance(30)) {
      number += '.';
      number += std::to_string(1 + random_.below(9));
    }
    if (random_.chance(10)) number.insert(0, random_.chance(50) ? "APP用户" : "GDP总量");
    return number + random_.pick(units);
  }

  std::string sentence() {
    static const char* const openings[] = {"今年以来，", "截至目前，", "近日，", "3月5日上午，",
                                           "与此同时，", "据介绍，",   "",       "",
                                           "",           "在云溪镇，"};
    std::string out = random_.pick(openings);
    const std::size_t clauses = 1 + random_.below(4);
    for (std::size_t i = 0; i < clauses; ++i) {
      if (i > 0) out += "，";
      out += clause();
    }
    if (random_.chance(12)) {
      out.insert(0, "“");
      out += "。”负责人周小满说。";
    } else if (random_.chance(6)) {
      out += "……";
    } else {
      if (random_.chance(6)) {
        out += "；";
        out += clause();
      }
      out += "。";
    }
    return out;
  }

  std::string paragraph() {
    std::string out;
    const std::size_t sentences = 1 + random_.below(5);
    for (std::size_t i = 0; i < sentences; ++i)
      out += sentence();
    return out;
  }

  std::string headline() {
    static const char* const first[] = {"清源县", "云溪镇", "安平街道", "青石坪村"};
    static const char* const rest[] = {"织密便民服务网",   "打好春灌第一仗", "老街换新颜",
                                       "“小院议事”解民忧", "跑出项目加速度", "让乡村更宜居"};
    std::string out;
    if (random_.chance(60)) out += random_.pick(first);
    out += random_.pick(rest);
    if (random_.chance(20)) {
      out += ' ';
      out += random_.pick(rest);
    }
    return out;
  }

  std::string caption() {
    static const char* const shown[] = {"图为村民在便民驿站歇脚。", "▲学生们在新操场上跑步。",
                                        "图为改造后的灌溉设施。"};
    return random_.pick(shown) + (random_.chance(50) ? "本报记者 林晓 摄" : "林晓 摄");
  }

private:
  dice& random_;
};

/// What is done to a page.
struct ways {
  bool interline = false;  ///< a blank line between every two lines
  bool crlf = false;       ///< CR LF, or lone CR
  bool justified = false;  ///< blanks between characters
  bool full_width = false; ///< full-width digits
  bool indent = false;     ///< U+3000 twice before a paragraph; else the indent is lost
  bool breaks = false;     ///< column breaks: blank lines within paragraphs
  bool widths = false;     ///< several columns of different width
  bool captions = false;   ///< captions in the middle of paragraphs
  bool hidden = false;     ///< soft hyphens and zero-width blanks among the characters
};

/// Characters that a page shows: all but blanks and what prints as nothing.
inline bool shows(char32_t c) { return !chars::is_space(c) && c != 0x00AD; }

inline std::string without_blanks(std::string_view text) {
  std::string out;
  for (const auto e : utf8::elements(text))
    if (shows(e.code_point)) utf8::append(out, e.code_point);
  return out;
}

/// Sets clean paragraphs in columns as a compositor does: no closing mark begins a line, no opening
/// one ends it, and half an em more or less is made up for.
class compositor {
public:
  compositor(const ways& how, dice& random, std::size_t column)
      : how_(how), random_(random), editor_(random), column_(column),
        newline_(how.crlf ? (random.chance(50) ? "\r\n" : "\r") : "\n") {}

  /// The page so far, and its paragraphs without their blanks.
  const std::string& bytes() const { return bytes_; }
  const std::vector<std::string>& paragraphs() const { return paragraphs_; }
  /// How many of the paragraphs are the rest of one that a caption interrupted.
  std::size_t interrupted() const { return interrupted_; }

  void new_column(std::size_t column) { column_ = column; }
  void keep_paragraphs(bool keep) { keep_ = keep; }

  /// A headline or by-line: one line, with room above.
  void line(const std::string& text) {
    put(text, true);
    note(text);
  }

  void paragraph(std::string_view paragraph) {
    std::string line = how_.indent ? "　　" : "";
    std::size_t width = 8; // quarters of an em; the indent, kept or lost
    text_.clear();
    utf8::decode(paragraph, text_);
    std::string done; // of what stands above a caption nothing
    std::size_t lines = 0;
    for (std::size_t i = 0; i < text_.size();) {
      std::string piece;
      const std::size_t w = take_piece(i, piece);
      const std::size_t squeezed = width + w - (squeezes_ ? 2 : 0);
      if (squeezed > column_ * 4) {
        finish_line(line, width, lines > 0 && how_.breaks && random_.chance(4));
        if (how_.widths && random_.chance(3)) column_ = 11 + random_.below(16);
        done += without_blanks(line);
        ++lines;
        // Only where it can be seen that the sentence goes on: there is a line of it on both sides.
        if (how_.captions && lines > 1 && text_.size() - i > 2 * column_ && random_.chance(4) &&
            chars::is_han(text_[i]) && chars::is_han(text_[i - 1])) {
          note(done);
          done.clear();
          this->line(editor_.caption());
          caption_above_ = true;
          ++interrupted_;
        }
        line.clear();
        width = 0;
      }
      line += piece;
      width += w;
    }
    put(line, false);
    done += without_blanks(line);
    note(done);
  }

  void finish() { bytes_ += newline_; }

private:
  /// Adds what is not cut: a word of letters, a short number, a character with the marks that must
  /// not be parted from it. Returns its width.
  std::size_t take_piece(std::size_t& i, std::string& piece) {
    const auto alphanumeric = [](char32_t c) {
      return chars::is_latin(c) || chars::is_digit(c) || c == U'.';
    };
    const auto may_not_begin = [](char32_t c) {
      return chars::is_closing(c) ||
             (chars::is_punctuation(c) && c > 0x80 && !chars::is_opening(c));
    };
    std::size_t end = i + 1;
    if (alphanumeric(text_[i]) && !how_.full_width)
      while (end < text_.size() && end < i + 4 && alphanumeric(text_[end]))
        ++end;
    while (chars::is_opening(text_[end - 1]) && end < text_.size())
      ++end;
    while (end < text_.size() && may_not_begin(text_[end]))
      ++end;
    std::size_t width = 0;
    for (; i < end; ++i) {
      const char32_t c =
          how_.full_width && chars::is_digit(text_[i]) ? text_[i] + 0xFEE0 : text_[i];
      width += c < 0x80 ? 2 : 4;
      utf8::append(piece, c);
      if (how_.hidden && random_.chance(2)) piece += random_.chance(50) ? "\u00AD" : "\u200B";
    }
    squeezes_ = may_not_begin(text_[end - 1]);
    return width;
  }

  /// What is missing at the end of the line is made up for by blanks within it.
  void finish_line(std::string& line, std::size_t width, bool break_before) {
    if (how_.justified && width + 3 < column_ * 4) {
      std::string spread;
      for (const auto e : utf8::elements(line)) {
        if (!spread.empty() && e.code_point > 0x80 && shows(e.code_point)) spread += ' ';
        utf8::append(spread, e.code_point);
      }
      line = spread;
    }
    put(line, break_before);
  }

  void put(const std::string& line, bool break_before) {
    if (!bytes_.empty()) {
      bytes_ += newline_;
      break_before = break_before || caption_above_;
      if (how_.interline != break_before) bytes_ += newline_;
      if (how_.interline && break_before && random_.chance(50)) {
        bytes_ += newline_;
        bytes_ += newline_;
      }
    }
    caption_above_ = false;
    bytes_ += line;
  }

  void note(std::string_view text) {
    if (keep_) paragraphs_.push_back(without_blanks(text));
  }

  ways how_;
  dice& random_;
  editor editor_;
  std::size_t column_; // in em
  std::string newline_;
  std::string bytes_;
  std::vector<std::string> paragraphs_;
  std::u32string text_;
  bool squeezes_ = false;
  bool caption_above_ = false;
  bool keep_ = true;
  std::size_t interrupted_ = 0;
};

/// A page of a few articles.
inline compositor make_page(const ways& how, dice& random) {
  editor write(random);
  compositor page(how, random, 11 + random.below(16));
  const std::size_t articles = 2 + random.below(3);
  for (std::size_t a = 0; a < articles; ++a) {
    if (how.widths) page.new_column(11 + random.below(16));
    page.line(write.headline());
    const std::size_t count = 3 + random.below(8);
    for (std::size_t p = 0; p < count; ++p) {
      std::string paragraph = write.paragraph();
      if (p == 0 && random.chance(70)) paragraph.insert(0, "本报讯（记者 林晓）");
      page.paragraph(paragraph);
    }
    if (random.chance(30)) page.line("□本报记者 林晓");
  }
  page.finish();
  return page;
}

/// A text of one paragraph a line, cut and justified.
inline std::string cut_twin(std::string_view clean, const ways& how, std::size_t column) {
  dice random(1);
  compositor page(how, random, column);
  page.keep_paragraphs(false);
  while (!clean.empty()) {
    const std::size_t end = clean.find('\n');
    const std::string_view line = clean.substr(0, end);
    if (!line.empty()) page.paragraph(line);
    clean.remove_prefix(end == std::string_view::npos ? clean.size() : end + 1);
  }
  page.finish();
  return page.bytes();
}

} // namespace damage
