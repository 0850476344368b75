import type { Page } from "playwright/test";
import { type AxeRules, expect, expectNoAxeViolations } from "./browser.ts";

export const WIDTHS = [1440, 375] as const;
const NARROWEST = 320;
const SMALLEST_TARGET = 24;

/** What a theme can change; all else is looked at in light. */
const ABOUT_COLOUR = ["color-contrast", "link-in-text-block"];

/** One heading, nothing wider than the window, and no violation of axe: in light and dark, at 1440 and 375 px. */
export async function expectSound(page: Page, where: string, rules: AxeRules = {}): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await expectNoSidewaysScroll(page, `${where} at ${width} px`);
    await expectNoViolationsInThemes(page, rules);
  }
  await page.setViewportSize({ width: NARROWEST, height: 640 });
  await expectNoSidewaysScroll(page, `${where} at ${NARROWEST} px`);
  await page.setViewportSize({ width: WIDTHS[0], height: 900 });
}

/** No violation of axe in light and dark, at the size the window has. */
export async function expectNoViolationsInThemes(page: Page, rules: AxeRules = {}): Promise<void> {
  await setTheme(page, "light");
  await expectNoAxeViolations(page, rules);
  await setTheme(page, "dark");
  await expectNoAxeViolations(page, { only: ABOUT_COLOUR });
  await setTheme(page, "light");
}

async function setTheme(page: Page, theme: "light" | "dark"): Promise<void> {
  await page.evaluate((chosen) => {
    document.documentElement.dataset["theme"] = chosen;
  }, theme);
}

export async function expectNoSidewaysScroll(page: Page, where: string): Promise<void> {
  const overflow = () =>
    page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  // What hangs on a control moves a moment after the window has got another width.
  await expect
    .configure({ soft: true })
    .poll(overflow, { message: `sideways scroll of ${where}` })
    .toBeLessThanOrEqual(0);
}

/** Whether the page can be used with text twice as large. */
export async function expectRoomForLargeText(page: Page, where: string): Promise<void> {
  await page.setViewportSize({ width: 1280, height: 900 });
  await setTextSize(page, "200%");
  await expectNoSidewaysScroll(page, `${where} with text twice as large`);
  expect.soft(await cutTexts(page), `cut text with text twice as large on ${where}`).toEqual([]);
  await setTextSize(page, "");
}

async function setTextSize(page: Page, size: string): Promise<void> {
  await page.evaluate((chosen) => {
    document.documentElement.style.fontSize = chosen;
  }, size);
}

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

/** Nothing moves for those who asked for that. */
export async function expectCalm(page: Page, where: string): Promise<void> {
  await page.emulateMedia({ reducedMotion: "reduce" });
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll("body *")]
      .filter((element) => {
        const { transitionDuration, animationName, animationDuration } = getComputedStyle(element);
        const longest = Math.max(...transitionDuration.split(",").map(Number.parseFloat));
        return (
          longest > 0.01 ||
          (animationName !== "none" && Number.parseFloat(animationDuration) > 0.01)
        );
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );
  expect.soft(moving, `movement on ${where}`).toEqual([]);
}

/** Every control is large enough to be hit, at 1440 and 375 px. */
export async function expectLargeTargets(page: Page, where: string): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 812 });
    expect.soft(await smallTargets(page), `small targets on ${where} at ${width} px`).toEqual([]);
  }
}

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
