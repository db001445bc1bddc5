#include "options.hpp"

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <iostream>
#include <span>
#include <string_view>
#include <utility>

#include "complaints.hpp"
#include "encoding.hpp"
#include "help.hpp"

namespace program {
namespace {

namespace numeral = hantext::numeral;

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
    {"number", command::number, "TEXT…|-",
     "Reads Chinese numerals and sums of money, or writes them with --to. - reads a text a line.",
     "hantext number 三万五千 1.5亿 三百五          # 35000, 150000000, 350\n"
     "hantext number --explain 3至5万 一百百       # how it was understood, or where it failed\n"
     "hantext number --scan 全县3万5千户           # every numeral of a running text\n"
     "hantext number --to money --renminbi 12.5   # 人民币壹拾贰元伍角\n"
     "hantext number --to compact --places 2 --round half-up 1234567   # 123.46万\n"
     "hantext number --to lower --traditional --liang 20005            # 兩萬零五"},
    {"validate", command::validate, "PATH…|-",
     "Checks that files are well-formed UTF-8; names the byte and the mistake.",
     "hantext validate pages/"},
    {"check", command::check, "RULES…",
     "Compiles rule files on top of the built-in pack, runs the examples in them and warns of what "
     "looks wrong.",
     "hantext check my.rules"},
    {"explain", command::explain, "PATH…|-",
     "Shows where a rule matched, where it nearly did, and what stopped it there.",
     "hantext explain --rules my.rules --rule drill.named page.txt"},
};

// The words that an argument may be, and what they mean.
constexpr std::pair<std::string_view, output_format> formats[] = {
    {"jsonl", output_format::jsonl},
    {"csv", output_format::csv},
    {"md", output_format::markdown},
    {"html", output_format::html},
};
constexpr std::pair<std::string_view, page_scope> scopes[] = {
    {"everywhere", page_scope::everywhere},
    {"within", page_scope::within},
    {"across", page_scope::across},
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
constexpr std::pair<std::string_view, numeral::style> styles[] = {
    {"lower", numeral::style::lower},     {"upper", numeral::style::upper},
    {"digits", numeral::style::digits},   {"money", numeral::style::money},
    {"ordinal", numeral::style::ordinal}, {"compact", numeral::style::compact},
    {"arabic", numeral::style::arabic},
};
constexpr std::pair<std::string_view, numeral::zero_sign> zeros[] = {
    {"ling", numeral::zero_sign::ling},
    {"circle", numeral::zero_sign::circle},
};
constexpr std::pair<std::string_view, numeral::mode> modes[] = {
    {"strict", numeral::mode::strict},
    {"normal", numeral::mode::normal},
    {"lenient", numeral::mode::lenient},
};
constexpr std::pair<std::string_view, numeral::zhao> powers_of_zhao[] = {
    {"6", numeral::zhao::million},
    {"12", numeral::zhao::trillion},
    {"16", numeral::zhao::ten_quadrillion},
};
constexpr std::pair<std::string_view, hantext::rounding> roundings[] = {
    {"exact", hantext::rounding::exact},     {"half-even", hantext::rounding::half_even},
    {"half-up", hantext::rounding::half_up}, {"down", hantext::rounding::down},
    {"up", hantext::rounding::up},           {"floor", hantext::rounding::floor},
    {"ceiling", hantext::rounding::ceiling},
};
// Those that people have; iconv knows more.
constexpr std::string_view encodings[] = {"gb18030", "gbk", "big5", "utf-8", "utf-16"};

template <class T, std::size_t N>
std::vector<std::string_view> words_of(const std::pair<std::string_view, T> (&choices)[N]) {
  std::vector<std::string_view> words;
  for (const auto& choice : choices)
    words.push_back(choice.first);
  return words;
}

const flag_help flags[] = {
    {"--format", "FORMAT", " extract dedup ", "jsonl (the default), csv, md or html",
     words_of(formats), "-f"},
    {"--rule", "NAME", " explain ", "the rule, such as metric.any; it must be given"},
    {"--all", "", " explain ",
     "every near miss, not only the nearest; all that could have gone on, what guards saw"},
    {"--rules", "FILE", " extract explain ",
     "rules to run beside the built-in ones; may be given again"},
    {"--date", "YYYY-MM-DD", " extract ",
     "the day of the pages, for 今年以来; else that of their dateline"},
    {"--threshold", "SHARE", " dedup ", "how alike paragraphs must be, from 0.5 to 1 (0.8)"},
    {"--scope", "SCOPE", " dedup ", "everywhere (the default), or within or across pages only",
     words_of(scopes)},
    {"--run", "N", " dedup ", "find runs of N characters, at least 12, that paragraphs share"},
    {"--drop", "", " dedup ", "write the pages without the copies, one paragraph a line"},
    {"--lang", "LANGUAGE", " extract dedup ", "of the html report: zh, en or auto (the reader's)",
     words_of(languages)},
    {"--bom", "", " extract dedup ", "begin csv with a byte order mark, for spreadsheets"},
    {"--input", "KIND", " extract dedup clean ", "text (the default), or jsonl: an object a line",
     words_of(inputs)},
    {"--to", "STYLE", " number ",
     "lower 三万五千, upper 叁万伍仟, digits 三五〇〇〇, money 叁万伍仟元整,\n"
     "ordinal 第三, compact 3.5万, arabic 35000",
     words_of(styles)},
    {"--traditional", "", " number ", "with --to: 萬億貳參陸 for 万亿贰叁陆"},
    {"--zero", "KIND", " number ", "with --to: ling 零 or circle 〇 (〇 in digits, else 零)",
     words_of(zeros)},
    {"--liang", "", " number ", "with --to lower: 两 for 二 where it is said so: 两千"},
    {"--renminbi", "", " number ", "with --to money: 人民币 in front"},
    {"--zheng", "", " number ", "with --to money: 整 after 角 too"},
    {"--places", "N", " number ", "at most N digits behind the point; needs --round"},
    {"--round", "MODE", " number ",
     "half-up 四舍五入, half-even, down, up, floor, ceiling; exact (the default)\n"
     "refuses what has more places",
     words_of(roundings)},
    {"--mode", "MODE", " number ",
     "normal (the default), strict: normal forms only, lenient: damaged print too",
     words_of(modes)},
    {"--zhao", "POWER", " number ", "兆 is 10 to the power of 12 (the default), 6 or 16",
     words_of(powers_of_zhao)},
    {"--large-units", "", " number ", "京 垓 秭 and so on up to 载, 10 to the power of 44"},
    {"--accounting", "", " number ", "the rarer accounting characters too: 壱 弐 漆 阡 陌"},
    {"--stacked", "", " number ", "multipliers may stand upon each other: 万万亿"},
    {"--codes", "", " number ", "two neighbouring digits are a code: 三四 is 34, not 3 to 4"},
    {"--scan", "", " number ", "find the numerals of running text, with their bytes"},
    {"--explain", "", " number ", "show how each numeral was understood"},
    {"--field", "NAME", " extract dedup clean ",
     "with jsonl: the member that holds the text (text); a.b for one inside another"},
    {"--id", "NAME", " extract dedup clean ",
     "with jsonl: the member that names it (id), likewise"},
    {"--encoding",
     "NAME",
     " extract dedup clean explain ",
     "of the input: gb18030, gbk, big5, … (UTF-8); offsets then count bytes of it as UTF-8",
     {std::begin(encodings), std::end(encodings)}},
    {"--jobs",
     "N",
     " extract dedup clean ",
     "work on N pages at once (one a core); the output is the same",
     {},
     "-j"},
    {"--map", "", " clean ",
     "begin each line with file, first byte, byte after the last, and kind, tabs between"},
    {"-o",
     "OUT",
     " extract dedup ",
     "write to the file OUT; html with OUT a folder: many files, for many pages",
     {},
     "--output"},
    {"-o", "OUT", " clean number explain ", "write to the file OUT", {}, "--output"},
    {"--quiet",
     "",
     " extract dedup clean number validate check explain ",
     "no progress and no hints; errors are told",
     {},
     "-q"},
    {"--help",
     "",
     " extract dedup clean number validate check explain ",
     "print this help",
     {},
     "-h"},
};

// How many letters must be added, dropped, changed, or swapped with the next to turn one word into
// the other.
std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::vector<std::size_t>> table(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) {
    for (std::size_t j = 0; j <= b.size(); ++j) {
      if (i == 0 || j == 0) {
        table[i][j] = i + j;
        continue;
      }
      const std::size_t change = table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
      table[i][j] = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1, change});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        table[i][j] = std::min(table[i][j], table[i - 2][j - 2] + 1);
    }
  }
  return table[a.size()][b.size()];
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
  if (name == "--scope") return choose<page_scope>(value, scopes, chosen.scope, mistake);
  if (name == "--to") return choose<numeral::style>(value, styles, chosen.to.emplace(), mistake);
  if (name == "--zero")
    return choose<numeral::zero_sign>(value, zeros, chosen.written.zero, mistake);
  if (name == "--round")
    return choose<hantext::rounding>(value, roundings, chosen.written.rounding, mistake);
  if (name == "--mode") return choose<numeral::mode>(value, modes, chosen.reading.mode, mistake);
  if (name == "--zhao")
    return choose<numeral::zhao>(value, powers_of_zhao, chosen.reading.zhao, mistake);
  if (name == "--traditional") {
    chosen.written.script = numeral::script::traditional;
  } else if (name == "--liang") {
    chosen.written.liang = true;
  } else if (name == "--renminbi") {
    chosen.written.renminbi = true;
  } else if (name == "--zheng") {
    chosen.written.zheng_after_jiao = true;
  } else if (name == "--places") {
    if (!read_number(value, chosen.written.places))
      mistake = in_quotes(value) + " is not a number of places";
  } else if (name == "--codes") {
    chosen.reading.prefer_digit_strings = true;
  } else if (name == "--large-units") {
    chosen.reading.large_units = true;
  } else if (name == "--accounting") {
    chosen.reading.accounting_variants = true;
  } else if (name == "--stacked") {
    chosen.reading.stacked_multipliers = true;
  } else if (name == "--drop") {
    chosen.drop = true;
  } else if (name == "--map") {
    chosen.map = true;
  } else if (name == "--scan") {
    chosen.scan = true;
  } else if (name == "--explain") {
    chosen.explain = true;
  } else if (name == "--all") {
    chosen.all = true;
  } else if (name == "--rule") {
    chosen.rule = value;
  } else if (name == "--rules") {
    chosen.rules.push_back(value);
  } else if (name == "--date") {
    chosen.date = hantext::parse_date(value);
    if (!chosen.date) mistake = in_quotes(value) + " is not a day such as 2024-03-05";
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
    if (!is_encoding(value))
      mistake = in_quotes(value) + " is no encoding that is known here" +
                suggestion(value, {std::begin(encodings), std::end(encodings)});
  } else if (name == "-o") {
    chosen.out = value;
  } else if (name == "--jobs") {
    if (!read_number(value, chosen.jobs) || chosen.jobs < 1 || chosen.jobs > 1024)
      mistake = in_quotes(value) + " is not a number of jobs from 1 to 1024";
  } else if (name == "--run") {
    if (!read_number(value, chosen.run) || chosen.run < 12)
      mistake = in_quotes(value) + " is not a number of characters from 12";
  } else if (name == "--threshold") {
    if (!read_number(value, chosen.threshold) ||
        !(chosen.threshold >= 0.5 && chosen.threshold <= 1))
      mistake = in_quotes(value) + " is not a share from 0.5 to 1";
  }
  return mistake.empty();
}

