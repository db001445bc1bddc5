#!/bin/sh
# Tests of the program from the command line: sh cli.sh PROGRAM DATA TEST
# Each test_NAME function below is one test; TEST says which to run.
set -u

hantext=$1
data=$2
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
failures=0

fail() {
  echo "FAILED: $1"
  head -n 12 "$work/out" | cut -c 1-300 | sed 's/^/  stdout: /'
  head -n 12 "$work/err" | cut -c 1-300 | sed 's/^/  stderr: /'
  failures=$((failures + 1))
}

# run CODE ARGUMENT… runs the program (input from $work/in) and checks its exit code.
run() {
  wanted=$1
  shift
  called="hantext $*"
  "$hantext" "$@" <"$work/in" >"$work/out" 2>"$work/err"
  code=$?
  [ "$code" -eq "$wanted" ] || fail "$called: exit code $code, wanted $wanted"
}
out_has() { grep -qF -e "$1" "$work/out" || fail "$called: stdout without '$1'"; }
err_has() { grep -qF -e "$1" "$work/err" || fail "$called: stderr without '$1'"; }
out_lacks() { ! grep -qF -e "$1" "$work/out" || fail "$called: stdout with '$1'"; }
out_is() { [ "$(cat "$work/out")" = "$1" ] || fail "$called: stdout is not '$1'"; }
err_lacks() { ! grep -qF -e "$1" "$work/err" || fail "$called: stderr with '$1'"; }
err_empty() { [ ! -s "$work/err" ] || fail "$called: stderr is not empty"; }
out_empty() { [ ! -s "$work/out" ] || fail "$called: stdout is not empty"; }
count() { grep -cF -e "$1" "$work/out"; }

: >"$work/in"

test_usage() {
  run 0 --version
  out_has "hantext 0."
  cp "$work/out" "$work/expected"
  run 0 -V
  out_is "$(cat "$work/expected")"
  run 0 --help
  out_has "usage: hantext COMMAND"
  for command in extract dedup clean number validate check explain; do
    run 0 $command --help
    out_has "usage: hantext $command"
    out_has "example:"
    err_empty
  done
  run 0 clean --help
  mv "$work/out" "$work/expected"
  run 0 help clean
  cmp -s "$work/out" "$work/expected" || fail "help clean is not clean --help"
  run 0 help
  out_has "usage: hantext COMMAND"
  run 2 --hlep
  err_has "unknown option '--hlep'; did you mean '--help'?"
  run 2
  err_has "usage: hantext COMMAND"
  run 2 extrakt x
  err_has "unknown command 'extrakt'; did you mean 'extract'?"
  run 2 --format csv extract x
  err_has "name the command first"
  run 2 extract --fromat csv x
  err_has "no option '--fromat'; did you mean '--format'?"
  err_has "hantext extract --help"
  run 2 extract --format cvs x
  err_has "did you mean 'csv'?"
  run 2 extract --format
  err_has "'--format' needs a value"
  run 2 extract
  err_has "needs a file"
  run 2 extract --threshold 0.5 x
  err_has "'extract' has no option '--threshold'; 'dedup' has one"
  run 2 dedup --threshold 2 x
  err_has "'2' is not a share from 0.5 to 1"
  run 2 extract --quiet=yes x
  err_has "'--quiet' takes no value"
  run 2 extract --encoding klingon x
  err_has "'klingon' is no encoding"
  run 2 extract --encoding gb1830 x
  err_has "did you mean 'gb18030'?"
  run 2 extract --encodng gbk x
  err_has "did you mean '--encoding'?"
  run 2 clean --quite x
  err_has "did you mean '--quiet'?"
  run 2 clean --enc gbk x
  err_has "did you mean '--encoding'?"
  run 2 extract --format xml x
  err_lacks "did you mean" # nothing is near
  run 2 clean -jx x
  err_has "'x' is not a number of jobs"
  run 2 clean --jobs none x
  err_has "'none' is not a number of jobs"
  out_empty
}

