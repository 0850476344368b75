import { DEMO_OWNER, DEMO_PASSWORD, DEMO_WORKSPACE } from "#prisma/seed/people.ts";
import { expect, expectNoAxeViolations, signIn, test } from "#tests/support/browser.ts";

const OWNER = { email: DEMO_OWNER.email, password: DEMO_PASSWORD };
const VALUE = `/w/${DEMO_WORKSPACE.slug}/value`;
const VIEWS = [
  "/bridge",
  "/bridge?tier=1",
  "/policy",
  "/migration",
  "/forecast?retention=5",
  "/segments",
  "/runs",
  "/runs/new",
  "/help",
];
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
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/value\/runs\/[0-9a-f-]{36}$/);
  await expect(page.getByText("24 months")).toBeVisible();
  await expect(page.getByText("Done", { exact: true })).toBeVisible({ timeout: 90_000 });
  await expect(
    page.getByRole("status").filter({ hasText: "The run has ended: Done" }),
  ).toBeAttached();
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

test("a run of some customers says of whom, leaves the overview alone, and its doubts are explained", async ({
  page,
}) => {
  test.setTimeout(120_000);
  await signIn(page, OWNER);
  await page.goto(`${VALUE}/runs/new`);
  await page.getByLabel("First order from").fill("2026-02-01");
  await page.getByLabel("First order until").fill("2026-01-01");
  await page.getByRole("button", { name: "Compute lifetime value" }).click();
  await expect(page.getByText("The last day lies before the first one.")).toBeVisible();
  await page.getByLabel("First order from").fill("1997-01-01");
  await page.getByLabel("First order until").fill("2100-01-01");
  await page.getByLabel("Horizon").fill("17");
  await page.getByRole("button", { name: "Compute lifetime value" }).click();
  await page.waitForURL(/\/value\/runs\/[0-9a-f-]{36}$/);
  await expect(page.getByText("Done", { exact: true })).toBeVisible({ timeout: 90_000 });
  await expect(page.getByText(/This run is of some customers only/)).toBeVisible();
  await expect(
    page.getByText(/Only customers who first ordered from 1 Jan 1997/).first(),
  ).toBeVisible();
  await page.getByRole("link", { name: "What the models assume, and when they are wrong" }).click();
  await page.waitForURL(`${VALUE}/help`);
  await expect(page.getByRole("heading", { name: "A season", exact: true })).toBeVisible();
  await page.goto(VALUE);
  await expect(page.getByText(/of the coming 17 months/)).toHaveCount(0);
});

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

test("the bridge of all customers and of a tier adds up, and is a file", async ({ page }) => {
  await signIn(page, OWNER);
  await page.goto(`${VALUE}/bridge`);
  await expect(
    page.getByRole("heading", { name: /of lifetime value is still to come/ }),
  ).toBeVisible();
  await page.getByRole("link", { name: "Gold", exact: true }).click();
  await page.waitForURL(/bridge\?tier=2$/);
  await expect(page.getByText(/^Tier Gold · so far up to/)).toBeVisible();
  await expect(page.getByRole("heading", { name: /times what they cost/ })).toBeVisible();
  const linesOf = async (query: string) => {
    const response = await page.request.get(`${VALUE}/bridge/export?format=csv${query}`);
    expect(response.status()).toBe(200);
    return (await response.text()).trim().split(/\r?\n/).length;
  };
  expect(await linesOf("")).toBeGreaterThan(5 * 5);
  expect(await linesOf("&file=acquisition")).toBe(4);
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

test("a run that waits is stopped after a question, and says that nothing of it is kept", async ({
  page,
}) => {
  test.setTimeout(180_000);
  await signIn(page, OWNER);
  // The first keeps the worker busy; both are of some customers, so that no other view changes.
  for (const model of ["pareto_nbd", "mbg_nbd"]) {
    await page.goto(`${VALUE}/runs/new`);
    await page.getByLabel("Model", { exact: true }).selectOption(model);
    await page.getByLabel("First order from").fill("1997-01-01");
    await page.getByRole("button", { name: "Compute lifetime value" }).click();
    await page.waitForURL(/\/value\/runs\/[0-9a-f-]{36}$/);
  }
  await page.getByRole("button", { name: "Stop this run" }).click();
  const question = page.getByRole("alertdialog", { name: "Stop this run?" });
  await question.getByRole("button", { name: "Stop the run" }).click();
  await expect(page.getByText("Stopped", { exact: true })).toBeVisible();
  await expect(page.getByText(/^This run was stopped at \d+ %/)).toBeVisible();
  await expect(page.getByRole("button", { name: "Stop this run" })).toHaveCount(0);
});

test("the form says where a cut-off is earlier than that of the last run", async ({ page }) => {
  await signIn(page, OWNER);
  await page.goto(`${VALUE}/runs/new`);
  const note = page.getByText(/^This is earlier than the last run/);
  await expect(note).toHaveCount(0);
  // Until the form is alive it does not hear what is typed.
  await expect(async () => {
    await page.getByLabel("Cut-off day").fill("2001-01-01");
    await expect(note).toBeVisible({ timeout: 1_000 });
  }).toPass();
});
