#include <hantext/hantext.hpp>

#include "pages.hpp"

std::size_t records_here(std::string_view text) {
  const hantext::analysis result = hantext::analyze(text);
  const hantext::report::page pages[] = {{"page", &result, text.size()}};
  return hantext::report::json_lines(pages, hantext::report::find_duplicates(pages)).size();
}

int main() {
  constexpr std::string_view page = "今年以来，清源县开展“清水润城”专项行动，排查河渠46条。\n";
  const std::size_t here = records_here(page);
  return here > 0 && here == records_there(page) ? 0 : 1;
}
