// clang-format off
/// \file
/// A rule engine for Chinese text: rules are plain text that an analyst can edit, matching works on
/// characters without word segmentation, and its cost is linear in the text.
///
/// A pack is UTF-8 text; `#` starts a comment:
///
///     lexicon verb = 开展 启动 建成(status=completed) ;     # words, with attributes where useful
///     pattern name = ( not before(<verb>) [han] ){2,12} ;  # a part that rules share
///     record initiative set actor = nearest @actor before ; # for all rules of the type
///     rule campaign.verb emits initiative at title
///       = <verb> "了"? title:( name "活动" )
///       set name = title, status = nearest <verb>.status before
///       example "开展清河活动" => text = 清河活动 ;
///
/// "The rule language" in the README explains it with an example of each construct. Its grammar:
///
///     pack       = { statement ";" } ;
///     statement  = "import" ( name | text ) | "annotation" name | "off" ( "lexicon" | "rule" ) path
///                | lexicon | pattern | record | rule | example ;
///     lexicon    = [ "extend" | "replace" ] "lexicon" name [ attributes ]
///                  "=" { word [ attributes ] | "@" word } ;
///     attributes = "(" name "=" word { "," name "=" word } ")" ;
///     pattern    = "pattern" name "=" choice ;
///     record     = "record" name [ "keep" ( "leftmost" | "longest" | "priority" | "outermost"
///                  | "distinct" ) ] [ fields ] ;
///     rule       = [ "replace" ] "rule" path ( "emits" | "blocks" ) name
///                  { "at" name | "each" name | "priority" number }
///                  "=" choice { guard } [ fields ] { example } ;
///     choice     = sequence { "|" sequence } ;
///     sequence   = item { item } ;
///     item       = [ name ":" ] atom [ ( "?" | "{" number [ "," number ] "}" ) [ "?" ] ] ;
///     atom       = text | "<" name ">" | "@" name | "[" class { class } "]" | name | "(" choice ")"
///                | "edge" | "paragraph" | [ "not" ] ( "before" | "after" ) "(" choice ")" ;
///     class      = "han" | "digit" | "latin" | "punctuation" | "space" | "other" | "any" ;
///     guard      = "unless" choice extent
///                | "within" ( number | "clause" | "sentence" | "paragraph" | "heading" ) extent
///                | "where" test { "or" test } ;
///     extent     = [ "between" name "and" name | "in" name ] ;
///     test       = [ "not" ] part [ ( "=" | "!=" | "<" | "<=" | ">" | ">=" ) operand
///                  | "in" ( "<" name ">" | "@" name | "(" operand { "," operand } ")" ) ] ;
///     operand    = part | number ;
///     fields     = "set" name "=" value { "," name "=" value } ;
///     value      = sum { "or" sum } ;
///     sum        = part { "+" part } ;
///     part       = text | name [ "." name ]
///                | "nearest" ( "<" name ">" | "@" name ) [ "." name ] [ "before" | "after" ]
///                  [ "in" ( "clause" | "sentence" | "paragraph" | "heading" | "page" ) ]
///                  [ "within" number ] ;
///     example    = "example" text expected { expected } | "counter-example" text { "=>" name } ;
///     expected   = "=>" [ name ] [ wanted { "," wanted } ] ;
///     wanted     = name "=" word | "not" name ;
///     path       = name { "." name } ;
///
/// A paragraph of more than 64 KiB is read in parts, each of them a paragraph for `in paragraph`, a
/// sentence of more than 4,096 characters in pieces of that length. Types run in the order of their
/// first rules, and within a type records are made in the order of the text, so that `nearest` may
/// name the rule's own type.
///
/// Public names: `rules::compile`, `rules::compilation`, `rules::source`, `rules::check`,
/// `rules::diagnostic`, `rules::program`, `rules::engine`, `rules::match`, `rules::field`,
/// `rules::locate`.
///
/// Not included here: <hantext/rules/compiled.hpp> for packs in code,
/// <hantext/rules/explain.hpp> for why a rule did not match, <hantext/rules/typed.hpp> for records
/// as structs.
// clang-format on
#pragma once

#include <hantext/rules/check.hpp>
#include <hantext/rules/compile.hpp>
#include <hantext/rules/engine.hpp>
#include <hantext/rules/generate.hpp>
#include <hantext/rules/lattice.hpp>
#include <hantext/rules/program.hpp>
#include <hantext/rules/search.hpp>
#include <hantext/rules/storage.hpp>
