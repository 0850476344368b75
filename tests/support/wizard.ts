import type { Locator, Page } from "playwright/test";
import { expect, expectNoAxeViolations, signIn, test } from "./browser.ts";

/** A screen for a desk and, in the dark, a phone. */
export const SIGHTS = [
  { theme: "light", size: { width: 1440, height: 900 } },
  { theme: "dark", size: { width: 375, height: 812 } },
] as const;

type Sight = { theme: string; size: { width: number; height: number } };

/** Open the import wizard of a workspace as its member, on a screen of choice. */
export async function openWizard(
  page: Page,
  workspace: { slug: string; email: string; password: string },
  sight?: Sight,
): Promise<void> {
  if (sight) {
    const url = test.info().project.use.baseURL ?? "";
    await page.context().addCookies([{ name: "theme", value: sight.theme, url }]);
    await page.setViewportSize(sight.size);
  }
  await signIn(page, workspace);
  await page.goto(`/w/${workspace.slug}/data/imports/new`);
}

/** A button by what it is called. */
export function button(page: Page, name: RegExp): Locator {
  return page.getByRole("button", { name });
}

/** Keep a picture of the page, and find nothing wrong with it: no scrolling sideways, nothing out of reach. */
export async function look(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: test.info().outputPath(`${name}.png`), fullPage: true });
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - window.innerWidth,
  );
  expect(overflow).toBeLessThanOrEqual(0);
  await expectNoAxeViolations(page);
}

/** Hand a file to the import wizard. */
export async function chooseFile(page: Page, name: string, buffer: Buffer): Promise<void> {
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name, mimeType: "application/octet-stream", buffer });
}

/** By keyboard: open a list, type the start of a word, take it. */
export async function pick(page: Page, list: Locator, word: string): Promise<void> {
  await list.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByRole("listbox")).toBeVisible();
  await page.keyboard.type(word);
  await expect(page.locator("[role=option][data-focused]")).toContainText(word);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("listbox")).toBeHidden();
}

/** By keyboard, once it can be pressed. */
export async function press(page: Page, button: Locator): Promise<void> {
  await expect(button).toBeEnabled();
  await button.focus();
  await page.keyboard.press("Enter");
}
