/// \file
/// Metrics and initiatives of a page as typed records: who runs what, and by which figures.
///
/// `analyze(text)` does all: it repairs the page, runs the built-in rule pack (or a caller's) and
/// returns records whose every span points into the bytes as given. What counts as a metric and as
/// an initiative is decided by the rule pack alone; this header turns its matches into structs.
#pragma once

#include <hantext/chars.hpp>
#include <hantext/decimal.hpp>
#include <hantext/document.hpp>
#include <hantext/extract/period.hpp>
#include <hantext/lexicon.hpp>
#include <hantext/numeral.hpp>
#include <hantext/packs/china_gov.hpp>
#include <hantext/result.hpp>
#include <hantext/rules.hpp>
#include <hantext/utf8.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace hantext {

/// The direction in which a metric is said to have moved.
enum class trend : std::uint8_t { none, up, down };

/// Whether a metric says what is, or what is planned, aimed at or expected.
enum class mood : std::uint8_t { stated, planned };

/// What sort of thing an initiative is.
enum class initiative_kind : std::uint8_t { campaign, project, mechanism, plan, service };

/// How far an initiative has come, as far as the text says.
enum class initiative_status : std::uint8_t { unspecified, planned, ongoing, completed };

/// The name that records use: "none", "up", "down".
constexpr std::string_view to_string(trend value) noexcept;
/// The name that records use: "stated", "planned".
constexpr std::string_view to_string(mood value) noexcept;
/// The name that records use: "campaign", "project", …
constexpr std::string_view to_string(initiative_kind value) noexcept;
/// The name that records use: "unspecified", "planned", …
constexpr std::string_view to_string(initiative_status value) noexcept;

/// One quantity that states or plans a fact.
struct metric {
  span source;                       ///< bytes of the page as given
  span text;                         ///< bytes of `document::text()`
  std::size_t paragraph = 0;         ///< index into `document::paragraphs()`
  std::string quote;                 ///< the quantity as printed: modifiers, number, unit
  decimal value;                     ///< multiplier applied; the lower end of a range
  std::optional<decimal> value_high; ///< the upper end of a range
  std::string unit;                  ///< as printed: 元, 公里, 百分点
  std::optional<std::string> per;    ///< what a rate is for one of: 亩 of 每亩增收300元
  numeral::bound bound = numeral::bound::exact; ///< 超, 近, 约, …
  std::optional<std::string> indicator;         ///< what is measured
  hantext::trend trend = hantext::trend::none;  ///< up or down, where it is said
  hantext::mood mood = hantext::mood::stated;   ///< a fact or a plan
  std::optional<std::string> basis;  ///< what a change is compared with: 同比, 比上年, …
  std::optional<std::string> period; ///< the time that bounds the fact, as printed
  std::optional<std::string> actor;  ///< whom the fact is about, as printed
  /// Whom 该区, 我市 or 全县 means, where the page names one; else the actor. Where the paragraph
  /// names nobody, whom the article is about so far.
  std::optional<std::string> actor_resolved;
  std::optional<decimal> normalized; ///< the value in `base_unit`; the lower end of a range
  std::string base_unit;             ///< an SI unit, or 元; empty where the unit has none
  date_range days;                   ///< what `period` means, as far as it can be told
  std::string rule;                  ///< the rule that found it
};

/// A named or specifically described campaign, project, mechanism, plan or service.
struct initiative {
  span source;               ///< its first full mention, in bytes of the page as given
  span text;                 ///< bytes of `document::text()`
  std::size_t paragraph = 0; ///< index into `document::paragraphs()`
  std::string name;          ///< without quotation marks
  initiative_kind kind = initiative_kind::campaign;          ///< what sort of thing it is
  std::optional<std::string> actor;                          ///< who runs it, as printed
  std::optional<std::string> action;                         ///< the verb that binds it
  initiative_status status = initiative_status::unspecified; ///< how far it has come
  std::optional<std::string> period;         ///< the time that bounds it, as printed
  std::optional<std::string> actor_resolved; ///< as a metric's
  date_range days;                           ///< as a metric's
  std::optional<std::string> part_of; ///< the programme in whose list it stands: 十大行动
  std::vector<span> mentions;         ///< all mentions, in bytes of the page as given, in order
  std::vector<std::size_t> metrics;   ///< indexes of its metrics: those of its sentences
  std::string rule;                   ///< the rule that found it
};

