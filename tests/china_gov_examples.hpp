#pragma once

#include <hantext/extract.hpp>

#include <optional>
#include <string>
#include <string_view>

/// The records of a text as lines of china_gov_examples.txt, which says what they hold.
namespace examples {

inline void add(std::string& line, std::string_view before,
                const std::optional<std::string>& value) {
  if (value) line.append(before).append(*value);
}

inline std::string line_of(const hantext::metric& m) {
  std::string line = "=> " + m.quote + " | " + to_string(m.value);
  if (m.value_high) line += ".." + to_string(*m.value_high);
  if (!m.unit.empty()) line += ' ' + m.unit;
  if (m.bound != hantext::numeral::bound::exact) line.append(" ").append(to_string(m.bound));
  if (m.trend != hantext::trend::none) line.append(" ").append(to_string(m.trend));
  if (m.mood != hantext::mood::stated) line.append(" ").append(to_string(m.mood));
  line += " | " + m.indicator.value_or("-");
  add(line, " | in ", m.period);
  add(line, " | by ", m.actor);
  add(line, " | than ", m.basis);
  return line + '\n';
}

inline std::string line_of(const hantext::initiative& i) {
  std::string line = "-> " + i.name + " | ";
  line += to_string(i.kind);
  if (i.status != hantext::initiative_status::unspecified) {
    line.append(" ").append(to_string(i.status));
  }
  add(line, " | by ", i.actor);
  add(line, " | do ", i.action);
  return line + '\n';
}

inline std::string records_of(const hantext::analysis& found) {
  std::string lines;
  for (const hantext::metric& m : found.metrics)
    lines += line_of(m);
  for (const hantext::initiative& i : found.initiatives)
    lines += line_of(i);
  return lines;
}

} // namespace examples
