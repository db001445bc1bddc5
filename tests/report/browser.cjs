// Opens HTML reports in a headless browser: browser.cjs PROGRAM DATA CHROMIUM WORK
// Needs playwright-core and axe-core where NODE_PATH says.
"use strict";
const assert = require("node:assert");
const {execFileSync} = require("node:child_process");
const fs = require("node:fs");
const path = require("node:path");
const {chromium} = require("playwright-core");
const axe = fs.readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const [program, data, browserPath, work] = process.argv.slice(2);
fs.rmSync(work, {recursive: true, force: true});
fs.mkdirSync(path.join(work, "pages"), {recursive: true});

// A page whose text needs no repair, so that bytes of the source can be compared; with markup, and
// with numbers so near to each other that the marks touch.
const hostile = [
  "清源县<script>window.hacked=1</script>修路12公里，新增<img src=x onerror=\"window.hacked=2\">绿地3万平方米。",
  "",
  "今年以来，清源县启动“清水润城”专项行动，排查河渠46条；“清水润城”专项行动投入资金1.2亿元。</script><b>",
  "",
].join("\n");
const hostileName = path.join(work, "pages", "<b>&'x.txt");
fs.writeFileSync(hostileName, hostile);

const run = (...words) => execFileSync(program, words, {encoding: "utf8", maxBuffer: 1 << 30});
const inputs = [data, path.join(work, "pages")];
const file = path.join(work, "report.html");
run("extract", "--format", "html", "-o", file, ...inputs);
run("extract", "--format", "html", "-o", path.join(work, "split") + "/", ...inputs);
const records = run("extract", ...inputs).trim().split("\n").map((line) => JSON.parse(line));
const of = (type) => records.filter((r) => r.type === type);
const docs = of("document").map((r) => r.doc);
const squeeze = (text) => text.replace(/\s/g, "");

async function open(browser, options, address) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const noise = [];
  page.on("console", (message) => noise.push(message.text()));
  page.on("pageerror", (error) => noise.push(error.message));
  page.on("request", (request) => {
    if (!request.url().startsWith("file:")) noise.push("request: " + request.url());
  });
  await page.goto("file://" + address);
  return {page, noise, context};
}

async function accessible(page, what) {
  await page.evaluate(axe);
  const found = await page.evaluate(() => axe.run(document, {resultTypes: ["violations"], preload: false}));
  const bad = found.violations.filter((v) => ["serious", "critical"].includes(v.impact));
  assert.deepStrictEqual(bad.map((v) => v.id + ": " + v.nodes[0].html), [], what);
}

// What is marked, as records see it: for each id the text of its first mention, and where that
// begins in its paragraph, in bytes.
const marked = (page) => page.evaluate(() => {
  const all = {};
  for (const paragraph of document.querySelectorAll(".text p")) {
    let bytes = 0;
    const before = {};
    for (const node of paragraph.childNodes) {
      const text = node.textContent;
      const ids = node.nodeType === 1 ? node.dataset.r.split(" ") : [];
      for (const id of ids) {
        if (all[id] && before[id] !== bytes) continue; // a further mention
        all[id] = all[id] || {text: "", paragraph: paragraph.id, begin: bytes};
        all[id].text += text;
        before[id] = bytes + new TextEncoder().encode(text).length;
      }
      bytes += new TextEncoder().encode(text).length;
    }
  }
  return all;
});

