// What Recognizers-Text and simdutf (which Node.js is built with) say of the texts of a JSON array on
// standard input; for compare.py. With a number of seconds as argument: the bytes of the first text
// that Recognizers-Text reads in that time, line by line, and the time that they took.
"use strict";
const {isUtf8} = require("node:buffer");
const suite = require("@microsoft/recognizers-text-suite");
const texts = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
const culture = suite.Culture.Chinese;
const seen = (found) => found.map((one) =>
  one.text + " = " + ((one.resolution && one.resolution.value) || "?") +
  ((one.resolution && one.resolution.unit) ? " " + one.resolution.unit : "") +
  " [" + one.start + "-" + one.end + "]");
const recognizers = ["recognizeNumber", "recognizePercentage", "recognizeCurrency", "recognizeDimension"];
if (process.argv[2]) {
  for (const recognize of recognizers) suite[recognize]("三万元", culture); // makes its models
  const begin = process.hrtime.bigint();
  const passed = () => Number(process.hrtime.bigint() - begin) / 1e9;
  let bytes = 0;
  for (const line of Buffer.from(texts[0], "base64").toString("utf8").split("\n")) {
    for (const recognize of recognizers) suite[recognize](line, culture);
    bytes += Buffer.byteLength(line) + 1;
    if (passed() > Number(process.argv[2])) break;
  }
  console.log(JSON.stringify({bytes, seconds: passed()}));
  process.exit();
}
const results = texts.map((bytes) => {
  const buffer = Buffer.from(bytes, "base64");
  const text = buffer.toString("utf8");
  const found = [];
  for (const recognize of recognizers) {
    for (const one of seen(suite[recognize](text, culture))) {
      if (!found.includes(one)) found.push(one);
    }
  }
  return {recognizers: found, simdutf: isUtf8(buffer)};
});
console.log(JSON.stringify({results, simdutf: process.versions.simdutf}));
