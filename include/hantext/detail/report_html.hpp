// The HTML report of report.hpp, which includes this file; not for use on its own.
#pragma once

#include <hantext/detail/report_html_assets.hpp>
#include <hantext/report.hpp>

namespace hantext::report::detail {

template <class = void> void append_html_text(std::string& out, std::string_view text) {
  for_each_character(
      text,
      [&](char c) {
        switch (c) {
        case '&':
          out += "&amp;";
          break;
        case '<':
          out += "&lt;";
          break;
        case '>':
          out += "&gt;";
          break;
        case '"':
          out += "&quot;";
          break;
        case '\'':
          out += "&#39;";
          break;
        default:
          if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') {
            out += c;
          } else {
            out += replacement; // other control characters may not stand in HTML at all
          }
        }
      },
      [&](std::string_view bytes) { out += bytes; });
}

/// The anchor of page `page`, as "d0".
template <class = void> std::string html_id(std::size_t page) {
  std::string id = "d";
  append_number(id, page);
  return id;
}

/// The anchor of the paragraph, metric or initiative `index` of page `page`, as "m0-12".
template <class = void> std::string html_id(char kind, std::size_t page, std::size_t index) {
  std::string id(1, kind);
  append_number(id, page);
  id += '-';
  append_number(id, index);
  return id;
}

/// What stands in the clean text and is to be marked there.
struct html_mark {
  span text;
  bool is_metric = false;
  bool is_first = false; // the first mention carries the anchor that tables link to
  std::size_t index = 0; // in the page's metrics or initiatives
};

/// One stretch of text under the same marks. Marks may overlap in any way, so the text is cut where
/// any of them begins or ends; a mark's anchor goes to its first stretch, where the focus stops.
template <class = void>
void append_html_stretch(std::string& out, const analysis& result, std::size_t page, span stretch,
                         std::span<const html_mark> active) {
  if (active.empty()) {
    append_html_text(out, stretch.in(result.page.text()));
    return;
  }
  bool metric_here = false;
  bool initiative_here = false;
  bool begins = false;
  std::string records;
  for (const html_mark& mark : active) {
    (mark.is_metric ? metric_here : initiative_here) = true;
    begins = begins || mark.text.begin == stretch.begin;
    if (!records.empty()) records += ' ';
    records += html_id(mark.is_metric ? 'm' : 'i', page, mark.index);
  }
  out += "<mark class=\"";
  out += metric_here && initiative_here ? "metric initiative"
         : metric_here                  ? "metric"
                                        : "initiative";
  out.append("\" data-r=\"").append(records) += '"';
  if (begins) out += " tabindex=\"0\"";
  std::size_t anchors = 0;
  for (const html_mark& mark : active) {
    if (!mark.is_first || mark.text.begin != stretch.begin) continue;
    out += anchors++ == 0 ? " id=\"" : "><span id=\"";
    out += html_id(mark.is_metric ? 'm' : 'i', page, mark.index) + '"';
  }
  out += '>';
  append_html_text(out, stretch.in(result.page.text()));
  for (; anchors > 1; --anchors)
    out += "</span>";
  out += "</mark>";
}

template <class = void> std::string_view html_class(paragraph_kind kind) {
  switch (kind) {
  case paragraph_kind::headline:
    return "headline";
  case paragraph_kind::byline:
    return "byline";
  case paragraph_kind::caption:
    return "caption";
  default:
    return "body";
  }
}

/// The marks of a page in the order of its text.
template <class = void> std::vector<html_mark> html_marks(const analysis& result) {
  std::vector<html_mark> marks;
  for (std::size_t i = 0; i < result.initiatives.size(); ++i) {
    const initiative& one = result.initiatives[i];
    marks.push_back({one.text, false, true, i});
    for (const span mention : one.mentions) {
      if (!mention.overlaps(one.source))
        marks.push_back({result.page.to_clean(mention), false, false, i});
    }
  }
  for (std::size_t i = 0; i < result.metrics.size(); ++i)
    marks.push_back({result.metrics[i].text, true, true, i});
  std::sort(marks.begin(), marks.end(), [](const html_mark& a, const html_mark& b) {
    if (a.text.begin != b.text.begin) return a.text.begin < b.text.begin;
    return a.is_metric != b.is_metric ? b.is_metric : a.index < b.index;
  });
  return marks;
}

