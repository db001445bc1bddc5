/// \file
/// Which printed lines belong to one paragraph, and what kind of paragraph it is.
///
/// Layout is read off the page itself. A stretch of a page counts as cut when lines that end in
/// the middle of a sentence have neighbours of the same width; there, a least-cost path through
/// four states of a line (first, middle, last of its paragraph, or alone) weighs widths, first-line
/// indents, end marks, blank lines and what the next line begins with. Elsewhere a line is a
/// paragraph, except that a sentence torn by a page break is put together again. Nothing is
/// assumed about a column width: it may change on the page and within a paragraph.
#pragma once

#include <hantext/document/lines.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace hantext {

/// How the lines of a page relate to its paragraphs.
enum class layout : std::uint8_t {
  automatic,  ///< found out from the page, place by place
  cut_lines,  ///< lines are cut at a column width
  whole_lines ///< a line is a paragraph
};

/// What a paragraph is on its page.
enum class paragraph_kind : std::uint8_t {
  body,      ///< prose
  headline,  ///< headline, kicker, sub-headline, Markdown head: short, without an end mark
  byline,    ///< who wrote it, where it comes from, when it appeared
  caption,   ///< what a picture shows, and who took it
  list_item, ///< begins with a list head: 一是, （一）, 1., ——
  cell       ///< one of several short lines in a row: a flattened table, a menu
};

namespace detail {

// ---- What lines begin and end with: the data ----------------------------------------------------

/// Openings of a news report: they begin a paragraph wherever they stand.
inline constexpr std::string_view report_openings[] = {
    "本报讯", "本报（记者", "本报(记者", "本网讯", "本台讯", "本刊讯", "本報訊",
};

/// Beginnings of a line that says who, from where or when.
inline constexpr std::string_view byline_openings[] = {
    "□",          "■记者",      "本报记者", "（本报记者", "(本报记者", "（记者",   "(记者",
    "记者",       "見習記者",   "见习记者", "特约记者",   "通讯员",    "（通讯员", "(通讯员",
    "作者：",     "作者:",      "文/",      "文／",       "图/",       "来源：",   "来源:",
    "來源：",     "责任编辑",   "责编",     "編輯：",     "编辑：",    "编辑:",    "制图：",
    "数据来源：", "资料来源：", "发布时间", "发布人：",   "发布日期",  "发表时间", "發布日期",
    "發稿單位",   "發稿日期",   "撰稿人",   "新聞聯絡人", "本報記者",  "記者",     "采访人员",
};

/// Endings of a line or a paragraph that name who took the picture or wrote the text. The first
/// group needs no more evidence, 摄 is looked at closer.
inline constexpr std::string_view credit_endings[] = {
    "/文图", "文/图", "／文图", "文／图", "供图", "供圖", "摄影报道", "摄影", "攝影", "图/文",
};

/// Signs that point from a caption to its picture.
inline constexpr std::string_view caption_openings[] = {
    "▶", "▲", "▼", "◀", "△", "▽", "▷", "◁", "►", "◄", "↑", "↓", "←", "→", "图为", "圖為", "上图为",
};

/// Words inside a by-line. A line that goes on after a by-line holds one of them.
inline constexpr std::string_view byline_words[] = {
    "记者", "通讯员", "記者", "通訊員", "实习生", "文图", "文/图", "摄影", "编辑", "特约",
};

/// Last characters of a place or an organisation: such a line above a headline is its subject.
inline constexpr std::string_view subject_endings[] = {
    "省",   "市",   "区",   "县",   "州",   "旗",   "镇",   "乡",   "村",
    "街道", "局",   "厅",   "委",   "院",   "校",   "區",   "縣",   "鎮",
    "鄉",   "公司", "集团", "社区", "中心", "大学", "中学", "小学", "法院",
};

template <std::size_t N>
bool starts_with_any(std::string_view text, const std::string_view (&words)[N]) noexcept {
  for (const std::string_view word : words)
    if (text.substr(0, word.size()) == word) return true;
  return false;
}

/// The first characters of a list of words, hashed: most lines are turned away by one look.
struct first_characters {
  std::uint64_t bits[8] = {};

