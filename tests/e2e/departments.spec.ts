import type { Page } from "playwright/test";
import { expect, signIn, test } from "#tests/support/browser.ts";

async function make(page: Page, slug: string, name: string, parent?: string): Promise<void> {
  await page.goto(`/w/${slug}/settings/departments/new`);
  await page.getByLabel("Name", { exact: true }).fill(name);
  if (parent) {
    await page.getByRole("combobox", { name: "Lies under" }).fill(parent);
    await page.getByRole("option", { name: parent }).click();
  }
  await page.getByRole("button", { name: "Make department" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(name);
}

test("departments make a tree that opens, closes and is walked by keys", async ({
  page,
  ownWorkspace,
}) => {
  await signIn(page, ownWorkspace);
  const list = `/w/${ownWorkspace.slug}/settings/departments`;
  await make(page, ownWorkspace.slug, "Sales");
  await make(page, ownWorkspace.slug, "Shop", "Sales");
  await page.goto(list);
  const sales = page.getByRole("link", { name: "Sales", exact: true });
  const shop = page.getByRole("link", { name: "Shop", exact: true });
  await sales.focus();
  await page.keyboard.press("ArrowRight");
  await expect(shop).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(sales).toBeFocused();
  await page.keyboard.press("ArrowLeft");
  await expect(shop).toBeHidden();
  await page.getByRole("button", { name: "Show what lies under Sales" }).click();
  await expect(shop).toBeVisible();
  await sales.click();
  await expect(page.getByText("Move or archive what lies under it first: Shop.")).toBeVisible();
});

test("a head is set, a member goes in, and an archived department comes back", async ({
  page,
  ownWorkspace,
}) => {
  await signIn(page, ownWorkspace);
  await make(page, ownWorkspace.slug, "Sales");
  await page.getByRole("combobox", { name: "Add a member" }).fill("Olive");
  await page.getByRole("option", { name: "Olive Owner" }).click();
  await page.getByRole("button", { name: "Add", exact: true }).click();
  await expect(page.getByRole("listitem").filter({ hasText: "Olive Owner" })).toBeVisible();
  await page.getByRole("combobox", { name: "Head" }).fill("Olive");
  await page.getByRole("option", { name: "Olive Owner" }).click();
  await page.getByRole("button", { name: "Set head" }).click();
  await expect(page.getByText("One member belongs to it, and Olive Owner heads it.")).toBeVisible();
  await page.getByRole("button", { name: "Archive Sales" }).click();
  await page.getByRole("button", { name: "Restore Sales" }).click();
  await expect(page.getByRole("button", { name: "Archive Sales" })).toBeVisible();
});

test("of two people who rename at once the second sees the first one's name, and chooses", async ({
  page,
  context,
  ownWorkspace,
}) => {
  await signIn(page, ownWorkspace);
  await make(page, ownWorkspace.slug, "Sales");
  const second = await context.newPage();
  await second.goto(page.url());
  await page.getByLabel("Name", { exact: true }).fill("Sales and shops");
  await page.getByRole("button", { name: "Save name" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sales and shops");
  await second.getByLabel("Name", { exact: true }).fill("Selling");
  await second.getByRole("button", { name: "Save name" }).click();
  await expect(
    second.getByRole("alert").filter({ hasText: "Olive Owner changed this department" }),
  ).toContainText("Sales and shops");
  await expect(second.getByLabel("Name", { exact: true })).toHaveValue("Selling");
  await expect(second.getByRole("link", { name: "Keep “Sales and shops”" })).toBeVisible();
  await second.getByRole("button", { name: "Save name" }).click();
  await expect(second.getByRole("heading", { level: 1 })).toHaveText("Selling");
});
