#include "options.hpp"

#include <algorithm>
#include <charconv>
#include <iostream>
#include <span>
#include <string_view>
#include <utility>

#include "complaints.hpp"
#include "encoding.hpp"
#include "help.hpp"

namespace program {
namespace {

constexpr command_help commands[] = {
    {"extract", command::extract, "PATH…|-",
     "Finds metrics and initiatives in pages, and the paragraphs that are printed again.",
     "hantext extract --format html -o report.html pages/"},
    {"dedup", command::dedup, "PATH…|-",
     "Finds the duplicate paragraphs within and across all pages given.",
     "hantext dedup --threshold 0.9 --format md pages/"},
    {"clean", command::clean, "PATH…|-",
     "Repairs pages whose lines were cut or spaced out; prints one paragraph a line.",
     "hantext clean page.txt > page.clean.txt"},
    {"number", command::number, "TEXT…", "Reads Chinese numerals, or writes them with --to.",
     "hantext number 三万五千; hantext number --to upper 12.5"},
    {"validate", command::validate, "PATH…|-",
     "Checks that files are well-formed UTF-8; names the byte and the mistake.",
     "hantext validate pages/"},
};

const flag_help flags[] = {
    {"--format",
     "FORMAT",
     " extract dedup ",
     "jsonl (the default), csv, md or html",
     {"jsonl", "csv", "md", "html"}},
    {"--rules", "FILE", " extract ", "rules to run beside the built-in ones; may be given again"},
    {"--threshold", "SHARE", " dedup ", "how alike paragraphs must be, from 0.5 to 1 (0.8)"},
    {"--to",
     "STYLE",
     " number ",
     "lower 三万五千, upper 叁万伍仟, digits 三五〇〇〇, money 叁万伍仟元整, arabic 35000",
     {"lower", "upper", "digits", "money", "arabic"}},
    {"--lang",
     "LANGUAGE",
     " extract dedup ",
     "of the html report: zh, en or auto (the reader's)",
     {"zh", "en", "auto"}},
    {"--bom", "", " extract dedup ", "begin csv with a byte order mark, for spreadsheets"},
    {"--input",
     "KIND",
     " extract dedup clean ",
     "text (the default), or jsonl: an object a line",
     {"text", "jsonl"}},
    {"--field", "NAME", " extract dedup clean ",
     "with jsonl: the member that holds the text (text); a.b for one inside another"},
    {"--id", "NAME", " extract dedup clean ",
     "with jsonl: the member that names it (id), likewise"},
    {"--encoding",
     "NAME",
     " extract dedup clean ",
     "of the input: gb18030, gbk, big5, … (UTF-8); offsets then count bytes of it as UTF-8",
     {"gb18030", "gbk", "big5", "utf-8", "utf-16"}},
    {"--jobs", "N", " extract dedup clean ", "work on N pages at once; the output is the same"},
    {"-o", "OUT", " extract dedup clean number ",
     "write to the file OUT; html with OUT a folder: many files, for many pages"},
    {"--quiet", "", " extract dedup clean validate ", "no progress and no hints; errors are told"},
    {"--help", "", " extract dedup clean number validate ", "print this help"},
};

constexpr std::pair<std::string_view, output_format> formats[] = {
    {"jsonl", output_format::jsonl},
    {"csv", output_format::csv},
    {"md", output_format::markdown},
    {"html", output_format::html},
};
constexpr std::pair<std::string_view, input_format> inputs[] = {
    {"text", input_format::text},
    {"jsonl", input_format::jsonl},
};
constexpr std::pair<std::string_view, hantext::report::language> languages[] = {
    {"auto", hantext::report::language::automatic},
    {"zh", hantext::report::language::chinese},
    {"en", hantext::report::language::english},
};
constexpr std::pair<std::string_view, number_style> styles[] = {
    {"lower", number_style::lower},   {"upper", number_style::upper},
    {"digits", number_style::digits}, {"money", number_style::money},
    {"arabic", number_style::arabic},
};

// How many letters must be added, dropped or changed to turn one word into the other.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j)
    row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i);
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = std::exchange(row[j], std::min({row[j] + 1, row[j - 1] + 1, change}));
    }
  }
  return row.back();
}

// "; did you mean 'x'?" for the nearest of the words, or nothing where none is near.
std::string suggestion(std::string_view word, const std::vector<std::string_view>& known) {
  std::string_view nearest;
  std::size_t least = std::max<std::size_t>(2, word.size() / 3) + 1;
  for (const std::string_view candidate : known) {
    const std::size_t distance = edit_distance(word, candidate);
    if (distance < least) {
      least = distance;
      nearest = candidate;
    }
  }
  if (nearest.empty()) return {};
  std::string hint = "; did you mean ";
  return hint.append(in_quotes(nearest)).append("?");
}

template <class T>
bool choose(std::string_view word, std::span<const std::pair<std::string_view, T>> choices,
            T& chosen, std::string& mistake) {
  std::vector<std::string_view> names;
  std::string list;
  for (const auto& [name, value] : choices) {
    if (name == word) {
      chosen = value;
      return true;
    }
    names.push_back(name);
    list.append(list.empty() ? "" : ", ").append(name);
  }
  mistake = in_quotes(word) + " is not one of " + list + suggestion(word, names);
  return false;
}

template <class T> bool read_number(std::string_view word, T& number) {
  const auto [end, problem] = std::from_chars(word.data(), word.data() + word.size(), number);
  return problem == std::errc() && end == word.data() + word.size();
}

