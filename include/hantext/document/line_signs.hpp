/// \file
/// What the lines of a page begin and end with: list heads, by-lines, datelines, signs that point
/// to a picture, credits. The words are data, at the top.
#pragma once

#include <hantext/chars.hpp>
#include <hantext/document/lines.hpp>
#include <hantext/utf8.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace hantext::detail {

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
    "（责任编辑", "(责任编辑",  "（责编",   "(责编",      "（作者",    "(作者",    "（编辑",
    "審稿：",     "审核：",     "审稿：",   "校对：",     "监制：",    "终审：",   "初审：",
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

/// Openings of the menus around a text that was saved from a web page.
inline constexpr std::string_view menu_openings[] = {
    "上一篇", "下一篇",   "上一条", "下一条",   "上一頁",   "下一頁",   "上一则",       "下一则",
    "打印",   "【打印",   "[打印",  "关闭",     "【关闭",   "[关闭",    "分享到",       "分享至",
    "扫一扫", "版权所有", "首页",   "当前位置", "您的位置", "您当前的", "您现在的位置", "返回顶部",
    "【字体", "字体：",   "字号：", "【字号",   "友情列印", "轉寄友人",
};

/// Whom a speech turns to.
inline constexpr std::string_view salutation_openings[] = {
    "各位", "同志们", "尊敬的", "女士们", "先生们", "朋友们", "乡亲们", "同學們", "同学们",
};

/// Offices, as they stand before the name of who holds them.
inline constexpr std::string_view office_endings[] = {
    "省长", "市长", "县长", "區長", "区长", "州长", "旗长",   "镇长",   "乡长",
    "盟长", "縣長", "市長", "主席", "总理", "书记", "局长",   "院长",   "检察长",
    "主任", "部长", "厅长", "行长", "会长", "校长", "秘书长", "委员长", "長官",
};

