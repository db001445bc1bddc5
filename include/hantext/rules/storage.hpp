/// \file
/// Compiled rule packs as bytes: written once, loaded wherever the same version of this library
/// runs, whatever the machine.
///
/// A stored pack is a header — a mark, the version of the format, and a checksum of what follows —
/// and then all that the program holds, number by number, the lowest byte first. `load` trusts
/// nothing: it checks the header, and then every index, so that a damaged or forged pack is refused
/// and never leads the engine outside of its memory.
#pragma once

#include <hantext/result.hpp>
#include <hantext/rules/program.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace hantext::rules {

/// The bytes of a compiled pack; the same for the same pack, on every machine. Linear.
template <class = void> std::string save(const program& rules);

/// The program that `save` wrote. Errors: `damaged_program` for anything else. Linear, apart from
/// building the matcher of the words.
template <class = void> result<program> load(std::string_view bytes);

// --- details -----------------------------------------------------------------------------------

namespace detail {

constexpr std::string_view storage_mark = "hantext\n";
constexpr std::uint32_t storage_version = 5;
constexpr std::size_t storage_header = 20; // bytes: mark, version, checksum

/// FNV-1a of 64 bits.
constexpr std::uint64_t checksum(std::string_view bytes) noexcept {
  std::uint64_t sum = 0xCBF2'9CE4'8422'2325;
  for (const char byte : bytes)
    sum = (sum ^ static_cast<unsigned char>(byte)) * 0x100'0000'01B3;
  return sum;
}

// What each element holds, in order: `io(number)…`.
template <class Io> void store(Io& io, char& one) { io(one); }
template <class Io> void store(Io& io, std::uint32_t& one) { io(one); }
template <class Io, class T> void store(Io& io, list<T>& one) { io(one.begin, one.end); }
template <class Io> void store(Io& io, row_word& one) { io(one.index, one.bits); }
template <class Io> void store(Io& io, mask& one) {
  store(io, one.here);
  store(io, one.before);
  store(io, one.texts);
  store(io, one.blocks);
  store(io, one.any);
  store(io, one.also);
  io(one.texts_before, one.negated);
}
template <class Io> void store(Io& io, instruction& one) {
  io(one.op, one.reluctant, one.least, one.most, one.argument, one.next, one.other, one.skip_to,
     one.first_fork);
}
template <class Io> void store(Io& io, alternative& one) {
  io(one.begin, one.exit, one.first, one.last, one.closes);
  store(io, one.needed);
}
template <class Io> void store(Io& io, attribute& one) {
  store(io, one.name);
  store(io, one.value);
}
template <class Io> void store(Io& io, word_entry& one) {
  io(one.type);
  store(io, one.attributes);
}
template <class Io> void store(Io& io, word& one) {
  store(io, one.text);
  store(io, one.entries);
}
template <class Io> void store(Io& io, value_source& one) {
  io(one.kind, one.direction, one.scope, one.joined, one.target, one.within);
  store(io, one.text);
}
template <class Io> void store(Io& io, assignment& one) {
  store(io, one.field);
  store(io, one.alternatives);
}
template <class Io> void store(Io& io, block& one) {
  io(one.begin, one.end);
  store(io, one.needed);
}
template <class Io> void store(Io& io, test& one) {
  io(one.compare, one.negated, one.type);
  store(io, one.operands);
}
template <class Io> void store(Io& io, guard& one) {
  io(one.kind, one.from, one.to, one.block, one.most);
  store(io, one.tests);
}
template <class Io> void store(Io& io, rule& one) {
  store(io, one.name);
  store(io, one.pack);
  io(one.type, one.blocks, one.anchor, one.each, one.priority, one.begin, one.end,
     one.begins_rarely);
  store(io, one.needed);
  store(io, one.captures);
  store(io, one.guards);
  store(io, one.assignments);
}
template <class Io> void store(Io& io, named_type& one) {
  store(io, one.name);
  io(one.kind, one.keep);
}
template <class Io> void store(Io& io, type_use& one) {
  io(one.begins, one.ends, one.listed, one.asked);
}
template <class Io> void store(Io& io, heading& one) {
  io(one.row_count, one.longest_code);
  store(io, one.pages);
  store(io, one.page_rows);
  store(io, one.by_type);
  store(io, one.type_begin);
  store(io, one.wakes);
  store(io, one.always_awake);
}

class storage_writer {
public:
  template <class... Numbers> void operator()(const Numbers&... numbers) { (put(numbers), ...); }
  std::string& bytes() noexcept { return bytes_; }

private:
  template <class Number> void put(Number number) {
    if constexpr (std::is_enum_v<Number>) {
      put(static_cast<std::uint8_t>(number));
    } else {
      for (std::size_t i = 0; i < sizeof(Number); ++i)
        bytes_ += static_cast<char>(static_cast<std::uint64_t>(number) >> (8 * i) & 0xFF);
    }
  }