# The manual page, and what bash completes.
test_help() {
  run 0 --manual
  out_has '.TH HANTEXT 1'
  for word in extract dedup clean number validate explain '\-\-encoding' 'NO_COLOR' 'EXIT STATUS'; do
    out_has "$word"
  done
  if command -v mandoc >/dev/null; then
    cp "$work/out" "$work/hantext.1" # it takes the section from the name
    mandoc -T lint -W warning "$work/hantext.1" | grep -v "missing date" >"$work/lint"
    [ ! -s "$work/lint" ] || fail "mandoc: $(cat "$work/lint")"
  elif command -v man >/dev/null; then
    LC_ALL=C.UTF-8 man --warnings -l "$work/out" 2>&1 >/dev/null | grep . && fail "man warns"
  fi

  run 0 --completion
  command -v bash >/dev/null || return 0
  cp "$work/out" "$work/completion"
  complete() { # complete WORD…: what the last word may become
    bash -c '. "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _hantext
             printf "%s\n" "${COMPREPLY[@]}"' - "$work/completion" hantext "$@" >"$work/out"
    called="completion of $*"
  }
  complete ext
  out_is extract
  complete extract --format ''
  out_is 'jsonl
csv
md
html'
  complete extract --enc
  out_is --encoding
  cp "$data/1.txt" "$work/a page.txt"
  complete extract "$work/a p"
  out_is "$work/a page.txt"
  complete number --enc
  out_is ''
  complete extract "$data/1"
  out_is "$data/1.txt"
}

# Colour and progress are for terminals alone, and not for those who say NO_COLOR.
test_terminal() {
  esc=$(printf '\033')
  run 1 extract "$work/absent"
  ! grep -q "$esc" "$work/err" || fail "colour without a terminal"
  command -v script >/dev/null || return 0
  on_terminal() { TERM=xterm script -qec "$*" /dev/null >"$work/out" </dev/null; called=$*; }
  on_terminal "'$hantext' extract '$work/absent'"
  out_has "$esc[1;31mhantext:"
  on_terminal "NO_COLOR=1 '$hantext' extract '$work/absent'"
  ! grep -q "$esc" "$work/out" || fail "colour in spite of NO_COLOR"
  # What takes long is told there, and wiped away; not with --quiet, nor elsewhere.
  on_terminal "'$hantext' dedup -o '$work/copies' '$data'"
  out_has "looking for copies"
  on_terminal "'$hantext' dedup --quiet -o '$work/copies' '$data'"
  out_empty
  run 0 dedup "$data"
  err_lacks "looking for copies"
}

test_encoding() {
  command -v iconv >/dev/null || { echo "skipped: no iconv"; exit 77; }
  for encoding in GB18030 GBK UTF-16; do
    iconv -f UTF-8 -t $encoding "$data/2.txt" >"$work/page.txt"
    run 0 extract --encoding $encoding "$work/page.txt"
    mv "$work/out" "$work/other"
    cp "$data/2.txt" "$work/page.txt"
    run 0 extract "$work/page.txt"
    cmp -s "$work/out" "$work/other" || fail "$encoding gives other records than UTF-8"
  done
  printf '清源縣的治水工作，是大家都說好的。我們縣裡的人，為了這條河，做了不少的事。\n' |
    iconv -f UTF-8 -t BIG5 >"$work/big5.txt"
  run 0 clean --encoding big5 "$work/big5.txt"
  out_has '清源縣的治水工作'

  # A hint, where the bytes read well as something else.
  run 1 clean "$work/big5.txt"
  err_has "this reads as BIG5; try --encoding BIG5"
  iconv -f UTF-8 -t GB18030 "$data/2.txt" >"$work/gb.txt"
  run 1 validate "$work/gb.txt"
  err_has "this reads as GB18030; try --encoding GB18030"
  run 1 clean --quiet "$work/gb.txt"
  err_has "$work/gb.txt: byte"
  err_lacks 'try --encoding'
  iconv -f UTF-8 -t UTF-16 "$data/2.txt" >"$work/wide.txt"
  run 1 validate "$work/wide.txt"
  err_has "try --encoding UTF-16"
  printf 'ab\377\300' >"$work/binary.txt"
  run 1 validate "$work/binary.txt"
  err_lacks 'try --encoding'

  # Damaged bytes are told, the rest is read.
  { iconv -f UTF-8 -t GB18030 "$data/2.txt"; printf '\377\377\n'; } >"$work/damaged.txt"
  run 1 extract --encoding GB18030 "$work/damaged.txt"
  err_has "$work/damaged.txt: byte $(($(wc -c <"$work/gb.txt"))): not well-formed GB18030 (and 1 more byte)"
  out_has '"type":"metric"'
}

