import { expect, type Locator, type Page } from "playwright/test";
import { settled } from "./settled.ts";

const MOST_STOPS = 60;

/** Press Tab until the focus stands on `target`; every stop on the way is one that can be seen. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let stops = 0; stops < MOST_STOPS; stops++) {
    await page.keyboard.press("Tab");
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await expectVisibleFocus(page);
  }
  throw new Error(`Tab does not reach ${target}.`);
}

/** Press Tab through a whole page until it begins anew; every stop is one that can be seen. Returns how many there are. */
export async function walkByTab(page: Page, most = 400): Promise<number> {
  await settled(page);
  for (let stops = 0; stops < most; stops++) {
    await page.keyboard.press("Tab");
    const isOver = await page.evaluate(() => {
      const element = document.activeElement;
      if (!element || element === document.body || element.hasAttribute("data-walked")) return true;
      element.setAttribute("data-walked", "");
      return false;
    });
    if (isOver) return stops;
    await expectVisibleFocus(page);
  }
  throw new Error(`Tab goes on after ${most} stops.`);
}

async function expectVisibleFocus(page: Page): Promise<void> {
  const focus = await page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return "nowhere";
    const { outlineStyle, boxShadow } = getComputedStyle(element);
    const hasRing = outlineStyle !== "none" || boxShadow !== "none";
    const isShown = element.checkVisibility() || element.matches("input");
    return hasRing && isShown ? "seen" : element.outerHTML.slice(0, 200);
  });
  expect(focus, "the focus can be seen").toBe("seen");
}
