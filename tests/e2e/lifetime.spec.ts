import { DEMO_OWNER, DEMO_PASSWORD, DEMO_WORKSPACE } from "#prisma/seed/people.ts";
import { expect, expectNoAxeViolations, signIn, test } from "#tests/support/browser.ts";

const OWNER = { email: DEMO_OWNER.email, password: DEMO_PASSWORD };
const VALUE = `/w/${DEMO_WORKSPACE.slug}/value`;
const VIEWS = ["/migration", "/forecast?retention=5", "/segments", "/runs", "/runs/new"];
const WIDTHS = [
  { width: 1440, height: 900 },
  { width: 375, height: 812 },
];

test("a run is started from the page, watched until it ends, and its numbers stand on the overview", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signIn(page, OWNER);
  await page.goto(`${VALUE}/runs`);
  await page.getByRole("link", { name: "Compute again" }).click();
  await page.waitForURL(`${VALUE}/runs/new`);
  await page.getByLabel("Horizon").fill("0");
  await page.getByRole("button", { name: "Compute lifetime value" }).click();
  await expect(page.getByText("Give a whole number of months from 1 to 120.")).toBeVisible();
  await expect(page.getByLabel("Horizon")).toHaveValue("0");
  await page.getByLabel("Horizon").fill("24");
  await page.getByRole("button", { name: "Compute lifetime value" }).click();
  await page.waitForURL(/\/value\/runs\/[0-9a-f-]{36}$/);
  await expect(page.getByText("24 months")).toBeVisible();
  await expect(page.getByText("Done", { exact: true })).toBeVisible({ timeout: 90_000 });
  await expect(page.getByRole("region", { name: "Parameters" })).toContainText("alpha");
  await page.getByRole("link", { name: "See the overview" }).click();
  await page.waitForURL(VALUE);
  await expect(page.getByText("Total CLV", { exact: true })).toBeVisible();
  await expect(page.getByText(/of the coming 24 months, discounted 10/).first()).toBeVisible();
});

for (const theme of ["light", "dark"] as const) {
  test(`every view of lifetime value is sound in ${theme} at 1440 and 375 px`, async ({
    page,
    context,
    baseURL,
  }) => {
    test.setTimeout(180_000);
    await context.addCookies([{ name: "theme", value: theme, url: baseURL ?? "" }]);
    await signIn(page, OWNER);
    for (const view of VIEWS) {
      await page.goto(VALUE + view);
      for (const size of WIDTHS) {
        await page.setViewportSize(size);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - window.innerWidth,
        );
        expect(overflow, `sideways scroll on ${view} at ${size.width}`).toBeLessThanOrEqual(0);
        await expectNoAxeViolations(page);
      }
    }
  });
}

test("a cell of the tiers leads to as many customers as it counts", async ({ page }) => {
  await signIn(page, OWNER);
  await page.goto(`${VALUE}/migration`);
  const link = page.getByRole("link", { name: /^Show the customers from Gold to Gold:/ });
  const count = (await link.locator("b").textContent()) ?? "";
  await link.focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/customers\?moved=2-2/);
  await expect(page.locator("main header p")).toContainText(new RegExp(`^${count} customers?\\b`));
  await expect(page.getByText("Gold to Gold", { exact: true })).toBeVisible();
});

test("a what-if is answered by keyboard, and by a plain address", async ({ page }) => {
  await signIn(page, OWNER);
  await page.goto(`${VALUE}/forecast`);
  await page.getByRole("slider", { name: "Retention" }).focus();
  for (let step = 0; step < 4; step += 1) await page.keyboard.press("ArrowRight");
  await page.waitForURL(/retention=2&/);
  await expect(page.getByRole("heading", { name: /would be .+ more/ })).toBeVisible();
  await page.goto(`${VALUE}/forecast?discount=99`);
  await expect(page.getByText("Give a percentage from 0 to 50.")).toBeVisible();
});
