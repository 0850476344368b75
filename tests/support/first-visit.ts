import { expect, type Page, type Request } from "playwright/test";

/** Script of a first visit, compressed, in kB: pages with figures, and all others. */
const FIGURES_KB = 350;
const OTHERS_KB = 260;
const PAGES_WITH_FIGURES =
  /^\/w\/[^/]+\/(?:value(?:\/(?:trend|migration|runs\/[0-9a-f-]{36}))?|needs\/landscape|segments\/targeting)$/;
/** A figure and sliders that are number fields too. */
const SLIDERS_KB = 375;
const PAGES_WITH_SLIDERS = /^\/w\/[^/]+\/value\/forecast$/;

/** The builder of rules judges each as the server does, with the same schema. */
const BUILDER_KB = 300;
const PAGES_WITH_BUILDER = /^\/w\/[^/]+\/segments\/(?:new|[0-9a-f-]{36}\/edit)$/;

/** The card and its search answer while one types, before the page has come to life too. */
const LOOKUP_KB = 270;
const PAGES_OF_LOOKUP = /^\/w\/[^/]+\/lookup(?:\/[0-9a-f-]{36})?$/;

/** Shift that nobody sees. */
const MOST_SHIFT = 0.02;

/**
 * Open a page that this browser has never seen, and expect that it sends no more script than its budget and that
 * nothing moves under the reader.
 */
export async function visitFirst(page: Page, path: string): Promise<void> {
  const scripts: Request[] = [];
  page.on("requestfinished", (request) => {
    if (request.resourceType() === "script") scripts.push(request);
  });
  await watchShift(page);
  await page.goto(path, { waitUntil: "networkidle" });
  const sizes = await Promise.all(scripts.map((request) => request.sizes()));
  const bytes = sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0);
  const kilobytes = Math.round(bytes / 1024);
  const most = budgetOf(path);
  console.log(`${kilobytes} kB of ${most}: ${path}`);
  expect.soft(scripts.length, `scripts of ${path}`).toBeGreaterThan(0);
  expect.soft(kilobytes, `script of ${path} in kB`).toBeLessThanOrEqual(most);
  expect.soft(await shiftOf(page), `layout shift of ${path}`).toBeLessThanOrEqual(MOST_SHIFT);
}

function budgetOf(path: string): number {
  if (PAGES_WITH_SLIDERS.test(path)) return SLIDERS_KB;
  if (PAGES_WITH_BUILDER.test(path)) return BUILDER_KB;
  if (PAGES_OF_LOOKUP.test(path)) return LOOKUP_KB;
  return PAGES_WITH_FIGURES.test(path) ? FIGURES_KB : OTHERS_KB;
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
