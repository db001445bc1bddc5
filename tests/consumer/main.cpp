#ifndef HANTEXT_HEADER
#define HANTEXT_HEADER <hantext/numeral.hpp>
#endif
#include HANTEXT_HEADER

// Says by its exit code whether the library reads a number.
int main() {
  const auto number = hantext::numeral::parse("三万五千");
  return number && hantext::to_string(number->value) == "35000" ? 0 : 1;
}