test_paths() {
  mkdir -p "$work/a/b"
  cp "$data/1.txt" "$work/a/1.txt"
  cp "$data/2.txt" "$work/a/b/2.md"
  cp "$data/3.txt" "$work/a/3.text"
  run 0 validate "$work/a"
  out_is "$(run 0 validate "$work/a/1.txt" "$work/a/b/2.md"; cat "$work/out")"
  run 0 validate "$work/a/*.t*xt"
  out_has "$work/a/1.txt: well-formed"
  out_has "$work/a/3.text: well-formed"
  run 0 clean -o "$work/a/all.txt" "$work/a"
  cp "$work/a/all.txt" "$work/once"
  for pages in "$work/a" "$work/a/*.t*xt"; do # what was written there is no page
    run 0 clean -o "$work/a/all.txt" "$pages"
    err_has "$work/a/all.txt: not read, since -o writes it"
  done
  run 0 clean -q -o "$work/a/all.txt" "$work/a"
  cmp -s "$work/a/all.txt" "$work/once" || fail "the output was read as a page"
  err_empty
  rm "$work/a/all.txt"
  run 1 validate "$work/a/*.none"
  err_has "$work/a/*.none: No such file"
  cp "$data/1.txt" "$work/a/[1].txt"
  run 0 validate "$work/a/[1].txt"
  out_has "$work/a/[1].txt: well-formed"
}

test_check() {
  printf '清海\n' >"$work/seas.txt"
  printf 'lexicon sea = @seas.txt ;\nrule my.sea emits initiative at n priority 9 = n:( <sea> "行动" )\n' >"$work/rules"
  printf '  set kind = "campaign" example "开展清海行动" => kind = plan ;\n' >>"$work/rules"
  run 1 check "$work/rules"
  out_has "$work/rules:3:"
  out_has 'error: expected kind = "plan", found "campaign" in initiative[清海行动] by my.sea'
  err_has "1 error, 0 warnings"
  # Each kind of mistake, and of what looks like one, with its file, line and column.
  printf 'lexicon v = 甲(a=1) 甲(a=2) ; lexicon u = 乙 ; lexicon none = 丙 ; off lexicon none ;\n' >"$work/rules"
  printf 'rule a emits r = <v> example "甲" => text = 乙 ;\nrule b emits r = <v> ;\n' >>"$work/rules"
  printf 'rule c emits r = <none> "丁" ;\n' >>"$work/rules"
  run 1 check "$work/rules"
  for told in '1:20: warning: the lexicon lists this word with different attributes; keep one of them' \
    '1:37: warning: nothing uses this; remove it or use it' \
    '2:37: error: expected text = "乙", found "甲" in r[甲] by a' \
    '3:6: warning: this never wins: another rule or alternative before it matches the same' \
    '4:6: warning: this can never match; what it needs is never there'; do
    out_has "$work/rules:$told"
  done
  err_has "1 error, 4 warnings"
  printf 'rule a emits r = "甲" ( "乙"? ){2,9} ;\nrule b emits r = after( [han]{1,} ) "甲" ;\n' >"$work/rules"
  printf 'rule c emits r = <vreb> ;\nlexicon w = 甲 ;\nrule d emits r = <w ;\n' >>"$work/rules"
  run 1 check "$work/rules"
  for told in '1:22: error: this can match the empty text; make at least one part of it necessary' \
    '2:33: error: expected a number in digits' '3:19: error: there is no lexicon of this name above' \
    "5:21: error: expected '>' here"; do
    out_has "$work/rules:$told"
  done
  printf 'import china_gov ; import time ; off rule quantity ; extend lexicon run_verb = 开办 ;\n' >"$work/rules"
  run 0 check --quiet "$work/rules"
  out_empty
  err_empty
  run 0 extract --rules "$work/rules" "$data/2.txt"
  out_lacks '"type":"metric"'
}