/// The text of a page with its marks.
template <class = void>
void append_html_page(std::string& out, const page& from, std::size_t page) {
  const analysis& result = *from.result;
  const std::vector<html_mark> marks = html_marks(result);
  std::vector<std::size_t> cuts;
  for (const html_mark& mark : marks) {
    cuts.push_back(mark.text.begin);
    cuts.push_back(mark.text.end);
  }
  std::sort(cuts.begin(), cuts.end());

  out.append("<section class=\"page\">\n<h3 id=\"").append(html_id(page)).append("\">");
  append_html_text(out, from.doc);
  out += "</h3>\n<div class=\"text\" lang=\"zh\">\n";
  std::size_t next_mark = 0;
  std::size_t next_cut = 0;
  std::vector<html_mark> active;
  for (std::size_t i = 0; i < result.page.paragraphs().size(); ++i) {
    const paragraph& p = result.page.paragraphs()[i];
    out.append("<p id=\"").append(html_id('p', page, i)).append("\" class=\"");
    out += html_class(p.kind);
    out += "\">";
    for (std::size_t at = p.text.begin; at < p.text.end;) {
      std::erase_if(active, [&](const html_mark& mark) { return mark.text.end <= at; });
      for (; next_mark < marks.size() && marks[next_mark].text.begin <= at; ++next_mark) {
        if (marks[next_mark].text.end > at) active.push_back(marks[next_mark]);
      }
      while (next_cut < cuts.size() && cuts[next_cut] <= at)
        ++next_cut;
      const std::size_t end =
          next_cut < cuts.size() ? std::min(cuts[next_cut], p.text.end) : p.text.end;
      append_html_stretch(out, result, page, {at, end}, active);
      at = end;
    }
    out += "</p>\n";
  }
  out += "</div>\n</section>\n";
}

// The records for the script. Each row is [page, index, a value a column…].

template <class = void> class basic_html_rows {
public:
  basic_html_rows(std::string& out, std::string_view columns) : out_(out) {
    out_.append("{\"columns\":[").append(columns).append("],\"rows\":[");
  }
  void end() { out_ += "]}"; }
  void begin_row(std::size_t page, std::size_t index) {
    if (!std::exchange(first_, false)) out_ += ',';
    out_ += "\n[";
    append_number(out_, page);
    out_ += ',';
    append_number(out_, index);
  }
  void end_row() { out_ += ']'; }
  void text(std::string_view value) {
    out_ += ',';
    append_json_text(out_, value);
  }
  void text(const std::string& value) { text(std::string_view(value)); }
  void text(const std::optional<std::string>& value) { text(or_empty(value)); }

private:
  std::string& out_;
  bool first_ = true;
};
using html_rows = basic_html_rows<>;

/// The value in its base unit, where that is another: 3500000 m, 450 kg / 亩.
template <class = void> std::string normalized_of(const metric& m) {
  if (!m.normalized || m.base_unit == m.unit) return {};
  std::string out = to_string(*m.normalized).append(" ").append(m.base_unit);
  if (m.per) out.append(" / ").append(*m.per);
  return out;
}

