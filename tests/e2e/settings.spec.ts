import type { Page } from "playwright/test";
import {
  expect,
  expectNoAxeViolations,
  type OwnWorkspace,
  signIn,
  test,
} from "#tests/support/browser.ts";

async function open(page: Page, workspace: OwnWorkspace, path = ""): Promise<void> {
  await signIn(page, workspace);
  await page.goto(`/w/${workspace.slug}/settings${path}`);
}

const panel = (page: Page, title: string) =>
  page.locator("section").filter({ has: page.getByRole("heading", { name: title, exact: true }) });

test("a refused form keeps what was typed and marks the bad field", async ({
  page,
  ownWorkspace,
}) => {
  await open(page, ownWorkspace);
  const rates = panel(page, "Rates");
  await rates.getByLabel("Margin").fill("140");
  await rates.getByLabel("Cost per return").fill("6.40");
  await rates.getByLabel("Phone").fill("4.50");
  await rates.getByRole("button", { name: "Save rates" }).click();
  await expect(rates.getByRole("alert")).toContainText("Check the marked fields");
  await expect(rates.getByLabel("Margin")).toHaveValue("140");
  await expect(rates.getByLabel("Margin")).toHaveAttribute("aria-invalid", "true");
  await expect(rates.getByLabel("Cost per return")).toHaveValue("6.40");
  await expect(rates.getByLabel("Phone")).toHaveValue("4.50");

  await rates.getByLabel("Margin").fill("40");
  await rates.getByRole("button", { name: "Save rates" }).click();
  await expect(rates.getByRole("status")).toContainText("Value now shows profit");
  await page.reload();
  await expect(rates.getByLabel("Phone")).toHaveValue("4.50");
  await expect(rates.getByLabel("Chat")).toHaveValue("");
});

test("two people who save the same settings lose nothing: the second is told and compares", async ({
  page,
  browser,
  ownWorkspace,
}) => {
  await open(page, ownWorkspace);
  const second = await browser.newPage();
  await open(second, ownWorkspace);
  await second.getByLabel("Name", { exact: true }).fill("Name of the second");
  await second.getByRole("button", { name: "Save name" }).click();
  await expect(panel(second, "Workspace").getByRole("status")).toContainText("Saved");
  await second.close();

  await page.getByLabel("Name", { exact: true }).fill("Name of the first");
  await page.getByRole("button", { name: "Save name" }).click();
  const alert = panel(page, "Workspace").getByRole("alert");
  await expect(alert).toContainText("Somebody else has saved settings");
  await expect(alert).toContainText("Name of the second");
  await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Name of the first");
  await page.getByRole("button", { name: "Save name" }).click();
  await expect(panel(page, "Workspace").getByRole("status")).toContainText("Saved");
});

test("opening hours are set by keyboard alone", async ({ page, ownWorkspace }) => {
  await open(page, ownWorkspace, "/calendar");
  await expect(page.getByText("No calendar is set")).toBeVisible();
  await page.getByRole("button", { name: "Add hours on Monday" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Monday, stretch 1, from")).toBeFocused();
  await page.keyboard.type("13:30");
  await page.keyboard.press("Tab");
  await page.keyboard.type("12:00");
  await page.getByRole("button", { name: "Save opening hours" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("ends before it begins")).toBeVisible();
  await expect(page.getByLabel("Monday, stretch 1, from")).toHaveValue("13:30");

  await page.getByLabel("Monday, stretch 1, until").focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("17:30");
  await page.getByRole("button", { name: "Copy Monday to all weekdays" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("20 hours a week", { exact: true })).toBeVisible();
  await page.getByRole("button", { name: "Remove stretch 1 of Friday" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("button", { name: "Add hours on Friday" })).toBeFocused();
  await page.getByRole("button", { name: "Add a day" }).focus();
  await page.keyboard.press("Enter");
  await page.getByLabel("Day 1", { exact: true }).fill("2026-12-25");
  await page.getByLabel("Name of day 1").fill("Christmas Day");
  await page.getByRole("button", { name: "Save opening hours" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("Saved as a new version.")).toBeVisible();
  await expect(page.getByText("16 hours of an ordinary week are open")).toBeVisible();
  await expect(page.getByRole("region", { name: "The week in force" })).toContainText(
    "13:30–17:30",
  );
});

test("a key is made, used, revoked and then refused", async ({ page, request, ownWorkspace }) => {
  await open(page, ownWorkspace, "/api-keys");
  await page.getByRole("button", { name: "Make key" }).click();
  await expect(page.getByText("Say what the key is for.")).toBeVisible();
  await expect(page.getByText("Tick at least one thing the key may do.")).toBeVisible();
  await page.getByLabel("Name", { exact: true }).fill("Shop");
  await page.getByText("Read customers, with names and addresses").click();
  await page.getByRole("button", { name: "Make key" }).click();
  await expect(page.getByText("The key “Shop” is made.")).toBeVisible();
  const key = await page.getByLabel("Key", { exact: true }).inputValue();
  const ask = () =>
    request.get("/api/v1/customers", { headers: { authorization: `Bearer ${key}` } });
  expect((await ask()).status()).toBe(200);

  await page.reload();
  await expect(page.getByText(key)).toHaveCount(0);
  await expect(page.getByRole("row", { name: /Shop/ })).toContainText("Olive Owner");
  await page.getByRole("button", { name: "Revoke the key Shop" }).click();
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "Revoke key" }).click();
  await expect(page.getByRole("heading", { name: "No key in use" })).toBeVisible();
  expect((await ask()).status()).toBe(401);
});

test("a filter of the audit log survives reload and travels by its address", async ({
  page,
  browser,
  ownWorkspace,
}) => {
  await open(page, ownWorkspace);
  await panel(page, "Retention").getByLabel("Audit log").fill("90");
  await page.getByRole("button", { name: "Save retention" }).click();
  await expect(panel(page, "Retention").getByRole("status")).toContainText("Saved");
  await page.goto(`/w/${ownWorkspace.slug}/settings/audit`);
  await expect(page.getByText("Made the workspace")).toBeVisible();
  await expect(page.getByRole("row", { name: /how long things are kept/ })).toContainText("730");

  await page.getByRole("button", { name: /^What/ }).click();
  await page.getByRole("option", { name: "Imports" }).click();
  await expect(page.getByRole("heading", { name: "No event matches" })).toBeVisible();
  await page.goto(`/w/${ownWorkspace.slug}/settings/audit?who=operator&group=workspace`);
  await expect(page.getByText("Made the workspace")).toBeVisible();
  await expect(page.getByText("Changed how long things are kept")).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole("button", { name: /^Who/ })).toContainText("Operator");

  const other = await browser.newPage();
  await signIn(other, ownWorkspace);
  await other.goto(page.url());
  await expect(other.getByText("Made the workspace")).toBeVisible();
  await expect(other.getByText("Changed how long things are kept")).toHaveCount(0);
  const file = await other.request.get(
    `/w/${ownWorkspace.slug}/settings/audit/export?who=operator&group=workspace`,
  );
  expect(file.headers()["content-disposition"]).toContain("who-operator_group-workspace.csv");
  expect((await file.text()).trim().split("\n")).toHaveLength(2);
  await other.getByRole("link", { name: "Clear 2 filters" }).click();
  await expect(other.getByText("Changed how long things are kept")).toBeVisible();
  await other.close();
});