test_explain() {
  printf 'rule dig.any emits dig = ( "开挖" | "疏浚" ) [han]{0,4} n:@number "公里" where n.value > 5 ;\n' >"$work/rules"
  printf '清源县水利站\n\n今年，该站开挖河道30公里，疏浚沟渠2公里。\n\n疏浚塘坝4口。\n' >"$work/page.txt"
  run 0 explain --rules "$work/rules" --rule dig.any "$work/page.txt"
  out_is "$work/page.txt: rule dig.any of $work/rules: 1 match, 2 near misses; the nearest miss, at 5:6, expected \"公里\", found \"口\"
$work/page.txt:3:6: matched \"开挖河道30公里\"
  今年，该站开挖河道30公里，疏浚沟渠2公里。
  　　　　　＾＾＾＾^^＾＾
$work/page.txt:3:15: refused \"疏浚沟渠2公里\": 'where' does not hold: n.value is \"2\"
  今年，该站开挖河道30公里，疏浚沟渠2公里。
  　　　　　　　　　  　　　＾＾＾＾^＾＾
$work/page.txt:5:6: stopped after \"疏浚塘坝4\": expected \"公里\", found \"口\"
  疏浚塘坝4口。
  　　　　 ＾"
  err_empty
  run 0 explain --all --rules "$work/rules" --rule dig.any "$work/page.txt"
  out_has "  - 'where' holds: n.value is \"30\""
  out_has '  - "公里"'
  run 0 explain --rule time.months "$data/1.txt"
  out_has "1.txt: rule time.months of china_gov: 0 matches, "
  out_has " more near misses; --all shows them"
  printf '今天没有什么可写。\n' >"$work/other.txt"
  run 0 explain --quiet --rules "$work/rules" --rule dig.any "$work/other.txt"
  out_empty
  err_empty
  run 2 explain --rules "$work/rules" --rule dig.ayn "$work/page.txt"
  err_has "there is no rule 'dig.ayn'; did you mean 'dig.any'?"
  run 2 explain "$work/page.txt"
  err_has "'explain' needs a rule: --rule NAME"
  run 1 explain --rules "$work/rules" --rule dig.any "$work/absent" "$work/page.txt"
  err_has "$work/absent: No such file"
  out_has "matched"
}

test_bad_input() {
  good=$data/2.txt
  run 1 extract "$work/absent.txt" "$good"
  err_has "$work/absent.txt: No such file"
  out_has '"type":"metric"'

  : >"$work/empty.txt"
  run 1 extract "$work/empty.txt" "$good"
  err_has "$work/empty.txt: the file is empty"
  out_has '"type":"metric"'

  printf '\037\213\010' >"$work/pages.txt"
  printf '%%PDF-1.7\n' >"$work/page.txt"
  run 1 extract "$work/pages.txt" "$work/page.txt" "$good"
  err_has "$work/pages.txt: this is gzip"
  err_has "$work/page.txt: this is PDF"
  out_has '"type":"metric"'

  printf ' \n\n\343\200\200\n' >"$work/blank.txt"
  run 1 extract "$work/blank.txt"
  err_has "$work/blank.txt: the file holds white space only"

  mkdir "$work/folder"
  run 1 extract "$work/folder" "$good"
  err_has "$work/folder: this folder holds no *.txt or *.md file"
  out_has '"type":"metric"'

  # 清源县 with its second character broken off after two bytes.
  printf '\346\270\205\346\272\345\216\277修路12公里。\n' >"$work/broken.txt"
  run 1 extract "$work/broken.txt" "$good"
  err_has "$work/broken.txt: byte 3: a UTF-8 character breaks off"
  out_has '"quote":"12公里"'
  for command in clean dedup validate; do
    run 1 $command "$work/broken.txt"
    err_has "$work/broken.txt: byte 3:"
  done

  if [ "$(id -u)" -ne 0 ]; then # root may read everything
    cp "$good" "$work/locked.txt"
    chmod 000 "$work/locked.txt"
    run 1 extract "$work/locked.txt"
    err_has "$work/locked.txt: Permission denied"
  fi

  run 1 extract -o "$work/absent/out" "$good"
  err_has "$work/absent/out: No such file"

  printf 'rule broken emits metric = ;\n' >"$work/rules"
  run 1 extract --rules "$work/rules" "$good"
  err_has "$work/rules:1:"
  err_has "rule broken emits metric = ;"
  out_empty
}

