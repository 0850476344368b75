import type { Page } from "playwright/test";
import { DEMO_MEMBERS, DEMO_PASSWORD, DEMO_WORKSPACE } from "#prisma/seed/people.ts";
import { expect, expectNoAxeViolations, signIn, test } from "#tests/support/browser.ts";

const LIST = `/w/${DEMO_WORKSPACE.slug}/value/watchlist`;
const WIDTHS = [
  { width: 1440, height: 900 },
  { width: 375, height: 812 },
];

/** A member of the demo by the first name. */
function member(name: string) {
  const { email } = DEMO_MEMBERS.find((each) => each.name.startsWith(name)) ?? { email: "" };
  return { email, password: DEMO_PASSWORD };
}

/** The address of the case of a customer without one, so far down that no other test uses it. */
async function freeCase(page: Page, place: number): Promise<string> {
  await page.goto(`${LIST}?case=none`);
  const link = page.locator("[data-list] tbody th a").nth(place);
  return (await link.getAttribute("href")) ?? "";
}

test("a case is taken, changed, closed with an outcome, and opened again", async ({ page }) => {
  test.setTimeout(90_000);
  await signIn(page, member("Ingrid"));
  await page.goto(await freeCase(page, 20));
  await expect(page.getByLabel("Responsible")).toHaveValue(/./);
  await page.getByLabel("Next step").fill("a".repeat(201));
  await page.getByRole("button", { name: "Take the case" }).click();
  await expect(page.getByText("Use at most 200 characters.")).toBeVisible();
  await expect(page.getByLabel("Next step")).toHaveValue("a".repeat(201));
  await page.getByLabel("Next step").fill("Call on Monday");
  await page.getByLabel("Due on").fill("2099-12-01");
  await page.getByRole("button", { name: "Take the case" }).click();
  await expect(page.getByRole("heading", { name: "Open case" })).toBeVisible();
  await page.getByLabel("Next step").fill("Write a letter");
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page.getByText("Saved.", { exact: true })).toBeVisible();
  await expect(page.getByLabel("Next step")).toHaveValue("Write a letter");
  await page.getByRole("button", { name: "Close the case" }).click();
  await expect(page.getByText("Choose how it ended.")).toBeVisible();
  await page.getByRole("radio", { name: /^False alarm/ }).focus();
  await page.keyboard.press("Space");
  await page.getByRole("button", { name: "Close the case" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Closed cases" })).toBeVisible();
  await page.getByRole("button", { name: /^Open the case of .+ again$/ }).click();
  await expect(page.getByRole("heading", { name: "Open case" })).toBeVisible();
  await expect(page.getByLabel("Next step")).toHaveValue("Write a letter");
});

test("chosen customers are given to somebody at once, by keyboard", async ({ page }) => {
  await signIn(page, member("Ingrid"));
  await page.goto(`${LIST}?case=none`);
  for (const place of [30, 31]) {
    await page.locator("[data-list] tbody input[type=checkbox]").nth(place).focus();
    await page.keyboard.press("Space");
  }
  await expect(page.getByRole("status").filter({ hasText: "2 rows chosen" })).toBeAttached();
  await page.getByRole("button", { name: "Give to somebody" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForURL(/watchlist\/assign\?ids=/);
  await page.getByRole("button", { name: "Give 2 customers" }).click();
  await expect(page.getByText("Choose who answers for them.")).toBeVisible();
  await page.getByLabel("Responsible").selectOption({ label: "Priya Nair" });
  await page.getByLabel("Next step").fill("Visit both");
  await page.getByRole("button", { name: "Give 2 customers" }).click();
  await page.waitForURL(/watchlist\?responsible=/);
  await expect(page.getByRole("cell", { name: /Priya Nair.*Visit both/ })).toHaveCount(2);
});

test("the overview leads to the list, and a role that only reads changes nothing", async ({
  page,
}) => {
  await signIn(page, member("Helena"));
  await page.goto(`/w/${DEMO_WORKSPACE.slug}/value`);
  await expect(page.getByRole("heading", { name: /customers to keep first/ })).toBeVisible();
  await page.getByRole("link", { name: "See all" }).click();
  await page.waitForURL(LIST);
  await expect(page.getByRole("checkbox")).toHaveCount(0);
  await expect(page.getByText("name hidden").first()).toBeVisible();
  await page.locator("[data-list] tbody th a").first().click();
  await expect(page.getByText("Your role reads cases and does not change them.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Take the case" })).toHaveCount(0);
});

test("the calibration tells a finding with its numbers and gives them as a file", async ({
  page,
}) => {
  await signIn(page, member("Ingrid"));
  await page.goto(LIST);
  await page.getByRole("link", { name: "How good the list is" }).click();
  await page.waitForURL(`${LIST}/calibration`);
  await expect(page.getByRole("heading", { name: /[Ff]oretold that .+ would buy/ })).toBeVisible();
  await expect(page.getByText(/^Expected margin, .+ months, discounted/)).toBeVisible();
  await page.getByText("Show data").first().click();
  await expect(
    page.getByRole("region", { name: "Foretold and real shares by tenth" }),
  ).toBeVisible();
  const file = await page.request.get(`${LIST}/calibration/export?part=tenths&format=csv`);
  expect((await file.text()).trim().split("\n")).toHaveLength(11);
  const list = await page.request.get(`${LIST}/export?case=none&format=csv`);
  expect(await list.text()).toContain("chance_to_have_left");
});

test("without a run the list says so, and leads to what a run needs", async ({
  page,
  ownWorkspace,
}) => {
  await signIn(page, ownWorkspace);
  await page.goto(`/w/${ownWorkspace.slug}/value/watchlist`);
  await expect(page.getByRole("heading", { name: "Nothing to compute from yet" })).toBeVisible();
  await expect(page.getByRole("link", { name: "Import a file" })).toBeVisible();
  await page.goto(`/w/${ownWorkspace.slug}/value/watchlist/calibration`);
  await expect(page.getByText("No case is closed yet")).toBeVisible();
});

for (const theme of ["light", "dark"] as const) {
  test(`every page of customers at risk is sound in ${theme} at 1440 and 375 px`, async ({
    page,
    context,
    baseURL,
  }) => {
    test.setTimeout(180_000);
    await context.addCookies([{ name: "theme", value: theme, url: baseURL ?? "" }]);
    await signIn(page, member("Ingrid"));
    await page.goto(LIST);
    const first = (await page.locator("[data-list] tbody th a").first().getAttribute("href")) ?? "";
    const id = first.split("/").at(-1) ?? "";
    for (const path of [
      ...[LIST, first, `${LIST}/calibration`, `${LIST}/assign?ids=${id}`],
      ...[`/w/${DEMO_WORKSPACE.slug}/lookup/${id}`, `/w/${DEMO_WORKSPACE.slug}/customers/${id}`],
    ]) {
      await page.goto(path);
      for (const size of WIDTHS) {
        await page.setViewportSize(size);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - window.innerWidth,
        );
        expect(overflow, `sideways scroll on ${path} at ${size.width}`).toBeLessThanOrEqual(0);
        await expectNoAxeViolations(page);
      }
    }
  });
}
