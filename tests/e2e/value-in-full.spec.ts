import type { Page } from "playwright/test";
import { DEMO_MEMBERS, DEMO_PASSWORD, DEMO_WORKSPACE } from "#prisma/seed/people.ts";
import { expect, expectNoAxeViolations, signIn, test } from "#tests/support/browser.ts";

const MANAGER = { email: DEMO_MEMBERS[0]?.email ?? "", password: DEMO_PASSWORD };
const CUSTOMERS = `/w/${DEMO_WORKSPACE.slug}/customers`;
const VALUE = `/w/${DEMO_WORKSPACE.slug}/value`;
const VIEWS = ["", "?measure=revenue", "/rfm", "/cohorts", "/trend"];
const WIDTHS = [
  { width: 1440, height: 900 },
  { width: 375, height: 812 },
];
const CELL_LINK = /^Show the customers of \d-\d-\d:/;

for (const theme of ["light", "dark"] as const) {
  test(`every view of value is sound in ${theme} at 1440 and 375 px`, async ({
    page,
    context,
    baseURL,
  }) => {
    test.setTimeout(180_000);
    await context.addCookies([{ name: "theme", value: theme, url: baseURL ?? "" }]);
    await signIn(page, MANAGER);
    for (const view of VIEWS) {
      await page.goto(VALUE + view);
      for (const size of WIDTHS) {
        await page.setViewportSize(size);
        await expect(page.getByRole("figure").first()).toBeVisible();
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - window.innerWidth,
        );
        expect(overflow, `sideways scroll on ${view} at ${size.width}`).toBeLessThanOrEqual(0);
        await expectNoAxeViolations(page);
      }
    }
  });
}

async function expectCount(page: Page, count: string): Promise<void> {
  await expect(page.locator("main header p")).toContainText(new RegExp(`^${count} customers?\\b`));
}

test("each cell, and each segment, leads to as many customers as it counts", async ({ page }) => {
  await signIn(page, MANAGER);
  await page.goto(`${VALUE}/rfm`);
  const cells = page.getByRole("link", { name: CELL_LINK });
  const held = await cells.count();
  expect(held).toBeGreaterThan(50);
  for (const at of [0, Math.floor(held / 2), held - 1]) {
    await page.goto(`${VALUE}/rfm`);
    const count = (await cells.nth(at).locator("b").textContent()) ?? "";
    await cells.nth(at).focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/recency=\d&frequency=\d&monetary=\d/);
    await expectCount(page, count);
  }
  await page.goto(VALUE);
  const link = page.getByRole("link", { name: /^[\d,]+ of At risk$/ });
  const count = /^[\d,]+/.exec((await link.textContent()) ?? "")?.[0] ?? "";
  await link.click();
  await page.waitForURL(`${CUSTOMERS}?segment=at_risk`);
  await expectCount(page, count);
});

test("those who bring no profit are as many as the curve says", async ({ page }) => {
  await signIn(page, MANAGER);
  await page.goto(VALUE);
  const figure = page.getByRole("figure").first();
  const link = figure.getByRole("link", { name: "See those who bring none" });
  const said = await figure.locator("li").filter({ hasText: "who bring none" }).textContent();
  await link.click();
  await page.waitForURL(`${CUSTOMERS}?profit=loss&sort=least_profit`);
  await expectCount(page, /([\d,]+) customers?/.exec(said ?? "")?.[1] ?? "");
  await expect(page.getByRole("columnheader", { name: "Profit" })).toHaveAttribute(
    "aria-sort",
    "ascending",
  );
  await page.getByRole("columnheader").getByRole("link", { name: "Profit" }).first().click();
  await page.waitForURL(`${CUSTOMERS}?profit=loss&sort=profit`);
});

test("a cohort and a cell of it lead to as many customers as they count", async ({ page }) => {
  await signIn(page, MANAGER);
  await page.goto(`${VALUE}/cohorts`);
  const grid = page.getByRole("region", { name: "Customers who ordered again" }).first();
  for (const name of [
    /^Show the [\d,]+ customers of .+ who ordered again in/,
    /^Show the customers with their first/,
  ]) {
    await page.goto(`${VALUE}/cohorts`);
    const link = grid.getByRole("link", { name }).nth(2);
    const said = (await link.textContent()) ?? "";
    await link.focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/firstOrderFrom=/);
    await expectCount(page, /(?:Show the |n\s)([\d,]+)/.exec(said)?.[1] ?? "");
  }
});

test("value is shown as revenue or as profit, and segments stand as one asks", async ({ page }) => {
  await signIn(page, MANAGER);
  await page.goto(VALUE);
  await expect(page.getByRole("heading", { name: /make \d+ % of profit/ })).toBeVisible();
  await page.getByRole("link", { name: "Revenue", exact: true }).first().click();
  await expect(page.getByRole("heading", { name: /make \d+ % of revenue\./ })).toBeVisible();
  await page.getByRole("columnheader").getByRole("link", { name: "Customers" }).click();
  await page.waitForURL(/measure=revenue&sort=customers/);
  const counts = await page
    .getByRole("region", { name: "RFM segments" })
    .locator("tbody tr td:nth-of-type(1)")
    .allTextContents();
  const numbers = counts.map((text) => Number(text.replaceAll(",", "")));
  expect(numbers.length).toBeGreaterThan(5);
  expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
});

test("each view is a file too", async ({ page }) => {
  await signIn(page, MANAGER);
  const linesOf = async (name: string) => {
    const response = await page.request.get(`${VALUE}/export/${name}?format=csv`);
    expect(response.status()).toBe(200);
    return (await response.text()).trim().split(/\r?\n/).length;
  };
  expect(await linesOf("rfm")).toBe(126);
  expect(await linesOf("profit-curve")).toBe(102);
  expect(await linesOf("cohorts")).toBeGreaterThan(20);
  expect(await linesOf("trend")).toBeGreaterThan(20);
});

test("new rates are computed with, and the page shows profit by them", async ({
  page,
  ownWorkspace,
}) => {
  await signIn(page, ownWorkspace);
  await page.goto(`/w/${ownWorkspace.slug}/data/imports/new`);
  await page.getByRole("radio", { name: "Orders" }).check({ force: true });
  const rows = Array.from({ length: 30 }, (_, at) => `O${at},C${at},2026-01-0${1 + (at % 9)},100`);
  await page.locator('input[type="file"]').setInputFiles({
    name: "orders.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(`order_id,customer_id,date,amount\n${rows.join("\n")}\n`),
  });
  await page.getByRole("button", { name: "Import", exact: true }).click();
  await expect(page.getByText("No row was rejected.")).toBeVisible({ timeout: 30_000 });
  await page.goto(`/w/${ownWorkspace.slug}/settings`);
  await page.getByLabel("Margin").fill("50");
  await page.getByRole("button", { name: "Save rates" }).click();
  await expect(page.getByText(/Value now shows profit/)).toBeVisible();
  await expect(async () => {
    await page.goto(`/w/${ownWorkspace.slug}/value`);
    await expect(page.getByText("Total profit before contacts")).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 30_000 });
  await expect(page.getByText("€1,500").first()).toBeVisible();
  await expect(page.getByText(/Not set, so not in it: cost per order/).first()).toBeVisible();
});
