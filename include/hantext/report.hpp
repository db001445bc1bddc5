/// \file
/// Analyses as records and reports: JSON Lines, CSV, Markdown and one self-contained HTML page.
///
/// Give the pages that were analysed and the duplicate groups among them; each function returns the
/// whole output as UTF-8. Identical input gives identical bytes. Bytes that are not UTF-8 come out
/// as U+FFFD, so that the output always is.
#pragma once

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <hantext/chars.hpp>
#include <hantext/decimal.hpp>
#include <hantext/dedup.hpp>
#include <hantext/document.hpp>
#include <hantext/extract.hpp>
#include <hantext/result.hpp>
#include <hantext/utf8.hpp>

namespace hantext::report {

/// One analysed page. Borrows: the name and the analysis must outlive it.
struct page {
  std::string_view doc;             ///< the name that the records carry: a path or an id
  const analysis* result = nullptr; ///< never null when given to a function below
  std::size_t bytes = 0;            ///< size of the page as given
};

/// A stretch of a page that is like another.
struct member {
  std::size_t page = 0;      ///< index in the pages
  std::size_t paragraph = 0; ///< index in that page's paragraphs
  span text;                 ///< bytes in that page's clean text
  span source;               ///< bytes in that page as given
};

/// A group of stretches that a reader would call the same text.
struct duplicate {
  dedup::kind kind = dedup::kind::exact; ///< how they belong together
  double similarity = 1;                 ///< from 0 to 1
  std::vector<member> members;           ///< in the order of the pages
  std::size_t canonical = 0;             ///< the member to keep; a place in `members`
  std::size_t inner = none; ///< of kind contained the member that stands inside the others

  /// No such member.
  static constexpr std::size_t none = dedup::group::none;
};

/// The duplicate groups among all paragraphs of all pages, and the repetitions within each
/// paragraph, ordered by their first member. A stutter is a group of one member, from its first
/// copy to its last. A page is a document for `options.scope`.
template <class = void>
std::vector<duplicate> find_duplicates(std::span<const page> pages,
                                       const dedup::options& options = {});

/// JSON Lines (RFC 8259, one object a line). For each page a `document` record, then its
/// `paragraph`, `metric` and `initiative` records, each in the order of the text; `duplicate`
/// records last. `start` and `end` are bytes in the page as given; an initiative's `metrics` are
/// indexes, from 0, among the metric records of its page. What the text does not say is null.
template <class = void>
std::string json_lines(std::span<const page> pages, std::span<const duplicate> duplicates);
/// The `duplicate` records alone.
template <class = void>
std::string duplicates_json_lines(std::span<const page> pages,
                                  std::span<const duplicate> duplicates);

/// How CSV is written.
struct csv_options {
  /// Begin with U+FEFF, without which some spreadsheets take UTF-8 for something else.
  bool byte_order_mark = false;
  /// Put an apostrophe before text that begins with = + - @ (full-width ones, too), a tab or a
  /// line end, which spreadsheets would run as a formula. Columns of numbers are left alone: -5
  /// stays -5.
  bool defuse = true;
};

/// CSV (RFC 4180, with a header): one table with a row for each metric and each initiative, told
/// apart by the first column. Columns that do not apply to a row are empty.
template <class = void>
std::string csv(std::span<const page> pages, const csv_options& options = {});
/// CSV with a row for each member of a duplicate group.
template <class = void>
std::string duplicates_csv(std::span<const page> pages, std::span<const duplicate> duplicates,
                           const csv_options& options = {});

/// Markdown: a summary and a table each of metrics, initiatives and duplicates. Cells are padded to
/// a common width, a Han character counted as two columns, so the source reads well in a terminal.
template <class = void>
std::string markdown(std::span<const page> pages, std::span<const duplicate> duplicates);
/// The table of duplicates alone.
template <class = void>
std::string duplicates_markdown(std::span<const page> pages, std::span<const duplicate> duplicates);

/// The language of an HTML report's own words; a button in it changes between both.
enum class language : std::uint8_t {
  automatic, ///< what the reader's browser asks for
  english,   ///< English
  chinese,   ///< Chinese
};

/// How an HTML report is made.
struct html_options {
  report::language language = report::language::automatic; ///< of headings and buttons
};

/// One HTML file that needs nothing else, no network either: a summary, charts, tables of metrics
/// and initiatives that can be sorted and filtered and lead to the text, duplicates side by side
/// with what differs, and the text of each page with its metrics and initiatives marked. The page's
/// own markup comes out as text.
template <class = void>
std::string html(std::span<const page> pages, std::span<const duplicate> duplicates,
                 const html_options& options = {});

/// The same in several files, for many pages: calls `write(name, content)`, a string_view and a
/// string, for index.html with the tables, for page-0001.html and so on with a page's text each,
/// and for report.css and report.js. All belong in one folder.
template <class Write>
void html_files(std::span<const page> pages, std::span<const duplicate> duplicates, Write write,
                const html_options& options = {});

// -- details -------------------------------------------------------------------------------------

namespace detail {

inline constexpr std::string_view replacement = "\xEF\xBF\xBD"; // U+FFFD

template <class = void> void append_number(std::string& out, std::size_t number) {
  char digits[24];
  const auto end = std::to_chars(digits, digits + sizeof digits, number).ptr;
  out.append(digits, end);
}

template <class = void> std::string number(std::size_t value) {
  std::string out;
  append_number(out, value);
  return out;
}

/// A similarity with three digits after the point at most: 1, 0.875.
template <class = void> std::string ratio(double value) {
  const double clamped = value < 0 ? 0 : value > 1 ? 1 : value;
  const auto thousandths = (static_cast<std::size_t>(clamped * 2000) + 1) / 2; // rounded
  if (thousandths >= 1000) return "1";
  if (thousandths == 0) return "0";
  std::string digits = number(1000 + thousandths).substr(1);
  digits.erase(digits.find_last_not_of('0') + 1);
  return "0." + digits;
}

/// Calls `ascii(byte)` for each ASCII character of `text` and `other(bytes)` for each other one,
/// with U+FFFD for what is not UTF-8.
template <class Ascii, class Other>
void for_each_character(std::string_view text, Ascii ascii, Other other) {
  for (std::size_t at = 0; at < text.size();) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x80) {
      ascii(text[at]);
      ++at;
      continue;
    }
    const utf8::element element = utf8::decode_one(text, at);
    other(element.well_formed ? text.substr(at, element.length) : replacement);
    at += element.length;
  }
}