  template <std::size_t N>
  constexpr explicit first_characters(const std::string_view (&words)[N]) noexcept {
    for (const std::string_view word : words) {
      const unsigned h = hash(word);
      bits[h / 64] |= std::uint64_t{1} << (h % 64);
    }
  }
  constexpr bool may_hold(std::string_view text) const noexcept {
    const unsigned h = hash(text);
    return (bits[h / 64] >> (h % 64) & 1U) != 0;
  }

private:
  static constexpr unsigned hash(std::string_view text) noexcept {
    unsigned h = 0;
    for (std::size_t i = 0; i < 3 && i < text.size(); ++i)
      h = h * 37 + static_cast<unsigned char>(text[i]);
    return h % 512;
  }
};

template <std::size_t N>
bool ends_with_any(std::string_view text, const std::string_view (&words)[N]) noexcept {
  for (const std::string_view word : words)
    if (text.size() >= word.size() && text.substr(text.size() - word.size()) == word) return true;
  return false;
}
template <std::size_t N>
bool holds_any(std::string_view text, const std::string_view (&words)[N]) noexcept {
  for (const std::string_view word : words)
    if (text.find(word) != std::string_view::npos) return true;
  return false;
}

/// 一 to 十, and 百, as list heads use them.
constexpr bool is_list_numeral(char32_t c) noexcept {
  switch (c) {
  case U'一':
  case U'二':
  case U'三':
  case U'四':
  case U'五':
  case U'六':
  case U'七':
  case U'八':
  case U'九':
  case U'十':
  case U'百':
  case U'〇':
    return true;
  default:
    return false;
  }
}

/// What a line begins with.
enum class line_start : std::uint8_t { plain, report, byline, caption, list, markdown };

/// A few characters at the start of a line, blanks left out.
struct line_head {
  static constexpr int most = 16;
  char32_t c[most] = {};
  int size = 0;
};

inline line_head head_of(std::string_view raw, const line& l) noexcept {
  line_head head;
  std::size_t at = l.begin;
  for (int steps = 0; at < l.end && head.size < line_head::most && steps < 32; ++steps) {
    const utf8::element e = utf8::decode_one(raw, at);
    if (!chars::is_space(e.code_point) && !prints_nothing(e.code_point))
      head.c[head.size++] = e.code_point;
    at += e.length;
  }
  return head;
}

/// Whether a list head may begin with the character; nearly all lines are turned away here.
constexpr bool may_start_list(char32_t c) noexcept {
  return c < 0x4E00 || c > 0x9FFF || c == U'第' || is_list_numeral(c);
}

/// Whether the line begins with a list head: 一、 一是 （一） (1) 1. 1、 ① 第一条 —— • - and the
/// like.
inline bool starts_list(const line_head& head) noexcept {
  const char32_t first = head.c[0];
  if (first == U'—' || first == U'–' || first == U'─') return head.c[1] == first;
  if (first == U'•' || first == U'●' || first == U'◆' || first == U'★' || first == U'·' ||
      first == U'○' || first == U'◇')
    return true;
  if ((first >= U'①' && first <= U'⒛') || (first >= U'㈠' && first <= U'㈩')) return true;
  if (first == U'-' || first == U'*' || first == U'+') return false; // see starts_markdown_list
  const bool in_brackets = first == U'（' || first == U'(';
  const bool ordinal = first == U'第';
  int i = in_brackets || ordinal ? 1 : 0;
  const int from = i;
  while (i < head.size && i < from + 3 && is_list_numeral(head.c[i]))
    ++i;
  const bool han = i > from;
  if (!han)
    while (i < head.size && i < from + 3 && chars::is_digit(head.c[i]))
      ++i;
  if (i == from || i >= head.size) return false;
  const char32_t next = head.c[i];
  if (in_brackets) return next == U'）' || next == U')';
  if (ordinal) return next == U'条' || next == U'章' || next == U'节' || next == U'條';
  if (next == U'、') return true;
  if (han) return next == U'是' || next == U'要';
  if (next == U'）' || next == U')') return true;
  // A number and a full stop, but not a decimal.
  if (next == U'.' || next == U'．') return i + 1 < head.size && !chars::is_digit(head.c[i + 1]);
  return false;
}

/// `- item`, `* item`, `+ item`: the sign must be followed by a blank.
inline bool starts_markdown_list(std::string_view text) noexcept {
  return text.size() > 2 && (text[0] == '-' || text[0] == '*' || text[0] == '+') && text[1] == ' ';
}

/// `# head` to `###### head`, as CommonMark has it.
inline bool starts_markdown_head(std::string_view text) noexcept {
  std::size_t i = 0;
  while (i < text.size() && text[i] == '#')
    ++i;
  return i > 0 && i <= 6 && i < text.size() && text[i] == ' ';
}

inline std::string_view text_of(std::string_view raw, const line& l) noexcept {
  return raw.substr(l.begin, l.end - l.begin);
}

/// Whether 讯, 消息 or 电 stands before a bracket in the first sixteen characters.
inline bool holds_source(std::string_view text) noexcept {
  const std::string_view head = text.substr(0, 48);
  const std::size_t wide = head.find("（");
  const std::size_t at = wide != std::string_view::npos ? wide : head.find('(');
  if (at == std::string_view::npos || at < 3) return false;
  static constexpr std::string_view last[] = {"讯", "訊", "息", "电", "電"};
  return ends_with_any(head.substr(0, at), last);
}

/// 清源网讯（, 清源台消息（, 新华社清源3月5日电（: an opening that names its source.
inline bool starts_report(const line_head& head) noexcept {
  for (int i = 1; i + 1 < head.size; ++i) {
    const char32_t c = head.c[i];
    const char32_t next = head.c[i + 1];
    if (!chars::is_han(c) && !chars::is_digit(c)) return false;
    if (next == U'（' || next == U'(')
      return c == U'讯' || c == U'訊' || c == U'电' || c == U'電' ||
             (c == U'息' && head.c[i - 1] == U'消');
  }
  return false;
}

inline line_start start_of(std::string_view raw, const line& l) noexcept {
  const std::string_view text = text_of(raw, l);
  if (text[0] == '#') return starts_markdown_head(text) ? line_start::markdown : line_start::plain;
  constexpr first_characters reports(report_openings);
  constexpr first_characters captions(caption_openings);
  constexpr first_characters bylines(byline_openings);
  if (reports.may_hold(text) && starts_with_any(text, report_openings)) return line_start::report;
  if (captions.may_hold(text) && starts_with_any(text, caption_openings))
    return line_start::caption;
  if (starts_markdown_list(text)) return line_start::list;
  if (may_start_list(utf8::decode_one(raw, l.begin).code_point) && starts_list(head_of(raw, l)))
    return line_start::list;
  if (bylines.may_hold(text) && starts_with_any(text, byline_openings)) return line_start::byline;
  if (l.unclosed >= 0 && l.width >= 8 * em && holds_source(text) && starts_report(head_of(raw, l)))
    return line_start::report;
  return line_start::plain;
}

/// Last characters of `credit_endings`, of 摄 and of a bracket around either.
constexpr bool may_end_credit(char32_t c) noexcept {
  switch (c) {
  case U'摄':
  case U'攝':
  case U'图':
  case U'圖':
  case U'文':
  case U'影':
  case U'道':
  case U'）':
  case U')':
    return true;
  default:
    return false;
  }
}

/// Whether the line ends by naming who took the picture or wrote the text: 林晓 摄, 林晓/文图,
/// （记者 林晓）.
inline bool ends_with_credit(std::string_view raw, const line& l) noexcept {
  if (l.tail == line_end::mark || l.tail == line_end::comma) return false;
  const std::string_view text = text_of(raw, l);
  if (!l.square && !may_end_credit(utf8::decode_before(raw, l.end).code_point)) return false;
  const std::size_t tail = std::min<std::size_t>(text.size(), 120);
  const std::string_view last = text.substr(text.size() - tail);
  std::string_view bare = last;
  for (const std::string_view bracket : {std::string_view("）"), std::string_view(")")}) {
    if (bare.size() < bracket.size() || bare.substr(bare.size() - bracket.size()) != bracket)
      continue;
    const std::size_t opening = bare.rfind(bracket == ")" ? "(" : "（");
    bare.remove_suffix(bracket.size());
    if (opening == std::string_view::npos) break;
    // （记者 林晓） at the end of a text
    if (holds_any(bare.substr(opening), byline_words)) return true;
    break;
  }
  if (ends_with_any(bare, credit_endings)) return true;
  for (const std::string_view sign : {std::string_view("摄"), std::string_view("攝")}) {
    if (bare.size() < sign.size() || bare.substr(bare.size() - sign.size()) != sign) continue;
    const std::string_view before = bare.substr(0, bare.size() - sign.size());
    // 拍摄 and 摄 as a verb end a cut line too: a name stands apart from the text.
    if (before.empty()) return true;
    const utf8::element e = utf8::decode_before(before, before.size());
    if (chars::is_space(e.code_point)) return true;
    return e.code_point != U'拍' && e.code_point != U'录' && holds_any(before, byline_words);
  }
  if (!l.square) return false;
  const std::size_t square = last.rfind("□");
  return square != std::string_view::npos && holds_any(last.substr(square), byline_words) &&
         last.find("，", square) == std::string_view::npos;
}

// ---- Decisions ----------------------------------------------------------------------------------

/// What was decided about a line.
struct line_role {
  bool begins_paragraph = true;
  bool in_cut_text = false; ///< it stands where lines are cut and set in justified print
  line_start start = line_start::plain;
  bool credit = false;
  paragraph_kind kind = paragraph_kind::body; ///< of the paragraph that it begins
};

/// Counts over a window of lines in constant time.
class running_sum {
public:
  explicit running_sum(std::size_t size) { sums_.reserve(size + 1), sums_.push_back(0); }
  void add(int value) { sums_.push_back(sums_.back() + value); }
  /// Sum of the values `first` to `last - 1`, as far as there are any.
  std::int32_t window(std::size_t middle, std::size_t reach) const noexcept {
    const std::size_t count = sums_.size() - 1;
    const std::size_t first = middle > reach ? middle - reach : 0;
    const std::size_t last = std::min(count, middle + reach + 1);
    return first < last ? sums_[last] - sums_[first] : 0;
  }
  std::int32_t total() const noexcept { return sums_.back(); }

private:
  std::vector<std::int32_t> sums_;
};

class layout_detector {
public:
  layout_detector(std::string_view raw, const std::vector<line>& lines, layout mode)
      : raw_(raw), lines_(lines), mode_(mode) {}

