import { readFileSync } from "node:fs";
import type { Download, Page } from "playwright/test";
import { readSheet } from "read-excel-file/node";
import { expect, signIn, test } from "#tests/support/browser.ts";
import { importText } from "#tests/support/two-workspaces.ts";

const SIGNALS =
  "response_id,date,metric,score,comment\nR1,2026-01-03,NPS,9,=1+1\nR2,2026-03-04,NPS,3,Waited long\nR3,2026-03-05,,,Fine\n";

async function takeAs(page: Page, format: string): Promise<Download> {
  await page.locator("summary").filter({ hasText: "Export" }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("link", { name: format }).click(),
  ]);
  await page.keyboard.press("Escape");
  return download;
}

test("a source is put on the register, used in a decision, and counts in the latency index", async ({
  page,
  ownWorkspace,
}) => {
  await signIn(page, ownWorkspace);
  const list = `/w/${ownWorkspace.slug}/data/sources`;
  await page.goto(`/w/${ownWorkspace.slug}/data/imports`);
  await page.getByRole("link", { name: "Sources", exact: true }).click();
  await expect(page.getByRole("heading", { name: "No sources yet" })).toBeVisible();
  await page.getByRole("link", { name: "Add a source" }).click();
  await page.getByLabel("Name").fill("Delivery survey");
  await page.getByLabel("Refreshed").selectOption({ label: "Weekly" });
  await page.getByRole("button", { name: "Add the source" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Delivery survey");
  await page.getByLabel("Day of the decision").fill("2026-01-31");
  await page.getByRole("button", { name: "Save the day" }).click();
  await expect(page.getByText("31 Jan 2026, as Olive Owner said")).toBeVisible();
  await page.goto(list);
  await expect(
    page.getByRole("heading", { name: "The only source was not used in the last 90 days." }),
  ).toBeVisible();
  await page.getByText("Show data").click();
  await expect(
    page
      .getByRole("table")
      .first()
      .getByRole("row", { name: /^Delivery survey/ }),
  ).toContainText("yes");
  await page.getByRole("link", { name: /^Delivery survey/ }).click();
  await page.getByRole("button", { name: "Archive this source" }).click();
  await expect(page.getByRole("button", { name: "Restore Delivery survey" })).toBeVisible();
});

test("feedback leads to its source and back, and is taken away in three formats", async ({
  page,
  ownWorkspace,
}) => {
  await importText(ownWorkspace.slug, "signals", SIGNALS);
  await signIn(page, ownWorkspace);
  await page.goto(`/w/${ownWorkspace.slug}/data/sources`);
  await page.getByRole("link", { name: "Feedback 3" }).click();
  await expect(page).toHaveURL(/listening\?source=/);
  await expect(page.locator("tbody tr")).toHaveCount(3);
  await page.goto(`/w/${ownWorkspace.slug}/listening?metric=nps`);
  const csv = await takeAs(page, "CSV");
  expect(csv.suggestedFilename()).toBe("feedback_metric-nps.csv");
  expect(readFileSync(await csv.path(), "utf8")).toContain("'=1+1");
  const json = await takeAs(page, "JSON");
  expect(JSON.parse(readFileSync(await json.path(), "utf8"))).toMatchObject({
    ...{ list: "feedback", filters: { metric: "nps" }, count: 2 },
    items: [
      { number: "R2", score: 3 },
      { number: "R1", comment: "=1+1" },
    ],
  });
  const xlsx = await takeAs(page, "Excel");
  expect(xlsx.suggestedFilename()).toBe("feedback_metric-nps.xlsx");
  const bytes = readFileSync(await xlsx.path());
  expect(await readSheet(bytes, "Rows")).toHaveLength(3);
  expect(await readSheet(bytes, "About")).toContainEqual(["filter: metric", "nps"]);
});

test("customers and the history of imports are taken away in other formats too, by those who may", async ({
  page,
  ownWorkspace,
}) => {
  await importText(ownWorkspace.slug, "customers", "customer_id,name\nC1,=Ann\nC2,Bob\n");
  await signIn(page, ownWorkspace);
  const base = `/w/${ownWorkspace.slug}`;
  const json = await page.request.get(`${base}/customers/export?format=json&search=C1`);
  expect(json.headers()["content-disposition"]).toContain("customers-for-analysis_search.json");
  expect(await json.json()).toMatchObject({
    ...{ list: "customers-for-analysis", filters: { search: "C1" }, count: 1 },
    items: [{ customer_id: "C1", name: "=Ann", email: null }],
  });
  const xlsx = await page.request.get(`${base}/customers/export?format=xlsx`);
  expect((await readSheet(await xlsx.body(), "Rows")).map((row) => row.slice(0, 2))).toEqual([
    ["customer_id", "name"],
    ["C1", "'=Ann"],
    ["C2", "Bob"],
  ]);
  const history = await page.request.get(`${base}/data/imports/export?format=json&kind=customers`);
  expect(await history.json()).toMatchObject({
    ...{ list: "imports", filters: { kind: "customers" }, count: 1 },
    items: [{ kind: "customers", status: "succeeded", created: 2, rejected: 0 }],
  });
});
