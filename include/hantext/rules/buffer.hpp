/// \file
/// The list that the parser and the generator write into: as much of `std::vector` as they use.
///
/// It is here because rules compile at compile time, too: a constant evaluation follows every call,
/// of which `std::vector` makes many, so that this is several times as quick there; and not every
/// compiler can evaluate its library's vector.
#pragma once

#include <cstddef>
#include <initializer_list>
#include <utility>

namespace hantext::rules::detail {

/// Elements in a row. `T` can be made by default, copied and moved.
template <class T> class buffer {
public:
  using value_type = T;

  constexpr buffer() noexcept = default;
  constexpr explicit buffer(std::size_t count, const T& value = T()) { assign(count, value); }
  constexpr buffer(std::initializer_list<T> some) { append(some.begin(), some.end()); }
  constexpr buffer(const buffer& other) { append(other.begin(), other.end()); }
  constexpr buffer(buffer&& other) noexcept
      : data_(other.data_), size_(other.size_), room_(other.room_) {
    other.data_ = nullptr;
    other.size_ = other.room_ = 0;
  }
  constexpr buffer& operator=(const buffer& other) {
    if (this != &other) *this = buffer(other);
    return *this;
  }
  constexpr buffer& operator=(buffer&& other) noexcept {
    if (data_ == nullptr && other.data_ == nullptr) return *this;
    T* const data = data_;
    const std::size_t size = size_, room = room_;
    data_ = other.data_;
    size_ = other.size_;
    room_ = other.room_;
    other.data_ = data;
    other.size_ = size;
    other.room_ = room;
    return *this;
  }
  constexpr ~buffer() { delete[] data_; }

  constexpr std::size_t size() const noexcept { return size_; }
  constexpr bool empty() const noexcept { return size_ == 0; }
  constexpr T* data() noexcept { return data_; }
  constexpr const T* data() const noexcept { return data_; }
  constexpr T* begin() noexcept { return data_; }
  constexpr const T* begin() const noexcept { return data_; }
  constexpr T* end() noexcept { return data_ + size_; }
  constexpr const T* end() const noexcept { return data_ + size_; }
  constexpr T& operator[](std::size_t index) noexcept { return data_[index]; }
  constexpr const T& operator[](std::size_t index) const noexcept { return data_[index]; }
  constexpr T& front() noexcept { return data_[0]; }
  constexpr const T& front() const noexcept { return data_[0]; }
  constexpr T& back() noexcept { return data_[size_ - 1]; }
  constexpr const T& back() const noexcept { return data_[size_ - 1]; }

  constexpr void clear() noexcept { size_ = 0; }
  constexpr void pop_back() noexcept { --size_; }
  /// Makes room for elements that are to come.
  constexpr void reserve(std::size_t count) {
    if (count > room_) grow(count);
  }
  /// Amortised O(1). The value may be an element of this buffer.
  constexpr void push_back(const T& value) {
    if (size_ == room_) {
      T kept(value);
      grow(size_ + 1);
      data_[size_++] = static_cast<T&&>(kept);
    } else {
      data_[size_++] = value;
    }
  }
  /// The same; the value is no element of this buffer.
  constexpr void push_back(T&& value) {
    if (size_ == room_) grow(size_ + 1);
    data_[size_++] = static_cast<T&&>(value);
  }
  constexpr T& emplace_back() {
    if (size_ == room_) grow(size_ + 1);
    data_[size_] = T();
    return data_[size_++];
  }
  /// What is appended must not be part of this buffer.
  template <class From> constexpr void append(const From* first, const From* last) {
    const auto more = static_cast<std::size_t>(last - first);
    if (size_ + more > room_) grow(size_ + more);
    T* to = data_ + size_;
    for (; first != last; ++first, ++to)
      *to = *first;
    size_ += more;
  }
  constexpr void append(const buffer& more) { append(more.begin(), more.end()); }
  /// Inserts before `at`, which points into this buffer.
  constexpr void insert(const T* at, T value) {
    const auto index = static_cast<std::size_t>(at - data_);
    push_back(std::move(value));
    for (std::size_t i = size_ - 1; i > index; --i)
      std::swap(data_[i], data_[i - 1]);
  }
  constexpr void assign(std::size_t count, const T& value) {
    clear();
    resize(count, value);
  }
  constexpr void assign(const T* first, const T* last) {
    clear();
    append(first, last);
  }
  constexpr void resize(std::size_t count, const T& value = T()) {
    if (count > room_) grow(count);
    for (; size_ < count; ++size_)
      data_[size_] = value;
    size_ = count;
  }

  friend constexpr bool operator==(const buffer& a, const buffer& b) noexcept {
    if (a.size_ != b.size_) return false;
    for (std::size_t i = 0; i < a.size_; ++i) {
      if (!(a.data_[i] == b.data_[i])) return false;
    }
    return true;
  }

private:
  constexpr void grow(std::size_t least) {
    std::size_t room = room_ < 4 ? 4 : 2 * room_;
    if (room < least) room = least;
    T* const data = new T[room];
    for (std::size_t i = 0; i < size_; ++i)
      data[i] = static_cast<T&&>(data_[i]);
    delete[] data_;
    data_ = data;
    room_ = room;
  }

  T* data_ = nullptr;
  std::size_t size_ = 0;
  std::size_t room_ = 0;
};

/// Numbers that are written before they are read: growing sets none of them.
template <class T> class scratch {
public:
  scratch() noexcept = default;
  scratch(const scratch&) = delete;
  scratch& operator=(const scratch&) = delete;
  ~scratch() { delete[] data_; }

  T* data() noexcept { return data_; }
  const T* data() const noexcept { return data_; }

  /// Makes room for `count` numbers, of which the first `used` keep their values.
  void reserve(std::size_t count, std::size_t used = 0) {
    if (count <= room_) return;
    room_ = count < 2 * room_ ? 2 * room_ : count;
    T* const data = new T[room_];
    for (std::size_t i = 0; i < used; ++i)
      data[i] = data_[i];
    delete[] data_;
    data_ = data;
  }

private:
  T* data_ = nullptr;
  std::size_t room_ = 0;
};

} // namespace hantext::rules::detail