// Takes one flag's value; false with a mistake where the value will not do.
bool apply(options& chosen, std::string_view name, const std::string& value, std::string& mistake) {
  if (name == "--format") return choose<output_format>(value, formats, chosen.format, mistake);
  if (name == "--lang")
    return choose<hantext::report::language>(value, languages, chosen.language, mistake);
  if (name == "--input") return choose<input_format>(value, inputs, chosen.input, mistake);
  if (name == "--to") return choose<number_style>(value, styles, chosen.to, mistake);
  if (name == "--rules") {
    chosen.rules.push_back(value);
  } else if (name == "--field") {
    chosen.field = value;
  } else if (name == "--id") {
    chosen.id = value;
  } else if (name == "--bom") {
    chosen.byte_order_mark = true;
  } else if (name == "--quiet") {
    chosen.quiet = true;
  } else if (name == "--encoding") {
    chosen.encoding = value;
    if (!is_encoding(value)) mistake = in_quotes(value) + " is no encoding that is known here";
  } else if (name == "-o") {
    chosen.out = value;
  } else if (name == "--jobs") {
    if (!read_number(value, chosen.jobs) || chosen.jobs < 1 || chosen.jobs > 1024)
      mistake = in_quotes(value) + " is not a number of jobs from 1 to 1024";
  } else if (name == "--threshold") {
    if (!read_number(value, chosen.threshold) ||
        !(chosen.threshold >= 0.5 && chosen.threshold <= 1))
      mistake = in_quotes(value) + " is not a share from 0.5 to 1";
  }
  return mistake.empty();
}

bool is_negative_number(std::string_view word) {
  return word.size() > 1 && word[0] == '-' &&
         (word[1] == '.' || (word[1] >= '0' && word[1] <= '9'));
}

} // namespace

std::optional<options> read_options(int argc, char** argv, int& exit_code) {
  const std::vector<std::string> words(argv, argv + std::max(argc, 0));
  const auto fail = [&](const std::string& what, std::string_view of) -> std::optional<options> {
    std::cerr << message_head() << what << "\ntry 'hantext" << (of.empty() ? "" : " ") << of
              << " --help'\n";
    exit_code = exit_usage;
    return std::nullopt;
  };

  if (words.empty()) {
    print_usage(std::cerr, commands);
    exit_code = exit_usage;
    return std::nullopt;
  }
  exit_code = exit_done;
  if (words[0] == "--help" || words[0] == "-h") {
    print_usage(std::cout, commands);
    return std::nullopt;
  }
  if (words[0] == "--version") {
    std::cout << "hantext " HANTEXT_VERSION "\n";
    return std::nullopt;
  }
  if (words[0] == "--completion") {
    print_completion(std::cout, commands, flags);
    return std::nullopt;
  }
  if (words[0] == "--manual") {
    print_manual(std::cout, commands, flags);
    return std::nullopt;
  }
  const auto* command = std::find_if(std::begin(commands), std::end(commands),
                                     [&](const command_help& c) { return c.name == words[0]; });
  if (command == std::end(commands)) {
    std::vector<std::string_view> names;
    for (const command_help& known : commands)
      names.push_back(known.name);
    if (words[0].starts_with('-'))
      return fail(in_quotes(words[0]) + " stands before the command; name the command first", "");
    return fail("unknown command " + in_quotes(words[0]) + suggestion(words[0], names), "");
  }

  options chosen;
  chosen.command = command->command;
  bool only_operands = false;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const std::string& word = words[i];
    if (only_operands || word == "-" || !word.starts_with('-') ||
        (chosen.command == command::number && is_negative_number(word))) {
      chosen.operands.push_back(word);
      continue;
    }
    if (word == "--") {
      only_operands = true;
      continue;
    }
    const std::size_t equals = word.find('=');
    std::string name = word.substr(0, equals);
    if (name == "-h") name = "--help";
    if (name == "-q") name = "--quiet";
    const auto* flag = std::find_if(std::begin(flags), std::end(flags),
                                    [&](const flag_help& f) { return f.name == name; });
    if (flag == std::end(flags) || !taken_by(*flag, command->name)) {
      std::vector<std::string_view> names;
      for (const flag_help& known : flags) {
        if (taken_by(known, command->name)) names.push_back(known.name);
      }
      return fail(in_quotes(command->name) + " has no option " + in_quotes(name) +
                      suggestion(name, names),
                  command->name);
    }
    if (flag->name == "--help") {
      print_help(std::cout, *command, flags);
      return std::nullopt;
    }
    std::string value;
    if (equals != std::string::npos) {
      value = word.substr(equals + 1);
      if (flag->argument.empty())
        return fail("option " + in_quotes(name) + " takes no value", command->name);
    } else if (!flag->argument.empty() && ++i < words.size()) {
      value = words[i];
    }
    if (value.empty() && !flag->argument.empty())
      return fail("option " + in_quotes(name) + " needs a value: " + name + " " +
                      std::string(flag->argument),
                  command->name);
    std::string mistake;
    if (!apply(chosen, flag->name, value, mistake))
      return fail("option " + in_quotes(name) + ": " + mistake, command->name);
  }
  if (chosen.operands.empty()) {
    return fail(in_quotes(command->name) + " needs " +
                    (chosen.command == command::number ? "a number to read"
                                                       : "a file, a folder or - to read"),
                command->name);
  }
  return chosen;
}

} // namespace program
