import type { Page } from "playwright/test";
import { DEMO_OWNER, DEMO_PASSWORD, DEMO_WORKSPACE } from "#prisma/seed/people.ts";
import { expect, expectNoAxeViolations, signIn, test } from "#tests/support/browser.ts";

const WIDTHS = [
  { width: 1440, height: 900 },
  { width: 375, height: 812 },
];
const BASE = `/w/${DEMO_WORKSPACE.slug}/settings`;

async function firstLink(page: Page, list: string): Promise<string> {
  await page.goto(`${BASE}/${list}`);
  return (await page.locator("main table tbody a").first().getAttribute("href")) ?? "";
}

async function expectSound(page: Page, where: string): Promise<void> {
  await expect(page.locator("h1"), `one h1 on ${where}`).toHaveCount(1);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  );
  expect(overflow, `sideways scroll on ${where}`).toBeLessThanOrEqual(0);
  await expectNoAxeViolations(page);
}

/** Open something, look at it, and close it by keyboard: the focus comes back to what opened it. */
async function expectSoundOpen(page: Page, name: RegExp, opened: "menu" | "listbox") {
  const opener = page.getByRole("button", { name }).first();
  await opener.click();
  await expect(page.getByRole(opened)).toBeVisible();
  await expectNoAxeViolations(page);
  await page.keyboard.press("Escape");
  await expect(page.getByRole(opened)).toBeHidden();
  await expect(opener).toBeFocused();
}

for (const theme of ["light", "dark"] as const) {
  test(`the screens of people and departments are sound in ${theme}, also with menus open`, async ({
    page,
    context,
    baseURL,
  }) => {
    test.setTimeout(240_000);
    await context.addCookies([{ name: "theme", value: theme, url: baseURL ?? "" }]);
    await signIn(page, { email: DEMO_OWNER.email, password: DEMO_PASSWORD });
    const addresses = [
      `${BASE}/members`,
      `${BASE}/members?search=nobody-is-called-so`,
      `${BASE}/members/invite`,
      await firstLink(page, "members"),
      `${BASE}/departments`,
      `${BASE}/departments/new`,
      await firstLink(page, "departments"),
    ];
    for (const size of WIDTHS) {
      await page.setViewportSize(size);
      for (const address of addresses) {
        await page.goto(address);
        await expectSound(page, `${address} at ${size.width}`);
      }
      await page.goto(`${BASE}/members`);
      await expectSoundOpen(page, /^Actions for/, "menu");
      await expectSoundOpen(page, /Role of/, "listbox");
      await page.goto(`${BASE}/departments`);
      await expectSoundOpen(page, /^Actions for/, "menu");
    }
  });
}
