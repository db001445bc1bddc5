#include <hantext/extract.hpp>

#include "catch.hpp"

#include <string>
#include <string_view>

namespace {

std::string or_dash(const std::optional<std::string>& text) { return text.value_or("-"); }

/// "quote value[..high] unit bound trend basis indicator period actor" for every metric.
std::string metrics_of(std::string_view text) {
  const hantext::analysis found = hantext::analyze(text);
  std::string out;
  for (const hantext::metric& m : found.metrics) {
    if (!out.empty()) out += " | ";
    out += m.quote + ' ' + to_string(m.value);
    if (m.value_high) out += ".." + to_string(*m.value_high);
    out += ' ' + m.unit + ' ' + std::string(to_string(m.bound)) + ' ' +
           std::string(to_string(m.trend)) + ' ' + or_dash(m.basis) + ' ' + or_dash(m.indicator) +
           ' ' + or_dash(m.period) + ' ' + or_dash(m.actor);
  }
  return out;
}

/// "name kind status actor action" for every initiative.
std::string initiatives_of(std::string_view text) {
  const hantext::analysis found = hantext::analyze(text);
  std::string out;
  for (const hantext::initiative& i : found.initiatives) {
    if (!out.empty()) out += " | ";
    out += i.name + ' ' + std::string(to_string(i.kind)) + ' ' + std::string(to_string(i.status)) +
           ' ' + or_dash(i.actor) + ' ' + or_dash(i.action);
  }
  return out;
}

struct sample {
  const char* what;
  const char* text;
  const char* found;
};

} // namespace

TEST_CASE("the built-in pack compiles") {
  const hantext::result<hantext::rules::program> made =
      hantext::rules::compile(hantext::packs::china_gov);
  if (!made) {
    const auto at = hantext::rules::locate(hantext::packs::china_gov, made.error().offset);
    FAIL("line " << at.line << ", column " << at.column << ": "
                 << std::string(made.error().message()));
  }
  CHECK(hantext::china_gov_program().rule_names().size() > 20);
}