template <class = void> void append_json_text(std::string& out, std::string_view text) {
  constexpr std::string_view hex = "0123456789abcdef";
  out += '"';
  for_each_character(
      text,
      [&](char c) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
          out += '\\';
          out += c;
        } else if (c == '\n') {
          out += "\\n";
        } else if (c == '\t') {
          out += "\\t";
        } else if (c == '\r') {
          out += "\\r";
        } else if (byte < 0x20) {
          out += "\\u00";
          out += hex[byte >> 4];
          out += hex[byte & 15];
        } else {
          out += c;
        }
      },
      [&](std::string_view bytes) { out += bytes; });
  out += '"';
}

template <class T> std::optional<std::string> text_of(const std::optional<T>& value) {
  if (!value) return std::nullopt;
  return to_string(*value);
}

/// One record: writes `{"key":value,…}` and a line feed.
template <class = void> class basic_json_record {
public:
  basic_json_record(std::string& out, std::string_view type) : out_(out) {
    out_ += '{';
    text("type", type);
  }
  void end() { out_ += "}\n"; }

  void text(std::string_view key, std::string_view value) {
    begin(key);
    append_json_text(out_, value);
  }
  void text_or_null(std::string_view key, const std::optional<std::string>& value) {
    if (value) {
      text(key, std::string_view(*value));
    } else {
      raw(key, "null");
    }
  }
  void number(std::string_view key, std::size_t value) {
    begin(key);
    append_number(out_, value);
  }
  /// A value that is JSON already.
  void raw(std::string_view key, std::string_view value) {
    begin(key);
    out_ += value;
  }
  void source(span where) {
    number("start", where.begin);
    number("end", where.end);
  }

private:
  void begin(std::string_view key) {
    if (out_.back() != '{') out_ += ',';
    out_ += '"';
    out_ += key;
    out_ += "\":";
  }

  std::string& out_;
};
using json_record = basic_json_record<>;