template <class = void>
void append_html_metrics(std::string& out, std::span<const page> pages, span which) {
  html_rows rows(out, R"("quote","value","unit","normalized","bound","indicator","trend","mood",)"
                      R"("basis","period","days","actor","actor_resolved","rule")");
  for (std::size_t p = which.begin; p < which.end; ++p) {
    const std::vector<metric>& metrics = pages[p].result->metrics;
    for (std::size_t i = 0; i < metrics.size(); ++i) {
      const metric& m = metrics[i];
      rows.begin_row(p, i);
      rows.text(m.quote);
      rows.text(value_of(m));
      rows.text(unit_of(m));
      rows.text(normalized_of(m));
      rows.text(m.bound == numeral::bound::exact ? std::string_view() : to_string(m.bound));
      rows.text(m.indicator);
      rows.text(m.trend == trend::none ? std::string_view() : to_string(m.trend));
      rows.text(m.mood == mood::stated ? std::string_view() : to_string(m.mood));
      rows.text(m.basis);
      rows.text(m.period);
      rows.text(days_of(m.days));
      rows.text(m.actor);
      rows.text(other_than(m.actor_resolved, m.actor));
      rows.text(m.rule);
      rows.end_row();
    }
  }
  rows.end();
}

template <class = void>
void append_html_initiatives(std::string& out, std::span<const page> pages, span which) {
  html_rows rows(out, R"("name","kind","action","status","part_of","period","days","actor",)"
                      R"("actor_resolved","figures","rule")");
  for (std::size_t p = which.begin; p < which.end; ++p) {
    const analysis& result = *pages[p].result;
    for (std::size_t n = 0; n < result.initiatives.size(); ++n) {
      const initiative& i = result.initiatives[n];
      std::string figures;
      for (const std::size_t index : i.metrics) {
        if (!figures.empty()) figures += " · ";
        figures += result.metrics[index].quote;
      }
      rows.begin_row(p, n);
      rows.text(i.name);
      rows.text(to_string(i.kind));
      rows.text(i.action);
      rows.text(i.status == initiative_status::unspecified ? std::string_view()
                                                           : to_string(i.status));
      rows.text(i.part_of);
      rows.text(i.period);
      rows.text(days_of(i.days));
      rows.text(i.actor);
      rows.text(other_than(i.actor_resolved, i.actor));
      rows.text(figures);
      rows.text(i.rule);
      rows.end_row();
    }
  }
  rows.end();
}

/// [name, bytes, paragraphs, metrics, initiatives, groups] of a page.
template <class = void>
void append_html_document(std::string& out, const page& from, std::size_t groups) {
  out += '[';
  append_json_text(out, from.doc);
  for (const std::size_t count :
       {from.bytes, from.result->page.paragraphs().size(), from.result->metrics.size(),
        from.result->initiatives.size(), groups}) {
    out += ',';
    append_number(out, count);
  }
  out += ']';
}

template <class = void>
void append_html_duplicates(std::string& out, std::span<const page> pages,
                            std::span<const duplicate> duplicates) {
  out += '[';
  for (std::size_t g = 0; g < duplicates.size(); ++g) {
    out += g == 0 ? "\n" : ",\n";
    out += "{\"kind\":\"";
    out += to_string(duplicates[g].kind);
    out += "\",\"similarity\":" + ratio(duplicates[g].similarity) + ",\"members\":";
    const member& first = duplicates[g].members.front();
    out += json_array(duplicates[g].members, [&](std::string& array, const member& m) {
      array += '[' + number(m.page) + ',' + number(m.paragraph);
      if (&m == &first || text_of(pages, m) != text_of(pages, first)) {
        array += ',';
        append_json_text(array, text_of(pages, m));
      }
      array += ']';
    });
    out += '}';
  }
  out += ']';
}

