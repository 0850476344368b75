import type { Page } from "playwright/test";
import { expect, signIn, test } from "#tests/support/browser.ts";
import { ROUTES } from "#tests/support/routes.ts";
import { type FullWorkspace, makeFullWorkspace } from "#tests/support/two-workspaces.ts";

const WIDTHS = [
  { width: 1440, height: 900 },
  { width: 375, height: 812 },
];
/** What is written the same in every language: names of ours, codes, units, file names, headers of files. */
const SAME_EVERYWHERE = [
  "Throughline",
  "EUR",
  "UTC",
  "CSV",
  "RFM",
  "csv",
  "kB",
  "orders",
  "customers",
];

/** Every page of a member. */
const PAGES = ROUTES.flatMap((row) =>
  row.kind === "member" && row.file.endsWith("/page.tsx") ? [row.path] : [],
);

function filled(path: string, workspace: FullWorkspace): string {
  return path
    .replace("{tenant}", workspace.slug)
    .replace("{customerId}", workspace.customerId)
    .replace("{importId}", workspace.importId);
}

/** Words that are the workspace's own, and months as dates are written. */
function dataWords({ mark, slug, email, externalId }: FullWorkspace): string[] {
  const month = new Intl.DateTimeFormat("en-GB", { month: "short", timeZone: "UTC" });
  const months = Array.from({ length: 12 }, (_, at) => month.format(Date.UTC(2026, at, 1)));
  const texts = [
    ...[mark, slug, email, externalId, `Name Owner Person Nobody product order ${mark}`],
    ...SAME_EVERYWHERE,
    ...months,
  ];
  return texts.flatMap((text) => text.match(/[\p{L}\p{M}]+/gu) ?? []);
}

type Findings = { untranslated: string[]; rawKeys: string[]; cut: string[] };

function look(page: Page, data: readonly string[]): Promise<Findings> {
  return page.evaluate((words) => {
    const known = new Set(words.map((word) => word.toLowerCase()));
    const found: Findings = { untranslated: [], rawKeys: [], cut: [] };
    const isOurs = (text: string) => /[~áéîöûÁÉÎÖÛ]/.test(text);
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const text = node.textContent?.trim() ?? "";
      const parent = node.parentElement;
      const isSeen = parent?.checkVisibility({ visibilityProperty: true }) ?? false;
      if (!text || !isSeen || parent?.closest("script, style, code, option")) continue;
      if (/\b[a-z][a-zA-Z]+\.[a-z]\w*[A-Za-z_]\w*\b/.test(text) && !/@|\.csv/.test(text))
        found.rawKeys.push(text);
      const plain = (text.match(/[\p{L}\p{M}]+/gu) ?? []).filter(
        (word) => /^[A-Za-z]{2,}$/.test(word) && !known.has(word.toLowerCase()),
      );
      if (plain.length > 0) found.untranslated.push(text);
    }
    for (const element of document.body.querySelectorAll("*")) {
      const { overflowX } = getComputedStyle(element);
      const hides = overflowX === "hidden" || overflowX === "clip";
      if (!hides || element.clientWidth <= 1 || !element.checkVisibility()) continue;
      const text = element.textContent?.trim() ?? "";
      if (element.scrollWidth > element.clientWidth + 1 && isOurs(text)) found.cut.push(text);
    }
    return found;
  }, data);
}

test("every page of a member fits longer words, cuts none of them, and has no string of its own", async ({
  page,
  context,
  baseURL,
}) => {
  test.setTimeout(240_000);
  const workspace = await makeFullWorkspace(`mark${Math.random().toString(36).slice(2, 8)}`);
  await signIn(page, workspace);
  await context.addCookies([{ name: "pseudo-locale", value: "1", url: baseURL ?? "" }]);
  const data = dataWords(workspace);
  expect(PAGES.length).toBeGreaterThan(7);
  for (const path of PAGES) {
    const address = filled(path, workspace);
    await page.goto(address);
    for (const size of WIDTHS) {
      await page.setViewportSize(size);
      const where = `${address} at ${size.width}`;
      await expect(page.locator("h1"), where).toHaveText(/^\[.+\]$|mark/);
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      );
      expect.soft(sideways, `sideways scroll on ${where}`).toBeLessThanOrEqual(0);
      const none: Findings = { untranslated: [], rawKeys: [], cut: [] };
      expect.soft(await look(page, data), where).toEqual(none);
    }
  }
});

test("nobody sees the test language without asking for it", async ({ page, ownWorkspace }) => {
  await signIn(page, ownWorkspace);
  await expect(page.locator("h1")).not.toHaveText(/\[/);
});