template <class Range, class Append> std::string json_array(const Range& range, Append append) {
  std::string out = "[";
  for (const auto& item : range) {
    if (out.size() > 1) out += ',';
    append(out, item);
  }
  return out + ']';
}

template <class = void> void append_json_span(std::string& out, span where) {
  out += '[';
  append_number(out, where.begin);
  out += ',';
  append_number(out, where.end);
  out += ']';
}

/// A time as printed, and its first and last day.
template <class = void>
void append_period(json_record& record, const std::optional<std::string>& printed,
                   const date_range& days) {
  record.text_or_null("period", printed);
  record.text_or_null("period_start", text_of(days.begin));
  record.text_or_null("period_end", text_of(days.end));
}

template <class = void>
void append_json(std::string& out, const page& from, std::size_t duplicates) {
  const analysis& result = *from.result;
  json_record head(out, "document");
  head.text("doc", from.doc);
  head.number("bytes", from.bytes);
  head.number("paragraphs", result.page.paragraphs().size());
  head.number("metrics", result.metrics.size());
  head.number("initiatives", result.initiatives.size());
  head.number("duplicates", duplicates);
  head.end();
  std::size_t index = 0;
  for (const paragraph& p : result.page.paragraphs()) {
    json_record record(out, "paragraph");
    record.text("doc", from.doc);
    record.number("index", index++);
    record.source(p.source);
    record.text("text", p.text.in(result.page.text()));
    record.end();
  }
  for (const metric& m : result.metrics) {
    json_record record(out, "metric");
    record.text("doc", from.doc);
    record.number("paragraph", m.paragraph);
    record.source(m.source);
    record.text("quote", m.quote);
    record.text("value", to_string(m.value));
    if (m.value_high) record.text("value_high", to_string(*m.value_high));
    record.text("unit", m.unit);
    if (m.per) record.text("per", *m.per);
    record.text_or_null("normalized", text_of(m.normalized));
    record.text_or_null("base_unit", m.normalized ? std::optional(m.base_unit) : std::nullopt);
    record.text("bound", to_string(m.bound));
    record.text_or_null("indicator", m.indicator);
    record.text("trend", to_string(m.trend));
    record.text("mood", to_string(m.mood));
    record.text_or_null("basis", m.basis);
    append_period(record, m.period, m.days);
    record.text_or_null("actor", m.actor);
    record.text_or_null("actor_resolved", m.actor_resolved);
    record.text("rule", m.rule);
    record.end();
  }
  for (const initiative& i : result.initiatives) {
    json_record record(out, "initiative");
    record.text("doc", from.doc);
    record.number("paragraph", i.paragraph);
    record.source(i.source);
    record.text("name", i.name);
    record.text("kind", to_string(i.kind));
    record.text_or_null("actor", i.actor);
    record.text_or_null("actor_resolved", i.actor_resolved);
    record.text_or_null("action", i.action);
    record.text("status", to_string(i.status));
    append_period(record, i.period, i.days);
    record.text_or_null("part_of", i.part_of);
    record.raw("mentions", json_array(i.mentions, append_json_span<>));
    record.raw("metrics", json_array(i.metrics, append_number<>));
    record.text("rule", i.rule);
    record.end();
  }
}

/// For each page, how many groups have a member in it.
template <class = void>
std::vector<std::size_t> groups_by_page(std::size_t pages, std::span<const duplicate> duplicates) {
  std::vector<std::size_t> counts(pages);
  std::vector<std::size_t> last(pages); // the last group counted for a page, from 1
  for (std::size_t g = 0; g < duplicates.size(); ++g) {
    for (const member& m : duplicates[g].members) {
      if (std::exchange(last[m.page], g + 1) != g + 1) ++counts[m.page];
    }
  }
  return counts;
}

template <class = void> std::string_view text_of(std::span<const page> pages, const member& m) {
  return m.text.in(pages[m.page].result->page.text());
}

/// The number with its upper end where it is a range: 30, 3–5.
template <class = void> std::string value_of(const metric& m) {
  std::string out = to_string(m.value);
  if (m.value_high) out.append("–").append(to_string(*m.value_high));
  return out;
}