/// The records of the pages `which`; a page alone (of a split report) has no duplicates.
template <class = void>
std::string html_data(std::span<const page> pages, std::span<const duplicate> duplicates,
                      span which, bool split) {
  std::string json = "{\"split\":";
  json += split ? "true" : "false";
  json += ",\"docs\":";
  if (which.size() == pages.size()) {
    const std::vector<std::size_t> groups = groups_by_page(pages.size(), duplicates);
    json += '[';
    for (std::size_t p = 0; p < pages.size(); ++p) {
      if (p > 0) json += ',';
      append_html_document(json, pages[p], groups[p]);
    }
    json += ']';
  } else {
    json += "{}";
  }
  json += ",\"metrics\":";
  append_html_metrics(json, pages, which);
  json += ",\"initiatives\":";
  append_html_initiatives(json, pages, which);
  json += ",\"duplicates\":";
  append_html_duplicates(json, pages, duplicates);
  json += '}';

  // Within a script only '<' could end it.
  std::string out = "<script type=\"application/json\" id=\"data\">";
  out.reserve(json.size() + 64);
  for (std::size_t at = 0; at < json.size();) {
    const std::size_t end = std::min(json.find('<', at), json.size());
    out.append(json, at, end - at);
    if (end < json.size()) out += "\\u003c";
    at = end + 1;
  }
  return out + "</script>\n";
}

/// Up to the heading. A split report has style and script in files of their own.
template <class = void> std::string html_begin(language tongue, bool split) {
  std::string out = "<!DOCTYPE html>\n<html lang=\"en\"";
  if (tongue != language::automatic)
    out += tongue == language::chinese ? " data-language=\"zh\"" : " data-language=\"en\"";
  out += ">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n"
         "<title>Text analysis report</title>\n";
  if (split) {
    out += "<link rel=\"stylesheet\" href=\"report.css\">\n";
  } else {
    out.append("<style>").append(html_style).append("</style>\n");
  }
  return out + "</head>\n<body>\n<header>\n"
               "<h1 data-t=\"title\">Text analysis report</h1>\n"
               "<button type=\"button\" id=\"language\" data-t=\"language\">中文</button>\n";
}

template <class = void> std::string html_end(bool split) {
  std::string out;
  if (split) {
    out += "<script src=\"report.js\"></script>\n";
  } else {
    out.append("<script>").append(html_script).append("</script>\n");
  }
  return out + "</body>\n</html>\n";
}

template <class = void>
void append_html_word(std::string& out, std::string_view tag, std::string_view key,
                      std::string_view text) {
  out.append("<").append(tag).append(" data-t=\"").append(key).append("\">");
  out.append(text).append("</").append(tag).append(">");
}

template <class = void>
void append_html_count(std::string& out, std::string_view key, std::string_view text,
                       std::size_t count) {
  out += "<div>";
  append_html_word(out, "dt", key, text);
  out += "<dd>";
  append_number(out, count);
  out += "</dd></div>\n";
}

/// A heading and, unless it says otherwise, the place where the script puts what belongs there.
template <class = void>
void append_html_section(std::string& out, std::string_view key, std::string_view text) {
  out.append("<h2 id=\"").append(key).append("\" data-t=\"").append(key).append("\">");
  out.append(text).append("</h2>\n<div id=\"").append(key).append("-table\"></div>\n");
}

/// What the colours mean.
inline constexpr std::string_view html_key =
    "<p class=\"note key\"><span data-t=\"key\">Marked:</span> <mark class=\"metric\" "
    "data-t=\"metrics\">metrics</mark> <mark class=\"initiative\" data-t=\"initiatives\">"
    "initiatives</mark> <mark class=\"metric initiative\" data-t=\"both\">both</mark> "
    "<span data-t=\"hint\">Point at a mark, or reach it with Tab, to see its fields.</span></p>\n";

