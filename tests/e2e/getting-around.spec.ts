import type { Page } from "playwright/test";
import { DEMO_MEMBERS, DEMO_PASSWORD, DEMO_WORKSPACE } from "#prisma/seed/people.ts";
import { expect, signIn, test } from "#tests/support/browser.ts";
import { asOwner } from "#tests/support/owner.ts";

const MANAGER = { email: DEMO_MEMBERS[0]?.email ?? "", password: DEMO_PASSWORD };
const LIST = `/w/${DEMO_WORKSPACE.slug}/customers`;

/** The key works as soon as the page has come to life. */
async function openPalette(page: Page): Promise<void> {
  await expect(async () => {
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("dialog")).toBeVisible({ timeout: 1_000 });
  }).toPass();
}

const focused = (page: Page) => page.evaluate(() => document.activeElement?.tagName ?? "");

test.describe("the palette", () => {
  test("finds a customer by keyboard alone and gives the focus back", async ({ page }) => {
    await signIn(page, MANAGER);
    await page.goto(LIST);
    const name = (await page.locator("tbody th a").nth(2).textContent()) ?? "";
    const number =
      (await page.locator("tbody tr").nth(2).locator("th span").first().textContent()) ?? "";
    await openPalette(page);
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await page.keyboard.press("Tab");
    await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
    await openPalette(page);
    await expect(page.getByRole("dialog").locator("input")).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
    await openPalette(page);
    await page.keyboard.type(number.split(" ")[0] ?? "");
    const found = page.getByRole("menuitem").filter({ hasText: name });
    await expect(found).toBeVisible();
    await expect(page.getByRole("dialog").getByRole("status")).toHaveText(/result/);
    await expect(found).toHaveAttribute("data-focused", "true");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/customers\/[0-9a-f-]{36}$/);
    await expect(page.getByRole("heading", { level: 1 })).toContainText(name);
    await expect.poll(() => focused(page)).not.toBe("BODY");
    // A place counts once somebody stayed there for a moment.
    await expect.poll(() => page.evaluate(() => JSON.stringify(sessionStorage))).toContain(name);
    await page.goto(`/w/${DEMO_WORKSPACE.slug}`);
    await openPalette(page);
    await expect(page.getByRole("menuitem").first()).toContainText(name);
  });

  test("is drawn as designed", async ({ page }) => {
    await signIn(page, MANAGER);
    await page.goto(LIST);
    await page.getByRole("button", { name: "Find or do anything" }).click();
    const box = await page.getByRole("dialog").boundingBox();
    expect(Math.abs((box?.x ?? 0) - 400)).toBeLessThanOrEqual(2);
    expect(Math.abs((box?.y ?? 0) - 112)).toBeLessThanOrEqual(2);
    expect(Math.abs((box?.width ?? 0) - 640)).toBeLessThanOrEqual(2);
    const row = await page.getByRole("menuitem").first().boundingBox();
    expect(row?.height).toBe(44);
  });
});

test("keys lead through the sections, and a list names them all", async ({ page }) => {
  await signIn(page, MANAGER);
  await page.goto(LIST);
  await page.keyboard.press("g");
  await page.keyboard.press("v");
  await page.waitForURL(/\/value$/);
  await page.keyboard.press("g");
  await page.keyboard.press("c");
  await page.waitForURL(/\/customers$/);
  await expect(page.locator("tbody tr").first()).toBeVisible();
  await page.keyboard.press("/");
  const search = page.locator("main").getByRole("searchbox");
  await expect(search).toBeFocused();
  await page.keyboard.type("gv?");
  await expect(search).toHaveValue("gv?");
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.locator("h1").click();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await page.keyboard.press("Escape");
  await page.keyboard.press("c");
  await page.waitForURL(/\/data\/imports\/new$/);
});

test("whoever switched keys of one letter off is left alone by them", async ({
  page,
  ownWorkspace,
}) => {
  await asOwner(async (client) => {
    await client.query("BEGIN");
    await client.query("SET LOCAL ROLE app_definer");
    await client.query("UPDATE account SET has_single_keys = false WHERE email = $1", [
      ownWorkspace.email,
    ]);
    await client.query("COMMIT");
  });
  await signIn(page, ownWorkspace);
  const home = page.url();
  for (const key of ["?", "g", "c", "/"]) await page.keyboard.press(key);
  await page.waitForTimeout(300);
  expect(page.url()).toBe(home);
  await expect(page.getByRole("dialog")).toHaveCount(0);
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog")).toBeVisible();
});

test("the bars of a phone have room for text twice as large", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 812 });
  await signIn(page, MANAGER);
  for (const path of ["", "/value", "/lookup", "/customers"]) {
    await page.goto(`/w/${DEMO_WORKSPACE.slug}${path}`);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
    });
    for (const bar of [page.locator("header").first(), page.locator("nav").last()]) {
      const apart = await bar.locator("a, button, summary").evaluateAll((elements) => {
        const boxes = elements
          .filter((element) => element.checkVisibility())
          .map((element) => element.getBoundingClientRect())
          .sort((one, other) => one.left - other.left);
        return boxes.every(
          ({ left, right }, at) =>
            left >= 0 && right <= (boxes[at + 1]?.left ?? window.innerWidth) + 0.5,
        );
      });
      expect(apart, `buttons of a bar beside each other on ${path}`).toBe(true);
    }
  }
});