test_extract() {
  run 0 extract "$data"
  err_empty
  [ "$(count '"type":"document"')" -eq 3 ] || fail "a document record for each page"
  out_has '"quote":"46条","value":"46","unit":"条","normalized":null,"base_unit":null,"bound":"exact"'
  out_has '"value":"27000","unit":"立方米"'
  out_has '"name":"清水润城专项行动","kind":"campaign"'
  out_has '{"type":"duplicate","kind":"exact","similarity":1,'

  run 0 extract -o "$work/report" "$data"
  out_empty
  run 0 extract "$data"
  cmp -s "$work/out" "$work/report" || fail "-o writes what standard output would get"

  cp "$data/1.txt" "$work/in"
  run 0 extract -
  out_has '"doc":"-"'
  out_has '"quote":"46条"'
  : >"$work/in"

  run 0 extract -fcsv -j 2 -q --output="$work/short" "$data"
  out_empty
  run 0 extract --format csv "$data"
  cmp -s "$work/out" "$work/short" || fail "short options do what long ones do"
  out_has 'type,doc,paragraph,start,end,text,value'
  [ "$(head -c 3 "$work/out")" = typ ] || fail "no byte order mark unless asked for"
  run 0 extract --format csv --bom "$data"
  [ "$(head -c 3 "$work/out")" = "$(printf '\357\273\277')" ] || fail "--bom"
  run 0 extract --format md "$data"
  out_has '## Initiatives'
  run 0 extract --format html "$data"
  out_has '<!DOCTYPE html>'
  run 0 extract --format html --lang zh -o "$work/site/" "$data"
  out_empty
  for file in index.html report.css report.js page-0001.html page-0003.html; do
    [ -s "$work/site/$file" ] || fail "a report in a folder has $file"
  done
  grep -q 'data-language="zh"' "$work/site/page-0002.html" || fail "--lang zh"

  # A rule of one's own works beside the built-in ones.
  printf 'rule own.watch emits initiative = "推窗见绿" set kind = "plan";\n' >"$work/rules"
  run 0 extract --rules "$work/rules" "$data/1.txt"
  out_has '"rule":"own.watch"'
  out_has '"type":"metric"'
}

test_dedup() {
  run 0 dedup "$data"
  out_has '{"type":"duplicate","kind":"exact","similarity":1,'
  out_lacks '"type":"paragraph"'
  cp "$data/1.txt" "$work/again.txt"
  run 0 dedup "$data/1.txt" "$work/again.txt"
  out_has "$work/again.txt"
  run 0 dedup --format csv "$data"
  out_has 'group,kind,similarity,doc,paragraph,start,end,text'
  run 0 dedup --format md "$data"
  out_has '## Duplicates'
  run 0 dedup --threshold 1 "$data"
  out_lacks '"kind":"near"'

  printf '清源县水利站昨日检修了三台水泵。\n\n安平街道开办夜校两百多人报名。\n' >"$work/a.txt"
  printf '清源县水利站昨日检修了三台水泵!\n\n今晨，安平街道开办夜校两百多人报名，场面很热闹。\n' >"$work/b.txt"
  run 0 dedup --drop "$work/a.txt" "$work/b.txt"
  out_is '清源县水利站昨日检修了三台水泵。
今晨，安平街道开办夜校两百多人报名，场面很热闹。'
  err_has '2 of 4 paragraphs (50.0 %) are copies: 1 exact, 0 near, 1 inside another'
  run 0 dedup --scope within "$work/a.txt" "$work/b.txt"
  out_empty
  err_has '0 of 4 paragraphs'
  printf '{"id":"甲","text":"清源县水利站昨日检修了三台水泵"}\n{"id":"乙","text":"清源县水利站昨日检修了三台水泵\\n\\n别的事情也有一件\"要\"说"}\n' >"$work/in"
  run 0 dedup --drop --input jsonl -
  out_is '{"id":"甲","text":"清源县水利站昨日检修了三台水泵"}
{"id":"乙","text":"别的事情也有一件\"要\"说"}'
  printf '今年以来他们新修道路三十多公里绿化荒山两千亩，之后又去了别处。\n' >"$work/a.txt"
  printf '村里人说，今年以来他们新修道路三十多公里绿化荒山两千亩！\n' >"$work/b.txt"
  run 0 dedup --threshold 1 "$work/a.txt" "$work/b.txt"
  out_empty
  run 0 dedup --run 20 --threshold 1 "$work/a.txt" "$work/b.txt"
  out_has '"kind":"contained"'
  run 2 dedup --run 3 x
  err_has "'3' is not a number of characters from 12"
  run 2 dedup --drop=yes x
  err_has "'--drop' takes no value"
}

