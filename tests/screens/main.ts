import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium, type Page } from "playwright/test";
import { freePort } from "#lib/boot/ports.ts";
import { DEMO_OWNER, DEMO_PASSWORD } from "#prisma/seed/people.ts";
import { signIn } from "#tests/support/browser.ts";
import { prepareChromium } from "#tests/support/chromium.ts";
import { designPaths, type PagePath, pagePaths } from "#tests/support/page-paths.ts";
import { PROJECT } from "#tests/support/source-files.ts";

/**
 * `npm run screens`: a picture of every page and of the design system, in light and dark, at 1440 and 375 px, in
 * .data/screens. `npm run screens -- value` takes only the pages whose address holds the word.
 */
const FOLDER = join(PROJECT, ".data", "screens");
const WIDTHS = [1440, 375] as const;
const THEMES = ["light", "dark"] as const;
const OWNER = { email: DEMO_OWNER.email, password: DEMO_PASSWORD };

type Look = { width: (typeof WIDTHS)[number]; theme: (typeof THEMES)[number] };

process.env["E2E_PORT"] ??= String(await freePort());
const baseURL = `http://127.0.0.1:${process.env["E2E_PORT"]}`;
const [wanted = ""] = process.argv.slice(2);

// Chosen before: the server reads it.
const { default: startServer } = await import("#tests/support/e2e-server.ts");
const stop = await startServer();
try {
  const browser = await chromium.launch(await prepareChromium());
  await takeAll(browser);
  await browser.close();
} finally {
  await stop();
}

async function takeAll(browser: Browser): Promise<void> {
  rmSync(FOLDER, { recursive: true, force: true });
  const paths = await allPaths(browser);
  for (const width of WIDTHS)
    for (const theme of THEMES) await take(browser, { width, theme }, paths);
}

async function allPaths(browser: Browser): Promise<PagePath[]> {
  const page = await newPage(browser, { width: 1440, theme: "light" });
  await signIn(page, OWNER);
  const all = await pagePaths(page);
  const designed = await designPaths(page);
  await page.context().close();
  const design = designed.map((path) => ({ path, isPublic: true }));
  return [...all, ...design].filter(({ path }) => path.includes(wanted));
}

async function take(browser: Browser, look: Look, paths: readonly PagePath[]): Promise<void> {
  const folder = join(FOLDER, `${look.width}-${look.theme}`);
  mkdirSync(folder, { recursive: true });
  const stranger = await newPage(browser, look);
  const member = await newPage(browser, look);
  await signIn(member, OWNER);
  for (const { path, isPublic } of paths) {
    const page = isPublic ? stranger : member;
    await page.goto(path, { waitUntil: "networkidle" });
    const name = path.slice(1).replaceAll("/", "_") || "start";
    await takeWhole(page, join(folder, `${name}.png`));
  }
  await Promise.all([stranger.context().close(), member.context().close()]);
  console.log(`${paths.length} pictures in ${folder}`);
}

/** A window as high as the page, so that what stands at its edges stands at the page's. */
async function takeWhole(page: Page, file: string): Promise<void> {
  const { width, height } = page.viewportSize() ?? { width: 1440, height: 900 };
  const whole = await page.evaluate(() => document.documentElement.scrollHeight);
  await page.setViewportSize({ width, height: Math.max(whole, height) });
  await page.screenshot({ path: file, fullPage: true });
  await page.setViewportSize({ width, height });
}

async function newPage(browser: Browser, { width, theme }: Look): Promise<Page> {
  const viewport = { width, height: width === 375 ? 812 : 900 };
  const context = await browser.newContext({ baseURL, viewport, locale: "en-GB" });
  await context.addCookies([{ name: "theme", value: theme, url: baseURL }]);
  return context.newPage();
}