/// The unit, with what a rate is for one of: 元, 元 / 亩, also where that is printed as 元/亩.
template <class = void> std::string unit_of(const metric& m) {
  if (!m.per) return m.unit;
  std::string_view unit = m.unit;
  if (unit.ends_with(*m.per)) {
    const std::string_view before = unit.substr(0, unit.size() - m.per->size());
    for (const std::string_view stroke : {"/", "／"})
      if (before.ends_with(stroke)) unit = before.substr(0, before.size() - stroke.size());
  }
  return std::string(unit).append(unit.empty() ? "/ " : " / ").append(*m.per);
}

template <class = void> std::string_view or_empty(const std::optional<std::string>& text) {
  return text ? std::string_view(*text) : std::string_view();
}

template <class = void>
std::string_view other_than(const std::optional<std::string>& text,
                            const std::optional<std::string>& known) {
  return text == known ? std::string_view() : or_empty(text);
}

/// The actor as named, and in brackets who that is where the name does not say it: 该区 (清源县).
template <class = void>
std::string actor_of(const std::optional<std::string>& actor,
                     const std::optional<std::string>& resolved) {
  std::string out(or_empty(actor));
  const std::string_view meant = other_than(resolved, actor);
  if (!meant.empty()) out.append(out.empty() ? "(" : " (").append(meant).append(")");
  return out;
}

/// First and last day as 2024-01-01–2024-03-05, the one day, or either end alone.
template <class = void> std::string days_of(const date_range& days) {
  const std::optional<std::string> begin = text_of(days.begin);
  const std::optional<std::string> end = text_of(days.end);
  if (begin == end) return std::string(or_empty(begin));
  return std::string(or_empty(begin)).append("–").append(or_empty(end));
}

// CSV

template <class = void> class basic_csv_table {
public:
  basic_csv_table(std::span<const std::string_view> header, const csv_options& options)
      : options_(options) {
    if (options.byte_order_mark) out_ = "\xEF\xBB\xBF";
    for (const std::string_view name : header)
      cell(name);
    end_row();
  }
  void cell(std::string_view text) {
    raw_cell(text, options_.defuse && is_formula(text) ? "'" : "");
  }
  /// A number, which is never taken for a formula.
  void figure(std::string_view text) { raw_cell(text, {}); }
  void cell(const std::string& text) { cell(std::string_view(text)); }
  void cell(std::size_t value) { figure(number(value)); }
  void cell(const std::optional<std::string>& text) { cell(or_empty(text)); }
  void end_row() {
    out_ += "\r\n";
    first_ = true;
  }
  std::string take() { return std::move(out_); }

private:
  static bool is_formula(std::string_view text) {
    for (const std::string_view sign :
         {"=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"}) {
      if (text.starts_with(sign)) return true;
    }
    return false;
  }
  void raw_cell(std::string_view text, std::string_view before) {
    if (!std::exchange(first_, false)) out_ += ',';
    const bool quoted = text.find_first_of("\",\r\n") != std::string_view::npos;
    if (quoted) out_ += '"';
    out_ += before;
    append(text);
    if (quoted) out_ += '"';
  }
  void append(std::string_view text) {
    for_each_character(
        text,
        [&](char c) {
          if (c == '"') out_ += '"';
          out_ += c;
        },
        [&](std::string_view bytes) { out_ += bytes; });
  }

  csv_options options_;
  std::string out_;
  bool first_ = true;
};
using csv_table = basic_csv_table<>;

// Markdown

template <class = void> bool is_wide(char32_t c) {
  return chars::is_han(c) || (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF) ||
         (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) ||
         (c >= 0xFE30 && c <= 0xFE4F) || (c >= 0xFF01 && c <= 0xFF60) ||
         (c >= 0xFFE0 && c <= 0xFFE6) || (c >= 0x1F300 && c <= 0x1FAFF) ||
         (c >= 0x20000 && c <= 0x3FFFD);
}

/// Columns that the text takes in a terminal (Unicode East Asian Width, ambiguous taken as narrow).
template <class = void> std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (const utf8::element element : utf8::elements(text))
    width += is_wide(element.code_point) ? 2U : 1U;
  return width;
}

/// The text with what Markdown or HTML would read as markup escaped, on one line.
template <class = void> std::string markdown_text(std::string_view text) {
  std::string out;
  for_each_character(
      text,
      [&](char c) {
        if (static_cast<unsigned char>(c) < 0x20) {
          out += ' ';
          return;
        }
        if (std::string_view("\\`*_[]<>|~&").find(c) != std::string_view::npos) out += '\\';
        out += c;
      },
      [&](std::string_view bytes) { out += bytes; });
  return out;
}

