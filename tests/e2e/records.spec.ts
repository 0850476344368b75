import { readFileSync } from "node:fs";
import type { Download, Page } from "playwright/test";
import { readSheet } from "read-excel-file/node";
import { expect, expectNoAxeViolations, signIn, test } from "#tests/support/browser.ts";
import { importText } from "#tests/support/two-workspaces.ts";
import { chooseFile, press } from "#tests/support/wizard.ts";

const CALLS = [
  "call_id,customer_id,timestamp,type,channel,duration,outcome,subject",
  "I-1,C-1,2026-03-01T09:30:00Z,service,phone,270,solved,Boiler is cold",
  "I-2,C-2,2026-03-02T10:00:00Z,visit,on site,7200,solved,Fitting",
  "I-3,C-1,2026-03-04T10:00:00Z,service,phone,60,called back,Invoice",
].join("\n");
const COMPLAINTS =
  "complaint_id,customer_id,received,status,reason,description\nK-1,C-1,2026-02-01,Open,Late,=came on Friday\n";
const CONTRACTS =
  "subscription_id,customer_id,plan,start,end,price,period\nS-1,C-1,Care,2026-01-01,,9.90,monthly\n";

async function takeAs(page: Page, format: string): Promise<Download> {
  await page.locator("summary").filter({ hasText: "Export" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: format }).click(),
  ]);
  await page.keyboard.press("Escape");
  return download;
}

async function look(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: test.info().outputPath(`${name}.png`), fullPage: true });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  );
  expect(overflow, name).toBeLessThanOrEqual(0);
  await expectNoAxeViolations(page);
}

for (const { theme, size } of [
  { theme: "light", size: { width: 1440, height: 900 } },
  { theme: "dark", size: { width: 375, height: 812 } },
] as const) {
  test(`imported calls are found by list, by source and by customer, in ${theme} at ${size.width}`, async ({
    page,
    context,
    baseURL,
    ownWorkspace,
  }) => {
    test.setTimeout(120_000);
    const base = `/w/${ownWorkspace.slug}`;
    await context.addCookies([{ name: "theme", value: theme, url: baseURL ?? "" }]);
    await page.setViewportSize(size);
    await signIn(page, ownWorkspace);
    await page.goto(`${base}/data/imports`);
    await page.getByRole("link", { name: "Records", exact: true }).click();
    await expect(page.getByRole("heading", { name: "No contacts yet" })).toBeVisible();
    await look(page, "none");

    await page.goto(`${base}/data/imports/new`);
    await chooseFile(page, "calls.csv", Buffer.from(CALLS));
    await expect(page.getByRole("radio", { name: /^Contacts/ })).toBeChecked();
    await press(page, page.getByRole("button", { name: /^Import$/ }));
    await page.getByRole("link", { name: "Open the new contacts" }).click({ timeout: 30_000 });
    await page.waitForURL(/\/data\/records\/interactions\?import=/);
    await expect(page.locator("tbody tr")).toHaveCount(3);
    await expect(page.locator("tbody tr").first()).toContainText("Invoice");
    await look(page, "new");

    await page.goto(`${base}/data/records/interactions`);
    await page.locator("summary").filter({ hasText: "Channel" }).click();
    await page.getByRole("checkbox", { name: "on site" }).check({ force: true });
    await page.getByRole("button", { name: "Apply" }).locator("visible=true").click();
    await page.waitForURL(/channel=on/);
    await expect(page.locator("tbody tr")).toHaveCount(1);
    await page.getByRole("link", { name: /^Clear the filter/ }).click();
    await expect(page.locator("tbody tr")).toHaveCount(3);
    await page.getByRole("searchbox", { name: "Customer number" }).fill("C-1");
    await page.keyboard.press("Enter");
    await page.waitForURL(/customer=C-1/);
    await expect(page.locator("tbody tr")).toHaveCount(2);
    await page.goto(`${base}/data/records/interactions?type=chat`);
    await expect(page.getByRole("heading", { name: "No contact matches" })).toBeVisible();
    await look(page, "no-match");

    await page.goto(`${base}/data/sources`);
    await page.getByRole("link", { name: "Contacts 3" }).click();
    await page.waitForURL(/interactions\?source=/);
    await expect(page.locator("tbody tr")).toHaveCount(3);
    await page.getByRole("link", { name: "C-1" }).locator("visible=true").first().click();
    await expect(page.getByRole("heading", { name: "Last contacts" })).toBeVisible();
    await look(page, "customer");
    await page.getByRole("link", { name: "All contacts" }).click();
    await page.waitForURL(/customer=C-1/);
    await expect(page.locator("tbody tr")).toHaveCount(2);
  });
}

