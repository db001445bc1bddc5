/// \file
/// Rule packs that the compiler compiles, so that a wrong rule does not build.
///
///     const auto& trees = hantext::rules::compiled<R"(
///       rule area emits metric = "造林" n:@number "亩" set value = n.value ;
///     )">;
///     hantext::rules::engine(trees).run("全年造林30亩");
///
/// The pack is read by the same parser as at run time and gives the same program, which stands in
/// static arrays. Only the matcher of its words is built at run time, at the first use of the pack.
/// A pack in code cannot import others.
///
/// A mistake is a compile error that names `wrong_rule<line, column, "what was expected">`.
///
/// Compilers limit how long a constant evaluation may take. A pack of many rules may need
/// `-fconstexpr-ops-limit=1000000000` with g++ and `-fconstexpr-steps=100000000` with clang; the
/// evaluation costs some tenth of a second a rule.
#pragma once

#include <hantext/result.hpp>
#include <hantext/rules/compile.hpp>
#include <hantext/rules/diagnostic.hpp>
#include <hantext/rules/program.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <type_traits>

namespace hantext::rules {

namespace detail {

/// A text as an argument of a template.
template <std::size_t Size> struct fixed_text {
  char bytes[Size] = {};

  constexpr fixed_text() noexcept = default;
  constexpr fixed_text(const char (&text)[Size]) noexcept {
    for (std::size_t i = 0; i < Size; ++i)
      bytes[i] = text[i];
  }
  constexpr std::string_view view() const noexcept { return {bytes, Size - 1}; }
};

/// The message of a mistake while it is written.
struct message_text {
  static constexpr std::size_t most = 256;
  char bytes[most] = {};
  std::size_t size = 0;

  constexpr message_text& append(std::string_view more) noexcept {
    for (const char c : more) {
      if (size + 1 < most) bytes[size++] = c;
    }
    return *this;
  }
};

/// A pack in code as an argument of a template.
template <std::size_t Size, std::size_t NameSize> struct named_text {
  fixed_text<Size> text;
  fixed_text<NameSize> name;
};
template <std::size_t Size, std::size_t NameSize>
named_text(fixed_text<Size>, fixed_text<NameSize>) -> named_text<Size, NameSize>;

/// The first mistake of a pack, if any.
struct mistake {
  bool is_there = false;
  position at;
  message_text message;
  const char* problem = ""; // texts of this library, which compilers print
  const char* wanted = "";
};

/// A pool while the program is written, of fixed size: of a byte or a number most programs have
/// fewer than their texts have bytes, of all else far fewer. The compiler makes every element.
template <std::size_t Room> struct room_for {
  template <class T> struct pool {
    static constexpr std::size_t most = sizeof(T) <= sizeof(std::uint32_t) ? Room + 8192
                                        : std::is_same_v<T, instruction>   ? Room / 8 + 64
                                                                           : Room / 32 + 64;
    T elements[most] = {};
    std::size_t count = 0;

    constexpr const T* data() const noexcept { return elements; }
    constexpr std::size_t size() const noexcept { return count; }
  };
};
template <std::size_t Room> struct written_program : program_pools<room_for<Room>::template pool> {
  detail::mistake mistake;
  bool fits = true;
};

template <std::size_t Room>
constexpr written_program<Room> write_program(std::string_view text, std::string_view name) {
  written_program<Room> out;
  compiler compile(text, name);
  if (!compile.run()) {
    const problem& first = compile.tree().problems.front();
    out.mistake.is_there = true;
    out.mistake.at = locate(text, first.at.where.begin);
    append_message(first, out.mistake.message);
    out.mistake.problem = error{first.kind, 0, 0}.message().data();
    if (!first.wanted.empty()) out.mistake.wanted = first.wanted.data();
    return out;
  }
  out.heading = compile.data().heading;
  compile.data().for_each_pool([&]<class T>(const buffer<T>& from) {
    auto& to = out.template all<T>();
    if (from.size() > to.most) {
      out.fits = false;
      return;
    }
    const T* const all = from.data();
    for (std::size_t i = 0, size = from.size(); i < size; ++i)
      to.elements[i] = all[i];
    to.count = from.size();
  });
  return out;
}

template <named_text Pack, std::size_t Room>
inline constexpr written_program<Room> written_with = write_program<Room>(Pack.text.view(),
                                                                          Pack.name.view());

template <named_text Pack, std::size_t Room = sizeof(Pack.text)>
constexpr const auto& written() noexcept {
  if constexpr (written_with<Pack, Room>.fits) {
    return written_with<Pack, Room>;
  } else {
    return written<Pack, 4 * Room>();
  }
}

/// The elements of one pool, no more.
template <named_text Pack, class T> constexpr auto exact_pool() noexcept {
  const auto& from = written<Pack>().template all<T>();
  std::array<T, written<Pack>().template all<T>().count> to{};
  T* const out = to.data(); // constant evaluation follows every call
  for (std::size_t i = 0, size = to.size(); i < size; ++i)
    out[i] = from.elements[i];
  return to;
}
template <named_text Pack, class T> inline constexpr auto static_pool = exact_pool<Pack, T>();

template <named_text Pack> constexpr program_view static_view() noexcept {
  program_view view;
  view.heading = written<Pack>().heading;
  view.for_each_pool([]<class T>(std::span<const T>& pool) { pool = static_pool<Pack, T>; });
  return view;
}

void a_rule_is_wrong();
/// Not a constant where there is a mistake: compilers then print the arguments.
constexpr bool wrong_rule_at(std::size_t line, std::size_t column, const char* problem,
                             const char* wanted) {
  if (line + column != 0) a_rule_is_wrong();
  return problem != wanted;
}

template <named_text Pack> constexpr auto message() noexcept {
  fixed_text<written<Pack>().mistake.message.size + 1> out;
  for (std::size_t i = 0; i + 1 < sizeof(out); ++i)
    out.bytes[i] = written<Pack>().mistake.message.bytes[i];
  return out;
}

/// What the compiler prints where a rule is wrong.
template <std::size_t Line, std::size_t Column, fixed_text Message> struct wrong_rule {
  static_assert(Line == 0, "a rule is wrong: the arguments of 'wrong_rule' are the line and the "
                           "column of the pack, and what was expected there");
};

template <named_text Pack> constexpr void check() noexcept {
  constexpr const mistake& found = written<Pack>().mistake;
  if constexpr (found.is_there) {
    constexpr bool refused =
        wrong_rule_at(found.at.line, found.at.column, found.problem, found.wanted);
    (void)refused;
    (void)wrong_rule<found.at.line, found.at.column, message<Pack>()>();
  }
}

} // namespace detail

/// A pack of a text and a name; turns into its program.
template <detail::named_text Pack> class compiled_pack {
public:
  /// The program; the first call builds the matcher of its words. Threads may call this at once.
  const program& get() const {
    detail::check<Pack>();
    static const program made = program::make(view);
    return made;
  }
  /// The same.
  operator const program&() const { return get(); }

private:
  static constexpr detail::program_view view = detail::static_view<Pack>();
};

/// The pack of a text in code: `rules::engine(rules::compiled<"…">)`, or `rules::compiled<name>`
/// for a `constexpr char name[] = "…"`.
template <detail::fixed_text Text, detail::fixed_text Name = "">
inline constexpr compiled_pack<detail::named_text{Text, Name}> compiled{};

} // namespace hantext::rules
