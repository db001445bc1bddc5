#include "commands.hpp"

#include <cerrno>
#include <cstdio>
#include <cstring>
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
#include <hantext/numeral.hpp>
#include <hantext/packs/china_gov.hpp>
#include <hantext/report.hpp>
#include <hantext/rules.hpp>
#include <hantext/utf8.hpp>

#include "complaints.hpp"
#include "encoding.hpp"
#include "input.hpp"
#include "parallel.hpp"

namespace program {
namespace {

// Writes to a file, or to standard output where `path` is empty.
bool write_file(const std::string& path, std::string_view output, complaints& complain) {
  std::FILE* file = path.empty() ? stdout : std::fopen(path.c_str(), "wb");
  bool written = file != nullptr;
  if (written) {
    written = std::fwrite(output.data(), 1, output.size(), file) == output.size();
    written = (file == stdout ? std::fflush(file) : std::fclose(file)) == 0 && written;
  }
  if (!written) complain.add(path.empty() ? "standard output" : path, std::strerror(errno));
  return written;
}

// Writes to the file of -o, or to standard output.
int finish(const options& chosen, std::string_view output, complaints& complain) {
  write_file(chosen.out, output, complain);
  return complain.any() ? exit_bad_input : exit_done;
}

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

// What stands around a number, in digits (over 30, 12–15, 30%) and in Chinese numerals (超过三十,
// 十二至十五, 百分之三十).
struct surroundings {
  std::string_view before;
  std::string_view between;
  std::string_view after;
};

surroundings words_around(const hantext::numeral::parsed<hantext::decimal>& number, bool chinese) {
  constexpr std::string_view bounds[][2] = {
      {"", ""},
      {"over ", "超过"},
      {"under ", "不足"},
      {"at least ", "至少"},
      {"at most ", "至多"},
      {"about ", "约"},
  };                                                             // in the order of numeral::bound
  constexpr std::string_view ratios[] = {"", "%", "‰", "‱", ""}; // of numeral::ratio
  const std::string_view before = bounds[static_cast<std::size_t>(number.limit)][chinese ? 1 : 0];
  if (chinese) return {before, "至", ""};
  return {before, "–", ratios[static_cast<std::size_t>(number.ratio)]};
}

// The 百分之 before a share written in Chinese; `write` writes a number.
template <class Write>
std::optional<std::string> share_before(const hantext::numeral::parsed<hantext::decimal>& number,
                                        Write write) {
  switch (number.ratio) {
  case hantext::numeral::ratio::none:
    return "";
  case hantext::numeral::ratio::percent:
    return "百分之";
  case hantext::numeral::ratio::per_mille:
    return "千分之";
  case hantext::numeral::ratio::per_ten_thousand:
    return "万分之";
  case hantext::numeral::ratio::fraction:
    break;
  }
  std::optional<std::string> parts = write(hantext::decimal(number.denominator));
  if (parts) *parts += "分之";
  return parts;
}

} // namespace

int extract(const options& chosen) {
  complaints complain(chosen.quiet);
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
    return finish(chosen, hantext::report::csv(pages, {chosen.byte_order_mark}), complain);
  case output_format::markdown:
    return finish(chosen, hantext::report::markdown(pages, duplicates), complain);
  case output_format::html:
    return finish_html(chosen, pages, duplicates, complain);
  }
  return exit_usage;
}

int dedup(const options& chosen) {
  complaints complain(chosen.quiet);
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

int number(const options& chosen) {
  namespace numeral = hantext::numeral;
  using wanted = std::optional<std::string>;
  const bool chinese = chosen.to != number_style::none && chosen.to != number_style::arabic;
  const numeral::style style = chosen.to == number_style::upper    ? numeral::style::upper
                               : chosen.to == number_style::digits ? numeral::style::digits
                               : chosen.to == number_style::money  ? numeral::style::money
                                                                   : numeral::style::lower;
  complaints complain(chosen.quiet);
  std::string output;
  for (const std::string& text : chosen.operands) {
    const std::string where = in_quotes(text);
    const auto read = numeral::parse(std::string_view(text));
    if (!read) {
      complain.add(where, read.error().offset, read.error().message());
      continue;
    }
    const auto write = [&](const hantext::decimal& value) -> wanted {
      if (!chinese) return hantext::to_string(value);
      const auto written = numeral::format(value, style);
      if (written) return *written;
      complain.add(where, written.error().message());
      return std::nullopt;
    };
    const bool share = read->ratio != numeral::ratio::none;
    if (share && chosen.to == number_style::money) {
      complain.add(where, "a share is not an amount of money");
      continue;
    }
    const surroundings around = words_around(*read, chinese);
    const wanted before = chinese ? share_before(*read, write) : "";
    const wanted low = before ? write(read->value) : before;
    const wanted high = low && read->is_range ? write(read->high) : low;
    if (!high) continue;
    output += around.before;
    output += *before + *low;
    if (read->is_range) output += std::string(around.between) + *high;
    output += around.after;
    if (!chinese && read->ratio == numeral::ratio::fraction)
      output.append("/").append(std::to_string(read->denominator));
    output += '\n';
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