/// All but the texts: summary, charts, tables.
template <class = void>
void append_html_overview(std::string& out, std::span<const page> pages,
                          std::span<const duplicate> duplicates, bool texts) {
  struct part {
    std::string_view key, text;
    bool shown;
  };
  const totals sum = total(pages);
  const part parts[] = {{"initiatives", "Initiatives", sum.initiatives > 0},
                        {"metrics", "Metrics", sum.metrics > 0},
                        {"duplicates", "Duplicates", !duplicates.empty()},
                        {"documents", "Documents", true}};
  out += "<p class=\"note\" data-t=\"intro\">Figures and initiatives found in the texts below. "
         "Each row leads to its place.</p>\n"
         "<noscript><p class=\"note\">Tables and charts need JavaScript. 表格与图表需要 "
         "JavaScript。</p></noscript>\n</header>\n<main>\n<dl class=\"summary\">\n";
  append_html_count(out, "documents", "Documents", pages.size());
  append_html_count(out, "paragraphs", "Paragraphs", sum.paragraphs);
  append_html_count(out, "metrics", "Metrics", sum.metrics);
  append_html_count(out, "initiatives", "Initiatives", sum.initiatives);
  append_html_count(out, "groups", "Duplicate groups", duplicates.size());
  out += "</dl>\n<nav><a href=\"#top\" data-t=\"summary\">Summary</a>\n";
  for (const part& one : parts) {
    if (!one.shown) continue;
    out.append("<a href=\"#").append(one.key).append("\" data-t=\"").append(one.key);
    out.append("\">").append(one.text).append("</a>\n");
  }
  if (texts) out += "<a href=\"#text\" data-t=\"text\">Text</a>";
  out += "</nav>\n<div class=\"charts\" id=\"charts\"></div>\n";
  for (const part& one : parts) {
    if (one.shown) append_html_section(out, one.key, one.text);
  }
}

/// "page-0001.html", as the script names it, too.
template <class = void> std::string html_file_name(std::size_t page) {
  const std::string digits = number(page + 1);
  return "page-" + std::string(digits.size() < 4 ? 4 - digits.size() : 0, '0') + digits + ".html";
}

template <class = void>
void append_html_neighbour(std::string& out, std::size_t page, std::string_view key,
                           std::string_view text) {
  out.append("<a href=\"").append(html_file_name(page)).append("\" data-t=\"").append(key);
  out.append("\">").append(text).append("</a>\n");
}

} // namespace hantext::report::detail

namespace hantext::report {

template <class>
std::string html(std::span<const page> pages, std::span<const duplicate> duplicates,
                 const html_options& options) {
  std::string out = detail::html_begin(options.language, false);
  detail::append_html_overview(out, pages, duplicates, true);
  out += "<h2 id=\"text\" data-t=\"text\">Text</h2>\n";
  out += detail::html_key;
  for (std::size_t p = 0; p < pages.size(); ++p)
    detail::append_html_page(out, pages[p], p);
  out += "</main>\n";
  out += detail::html_data(pages, duplicates, {0, pages.size()}, false);
  return out + detail::html_end(false);
}

template <class Write>
void html_files(std::span<const page> pages, std::span<const duplicate> duplicates, Write write,
                const html_options& options) {
  write(std::string_view("report.css"), std::string(detail::html_style));
  write(std::string_view("report.js"), std::string(detail::html_script));
  std::string index = detail::html_begin(options.language, true);
  detail::append_html_overview(index, pages, duplicates, false);
  index += "</main>\n";
  index += detail::html_data(pages, duplicates, {0, pages.size()}, true);
  write(std::string_view("index.html"), index + detail::html_end(true));
  for (std::size_t p = 0; p < pages.size(); ++p) {
    std::string out = detail::html_begin(options.language, true);
    out += "<nav><a href=\"index.html\" data-t=\"index\">Back to the index</a>\n";
    if (p > 0) detail::append_html_neighbour(out, p - 1, "previous_document", "Previous document");
    if (p + 1 < pages.size())
      detail::append_html_neighbour(out, p + 1, "next_document", "Next document");
    out += "</nav>\n";
    out += detail::html_key;
    out += "</header>\n<main>\n";
    detail::append_html_page(out, pages[p], p);
    out += "</main>\n";
    out += detail::html_data(pages, {}, {p, p + 1}, true);
    write(std::string_view(detail::html_file_name(p)), out + detail::html_end(true));
  }
}

} // namespace hantext::report
