/// \file
/// Reads a page some thousand lines at a time: cuts lines, decides which belong together, writes
/// them and splits sentences while all of it is at hand. What is needed beside the finished page
/// does not grow with it.
#pragma once

#include <hantext/document/layout.hpp>
#include <hantext/document/lines.hpp>
#include <hantext/document/paragraphs.hpp>
#include <hantext/document/scanner.hpp>
#include <hantext/document/sentences.hpp>
#include <hantext/document/source_map.hpp>
#include <hantext/document/writer.hpp>
#include <hantext/result.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace hantext::detail {

/// What is made of a page.
struct page_parts {
  std::string text;
  std::vector<paragraph> paragraphs;
  std::vector<sentence> sentences;
  source_map map;
  std::vector<dropped_text> dropped;
  std::vector<error> errors;
};

/// Reads a page once. Linear in its bytes.
class page_reader {
public:
  page_reader(std::string_view raw, layout mode, page_parts& parts)
      : raw_(raw), mode_(mode), parts_(parts),
        scanner_(raw, lines_, stops_, parts.dropped, parts.errors),
        writer_(raw, parts.text, parts.map, stops_), splitter_(parts.text, stops_) {}

  void read() {
    parts_.text.reserve(raw_.size());
    std::size_t first = 0; // the first line that is not yet written
    std::size_t wanted = section;
    for (bool more = true; more;) {
      more = scanner_.scan(wanted);
      detect_layout(raw_, lines_, mode_, roles_);
      const std::size_t end = more ? last_beginning(first) : lines_.size();
      wanted = 2 * lines_.size(); // for a paragraph that is longer than a section
      if (more && end == first) continue;
      write(first, end);
      first = std::min(end, neighbours);
      lines_.erase(lines_.begin(), lines_.begin() + static_cast<std::ptrdiff_t>(end - first));
      wanted = lines_.size() + section;
    }
    writer_.finish();
  }

private:
  static constexpr std::size_t section = 4096;  // lines that are decided together
  static constexpr std::size_t neighbours = 48; // on either side, which tell what is usual

  /// The last line that begins a paragraph and has its neighbours below it.
  std::size_t last_beginning(std::size_t first) const noexcept {
    std::size_t at = lines_.size() > first + neighbours ? lines_.size() - neighbours : first;
    while (at > first && !roles_[at].begins_paragraph)
      --at;
    return at;
  }

  /// Writes the paragraphs that the lines `[first, end)` make up.
  void write(std::size_t first, std::size_t end) {
    for (std::size_t i = first; i < end;) {
      std::size_t next = i + 1;
      bool justified = roles_[i].cut;
      for (; next < end && !roles_[next].begins_paragraph; ++next)
        justified = justified || roles_[next].cut;
      const span text = writer_.paragraph(&lines_[i], next - i, roles_[i].kind, justified);
      const span source{lines_[i].begin, lines_[next - 1].end};
      reserve_one(parts_.paragraphs, source.begin);
      parts_.paragraphs.push_back({text, source, roles_[i].kind, roles_[i].continues});
      i = next;
      // Some at a time, while the text is at hand.
      if (parts_.paragraphs.size() - split_ >= 32 || i == end) split();
    }
  }

  void split() {
    writer_.catch_up();
    for (; split_ < parts_.paragraphs.size(); ++split_) {
      const paragraph& each = parts_.paragraphs[split_];
      splitter_.split(each.text, writer_.known_stops(), [&](std::size_t begin, std::size_t end) {
        reserve_one(parts_.sentences, each.source.begin);
        parts_.sentences.push_back({{begin, end}, split_});
      });
    }
  }

  /// Room for one more. Where there is none, room is made for as many as there may be, going by
  /// those of the source before `at`.
  template <class T> void reserve_one(std::vector<T>& list, std::size_t at) {
    if (list.size() < list.capacity()) return;
    const std::size_t count = list.size() + 16;
    const double all = 1.02 * static_cast<double>(count) * static_cast<double>(raw_.size()) /
                       static_cast<double>(at + 1);
    const std::size_t least = count + count / 8;
    const std::size_t most = 4 * count;
    list.reserve(all >= static_cast<double>(most) ? most
                                                  : std::max(least, static_cast<std::size_t>(all)));
  }

  std::string_view raw_;
  layout mode_;
  page_parts& parts_;
  std::vector<line> lines_;
  std::vector<line_role> roles_;
  std::vector<std::size_t> stops_; // marks between sentences
  line_scanner scanner_;
  text_writer writer_;
  sentence_splitter splitter_;
  std::size_t split_ = 0; // paragraphs up to this one are split into sentences
};

} // namespace hantext::detail