  std::string bytes_;
};

/// The last value of each enumeration, beyond which nothing is known.
constexpr operation last_of(operation) noexcept { return operation::accept; }
constexpr value_kind last_of(value_kind) noexcept { return value_kind::nearest; }
constexpr direction last_of(direction) noexcept { return direction::after; }
constexpr scope last_of(scope) noexcept { return scope::page; }
constexpr comparison last_of(comparison) noexcept { return comparison::of_type; }
constexpr guard_kind last_of(guard_kind) noexcept { return guard_kind::test; }
constexpr type_kind last_of(type_kind) noexcept { return type_kind::given; }
constexpr keep last_of(keep) noexcept { return keep::distinct; }

class storage_reader {
public:
  explicit storage_reader(std::string_view bytes) noexcept : bytes_(bytes) {}

  template <class... Numbers> void operator()(Numbers&... numbers) noexcept { (get(numbers), ...); }
  bool is_good() const noexcept { return good_; }
  std::size_t left() const noexcept { return bytes_.size() - at_; }

private:
  template <class Number> void get(Number& number) noexcept {
    if constexpr (std::is_enum_v<Number>) {
      std::uint8_t value = 0;
      get(value);
      good_ = good_ && value <= static_cast<std::uint8_t>(last_of(Number{}));
      if (good_) number = static_cast<Number>(value);
    } else if constexpr (std::is_same_v<Number, bool>) {
      std::uint8_t value = 0;
      get(value);
      good_ = good_ && value <= 1;
      number = value == 1;
    } else {
      if (left() < sizeof(Number)) good_ = false;
      if (!good_) return;
      std::uint64_t value = 0;
      for (std::size_t i = 0; i < sizeof(Number); ++i)
        value |= std::uint64_t{static_cast<unsigned char>(bytes_[at_ + i])} << (8 * i);
      number = static_cast<Number>(value);
      at_ += sizeof(Number);
    }
  }

