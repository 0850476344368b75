import { writeFileSync } from "node:fs";
import type { Page, TestInfo } from "playwright/test";
import { DEMO_OWNER, DEMO_PASSWORD, DEMO_WORKSPACE } from "#prisma/seed/people.ts";
import { adminJson } from "#tests/support/admin.ts";
import { expect, expectNoAxeViolations, signIn, test } from "#tests/support/browser.ts";

const CUSTOMERS = 80;
/** Everybody comes on the same three days and pays nothing. */
const DAYS = ["2025-01-06", "2025-02-03", "2025-03-03"];

async function importOrders(slug: string, rows: readonly string[], testInfo: TestInfo) {
  const file = testInfo.outputPath("orders.csv");
  writeFileSync(file, `order_id,customer_id,date,amount\n${rows.join("\n")}\n`);
  const command = ["import", "--workspace", slug, "--kind", "orders", "--file", file];
  const { status } = await adminJson<{ status: string }>(command);
  expect(status).toBe("succeeded");
}

async function runBy(page: Page, model: string, base: string): Promise<void> {
  await page.goto(`${base}/runs/new`);
  await page.getByLabel("Model", { exact: true }).selectOption(model);
  await page.getByRole("button", { name: "Compute lifetime value" }).click();
  await page.waitForURL(/\/value\/runs\/[0-9a-f-]{36}$/);
  await expect(page.getByText("Done", { exact: true })).toBeVisible({ timeout: 60_000 });
}

test("views of value keep their gaps and their sentences where nobody is worth anything", async ({
  page,
  ownWorkspace,
}, testInfo) => {
  test.setTimeout(180_000);
  const rows = Array.from({ length: CUSTOMERS }, (_, customer) =>
    DAYS.map((day) => `O${customer}-${day},C${customer},${day},0.00`),
  ).flat();
  await importOrders(ownWorkspace.slug, rows, testInfo);
  const base = `/w/${ownWorkspace.slug}/value`;
  await signIn(page, ownWorkspace);

  await runBy(page, "historic", base);
  await page.goto(base);
  await expect(
    page.getByText(/The last run counts value so far, as it was asked to/),
  ).toBeVisible();
  await expect(page.getByText("Total CLV", { exact: true })).toHaveCount(0);
  await expectNoAxeViolations(page);

  await runBy(page, "mbg_nbd", base);
  await runBy(page, "mbg_nbd", base);
  await page.goto(base);
  await expect(page.getByText("Total CLV", { exact: true })).toBeVisible();
  await expect(page.getByText(/not compared/)).toHaveCount(0);
  await expectNoAxeViolations(page);
  await page.goto(`${base}/watchlist`);
  await expect(page.getByRole("heading", { name: "No value to come is at risk." })).toBeVisible();
  await page.goto(`${base}/migration`);
  await expect(page.getByRole("heading", { name: /^Nobody was Platinum before/ })).toBeVisible();
});

test("the first run of a workspace leaves a gap between its numbers and the curve", async ({
  page,
  ownWorkspace,
}, testInfo) => {
  const rows = Array.from({ length: 9 }, (_, at) => `O${at},C${at},2026-01-0${1 + at},100`);
  await importOrders(ownWorkspace.slug, rows, testInfo);
  await signIn(page, ownWorkspace);
  await page.goto(`/w/${ownWorkspace.slug}/value`);
  const tiles = await page.locator("main dl").first().boundingBox();
  const figure = await page.getByRole("figure").first().boundingBox();
  expect((figure?.y ?? 0) - ((tiles?.y ?? 0) + (tiles?.height ?? 0))).toBeGreaterThanOrEqual(15);
});

test("no number of a tile is cut where the text is twice as large", async ({ page }) => {
  await signIn(page, { email: DEMO_OWNER.email, password: DEMO_PASSWORD });
  for (const size of [
    { width: 1280, height: 900 },
    { width: 375, height: 812 },
  ]) {
    await page.setViewportSize(size);
    await page.goto(`/w/${DEMO_WORKSPACE.slug}/value`);
    await expect(page.getByText("Total CLV", { exact: true })).toBeVisible();
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
    });
    const cut = await page.locator("main dl > div").evaluateAll((tiles) =>
      tiles.flatMap((tile) => {
        const { right } = tile.getBoundingClientRect();
        for (const hidden of tile.querySelectorAll(".sr-only")) hidden.remove();
        const parts = [...tile.querySelectorAll("dd p, dd p > span")];
        const isCut = parts.some((part) => {
          const range = document.createRange();
          range.selectNodeContents(part);
          return range.getBoundingClientRect().right > right + 1;
        });
        return isCut ? [tile.textContent] : [];
      }),
    );
    expect(cut, `at ${size.width}`).toEqual([]);
  }
});
