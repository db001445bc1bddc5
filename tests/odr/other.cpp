#include <hantext/hantext.hpp>

#include "pages.hpp"

std::size_t records_there(std::string_view text) {
  const hantext::analysis result = hantext::analyze(text);
  const hantext::report::page pages[] = {{"page", &result, text.size()}};
  return hantext::report::json_lines(pages, hantext::report::find_duplicates(pages)).size();
}
