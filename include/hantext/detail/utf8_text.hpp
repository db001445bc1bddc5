/// \file
/// What every function on UTF-8 takes as text, and what every view of text is made of.
#pragma once

#include <cstddef>
#include <string_view>
#include <type_traits>

namespace hantext::detail {

/// The text that an argument stands for: whatever converts to one of the two.
constexpr std::string_view utf8_text_of(std::string_view text) noexcept { return text; }
constexpr std::u8string_view utf8_text_of(std::u8string_view text) noexcept { return text; }

template <class Text>
concept utf8_text = requires(const Text& text) {
  hantext::detail::utf8_text_of(text);
};

template <class Cursor>
concept goes_backward = requires(Cursor cursor) {
  cursor.backward();
};

/// An iterator around a cursor, which has
/// - `char_type` and `value_type`, and a default constructor
/// - `read()` gives the value, `forward()` goes to the next, perhaps `backward()` to the one before
/// - `base()`, the first byte of the value, by which iterators of one text are compared
/// - `offset()` of that byte in the text
template <class Cursor> class text_iterator : Cursor {
public:
  using iterator_concept =
      std::conditional_t<goes_backward<Cursor>, std::bidirectional_iterator_tag,
                         std::forward_iterator_tag>;
  using iterator_category = std::input_iterator_tag; // C++17 asks more of `reference`
  using value_type = typename Cursor::value_type;
  using difference_type = std::ptrdiff_t;
  using reference = value_type;
  using pointer = void;

  constexpr text_iterator() noexcept = default;
  constexpr explicit text_iterator(const Cursor& cursor) noexcept : Cursor(cursor) {}

  constexpr value_type operator*() const noexcept { return Cursor::read(); }
  constexpr text_iterator& operator++() noexcept {
    Cursor::forward();
    return *this;
  }
  constexpr text_iterator operator++(int) noexcept {
    text_iterator old = *this;
    ++*this;
    return old;
  }
  constexpr text_iterator& operator--() noexcept requires goes_backward<Cursor> {
    Cursor::backward();
    return *this;
  }
  constexpr text_iterator operator--(int) noexcept requires goes_backward<Cursor> {
    text_iterator old = *this;
    --*this;
    return old;
  }
  friend constexpr bool operator==(const text_iterator& left, const text_iterator& right) noexcept {
    return left.base() == right.base();
  }

  /// The first byte of what the iterator shows.
  using Cursor::base;
  /// Its offset; the size of the text at the end. Costs nothing.
  using Cursor::offset;
};

/// A view that begins where a new cursor stands; its iterators go forward. The cursor is made from
/// the ends of the text, and has an `end()`. Satisfies std::ranges::view, borrowed_range and
/// common_range, and holds pointers only.
template <class Cursor> class text_view {
public:
  using iterator = text_iterator<Cursor>;
  using const_iterator = iterator;
  using value_type = typename Cursor::value_type;

  constexpr text_view() noexcept = default;
  constexpr explicit text_view(std::basic_string_view<typename Cursor::char_type> text) noexcept
      : begin_(text.data(), text.data() + text.size()) {}

  constexpr iterator begin() const noexcept { return iterator(begin_); }
  constexpr iterator end() const noexcept { return iterator(begin_.end()); }
  constexpr bool empty() const noexcept { return begin() == end(); }

private:
  Cursor begin_;
};

} // namespace hantext::detail

// <string_view> declares both variables; that makes the views known to <ranges> without it.
template <class Cursor>
inline constexpr bool std::ranges::enable_view<hantext::detail::text_view<Cursor>> = true;
template <class Cursor>
inline constexpr bool std::ranges::enable_borrowed_range<hantext::detail::text_view<Cursor>> = true;