// The flag of a command, or null.
const flag_help* find_flag(std::string_view name, std::string_view command) {
  for (const flag_help& flag : flags)
    if ((flag.name == name || flag.also == name) && taken_by(flag, command)) return &flag;
  return nullptr;
}

// Whoever gave a flag that the command has not: what may have been meant.
std::string meant_instead(std::string_view name, std::string_view command) {
  for (const command_help& other : commands)
    if (find_flag(name, other.name) != nullptr) return "; " + in_quotes(other.name) + " has one";
  std::vector<std::string_view> names;
  for (const flag_help& flag : flags) {
    if (!taken_by(flag, command)) continue;
    names.push_back(flag.name);
    if (!flag.also.empty()) names.push_back(flag.also);
  }
  return suggestion(name, names);
}

bool is_negative_number(std::string_view word) {
  return word.size() > 1 && word[0] == '-' &&
         (word[1] == '.' || (word[1] >= '0' && word[1] <= '9'));
}

} // namespace

std::string suggestion(std::string_view word, const std::vector<std::string_view>& known) {
  std::string_view nearest;
  std::size_t least = std::max<std::size_t>(1, word.size() / 3) + 1;
  for (const std::string_view candidate : known) {
    // A word that was begun rightly is as near as one with a letter wrong.
    const bool begun = word.size() > 3 && candidate.starts_with(word);
    const std::size_t distance = begun ? 1 : edit_distance(word, candidate);
    if (distance < least) {
      least = distance;
      nearest = candidate;
    }
  }
  if (nearest.empty()) return {};
  std::string hint = "; did you mean ";
  return hint.append(in_quotes(nearest)).append("?");
}

