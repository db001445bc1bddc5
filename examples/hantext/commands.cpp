#include "commands.hpp"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

#include <hantext/dedup.hpp>
#include <hantext/document.hpp>
#include <hantext/extract.hpp>
#include <hantext/report.hpp>
#include <hantext/rules.hpp>
#include <hantext/utf8.hpp>

#include "complaints.hpp"
#include "encoding.hpp"
#include "input.hpp"
#include "output.hpp"
#include "parallel.hpp"
#include "rules.hpp"

namespace program {
namespace {

// Writes the HTML report: one file, or many where -o names a folder (or ends in a slash).
int finish_html(const options& chosen, std::span<const hantext::report::page> pages,
                std::span<const hantext::report::duplicate> duplicates, complaints& complain) {
  const hantext::report::html_options how{chosen.language};
  std::error_code problem;
  if (!chosen.out.ends_with('/') && !std::filesystem::is_directory(chosen.out, problem)) {
    if (pages.size() >= 200)
      complain.hint("one file for " + std::to_string(pages.size()) + " pages",
                    "opens faster as many; give -o a folder");
    return finish(chosen, hantext::report::html(pages, duplicates, how), complain);
  }
  const std::filesystem::path folder(chosen.out);
  std::filesystem::create_directories(folder, problem);
  bool going = true; // one complaint of a full disk is enough
  hantext::report::html_files(
      pages, duplicates,
      [&](std::string_view name, const std::string& content) {
        going = going && write_file((folder / name).string(), content, complain);
      },
      how);
  return complain.any() ? exit_bad_input : exit_done;
}

// Names the first ill-formed bytes of a page and says how many places there are.
void complain_of_bytes(const std::string& doc, const std::vector<hantext::error>& errors,
                       complaints& complain) {
  if (errors.empty()) return;
  std::string what(errors.front().message());
  if (errors.size() > 1) {
    what.append(" (and ").append(std::to_string(errors.size() - 1));
    what += errors.size() == 2 ? " more place)" : " more places)";
  }
  complain.add(doc, errors.front().offset, what);
}

// Says which encoding the bytes seem to be in, where they seem to be in one.
void hint_of_encoding(const source& from, const complaints& complain) {
  if (const auto guess = guess_encoding(from.text))
    complain.hint(from.doc, "this reads as " + *guess + "; try --encoding " + *guess);
}

void complain_of_page(const source& from, const hantext::document& page, complaints& complain) {
  const std::string& doc = from.doc;
  complain_of_bytes(doc, page.errors(), complain);
  if (!page.errors().empty()) hint_of_encoding(from, complain);
  if (page.paragraphs().empty()) complain.add(doc, "the file holds white space only");
}

// The pages, each read by `analyze`, in the order given.
template <class Analyze>
std::vector<hantext::analysis> read_pages(const std::vector<source>& sources, const options& chosen,
                                          complaints& complain, Analyze analyze) {
  std::vector<hantext::analysis> results(sources.size());
  for_each_index(sources.size(), chosen.jobs, chosen.quiet,
                 [&](std::size_t i) { results[i] = analyze(sources[i].text); });
  for (std::size_t i = 0; i < sources.size(); ++i)
    complain_of_page(sources[i], results[i].page, complain);
  return results;
}

std::vector<hantext::report::page> pages_of(const std::vector<source>& sources,
                                            const std::vector<hantext::analysis>& results) {
  std::vector<hantext::report::page> pages;
  for (std::size_t i = 0; i < sources.size(); ++i)
    pages.push_back({sources[i].doc, &results[i], sources[i].text.size()});
  return pages;
}

// Tells a person at a terminal what takes long; empty: it is done.
void say_what_is_done(const options& chosen, std::string_view what) {
  if (chosen.quiet || !error_is_terminal()) return;
  std::fputs("\r\x1b[K", stderr);
  std::fwrite(what.data(), 1, what.size(), stderr);
  std::fflush(stderr);
}

// Of each page, which paragraphs are copies: all of a group of equal or edited ones but the one to
// keep, and those that stand inside another. Notices of one template are no copies. Says on
// standard error what share that is, unless --quiet.
std::vector<std::vector<bool>>
find_copies(const options& chosen, const std::vector<hantext::report::page>& pages,
            const std::vector<hantext::report::duplicate>& duplicates) {
  using hantext::dedup::kind;
  std::vector<std::vector<bool>> copies;
  std::size_t paragraphs = 0;
  for (const hantext::report::page& page : pages) {
    paragraphs += page.result->page.paragraphs().size();
    copies.emplace_back(page.result->page.paragraphs().size(), false);
  }
  std::size_t counts[3] = {}; // exact, near, contained
  const auto drop = [&](const hantext::report::member& copy, std::size_t as) {
    std::vector<bool>& page = copies[copy.page];
    if (page[copy.paragraph]) return;
    page[copy.paragraph] = true;
    ++counts[as];
  };
  for (const hantext::report::duplicate& group : duplicates) {
    if (group.kind != kind::exact && group.kind != kind::near_duplicate) continue;
    for (std::size_t i = 0; i < group.members.size(); ++i)
      if (i != group.canonical) drop(group.members[i], group.kind == kind::exact ? 0 : 1);
  }
  for (const hantext::report::duplicate& group : duplicates) {
    if (group.kind != kind::contained || group.inner == hantext::report::duplicate::none) continue;
    drop(group.members[group.inner], 2);
  }
  const std::size_t all = counts[0] + counts[1] + counts[2];
  if (chosen.quiet) return copies;
  std::fprintf(stderr,
               "hantext: %zu of %zu paragraphs (%.1f %%) are copies: %zu exact, %zu near, %zu "
               "inside another\n",
               all, paragraphs,
               paragraphs == 0 ? 0.0
                               : 100 * static_cast<double>(all) / static_cast<double>(paragraphs),
               counts[0], counts[1], counts[2]);
  return copies;
}

// The pages without their copies: one paragraph a line, or for JSON Lines one object a page, its
// paragraphs joined by line feeds.
std::string without_copies(const options& chosen, const std::vector<hantext::report::page>& pages,
                           const std::vector<std::vector<bool>>& copies) {
  std::string output;
  for (std::size_t p = 0; p < pages.size(); ++p) {
    const hantext::document& page = pages[p].result->page;
    std::string kept;
    for (std::size_t i = 0; i < page.paragraphs().size(); ++i) {
      if (copies[p][i]) continue;
      kept += page.paragraphs()[i].text.in(page.text());
      kept += '\n';
    }
    if (chosen.input == input_format::text) {
      output += kept;
      continue;
    }
    if (!kept.empty()) kept.pop_back();
    output += '{';
    hantext::report::detail::append_json_text(output, chosen.id);
    output += ':';
    hantext::report::detail::append_json_text(output, pages[p].doc);
    output += ',';
    hantext::report::detail::append_json_text(output, chosen.field);
    output += ':';
    hantext::report::detail::append_json_text(output, kept);
    output += "}\n";
  }
  return output;
}

} // namespace

int extract(const options& chosen) {
  complaints complain(chosen.quiet);
  hantext::analyze_options how;
  how.date = chosen.date;
  std::optional<hantext::rules::program> pack;
  if (!chosen.rules.empty()) {
    pack = compile_rules(chosen.rules, complain);
    if (!pack) return exit_bad_input;
    how.pack = &*pack;
  }
  const std::vector<source> sources = read_sources(chosen, complain);
  const std::vector<hantext::analysis> results = read_pages(
      sources, chosen, complain, [&](std::string_view text) { return analyze_page(text, how); });
  const std::vector<hantext::report::page> pages = pages_of(sources, results);
  const auto duplicates = hantext::report::find_duplicates(pages);
  switch (chosen.format) {
  case output_format::jsonl:
    return finish(chosen, hantext::report::json_lines(pages, duplicates), complain);
  case output_format::csv:
    return finish(chosen, hantext::report::csv(pages, {chosen.byte_order_mark}), complain);
  case output_format::markdown:
    return finish(chosen, hantext::report::markdown(pages, duplicates), complain);
  case output_format::html:
    return finish_html(chosen, pages, duplicates, complain);
  }
  return exit_usage;
}

int dedup(const options& chosen) {
  namespace kinds = hantext::dedup;
  complaints complain(chosen.quiet);
  const std::vector<source> sources = read_sources(chosen, complain);
  const std::vector<hantext::analysis> results = read_pages(sources, chosen, complain, read_page);
  const std::vector<hantext::report::page> pages = pages_of(sources, results);
  hantext::dedup::options how;
  how.threshold = chosen.threshold;
  how.shared_run = chosen.run;
  how.scope = chosen.scope == page_scope::within   ? kinds::scope::within_document
              : chosen.scope == page_scope::across ? kinds::scope::across_documents
                                                   : kinds::scope::everywhere;
  say_what_is_done(chosen, "looking for copies");
  const auto duplicates = hantext::report::find_duplicates(pages, how);
  say_what_is_done(chosen, {});
  const std::vector<std::vector<bool>> copies = find_copies(chosen, pages, duplicates);
  if (chosen.drop) return finish(chosen, without_copies(chosen, pages, copies), complain);
  switch (chosen.format) {
  case output_format::jsonl:
    return finish(chosen, hantext::report::duplicates_json_lines(pages, duplicates), complain);
  case output_format::csv:
    return finish(chosen,
                  hantext::report::duplicates_csv(pages, duplicates, {chosen.byte_order_mark}),
                  complain);
  case output_format::markdown:
    return finish(chosen, hantext::report::duplicates_markdown(pages, duplicates), complain);
  case output_format::html:
    return finish_html(chosen, pages, duplicates, complain);
  }
  return exit_usage;
}

int clean(const options& chosen) {
  complaints complain(chosen.quiet);
  const std::vector<source> sources = read_sources(chosen, complain);
  const std::vector<hantext::analysis> results = read_pages(sources, chosen, complain, read_page);
  std::string output;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    const hantext::document& page = results[i].page;
    for (const hantext::paragraph& paragraph : page.paragraphs()) {
      if (chosen.map) {
        output += sources[i].doc + '\t' + std::to_string(paragraph.source.begin) + '\t' +
                  std::to_string(paragraph.source.end) + '\t';
        output.append(hantext::name_of(paragraph.kind)).append("\t");
      }
      output += page.text(paragraph.text);
      output += '\n';
    }
  }
  return finish(chosen, output, complain);
}

int validate(const options& chosen) {
  complaints complain(chosen.quiet);
  std::string output;
  for (const source& page : read_sources(chosen, complain)) {
    std::vector<hantext::error> errors;
    for (const hantext::error& problem : hantext::utf8::errors(page.text))
      errors.push_back(problem);
    complain_of_bytes(page.doc, errors, complain);
    if (!errors.empty()) hint_of_encoding(page, complain);
    if (errors.empty()) {
      output += page.doc + ": well-formed UTF-8, " + std::to_string(page.text.size()) + " bytes, " +
                std::to_string(hantext::utf8::count(page.text)) + " characters\n";
    }
  }
  return finish(chosen, output, complain);
}

} // namespace program
