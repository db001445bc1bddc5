// The HTML report of report.hpp, which includes this file; not for use on its own.
#pragma once

#include <hantext/report.hpp>

namespace hantext::report::detail {

// Wide tables turn into one block a row on a narrow window, each cell named by its data-name.
inline constexpr std::string_view html_style = R"css(
:root{color-scheme:light dark;--paper:#fff;--ink:#1d2329;--soft:#5b6670;--line:#d8dee4;
--panel:#f5f7f9;--metric:#fff0b3;--initiative:#cfe8ff;--both:#d8f0c8;--link:#0b5cad}
@media(prefers-color-scheme:dark){:root{--paper:#15191d;--ink:#e4e8ec;--soft:#9aa6b1;--line:#353d45;
--panel:#1e242a;--metric:#5c4a00;--initiative:#123f66;--both:#2c4f1f;--link:#7ab8f5}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:72rem;padding:1.5rem 1.25rem 4rem;background:var(--paper);
color:var(--ink);font:16px/1.6 system-ui,"Noto Sans CJK SC","PingFang SC","Microsoft YaHei",sans-serif}
h1{margin:0 0 .25rem;font-size:1.6rem}h2{margin:2.5rem 0 .75rem;font-size:1.2rem}
h3{margin:2rem 0 .5rem;font-size:1rem;overflow-wrap:anywhere}
a{color:var(--link)}nav a{margin-right:1rem}p.note{margin:0;color:var(--soft)}
dl.summary{display:grid;grid-template-columns:repeat(auto-fit,minmax(8rem,1fr));gap:.75rem;margin:1.25rem 0}
dl.summary div{padding:.6rem .9rem;background:var(--panel);border:1px solid var(--line);border-radius:.5rem}
dt{color:var(--soft);font-size:.85rem}dd{margin:0;font-size:1.5rem;font-variant-numeric:tabular-nums}
table{width:100%;border-collapse:collapse;font-size:.9rem}
th,td{padding:.35rem .6rem;border-bottom:1px solid var(--line);text-align:left;vertical-align:top}
th{color:var(--soft);font-weight:600;white-space:nowrap}
td{overflow-wrap:break-word}td.doc{overflow-wrap:anywhere;min-width:10rem}td.number{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
tbody+tbody{border-top:2px solid var(--soft)}td.quote{min-width:6rem}
.text{padding:.5rem 1.25rem;background:var(--panel);border:1px solid var(--line);border-radius:.5rem}
.text p{margin:.6rem 0;line-height:1.9;overflow-wrap:anywhere}
.text p.headline{font-weight:700}.text p.byline,.text p.caption{color:var(--soft)}
mark{padding:.1em 0;border-radius:.2em;color:inherit;background:var(--metric)}
mark.initiative{background:var(--initiative)}mark.metric.initiative{background:var(--both)}
[id]{scroll-margin-top:4rem}p:target,mark:target,mark:has(:target){outline:2px solid var(--link);outline-offset:2px}
.key mark{padding:.1em .4em}
@media(max-width:44rem){body{padding:1rem .75rem 3rem}thead{display:none}
table,tbody,tr,td{display:block}tr{padding:.5rem 0;border-bottom:1px solid var(--line)}
td,td.number{display:flex;gap:.75rem;padding:.1rem 0;border:0;text-align:left;white-space:normal}
td:empty{display:none}td::before{content:attr(data-name);flex:0 0 5.5rem;color:var(--soft)}
.text{padding:.25rem .75rem}}
@media print{body{max-width:none}tr{break-inside:avoid}}
)css";

inline void append_html_text(std::string& out, std::string_view text) {
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
inline std::string html_id(std::size_t page) {
  std::string id = "d";
  append_number(id, page);
  return id;
}

/// The anchor of the paragraph, metric or initiative `index` of page `page`, as "m0-12".
inline std::string html_id(char kind, std::size_t page, std::size_t index) {
  std::string id(1, kind);
  append_number(id, page);
  id += '-';
  append_number(id, index);
  return id;
}

/// A table row by row; each cell carries the name of its column for narrow windows.
class html_table {
public:
  html_table(std::string& out, std::span<const std::string_view> columns)
      : out_(out), columns_(columns) {
    out_ += "<table>\n<thead><tr>";
    for (const std::string_view name : columns) {
      out_ += "<th scope=\"col\">";
      out_ += name;
      out_ += "</th>";
    }
    out_ += "</tr></thead>\n<tbody>\n";
  }
  void end() { out_ += "</tbody>\n</table>\n"; }
  void begin_group() { out_ += "</tbody>\n<tbody>\n"; }
  void begin_row() {
    out_ += "<tr>";
    column_ = 0;
  }
  void end_row() { out_ += "</tr>\n"; }
  void cell(std::string_view text, std::string_view style = {}) {
    begin_cell(style);
    append_html_text(out_, text);
    out_ += "</td>";
  }
  void cell(const std::optional<std::string>& text) { cell(or_empty(text)); }
  void link(std::string_view text, const std::string& id, std::string_view style = "quote") {
    begin_cell(style);
    out_ += "<a href=\"#" + id + "\">";
    append_html_text(out_, text);
    out_ += "</a></td>";
  }

private:
  void begin_cell(std::string_view style) {
    out_ += "<td data-name=\"";
    out_ += columns_[column_++];
    if (!style.empty()) {
      out_ += "\" class=\"";
      out_ += style;
    }
    out_ += "\">";
  }

  std::string& out_;
  std::span<const std::string_view> columns_;
  std::size_t column_ = 0;
};

/// What stands in the clean text and is to be marked there.
struct html_mark {
  span text;
  bool is_metric = false;
  bool is_first = false; // the first mention carries the anchor that tables link to
  std::size_t index = 0; // in the page's metrics or initiatives
};

inline void append_html_field(std::string& out, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  if (!out.empty()) out += " · ";
  if (!name.empty()) {
    out += name;
    out += ' ';
  }
  out += value;
}

/// The fields of a metric on one line, for its tooltip.
inline std::string html_title(const metric& m) {
  std::string out;
  append_html_field(out, {}, value_of(m) + m.unit);
  if (m.bound != numeral::bound::exact) append_html_field(out, {}, to_string(m.bound));
  append_html_field(out, "indicator", or_empty(m.indicator));
  if (m.trend != trend::none) append_html_field(out, "trend", to_string(m.trend));
  append_html_field(out, "basis", or_empty(m.basis));
  append_html_field(out, "period", or_empty(m.period));
  append_html_field(out, "actor", or_empty(m.actor));
  append_html_field(out, "rule", m.rule);
  return out;
}

inline std::string html_title(const initiative& i) {
  std::string out;
  append_html_field(out, {}, i.name);
  append_html_field(out, "kind", to_string(i.kind));
  append_html_field(out, "actor", or_empty(i.actor));
  append_html_field(out, "action", or_empty(i.action));
  append_html_field(out, "status", to_string(i.status));
  append_html_field(out, "period", or_empty(i.period));
  append_html_field(out, "rule", i.rule);
  return out;
}

/// One stretch of text under the same marks. Marks may overlap in any way, so the text is cut where
/// any of them begins or ends; a mark's anchor goes to its first stretch.
inline void append_html_stretch(std::string& out, const analysis& result, std::size_t page,
                                span stretch, std::span<const html_mark> active) {
  if (active.empty()) {
    append_html_text(out, stretch.in(result.page.text()));
    return;
  }
  bool metric_here = false;
  bool initiative_here = false;
  std::string title;
  std::size_t anchors = 0;
  for (const html_mark& mark : active) {
    (mark.is_metric ? metric_here : initiative_here) = true;
    if (!title.empty()) title += '\n';
    title += mark.is_metric ? html_title(result.metrics[mark.index])
                            : html_title(result.initiatives[mark.index]);
  }
  out += "<mark class=\"";
  out += metric_here && initiative_here ? "metric initiative"
         : metric_here                  ? "metric"
                                        : "initiative";
  out += "\" title=\"";
  append_html_text(out, title);
  out += '"';
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

inline std::string_view html_class(paragraph_kind kind) {
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

inline void append_html_page(std::string& out, const page& from, std::size_t page) {
  const analysis& result = *from.result;
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
  std::stable_sort(marks.begin(), marks.end(), [](const html_mark& a, const html_mark& b) {
    return a.text.begin < b.text.begin;
  });
  std::vector<std::size_t> cuts;
  for (const html_mark& mark : marks) {
    cuts.push_back(mark.text.begin);
    cuts.push_back(mark.text.end);
  }
  std::sort(cuts.begin(), cuts.end());

  out.append("<h3 id=\"").append(html_id(page)).append("\">");
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
  out += "</div>\n";
}

inline void append_html_count(std::string& out, std::string_view name, std::size_t count) {
  out += "<div><dt>";
  out += name;
  out += "</dt><dd>";
  append_number(out, count);
  out += "</dd></div>\n";
}

inline void append_html_metrics(std::string& out, std::span<const page> pages) {
  constexpr std::string_view columns[] = {"quote", "value", "unit",   "bound", "indicator",
                                          "trend", "basis", "period", "actor", "doc"};
  html_table table(out, columns);
  for (std::size_t p = 0; p < pages.size(); ++p) {
    for (std::size_t i = 0; i < pages[p].result->metrics.size(); ++i) {
      const metric& m = pages[p].result->metrics[i];
      table.begin_row();
      table.link(m.quote, html_id('m', p, i));
      table.cell(value_of(m), "number");
      table.cell(m.unit, {});
      table.cell(m.bound == numeral::bound::exact ? std::string_view() : to_string(m.bound));
      table.cell(m.indicator);
      table.cell(m.trend == trend::none ? std::string_view() : to_string(m.trend));
      table.cell(m.basis);
      table.cell(m.period);
      table.cell(m.actor);
      table.link(pages[p].doc, html_id(p), "doc");
      table.end_row();
    }
  }
  table.end();
}

inline void append_html_initiatives(std::string& out, std::span<const page> pages) {
  constexpr std::string_view columns[] = {"name",   "kind",  "action",  "status",
                                          "period", "actor", "metrics", "doc"};
  html_table table(out, columns);
  for (std::size_t p = 0; p < pages.size(); ++p) {
    for (std::size_t n = 0; n < pages[p].result->initiatives.size(); ++n) {
      const initiative& i = pages[p].result->initiatives[n];
      std::string figures;
      for (const std::size_t index : i.metrics)
        append_html_field(figures, {}, pages[p].result->metrics[index].quote);
      table.begin_row();
      table.link(i.name, html_id('i', p, n));
      table.cell(to_string(i.kind));
      table.cell(i.action);
      table.cell(i.status == initiative_status::unspecified ? std::string_view()
                                                            : to_string(i.status));
      table.cell(i.period);
      table.cell(i.actor);
      table.cell(figures, {});
      table.link(pages[p].doc, html_id(p), "doc");
      table.end_row();
    }
  }
  table.end();
}

inline void append_html_duplicates(std::string& out, std::span<const page> pages,
                                   std::span<const duplicate> duplicates) {
  constexpr std::string_view columns[] = {"text", "kind", "similarity", "bytes", "doc"};
  html_table table(out, columns);
  for (std::size_t g = 0; g < duplicates.size(); ++g) {
    if (g > 0) table.begin_group();
    for (const member& m : duplicates[g].members) {
      table.begin_row();
      table.link(excerpt(text_of(pages, m), 60), html_id('p', m.page, m.paragraph));
      table.cell(to_string(duplicates[g].kind));
      table.cell(ratio(duplicates[g].similarity), "number");
      table.cell(markdown_span(m.source), "number");
      table.link(pages[m.page].doc, html_id(m.page), "doc");
      table.end_row();
    }
  }
  table.end();
}

} // namespace hantext::report::detail

namespace hantext::report {

inline std::string html(std::span<const page> pages, std::span<const duplicate> duplicates) {
  const detail::totals sum = detail::total(pages);
  std::string out = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                    "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n"
                    "<title>hantext report</title>\n<style>";
  out += detail::html_style;
  out +=
      "</style>\n</head>\n<body>\n<h1>hantext report</h1>\n"
      "<p class=\"note\">Figures and initiatives found in the pages below. Each row leads to its "
      "place in the text.</p>\n<dl class=\"summary\">\n";
  detail::append_html_count(out, "documents", pages.size());
  detail::append_html_count(out, "paragraphs", sum.paragraphs);
  detail::append_html_count(out, "metrics", sum.metrics);
  detail::append_html_count(out, "initiatives", sum.initiatives);
  detail::append_html_count(out, "duplicate groups", duplicates.size());
  out += "</dl>\n";
  out += "<nav>";
  if (sum.initiatives > 0) out += "<a href=\"#initiatives\">Initiatives</a> ";
  if (sum.metrics > 0) out += "<a href=\"#metrics\">Metrics</a> ";
  if (!duplicates.empty()) out += "<a href=\"#duplicates\">Duplicates</a> ";
  out += "<a href=\"#pages\">Pages</a></nav>\n";
  if (sum.initiatives > 0) {
    out += "<h2 id=\"initiatives\">Initiatives</h2>\n";
    detail::append_html_initiatives(out, pages);
  }
  if (sum.metrics > 0) {
    out += "<h2 id=\"metrics\">Metrics</h2>\n";
    detail::append_html_metrics(out, pages);
  }
  if (!duplicates.empty()) {
    out += "<h2 id=\"duplicates\">Duplicates</h2>\n";
    detail::append_html_duplicates(out, pages, duplicates);
  }
  out += "<h2 id=\"pages\">Pages</h2>\n<p class=\"note key\">Marked: <mark class=\"metric\">metric"
         "</mark> <mark class=\"initiative\">initiative</mark> <mark class=\"metric initiative\">"
         "both</mark>. Point at a mark to see its fields.</p>\n";
  for (std::size_t p = 0; p < pages.size(); ++p)
    detail::append_html_page(out, pages[p], p);
  return out + "</body>\n</html>\n";
}

} // namespace hantext::report