test_clean() {
  run 0 clean "$data/1.txt"
  out_has '该街道办事处主任沈兰介绍'
  [ "$(grep -c '' "$work/out")" -eq 6 ] || fail "six paragraphs, one a line"
  printf '一行\n' >"$work/in"
  run 0 clean -
  out_is '一行'
  run 0 clean --map "$data/2.txt"
  out_has "2.txt	1	13	headline	清源新闻"
  run 2 clean --map=yes "$data/1.txt"
  err_has "takes no value"
}

test_number() {
  run 0 number 三万五千
  out_is 35000
  run 0 number 4.3万 -12.5
  out_is "43000
-12.5"
  run 0 number --to upper 12.5
  out_is '壹拾贰点伍'
  run 0 number --to lower 35000
  out_is '三万五千'
  run 0 number --to digits 2021
  out_is '二〇二一'
  run 0 number --to arabic 三千零二
  out_is 3002
  run 0 number 30多
  out_is 'over 30'
  run 0 number 三四十
  out_is '30–40'
  run 1 number 三万猫 五
  err_has "'三万猫': byte 6:"
  out_is 5

  # Sums of money, shares, codes, a text a line.
  run 0 number 人民币壹仟陆佰捌拾元零叁角贰分 百分之三十 三分之二
  out_is '1680.32
30%
2/3'
  run 0 number --codes 三四
  out_is 34
  printf '三万\r\n\n五\n' >"$work/in"
  run 0 number -
  out_is '30000
5'
  run 0 number 零零三 第三
  out_is '003
3'
  run 0 number --to digits 007
  out_is '〇〇七'
  run 1 number --mode strict 三百五 三百五十
  err_has "'三百五': byte"
  out_is 350
  run 0 number --mode lenient '一O二'
  out_is 102
  run 0 number --zhao 6 3兆
  out_is 3000000
  run 0 number --large-units 1京
  out_is 10000000000000000
  run 0 number --stacked 万万
  out_is 100000000
  run 0 number --accounting 弐拾
  out_is 20
  run 2 number --zhao 7 3兆
  err_has "'7' is not one of 6, 12, 16"
  run 1 number 三百五元
  err_has "'三百五元': byte 9:"

  # Every style and choice in writing.
  run 0 number --to lower 百分之30 三分之2 30多 3-5万
  out_is '百分之三十
三分之二
超过三十
三万至五万'
  run 0 number --to lower --traditional --liang 20005
  out_is '兩萬零五'
  run 0 number --to digits --zero ling 2021
  out_is '二零二一'
  run 0 number --to ordinal 三
  out_is '第三'
  run 0 number --to money --renminbi 12.5
  out_is '人民币壹拾贰元伍角'
  run 0 number --to money --zheng 12.5
  out_is '壹拾贰元伍角整'
  run 0 number --to compact 43000 541000000
  out_is '4.3万
5.41亿'
  run 0 number --to compact --places 2 --round half-up 1234567
  out_is '123.46万'
  run 0 number --places 1 --round half-even 三点一四一六
  out_is 3.1
  run 1 number --places 1 三点一四一六
  err_has "'三点一四一六': this number cannot be written exactly"
  run 1 number --to money 0.005 1
  err_has "'0.005': this number cannot be written exactly"
  out_is '壹元整'
  run 1 number --to digits 百分之三
  err_has 'a share can be written as'
  run 2 number --to lowre 3
  err_has "did you mean 'lower'?"
  run 2 number --round nearest 3
  err_has "'nearest' is not one of exact, half-even"
  run 2 number --places two 3
  err_has "'two' is not a number of places"
  run 2 number --liang=yes 3
  err_has "'--liang' takes no value"

  run 0 number --scan 全县3万5千户，近百人
  out_is '6-14 3万5千 35000
20-26 近百 under 100'

  run 0 number --explain 一百二十三万零五
  out_is '一百二十三万零五
  number      1230005
  form        Chinese numerals
  in full     一百二十三万零五
  pieces      一百二十三万 (1230000) + 零五 (5)'
  run 0 number --explain 三百五 3至5万
  out_has '  in full     三百五十'
  out_has '  pieces      三百 (300) + 五 (50)'
  out_has '  left out    the last multiplier'
  out_has '  multiplier  belongs to both ends'
  run 0 number --explain 两年半 第三
  out_has '  measure     半 is half a 年'
  out_has '  meaning     a place in an order'
  out_has '  in full     第三'
  run 1 number --explain 一百百
  out_has '  at byte     6, 一百▸百'
  out_has '  read so far 100'
  err_has "'一百百': byte 6:"
}

