// What Recognizers-Text and simdutf (which Node.js is built with) say of the texts of a JSON array on
// standard input; for compare.py.
"use strict";
const {isUtf8} = require("node:buffer");
const suite = require("@microsoft/recognizers-text-suite");
const texts = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
const culture = suite.Culture.Chinese;
const seen = (found) => found.map((one) =>
  one.text + " = " + ((one.resolution && one.resolution.value) || "?") +
  ((one.resolution && one.resolution.unit) ? " " + one.resolution.unit : "") +
  " [" + one.start + "-" + one.end + "]");
const results = texts.map((bytes) => {
  const buffer = Buffer.from(bytes, "base64");
  const text = buffer.toString("utf8");
  const found = [];
  for (const recognize of ["recognizeNumber", "recognizePercentage", "recognizeCurrency", "recognizeDimension"]) {
    for (const one of seen(suite[recognize](text, culture))) {
      if (!found.includes(one)) found.push(one);
    }
  }
  return {recognizers: found, simdutf: isUtf8(buffer)};
});
console.log(JSON.stringify({results, simdutf: process.versions.simdutf}));
