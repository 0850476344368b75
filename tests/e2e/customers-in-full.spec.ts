import type { Page } from "playwright/test";
import { expect, expectNoAxeViolations, signIn, test } from "#tests/support/browser.ts";
import { importText } from "#tests/support/two-workspaces.ts";

const CUSTOMERS = `customer_id,name,email,phone,registered,marketing consent,City,Visits,Member
A-1,Dimitra Papadaki,dimitra@x.example,+43 (0)664 123 45 67,2024-05-01,yes,Linz,12,yes
A-2,D. Papadaki,d.papadaki@x.example,0664/1234567,2024-05-01,no,Linz,3,no
A-3,Nikos Ioannou,nikos@x.example,,2025-01-09,,Wien,7,yes
A-4,Eleni Ioannou,eleni@x.example,,2025-02-09,yes,Wien,1,no
`;
const ORDERS = `order_id,customer_id,date,amount
O-1,A-1,2026-01-10,100
O-2,A-2,2026-02-10,40
`;
const WIDTHS = [
  { width: 1440, height: 900 },
  { width: 375, height: 812 },
];

/** The addresses of the rows of a list, by their links. */
const rows = (page: Page) => page.locator("tbody th a").allTextContents();

async function search(page: Page, slug: string, text: string): Promise<string[]> {
  await page.goto(`/w/${slug}/customers?search=${encodeURIComponent(text)}&sort=number`);
  return rows(page);
}

async function fileFor(page: Page, slug: string, purpose: string) {
  const answer = await page.request.get(`/w/${slug}/customers/export?purpose=${purpose}`);
  return {
    name: decodeURIComponent(answer.headers()["content-disposition"] ?? ""),
    text: await answer.text(),
  };
}

test.beforeEach(async ({ ownWorkspace }) => {
  test.slow();
  await importText(ownWorkspace.slug, "customers", CUSTOMERS);
  await importText(ownWorkspace.slug, "orders", ORDERS);
});

test("customers are found by surname and by phone, in the list and in the palette", async ({
  page,
  ownWorkspace,
}) => {
  const { slug } = ownWorkspace;
  await signIn(page, ownWorkspace);
  expect(await search(page, slug, "papa")).toEqual(["Dimitra Papadaki", "D. Papadaki"]);
  expect(await search(page, slug, "ioannou, nik")).toEqual(["Nikos Ioannou"]);
  for (const phone of ["+43 664 1234567", "06641234567", "0043 664 123-4567", "+43 664 12"]) {
    expect.soft(await search(page, slug, phone), phone).toContain("Dimitra Papadaki");
  }
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("dialog")).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await page.keyboard.type("0664 1234567");
  await expect(page.getByRole("menuitem", { name: /Dimitra Papadaki/ })).toBeVisible();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("ioann");
  await expect(page.getByRole("menuitem", { name: /Eleni Ioannou/ })).toBeVisible();
});

test("an attribute is chosen from a menu, filtered by and taken away by keyboard alone", async ({
  page,
  ownWorkspace,
}) => {
  const { slug } = ownWorkspace;
  await signIn(page, ownWorkspace);
  for (const size of WIDTHS) {
    await page.setViewportSize(size);
    await expect(async () => {
      await page.goto(`/w/${slug}/customers?sort=number`);
      await expect(page.locator("summary", { hasText: "Attribute" })).toBeVisible({
        timeout: 3_000,
      });
    }).toPass({ timeout: 30_000 });
    await page.locator("summary", { hasText: "Attribute" }).focus();
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    await expect(page.getByRole("link", { name: "City" })).toBeFocused();
    await page.keyboard.press("Enter");
    const chip = page.locator("summary", { hasText: "City" });
    await expect(chip).toBeFocused();
    await page.keyboard.press("Tab");
    await expect(page.getByLabel("Linz")).toBeFocused();
    await page.keyboard.press("Space");
    await page.keyboard.press("Enter");
    await page.waitForURL(/attribute\.is\.City=Linz/);
    await expect(chip).toContainText("Linz");
    expect(await rows(page)).toEqual(["Dimitra Papadaki", "D. Papadaki"]);
    await page.getByRole("link", { name: "Remove the filter by City" }).focus();
    await page.keyboard.press("Enter");
    await expect(page.locator("tbody th a")).toHaveCount(4);
    await expect(chip).toHaveCount(0);
  }
});

