/// \file
/// Chinese numerals to numbers and back, and numerals in running text.
///
/// - `numeral::parse<T>(text)` reads a whole string: 三万五千, 1.5亿, 百分之三十, 三四十, 第三.
/// - `numeral::scan(text)` finds the numerals of running text with their byte spans.
/// - `numeral::format(number, style, options)` writes a number: 三万五千, 叁万伍仟元整, 3.5万; what
///   it writes reads back to itself.
/// - `numeral::parse_money(text)` reads a sum in 元, 角 and 分.
/// - `"三万五千"_zh` is read by the compiler.
///
/// Numbers are exact (`decimal`), and what could mean two numbers is refused with the reason and
/// the place. Units and dates are no concern of this header: in running text 年 and 米 stay
/// outside, 第三 holds the numeral 三, and 一千瓦 is 一千 followed by the unit 瓦. Only 半 takes
/// its measure word.
#pragma once

#include <hantext/numeral/format.hpp>
#include <hantext/numeral/literal.hpp>
#include <hantext/numeral/money.hpp>
#include <hantext/numeral/parse.hpp>
#include <hantext/numeral/scan.hpp>
#include <hantext/numeral/types.hpp>
