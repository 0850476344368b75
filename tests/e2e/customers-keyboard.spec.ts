import { readFile } from "node:fs/promises";
import type { Download, Locator, Page } from "playwright/test";
import { expect, signIn, test } from "#tests/support/browser.ts";
import { tabTo } from "#tests/support/keyboard.ts";
import { importText } from "#tests/support/two-workspaces.ts";

const CUSTOMERS = `customer_id,name,email,phone,registered,marketing consent
B-1,Dimitra Papadaki,dimitra@x.example,+43 (0)664 123 45 67,2024-05-01,yes
B-2,D. Papadaki,d.papadaki@x.example,0664/1234567,2024-05-01,no
B-3,Nikos Ioannou,nikos@x.example,+43 1 555 12 34,2025-01-09,
B-4,Eleni Ioannou,eleni@x.example,+43 1 5551234,2025-02-09,yes
`;
const ORDERS = `order_id,customer_id,date,amount
${Array.from({ length: 12 }, (_, at) => `O-${at},B-${1 + (at % 4)},2026-0${1 + (at % 3)}-1${at % 9},${10 + at}`).join("\n")}
`;

/** The file that comes when a link or a button is pressed by key. */
async function fileFrom(page: Page, target: Locator): Promise<{ name: string; text: string }> {
  await tabTo(page, target);
  const coming: Promise<Download> = page.waitForEvent("download");
  await page.keyboard.press("Enter");
  const download = await coming;
  return {
    name: download.suggestedFilename(),
    text: await readFile(await download.path(), "utf8"),
  };
}

async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press("Enter");
}

async function openPairs(page: Page, slug: string, pairs: number): Promise<Locator> {
  const compare = page.getByRole("link", { name: /^Compare/ });
  await expect(async () => {
    await page.goto(`/w/${slug}/customers/duplicates`);
    await expect(compare).toHaveCount(pairs, { timeout: 3_000 });
  }).toPass({ timeout: 30_000 });
  return compare;
}

test.beforeEach(async ({ page, ownWorkspace }) => {
  test.slow();
  await importText(ownWorkspace.slug, "customers", CUSTOMERS);
  await importText(ownWorkspace.slug, "orders", ORDERS);
  await signIn(page, ownWorkspace);
});

test("pairs are merged, parted again and dismissed with the keyboard alone", async ({
  page,
  ownWorkspace,
}) => {
  const { slug } = ownWorkspace;
  await openPairs(page, slug, 2);
  await press(page, page.getByRole("link", { name: "Compare B-1 and B-2" }));
  await expect(page.getByRole("heading", { name: "Are these one customer?" })).toBeVisible();
  await tabTo(page, page.getByRole("radio", { name: /^B-1/ }));
  await page.keyboard.press("ArrowDown");
  await press(page, page.getByRole("button", { name: "Merge", exact: true }));
  await expect(page.getByRole("heading", { name: "D. Papadaki" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Merged into this customer" })).toBeVisible();
  await press(page, page.getByRole("button", { name: "Take back the merge of B-1" }));
  await expect(page.getByRole("heading", { name: "Merged into this customer" })).toBeHidden();
  await openPairs(page, slug, 2);
  await press(page, page.getByRole("link", { name: "Compare B-3 and B-4" }));
  await expect(page.getByRole("heading", { name: "Are these one customer?" })).toBeVisible();
  await press(page, page.getByRole("button", { name: "Not the same" }));
  await page.waitForURL(/\/customers\/duplicates$/);
  await expect(page.getByRole("link", { name: /^Compare/ })).toHaveCount(1);
});

test("customers are taken away for a purpose, and value as files, with the keyboard alone", async ({
  page,
  ownWorkspace,
}) => {
  const { slug } = ownWorkspace;
  await page.goto(`/w/${slug}/customers`);
  await press(page, page.getByRole("link", { name: "Export these customers" }));
  await expect(page.getByRole("heading", { name: "Download customers" })).toBeVisible();
  await tabTo(page, page.getByRole("radio", { name: /^Analysis/ }));
  await page.keyboard.press("ArrowUp");
  await expect(page.getByRole("radio", { name: /^Marketing/ })).toBeChecked();
  const file = await fileFrom(page, page.getByRole("button", { name: "Download the file" }));
  expect(file.name).toBe("customers-for-marketing-2-without-contact.csv");
  expect(file.text).toContain("dimitra@x.example");
  expect(file.text).not.toContain("nikos@x.example");
  await expect(async () => {
    await page.goto(`/w/${slug}/value`);
    await expect(page.getByText("Total revenue")).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
  for (const [view, name, line] of [
    ["", "concentration", /^percent,customers,revenue/],
    ["/rfm", "rfm", /^recency,frequency,monetary/],
    ["/cohorts", "cohorts", /^cohort,period/],
    ["/trend", "trend", /^month_end,segment/],
  ] as const) {
    await page.goto(`/w/${slug}/value${view}`);
    await press(page, page.locator("figure summary").filter({ hasText: "Export" }).first());
    const table = await fileFrom(page, page.getByRole("link", { name: /^CSV/ }).first());
    expect(table.name).toMatch(new RegExp(`^${name}-\\d{4}-\\d{2}-\\d{2}\\.csv$`));
    expect(table.text.replace(/^\uFEFF/, "")).toMatch(line);
  }
});
