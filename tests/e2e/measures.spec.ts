import type { Locator, Page } from "playwright/test";
import { DEMO_MEMBERS, DEMO_PASSWORD, DEMO_WORKSPACE } from "#prisma/seed/people.ts";
import { expect, signIn, test } from "#tests/support/browser.ts";
import { openWizard } from "#tests/support/wizard.ts";

/** Edges, type and row heights of the drawn screens at 1440 × 900, in px: the design's pictures, measured. */
const MANAGER = { email: DEMO_MEMBERS[1]?.email ?? "", password: DEMO_PASSWORD };
const BASE = `/w/${DEMO_WORKSPACE.slug}`;
const TOLERANCE = 2;

type Measures = {
  x?: number;
  y?: number;
  width?: number;
  height?: number;
  /** The end at the right */
  end?: number;
  /** Size / line height, weight */
  type?: readonly [size: number, line: number, weight: number];
};

async function expectMeasures(target: Locator, name: string, wanted: Measures): Promise<void> {
  const found = await target.evaluate((element) => {
    const { x, y, width, height, right } = element.getBoundingClientRect();
    const style = getComputedStyle(element);
    const type = [style.fontSize, style.lineHeight, style.fontWeight].map(Number.parseFloat);
    return { x, y, width, height, end: right, type };
  });
  const { type, ...edges } = wanted;
  for (const [edge, value] of Object.entries(edges)) {
    const at = found[edge as keyof typeof edges];
    expect
      .soft(Math.abs(at - value), `${name}: ${edge} is ${at}, drawn ${value}`)
      .toBeLessThanOrEqual(TOLERANCE);
  }
  if (type) expect.soft(found.type, `${name}: size, line height, weight`).toEqual([...type]);
}

async function expectFrame(page: Page, title: string): Promise<void> {
  await expectMeasures(page.getByRole("banner"), "top bar", {
    x: 240,
    y: 0,
    height: 56,
    end: 1440,
  });
  const home = page
    .getByRole("navigation", { name: "Sections", exact: true })
    .getByRole("link", { name: "Home" });
  await expectMeasures(home, "entry of the side bar", {
    x: 12,
    y: 64,
    width: 215,
    height: 32,
    type: [14, 20, 500],
  });
  const heading = page.getByRole("heading", { level: 1, name: title });
  await expectMeasures(heading, "title", { x: 272, y: 80, height: 28, type: [20, 28, 600] });
  const purpose = page.locator("main header p, main h1 + p").first();
  await expectMeasures(purpose, "purpose", { x: 272, y: 110, type: [14, 20, 400] });
}

test("the sign-in stands where it is drawn", async ({ page }) => {
  await page.goto("/sign-in");
  await expectMeasures(page.getByRole("main"), "left half", {
    x: 0,
    y: 0,
    width: 720,
    height: 900,
  });
  await expectMeasures(page.getByRole("heading", { level: 1 }), "title", {
    x: 180,
    width: 360,
    type: [24, 32, 600],
  });
  await expectMeasures(page.getByLabel("E-mail"), "field", { x: 180, width: 360, height: 40 });
  await expectMeasures(page.getByRole("button", { name: "Sign in" }), "button", {
    x: 180,
    width: 360,
    height: 40,
    type: [14, 20, 500],
  });
  await expectMeasures(page.getByRole("heading", { level: 2 }), "claim", {
    x: 824,
    type: [24, 32, 600],
  });
});

test("the value page stands where it is drawn", async ({ page }) => {
  await signIn(page, MANAGER);
  await page.goto(`${BASE}/value`);
  await expectFrame(page, "Value");
  const tiles = page.locator("main dl").first();
  await expectMeasures(tiles, "tiles", { x: 272, end: 1408 });
  await expectMeasures(tiles.locator("dt").first(), "label of a tile", {
    x: 293,
    height: 20,
    type: [13, 20, 500],
  });
  await expectMeasures(tiles.locator("dd p").first(), "number of a tile", {
    height: 36,
    type: [30, 36, 600],
  });
  const figure = page.getByRole("figure").first();
  await expectMeasures(figure, "figure", { x: 272, end: 912 });
  await expectMeasures(figure.getByRole("heading"), "finding", {
    x: 293,
    height: 40,
    type: [14, 20, 600],
  });
  const table = page.getByRole("region", { name: "RFM segments" }).getByRole("table");
  await expectMeasures(table.locator("thead th").first(), "head of a table", {
    x: 273,
    height: 36,
    type: [12, 16, 500],
  });
  await expectMeasures(table.locator("tbody tr").nth(1), "row of two lines", { height: 48 });
});

test("the import wizard stands where it is drawn", async ({ page, ownWorkspace }) => {
  await openWizard(page, ownWorkspace);
  const file = "order_id,customer_id,date,amount\nA1,C1,2026-03-25,10.50\nA2,C2,2026-03-26,7.25\n";
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "orders.csv", mimeType: "text/csv", buffer: Buffer.from(file) });
  const table = page.getByRole("table").filter({ hasText: "Becomes" });
  await expect(table).toBeVisible();
  const steps = page.getByRole("list", { name: "Steps" }).getByRole("listitem");
  await expectMeasures(steps.first(), "first step", { x: 272, y: 154, height: 24 });
  await expectMeasures(page.getByRole("button", { name: /Delimiter/ }), "choice of the delimiter", {
    y: 150,
    height: 32,
    type: [13, 20, 400],
  });
  const finding = page.getByRole("heading", { name: /columns are mapped/ });
  await expectMeasures(finding, "finding", { x: 293, height: 20, type: [14, 20, 600] });
  await expectMeasures(table.locator("thead th").first(), "head of the mapping", {
    x: 273,
    height: 36,
    type: [12, 16, 500],
  });
  await expectMeasures(table.locator("tbody tr").first(), "row of the mapping", {
    x: 273,
    height: 48,
    end: 1407,
  });
  await expectMeasures(table.getByRole("button").first(), "field of the mapping", {
    width: 200,
    height: 32,
  });
});

test("an empty list stands where it is drawn", async ({ page, ownWorkspace }) => {
  await signIn(page, ownWorkspace);
  await page.goto(`/w/${ownWorkspace.slug}/customers`);
  await expectFrame(page, "Customers");
  const panel = page.locator("main h2").first();
  await expectMeasures(panel, "title of the empty state", { type: [18, 24, 600] });
});
