import type { Page } from "playwright/test";
import { DEMO_MEMBERS, DEMO_OWNER, DEMO_PASSWORD, DEMO_WORKSPACE } from "#prisma/seed/people.ts";
import { expect, expectNoAxeViolations, signIn, test } from "#tests/support/browser.ts";

const COMPLAINTS = `/w/${DEMO_WORKSPACE.slug}/data/records/complaints`;
const WIDTHS = [
  { width: 1440, height: 900 },
  { width: 375, height: 812 },
];

async function openFirst(page: Page): Promise<void> {
  await page.goto(COMPLAINTS);
  await page.locator("main tbody th a").first().click();
  await page.waitForURL(/\/data\/complaints\/[0-9a-f-]{36}$/);
}

for (const theme of ["light", "dark"] as const) {
  test(`a complaint has a page that is sound in ${theme} at 1440 and 375 px`, async ({
    page,
    context,
    baseURL,
  }) => {
    test.setTimeout(120_000);
    await context.addCookies([{ name: "theme", value: theme, url: baseURL ?? "" }]);
    await signIn(page, { email: DEMO_OWNER.email, password: DEMO_PASSWORD });
    await openFirst(page);
    await expect(page.getByRole("heading", { name: "What is recorded" })).toBeVisible();
    await expect(page.getByRole("list", { name: "What was said and done" })).toBeVisible();
    for (const size of WIDTHS) {
      await page.setViewportSize(size);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - window.innerWidth,
      );
      expect(overflow, `sideways scroll at ${size.width}`).toBeLessThanOrEqual(0);
      await expectNoAxeViolations(page);
    }
  });
}

test("whose complaint it is stays hidden from an executive", async ({ page }) => {
  const helena = DEMO_MEMBERS.find(({ role }) => role === "executive");
  await signIn(page, { email: helena?.email ?? "", password: DEMO_PASSWORD });
  await openFirst(page);
  await expect(page.getByText("Whose complaint it is stays hidden from your role.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Customer card" })).toHaveCount(0);
});
