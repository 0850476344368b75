import { DEMO_OWNER, DEMO_PASSWORD, DEMO_WORKSPACE } from "#prisma/seed/people.ts";
import { expect, expectNoAxeViolations, signIn, test } from "#tests/support/browser.ts";

const SEGMENTS = `/w/${DEMO_WORKSPACE.slug}/segments`;
const OWNER = { email: DEMO_OWNER.email, password: DEMO_PASSWORD };
const WIDTHS = [
  { width: 1440, height: 900 },
  { width: 375, height: 812 },
];
const THEMES = ["light", "dark"] as const;

test("a suggested segment is accepted and found in the list", async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, OWNER);
  await page.goto(SEGMENTS);
  await page.getByRole("link", { name: "Suggested", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Suggested segments");
  const group = page.getByRole("article").first();
  await expect(group).toContainText("of those it finds are of the group");
  await group.getByLabel("Name of the segment").fill("");
  await group.getByRole("button", { name: /^Make a segment of / }).click();
  await expect(group.getByText("Give the segment a name.").first()).toBeVisible();
  await group.getByLabel("Name of the segment").fill("Found by their orders");
  await group.getByRole("button", { name: /^Make a segment of / }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Found by their orders");
  await page.goto(SEGMENTS);
  await expect(page.getByRole("link", { name: "Found by their orders" }).first()).toBeVisible();
  await page.goto(`${SEGMENTS}/suggested`);
  await expect(group.getByRole("link", { name: "Found by their orders" })).toBeVisible();
});

test("a target is ranked with a reason, and the change is taken back", async ({ page }) => {
  test.setTimeout(120_000);
  await signIn(page, OWNER);
  await page.goto(`${SEGMENTS}/targeting`);
  await expect(
    page.getByRole("heading", { name: /is worth serving best|is ahead of/ }),
  ).toBeVisible();
  await page.getByRole("link", { name: "Judge Quiet Loyalists" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Quiet Loyalists as a target");
  await page.getByLabel("Rank", { exact: true }).fill("2");
  await page.getByRole("button", { name: "Save rank" }).click();
  await expect(page.getByText("Say why it has this rank.").first()).toBeVisible();
  await expect(page.getByLabel("Rank", { exact: true })).toHaveValue("2");
  await page.getByLabel("Why this rank").fill("They stay for years");
  await page.getByRole("button", { name: "Save rank" }).click();
  await expect(page.getByRole("button", { name: "Undo" })).toBeVisible();
  await page.getByRole("button", { name: "Undo" }).click();
  await expect(page.getByLabel("Rank", { exact: true })).toHaveValue("");
});

for (const theme of THEMES)
  test(`suggestions and targets have no axe violation in ${theme}`, async ({
    page,
    context,
    baseURL,
  }) => {
    test.setTimeout(180_000);
    await context.addCookies([{ name: "theme", value: theme, url: baseURL ?? "" }]);
    await signIn(page, OWNER);
    for (const path of ["suggested", "targeting"])
      for (const size of WIDTHS) {
        await page.setViewportSize(size);
        await page.goto(`${SEGMENTS}/${path}`);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await expectNoAxeViolations(page);
      }
  });