template <class = void> class basic_markdown_table {
public:
  explicit basic_markdown_table(std::vector<std::string> header) {
    rows_.push_back(std::move(header));
  }
  void row(std::vector<std::string> cells) { rows_.push_back(std::move(cells)); }
  bool empty() const { return rows_.size() == 1; }
  void append_to(std::string& out) const {
    std::vector<std::size_t> widths(rows_.front().size(), 3);
    for (const auto& cells : rows_) {
      for (std::size_t i = 0; i < cells.size(); ++i)
        widths[i] = std::max(widths[i], display_width(cells[i]));
    }
    for (std::size_t r = 0; r < rows_.size(); ++r) {
      for (std::size_t i = 0; i < widths.size(); ++i) {
        out += "| " + rows_[r][i];
        out.append(widths[i] - display_width(rows_[r][i]) + 1, ' ');
      }
      out += "|\n";
      if (r > 0) continue;
      for (const std::size_t width : widths) {
        out += "| ";
        out.append(width, '-');
        out += ' ';
      }
      out += "|\n";
    }
  }

private:
  std::vector<std::vector<std::string>> rows_;
};
using markdown_table = basic_markdown_table<>;

/// The first characters of a text that is too long for a table cell.
template <class = void> std::string excerpt(std::string_view text, std::size_t characters) {
  std::size_t end = 0;
  for (; end < text.size() && characters > 0; --characters)
    end += utf8::decode_one(text, end).length;
  std::string out(text.substr(0, end));
  if (end < text.size()) out += "…";
  return out;
}

template <class = void> std::string markdown_span(span where) {
  return number(where.begin) + "–" + number(where.end);
}

template <class = void>
void append_markdown_duplicates(std::string& out, std::span<const page> pages,
                                std::span<const duplicate> duplicates) {
  markdown_table table({"group", "kind", "similarity", "doc", "paragraph", "bytes", "text"});
  for (std::size_t g = 0; g < duplicates.size(); ++g) {
    for (const member& m : duplicates[g].members) {
      table.row({number(g + 1), std::string(to_string(duplicates[g].kind)),
                 ratio(duplicates[g].similarity), markdown_text(pages[m.page].doc),
                 number(m.paragraph), markdown_span(m.source),
                 markdown_text(excerpt(text_of(pages, m), 24))});
    }
  }
  out += "## Duplicates\n\n";
  if (table.empty()) {
    out += "None.\n";
  } else {
    table.append_to(out);
  }
}

/// What a report says first.
struct totals {
  std::size_t paragraphs = 0;
  std::size_t metrics = 0;
  std::size_t initiatives = 0;
};

template <class = void> totals total(std::span<const page> pages) {
  totals sum;
  for (const page& p : pages) {
    sum.paragraphs += p.result->page.paragraphs().size();
    sum.metrics += p.result->metrics.size();
    sum.initiatives += p.result->initiatives.size();
  }
  return sum;
}

} // namespace detail

template <class>
std::vector<duplicate> find_duplicates(std::span<const page> pages, const dedup::options& options) {
  std::vector<std::string_view> texts;
  std::vector<std::uint32_t> documents; // the page of each text
  std::vector<member> wholes;           // where each text stands
  for (std::size_t p = 0; p < pages.size(); ++p) {
    const document& doc = pages[p].result->page;
    for (std::size_t i = 0; i < doc.paragraphs().size(); ++i) {
      const paragraph& whole = doc.paragraphs()[i];
      texts.push_back(whole.text.in(doc.text()));
      documents.push_back(static_cast<std::uint32_t>(p));
      wholes.push_back({p, i, whole.text, whole.source});
    }
  }
  // Groups come ordered by their first member, so what follows is ordered as it is made.
  std::vector<duplicate> found;
  const std::vector<dedup::group> groups = dedup::find(
      std::span<const std::string_view>(texts), std::span<const std::uint32_t>(documents), options);
  std::size_t next = 0;
  dedup::detail::repeat_search repeats(options.minimum_length, 0.9);
  for (std::size_t i = 0; i < texts.size(); ++i) {
    for (; next < groups.size() && groups[next].members.front().item == i; ++next) {
      const dedup::group& group = groups[next];
      duplicate out{group.kind, group.similarity, {}, group.canonical, group.inner};
      for (const dedup::member& m : group.members)
        out.members.push_back(wholes[m.item]);
      found.push_back(std::move(out));
    }
    const member& whole = wholes[i];
    for (const dedup::repetition& repeated : repeats(texts[i])) {
      duplicate out{dedup::kind::repeat, repeated.similarity, {}, 0, duplicate::none};
      const auto add = [&](span within) {
        const span text{whole.text.begin + within.begin, whole.text.begin + within.end};
        out.members.push_back(
            {whole.page, whole.paragraph, text, pages[whole.page].result->page.to_source(text)});
      };
      if (repeated.copies.empty()) add(repeated.text); // a stutter is one place
      for (const span copy : repeated.copies)
        add(copy);
      found.push_back(std::move(out));
    }
  }
  return found;
}

