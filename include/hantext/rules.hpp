/// \file
/// A rule engine for Chinese text: rules are plain text that an analyst can edit, matching works on
/// characters without word segmentation, and its cost is linear in the text.
///
/// A pack is UTF-8 text; `#` starts a comment. It holds four kinds of statement:
///
///     lexicon verb = 开展 启动 建成(status=completed) ;     # words, with attributes where useful
///     pattern name = ( not before(<verb>) [han] ){2,12} ;  # a part that rules share
///     record initiative set actor = nearest @actor before ; # for all rules of the type
///     rule campaign.verb emits initiative at title
///       = <verb> "了"? title:( name "活动" )
///       set name = title, status = nearest <verb>.status before ;
///
/// A pattern is made of
///
///     "文本" '文本'          the text itself, whatever its width: "，" also matches a comma
///     <verb>               a word of that lexicon, the longest first
///     [han digit]          one character of these classes: han digit latin punctuation space
///                          other any
///     @number              an annotation: @number (a numeral of any form), @percent (百分之…),
///                          @quoted and @title (quotation and 《》 with their marks), or a
///                          record that rules of an earlier type emitted
///     name                 a pattern defined above
///     ( … | … )            a group; alternatives are tried in order
///     …?  …{2}  …{2,12}    optional, repeated; as many as possible, or few with {2,12}?
///     title:…              capture
///     before(…|…)  after(…|…)  not before(…)  not after(…)
///                          looks ahead or behind without consuming; each alternative is one text,
///                          lexicon, class, annotation, `edge` (of the sentence) or `paragraph`
///                          (the edge of the paragraph)
///
/// A match lies within one sentence, or within one piece of 4,096 characters of a longer one; a
/// paragraph of more than 64 KiB is read in parts, each of them a paragraph for `in paragraph`.
/// A rule `emits` a record whose place is the whole match or the
/// capture named by `at`; a rule that `blocks` instead takes the place and emits nothing, which is
/// how exceptions are written. Within one record type places never overlap: the leftmost wins, then
/// the longest, then the rule that stands first. Types run in the order of their first rules.
///
/// `set` gives a record its fields; `record` gives those that all rules of a type share, where a
/// rule does not set them itself and has the captures that they name. A value is a "text", a
/// capture, an attribute of what a capture covers (`verb.status`; a number has value, value_high
/// and bound, a quotation has inner, a record has its fields), or `nearest` and an annotation, with
/// an attribute where wanted, `before` or `after` the record, `in clause`, `in sentence` (if
/// nothing is said) or `in paragraph`. `or` joins alternatives, of which the first that is there
/// counts; a field without a value is left out. `nearest … before` may name the rule's own type:
/// records are made in the order of the text.
///
///     pack      = { lexicon | pattern | record | rule } ;
///     lexicon   = "lexicon" name [ attributes ] "=" { word [ attributes ] } ";" ;
///     attributes = "(" name "=" word { "," name "=" word } ")" ;
///     pattern   = "pattern" name "=" choice ";" ;
///     record    = "record" name fields ";" ;
///     fields    = "set" name "=" value { "," name "=" value } ;
///     rule      = "rule" name { "." name } ( "emits" | "blocks" ) name [ "at" name ] "=" choice
///                 [ fields ] ";" ;
///     choice    = sequence { "|" sequence } ;
///     sequence  = item { item } ;
///     item      = [ name ":" ] atom [ "?" | "{" number [ "," number ] "}" [ "?" ] ] ;
///     atom      = text | "<" name ">" | "[" class { class } "]" | "@" name | name
///               | "(" choice ")" | [ "not" ] ( "before" | "after" ) "(" edge { "|" edge } ")" ;
///     edge      = text | "<" name ">" | "[" class { class } "]" | "@" name | "edge"
///               | "paragraph" ;
///     value     = source { "or" source } ;
///     source    = text | name [ "." name ]
///               | "nearest" ( "<" name ">" | "@" name ) [ "." name ] [ "before" | "after" ]
///                 [ "in" ( "clause" | "sentence" | "paragraph" ) ] ;
///
/// Public names: `rules::compile`, `rules::program`, `rules::engine`, `rules::match`,
/// `rules::field`, `rules::locate`.
#pragma once

#include <hantext/rules/check.hpp>
#include <hantext/rules/compile.hpp>
#include <hantext/rules/engine.hpp>
#include <hantext/rules/generate.hpp>
#include <hantext/rules/lattice.hpp>
#include <hantext/rules/program.hpp>
#include <hantext/rules/search.hpp>
#include <hantext/rules/storage.hpp>