test_validate() {
  run 0 validate "$data"
  out_has "$data/1.txt: well-formed UTF-8"
  printf 'ab\377c\300' >"$work/broken.txt"
  run 1 validate "$work/broken.txt" "$data/1.txt"
  err_has "$work/broken.txt: byte 2: a byte that UTF-8 never uses"
  err_has "(and 1 more place)"
  out_has "$data/1.txt: well-formed UTF-8"
}

test_jsonl() {
  cat >"$work/pages.jsonl" <<'END'
{"id":"a-1","text":"清源县开展“清水润城”专项行动，排查河渠46条。\n"}
{"id":7,"other":[{"x":[]},null,-1.5e3,"]}"],"text":"\u6e05\u6e90\u53bf\ud83d\ude00修路12公里。"}

{"text":"没有名字的一页，投资3万元。"}
END
  run 0 extract --input jsonl "$work/pages.jsonl"
  out_has '"doc":"a-1"'
  out_has '"doc":"7"'
  out_has "\"doc\":\"$work/pages.jsonl:4\""
  out_has '清源县😀修路12公里。'

  printf '{"n":"x","body":"投资3万元。"}\n' >"$work/in"
  run 0 extract --input jsonl --field body --id n -
  out_has '"doc":"x"'

  cat >"$work/nested.jsonl" <<'END'
{"meta":{"id":"n-1","x":{"body":"no"}},"page":{"no":1,"body":{"zh":"投资3万元。","en":"x"},"z":[{}]},"q":0}
{"page":{"body":{}},"page":{"body":{"zh":"投资5万元。"}},"meta":{}}
{"page":{"body":"投资7万元。"}}
{"page":{"body":{"zh":"投资8万元。"},}}
{"page.body.zh":"投资9万元。","meta.id":"n-5"}
END
  run 1 extract --input jsonl --field page.body.zh --id meta.id "$work/nested.jsonl"
  out_has '"doc":"n-1"'
  out_has '"quote":"3万元"'
  out_has "\"doc\":\"$work/nested.jsonl:2\""
  out_has '"quote":"5万元"'
  out_lacks '7万元'
  err_has "nested.jsonl:3: the object has no text member 'page.body.zh'"
  err_has "nested.jsonl:4: byte"
  out_has '"doc":"n-5"'

  cat >"$work/bad.jsonl" <<'END'
{"id":"a","text":"投资3万元。"}
{"id":"b","text":"x",}
{"id":"c"}
{"id":"d","text":"\ud800"}
[1]
{"id":"e","text":"未完
{"id":"f","text":"投资5万元。"} x
{"id":"g","text":""}
{"id":"h","text":"投资6万元。"}
END
  run 1 extract --input jsonl "$work/bad.jsonl"
  err_has "bad.jsonl:2: byte"
  err_has "bad.jsonl:3: the object has no text member 'text'"
  err_has "bad.jsonl:4: byte"
  err_has "bad.jsonl:5: byte"
  err_has "expected '{'"
  err_has "bad.jsonl:6: byte"
  err_has "bad.jsonl:7: byte"
  err_has "something follows the object"
  err_has "bad.jsonl:8: the text is empty"
  out_has '"doc":"a"'
  out_has '"doc":"h"'
}

test_jobs() {
  for copy in 1 2 3 4; do
    cp "$data/1.txt" "$work/$copy-1.txt"
    cp "$data/2.txt" "$work/$copy-2.txt"
    cp "$data/3.txt" "$work/$copy-3.txt"
  done
  for format in jsonl csv md html; do
    run 0 extract --format $format --jobs 1 "$work"
    cp "$work/out" "$work/one"
    run 0 extract --format $format --jobs 4 "$work"
    cmp -s "$work/out" "$work/one" || fail "--jobs 4 gives other bytes than --jobs 1 ($format)"
  done
}

"test_$3"
[ "$failures" -eq 0 ] || exit 1