template <class>
std::string duplicates_json_lines(std::span<const page> pages,
                                  std::span<const duplicate> duplicates) {
  std::string out;
  for (const duplicate& group : duplicates) {
    detail::json_record record(out, "duplicate");
    record.text("kind", to_string(group.kind));
    record.raw("similarity", detail::ratio(group.similarity));
    record.raw("members",
               detail::json_array(group.members, [&](std::string& array, const member& m) {
                 array += "{\"doc\":";
                 detail::append_json_text(array, pages[m.page].doc);
                 array += ",\"paragraph\":";
                 detail::append_number(array, m.paragraph);
                 array += ",\"start\":";
                 detail::append_number(array, m.source.begin);
                 array += ",\"end\":";
                 detail::append_number(array, m.source.end);
                 array += '}';
               }));
    record.end();
  }
  return out;
}

template <class>
std::string json_lines(std::span<const page> pages, std::span<const duplicate> duplicates) {
  std::string out;
  const std::vector<std::size_t> groups = detail::groups_by_page(pages.size(), duplicates);
  for (std::size_t p = 0; p < pages.size(); ++p)
    detail::append_json(out, pages[p], groups[p]);
  return out + duplicates_json_lines(pages, duplicates);
}

template <class> std::string csv(std::span<const page> pages, const csv_options& options) {
  constexpr std::string_view header[] = {
      "type",           "doc",       "paragraph",    "start",      "end",
      "text",           "value",     "value_high",   "unit",       "per",
      "normalized",     "base_unit", "bound",        "indicator",  "trend",
      "mood",           "basis",     "kind",         "action",     "status",
      "part_of",        "period",    "period_start", "period_end", "actor",
      "actor_resolved", "rule"};
  detail::csv_table table(header, options);
  for (const page& p : pages) {
    const auto begin = [&](std::string_view type, std::size_t paragraph, span where) {
      table.cell(type);
      table.cell(p.doc);
      table.cell(paragraph);
      table.cell(where.begin);
      table.cell(where.end);
    };
    const auto blanks = [&](int count) {
      for (; count > 0; --count)
        table.cell(std::string_view());
    };
    const auto period = [&](const std::optional<std::string>& printed, const date_range& days) {
      table.cell(printed);
      table.cell(detail::text_of(days.begin));
      table.cell(detail::text_of(days.end));
    };
    for (const metric& m : p.result->metrics) {
      begin("metric", m.paragraph, m.source);
      table.cell(m.quote);
      table.figure(to_string(m.value));
      table.figure(m.value_high ? to_string(*m.value_high) : std::string());
      table.cell(m.unit);
      table.cell(m.per);
      table.figure(m.normalized ? to_string(*m.normalized) : std::string());
      table.cell(m.base_unit);
      table.cell(to_string(m.bound));
      table.cell(m.indicator);
      table.cell(to_string(m.trend));
      table.cell(to_string(m.mood));
      table.cell(m.basis);
      blanks(4);
      period(m.period, m.days);
      table.cell(m.actor);
      table.cell(m.actor_resolved);
      table.cell(m.rule);
      table.end_row();
    }
    for (const initiative& i : p.result->initiatives) {
      begin("initiative", i.paragraph, i.source);
      table.cell(i.name);
      blanks(11);
      table.cell(to_string(i.kind));
      table.cell(i.action);
      table.cell(to_string(i.status));
      table.cell(i.part_of);
      period(i.period, i.days);
      table.cell(i.actor);
      table.cell(i.actor_resolved);
      table.cell(i.rule);
      table.end_row();
    }
  }
  return table.take();
}

