import type { Locator, Page } from "playwright/test";
import { DEMO_OWNER, DEMO_PASSWORD, DEMO_WORKSPACE } from "#prisma/seed/people.ts";
import { expect, signIn, test } from "#tests/support/browser.ts";
import { tabTo } from "#tests/support/keyboard.ts";

const LIST = `/w/${DEMO_WORKSPACE.slug}/value/watchlist`;

async function press(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target);
  await page.keyboard.press("Enter");
}

test("a case is opened from the list, taken, and another customer given to somebody, by keyboard alone", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signIn(page, { email: DEMO_OWNER.email, password: DEMO_PASSWORD });
  // The second tier: other tests work on the first customers of all.
  await page.goto(`${LIST}?case=none&tier=2`);
  const rows = page.locator("[data-list] tbody tr");
  const name = (await rows.nth(3).locator("th a").textContent()) ?? "";
  await press(page, rows.nth(3).locator("th a"));
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
  await tabTo(page, page.getByLabel("Next step"));
  await page.keyboard.type("Call on Monday");
  await press(page, page.getByRole("button", { name: "Take the case" }));
  await expect(page.getByRole("heading", { name: "Open case" })).toBeVisible();
  await expect(page.getByLabel("Next step")).toHaveValue("Call on Monday");
  await expect(page.getByRole("group", { name: "Open case" })).toBeFocused();
  await tabTo(page, page.getByRole("radio", { name: /^Saved/ }));
  await page.keyboard.press("Space");
  await press(page, page.getByRole("button", { name: "Close the case" }));
  await expect(page.getByRole("heading", { name: "Closed cases" })).toBeVisible();
  await press(page, page.getByRole("button", { name: /^Open the case of .+ again$/ }));
  await expect(page.getByRole("heading", { name: "Open case" })).toBeVisible();
  await expect(page.getByRole("group", { name: "Open case" })).toBeFocused();

  await page.goto(`${LIST}?case=none&tier=2`);
  await tabTo(page, rows.nth(4).getByRole("checkbox"));
  await page.keyboard.press("Space");
  await expect(page.getByRole("status").filter({ hasText: "1 row chosen" })).toBeAttached();
  // The buttons stand at the foot of the list; Enter in the box is the short way.
  await page.keyboard.press("Enter");
  await page.waitForURL(/watchlist\/assign\?ids=/);
  await tabTo(page, page.getByLabel("Responsible"));
  await page.keyboard.type("Priya");
  await tabTo(page, page.getByLabel("Next step"));
  await page.keyboard.type("Visit");
  await press(page, page.getByRole("button", { name: "Give 1 customer" }));
  await page.waitForURL(/watchlist\?responsible=/);
  await expect(page.getByRole("cell", { name: /Priya Nair.*Visit/ }).first()).toBeVisible();
});