int complain_of_usage(std::string_view what, std::string_view of) {
  std::cerr << message_head() << what << "\ntry 'hantext" << (of.empty() ? "" : " ") << of
            << " --help'\n";
  return exit_usage;
}

std::optional<options> read_options(int argc, char** argv, int& exit_code) {
  std::vector<std::string> words(argv, argv + std::max(argc, 0));
  const auto fail = [&](const std::string& what, std::string_view of) -> std::optional<options> {
    exit_code = complain_of_usage(what, of);
    return std::nullopt;
  };

  if (words.empty()) {
    print_usage(std::cerr, commands);
    exit_code = exit_usage;
    return std::nullopt;
  }
  exit_code = exit_done;
  if (words[0] == "help") // `help clean` is `clean --help`
    words = words.size() > 1 ? std::vector<std::string>{words[1], "--help"}
                             : std::vector<std::string>{"--help"};
  if (words[0] == "--help" || words[0] == "-h") {
    print_usage(std::cout, commands);
    return std::nullopt;
  }
  if (words[0] == "--version" || words[0] == "version" || words[0] == "-V" || words[0] == "-v") {
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
    if (const std::string meant =
            suggestion(words[0], {"--help", "--version", "--completion", "--manual"});
        words[0].starts_with("--") && !meant.empty())
      return fail("unknown option " + in_quotes(words[0]) + meant, "");
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
    std::string value;
    bool has_value = equals != std::string::npos;
    if (has_value) value = word.substr(equals + 1);
    const flag_help* flag = find_flag(name, command->name);
    if (flag == nullptr && word.size() > 2 && word[1] != '-') { // -j2 is -j 2
      flag = find_flag(word.substr(0, 2), command->name);
      if (flag != nullptr && flag->argument.empty()) flag = nullptr;
      if (flag != nullptr) {
        name = word.substr(0, 2);
        value = word.substr(2);
        has_value = true;
      }
    }
    if (flag == nullptr)
      return fail(in_quotes(command->name) + " has no option " + in_quotes(name) +
                      meant_instead(name, command->name),
                  command->name);
    if (flag->name == "--help") {
      print_help(std::cout, *command, flags);
      return std::nullopt;
    }
    if (flag->argument.empty()) {
      if (has_value) return fail("option " + in_quotes(name) + " takes no value", command->name);
    } else if (!has_value && ++i < words.size()) {
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
  if (chosen.command == command::explain && chosen.rule.empty())
    return fail("'explain' needs a rule: --rule NAME", command->name);
  return chosen;
}

} // namespace program
