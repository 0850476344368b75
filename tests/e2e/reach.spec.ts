import type { Browser, Page } from "playwright/test";
import { DEMO_OWNER, DEMO_PASSWORD } from "#prisma/seed/people.ts";
import { expect, signIn, test } from "#tests/support/browser.ts";
import { designPaths, pagePaths } from "#tests/support/page-paths.ts";

const OWNER = { email: DEMO_OWNER.email, password: DEMO_PASSWORD };
const SMALLEST_TARGET = 24;

/** Every page a person can look at, the design system included; `page` is signed in. */
async function everyPath(page: Page): Promise<string[]> {
  await signIn(page, OWNER);
  const paths = (await pagePaths(page)).map(({ path }) => path);
  return [...paths, ...(await designPaths(page))];
}

async function expectNoSidewaysScroll(page: Page, where: string): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  );
  expect.soft(overflow, `sideways scroll of ${where}`).toBeLessThanOrEqual(0);
}

test("every page can be used at 320 px and with text twice as large", async ({ page }) => {
  test.setTimeout(240_000);
  const paths = await everyPath(page);
  for (const path of paths) {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(path);
    await expectNoSidewaysScroll(page, `${path} at 320 px`);
    // The design system is for those who build, at the size they choose.
    if (path.startsWith("/design")) continue;
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
    });
    await expectNoSidewaysScroll(page, `${path} with text twice as large`);
    expect.soft(await cutTexts(page), `cut text with text twice as large on ${path}`).toEqual([]);
  }
});

/** Headings, buttons and links whose words do not fit their own box. */
function cutTexts(page: Page): Promise<string[]> {
  return page.locator("main :is(h1, h2, h3, button, a, label, th)").evaluateAll((elements) =>
    elements
      .filter((element) => {
        const style = getComputedStyle(element);
        const hides = style.overflow !== "visible" && !element.classList.contains("sr-only");
        return (
          hides && element.checkVisibility() && element.scrollHeight > element.clientHeight + 2
        );
      })
      .map((element) => element.textContent ?? ""),
  );
}

test("nothing moves for those who asked for that", async ({ browser, baseURL }) => {
  test.setTimeout(240_000);
  const page = await calmPage(browser, baseURL ?? "");
  for (const path of await everyPath(page)) {
    await page.goto(path);
    const moving = await page.evaluate(() =>
      [...document.querySelectorAll("body *")]
        .filter((element) => {
          const { transitionDuration, animationName, animationDuration } =
            getComputedStyle(element);
          const longest = Math.max(...transitionDuration.split(",").map(Number.parseFloat));
          return (
            longest > 0.01 ||
            (animationName !== "none" && Number.parseFloat(animationDuration) > 0.01)
          );
        })
        .map((element) => element.outerHTML.slice(0, 120)),
    );
    expect.soft(moving, `movement on ${path}`).toEqual([]);
  }
  await page.context().close();
});

async function calmPage(browser: Browser, baseURL: string): Promise<Page> {
  const context = await browser.newContext({ baseURL, reducedMotion: "reduce" });
  return context.newPage();
}

test("every control is large enough to be hit, and the skip link comes first", async ({ page }) => {
  test.setTimeout(240_000);
  for (const path of await everyPath(page)) {
    for (const width of [1440, 375]) {
      await page.setViewportSize({ width, height: 812 });
      await page.goto(path);
      expect.soft(await smallTargets(page), `small targets on ${path} at ${width} px`).toEqual([]);
    }
    if (!path.startsWith("/w/")) continue;
    await page.keyboard.press("Tab");
    await expect
      .soft(page.locator(":focus"), `first stop of ${path}`)
      .toHaveAttribute("href", "#main");
  }
});

/** Controls under 24 px in a direction that are no link inside a sentence (WCAG 2.5.8). */
function smallTargets(page: Page): Promise<string[]> {
  return page
    .locator("a[href], button, input:not([type=hidden], [type=range]), select, summary, [role=tab]")
    .evaluateAll((elements, smallest) => {
      const isHidden = (element: Element) =>
        !element.checkVisibility({ visibilityProperty: true }) ||
        element.closest(".sr-only, [aria-hidden=true]") !== null;
      const isInSentence = (element: Element) =>
        element.tagName === "A" && getComputedStyle(element).display === "inline";
      // A field is hit anywhere in its box or on its label.
      const boxes = (element: Element) =>
        [
          element,
          element.tagName === "INPUT" ? element.parentElement : null,
          element.closest("label"),
        ].map((box) => box?.getBoundingClientRect() ?? { width: 0, height: 0 });
      return elements
        .filter((element) => !isHidden(element) && !isInSentence(element))
        .map((element) => ({ element, sizes: boxes(element) }))
        .filter(({ sizes }) => {
          const wide = Math.max(...sizes.map(({ width }) => width));
          const high = Math.max(...sizes.map(({ height }) => height));
          return wide > 1 && (wide < smallest || high < smallest);
        })
        .map(({ element }) => element.outerHTML.slice(0, 160));
    }, SMALLEST_TARGET);
}
