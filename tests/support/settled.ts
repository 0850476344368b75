import { expect, type Page } from "playwright/test";

/**
 * Waits until a page is as its reader finds it: what is streamed has taken its place, the title among it, and nothing is on its way from one
 * look to another. A check in between sees half a page, or the colours of two themes.
 */
export async function settled(page: Page): Promise<void> {
  const message = "the page is whole";
  await expect.poll(() => page.evaluate(whatIsYetToCome), { message }).toBe("");
}

/** Runs in the browser. Ends what moves: in what is folded away it would stand still on its way. */
function whatIsYetToCome(): string {
  for (const each of document.getAnimations()) if (each instanceof CSSTransition) each.finish();
  if (document.title === "") return "the title";
  return document.querySelector('template[id^="B:"]') ? "a part that is streamed" : "";
}
