#include "commands.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <hantext/dedup.hpp>
#include <hantext/document.hpp>
#include <hantext/extract.hpp>
#include <hantext/packs/china_gov.hpp>
#include <hantext/report.hpp>
#include <hantext/rules.hpp>
#include <hantext/utf8.hpp>

#include "complaints.hpp"
#include "input.hpp"
#include "output.hpp"
#include "parallel.hpp"

namespace program {
namespace {

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

void complain_of_page(const std::string& doc, const hantext::document& page, complaints& complain) {
  complain_of_bytes(doc, page.errors(), complain);
  if (page.paragraphs().empty()) complain.add(doc, "the file holds white space only");
}

// The pages, each read by `analyze`, in the order given.
template <class Analyze>
std::vector<hantext::analysis> read_pages(const std::vector<source>& sources, const options& chosen,
                                          complaints& complain, Analyze analyze) {
  std::vector<hantext::analysis> results(sources.size());
  for_each_index(sources.size(), chosen.jobs,
                 [&](std::size_t i) { results[i] = analyze(sources[i].text); });
  for (std::size_t i = 0; i < sources.size(); ++i)
    complain_of_page(sources[i].doc, results[i].page, complain);
  return results;
}

std::vector<hantext::report::page> pages_of(const std::vector<source>& sources,
                                            const std::vector<hantext::analysis>& results) {
  std::vector<hantext::report::page> pages;
  for (std::size_t i = 0; i < sources.size(); ++i)
    pages.push_back({sources[i].doc, &results[i], sources[i].text.size()});
  return pages;
}

// The built-in rules and those of --rules, compiled together; nothing after a mistake.
std::optional<hantext::rules::program> compile_rules(const options& chosen, complaints& complain) {
  std::string text(hantext::packs::china_gov);
  for (const std::string& path : chosen.rules) {
    const std::optional<std::string> more = read_file(path, complain);
    if (!more) return std::nullopt;
    text += '\n';
    const std::size_t begin = text.size();
    text += *more;
    // Compiled file by file, so that a mistake belongs to the file just added.
    const auto compiled = hantext::rules::compile(text);
    if (compiled) continue;
    const hantext::error& problem = compiled.error();
    const std::size_t offset = problem.offset < begin ? 0 : problem.offset - begin;
    const auto place = hantext::rules::locate(*more, offset);
    complain.add(path + ":" + std::to_string(place.line) + ":" + std::to_string(place.column),
                 problem.message());
    return std::nullopt;
  }
  return *hantext::rules::compile(text);
}

} // namespace

int extract(const options& chosen) {
  complaints complain;
  hantext::analyze_options how;
  std::optional<hantext::rules::program> pack;
  if (!chosen.rules.empty()) {
    pack = compile_rules(chosen, complain);
    if (!pack) return exit_bad_input;
    how.pack = &*pack;
  }
  const std::vector<source> sources = read_sources(chosen, complain);
  const std::vector<hantext::analysis> results =
      read_pages(sources, chosen, complain,
                 [&](std::string_view text) { return hantext::analyze(text, how); });
  const std::vector<hantext::report::page> pages = pages_of(sources, results);
  const auto duplicates = hantext::report::find_duplicates(pages);
  switch (chosen.format) {
  case output_format::jsonl:
    return finish(chosen, hantext::report::json_lines(pages, duplicates), complain);
  case output_format::csv:
    return finish(chosen, hantext::report::csv(pages), complain);
  case output_format::markdown:
    return finish(chosen, hantext::report::markdown(pages, duplicates), complain);
  case output_format::html:
    return finish(chosen, hantext::report::html(pages, duplicates), complain);
  }
  return exit_usage;
}

int dedup(const options& chosen) {
  complaints complain;
  const std::vector<source> sources = read_sources(chosen, complain);
  const std::vector<hantext::analysis> results =
      read_pages(sources, chosen, complain, [](std::string_view text) {
        return hantext::analysis{hantext::document(text), {}, {}};
      });
  const std::vector<hantext::report::page> pages = pages_of(sources, results);
  hantext::dedup::options how;
  how.threshold = chosen.threshold;
  const auto duplicates = hantext::report::find_duplicates(pages, how);
  switch (chosen.format) {
  case output_format::jsonl:
    return finish(chosen, hantext::report::duplicates_json_lines(pages, duplicates), complain);
  case output_format::csv:
    return finish(chosen, hantext::report::duplicates_csv(pages, duplicates), complain);
  case output_format::markdown:
    return finish(chosen, hantext::report::duplicates_markdown(pages, duplicates), complain);
  case output_format::html:
    return finish(chosen, hantext::report::html(pages, duplicates), complain);
  }
  return exit_usage;
}

int clean(const options& chosen) {
  complaints complain;
  const std::vector<source> sources = read_sources(chosen, complain);
  const std::vector<hantext::analysis> results =
      read_pages(sources, chosen, complain, [](std::string_view text) {
        return hantext::analysis{hantext::document(text), {}, {}};
      });
  std::string output;
  for (const hantext::analysis& result : results) {
    for (const hantext::paragraph& paragraph : result.page.paragraphs()) {
      output += paragraph.text.in(result.page.text());
      output += '\n';
    }
  }
  return finish(chosen, output, complain);
}

int validate(const options& chosen) {
  complaints complain;
  std::string output;
  for (const source& page : read_sources(chosen, complain)) {
    std::vector<hantext::error> errors;
    for (const hantext::error& problem : hantext::utf8::errors(page.text))
      errors.push_back(problem);
    complain_of_bytes(page.doc, errors, complain);
    if (errors.empty()) {
      output += page.doc + ": well-formed UTF-8, " + std::to_string(page.text.size()) + " bytes, " +
                std::to_string(hantext::utf8::count(page.text)) + " characters\n";
    }
  }
  return finish(chosen, output, complain);
}

} // namespace program
