import type { Page } from "playwright/test";
import { SCOPES } from "#lib/auth/permissions.ts";
import { USUAL_STAGES } from "#lib/experience/usual-stages.ts";
import { usualPolicy } from "#lib/tiers/usual-policy.ts";
import { WEBHOOK_EVENTS } from "#lib/webhooks/types.ts";
import { expect, signIn, test } from "#tests/support/browser.ts";
import { ROUTES } from "#tests/support/routes.ts";
import { type FullWorkspace, fillIn, makeFullWorkspace } from "#tests/support/two-workspaces.ts";

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
  "MB",
  "GB",
  "UTF",
  "Ctrl",
  // Headers of an imported file
  "order_id",
  "customer_id",
  "date",
  "amount",
  "orders",
  "customers",
  "all",
  "read",
  "write",
  "imports",
  "value",
  "Euro",
  // A rule as JSON
  "field op count",
  // Where a browser runs, and the example of an address
  "Chrome",
  "Linux",
  "Mira Vogt mira example com",
];

/** Every page of a member. */
const PAGES = ROUTES.flatMap((row) =>
  row.kind === "member" && row.file.endsWith("/page.tsx") ? [row.path] : [],
);

/** Words that are the workspace's own, and months as dates are written. */
function dataWords({ mark, slug, email, apiKey }: FullWorkspace): string[] {
  const month = new Intl.DateTimeFormat("en-GB", { month: "short", timeZone: "UTC" });
  const months = Array.from({ length: 12 }, (_, at) => month.format(Date.UTC(2026, at, 1)));
  const texts = [
    // Initials stand for a name.
    ...["O", "M", "I", "P"].map((initial) => `${initial}${mark[0]}`),
    ...[
      mark,
      slug,
      email,
      apiKey.slice(0, 10),
      `Name Owner Person Nobody product order Member Invited Department Source Hook Need Segment Persona Claim Interview File ${mark}`,
      `https://hooks.example.com/${mark}`,
      "Segment of a persona Persona Claim Interview File txt",
      // How long ago something was is written by the platform.
      "weeks months years ago",
    ],
    ...[...SCOPES, ...WEBHOOK_EVENTS],
    // The usual policy is a workspace’s own words from the start.
    ...usualPolicy("EUR").tiers.flatMap(({ name, lines }) => [name, ...lines]),
    // So are the usual stages.
    ...USUAL_STAGES.flatMap(({ name, description }) => [name, description]),
    ...SAME_EVERYWHERE,
    ...months,
  ];
  return texts.flatMap((text) => text.match(/[\p{L}\p{M}]+/gu) ?? []);
}

type Seen = { texts: string[]; clipped: string[] };

/** Every text that is seen or read out, and the text of every element that hides a part of it. */
async function see(page: Page): Promise<Seen> {
  const texts = await page.evaluate(() => {
    const seen: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const parent = node.parentElement;
      const isSeen = parent?.checkVisibility({ visibilityProperty: true }) ?? false;
      const text = node.textContent?.trim() ?? "";
      if (text && isSeen && !parent?.closest("script, style, code, option")) seen.push(text);
    }
    return seen;
  });
  const clipped = await page.evaluate(() =>
    [...document.body.querySelectorAll("*")]
      .filter((element) => /hidden|clip/.test(getComputedStyle(element).overflowX))
      // What is only read out is clipped on purpose.
      .filter((element) => getComputedStyle(element).clipPath === "none")
      .filter((element) => element.checkVisibility())
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map((element) => element.textContent?.trim() ?? ""),
  );
  return { texts, clipped };
}

const isRawKey = (text: string) => /\b[a-z][a-zA-Z]+\.[a-z][a-zA-Z_]+\b/.test(text);
/** Data may be cut where its place is narrow; words of ours may not. */
const isOurs = (text: string) => /[~áéîöûÁÉÎÖÛ]/.test(text);

function isUntranslated(text: string, known: ReadonlySet<string>): boolean {
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? [];
  return words.some((word) => /^[A-Za-z]{2,}$/.test(word) && !known.has(word.toLowerCase()));
}

async function expectSound(page: Page, known: ReadonlySet<string>, where: string): Promise<void> {
  const sideways = await page.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  );
  expect.soft(sideways, `sideways scroll on ${where}`).toBeLessThanOrEqual(0);
  const { texts, clipped } = await see(page);
  const plain = texts.filter((text) => isUntranslated(text, known));
  expect.soft(plain, `not translated on ${where}`).toEqual([]);
  const keys = texts.filter((text) => isRawKey(text) && isUntranslated(text, known));
  expect.soft(keys, `raw keys on ${where}`).toEqual([]);
  // A chart follows a new width with its next frame.
  const isCut = clipped.some(isOurs);
  const cut = isCut ? await settled(page) : [];
  expect.soft(cut, `cut on ${where}`).toEqual([]);
}

async function settled(page: Page): Promise<string[]> {
  await page.waitForTimeout(1000);
  return (await see(page)).clipped.filter(isOurs);
}

test("every page of a member fits longer words, cuts none of them, and has no string of its own", async ({
  page,
  context,
  baseURL,
}) => {
  test.setTimeout(480_000);
  const workspace = await makeFullWorkspace(`mark${Math.random().toString(36).slice(2, 8)}`);
  await signIn(page, workspace);
  await context.addCookies([{ name: "pseudo-locale", value: "1", url: baseURL ?? "" }]);
  const known = new Set(dataWords(workspace).map((word) => word.toLowerCase()));
  expect(PAGES.length).toBeGreaterThan(7);
  for (const path of PAGES) {
    const address = fillIn(path, workspace);
    await page.goto(address);
    for (const size of WIDTHS) {
      await page.setViewportSize(size);
      const where = `${address} at ${size.width}`;
      await expect(page.locator("h1"), where).toHaveText(/^\[.+\]$|mark/);
      await expectSound(page, known, where);
    }
  }
});

test("nobody sees the test language without asking for it", async ({ page, ownWorkspace }) => {
  await signIn(page, ownWorkspace);
  await expect(page.locator("h1")).not.toHaveText(/\[/);
});
