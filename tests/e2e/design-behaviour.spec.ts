import { join } from "node:path";
import type { Page } from "playwright/test";
import { childEnvironment } from "#lib/boot/child-environment.ts";
import { keepRunning } from "#lib/boot/keep-running.ts";
import { placesOf } from "#lib/boot/places.ts";
import { freePort } from "#lib/boot/ports.ts";
import { untilServing, webService } from "#lib/boot/services.ts";
import { expect, test } from "#tests/support/browser.ts";

const part = (page: Page, title: string) =>
  page.locator("section", { has: page.getByRole("heading", { name: title, exact: true }) });
const button = (page: Page, name: string) =>
  page.getByRole("button", { name, exact: true }).first();

test.describe("a dialog", () => {
  test("keeps the focus inside and gives it back to its opener", async ({ page }) => {
    await page.goto("/design/overlays");
    await button(page, "Open dialog").press("Enter");
    await expect(page.getByRole("dialog", { name: "Rename this map" })).toBeVisible();
    for (let step = 0; step < 8; step += 1) {
      await page.keyboard.press("Tab");
      expect(
        await page.evaluate(() => document.activeElement?.closest("[role=dialog]") !== null),
      ).toBe(true);
    }
    await page.keyboard.press("Escape");
    await expect(page.getByRole("dialog")).toHaveCount(0);
    await expect(button(page, "Open dialog")).toBeFocused();
  });

  test("asks for the name before it deletes, and says when it differs", async ({ page }) => {
    await page.goto("/design/overlays");
    await button(page, "Ask for the name").click();
    const question = page.getByRole("alertdialog");
    await question.getByRole("textbox").fill("let flat");
    await page.keyboard.press("Enter");
    await expect(question.getByText("This is not the name.")).toBeVisible();
    await expect(question.getByRole("textbox")).toHaveValue("let flat");
    await question.getByRole("textbox").fill("Let flat, appliance fails");
    await page.keyboard.press("Enter");
    await expect(question).toHaveCount(0);
    await expect(button(page, "Ask for the name")).toBeFocused();
  });

  test("stays open with the reason when what it asks for is refused", async ({ page }) => {
    await page.goto("/design/overlays");
    await button(page, "Ask first").click();
    await page.getByRole("alertdialog").getByRole("button", { name: "Delete map" }).click();
    await expect(page.getByRole("alertdialog").getByRole("alert")).toHaveText(
      /Ana is editing stage 6/,
    );
    await page.mouse.click(5, 5);
    await expect(page.getByRole("alertdialog")).toBeVisible();
  });
});

test.describe("a drawer", () => {
  test("docks beside the content at 1280 px", async ({ page }) => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await page.goto("/design/overlays");
    await button(page, "Open drawer").press("Enter");
    const drawer = page.getByRole("complementary", { name: "Get help" });
    await expect(drawer).toBeFocused();
    expect((await drawer.boundingBox())?.width).toBe(480);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(drawer.getByRole("button", { name: "Create plan" })).toBeInViewport();
    await page.keyboard.press("Escape");
    await expect(drawer).toHaveCount(0);
    await expect(button(page, "Open drawer")).toBeFocused();
  });

  test("lies over the content at 1279 px", async ({ page }) => {
    await page.setViewportSize({ width: 1279, height: 800 });
    await page.goto("/design/overlays");
    await button(page, "Open drawer").press("Enter");
    const drawer = page.getByRole("dialog", { name: "Get help" });
    await expect(drawer).toBeVisible();
    expect(
      await page
        .locator("h1")
        .evaluate((title) => title.closest("[inert], [aria-hidden=true]") !== null),
    ).toBe(true);
    await page.keyboard.press("Escape");
    await expect(drawer).toHaveCount(0);
    await expect(button(page, "Open drawer")).toBeFocused();
  });

  test("closes a list inside it first when Escape is pressed", async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto("/design/overlays");
    await button(page, "Open drawer").click();
    const drawer = page.getByRole("complementary", { name: "Get help" });
    await drawer.getByRole("button", { name: /Branch/ }).click();
    await page.keyboard.press("Escape");
    await expect(page.getByRole("listbox")).toHaveCount(0);
    await expect(drawer).toBeVisible();
  });
});

test.describe("a toast", () => {
  test("is read out politely, leaves the focus alone, and offers Undo", async ({ page }) => {
    await page.goto("/design/overlays");
    await button(page, "With Undo").press("Enter");
    const region = page.getByRole("region", { name: /Notifications/ });
    await expect(region).toHaveAttribute("aria-live", "polite");
    await expect(region).toContainText("Moved to Fixing");
    await expect(button(page, "With Undo")).toBeFocused();
    await region.getByRole("button", { name: "Undo" }).click();
    await expect(region).toContainText("Moved back to Diagnosing");
    await expect(region).not.toContainText("Moved to Fixing");
  });

  test("about a failure stays until it is closed, also over a dialog", async ({ page }) => {
    await page.goto("/design/overlays");
    await button(page, "Bad").click();
    await button(page, "Open dialog").click();
    const region = page.getByRole("region", { name: /Notifications/ });
    await page.waitForTimeout(7_000);
    await expect(region).toContainText("The case did not move");
    await region.getByRole("button", { name: "Close" }).click();
    await expect(region).not.toContainText("The case did not move");
    await expect(page.getByRole("dialog")).toBeVisible();
  });
});

