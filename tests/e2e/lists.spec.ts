import { readFileSync } from "node:fs";
import type { Page } from "playwright/test";
import { DEMO_MEMBERS, DEMO_PASSWORD, DEMO_WORKSPACE } from "#prisma/seed/people.ts";
import { expect, signIn, test } from "#tests/support/browser.ts";
import { expectNoViolationsInThemes } from "#tests/support/sound.ts";

const MANAGER = { email: DEMO_MEMBERS[0]?.email ?? "", password: DEMO_PASSWORD };
const LIST = `/w/${DEMO_WORKSPACE.slug}/customers`;
const WIDTHS = [
  { width: 1440, height: 900 },
  { width: 375, height: 812 },
];

/** What a reader of the list sees: how many, and who. */
async function seen(page: Page): Promise<{ result: string; rows: string[] }> {
  const result = (await page.locator("header p").first().textContent()) ?? "";
  return { result, rows: await page.locator("tbody th a").allTextContents() };
}

const filter = (page: Page, label: string) => page.locator("summary", { hasText: label });

/** Walk with Tab until the focus is on what is wanted. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let step = 0; step < 60; step += 1) {
    if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not reach ${selector}.`);
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.tagName ?? "");

test.describe("the customers list", () => {
  test("is filtered, walked and opened by keyboard alone", async ({ page }) => {
    await signIn(page, MANAGER);
    await page.goto(LIST);
    await page.keyboard.press("Tab");
    await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
    await page.keyboard.press("f");
    await expect(filter(page, "Segment")).toBeFocused();
    await page.keyboard.press("Enter");
    await tabTo(page, 'input[value="at_risk"]');
    await page.keyboard.press("Space");
    await tabTo(page, "details[open] button[type=submit]");
    await page.keyboard.press("Enter");
    await page.waitForURL(/segment=at_risk/);
    await expect(filter(page, "Segment")).toBeFocused();
    await expect(filter(page, "Segment")).toContainText("At risk");
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await expect(page.locator("tbody tr").nth(1).getByRole("link")).toBeFocused();
    await page.keyboard.press("x");
    await expect(page.locator("tbody tr").nth(1).getByRole("checkbox")).toBeChecked();
    await page.keyboard.press("k");
    await expect(page.locator("tbody tr").nth(0).getByRole("link")).toBeFocused();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/customers\/[0-9a-f-]{36}$/);
    await expect.poll(() => focused(page)).not.toBe("BODY");
  });

  test("stands in its address: reload, Back and another browser show the same", async ({
    page,
    browser,
    baseURL,
  }) => {
    await signIn(page, MANAGER);
    await page.goto(LIST);
    const all = await seen(page);
    await page.goto(
      `${LIST}?segment=at_risk&segment=champions&lastOrderFrom=2025-01-01&revenueAtLeast=500&columns=orders`,
    );
    const some = await seen(page);
    expect(some.rows).not.toEqual(all.rows);
    expect(some.result).toMatch(/customers match/);
    await expect(page.getByRole("columnheader")).toHaveCount(3);
    await expect(page.getByRole("link", { name: "Clear 3 filters" })).toBeVisible();
    await page.reload();
    expect(await seen(page)).toEqual(some);
    await page.getByRole("link", { name: "Clear 3 filters" }).click();
    await expect(page).toHaveURL(`${LIST}?columns=orders`);
    await page.goBack();
    await expect(page.getByRole("link", { name: "Clear 3 filters" })).toBeVisible();
    expect(await seen(page)).toEqual(some);
    const other = await browser.newContext({ baseURL: baseURL ?? "" });
    const elsewhere = await other.newPage();
    await signIn(elsewhere, MANAGER);
    await elsewhere.goto(page.url());
    expect(await seen(elsewhere)).toEqual(some);
    await other.close();
  });

  test("says what it does not know, and clears what finds nobody", async ({ page }) => {
    await signIn(page, MANAGER);
    await page.goto(`${LIST}?segment=zz&search=nobody-is-called-so`);
    await expect(page.getByText("Unknown segment “zz”").first()).toBeVisible();
    await page.getByRole("link", { name: "Clear Unknown segment" }).click();
    await expect(page).toHaveURL(`${LIST}?search=nobody-is-called-so`);
    await page.locator("main").getByRole("link", { name: "Clear the filter" }).last().click();
    await expect(page).toHaveURL(LIST);
    await expect(page.locator("tbody tr").first()).toBeVisible();
  });

  test("is filtered without JavaScript", async ({ browser, page, baseURL }) => {
    await signIn(page, MANAGER);
    const storageState = await page.context().storageState();
    const plain = await browser.newContext({
      baseURL: baseURL ?? "",
      storageState,
      javaScriptEnabled: false,
    });
    const still = await plain.newPage();
    await still.goto(LIST);
    await filter(still, "Segment").click();
    await still.getByRole("checkbox", { name: "Champions" }).check();
    await still.locator("details[open]").getByRole("button", { name: "Apply" }).click();
    await expect(still).toHaveURL(/segment=champions/);
    await filter(still, "Columns").click();
    await still.getByRole("checkbox", { name: "Orders" }).uncheck();
    await still.locator("details[open]").getByRole("button", { name: "Apply" }).click();
    await expect(still.getByRole("columnheader", { name: "Orders" })).toHaveCount(0);
    await expect(still).toHaveURL(/segment=champions/);
    await plain.close();
  });

  test("gives the chosen rows away as a file and on the clipboard", async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await signIn(page, MANAGER);
    await page.goto(LIST);
    const boxes = page.locator("tbody").getByRole("checkbox");
    await boxes.nth(0).check();
    await boxes.nth(3).check();
    await expect(page.getByRole("status").filter({ hasText: "2 rows chosen" })).toBeAttached();
    await page.getByRole("button", { name: "Copy as CSV" }).click();
    await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.trim().split("\n")).toHaveLength(3);
    for (const format of ["CSV", "XLSX", "JSON"]) {
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: `Export ${format}` }).click(),
      ]);
      const name = `customers-for-analysis_chosen-2.${format.toLowerCase()}`;
      expect(download.suggestedFilename()).toBe(name);
      if (format !== "JSON") continue;
      const file = JSON.parse(readFileSync(await download.path(), "utf8"));
      expect(file).toMatchObject({ filters: { chosen: "2" }, count: 2 });
    }
    await page.getByRole("checkbox", { name: "Choose all rows" }).check();
    await expect(page.getByText("50 rows chosen").first()).toBeAttached();
    await page.getByRole("button", { name: "Choose none" }).click();
    await expect(page.getByRole("checkbox", { name: "Choose all rows" })).toBeFocused();
  });
});

test("a view is saved, opened by its link, and comes back after it was deleted", async ({
  page,
}) => {
  const name = `Worth a call ${Date.now()}`;
  await signIn(page, MANAGER);
  await page.goto(`${LIST}?segment=at_risk`);
  const some = await seen(page);
  await filter(page, "Not a saved view").click();
  await page.getByLabel("Save this view as").fill(name);
  await page.getByRole("button", { name: "Save view" }).click();
  await page.waitForURL(/view=/);
  await expect(filter(page, name)).toBeVisible();
  const link = page.url();
  await page.goto(LIST);
  await page.goto(link);
  expect(await seen(page)).toEqual(some);
  await filter(page, name).click();
  await page.getByRole("button", { name: `Delete ${name}` }).click();
  await expect(page.getByText(`${name} is deleted.`)).toBeVisible();
  await expect(page.getByRole("link", { name })).toHaveCount(0);
  expect(await focused(page)).toBe("SUMMARY");
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByText(`${name} is deleted.`)).toHaveCount(0);
  await filter(page, "View:").click();
  await expect(page.getByRole("link", { name })).toBeVisible();
  await page.getByRole("button", { name: `Delete ${name}` }).click();
  await expect(page.getByRole("link", { name })).toHaveCount(0);
});

test("every open state is sound in light and dark at 1440 and 375 px", async ({ page }) => {
  test.setTimeout(180_000);
  await signIn(page, MANAGER);
  for (const size of WIDTHS) {
    await page.setViewportSize(size);
    await page.goto(`${LIST}?segment=zz&segment=at_risk`);
    await filter(page, "Segment").click();
    await expectNoViolationsInThemes(page);
    await page.keyboard.press("Escape");
    await filter(page, "Not a saved view").click();
    await expectNoViolationsInThemes(page);
    await page.keyboard.press("Escape");
    await page.locator("tbody").getByRole("checkbox").first().check();
    // At the end of the page the bar of the chosen rows covers none of them.
    await page.evaluate(() => window.scrollTo(0, document.body.scrollHeight));
    await expectNoViolationsInThemes(page);
    await page.keyboard.press("Control+k");
    await page.keyboard.type("an");
    await expect(page.getByRole("menuitem").first()).toBeVisible();
    await expectNoViolationsInThemes(page);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await page.keyboard.press("?");
    await expect(page.getByRole("dialog")).toBeVisible();
    await expectNoViolationsInThemes(page);
  }
});