/// All that was found on a page.
struct analysis {
  document page;                       ///< as repaired
  std::vector<metric> metrics;         ///< in the order of the text
  std::vector<initiative> initiatives; ///< in the order of their first mentions
  std::optional<date> day{};           ///< the page's: as given, or from its dateline
};

/// How a page is analysed.
struct analyze_options {
  /// The rules to run; null for the built-in pack. Records of type `metric` and `initiative` count,
  /// with the fields that packs/china_gov.hpp describes. To add rules to the built-in pack, compile
  /// its text and yours together.
  const rules::program* pack = nullptr;
  /// The day of the page, from which 今年以来 is counted; where absent, the page's dateline tells
  /// it.
  std::optional<hantext::date> date{};
};

/// The built-in pack, compiled once.
template <class = void> const rules::program& china_gov_program();

/// Analyses a page of bytes as found. Never fails: ill-formed bytes are listed in
/// `analysis::page.errors()`, the rest is analysed. Cost: linear in the text.
template <class = void> analysis analyze(std::string_view raw, const analyze_options& options = {});
/// Analyses a document that was made before; its offsets stay those of its source.
template <class = void> analysis analyze(document page, const analyze_options& options = {});

// --- details -----------------------------------------------------------------------------------

namespace detail {

template <class Enum> struct enum_name {
  Enum value;
  std::string_view name;
};

inline constexpr enum_name<trend> trend_names[] = {
    {trend::none, "none"}, {trend::up, "up"}, {trend::down, "down"}};

inline constexpr enum_name<mood> mood_names[] = {{mood::stated, "stated"},
                                                 {mood::planned, "planned"}};

inline constexpr enum_name<initiative_kind> initiative_kind_names[] = {
    {initiative_kind::campaign, "campaign"},
    {initiative_kind::project, "project"},
    {initiative_kind::mechanism, "mechanism"},
    {initiative_kind::plan, "plan"},
    {initiative_kind::service, "service"}};

inline constexpr enum_name<initiative_status> initiative_status_names[] = {
    {initiative_status::unspecified, "unspecified"},
    {initiative_status::planned, "planned"},
    {initiative_status::ongoing, "ongoing"},
    {initiative_status::completed, "completed"}};

template <class Enum, std::size_t N>
constexpr std::string_view name_of(const enum_name<Enum> (&names)[N], Enum value) noexcept {
  for (const enum_name<Enum>& known : names) {
    if (known.value == value) return known.name;
  }
  return {};
}

/// The value that a field names; the table's first where the field is missing or names none.
template <class Enum, std::size_t N>
Enum value_of(const enum_name<Enum> (&names)[N], const rules::field* field) noexcept {
  for (const enum_name<Enum>& known : names) {
    if (field != nullptr && known.name == field->value) return known.value;
  }
  return names[0].value;
}

template <class = void> numeral::bound bound_of(const rules::field* field) noexcept {
  using numeral::bound;
  for (const bound known :
       {bound::over, bound::under, bound::at_least, bound::at_most, bound::about}) {
    if (field != nullptr && field->value == to_string(known)) return known;
  }
  return bound::exact;
}

template <class = void> std::optional<std::string> text_of(const rules::field* field) {
  if (field == nullptr || field->value.empty()) return std::nullopt;
  return field->value;
}

inline bool is_quotation_mark(char32_t c) noexcept {
  switch (c) {
  case U'“':
  case U'”':
  case U'‘':
  case U'’':
  case U'「':
  case U'」':
  case U'『':
  case U'』':
  case U'｢':
  case U'｣':
  case U'"':
    return true;
  default:
    return false;
  }
}

/// The text without the characters that `unwanted` holds for.
template <class = void> std::string without(std::string_view text, bool (*unwanted)(char32_t)) {
  std::string out;
  for (const utf8::element element : utf8::elements(text)) {
    if (!unwanted(element.code_point)) out.append(text.substr(element.offset, element.length));
  }
  return out;
}

/// An index, by a name that a template knows only when it is used.
template <class> using index_for = std::size_t;

/// Turns matches into records.
template <class T = void> class basic_record_builder {
public:
  basic_record_builder(document page, const analyze_options& options)
      : pack_(options.pack != nullptr ? *options.pack : china_gov_program()) {
    out_.page = std::move(page);
    out_.day = options.date;
  }

  analysis run() {
    constexpr std::string_view wanted[] = {"metric", "initiative", "time",
                                           "actor",  "reference",  "dateline"};
    const std::vector<rules::match> matches = rules::engine(pack_, wanted).run(out_.page);
    index(matches);
    for (const rules::match& found : matches) {
      if (found.type == "metric") {
        add_metric(found);
      } else if (found.type == "initiative") {
        add_initiative(found);
      }
    }
    find_mentions();
    link_metrics();
    return std::move(out_);
  }

private:
  /// Notes where times and actors stand, and the page's day.
  void index(const std::vector<rules::match>& matches) {
    const rules::match* dateline = nullptr; // one that names no year
    for (const rules::match& found : matches) {
      if (found.type == "time") {
        times_.push_back(&found);
      } else if (found.type == "actor") {
        actors_.push_back(&found);
      } else if (found.type == "reference") {
        references_.push_back(&found);
      } else if (found.type == "dateline" && !out_.day) {
        const std::optional<date_range> days = resolve<T>(terms_of(found), std::nullopt);
        if (days && days->begin == days->end) out_.day = days->begin;
        if (!days && dateline == nullptr) dateline = &found;
      }
    }
    if (dateline != nullptr && !out_.day) out_.day = dated_by_page(*dateline);
  }

  /// The day of a dateline without a year, 本报3月5日电: in the year of the first date on the page
  /// that names its year and month.
  std::optional<date> dated_by_page(const rules::match& dateline) const noexcept {
    for (const rules::match* time : times_) {
      const time_terms named = terms_of(*time);
      if (named.month.empty() || (named.year.empty() && named.republic.empty())) continue;
      time_terms terms = terms_of(dateline);
      terms.year = named.year;
      terms.republic = named.republic;
      const std::optional<date_range> days = resolve<T>(terms, std::nullopt);
      return days ? days->begin : std::nullopt;
    }
    return std::nullopt;
  }

  /// The match that covers what a field was taken from.
  static const rules::match* match_at(const std::vector<const rules::match*>& matches,
                                      const rules::field* field) noexcept {
    if (field == nullptr || field->where.begin == field->where.end) return nullptr;
    const auto found = std::lower_bound(
        matches.begin(), matches.end(), field->where.begin,
        [](const rules::match* one, std::size_t at) { return one->where.begin < at; });
    return found != matches.end() && (*found)->where == field->where ? *found : nullptr;
  }

  static time_terms terms_of(const rules::match& time) noexcept {
    const auto term = [&](std::string_view name) {
      const rules::field* field = time.find(name);
      return field == nullptr ? std::string_view() : std::string_view(field->value);
    };
    return {term("year"),  term("republic"),  term("year_end"), term("shift"),
            term("month"), term("month_end"), term("day"),      term("day_end"),
            term("part"),  term("count"),     term("unit"),     term("reach")};
  }

  date_range days_of(const rules::match& record) const noexcept {
    const rules::match* time = match_at(times_, record.find("period"));
    if (time == nullptr) return {};
    const time_terms terms = terms_of(*time);
    if (terms.reach == "same") return days_of_same(*time, terms);
    return resolve<T>(terms, out_.day).value_or(date_range{});
  }

  /// 去年同期: the days that the nearest time before it in its paragraph means, in that year.
  date_range days_of_same(const rules::match& time, const time_terms& terms) const noexcept {
    const std::optional<int> years = number_of<T>(terms.shift);
    auto before = std::lower_bound(
        times_.begin(), times_.end(), time.where.begin,
        [](const rules::match* one, std::size_t at) { return one->where.begin < at; });
    for (std::size_t i = 0; i < search_limit && years && before != times_.begin(); ++i) {
      const rules::match& other = **--before;
      if (other.paragraph != time.paragraph) break;
      if (const std::optional<date_range> days = resolve<T>(terms_of(other), out_.day))
        return in_other_year(*days, *years);
    }
    return {};
  }

  /// Whether a place of the text lies in the article that holds a paragraph.
  bool is_in_article_of(std::size_t paragraph, std::size_t place) {
    if (articles_.empty()) articles_ = out_.page.articles();
    const auto own =
        std::upper_bound(articles_.begin(), articles_.end(), paragraph,
                         [](std::size_t at, const article& one) { return at < one.first; });
    return own == articles_.begin() || place >= out_.page.paragraphs()[(own - 1)->first].text.begin;
  }

  /// The name that `actor` is short for, with its own end (部门) kept: the nearest before it that
  /// ends in what it points to, else the first behind it. Without an actor, the same for whom the
  /// article is about so far.
  std::optional<std::string> resolved(const rules::match& record) {
    const rules::field* field = record.find("actor");
    if (field == nullptr) {
      field = record.find("above");
      if (field == nullptr || !is_in_article_of(record.paragraph, field->where.begin))
        return std::nullopt;
    }
    const rules::match* actor = match_at(actors_, field);
    const rules::field* of = actor == nullptr ? nullptr : actor->find("of");
    if (of == nullptr) return text_of(field);
    const rules::field* pointing = actor->find("pointing");
    if (pointing == nullptr) return text_of(field);
    const auto named = [&](const rules::match& other) -> std::string_view {
      if (other.find("of") != nullptr) return {};
      const std::string_view name = other.where.in(out_.page.text());
      constexpr std::size_t two_characters = 6;
      const std::size_t end = name.find(of->value, std::min(two_characters, name.size()));
      return end == std::string_view::npos ? std::string_view()
                                           : name.substr(0, end + of->value.size());
    };
    const std::size_t here = static_cast<std::size_t>(
        std::lower_bound(
            actors_.begin(), actors_.end(), actor->where.begin,
            [](const rules::match* one, std::size_t at) { return one->where.begin < at; }) -
        actors_.begin());
    std::string_view name;
    for (std::size_t i = here; i > 0 && name.empty() && here - i < search_limit; --i)
      name = named(*actors_[i - 1]);
    for (std::size_t i = here; i < actors_.size() && name.empty() && i - here < search_limit; ++i)
      name = named(*actors_[i]);
    if (name.empty()) return text_of(field);
    const std::string_view printed = actor->where.in(out_.page.text());
    return std::string(name).append(printed.substr(pointing->value.size()));
  }

  void add_metric(const rules::match& found) {
    const rules::field* value = found.find("value");
    if (value == nullptr) return;
    const result<decimal> number = parse_decimal(value->value);
    if (!number) return;
    metric made;
    made.source = out_.page.to_source(found.where);
    made.text = found.where;
    made.paragraph = found.paragraph;
    made.quote = without(found.where.in(out_.page.text()), chars::is_space);
    made.value = *number;
    if (const rules::field* times = found.find("times")) {
      const result<decimal> factor = parse_decimal(times->value);
      const result<decimal> product = factor ? multiply(made.value, *factor) : factor;
      if (product) made.value = *product;
    }
    if (const rules::field* high = found.find("value_high")) {
      if (const result<decimal> end = parse_decimal(high->value)) made.value_high = *end;
    }
    made.unit = text_of(found.find("unit")).value_or(std::string());
    made.per = text_of(found.find("per"));
    made.bound = bound_of(found.find("bound"));
    made.indicator = text_of(found.find("indicator"));
    made.trend = value_of(trend_names, found.find("trend"));
    made.mood = value_of(mood_names, found.find("mood"));
    made.basis = text_of(found.find("basis"));
    made.period = text_of(found.find("period"));
    made.actor = text_of(found.find("actor"));
    made.actor_resolved = resolved(found);
    made.days = days_of(found);
    if (const rules::field* factor = found.find("factor")) {
      const result<decimal> times = parse_decimal(factor->value);
      const result<decimal> product = times ? multiply(made.value, *times) : times;
      if (product) {
        made.normalized = *product;
        made.base_unit = text_of(found.find("base")).value_or(std::string());
      }
    }
    made.rule = std::string(found.rule);
    out_.metrics.push_back(std::move(made));
  }

  /// A name that was found before, or the part of one that stood in quotation marks, is a further
  /// mention, which `find_mentions` lists; it tells who and how far where the first did not.
  void add_initiative(const rules::match& found) {
    const std::string_view printed = found.where.in(out_.page.text());
    std::string name = without(printed, is_quotation_mark);
    if (name.empty()) return;
    const auto [known, is_new] = names_.try_emplace(name, out_.initiatives.size());
    if (!is_new) {
      initiative& first = out_.initiatives[known->second];
      if (first.status == initiative_status::unspecified)
        first.status = value_of(initiative_status_names, found.find("status"));
      if (!first.actor) {
        first.actor = text_of(found.find("actor"));
        first.actor_resolved = resolved(found);
      }
      return;
    }
    if (const std::string_view quoted = leading_quotation(printed); quoted.size() < printed.size())
      names_.try_emplace(without(quoted, is_quotation_mark), out_.initiatives.size());
    initiative made;
    made.source = out_.page.to_source(found.where);
    made.text = found.where;
    made.paragraph = found.paragraph;
    made.name = std::move(name);
    made.kind = value_of(initiative_kind_names, found.find("kind"));
    made.actor = text_of(found.find("actor"));
    made.action = text_of(found.find("action"));
    made.status = value_of(initiative_status_names, found.find("status"));
    made.period = text_of(found.find("period"));
    made.actor_resolved = resolved(found);
    made.days = days_of(found);
    made.part_of = text_of(found.find("part_of"));
    made.rule = std::string(found.rule);
    out_.initiatives.push_back(std::move(made));
  }

  /// “六清” of “六清”行动, with its marks; empty where no quotation leads.
  static std::string_view leading_quotation(std::string_view printed) noexcept {
    bool opened = false;
    for (const utf8::element element : utf8::elements(printed)) {
      const bool is_mark = is_quotation_mark(element.code_point);
      if (!opened && !is_mark) return {};
      if (opened && is_mark) return printed.substr(0, element.offset + element.length);
      opened = true;
    }
    return {};
  }

  /// Lists where the names stand in the text: with the marks of the first mention or without any,
  /// as a quotation alone, and as 该行动. A mention inside a longer name belongs to the longer one.
  void find_mentions() {
    std::vector<std::string_view> words;
    std::vector<std::size_t> owner;
    const auto add = [&](std::string_view word, std::size_t initiative) {
      if (word.empty()) return; // of words that come again the first counts
      words.push_back(word);
      owner.push_back(initiative);
    };
    const std::vector<initiative>& all = out_.initiatives;
    for (std::size_t i = 0; i < all.size(); ++i) {
      add(all[i].text.in(out_.page.text()), i);
      add(all[i].name, i);
    }
    for (std::size_t i = 0; i < all.size(); ++i)
      add(leading_quotation(all[i].text.in(out_.page.text())), i);
    if (words.empty()) return;
    const result<lexicon> names = lexicon::build(words);
    if (!names) return;
    std::vector<lexicon_match> found;
    names->for_each(out_.page.text(), [&](const lexicon_match& match) {
      while (!found.empty() && found.back().begin >= match.begin)
        found.pop_back();
      if (found.empty() || found.back().end <= match.begin) found.push_back(match);
    });
    auto reference = references_.begin();
    const auto refer_before = [&](std::size_t end) {
      for (; reference != references_.end() && (*reference)->where.begin < end; ++reference) {
        const rules::field* head = (*reference)->find("head");
        const std::size_t count = mentions_.size();
        for (std::size_t i = count; head != nullptr && i > 0 && count - i < search_limit; --i) {
          const std::size_t meant = mentions_[i - 1].initiative;
          if (!std::string_view(all[meant].name).ends_with(head->value)) continue;
          mentions_.push_back({(*reference)->where, meant});
          break;
        }
      }
    };
    for (const lexicon_match& match : found) {
      refer_before(match.begin);
      mentions_.push_back({{match.begin, match.end}, owner[match.word]});
    }
    refer_before(out_.page.text().size());
    for (const mention& one : mentions_)
      out_.initiatives[one.initiative].mentions.push_back(out_.page.to_source(one.text));
  }

  /// A metric belongs to the initiative that its sentence mentions last before it; one in front of
  /// the sentence's first mention, to that where nothing parts them.
  void link_metrics() {
    const std::vector<sentence>& sentences = out_.page.sentences();
    const std::vector<metric>& all = out_.metrics;
    std::size_t next_sentence = 0, next_metric = 0;
    for (std::size_t i = 0; i < mentions_.size(); ++i) {
      const span name = mentions_[i].text;
      while (next_sentence < sentences.size() && sentences[next_sentence].text.end <= name.begin)
        ++next_sentence;
      if (next_sentence == sentences.size()) return;
      std::size_t begin = sentences[next_sentence].text.begin;
      std::size_t end = sentences[next_sentence].text.end;
      if (i > 0) begin = std::max(begin, mentions_[i - 1].text.end);
      if (i + 1 < mentions_.size()) end = std::min(end, mentions_[i + 1].text.begin);
      while (next_metric < all.size() && all[next_metric].text.begin < begin)
        ++next_metric;
      for (; next_metric < all.size() && all[next_metric].text.end <= end; ++next_metric) {
        const span quantity = all[next_metric].text;
        if (quantity.end > name.begin || !is_parted(quantity.end, name.begin))
          out_.initiatives[mentions_[i].initiative].metrics.push_back(next_metric);
      }
    }
  }

  /// Whether a comma, a semicolon or a colon stands between two places.
  bool is_parted(std::size_t begin, std::size_t end) const noexcept {
    for (const utf8::element element :
         utf8::elements(out_.page.text().substr(begin, end - begin))) {
      const char32_t c = chars::fold_width(element.code_point);
      if (c == U',' || c == U';' || c == U'、' || c == U':') return true;
    }
    return false;
  }

  struct mention {
    span text;
    std::size_t initiative = 0;
  };
  static constexpr std::size_t search_limit = 256; // of records that may be looked through for one

  const rules::program& pack_;
  analysis out_;
  std::vector<article> articles_;               // of the page, once they are asked for
  std::vector<const rules::match*> times_;      // in the order of the text
  std::vector<const rules::match*> actors_;     // likewise
  std::vector<const rules::match*> references_; // likewise: 该行动
  std::vector<mention> mentions_;
  std::map<std::string, index_for<T>> names_; // of initiatives
};
using record_builder = basic_record_builder<>;

template <class = void> rules::program compile_china_gov() {
  result<rules::program> made = rules::compile(packs::china_gov(), "china_gov");
  return made ? std::move(*made) : rules::program{};
}

} // namespace detail

constexpr std::string_view to_string(trend value) noexcept {
  return detail::name_of(detail::trend_names, value);
}
constexpr std::string_view to_string(mood value) noexcept {
  return detail::name_of(detail::mood_names, value);
}
constexpr std::string_view to_string(initiative_kind value) noexcept {
  return detail::name_of(detail::initiative_kind_names, value);
}
constexpr std::string_view to_string(initiative_status value) noexcept {
  return detail::name_of(detail::initiative_status_names, value);
}

template <class> const rules::program& china_gov_program() {
  static const rules::program compiled = detail::compile_china_gov();
  return compiled;
}

template <class> analysis analyze(document page, const analyze_options& options) {
  return detail::record_builder(std::move(page), options).run();
}

template <class> analysis analyze(std::string_view raw, const analyze_options& options) {
  return analyze(document(raw), options);
}

} // namespace hantext
