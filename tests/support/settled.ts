import { expect, type Page } from "playwright/test";

/**
 * Waits until a page is as its reader finds it: what is streamed has taken its place, the title among it, and nothing is on its way from one
 * look to another. A check in between sees half a page, or the colours of two themes.
 */
export async function settled(page: Page): Promise<void> {
  await expect.poll(() => page.evaluate(whatMoves), { message: "the page comes to rest" }).toBe("");
}

/** Runs in the browser. */
function whatMoves(): string {
  const moving = document.getAnimations().find((each) => each instanceof CSSTransition);
  if (moving) return `transition of ${moving.transitionProperty}`;
  if (document.title === "") return "the title is yet to come";
  return document.querySelector('template[id^="B:"]') ? "part of the page is yet to come" : "";
}