  std::vector<line_role> detect() {
    roles_.resize(lines_.size());
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      roles_[i].start = start_of(raw_, lines_[i]);
      roles_[i].credit = roles_[i].start != line_start::report && ends_with_credit(raw_, lines_[i]);
    }
    if (mode_ != layout::whole_lines) {
      measure();
      find_cut_text();
      join_torn_sentences();
      if (any_cut_) choose_breaks();
    }
    join_short_lines();
    name_kinds();
    return std::move(roles_);
  }

private:
  using cost = std::int32_t;
  enum state : std::size_t { first_line, middle_line, last_line, lone_line, states };

  static constexpr std::size_t reach_ = 10; ///< lines on either side that tell what is usual
  static constexpr std::uint32_t gap_kinds = 4;
  static constexpr std::uint32_t narrowest_ = 7 * em; ///< no column of prose is narrower

  static std::uint32_t distance(std::uint32_t a, std::uint32_t b) noexcept {
    return a < b ? b - a : a - b;
  }

  bool ended(std::size_t i) const noexcept {
    return lines_[i].tail == line_end::mark || roles_[i].credit;
  }
  bool has_stops(std::size_t i) const noexcept {
    return lines_[i].commas != 0 || lines_[i].sentence_mark;
  }
  /// Indent of a line beyond that of its neighbours.
  std::uint32_t extra_indent(std::size_t i) const noexcept {
    std::uint32_t least = lines_[i].indent;
    if (i > 0) least = std::min(least, lines_[i - 1].indent);
    if (i + 1 < lines_.size()) least = std::min(least, lines_[i + 1].indent);
    return lines_[i].indent - least;
  }
  bool indented(std::size_t i) const noexcept {
    const std::uint32_t extra = extra_indent(i);
    return extra >= em && extra <= 8 * em;
  }
  /// Width as printed: with the indent, where the page still has it.
  std::uint32_t width(std::size_t i) const noexcept { return widths_[i]; }

