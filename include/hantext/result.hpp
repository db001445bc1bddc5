/// \file
/// Errors as values: what went wrong, where, and a result that holds either a value or an error.
///
/// The library never throws. A call that can fail returns `result<T>`, shaped like C++23's
/// `std::expected`: test it, dereference it, or ask for its `error()`. The errors themselves, and
/// `span`, are in result/error.hpp.
#pragma once

#include <hantext/result/error.hpp>

#include <optional>
#include <utility>

namespace hantext {

/// Either a value or an error. `if (r)`, `*r` and `r->` reach the value, `r.error()` the error;
/// reaching for the one that is not there is a programming error, as with `std::expected`.
template <class T> class result {
public:
  using value_type = T;

  /// A value.
  constexpr result(T value) : value_(std::move(value)) {}
  /// An error; its kind is not `none`.
  constexpr result(hantext::error problem) noexcept : error_(problem) {}

  /// Whether there is a value.
  constexpr bool has_value() const noexcept { return value_.has_value(); }
  /// Whether there is a value.
  constexpr explicit operator bool() const noexcept { return value_.has_value(); }

  /// The value, which must be there.
  constexpr T& operator*() & noexcept { return *value_; }
  /// The value, which must be there.
  constexpr const T& operator*() const& noexcept { return *value_; }
  /// The value, which must be there.
  constexpr T&& operator*() && noexcept { return *std::move(value_); }
  /// The value, which must be there.
  constexpr T* operator->() noexcept { return &*value_; }
  /// The value, which must be there.
  constexpr const T* operator->() const noexcept { return &*value_; }

  /// The value, or `fallback` where there is none.
  constexpr T value_or(T fallback) const& { return value_ ? *value_ : std::move(fallback); }
  /// The error; `error_kind::none` where there is a value.
  constexpr const hantext::error& error() const noexcept { return error_; }

private:
  std::optional<T> value_;
  hantext::error error_;
};

} // namespace hantext