  std::string_view bytes_;
  std::size_t at_ = 0;
  bool good_ = true;
};

/// Whether a program holds together: every list lies in its pool, every index names something, and
/// code leads forwards only.
template <class = void> class basic_storage_check {
public:
  explicit basic_storage_check(const program_view& rules) noexcept : rules_(rules) {}

  bool holds() {
    return sizes_hold() && lists_hold() && rows_hold() && words_hold() && masks_hold() &&
           rules_hold();
  }

private:
  static constexpr std::uint32_t most_rows = std::uint32_t{1} << 24;
  static constexpr std::uint32_t deepest_mask = 256;

  template <class T> bool holds(list<T> some) const noexcept {
    return some.begin <= some.end && some.end <= rules_.all<T>().size();
  }
  template <class T, class F> bool all_hold(F&& holds) const {
    const std::span<const T> all = rules_.all<T>();
    return std::all_of(all.begin(), all.end(), holds);
  }
  bool are_below(list<std::uint32_t> some, std::size_t limit) const {
    const std::span<const std::uint32_t> all = rules_.of(some);
    return std::all_of(all.begin(), all.end(), [&](std::uint32_t i) { return i < limit; });
  }
  bool is_type(std::uint32_t type) const noexcept {
    return type < first_named + rules_.types().size();
  }
  bool is_record(std::uint32_t type) const noexcept {
    return type >= first_named && is_type(type) && rules_.types()[type - first_named].is_record();
  }

  bool sizes_hold() const noexcept {
    const heading& head = rules_.heading;
    return rules_.types().size() < most_rows / 2 - first_type_row - 2 * first_named &&
           head.row_count <= most_rows && head.longest_code <= rules_.code().size() &&
           head.row_count >=
               begin_row(static_cast<std::uint32_t>(rules_.types().size()) + first_named) &&
           rules_.uses().size() == rules_.types().size() + first_named;
  }

  bool lists_hold() const {
    const heading& head = rules_.heading;
    return holds(head.pages) && holds(head.page_rows) && holds(head.by_type) &&
           holds(head.type_begin) && holds(head.wakes) && holds(head.always_awake) &&
           all_hold<list<std::uint32_t>>([&](list<std::uint32_t> one) { return holds(one); }) &&
           all_hold<row_list>([&](row_list one) { return holds(one); }) &&
           all_hold<letters>([&](letters one) { return holds(one); }) &&
           all_hold<mask>([&](const mask& one) {
             return holds(one.here) && holds(one.before) && holds(one.texts) && holds(one.blocks) &&
                    holds(one.any) && holds(one.also);
           }) &&
           all_hold<alternative>([&](const alternative& one) { return holds(one.needed); }) &&
           all_hold<attribute>(
               [&](const attribute& one) { return holds(one.name) && holds(one.value); }) &&
           all_hold<word_entry>([&](const word_entry& one) { return holds(one.attributes); }) &&
           all_hold<word>([&](const word& one) { return holds(one.text) && holds(one.entries); }) &&
           all_hold<value_source>([&](const value_source& one) { return holds(one.text); }) &&
           all_hold<assignment>([&](const assignment& one) {
             return holds(one.field) && holds(one.alternatives);
           }) &&
           all_hold<block>([&](const block& one) { return holds(one.needed); }) &&
           all_hold<test>([&](const test& one) { return holds(one.operands); }) &&
           all_hold<guard>([&](const guard& one) { return holds(one.tests); }) &&
           all_hold<rule>([&](const rule& one) {
             return holds(one.name) && holds(one.pack) && holds(one.needed) &&
                    holds(one.captures) && holds(one.guards) && holds(one.assignments);
           }) &&
           all_hold<named_type>([&](const named_type& one) { return holds(one.name); });
  }

  bool rows_hold() const {
    const heading& head = rules_.heading;
    const std::uint32_t rows = head.row_count;
    const std::size_t count = rules_.rules().size();
    const std::span<const std::uint32_t> pages = rules_.of(head.pages);
    const std::span<const std::uint32_t> begins = rules_.of(head.type_begin);
    const std::span<const std::uint32_t> by_type = rules_.of(head.by_type);
    if (!are_below(head.page_rows, rows) || !are_below(head.by_type, count) ||
        !are_below(head.always_awake, count) || head.wakes.size() != rows ||
        by_type.size() != count || begins.size() != rules_.types().size() + 1)
      return false;
    for (const std::uint32_t page : pages) {
      if (page > head.page_rows.size() || head.page_rows.size() - page < page_size) return false;
    }
    for (const list<std::uint32_t> woken : rules_.of(head.wakes)) {
      if (!are_below(woken, count)) return false;
    }
    if (begins.front() != 0 || begins.back() != count) return false;
    for (std::uint32_t type = 0; type + 1 < begins.size(); ++type) {
      if (begins[type] > begins[type + 1] || begins[type + 1] > count) return false;
      for (std::uint32_t i = begins[type]; i < begins[type + 1]; ++i) {
        if (rules_.rules()[by_type[i]].type != type + first_named) return false;
      }
    }
    return all_hold<row_word>([&](const row_word& one) {
      return one.index <= (rows - 1) / 64 &&
             (one.index < (rows - 1) / 64 ||
              (one.bits & ~(~std::uint64_t{0} >> (63 - (rows - 1) % 64))) == 0);
    });
  }

  bool words_hold() const {
    return all_hold<word_entry>([&](const word_entry& one) {
      return one.type >= first_named && is_type(one.type) &&
             rules_.types()[one.type - first_named].kind == type_kind::words;
    });
  }

  /// An instruction's argument names a row, or a mask before `masks`.
  bool is_condition(std::uint32_t argument, std::size_t masks) const noexcept {
    return (argument & is_mask) != 0 ? (argument & ~is_mask) < masks
                                     : argument < rules_.heading.row_count;
  }

  /// Masks name masks and blocks, and blocks masks, that were written before them, and not too many
  /// deep.
  bool masks_hold() const {
    std::vector<std::uint32_t> depths(rules_.masks().size(), 0);
    const auto deepest = [&](const block& of, std::size_t masks, std::uint32_t& depth) {
      if (!code_holds(of.begin, of.end, 0, masks)) return false;
      for (std::uint32_t i = of.begin; i < of.end; ++i) {
        const instruction& step = rules_.code()[i];
        if (asks(step) && (step.argument & is_mask) != 0)
          depth = std::max(depth, depths[step.argument & ~is_mask]);
      }
      return true;
    };
    std::vector<bool> seen(rules_.all<block>().size());
    for (std::size_t i = 0; i < depths.size(); ++i) {
      const mask& one = rules_.masks()[i];
      std::uint32_t depth = 0;
      if (!are_below(one.any, i) || !are_below(one.also, i) ||
          !are_below(one.blocks, rules_.all<block>().size()))
        return false;
      for (const list<std::uint32_t> others : {one.any, one.also}) {
        for (const std::uint32_t other : rules_.of(others))
          depth = std::max(depth, depths[other]);
      }
      for (const std::uint32_t other : rules_.of(one.blocks)) {
        if (seen[other]) return false; // each belongs to one mask, so that this takes linear time
        seen[other] = true;
        if (!deepest(rules_.all<block>()[other], i, depth)) return false;
      }
      for (const list<std::uint32_t> text : rules_.of(one.texts)) {
        if (text.empty() || !are_below(text, rules_.heading.row_count)) return false;
      }
      depths[i] = depth + 1;
      if (depths[i] > deepest_mask) return false;
    }
    return true;
  }

  static bool asks(const instruction& step) noexcept {
    return step.op == operation::step || step.op == operation::run || step.op == operation::look;
  }

  /// Code that speaks of the first `masks` masks and notes places in `slots` slots.
  bool code_holds(std::uint32_t begin, std::uint32_t end, std::size_t slots,
                  std::size_t masks) const {
    if (begin >= end || end > rules_.code().size()) return false;
    if (end - begin > rules_.heading.longest_code) return false;
    for (std::uint32_t i = begin; i < end; ++i) {
      const instruction& step = rules_.code()[i];
      if (step.op == operation::accept) {
        if (i + 1 != end) return false;
        continue;
      }
      if (step.next <= i || step.next >= end) return false;
      if (step.skip_to != none && (step.skip_to < begin || step.skip_to >= i)) return false;
      switch (step.op) {
      case operation::fork:
        if (step.other <= i || step.other >= end) return false;
        if (step.first_fork != none && (step.first_fork < begin || step.first_fork > i ||
                                        rules_.code()[step.first_fork].op != operation::fork))
          return false;
        continue;
      case operation::go:
        if (step.argument != none && step.argument >= rules_.all<row_list>().size()) return false;
        continue;
      case operation::exit:
        if (!alternative_holds(i, begin)) return false;
        continue;
      case operation::jump:
        if (!is_type(step.argument)) return false;
        break;
      case operation::step:
        if (step.most == 0 || step.most >= 64 || !is_condition(step.argument, masks)) return false;
        break;
      case operation::save:
        if (slots != 0 && (step.argument < 2 || step.argument >= slots)) return false;
        break;
      default:
        if (!is_condition(step.argument, masks)) return false;
      }
    }
    return rules_.code()[end - 1].op == operation::accept;
  }

  /// The exit of an alternative of code that begins at `begin`.
  bool alternative_holds(std::uint32_t exit, std::uint32_t begin) const {
    const std::span<const alternative> all = rules_.alternatives();
    const std::uint32_t index = rules_.code()[exit].argument;
    if (index >= all.size()) return false;
    const alternative& one = all[index];
    if (one.exit != exit || one.begin < begin || one.begin >= exit || one.first > index ||
        one.last < index || one.last >= all.size() || one.last - one.first >= most_neighbours)
      return false;
    if (index == one.first) return true;
    const alternative& before = all[index - 1];
    return before.first == one.first && before.last == one.last && one.begin > begin &&
           before.exit + 1 == one.begin && rules_.code()[before.exit].op == operation::exit &&
           rules_.code()[before.exit].argument + 1 == index;
  }

  bool rules_hold() const {
    for (const rule& one : rules_.rules()) {
      const std::uint32_t captures = one.captures.size();
      if (captures > rules_.code().size() || one.anchor > captures || one.each > captures ||
          !is_record(one.type))
        return false;
      if (!code_holds(one.begin, one.end, 2 * std::size_t{captures} + 2, rules_.masks().size()))
        return false;
      for (const guard& asked : rules_.of(one.guards)) {
        if (!guard_holds(asked, captures)) return false;
      }
      for (const assignment& set : rules_.of(one.assignments)) {
        if (!values_hold(set.alternatives, captures)) return false;
      }
    }
    // Headings are remembered for all values, whatever rule they belong to.
    return all_hold<value_source>([&](const value_source& one) {
      return one.kind != value_kind::nearest || is_type(one.target);
    });
  }

  bool guard_holds(const guard& asked, std::uint32_t captures) const {
    if (asked.from >= 2 * captures + 2 || asked.to >= 2 * captures + 2) return false;
    if (asked.kind == guard_kind::absent) {
      if (asked.block >= rules_.all<block>().size()) return false;
      const block& of = rules_.all<block>()[asked.block];
      if (!code_holds(of.begin, of.end, 0, rules_.masks().size())) return false;
    }
    for (const test& one : rules_.of(asked.tests)) {
      if (one.operands.empty() || !values_hold(one.operands, captures)) return false;
      if (one.compare != comparison::of_type) continue;
      if (!is_type(one.type) || rules_.of(one.operands)[0].kind != value_kind::capture)
        return false;
    }
    return true;
  }

  bool values_hold(list<value_source> values, std::uint32_t captures) const {
    const std::span<const value_source> all = rules_.of(values);
    return std::all_of(all.begin(), all.end(), [&](const value_source& one) {
      return one.kind != value_kind::capture || one.target < captures;
    });
  }

  const program_view& rules_;
};
using storage_check = basic_storage_check<>;

} // namespace detail