test("a tooltip also comes with the focus, and goes with Escape", async ({ page }) => {
  await page.goto("/design/overlays");
  await button(page, "More").focus();
  await page.keyboard.press("Tab");
  await expect(page.getByRole("tooltip")).toHaveText(/hides it from lists/);
  await page.keyboard.press("Escape");
  await expect(page.getByRole("tooltip")).toHaveCount(0);
});

test("nothing breaks the content security policy", async ({ page }) => {
  const violations: string[] = [];
  await page.exposeFunction("report", (text: string) => violations.push(text));
  await page.addInitScript(() =>
    addEventListener("securitypolicyviolation", (event) => {
      const { report } = window as unknown as { report: (text: string) => void };
      report(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}`);
    }),
  );
  await page.goto("/design/overlays");
  await button(page, "Bad").click();
  await button(page, "Open dialog").click();
  await expect(page.getByRole("region", { name: /Notifications/ })).toContainText("did not move");
  expect(
    await page.evaluate(
      () =>
        getComputedStyle(document.querySelector("[data-sonner-toaster]") ?? document.body).position,
    ),
  ).toBe("fixed");
  await page.goto("/design/dates");
  await part(page, "Date picker").getByRole("button").first().click();
  await expect(page.getByRole("grid")).toBeVisible();
  await page.goto("/design/fields");
  await part(page, "Slider").getByRole("slider").first().press("ArrowRight");
  expect(violations).toEqual([]);
});

test("nothing moves when the person asked for less motion", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await page.goto("/design/states");
  expect(await movingElements(page)).toEqual([]);
  await page.goto("/design/overlays");
  await button(page, "Info").click();
  await button(page, "Open dialog").click();
  await expect(page.getByRole("dialog")).toBeVisible();
  expect(await movingElements(page)).toEqual([]);
});

function movingElements(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("body *")]
      .filter((element) => {
        const { transitionProperty, transitionDuration, animationName, animationDuration } =
          getComputedStyle(element);
        const isMoving = transitionDuration.split(", ").some((duration) => duration !== "0s");
        return (
          (isMoving && transitionProperty !== "none") ||
          (animationName !== "none" && animationDuration !== "0s")
        );
      })
      .map((element) => `${element.tagName} ${element.className}`),
  );
}

test("forced colours still show what is chosen", async ({ page }) => {
  await page.emulateMedia({ forcedColors: "active" });
  await page.goto("/design/choices");
  const background = (name: string) =>
    part(page, "Checkbox")
      .locator("label", { hasText: name })
      .locator("span[aria-hidden=true]")
      .evaluate((mark) => getComputedStyle(mark).backgroundColor);
  expect(await background("Filled")).not.toBe(await background("Empty"));
});

test("compact rows are 36 px, forms 32, and a phone keeps its own", async ({ page }) => {
  await page.goto("/design/fields");
  const large = page.getByRole("textbox", { name: "Large, required, with a hint" });
  const height = async () => (await large.boundingBox())?.height;
  expect(await height()).toBe(40);
  await page.getByRole("radio", { name: "Compact" }).check({ force: true });
  expect(await height()).toBe(32);
  await page.setViewportSize({ width: 375, height: 800 });
  expect(await height()).toBe(44);
});

test("printing leaves out what only a screen needs", async ({ page }) => {
  await page.goto("/design/overlays");
  await button(page, "Bad").click();
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Sections" })).toBeHidden();
  await expect(page.locator("[data-sonner-toast]")).toBeHidden();
  expect((await page.pdf({ format: "A4" })).byteLength).toBeGreaterThan(10_000);
});

test("there is no such page where nobody asked for it", async ({ request }) => {
  const port = await freePort();
  const appUrl = `http://127.0.0.1:${port}`;
  const { DESIGN_PAGES: _without, ...given } = process.env;
  const databaseUrl = process.env["DATABASE_URL"] ?? "";
  const environment = childEnvironment(
    { ...given, LOG_LEVEL: "warn" },
    { databaseUrl, ownerUrl: databaseUrl },
    { appUrl, appSecret: "a secret for tests, as long as it has to be" },
  );
  const places = placesOf(join(".data", "e2e-plain"));
  const web = await keepRunning(
    webService({ host: "127.0.0.1", port, isWatching: false }, environment, places),
    () => undefined,
  );
  try {
    await untilServing(`${appUrl}/api/health/live`, 30_000, () => false);
    for (const path of ["/design", "/design/fields"])
      expect((await request.get(`${appUrl}${path}`)).status(), path).toBe(404);
  } finally {
    await web.stop();
  }
  expect((await request.get("/design/nothing-of-that-name")).status()).toBe(404);
});