test("two customers who are one are merged, and parted again", async ({ page, ownWorkspace }) => {
  const { slug } = ownWorkspace;
  await signIn(page, ownWorkspace);
  await expect(async () => {
    await page.goto(`/w/${slug}/customers/duplicates`);
    await expect(page.getByRole("link", { name: /^Compare/ })).toBeVisible({ timeout: 3_000 });
  }).toPass({ timeout: 30_000 });
  await page.getByRole("link", { name: "Compare A-1 and A-2" }).click();
  await expect(page.getByRole("heading", { name: "Are these one customer?" })).toBeVisible();
  await page.getByText("A-1, Dimitra Papadaki stays").click();
  await page.getByRole("button", { name: "Merge", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Merged into this customer" })).toBeVisible();
  await expect(page.getByRole("cell", { name: "O-2" })).toBeVisible();
  expect(await search(page, slug, "A-2")).toEqual(["Dimitra Papadaki"]);
  expect(await search(page, slug, "")).toHaveLength(3);
  await page.getByRole("link", { name: "Dimitra Papadaki" }).click();
  await page.getByRole("button", { name: "Take back the merge of A-2" }).click();
  await expect(page.getByRole("heading", { name: "Merged into this customer" })).toBeHidden();
  expect(await search(page, slug, "")).toHaveLength(4);
});

test("a withdrawn consent keeps the address out of the file", async ({ page, ownWorkspace }) => {
  const { slug } = ownWorkspace;
  await signIn(page, ownWorkspace);
  const before = await fileFor(page, slug, "marketing");
  expect(before.text).toContain("dimitra@x.example");
  expect(before.text).not.toContain("nikos@x.example");
  expect(before.name).toContain("customers-for-marketing-2-without-contact.csv");
  await search(page, slug, "dimitra");
  await page.getByRole("link", { name: "Dimitra Papadaki" }).click();
  await page.getByLabel("Change: Marketing").click();
  await page.locator("details[open]").getByText("Withdrawn", { exact: true }).click();
  await page.getByRole("button", { name: "Record for Marketing" }).click();
  await expect(page.locator("p", { hasText: "Marketing" }).getByText("Withdrawn")).toBeVisible();
  const after = await fileFor(page, slug, "marketing");
  expect(after.text).toContain("Dimitra Papadaki");
  expect(after.text).not.toContain("dimitra@x.example");
  expect(after.name).toContain("customers-for-marketing-3-without-contact.csv");
  await page.goto(`/w/${slug}/customers/export/purpose`);
  await expect(page.getByText("Leaves out e-mail and phone of 3 customers")).toBeVisible();
});

test("attributes have types to filter by, and every page of customers is right in four looks", async ({
  page,
  ownWorkspace,
  baseURL,
}) => {
  const { slug } = ownWorkspace;
  const list = `/w/${slug}/customers`;
  await signIn(page, ownWorkspace);
  await expect(async () => {
    await page.goto(`${list}/attributes`);
    await expect(page.getByRole("combobox", { name: "Type of Visits" })).toHaveValue(
      "As found: Number",
      { timeout: 3_000 },
    );
  }).toPass({ timeout: 30_000 });
  await page.goto(`${list}?attribute.min.Visits=5&attribute.yn.Member=yes&sort=number`);
  expect(await rows(page)).toEqual(["Dimitra Papadaki", "Nikos Ioannou"]);
  await page.goto(list);
  const customer = (await page.locator("tbody th a").first().getAttribute("href")) ?? "";
  await page.goto(`${list}/duplicates`);
  const pair = (await page.getByRole("link", { name: /^Compare/ }).getAttribute("href")) ?? "";
  const paths = [
    list,
    customer,
    `${list}/duplicates`,
    pair,
    `${list}/attributes`,
    `${list}/export/purpose`,
  ];
  for (const theme of ["light", "dark"]) {
    await page.context().addCookies([{ name: "theme", value: theme, url: baseURL ?? "" }]);
    for (const size of WIDTHS) {
      await page.setViewportSize(size);
      for (const path of paths) {
        await page.goto(path);
        await expectNoAxeViolations(page);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect.soft(overflow, `${path} at ${size.width}`).toBeLessThanOrEqual(0);
      }
    }
  }
});
