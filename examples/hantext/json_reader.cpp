#include "json_reader.hpp"

#include <cstdint>
#include <utility>
#include <vector>

#include <hantext/utf8.hpp>

namespace program {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

class reader {
public:
  explicit reader(std::string_view line) : line_(line) {}

  // The members wanted, or nothing; then problem() says why. Objects on the way to them are entered
  // one by one, those still open counted, not on the stack.
  std::optional<json_members> members(std::string_view field, std::string_view id) {
    json_members found;
    std::vector<std::size_t> open; // for each object that is open, the length of its path
    std::string path;              // of the member being read, as "a.b."
    skip_space();
    if (!take('{')) return none("expected '{': one object a line");
    open.push_back(0);
    bool first = true; // whether a member may follow without a comma
    while (!open.empty()) {
      path.resize(open.back());
      skip_space();
      if (take('}')) {
        open.pop_back();
        first = false;
        continue;
      }
      if (!first && !take(',')) return none("expected ',' or '}'");
      std::string name;
      if (!read_name(&name)) return std::nullopt;
      skip_space();
      path += name;
      const char begins = at_ < line_.size() ? line_[at_] : '\0';
      first = begins == '{' && leads_to(path, field, id);
      if (first) {
        ++at_;
        path += '.';
        open.push_back(path.size());
      } else if (!read_member(path, field, id, found)) {
        return std::nullopt;
      }
    }
    skip_space();
    if (at_ != line_.size()) return none("something follows the object");
    return found;
  }

  const json_problem& problem() const { return problem_; }

private:
  // Whether the path is the beginning of the way to a member that is wanted.
  static bool leads_to(std::string_view path, std::string_view field, std::string_view id) {
    for (const std::string_view wanted : {field, id}) {
      if (wanted.size() > path.size() && wanted.starts_with(path) && wanted[path.size()] == '.')
        return true;
    }
    return false;
  }

  bool read_member(std::string_view path, std::string_view field, std::string_view id,
                   json_members& found) {
    std::optional<std::string>* wanted = path == field ? &found.field
                                         : path == id  ? &found.id
                                                       : nullptr;
    const std::size_t begin = at_;
    const char first = at_ < line_.size() ? line_[at_] : '\0';
    if (wanted != nullptr && first == '"') return read_text(&wanted->emplace());
    if (!skip_value()) return false;
    if (wanted != nullptr && (first == '-' || is_digit(first)))
      *wanted = std::string(line_.substr(begin, at_ - begin));
    return true;
  }

  bool fail(std::string what) {
    problem_ = {at_, std::move(what)};
    return false;
  }
  std::nullopt_t none(std::string what) {
    fail(std::move(what));
    return std::nullopt;
  }
  bool take(char c) {
    if (at_ >= line_.size() || line_[at_] != c) return false;
    ++at_;
    return true;
  }
  void skip_space() {
    while (at_ < line_.size() && (line_[at_] == ' ' || line_[at_] == '\t' || line_[at_] == '\r'))
      ++at_;
  }

  bool read_hex(char32_t& unit) {
    unit = 0;
    for (int i = 0; i < 4; ++i) {
      const char c = at_ < line_.size() ? line_[at_] : '\0';
      int digit = 0;
      if (is_digit(c)) {
        digit = c - '0';
      } else if (c >= 'a' && c <= 'f') {
        digit = c - 'a' + 10;
      } else if (c >= 'A' && c <= 'F') {
        digit = c - 'A' + 10;
      } else {
        return fail("expected four hexadecimal digits after \\u");
      }
      unit = unit * 16 + static_cast<char32_t>(digit);
      ++at_;
    }
    return true;
  }

  bool read_escape(std::string& out) {
    constexpr std::string_view letters = "\"\\/bfnrt";
    constexpr std::string_view meanings = "\"\\/\b\f\n\r\t";
    if (at_ >= line_.size()) return fail("the text is not closed");
    if (const std::size_t which = letters.find(line_[at_]); which != std::string_view::npos) {
      out += meanings[which];
      ++at_;
      return true;
    }
    if (!take('u')) return fail("unknown escape in a text");
    char32_t unit = 0;
    if (!read_hex(unit)) return false;
    if (unit >= 0xDC00 && unit <= 0xDFFF) return fail("a low surrogate stands alone");
    if (unit >= 0xD800 && unit <= 0xDBFF) {
      char32_t low = 0;
      if (!take('\\') || !take('u')) return fail("a high surrogate stands alone");
      if (!read_hex(low)) return false;
      if (low < 0xDC00 || low > 0xDFFF) return fail("a high surrogate stands alone");
      unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
    }
    hantext::utf8::append(out, unit);
    return true;
  }

  bool read_text(std::string* out) {
    if (!take('"')) return fail("expected a text in double quotes");
    std::string text;
    while (at_ < line_.size() && line_[at_] != '"') {
      const char c = line_[at_];
      if (static_cast<unsigned char>(c) < 0x20) return fail("a control character in a text");
      ++at_;
      if (c != '\\') {
        text += c;
      } else if (!read_escape(text)) {
        return false;
      }
    }
    if (!take('"')) return fail("the text is not closed");
    if (out != nullptr) *out = std::move(text);
    return true;
  }

  bool skip_digits() {
    const std::size_t begin = at_;
    while (at_ < line_.size() && is_digit(line_[at_]))
      ++at_;
    return at_ > begin;
  }

  bool skip_number() {
    take('-');
    if (!take('0') && !skip_digits()) return fail("expected a value");
    if (take('.') && !skip_digits()) return fail("expected digits after the point");
    if (take('e') || take('E')) {
      if (!take('+')) take('-');
      if (!skip_digits()) return fail("expected digits in the exponent");
    }
    return true;
  }

  bool skip_scalar() {
    if (at_ < line_.size() && line_[at_] == '"') return read_text(nullptr);
    for (const std::string_view word : {"true", "false", "null"}) {
      if (line_.substr(at_, word.size()) == word) {
        at_ += word.size();
        return true;
      }
    }
    return skip_number();
  }

  bool read_name(std::string* out) {
    skip_space();
    if (!read_text(out)) return false;
    skip_space();
    return take(':') || fail("expected ':' after the member's name");
  }

  // Skips a value of any depth; the brackets still open are kept in a string, not on the stack.
  bool skip_value() {
    std::string closing;
    while (true) {
      skip_space();
      bool first = true; // whether a member may follow without a comma
      if (take('{')) {
        closing += '}';
      } else if (take('[')) {
        closing += ']';
      } else if (skip_scalar()) {
        first = false;
      } else {
        return false;
      }
      while (!closing.empty()) {
        skip_space();
        if (take(closing.back())) {
          closing.pop_back();
          first = false;
        } else if (first || take(',')) {
          break;
        } else {
          return fail("expected ',' or a closing bracket");
        }
      }
      if (closing.empty()) return true;
      if (closing.back() == '}' && !read_name(nullptr)) return false;
    }
  }

  std::string_view line_;
  std::size_t at_ = 0;
  json_problem problem_;
};

} // namespace

std::optional<json_members> read_json_line(std::string_view line, std::string_view field,
                                           std::string_view id, json_problem& problem) {
  reader json(line);
  std::optional<json_members> members = json.members(field, id);
  if (!members) problem = json.problem();
  return members;
}

} // namespace program