/// Words that open a sentence of prose; with the comma or word that follows, no headline has them.
inline constexpr std::string_view prose_openings[] = {
    "近日，",     "日前，",     "近期，", "今年以来", "去年以来", "近年来", "截至目前", "目前，",
    "与此同时",   "同时，",     "据介绍", "据了解",   "据悉",     "据统计", "此外，",   "另外，",
    "下一步，",   "接下来，",   "当天，", "当日，",   "随后，",   "其中，", "为此，",   "对此，",
    "在此基础上", "不仅如此，", "近日,",  "日前,",    "目前,",    "同时,",  "此外,",    "另外,",
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

// A byte of its last character is compared first, for nearly every word is another.

template <std::size_t N>
constexpr bool starts_with_any(std::string_view text, const std::string_view (&words)[N]) noexcept {
  for (const std::string_view word : words)
    if (word.size() <= text.size() && text[word.size() - 1] == word.back() &&
        text.starts_with(word))
      return true;
  return false;
}
template <std::size_t N>
constexpr bool ends_with_any(std::string_view text, const std::string_view (&words)[N]) noexcept {
  for (const std::string_view word : words)
    if (word.size() <= text.size() && text.back() == word.back() && text.ends_with(word))
      return true;
  return false;
}
template <std::size_t N>
constexpr bool holds_any(std::string_view text, const std::string_view (&words)[N]) noexcept {
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

/// A few characters at the start of a line, blanks left out.
struct line_head {
  static constexpr int most = 16;
  char32_t c[most] = {};
  int size = 0;
};

template <class = void>
line_head head_of(std::string_view raw, const line& l, int most = line_head::most) noexcept {
  line_head head;
  std::size_t at = l.begin;
  for (int steps = 0; at < l.end && head.size < most && steps < 32; ++steps) {
    const utf8::element e = l.ill_formed ? utf8::decode_one(raw, at) : decode_valid(raw, at);
    if ((find_traits(e.code_point) & (trait_space | trait_nothing)) == 0)
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
template <class = void> bool starts_list(const line_head& head) noexcept {
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
template <class = void> bool starts_markdown_list(std::string_view text) noexcept {
  return text.size() > 2 && (text[0] == '-' || text[0] == '*' || text[0] == '+') && text[1] == ' ';
}

/// `# head` to `###### head`, as CommonMark has it.
template <class = void> bool starts_markdown_head(std::string_view text) noexcept {
  std::size_t i = 0;
  while (i < text.size() && text[i] == '#')
    ++i;
  return i > 0 && i <= 6 && i < text.size() && text[i] == ' ';
}

/// Whether 讯, 消息 or 电 stands before a bracket in the first sixteen characters.
template <class = void> bool holds_source(std::string_view text) noexcept {
  const std::string_view head = text.substr(0, 48);
  const std::size_t wide = head.find("（");
  const std::size_t at = wide != std::string_view::npos ? wide : head.find('(');
  if (at == std::string_view::npos || at < 3) return false;
  static constexpr std::string_view last[] = {"讯", "訊", "息", "电", "電"};
  return ends_with_any(head.substr(0, at), last);
}

/// 清源网讯（, 清源台消息（, 新华社清源3月5日电（: an opening that names its source.
template <class = void> bool starts_report(const line_head& head) noexcept {
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

/// Lists of words that a line may begin with, as bits.
enum opening_list : std::uint8_t {
  report_list = 1,
  caption_list = 2,
  byline_list = 4,
  prose_list = 8,
  salutation_list = 16
};

/// Which lists of words a text may begin with a word of, by a hash of its first two characters:
/// most lines are turned away by one look.
template <class T = void> class opening_filter {
public:
  constexpr opening_filter() noexcept {
    add(report_openings, report_list);
    add(caption_openings, caption_list);
    add(byline_openings, byline_list);
    add(prose_openings, prose_list);
    add(salutation_openings, salutation_list);
  }
  constexpr unsigned lists_for(std::string_view text) const noexcept {
    if (text.size() < two) return everything;
    return by_one_[one_hash(text)] | by_two_[two_hash(text)];
  }

private:
  static constexpr std::size_t two = 6; // bytes; the words begin with a character of three
  static constexpr unsigned everything =
      report_list | caption_list | byline_list | prose_list | salutation_list;

  constexpr void add(std::span<const std::string_view> words, opening_list which) noexcept {
    for (const std::string_view word : words) {
      std::uint8_t& lists = word.size() < two ? by_one_[one_hash(word)] : by_two_[two_hash(word)];
      lists = static_cast<std::uint8_t>(lists | which);
    }
  }
  static constexpr unsigned one_hash(std::string_view text) noexcept {
    return ((byte_at(text, 0) & 15U) << 12 | (byte_at(text, 1) & 63U) << 6 |
            (byte_at(text, 2) & 63U)) %
           1021;
  }
  static constexpr unsigned two_hash(std::string_view text) noexcept {
    return one_hash(text) ^ ((byte_at(text, 4) & 15U) << 6 | (byte_at(text, 5) & 63U));
  }
  std::uint8_t by_one_[1024] = {};
  std::uint8_t by_two_[1024] = {};
};
template <class T = void> inline constexpr opening_filter<T> line_openings{};

template <class = void> bool is_date(std::string_view text) noexcept {
  int digits = 0;
  int units = 0;
  for (std::size_t at = 0; at < text.size();) {
    const utf8::element e = decode_valid(text, at);
    const char32_t c = e.code_point;
    if (chars::is_digit(c) || is_list_numeral(c)) {
      ++digits;
    } else if (c == U'年' || c == U'月' || c == U'日' || c == U'-' || c == U'/') {
      ++units;
    } else if (c != U':' && c != U'.' && c != U'：' &&
               (find_traits(c) & (trait_space | trait_opening | trait_closing)) == 0) {
      return false;
    }
    at += e.length;
  }
  return digits >= 4 && units >= 2;
}

/// A date and nothing else, （2024年3月5日） or 2024-03-05 09:30, or such a date in figures after
/// the name of who published: 清源县统计局 2024-03-05.
template <class = void> bool tells_date(std::string_view raw, const line& l) noexcept {
  if (l.width > 40 * em || l.sentence_mark || l.ill_formed || l.end - l.begin > 160) return false;
  const char32_t last = last_of(raw, l);
  if (!chars::is_digit(last) && last != U'日' && last != U'）' && last != U')') return false;
  std::string_view text = text_of(raw, l);
  if (is_date(text)) return true;
  const std::size_t blank = text.rfind(' ');
  if (blank == std::string_view::npos || l.commas != 0) return false;
  text.remove_prefix(blank + 1);
  return chars::is_digit(byte_at(text, 0)) && text.find("年") == std::string_view::npos &&
         is_date(text);
}

/// The number of a page and nothing else: — 12 —, -3-, · 5 ·, 第 3 页 共 10 页, 3/10.
template <class = void> bool is_folio(std::string_view raw, const line& l) noexcept {
  if (l.width > 12 * em || l.ill_formed) return false;
  const line_head head = head_of(raw, l);
  const auto sign = [](char32_t c) {
    return c == U'-' || c == U'—' || c == U'–' || c == U'─' || c == U'－' || c == U'·' ||
           c == U'•' || c == U'~' || c == U'～';
  };
  int i = 0;
  const auto number = [&] {
    const int from = i;
    while (i < head.size && i < from + 4 && chars::is_digit(head.c[i]))
      ++i;
    return i > from;
  };
  if (head.c[0] == U'第') {
    ++i;
    if (!number() || i == head.size || (head.c[i] != U'页' && head.c[i] != U'頁')) return false;
    if (++i == head.size) return true;
    if (!sign(head.c[i]) && head.c[i] != U'，' && head.c[i] != U'/' && head.c[i] != U'共')
      return false;
    i += head.c[i] == U'共' ? 1 : 2;
    return number() && i + 1 == head.size;
  }
  const bool framed = sign(head.c[0]);
  while (i < head.size && sign(head.c[i]))
    ++i;
  if (!number()) return false;
  if (!framed) {
    if (i == head.size || head.c[i] != U'/') return false;
    ++i;
    return number() && i == head.size;
  }
  const int closing = i;
  while (i < head.size && sign(head.c[i]))
    ++i;
  return i > closing && i == head.size;
}

/// 各位代表： or 同志们！ and nothing else.
template <class = void> bool is_salutation(std::string_view text, const line& l) noexcept {
  return l.width <= 16 * em && l.tail != line_end::open &&
         (text.ends_with("：") || text.ends_with("！") || text.ends_with(":")) &&
         starts_with_any(text, salutation_openings);
}

/// Who holds an office, and nothing else: 清源县人民政府县长 林 晓.
template <class = void> bool names_officer(std::string_view raw, const line& l) noexcept {
  if (!l.blank_inside || l.tail != line_end::open || l.sentence_mark || l.commas != 0 ||
      l.ill_formed || l.width > 24 * em)
    return false;
  const std::string_view text = text_of(raw, l);
  std::size_t at = 0;
  while (at < text.size() && leads_plain(byte_at(text, at)))
    at += 3;
  if (at < 6 || at == text.size() || !ends_with_any(text.substr(0, at), office_endings))
    return false;
  int name = 0;
  while (at < text.size()) {
    const utf8::element e = decode_valid(text, at);
    at += e.length;
    if (chars::is_han(e.code_point)) {
      ++name;
    } else if ((find_traits(e.code_point) & trait_space) == 0 && e.code_point != U'·') {
      return false;
    }
  }
  return name >= 2 && name <= 4;
}

/// `lists` is what `line_openings` says of the line.
template <class = void>
line_start start_of(std::string_view raw, const line& l, unsigned lists) noexcept {
  const std::string_view text = text_of(raw, l);
  const bool may_be_list = may_start_list(first_of(raw, l));
  if (may_be_list) {
    if (is_folio(raw, l)) return line_start::folio;
    if (text[0] == '#')
      return starts_markdown_head(text) ? line_start::markdown : line_start::plain;
  }
  if (lists != 0) {
    if ((lists & report_list) != 0 && starts_with_any(text, report_openings))
      return line_start::report;
    if ((lists & caption_list) != 0 && starts_with_any(text, caption_openings))
      return line_start::caption;
  }
  if (may_be_list && (starts_markdown_list(text) || starts_list(head_of(raw, l, 6))))
    return line_start::list;
  if ((lists & byline_list) != 0 && starts_with_any(text, byline_openings))
    return line_start::byline;
  if (tells_date(raw, l) || names_officer(raw, l)) return line_start::byline;
  if ((lists & salutation_list) != 0 && is_salutation(text, l)) return line_start::salutation;
  if (l.bracket && l.unclosed >= 0 && l.width >= 8 * em && holds_source(text) &&
      starts_report(head_of(raw, l)))
    return line_start::report;
  return line_start::plain;
}

/// Whether the line opens a sentence of prose: 近日， 据了解 3月5日， `lists` as above.
template <class = void>
bool opens_prose(std::string_view raw, const line& l, unsigned lists) noexcept {
  if ((lists & prose_list) != 0 && starts_with_any(text_of(raw, l), prose_openings)) return true;
  if (!chars::is_digit(first_of(raw, l)) || l.commas == 0) return false;
  // A day, with the time of day, and a comma.
  const line_head head = head_of(raw, l, 10);
  for (int i = 1; i < head.size; ++i)
    if (is_comma(head.c[i])) {
      for (int j = i - 1; j > 0 && j > i - 4; --j)
        if (head.c[j] == U'日' || head.c[j] == U'月' || head.c[j] == U'年') return true;
      return false;
    }
  return false;
}

enum class head_date : std::uint8_t {
  none,
  date, ///< 3月5日, 2024年: a text that begins with its date begins anew, but a line may be cut
        ///< here
  entry ///< 1998-2002年, 1998.03—2002.07, 2024-03-05: an entry of a list
};

/// The date that a line begins with.
template <class = void> head_date date_of_head(std::string_view raw, const line& l) noexcept {
  if (leads_plain(byte_at(raw, l.begin)) || !chars::is_digit(first_of(raw, l)))
    return head_date::none;
  const line_head head = head_of(raw, l);
  int year = 0; // digits up to a sign
  bool signs = false;
  bool units = false;
  for (int i = 0; i < head.size; ++i) {
    const char32_t c = head.c[i];
    const char32_t next = i + 1 < head.size ? head.c[i + 1] : U'\0';
    if (chars::is_digit(c)) {
      year += signs || units ? 0 : 1;
    } else if (c == U'年' || c == U'月') {
      units = true;
    } else if (c == U'-' || c == U'–' || c == U'—' || c == U'～' || c == U'~') {
      if (!chars::is_digit(next)) break;
      signs = true;
    } else if (c != U'.') {
      break;
    }
  }
  if (signs && year >= 4) return head_date::entry;
  return units ? head_date::date : head_date::none;
}

/// Whether the line says who said the quotation that ends above it: 负责人周小满说。
template <class = void> bool tells_speaker(std::string_view raw, const line& l) noexcept {
  const std::string_view text = text_of(raw, l).substr(0, 66);
  static constexpr std::string_view verbs[] = {"说。",       "表示。", "介绍。",
                                               "告诉记者。", "说道。", "說。"};
  for (const std::string_view verb : verbs) {
    const std::size_t at = text.find(verb);
    if (at == std::string_view::npos) continue;
    const std::string_view before = text.substr(0, at);
    return before.find("“") == std::string_view::npos &&
           before.find("。") == std::string_view::npos;
  }
  return false;
}

/// 【专题】 or [视频] before the text, as headlines have it.
template <class = void> bool opens_with_label(std::string_view raw, const line& l) noexcept {
  const char32_t first = first_of(raw, l);
  return first == U'【' || first == U'[' || first == U'［';
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
template <class = void> bool ends_with_credit(std::string_view raw, const line& l) noexcept {
  if (l.tail == line_end::mark || l.tail == line_end::comma) return false;
  const std::string_view text = text_of(raw, l);
  if (!l.square && !may_end_credit(last_of(raw, l))) return false;
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

} // namespace hantext::detail