template <class> std::string save(const program& rules) {
  const detail::program_view from = rules.view();
  detail::storage_writer body;
  detail::heading head = from.heading;
  store(body, head);
  from.for_each_pool([&](const auto& pool) {
    body(static_cast<std::uint32_t>(pool.size()));
    for (auto one : pool)
      store(body, one);
  });
  detail::storage_writer out;
  out.bytes() = detail::storage_mark;
  out(detail::storage_version, detail::checksum(body.bytes()));
  return out.bytes() + body.bytes();
}

template <class> result<program> load(std::string_view bytes) {
  const error damaged{error_kind::damaged_program, 0, bytes.size()};
  if (!bytes.starts_with(detail::storage_mark)) return damaged;
  detail::storage_reader header(bytes.substr(detail::storage_mark.size()));
  std::uint32_t version = 0;
  std::uint64_t sum = 0;
  header(version, sum);
  if (!header.is_good() || version != detail::storage_version ||
      sum != detail::checksum(bytes.substr(detail::storage_header)))
    return damaged;
  detail::storage_reader body(bytes.substr(detail::storage_header));
  detail::program_data data;
  store(body, data.heading);
  data.for_each_pool([&](auto& pool) {
    std::uint32_t count = 0;
    body(count);
    // Every element takes a byte at least, so that a forged count cannot ask for much memory.
    if (!body.is_good() || count > body.left()) count = 0;
    for (std::uint32_t i = 0; i < count && body.is_good(); ++i) {
      pool.emplace_back();
      store(body, pool.back());
    }
    if (pool.size() != count) pool.clear();
  });
  if (!body.is_good() || body.left() != 0) return damaged;
  const detail::program_view view = detail::view_of(data);
  if (!detail::storage_check(view).holds()) return damaged;
  result<program> made = program::make(std::move(data));
  return made ? std::move(made) : result<program>(damaged);
}

} // namespace hantext::rules