test("complaints and subscriptions stand on the customer's page and are taken away as XLSX and JSON", async ({
  page,
  ownWorkspace,
}) => {
  test.setTimeout(90_000);
  const base = `/w/${ownWorkspace.slug}`;
  await importText(ownWorkspace.slug, "complaints", COMPLAINTS);
  await importText(ownWorkspace.slug, "subscriptions", CONTRACTS);
  await signIn(page, ownWorkspace);
  await page.goto(`${base}/data/records/complaints?status=Open`);
  const xlsx = await takeAs(page, "Excel");
  expect(xlsx.suggestedFilename()).toBe("complaints_status-Open.xlsx");
  const bytes = readFileSync(await xlsx.path());
  const [head = [], row = []] = await readSheet(bytes, "Rows");
  expect(row[head.indexOf("body")]).toBe("'=came on Friday");
  expect(row[head.indexOf("customer_id")]).toBe("C-1");
  expect(await readSheet(bytes, "About")).toContainEqual(["filter: status", "Open"]);
  await page.goto(`${base}/data/records/subscriptions`);
  const json = await takeAs(page, "JSON");
  expect(JSON.parse(readFileSync(await json.path(), "utf8"))).toMatchObject({
    ...{ list: "subscriptions", filters: {}, count: 1 },
    items: [{ number: "S-1", price: "9.90", period: "month", status: "running", ended_on: null }],
  });
  await page.getByRole("link", { name: "C-1" }).click();
  await expect(page.getByRole("heading", { name: "Last complaints" })).toBeVisible();
  await expect(page.getByRole("heading", { name: "Last subscriptions" })).toBeVisible();
  await expect(page.getByText("€9.90")).toBeVisible();
  await page.goto(`${base}/settings/audit?group=list`);
  await expect(page.getByText("Downloaded a list as a file")).toHaveCount(2);
});

test("lines of orders without a number are called by their product, and their order says that it has none", async ({
  page,
  ownWorkspace,
}) => {
  const lines = "customer_id,date,sku,quantity,unit_price\nC-1,2026-01-02,TEA,2,5.00\n";
  await importText(ownWorkspace.slug, "orders", lines);
  await signIn(page, ownWorkspace);
  await page.goto(`/w/${ownWorkspace.slug}/data/records/order_lines`);
  await expect(page.getByRole("rowheader")).toHaveText(/^TEA/);
  await expect(page.getByRole("cell", { name: "Without a number" })).toBeVisible();
  await expect(page.getByText(/auto:/)).toHaveCount(0);
  await look(page, "lines-without-number");
});

test("every other list is taken away in all three formats", async ({ page, ownWorkspace }) => {
  test.setTimeout(90_000);
  const base = `/w/${ownWorkspace.slug}`;
  await importText(
    ownWorkspace.slug,
    "orders",
    "order_id,customer_id,date,amount\nA-1,C-1,2026-01-02,10.00\n",
  );
  await importText(ownWorkspace.slug, "complaints", COMPLAINTS);
  await signIn(page, ownWorkspace);
  await expect(async () => {
    await page.goto(`${base}/value`);
    await expect(page.getByText("Total revenue")).toBeVisible({ timeout: 2_000 });
  }).toPass({ timeout: 30_000 });
  const lists = [
    ...["data/sources/export", "settings/departments/export", "settings/members/export"],
    ...["settings/api-keys/export", "customers/duplicates/export", "settings/audit/export"],
    ...["data/records/orders/export", "data/imports/export"],
    ...["segments", "concentration", "rfm", "cohorts", "trend"].map(
      (each) => `value/export/${each}`,
    ),
  ];
  for (const list of lists) {
    const json = await page.request.get(`${base}/${list}?format=json`);
    const { columns, items, count } = await json.json();
    expect(items, list).toHaveLength(count);
    const xlsx = await page.request.get(`${base}/${list}?format=xlsx`);
    expect((await readSheet(await xlsx.body(), "Rows"))[0], list).toEqual(columns);
    const csv = await page.request.get(`${base}/${list}`);
    expect((await csv.text()).replace(/^\uFEFF/, "").split("\n")[0], list).toBe(columns.join(","));
  }
});