  /// Widths of all lines. Print squeezes punctuation, a terminal or a web page does not: the page
  /// is measured with half an em, three quarters and a whole em for a mark, and what makes
  /// neighbouring lines most alike is taken.
  void measure() {
    open_.resize(lines_.size());
    for (std::size_t i = 0; i < lines_.size(); ++i)
      open_[i] = looks_open(i);
    constexpr std::uint32_t most = 3;
    std::uint64_t unlike[most] = {};
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
      if (!open_prose(i) || !open_prose(i + 1)) continue;
      for (std::uint32_t more = 0; more < most; ++more)
        unlike[more] +=
            std::min<std::uint32_t>(8, distance(lines_[i].width + more * lines_[i].marks,
                                                lines_[i + 1].width + more * lines_[i + 1].marks));
    }
    std::uint32_t best = 1;
    for (std::uint32_t more = 0; more < most; ++more)
      if (unlike[more] < unlike[best]) best = more;
    widths_.resize(lines_.size());
    for (std::size_t i = 0; i < lines_.size(); ++i)
      widths_[i] = lines_[i].width + best * lines_[i].marks + (indented(i) ? extra_indent(i) : 0);
  }

  /// Prose that a column may have cut: it breaks off in the middle of a clause.
  bool open_prose(std::size_t i) const noexcept { return open_[i] != 0; }
  bool looks_open(std::size_t i) const noexcept {
    const line& l = lines_[i];
    if (l.tail != line_end::open || l.width < narrowest_ || roles_[i].credit) return false;
    return has_stops(i) || (i > 0 && has_stops(i - 1)) ||
           (i + 1 < lines_.size() && has_stops(i + 1));
  }

  /// Whether lines `i` and `j` could stand in one column: equally wide, or a first line of a
  /// paragraph, which is two characters shorter, and a later one.
  bool same_column(std::size_t i, std::size_t j) const noexcept {
    const std::uint32_t a = width(i);
    const std::uint32_t b = width(j);
    if (distance(a, b) <= 6) return true;
    return j == i + 1 && b > a && b - a <= 14 && b - a >= 5;
  }

  /// Finds the stretches of the page that are cut, and what is usual between their lines.
  void find_cut_text() {
    const std::size_t size = lines_.size();
    running_sum evidence(size);
    running_sum stops(size);
    running_sum opens(size);
    running_sum gaps[gap_kinds] = {running_sum(size), running_sum(size), running_sum(size),
                                   running_sum(size)};
    running_sum indents(size);
    for (std::size_t i = 0; i < size; ++i) {
      int value = 0;
      const bool prose = open_prose(i);
      if (prose) {
        bool partner = false;
        for (std::size_t j = i > 2 ? i - 2 : 0; j <= i + 2 && j < size; ++j) {
          if (j == i || lines_[j].width < narrowest_) continue;
          const bool next_to = j + 1 == i || j == i + 1;
          if (open_prose(j) || next_to)
            partner = partner || (j < i ? same_column(j, i) : same_column(i, j));
        }
        value = partner ? 2 : -2;
      } else if (ended(i) && lines_[i].width >= 12 * em && (i == 0 || !open_prose(i - 1)) &&
                 !(i > 0 && distance(width(i), width(i - 1)) <= 6)) {
        value = -2; // a whole paragraph on one line
      } else if (lines_[i].tail == line_end::comma && lines_[i].width >= narrowest_ && i > 0 &&
                 !open_prose(i - 1)) {
        value = -1; // lines that end in commas one after the other are clauses, not columns
      }
      evidence.add(value);
      stops.add(lines_[i].sentence_mark ? 1 : 0);
      opens.add(prose ? 1 : 0);
      const bool inside = prose && i + 1 < size && same_column(i, i + 1);
      for (std::uint32_t gap = 0; gap < gap_kinds; ++gap)
        gaps[gap].add(inside && gap_after(i) == gap ? 1 : 0);
      indents.add(indented(i) ? 1 : 0);
    }
    const int page = evidence.total() > 20 ? 2 : (evidence.total() < -20 ? -2 : 0);
    usual_gap_.resize(size);
    indents_.resize(size);
    cut_.resize(size);
    for (std::size_t i = 0; i < size; ++i) {
      // Lines of one width without a single end mark are a list.
      const bool sentences = stops.window(i, reach_) * 12 >= opens.window(i, reach_);
      cut_[i] = mode_ == layout::cut_lines || (evidence.window(i, reach_) + page > 0 && sentences);
      any_cut_ = any_cut_ || cut_[i];
      std::uint8_t usual = 0;
      std::int64_t most = 0;
      for (std::uint8_t gap = 0; gap < gap_kinds; ++gap) {
        // A stretch too short to tell goes by the page.
        const std::int64_t count = gaps[gap].window(i, reach_) * 1024 + gaps[gap].total();
        if (count > most) most = count, usual = gap;
      }
      usual_gap_[i] = usual;
      indents_[i] = indents.window(i, 4 * reach_) >= 2;
      roles_[i].in_cut_text = cut_[i];
    }
  }

  /// Where lines are whole, puts together what a page or column break tore: long prose that stops
  /// without any mark, and prose after it.
  void join_torn_sentences() {
    torn_.assign(lines_.size(), false);
    std::size_t commas = 0;
    for (const line& l : lines_)
      commas += l.tail == line_end::comma ? 1 : 0;
    // Where many lines end in a comma, the page is written clause by clause.
    const bool comma_tears = commas * 20 <= lines_.size() + 20;
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
      if (cut_[i] || cut_[i + 1]) continue;
      const line& l = lines_[i];
      const line& next = lines_[i + 1];
      if (roles_[i].credit || !breaks_off(l, comma_tears)) continue;
      const bool prose =
          (l.sentence_mark && l.width >= 20 * em) || (l.commas > 0 && l.width >= 38 * em);
      if (!prose || roles_[i].start == line_start::byline || opens_with_label(l)) continue;
      const bool begins_anew = roles_[i + 1].start != line_start::plain || indented(i + 1) ||
                               (next.indent >= em && next.indent >= l.indent);
      if (begins_anew || roles_[i + 1].credit) continue;
      if (!next.sentence_mark || next.blanks_before > 2) continue;
      if (begins_with_date(next)) continue;
      torn_[i] = true;
      roles_[i + 1].begins_paragraph = false;
    }
  }

  /// 【专题】 or [视频] before the text: a headline, however long.
  bool opens_with_label(const line& l) const noexcept {
    const char32_t first = utf8::decode_one(raw_, l.begin).code_point;
    return first == U'【' || first == U'[' || first == U'［';
  }

  /// Whether the line stops in the middle of a sentence: at a word, a closing quote, a comma, or,
  /// where there is a sentence before it, at a figure.
  bool breaks_off(const line& l, bool comma_tears) const noexcept {
    if (l.tail == line_end::comma) return comma_tears;
    if (l.tail != line_end::open) return false;
    const char32_t c = utf8::decode_before(raw_, l.end).code_point;
    if (chars::is_han(c) || c == U'”' || c == U'》' || c == U'」') return true;
    return l.sentence_mark && chars::is_digit(c);
  }

  /// 3月5日 or 2024年: a text that begins with its date begins anew.
  bool begins_with_date(const line& l) const noexcept {
    const line_head head = head_of(raw_, l);
    int i = 0;
    while (i < head.size && chars::is_digit(head.c[i]))
      ++i;
    return i > 0 && i < head.size && (head.c[i] == U'月' || head.c[i] == U'年');
  }

  /// Blank lines after a line that has a next one; more than three count as three.
  std::uint32_t gap_after(std::size_t i) const noexcept {
    return std::min<std::uint32_t>(lines_[i + 1].blanks_before, gap_kinds - 1);
  }

  // The costs below are tenths of a nat, as in a log likelihood: 30 says one in twenty.

  static constexpr cost full_last_line = 15; ///< that a paragraph happens to fill its last line

  cost gap_excess(std::size_t i) const noexcept {
    const std::uint8_t usual = std::max(usual_gap_[i], usual_gap_[i + 1]);
    return static_cast<cost>(gap_after(i)) - static_cast<cost>(usual);
  }

  bool begins_by_sign(std::size_t i) const noexcept {
    return roles_[i].start != line_start::plain &&
           !(roles_[i].start == line_start::byline && lines_[i].width > 24 * em);
  }

  /// That a paragraph ends with line `i`, the last of several or a line alone.
  cost stop(std::size_t i, bool alone) const noexcept {
    const line& l = lines_[i];
    cost sum = 20;
    if (ended(i)) {
      sum += 0;
    } else if (l.tail == line_end::clause) {
      sum += 20;
    } else if (l.tail == line_end::comma) {
      sum += 70;
    } else if (alone) {
      const bool headline =
          !l.sentence_mark && l.width <= 40 * em && roles_[i].start != line_start::report;
      sum += headline ? 10 + 15 * static_cast<cost>(std::min<std::uint16_t>(l.commas, 3)) : 70;
    } else {
      sum += i > 0 && width(i) * 5 < width(i - 1) * 3 ? 40 : 70;
    }
    return sum;
  }

  /// The same with the line that follows taken into account.
  cost hard_break(std::size_t i, bool alone) const noexcept {
    const line& l = lines_[i];
    cost sum = stop(i, alone);
    const cost excess = gap_excess(i);
    if (excess > 0) sum -= excess > 1 ? 40 : 30;
    if (begins_by_sign(i + 1)) sum -= 60;
    if (indented(i + 1)) {
      sum -= 40;
    } else if (indents_[i]) {
      sum += 30;
    }
    if (lines_[i + 1].starts_closed) sum += 120;
    if (l.unclosed > 0 && lines_[i + 1].unclosed < 0) sum += alone ? 60 : 30;
    return sum;
  }

  /// That line `i + 1` goes on with the paragraph of line `i`, widths aside.
  cost soft_break(std::size_t i) const noexcept {
    const line& l = lines_[i];
    cost sum = 0;
    if (ended(i)) {
      sum += roles_[i].credit ? 60 : 30;
    } else if (l.tail == line_end::clause) {
      sum += 10;
    }
    const cost excess = gap_excess(i);
    if (excess > 0) sum += l.tail == line_end::open ? 20 : 40;
    if (excess < 0) sum -= 10;
    if (begins_by_sign(i + 1)) sum += 80;
    if (indented(i + 1)) sum += 60;
    if (lines_[i + 1].starts_closed) sum -= 60;
    return sum;
  }

  /// How badly the widths of two lines that follow each other fit their places in a paragraph;
  /// `shortage` is what `short_of_column` says of the first.
  cost misfit(std::size_t i, state from, state to, cost shortage) const noexcept {
    const auto a = static_cast<cost>(width(i));
    const auto b = static_cast<cost>(width(i + 1));
    const cost grows = b - a;
    cost sum = a < static_cast<cost>(narrowest_) ? 60 : 0;
    if (from == first_line) {
      sum += shortage > 18 ? 70
                           : (shortage > 14 ? 35 : (shortage > 12 ? 25 : (shortage > 10 ? 15 : 0)));
      // An indent that the page has lost leaves the first line two characters short.
      if (to == last_line)
        return sum + (grows > 14 ? 40 + grows : 0) + (grows >= 4 ? full_last_line : 0) +
               (shortage < 4 && !indented(i) ? 20 : 0);
      if (indented(i)) return sum + (grows >= -6 && grows <= 6 ? 0 : 40);
      if (grows >= 4 && grows <= 12) return sum;
      if (grows >= -4 && grows <= 16) return sum + 20;
      return sum + std::min<cost>(100, 20 + (grows > 0 ? (grows - 16) * 5 : (-4 - grows) * 8));
    }
    if (to == last_line)
      return sum + (grows > 0 ? unequal(grows) : 0) + (grows >= -4 ? full_last_line : 0);
    if (b < static_cast<cost>(narrowest_)) sum += 60;
    return sum + unequal(grows < 0 ? -grows : grows);
  }

  /// How unlikely it is that two lines of one column differ that much. In print, one pair in a
  /// hundred differs by more than an em and a half; beyond three it must be another column.
  static cost unequal(cost difference) noexcept {
    if (difference <= 4) return 0;
    if (difference <= 6) return 10;
    if (difference <= 8) return 25;
    if (difference <= 10) return 35;
    return difference <= 14 ? 50 : 60;
  }

  /// How much a first line is short of its column, going by the columns above and below, whichever
  /// is nearer; as an indented line should be where there are none.
  cost short_of_column(std::size_t i) const noexcept {
    std::uint32_t nearest = 0xFFFFFFFF;
    bool known = false;
    const auto look = [&](std::size_t from, std::size_t to) {
      std::uint32_t widest = 0;
      for (std::size_t j = from; j < to; ++j)
        if (j != i && open_prose(j)) widest = std::max(widest, width(j));
      if (widest == 0) return;
      known = true;
      nearest = std::min(nearest, widest > width(i) ? widest - width(i) : 0);
    };
    look(i > 4 ? i - 4 : 0, i);
    look(i + 1, std::min(lines_.size(), i + 5));
    return known ? static_cast<cost>(std::min<std::uint32_t>(nearest, 1000)) : 8;
  }

  /// The least-cost path through the states of all lines (Viterbi's algorithm).
  void choose_breaks() {
    constexpr cost never = 1 << 20;
    const std::size_t size = lines_.size();
    struct step {
      std::uint8_t from[states];
    };
    std::vector<step> steps(size);
    std::int64_t best[states] = {0, never, never, 0};
    for (std::size_t i = 0; i + 1 < size; ++i) {
      std::int64_t next[states];
      const bool cut = cut_[i] || cut_[i + 1];
      const bool torn = torn_[i];
      const cost hard_after_last = cut ? hard_break(i, false) : (torn ? never : 0);
      const cost hard_alone = cut ? hard_break(i, true) : (torn ? never : 0);
      const cost soft = cut ? soft_break(i) : (torn ? 0 : never);
      const cost shortage = cut ? short_of_column(i) : 0;
      const auto fit = [&](state from, state to) {
        return cut ? misfit(i, from, to, shortage) : 0;
      };
      // A paragraph begins anew: at a first line or a lone one.
      const bool after_last = best[last_line] + hard_after_last < best[lone_line] + hard_alone;
      const std::int64_t anew =
          after_last ? best[last_line] + hard_after_last : best[lone_line] + hard_alone;
      const auto before = static_cast<std::uint8_t>(after_last ? last_line : lone_line);
      next[first_line] = next[lone_line] = anew;
      steps[i + 1].from[first_line] = steps[i + 1].from[lone_line] = before;
      for (const state to : {middle_line, last_line}) {
        const std::int64_t from_first = best[first_line] + soft + fit(first_line, to);
        const std::int64_t from_middle = best[middle_line] + soft + fit(middle_line, to);
        const bool f = from_first <= from_middle;
        next[to] = f ? from_first : from_middle;
        steps[i + 1].from[to] = static_cast<std::uint8_t>(f ? first_line : middle_line);
      }
      std::copy(next, next + states, best);
    }
    if (size == 0) return;
    if (cut_[size - 1]) {
      best[last_line] += stop(size - 1, false);
      best[lone_line] += stop(size - 1, true);
    }
    std::size_t at = best[last_line] < best[lone_line] ? last_line : lone_line;
    for (std::size_t i = size; i-- > 0;) {
      roles_[i].begins_paragraph = at == first_line || at == lone_line;
      if (i > 0) at = steps[i].from[at];
    }
  }

  bool alone(std::size_t i) const noexcept {
    return roles_[i].begins_paragraph && (i + 1 == lines_.size() || roles_[i + 1].begins_paragraph);
  }

  bool headline_like(std::size_t i) const noexcept {
    const line& l = lines_[i];
    return alone(i) && roles_[i].start == line_start::plain && !roles_[i].credit &&
           l.tail == line_end::open && !l.sentence_mark && l.width <= 40 * em;
  }

  /// By-lines that go on in the next line, and headlines whose subject stands in a line above.
  void join_short_lines() {
    if (mode_ == layout::whole_lines) return;
    bool after_byline = false;
    for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
      if (!roles_[i].in_cut_text) continue;
      const bool tight = gap_after(i) <= usual_gap_[i];
      const bool byline =
          (alone(i) || after_byline) && !has_stops(i) &&
          (after_byline || (roles_[i].start == line_start::byline && lines_[i].width <= 24 * em));
      after_byline = false;
      if (byline && tight && alone(i + 1) && !has_stops(i + 1) && lines_[i + 1].width <= 20 * em &&
          roles_[i + 1].start != line_start::report &&
          holds_any(text_of(raw_, lines_[i + 1]), byline_words)) {
        roles_[i + 1].begins_paragraph = false;
        after_byline = true;
      } else if (tight && headline_like(i) && headline_like(i + 1) && is_subject(lines_[i]) &&
                 !is_subject(lines_[i + 1])) {
        roles_[i + 1].begins_paragraph = false;
      }
    }
  }

  /// A quotation and nothing else, or a place or an organisation: half a headline.
  bool is_subject(const line& l) const noexcept {
    if (l.blank_inside || l.commas != 0 || l.width > 9 * em || l.width < 3 * em) return false;
    const std::string_view text = text_of(raw_, l);
    const char32_t first = utf8::decode_one(raw_, l.begin).code_point;
    const char32_t last = utf8::decode_before(raw_, l.end).code_point;
    if (chars::is_opening(first) && chars::closing_of(first) == last && first != U'（')
      return text.find(text.substr(0, 3), 3) == std::string_view::npos;
    return l.width >= 5 * em && ends_with_any(text, subject_endings);
  }

  void name_kinds() {
    for (std::size_t i = 0; i < lines_.size();) {
      std::size_t end = i + 1;
      while (end < lines_.size() && !roles_[end].begins_paragraph)
        ++end;
      roles_[i].kind = kind_of(i, end);
      i = end;
    }
    name_cells();
  }

  paragraph_kind kind_of(std::size_t begin, std::size_t end) const noexcept {
    bool sentence_mark = false;
    std::uint64_t width = 0;
    for (std::size_t i = begin; i < end; ++i) {
      sentence_mark = sentence_mark || lines_[i].sentence_mark;
      width += lines_[i].width;
    }
    const line& last = lines_[end - 1];
    const bool short_text = !sentence_mark && width <= 45 * em;
    switch (roles_[begin].start) {
    case line_start::markdown:
      return paragraph_kind::headline;
    case line_start::caption:
      return paragraph_kind::caption;
    case line_start::byline:
      if (short_text && !ends_as_photo(last)) return paragraph_kind::byline;
      break;
    case line_start::list:
      if (!sentence_mark && last.tail != line_end::comma &&
          (width <= 24 * em || (short_text && last.commas == 0 && last.tail == line_end::open)))
        return paragraph_kind::headline;
      return paragraph_kind::list_item;
    default:
      break;
    }
    if (roles_[end - 1].credit) {
      if (ends_as_photo(last)) return paragraph_kind::caption;
      if (short_text) return paragraph_kind::byline;
    }
    if (end - begin == 1 && is_date(last)) return paragraph_kind::byline;
    if (short_text && last.tail == line_end::open && last.commas <= 3)
      return paragraph_kind::headline;
    return paragraph_kind::body;
  }

  bool ends_as_photo(const line& l) const noexcept {
    std::string_view text = text_of(raw_, l);
    for (const std::string_view bracket : {std::string_view("）"), std::string_view(")")})
      if (text.size() > bracket.size() && text.substr(text.size() - bracket.size()) == bracket)
        text.remove_suffix(bracket.size());
    static constexpr std::string_view signs[] = {"摄", "攝", "摄影", "攝影", "供图", "供圖"};
    return ends_with_any(text, signs);
  }

  /// Short lines without any mark, several in a row, are cells.
  void name_cells() {
    const auto cellish = [&](std::size_t i) {
      const line& l = lines_[i];
      return alone(i) && l.width <= 16 * em && !l.sentence_mark && l.tail != line_end::comma &&
             (roles_[i].kind == paragraph_kind::headline ||
              roles_[i].kind == paragraph_kind::body) &&
             roles_[i].start == line_start::plain;
    };
    for (std::size_t i = 0; i < lines_.size();) {
      std::size_t end = i;
      std::size_t figures = 0;
      while (end < lines_.size() && cellish(end)) {
        if (is_figure(lines_[end])) ++figures;
        ++end;
      }
      const std::size_t count = end - i;
      if (count >= 6 || (count >= 3 && figures * 3 >= count))
        for (std::size_t j = i; j < end; ++j)
          roles_[j].kind = paragraph_kind::cell;
      i = std::max(end, i + 1);
    }
  }

  /// A date and nothing else: （2024年3月5日）, 2024-03-05 09:30.
  bool is_date(const line& l) const noexcept {
    if (l.width > 20 * em || l.end - l.begin > 90) return false;
    int digits = 0;
    int units = 0;
    for (std::size_t at = l.begin; at < l.end;) {
      const utf8::element e = utf8::decode_one(raw_, at);
      const char32_t c = e.code_point;
      if (chars::is_digit(c) || is_list_numeral(c)) {
        ++digits;
      } else if (c == U'年' || c == U'月' || c == U'日' || c == U'-' || c == U'/') {
        ++units;
      } else if (c != U':' && c != U'.' && c != U'：' && !chars::is_space(c) &&
                 !chars::is_opening(c) && !chars::is_closing(c)) {
        return false;
      }
      at += e.length;
    }
    return digits >= 4 && units >= 2;
  }

  bool is_figure(const line& l) const noexcept {
    const char32_t first = utf8::decode_one(raw_, l.begin).code_point;
    return chars::is_digit(first) || first == U'-' || first == U'+';
  }

  std::string_view raw_;
  const std::vector<line>& lines_;
  layout mode_;
  std::vector<line_role> roles_;
  std::vector<std::uint32_t> widths_;
  std::vector<std::uint8_t> open_; ///< open_prose
  std::vector<std::uint8_t> cut_;
  std::vector<std::uint8_t> torn_;
  std::vector<std::uint8_t> usual_gap_; ///< blank lines between the lines of a paragraph
  std::vector<std::uint8_t> indents_;   ///< first lines are indented here
  bool any_cut_ = false;
};

} // namespace detail
} // namespace hantext
