import type { Page, Route } from "playwright/test";
import { DEMO_OWNER, DEMO_PASSWORD, DEMO_WORKSPACE } from "#prisma/seed/people.ts";
import { expect, signIn, test } from "#tests/support/browser.ts";

/** Holds every script back, as a slow network does; what it gives back lets them come. */
async function holdScripts(page: Page): Promise<() => Promise<void>> {
  const held: Route[] = [];
  let isHolding = true;
  await page.route(/\/_next\/static\/.*\.js/, async (route) => {
    if (isHolding) held.push(route);
    else await route.continue();
  });
  return async () => {
    isHolding = false;
    await Promise.all(held.map((route) => route.continue()));
  };
}

/** React keeps what it knows of an element on the element, once it has taken it over. */
async function hasComeToLife(page: Page, selector: string): Promise<void> {
  await page.waitForFunction((css) => {
    const element = document.querySelector(css);
    return element !== null && Object.keys(element).some((key) => key.startsWith("__reactProps"));
  }, selector);
}

test.describe("what is filled before the scripts have come", () => {
  test("signs a person in", async ({ page, ownWorkspace }) => {
    const letScriptsCome = await holdScripts(page);
    await page.goto("/sign-in", { waitUntil: "commit" });
    await page.getByLabel("E-mail").fill(ownWorkspace.email);
    await page.getByLabel("Password", { exact: true }).fill(ownWorkspace.password);
    await letScriptsCome();
    await hasComeToLife(page, "input[name=email]");
    // A state that is drawn anew: the eye shows the password.
    await page.getByRole("button", { name: "Show password" }).click();
    await expect(page.getByLabel("Password", { exact: true })).toHaveAttribute("type", "text");
    await expect(page.getByLabel("E-mail")).toHaveValue(ownWorkspace.email);
    await expect(page.getByLabel("Password", { exact: true })).toHaveValue(ownWorkspace.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL(/\/w\//);
  });

  test("is a rate that is saved", async ({ page, ownWorkspace }) => {
    await signIn(page, ownWorkspace);
    const letScriptsCome = await holdScripts(page);
    await page.goto(`/w/${ownWorkspace.slug}/settings`, { waitUntil: "commit" });
    await page.getByLabel("Margin").fill("37");
    await letScriptsCome();
    await hasComeToLife(page, "input[name=marginPercent]");
    await expect(page.getByLabel("Margin")).toHaveValue("37");
    await page.getByRole("button", { name: "Save rates" }).click();
    await expect(page.getByText(/Value now shows profit/)).toBeVisible();
    await page.reload();
    await expect(page.getByLabel("Margin")).toHaveValue("37");
  });

  test("is a search that is asked", async ({ page, ownWorkspace }) => {
    await signIn(page, ownWorkspace);
    const letScriptsCome = await holdScripts(page);
    await page.goto(`/w/${ownWorkspace.slug}/customers?search=before`, { waitUntil: "commit" });
    const field = page.locator("search input[name=search]");
    await field.fill("Weber");
    // Somebody who went on is not asked to type again.
    await field.blur();
    await letScriptsCome();
    await hasComeToLife(page, "search input[name=search]");
    await expect(field).toHaveValue("Weber");
    await field.press("Enter");
    await page.waitForURL(/search=Weber/);
  });

  test("is a look-up that finds", async ({ page }) => {
    await signIn(page, { email: DEMO_OWNER.email, password: DEMO_PASSWORD });
    const letScriptsCome = await holdScripts(page);
    await page.goto(`/w/${DEMO_WORKSPACE.slug}/lookup`, { waitUntil: "commit" });
    const field = page.getByRole("main").locator("input[name=q]");
    await field.fill("zzzz");
    await letScriptsCome();
    await expect(page.getByText("Nobody found for “zzzz”.")).toBeVisible();
    await expect(field).toHaveValue("zzzz");
  });

  test("is a text of several lines, a count, a value of a list", async ({ page }) => {
    const letScriptsCome = await holdScripts(page);
    await page.goto("/design/fields", { waitUntil: "commit" });
    await page.locator("textarea[name=area-filled]").fill("Typed early");
    await page.locator("input[name=stepper-filled]").fill("7");
    await page.locator("input[name=slider-filled]").fill("61");
    await page.locator("select[name=combo-empty]").selectOption("salzburg");
    await letScriptsCome();
    await hasComeToLife(page, "textarea[name=area-filled]");
    await expect(page.locator("input[type=hidden][name=combo-empty]")).toHaveValue("salzburg");
    await expect(page.locator("textarea[name=area-filled]")).toHaveValue("Typed early");
    await expect(page.locator("input[type=hidden][name=stepper-filled]")).toHaveValue("7");
    await expect(page.locator("input[type=hidden][name=slider-filled]")).toHaveValue("61");
  });

  test("is a tick, a switch and a choice", async ({ page }) => {
    const letScriptsCome = await holdScripts(page);
    await page.goto("/design/choices", { waitUntil: "commit" });
    const tick = page.locator("input[name=tick-empty]");
    const untick = page.locator("input[name=tick-filled]");
    const choice = page.locator("input[name=radio-filled]").last();
    await tick.check({ force: true });
    await untick.uncheck({ force: true });
    await choice.check({ force: true });
    await letScriptsCome();
    await hasComeToLife(page, "input[name=tick-empty]");
    // A switch that is pressed draws the page anew.
    await page.locator("label", { has: page.locator("input[name=switch-empty]") }).click();
    await expect(page.locator("input[name=switch-empty]")).toBeChecked();
    await expect(tick).toBeChecked();
    await expect(untick).not.toBeChecked();
    await expect(choice).toBeChecked();
  });

  test("is a day", async ({ page }) => {
    const letScriptsCome = await holdScripts(page);
    await page.goto("/design/dates", { waitUntil: "commit" });
    await page.locator("input[name=day-empty]").fill("2026-11-21");
    await page.locator("input[name=date-empty]").fill("2026-11-22");
    await letScriptsCome();
    await expect(page.locator("input[type=hidden][name=day-empty]")).toHaveValue("2026-11-21");
    await expect(page.locator("input[type=hidden][name=date-empty]")).toHaveValue("2026-11-22");
  });
});