template <class>
std::string duplicates_csv(std::span<const page> pages, std::span<const duplicate> duplicates,
                           const csv_options& options) {
  constexpr std::string_view header[] = {"group",     "kind",  "similarity", "doc",
                                         "paragraph", "start", "end",        "text"};
  detail::csv_table table(header, options);
  for (std::size_t g = 0; g < duplicates.size(); ++g) {
    for (const member& m : duplicates[g].members) {
      table.cell(g + 1);
      table.cell(to_string(duplicates[g].kind));
      table.figure(detail::ratio(duplicates[g].similarity));
      table.cell(pages[m.page].doc);
      table.cell(m.paragraph);
      table.cell(m.source.begin);
      table.cell(m.source.end);
      table.cell(detail::text_of(pages, m));
      table.end_row();
    }
  }
  return table.take();
}

template <class>
std::string duplicates_markdown(std::span<const page> pages,
                                std::span<const duplicate> duplicates) {
  std::string out;
  detail::append_markdown_duplicates(out, pages, duplicates);
  return out;
}

template <class>
std::string markdown(std::span<const page> pages, std::span<const duplicate> duplicates) {
  using detail::markdown_text;
  using detail::number;
  const auto cell = [](const std::optional<std::string>& text) {
    return markdown_text(detail::or_empty(text));
  };

  detail::markdown_table summary(
      {"doc", "bytes", "paragraphs", "metrics", "initiatives", "duplicates"});
  detail::markdown_table metrics({"doc", "quote", "value", "unit", "bound", "indicator", "trend",
                                  "mood", "basis", "period", "days", "actor", "bytes"});
  detail::markdown_table initiatives(
      {"doc", "name", "kind", "action", "status", "part of", "period", "days", "actor", "bytes"});
  const std::vector<std::size_t> groups = detail::groups_by_page(pages.size(), duplicates);
  std::size_t bytes = 0;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    const analysis& result = *pages[p].result;
    const std::string doc = markdown_text(pages[p].doc);
    bytes += pages[p].bytes;
    summary.row({doc, number(pages[p].bytes), number(result.page.paragraphs().size()),
                 number(result.metrics.size()), number(result.initiatives.size()),
                 number(groups[p])});
    for (const metric& m : result.metrics) {
      metrics.row(
          {doc, markdown_text(m.quote), detail::value_of(m), markdown_text(detail::unit_of(m)),
           std::string(to_string(m.bound)), cell(m.indicator), std::string(to_string(m.trend)),
           std::string(to_string(m.mood)), cell(m.basis), cell(m.period), detail::days_of(m.days),
           markdown_text(detail::actor_of(m.actor, m.actor_resolved)),
           detail::markdown_span(m.source)});
    }
    for (const initiative& i : result.initiatives) {
      initiatives.row({doc, markdown_text(i.name), std::string(to_string(i.kind)), cell(i.action),
                       std::string(to_string(i.status)), cell(i.part_of), cell(i.period),
                       detail::days_of(i.days),
                       markdown_text(detail::actor_of(i.actor, i.actor_resolved)),
                       detail::markdown_span(i.source)});
    }
  }
  const detail::totals sum = detail::total(pages);
  // A group across pages counts in each of them, so the last column is not a sum.
  summary.row({"total", number(bytes), number(sum.paragraphs), number(sum.metrics),
               number(sum.initiatives), number(duplicates.size())});

  std::string out = "## Documents\n\n";
  summary.append_to(out);
  out += "\n## Metrics\n\n";
  if (metrics.empty()) {
    out += "None.\n";
  } else {
    metrics.append_to(out);
  }
  out += "\n## Initiatives\n\n";
  if (initiatives.empty()) {
    out += "None.\n";
  } else {
    initiatives.append_to(out);
  }
  out += '\n';
  detail::append_markdown_duplicates(out, pages, duplicates);
  return out;
}

} // namespace hantext::report

#include <hantext/detail/report_html.hpp> // html()
