/// \file
/// Records as structs of your own: fields and captures go to members of the same name.
///
///     struct area { std::int64_t value; std::optional<std::string> place; };
///     template <> struct hantext::rules::record_of<area> {
///       static constexpr std::string_view type = "metric";
///       static constexpr auto members = hantext::rules::members(
///           hantext::rules::member("value", &area::value),
///           hantext::rules::member("place", &area::place));
///     };
///     for (const area& one : hantext::rules::records<area>(matches, text)) …
///
/// Members may be texts, whole numbers, `double`, `decimal`, `span` (where the value stands),
/// `std::optional` of these (empty where there is no value), and every type `T` for which
/// `bool read_value(std::string_view, T&)` is found beside `T`.
#pragma once

#include <hantext/decimal.hpp>
#include <hantext/result.hpp>
#include <hantext/rules/engine.hpp>

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace hantext::rules {

/// To be specialised for a struct: `type`, the name of the record's type, and `members`.
template <class Record> struct record_of;

/// A field or capture and the member that takes it.
template <class Record, class Value> struct named_member {
  std::string_view name; ///< of the field or capture
  Value Record::*where;  ///< the member
};
/// Pairs a name with a member.
template <class Record, class Value>
constexpr named_member<Record, Value> member(std::string_view name, Value Record::*where) noexcept {
  return {name, where};
}
/// All pairs of a record, for its `record_of`.
template <class... Members> constexpr std::tuple<Members...> members(Members... all) noexcept {
  return {all...};
}

/// Reads the text of a value; false where it is none of the type.
inline bool read_value(std::string_view text, std::string& out) {
  out = std::string(text);
  return true;
}
/// The same for a number.
inline bool read_value(std::string_view text, decimal& out) noexcept {
  const result<decimal> read = parse_decimal(text);
  if (read) out = *read;
  return read.has_value();
}
/// The same, rounded to the nearest double.
inline bool read_value(std::string_view text, double& out) noexcept {
  const result<decimal> read = parse_decimal(text);
  if (read) out = read->to_double();
  return read.has_value();
}
/// The same for a whole number; false where it has other digits or does not fit.
template <decimal_integer Integer> bool read_value(std::string_view text, Integer& out) noexcept {
  const result<decimal> read = parse_decimal(text);
  if (!read) return false;
  const result<Integer> number = read->to_integer<Integer>();
  if (number) out = *number;
  return number.has_value();
}

namespace detail {

template <class Value> bool take_member(const field& found, Value& out) {
  return read_value(std::string_view(found.value), out);
}
inline bool take_member(const field& found, span& out) noexcept {
  out = found.where;
  return !found.where.empty();
}
template <class Value> bool take_member(const field& found, std::optional<Value>& out) {
  Value value{};
  if (!take_member(found, value)) return false;
  out = std::move(value);
  return true;
}
template <class Value> constexpr bool may_lack(const Value&) noexcept { return false; }
template <class Value> constexpr bool may_lack(const std::optional<Value>&) noexcept {
  return true;
}

/// The field of that name, else the capture.
inline std::optional<field> named_value(const match& of, std::string_view name,
                                        std::string_view text) {
  if (const field* const found = of.find(name)) return *found;
  for (const match::capture& one : of.captures) {
    if (one.name == name) return field{name, std::string(one.where.in(text)), one.where};
  }
  return std::nullopt;
}

} // namespace detail

/// The record of a match as a struct; nothing where it is of another type, or where a member that
/// is not optional has no value or one that its type does not take. `text` is what was matched.
template <class Record> std::optional<Record> record(const match& of, std::string_view text) {
  if (of.type != record_of<Record>::type) return std::nullopt;
  Record made{};
  const auto take = [&](const auto& one) {
    auto& to = made.*(one.where);
    const std::optional<field> found = detail::named_value(of, one.name, text);
    return found ? detail::take_member(*found, to) : detail::may_lack(to);
  };
  const bool whole = std::apply([&](const auto&... all) { return (take(all) && ...); },
                                record_of<Record>::members);
  return whole ? std::optional<Record>(std::move(made)) : std::nullopt;
}

/// Those of some matches that are such records, in their order.
template <class Record>
std::vector<Record> records(std::span<const match> matches, std::string_view text) {
  std::vector<Record> out;
  for (const match& one : matches) {
    if (std::optional<Record> made = record<Record>(one, text)) out.push_back(std::move(*made));
  }
  return out;
}

} // namespace hantext::rules
