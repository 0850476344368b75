import type { Page } from "playwright/test";
import { DEMO_OWNER, DEMO_PASSWORD, DEMO_WORKSPACE } from "#prisma/seed/people.ts";
import { expect, signIn, test } from "#tests/support/browser.ts";

const OWNER = { email: DEMO_OWNER.email, password: DEMO_PASSWORD };
const BASE = `/w/${DEMO_WORKSPACE.slug}`;
const VALUE = `${BASE}/value`;
const VIEWS = [
  "",
  "/bridge",
  "/migration",
  "/forecast?retention=5",
  "/segments",
  "/rfm",
  "/cohorts",
];
const OTHERS = ["/trend", "/policy", "/runs"];
/** Drawn as buttons; paper has no use for them. */
const TO_PRESS = /^(Back to the run’s own terms|See all|See the overview)$/;
/** 190 mm and 277 mm: A4 upright and on its side, less the margins. */
const PAPER = [
  { width: 718, height: 1032 },
  { width: 1047, height: 703 },
];

/** What reaches over the edge of the paper, or is cut by a box that hides what it cannot show. */
function cutOff(page: Page, width: number): Promise<string[]> {
  return page.locator("main :is(table, figure, section, svg, td, th, p, h1, h2)").evaluateAll(
    (elements, edge) =>
      elements.flatMap((element) => {
        const box = element.getBoundingClientRect();
        if (box.width < 2 || box.height < 2) return [];
        const { overflowX } = getComputedStyle(element);
        const hides = overflowX !== "visible" && element.scrollWidth > element.clientWidth + 1;
        if (box.left >= -1 && box.right <= edge + 1 && !hides) return [];
        return [`${element.tagName}: ${(element.textContent ?? "").trim().slice(0, 60)}`];
      }),
    width,
  );
}

test("nothing of a view of value is cut on paper, upright or on its side", async ({ page }) => {
  test.setTimeout(240_000);
  await signIn(page, OWNER);
  for (const view of [...VIEWS, ...OTHERS]) {
    await page.emulateMedia({ media: "screen" });
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto(VALUE + view);
    await expect(page.locator("main :is(figure, table)").first()).toBeVisible();
    await page.emulateMedia({ media: "print" });
    for (const size of PAPER) {
      await page.setViewportSize(size);
      expect(await cutOff(page, size.width), `${view} at ${size.width}`).toEqual([]);
      await expect(page.getByText(/As it stood on/)).toBeVisible();
      await expect(page.getByRole("link", { name: TO_PRESS })).toHaveCount(0);
    }
  }
});

test("nothing of a run and of a customer’s card is cut on paper", async ({ page }) => {
  await signIn(page, OWNER);
  await page.goto(`${VALUE}/runs`);
  const run = await page.locator("main tbody a").first().getAttribute("href");
  await page.goto(`${BASE}/customers`);
  const customer = await page.locator("main tbody a").first().getAttribute("href");
  const card = customer?.replace("/customers/", "/lookup/") ?? "";
  for (const address of [run ?? "", card]) {
    await page.emulateMedia({ media: "screen" });
    await page.goto(address);
    await page.emulateMedia({ media: "print" });
    for (const size of PAPER) {
      await page.setViewportSize(size);
      expect(await cutOff(page, size.width), `${address} at ${size.width}`).toEqual([]);
      await expect(page.getByText(/As it stood on/)).toBeVisible();
    }
  }
});
