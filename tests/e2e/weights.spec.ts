import type { Browser, BrowserContextOptions, Page, Request } from "playwright/test";
import { DEMO_OWNER, DEMO_PASSWORD } from "#prisma/seed/people.ts";
import { expect, signIn, test } from "#tests/support/browser.ts";
import { type PagePath, pagePaths } from "#tests/support/page-paths.ts";

const OWNER = { email: DEMO_OWNER.email, password: DEMO_PASSWORD };

/** Script of a first visit, compressed, in kB: pages with figures, and all others. */
const FIGURES_KB = 350;
const OTHERS_KB = 260;
const PAGES_WITH_FIGURES = /^\/w\/[^/]+\/value$/;

/** Shift that nobody sees. */
const MOST_SHIFT = 0.02;

type Weight = { path: string; kilobytes: number; most: number };

test("no page sends more script than its budget, and none moves under the reader", async ({
  browser,
  page,
  baseURL,
}) => {
  test.setTimeout(240_000);
  await signIn(page, OWNER);
  const paths = await pagePaths(page);
  const storageState = await page.context().storageState();
  const weights: Weight[] = [];
  for (const place of paths) {
    const options = { baseURL: baseURL ?? "", ...(place.isPublic ? {} : { storageState }) };
    weights.push(await visit(browser, options, place));
  }
  const lines = weights.map(({ path, kilobytes, most }) => `${kilobytes} kB of ${most}: ${path}`);
  test.info().annotations.push({ type: "script per page", description: lines.join("\n") });
  console.log(lines.join("\n"));
  expect(weights.filter(({ kilobytes, most }) => kilobytes > most)).toEqual([]);
});

async function visit(
  browser: Browser,
  options: BrowserContextOptions,
  { path }: PagePath,
): Promise<Weight> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const scripts: Request[] = [];
  page.on("requestfinished", (request) => {
    if (request.resourceType() === "script") scripts.push(request);
  });
  await watchShift(page);
  await page.goto(path, { waitUntil: "networkidle" });
  const sizes = await Promise.all(scripts.map((request) => request.sizes()));
  const bytes = sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
  expect.soft(scripts.length, `scripts of ${path}`).toBeGreaterThan(0);
  expect.soft(await shiftOf(page), `layout shift of ${path}`).toBeLessThanOrEqual(MOST_SHIFT);
  await context.close();
  const most = PAGES_WITH_FIGURES.test(path) ? FIGURES_KB : OTHERS_KB;
  return { path, kilobytes: Math.round(bytes / 1024), most };
}

async function watchShift(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const kept = window as typeof window & { shift?: number };
    kept.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        const { value = 0, hadRecentInput } = entry as PerformanceEntry & {
          value?: number;
          hadRecentInput?: boolean;
        };
        if (!hadRecentInput) kept.shift = (kept.shift ?? 0) + value;
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
}

function shiftOf(page: Page): Promise<number> {
  return page.evaluate(() => (window as typeof window & { shift?: number }).shift ?? -1);
}
