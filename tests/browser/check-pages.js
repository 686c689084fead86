// check-pages.js MODULES FOLDER [pictures]: open every page of a folder in Chromium, without a network, light and dark,
// on a desk and on a telephone. "ok ..." for each check that holds, a sentence for each that does not. A PDF of each
// page is left beside it, and pictures when asked for.
'use strict';
const fs = require('fs');
const http = require('http');
const path = require('path');
const { pathToFileURL } = require('url');

const [modules, folder, pictures] = process.argv.slice(2);
const { chromium } = require(path.resolve(modules, 'playwright-core'));
const axe = fs.readFileSync(path.resolve(modules, 'axe-core/axe.min.js'), 'utf8');

const LOOKS = [
  { name: 'desk', width: 1100, scheme: 'light' },
  { name: 'phone', width: 360, scheme: 'light' },
  { name: 'dark', width: 900, scheme: 'dark' },
];
const LONGEST_PICTURE = 16000; // pixels; beyond it only the beginning

// What is wrong with what stands on the page: charts that are not seen, something beyond the edge of the screen, frames
// that scroll and cannot be reached.
function faultsOfLayout() {
  const faults = [];
  const wide = document.documentElement.scrollWidth - innerWidth;
  if (wide > 0) faults.push(`${wide} pixels wider than the screen`);
  for (const chart of document.querySelectorAll('svg[role=img]')) {
    const box = chart.getBoundingClientRect();
    const shapes = [...chart.querySelectorAll('rect, circle, line, text')].map((e) => e.getBoundingClientRect());
    const seen = shapes.filter((b) => b.width > 0 || b.height > 0).length;
    const outside = shapes.filter((b) => b.left < -1 || b.right > innerWidth + 1).length;
    const name = chart.querySelector('title').textContent.slice(0, 40);
    if (!(box.width > 100 && box.height > 40)) faults.push(`chart "${name}" is ${box.width} by ${box.height}`);
    if (seen < 3) faults.push(`chart "${name}" shows ${seen} shapes`);
    if (outside) faults.push(`chart "${name}": ${outside} shapes beyond the screen`);
  }
  for (const frame of document.querySelectorAll('*'))
    if (frame.scrollWidth > frame.clientWidth + 1 && getComputedStyle(frame).overflowX === 'auto' && frame.tabIndex !== 0)
      faults.push(`a ${frame.tagName} that scrolls and cannot be reached`);
  return faults;
}

async function faultsOf(browser, file, look) {
  const faults = [];
  const url = pathToFileURL(file).href;
  const context = await browser.newContext({
    viewport: { width: look.width, height: 900 }, colorScheme: look.scheme, offline: true,
  });
  const page = await context.newPage();
  page.on('request', (r) => { if (r.url() !== url && r.url() !== 'data:,') faults.push(`asks for ${r.url().slice(0, 80)}`); });
  page.on('console', (m) => faults.push(`console: ${m.text().slice(0, 120)}`));
  page.on('pageerror', (e) => faults.push(`error: ${e}`));
  page.on('dialog', (d) => { faults.push(`a dialog: ${d.message()}`); d.dismiss(); });
  await page.goto(url);
  faults.push(...await page.evaluate(faultsOfLayout));
  const height = await page.evaluate(() => document.documentElement.scrollHeight);
  const long = height > LONGEST_PICTURE;
  if (pictures) await page.screenshot({ path: file.replace(/html$/, `${look.name}.png`), fullPage: !long });
  if (look.name === 'desk') await page.pdf({ path: file.replace(/html$/, 'pdf'), preferCSSPageSize: true });
  if (look.name !== 'phone' && !(long && look.name === 'dark')) {
    await page.evaluate(axe);
    const found = await page.evaluate(() => globalThis.axe.run({ resultTypes: ['violations'] }));
    for (const v of found.violations)
      faults.push(`axe ${v.id}: ${v.nodes.length} times, ${v.nodes[0].html.slice(0, 160)}`);
  }
  await context.close();
  return faults;
}

// What this program must see, or it sees nothing.
const PLANTED = `<!DOCTYPE html><html><head><meta charset="utf-8"><title>x</title></head><body>
<p style="color:#bbb;background:#fff">faint</p><div style="width:2000px">wide</div><img src="http://192.0.2.1/x.png">
<svg role="img" width="200" height="60"><title>empty</title></svg>
<div style="overflow-x:auto;width:50px"><pre>a long line that scrolls</pre></div>
<script>console.log('talks')</script></body></html>`;
const SEEN = ['wider than the screen', 'shows 0 shapes', 'asks for http://192.0.2.1', 'console: talks',
  'scrolls and cannot be reached', 'axe color-contrast', 'axe html-has-lang', 'axe image-alt'];

// Browsers ask the server of a page for its icon, unless the page says that it has none.
async function askedOf(browser, page) {
  const asked = [];
  const server = http.createServer((request, response) => {
    asked.push(request.url);
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(page);
  });
  await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
  const context = await browser.newContext();
  const tab = await context.newPage();
  await tab.goto(`http://127.0.0.1:${server.address().port}/page`, { waitUntil: 'networkidle' });
  await context.close();
  await new Promise((closed) => server.close(closed));
  return asked;
}

async function main() {
  const browser = await chromium.launch({
    executablePath: '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
      '--disable-component-update', '--disable-sync'],
  });
  let faults = 0;
  const say = (what, list) => {
    if (list.length === 0) console.log(`ok ${what}`);
    for (const fault of list) console.log(`${what}: ${fault}`);
    faults += list.length;
  };
  const files = fs.readdirSync(folder).filter((name) => name.endsWith('.html')).sort();
  if (files.length === 0) say(folder, ['no pages']);
  for (const name of files)
    for (const look of LOOKS)
      say(`${name} ${look.name}`, await faultsOf(browser, path.resolve(folder, name), look));
  const asked = await askedOf(browser, fs.readFileSync(path.resolve(folder, files[0])));
  say('from a server', asked.length === 1 ? [] : [`asks for ${asked.join(' ')}`]);
  const planted = path.resolve(folder, '..', 'planted.html');
  fs.writeFileSync(planted, PLANTED);
  const seen = (await faultsOf(browser, planted, LOOKS[0])).join('\n');
  for (const what of SEEN) say(`planted: ${what}`, seen.includes(what) ? [] : [`not seen in\n${seen}`]);
  await browser.close();
  return faults ? 1 : 0;
}

main().then((status) => process.exit(status), (error) => { console.error(error); process.exit(2); });
