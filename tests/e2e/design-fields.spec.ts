import type { Page } from "playwright/test";
import { expect, test } from "#tests/support/browser.ts";

const part = (page: Page, title: string) =>
  page.locator("section", { has: page.getByRole("heading", { name: title, exact: true }) });
const button = (page: Page, name: string) =>
  page.getByRole("button", { name, exact: true }).first();
const hidden = (page: Page, name: string) => page.locator(`input[type=hidden][name="${name}"]`);

test.describe("a field", () => {
  test("that is a combo box is filled by keyboard and sends the value", async ({ page }) => {
    await page.goto("/design/fields");
    const combo = part(page, "Combo box").locator("input[role=combobox]").first();
    await combo.click();
    await page.keyboard.type("sal");
    await expect(page.getByRole("option")).toHaveText(["SalzburgSalzburg"]);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await expect(combo).toHaveValue("Salzburg");
    await expect(hidden(page, "combo-empty")).toHaveValue("salzburg");
  });

  test("that is a slider and its number say the same", async ({ page }) => {
    await page.goto("/design/fields");
    const slider = part(page, "Slider").getByRole("slider", { name: "Filled" });
    const number = part(page, "Slider").getByRole("textbox", { name: "Filled, as a number" });
    await slider.press("ArrowRight");
    await expect(number).toHaveValue("36");
    await number.fill("80");
    await number.press("Tab");
    await expect(slider).toHaveValue("80");
    await expect(hidden(page, "slider-filled")).toHaveValue("80");
  });

  test("that is wrong says so to everyone", async ({ page }) => {
    await page.goto("/design/fields");
    const field = part(page, "Text area").getByRole("textbox", { name: "With an error" });
    await expect(field).toHaveAttribute("aria-invalid", "true");
    await expect(field).toHaveAccessibleDescription(/at most 80 characters/);
  });

  test("copies its value and says so", async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.goto("/design/fields");
    await part(page, "Copy field").getByRole("button", { name: "Copy" }).click();
    await expect(part(page, "Copy field").getByRole("status")).toHaveText("Invitation link copied");
    await expect(part(page, "Copy field").getByRole("button", { name: "Copied" })).toBeVisible();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("/join/8fK2");
  });
});

test.describe("days", () => {
  test("are typed in the order of the language and sent as ISO days", async ({ page }) => {
    await page.goto("/design/dates");
    const field = part(page, "Date field").getByRole("group", { name: "Empty" });
    await field.getByRole("spinbutton").first().click();
    await page.keyboard.type("21112026");
    await expect(hidden(page, "day-empty")).toHaveValue("2026-11-21");
  });

  test("are chosen in the calendar by keyboard", async ({ page }) => {
    await page.goto("/design/dates");
    const picker = part(page, "Date picker").getByRole("group", { name: "Filled" });
    await picker.getByRole("button").press("Enter");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("Enter");
    await expect(hidden(page, "date-filled")).toHaveValue("2026-11-21");
    await expect(picker.getByRole("button")).toBeFocused();
  });

  test("are cleared, or chosen as a stretch by its name", async ({ page }) => {
    await page.goto("/design/dates");
    await part(page, "Date picker")
      .getByRole("group", { name: "Filled" })
      .getByRole("button")
      .click();
    await button(page, "Clear").click();
    await expect(hidden(page, "date-filled")).toHaveValue("");
    await part(page, "Date range picker")
      .getByRole("group", { name: "Empty" })
      .getByRole("button")
      .click();
    await button(page, "Last quarter").click();
    await expect(hidden(page, "start-empty")).toHaveValue("2026-07-01");
    await expect(hidden(page, "end-empty")).toHaveValue("2026-09-30");
  });
});

test("a save state reads out a failure and nothing else", async ({ page }) => {
  await page.goto("/design/states");
  const spoken = await part(page, "Save state").getByRole("status").allTextContents();
  expect(spoken).toEqual(["", "", "Not saved"]);
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("days and long lists are fields of the browser", async ({ page }) => {
    await page.goto("/design/dates");
    await expect(page.locator('input[type="date"][name="date-filled"]')).toHaveValue("2026-11-20");
    await expect(page.locator('input[type="date"][name="start-filled"]')).toBeVisible();
    await page.goto("/design/fields");
    await expect(page.locator('select[name="combo-filled"]')).toHaveValue("graz");
    await expect(page.locator('input[name="stepper-filled"]:not([type=hidden])')).toHaveValue("12");
  });
});
