#include <hantext/numeral.hpp>

// Says by its exit code whether the package reads a number.
int main() {
  const auto number = hantext::numeral::parse("三万五千");
  return number && hantext::to_string(number->value) == "35000" ? 0 : 1;
}
