import type { Page } from "playwright/test";
import { DEMO_MEMBERS, DEMO_PASSWORD, DEMO_WORKSPACE } from "#prisma/seed/people.ts";
import { expect, expectNoAxeViolations, signIn, test } from "#tests/support/browser.ts";

const WIDTHS = [
  { width: 1440, height: 900 },
  { width: 375, height: 812 },
];
const MANAGER = { email: DEMO_MEMBERS[0]?.email ?? "", password: DEMO_PASSWORD };
const BASE = `/w/${DEMO_WORKSPACE.slug}`;
const THEMES = ["light", "dark"] as const;

async function addresses(page: Page): Promise<string[]> {
  await page.goto(`${BASE}/customers`);
  const customer = await page.locator("main table tbody a").first().getAttribute("href");
  await page.goto(`${BASE}/data/imports`);
  const done = await page.locator("main table tbody a").first().getAttribute("href");
  const paths = [
    "",
    "/customers",
    "/customers?q=nobody-is-called-so",
    "/value",
    "/data/imports",
    "/data/imports/new",
    "/settings",
    "/settings/calendar",
  ];
  return [...paths.map((path) => `${BASE}${path}`), customer ?? "", done ?? ""];
}

async function expectSoundPage(page: Page, where: string): Promise<void> {
  await expect(page.locator("h1"), `one h1 on ${where}`).toHaveCount(1);
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  );
  expect(overflow, `sideways scroll on ${where}`).toBeLessThanOrEqual(0);
  await expectNoAxeViolations(page);
}

for (const theme of THEMES) {
  test(`every screen is sound in ${theme} at 1440 and 375 px`, async ({
    page,
    context,
    baseURL,
  }) => {
    test.setTimeout(240_000);
    await context.addCookies([{ name: "theme", value: theme, url: baseURL ?? "" }]);
    await page.goto("/sign-in");
    for (const size of WIDTHS) {
      await page.setViewportSize(size);
      await expectSoundPage(page, `sign-in at ${size.width}`);
    }
    await signIn(page, MANAGER);
    const titles = new Set<string>();
    for (const address of await addresses(page)) {
      await page.goto(address);
      titles.add(await page.title());
      for (const size of WIDTHS) {
        await page.setViewportSize(size);
        await expectSoundPage(page, `${address} at ${size.width}`);
      }
    }
    expect(titles.size).toBeGreaterThanOrEqual(8);
  });
}

test("a page that does not exist says so in words", async ({ page, problems }) => {
  problems.expectConsole(/404/);
  await signIn(page, MANAGER);
  const response = await page.goto(`${BASE}/customers/0193b3a0-0000-7000-8000-000000000000`);
  expect(response?.status()).toBe(404);
  await expect(page.locator("h1")).toHaveCount(1);
  await expectNoAxeViolations(page);
});