async function test() {
  const browser = await chromium.launch({executablePath: browserPath, args: ["--no-sandbox"]});
  try {
    const {page, noise, context} = await open(
      browser, {viewport: {width: 1400, height: 900}, locale: "en-US"}, file);

    // The page's own markup is text.
    assert.strictEqual(await page.evaluate(() => window.hacked), undefined);
    assert((await page.locator(".text").last().textContent()).includes("<script>window.hacked=1</script>"));
    assert.strictEqual(await page.locator("h3", {hasText: "<b>&'x.txt"}).count(), 1);

    // Every record is marked where it stands.
    const marks = await marked(page);
    for (const type of ["metric", "initiative"]) {
      const next = {};
      for (const record of of(type)) {
        const p = docs.indexOf(record.doc);
        const index = next[p] = (next[p] ?? -1) + 1;
        const mark = marks[(type === "metric" ? "m" : "i") + p + "-" + index];
        assert(mark, JSON.stringify(record));
        assert.strictEqual(mark.paragraph, "p" + p + "-" + record.paragraph);
        const text = type === "metric" ? record.quote : record.name;
        assert.strictEqual(squeeze(mark.text).replace(type === "metric" ? "" : /[“”‘’]/g, ""), text);
        if (record.doc !== hostileName) continue;
        const paragraph = of("paragraph").find((r) => r.doc === record.doc && r.index === record.paragraph);
        assert.strictEqual(paragraph.start + mark.begin, record.start);
        assert.strictEqual(Buffer.from(hostile).subarray(record.start, record.end).toString(), mark.text);
      }
    }

    // Tables: as many rows as records, filter, choice, sort, jump.
    const count = (kind) => page.locator("#" + kind + "-table .count").innerText();
    const total = of("metric").length;
    assert((await count("metrics")).endsWith("of " + total), await count("metrics"));
    const meant = of("metric").slice(0, 50).filter((r) => r.actor_resolved && r.actor_resolved !== r.actor);
    assert.deepStrictEqual(await page.locator("#metrics-table .inferred").allInnerTexts(),
      meant.map((r) => "(" + r.actor_resolved + ")"));
    await page.fill("#metrics-filter", "公里");
    const kilometres = of("metric").filter((r) => JSON.stringify(r).includes("公里")).length;
    assert((await count("metrics")).endsWith("of " + kilometres));
    await page.fill("#metrics-filter", "no such thing");
    assert.strictEqual(await count("metrics"), "0");
    await page.fill("#metrics-filter", "");
    await page.selectOption("#metrics-unit", "元");
    assert((await count("metrics")).endsWith("of " + of("metric").filter((r) => r.unit === "元" && !r.per).length));
    await page.selectOption("#metrics-unit", "");
    await page.getByRole("button", {name: "Value"}).click();
    const values = await page.$$eval("#metrics-table td.number", (cells) => cells.map((c) => parseFloat(c.textContent.replaceAll(",", ""))));
    assert.deepStrictEqual(values, [...values].sort((a, b) => a - b));
    assert.strictEqual(await page.locator("th[aria-sort=ascending]").innerText(), "Value");
    const link = page.locator("#metrics-table td.quote a").first();
    const text = await link.innerText();
    await link.click();
    const target = page.locator(await page.evaluate(() => location.hash));
    assert.strictEqual(squeeze(await target.innerText()), text);
    assert(await target.evaluate((e) => {
      const box = e.getBoundingClientRect();
      return box.top >= document.querySelector("nav").getBoundingClientRect().bottom && box.bottom <= innerHeight;
    }));

    // Its fields are told beside it, there and wherever it is scrolled to.
    const beside = () => target.evaluate((e) => {
      const box = e.getClientRects()[0], tip = document.querySelector("#tip").getBoundingClientRect();
      return tip.height > 0 && (Math.abs(tip.top - box.bottom) < 9 || Math.abs(tip.bottom - box.top) < 9);
    });
    await target.focus();
    for (const far of [0, 60]) {
      await page.evaluate((y) => new Promise((done) => {
        scrollBy(0, y);
        requestAnimationFrame(() => requestAnimationFrame(done));
      }), -far);
      assert(await beside(), "the fields are not beside their mark, scrolled by " + far);
    }

    // What the filter leaves can be taken to a spreadsheet, whole names of documents with it.
    await page.fill("#metrics-filter", "公里");
    const saving = page.waitForEvent("download");
    await page.locator("#metrics-table").getByRole("button", {name: "Save as CSV"}).click();
    const saved = fs.readFileSync(await (await saving).path(), "utf8");
    assert(saved.startsWith("\uFEFFQuote,Value,"), saved.slice(0, 40));
    const savedLines = saved.trim().split("\r\n");
    assert.strictEqual(savedLines.length, 1 + kilometres);
    assert(savedLines[1].includes(data), savedLines[1]);
    await page.fill("#metrics-filter", "");

    // A chart's bar chooses its rows.
    const bar = page.locator("#charts button.bar").first();
    const unit = await bar.locator("span").first().innerText();
    await bar.click();
    assert.strictEqual(await page.inputValue("#metrics-unit"), unit);

    // Duplicates lie side by side, what differs marked.
    assert.strictEqual(await page.locator("details").count(), Math.min(20, of("duplicate").length));
    for (const summary of await page.locator("summary").all()) await summary.click();
    await page.waitForSelector(".sides");
    assert((await page.locator("details ins").count()) > 0);
    const paragraphs = new Set(of("paragraph").map((r) => r.text));
    const sides = await page.$$eval(".sides:has(ins,del) p", (all) => all.map((p) => p.textContent));
    assert(sides.length > 0 && sides.every((text) => paragraphs.has(text)), sides.join("\n"));

    // The keyboard reaches the marks and shows the fields.
    await page.locator("mark[data-r]").first().scrollIntoViewIfNeeded();
    await page.locator("mark[data-r]").first().focus();
    assert(await page.locator("#tip").isVisible());
    assert((await page.locator("#tip").innerText()).includes("Rule"));
    await page.keyboard.press("Tab");
    assert.strictEqual(await page.evaluate(() => document.activeElement.tagName), "MARK");
    assert(await page.locator("#tip").isVisible());
    await page.keyboard.press("Escape");
    assert(!(await page.locator("#tip").isVisible()));
    await page.locator("mark[data-r]").nth(2).hover();
    assert(await page.locator("#tip").isVisible());

    // Both languages.
    await page.click("#language");
    assert.strictEqual(await page.locator("h1").innerText(), "文本分析报告");
    assert.strictEqual(await page.evaluate(() => document.documentElement.lang), "zh-CN");
    await page.click("#language");

    // On paper: no tools, all rows.
    await page.emulateMedia({media: "print"});
    assert(!(await page.locator("#metrics-filter").isVisible()));
    await page.emulateMedia({media: "screen"});

    await accessible(page, "wide and light");
    assert.deepStrictEqual(noise, []);
    await context.close();

    for (const [width, colorScheme, locale] of [[390, "dark", "zh-CN"], [390, "light", "en-US"], [1400, "dark", "en-US"]]) {
      const {page, noise, context} = await open(browser, {viewport: {width, height: 844}, colorScheme, locale}, file);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert(wider <= 0, "the page is wider than the window by " + wider);
      assert.strictEqual(await page.locator("h1").innerText(), locale === "zh-CN" ? "文本分析报告" : "Text analysis report");
      await accessible(page, width + " " + colorScheme);
      assert.deepStrictEqual(noise, []);
      await context.close();
    }

    // In many files: the index leads to the place in the page's own file.
    const split = await open(browser, {locale: "en-US"}, path.join(work, "split", "index.html"));
    assert((await split.page.locator("#metrics-table .count").innerText()).endsWith("of " + total));
    const first = split.page.locator("#metrics-table td.quote a").first();
    const quote = await first.innerText();
    await first.click();
    await split.page.waitForURL(/page-0001\.html#m0-0$/);
    assert.strictEqual(squeeze(await split.page.locator("#m0-0").innerText()), quote);
    await split.page.locator("#m0-0").focus();
    assert((await split.page.locator("#tip").innerText()).includes(quote));
    await accessible(split.page, "a page of a split report");
    await split.page.getByRole("link", {name: "Next document"}).click();
    await split.page.waitForURL(/page-0002\.html$/);
    await split.page.getByRole("link", {name: "Previous document"}).click();
    await split.page.waitForURL(/page-0001\.html$/);
    await split.page.getByRole("link", {name: "Back to the index"}).click();
    await split.page.waitForURL(/index\.html$/);
    assert.deepStrictEqual(split.noise, []);
  } finally {
    await browser.close();
  }
}

test().then(() => console.log("all held"), (error) => {
  console.error(error);
  process.exitCode = 1;
});
