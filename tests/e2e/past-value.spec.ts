import type { Page } from "playwright/test";
import { DEMO_OWNER, DEMO_PASSWORD, DEMO_WORKSPACE } from "#prisma/seed/people.ts";
import { expect, expectNoAxeViolations, signIn, test } from "#tests/support/browser.ts";
import { tabTo } from "#tests/support/keyboard.ts";

const OWNER = { email: DEMO_OWNER.email, password: DEMO_PASSWORD };
const VALUE = `/w/${DEMO_WORKSPACE.slug}/value`;
const WIDTHS = [
  { width: 1440, height: 900 },
  { width: 375, height: 812 },
];

test("the run of a month before is shown with its own terms, by keyboard and by its address", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signIn(page, OWNER);
  await page.goto(`${VALUE}?measure=revenue`);
  const chip = page.locator("summary").filter({ hasText: /^Month/ });
  const latest = (await chip.textContent()) ?? "";
  await tabTo(page, chip);
  await page.keyboard.press("Enter");
  await tabTo(page, page.getByLabel("Month", { exact: true }));
  await page.keyboard.press("ArrowDown");
  await tabTo(page, page.getByRole("button", { name: "Apply" }));
  await page.keyboard.press("Enter");
  await page.waitForURL(/measure=revenue&month=\d{4}-\d{2}$/);
  await expect(page.getByText(/^This is the run of .+ with the terms it had\./)).toBeVisible();
  await expect(page.getByText("Total CLV", { exact: true })).toBeVisible();
  // Other tests may have run with other terms since, but not up to this month.
  const course = page.getByRole("img", { name: /^Total CLV by the last run of each of \d months/ });
  await expect(course).toBeVisible();
  await expect(page.getByText("Brought in so far")).toHaveCount(0);
  await expect(chip).not.toHaveText(latest);
  const month = new URL(page.url()).searchParams.get("month") ?? "";
  const shown = ((await chip.textContent()) ?? "").replace(/^Month/, "").trim();
  await expectMonthInViews(page, { month, shown });
  const file = await page.request.get(`${VALUE}/movement/export?format=csv&month=${month}`);
  expect(file.status()).toBe(200);
  for (const size of WIDTHS) {
    await page.setViewportSize(size);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - window.innerWidth,
    );
    expect(overflow, `sideways scroll at ${size.width}`).toBeLessThanOrEqual(0);
    await expectNoAxeViolations(page);
  }
  await page.getByRole("link", { name: "See the latest" }).click();
  await page.waitForURL(VALUE);
  await expect(chip).toHaveText(latest);
});

/** The month stays from view to view: two are of it, the others say that they are not and lead back. */
async function expectMonthInViews(page: Page, { month, shown }: { month: string; shown: string }) {
  const tabs = page.getByRole("navigation", { name: "Value", exact: true });
  for (const [view, path] of [
    ["Migration", "migration"],
    ["Forecast", "forecast"],
  ] as const) {
    await tabs.getByRole("link", { name: view, exact: true }).click();
    await page.waitForURL(`${VALUE}/${path}?month=${month}`);
    await expect(page.getByText(/^This is the run of .+ with the terms it had\./)).toBeVisible();
    const file = await page.request.get(`${VALUE}/${path}/export?format=csv&month=${month}`);
    expect([file.status(), (await file.text()).split("\n").length > 2]).toEqual([200, true]);
    await expectNoAxeViolations(page);
  }
  await page.getByRole("button", { name: "Compute again" }).click();
  await page.waitForURL(new RegExp(`forecast\\?month=${month}&.*discount=`));
  await tabs.getByRole("link", { name: "Cohorts" }).click();
  await page.waitForURL(`${VALUE}/cohorts?month=${month}`);
  await expect(page.getByText("not of ")).toContainText(shown);
  await expectNoAxeViolations(page);
  await page.getByRole("link", { name: `Back to ${shown}` }).click();
  await page.waitForURL(`${VALUE}?month=${month}`);
}

test("a month without a run shows the latest and says so", async ({ page }) => {
  await signIn(page, OWNER);
  for (const month of ["1999-01", "last"]) {
    await page.goto(`${VALUE}?month=${month}`);
    await expect(
      page.getByText(`There is no run of “${month}” to show here: this is the latest.`),
    ).toBeVisible();
    await expect(page.getByText("Brought in so far")).toBeVisible();
  }
  const missing = await page.request.get(`${VALUE}/movement/export?format=csv&month=1999-01`);
  expect(missing.status()).toBe(404);
  await page.goto(`${VALUE}/forecast?month=1999-01`);
  await expect(page.getByText("There is no run of “1999-01” to show here")).toBeVisible();
  await expect(page.locator('main a[href*="month="]')).toHaveCount(0);
  for (const view of ["rfm", "watchlist", "bridge", "policy"]) {
    await page.goto(`${VALUE}/${view}?month=1999-01`);
    await expect(page.getByRole("heading", { level: 1, name: "Value" })).toBeVisible();
    await expect(page.getByText("January 1999")).toHaveCount(0);
    await expect(page.locator('main a[href*="month="]')).toHaveCount(0);
  }
  const others = await page.request.get(`${VALUE}/watchlist/export?format=csv&month=1999-01`);
  expect(others.status()).toBe(422);
});
