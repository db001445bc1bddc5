// The program hantext: newspaper pages in, records out. 'hantext --help' tells how.
#include "commands.hpp"
#include "options.hpp"

int main(int argc, char** argv) {
  using namespace program;
  int exit_code = exit_done;
  const auto chosen = read_options(argc - 1, argv + 1, exit_code);
  if (!chosen) return exit_code;
  switch (chosen->command) {
  case command::extract:
    return extract(*chosen);
  case command::dedup:
    return dedup(*chosen);
  case command::clean:
    return clean(*chosen);
  case command::number:
    return number(*chosen);
  case command::validate:
    return validate(*chosen);
  case command::check:
    return check(*chosen);
  case command::explain:
    return explain(*chosen);
  }
  return exit_usage;
}
