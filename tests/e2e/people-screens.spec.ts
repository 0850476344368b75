import type { Page } from "playwright/test";
import { DEMO_OWNER, DEMO_PASSWORD, DEMO_WORKSPACE } from "#prisma/seed/people.ts";
import { expect, signIn, test } from "#tests/support/browser.ts";
import { expectNoViolationsInThemes, WIDTHS } from "#tests/support/sound.ts";

const BASE = `/w/${DEMO_WORKSPACE.slug}/settings`;

/** Open something, look at it, and close it by keyboard: the focus comes back to what opened it. */
async function expectSoundOpen(page: Page, name: RegExp, opened: "menu" | "listbox") {
  const opener = page.getByRole("button", { name }).first();
  await opener.click();
  await expect(page.getByRole(opened)).toBeVisible();
  await expectNoViolationsInThemes(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole(opened)).toBeHidden();
  await expect(opener).toBeFocused();
}

test("the open menus of members and departments are sound in every look", async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, { email: DEMO_OWNER.email, password: DEMO_PASSWORD });
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${BASE}/members`);
    await expectSoundOpen(page, /^Actions for/, "menu");
    // A phone shows the role as a word.
    if (width === WIDTHS[0]) await expectSoundOpen(page, /Role of/, "listbox");
    await page.goto(`${BASE}/departments`);
    await expectSoundOpen(page, /^Actions for/, "menu");
  }
});
