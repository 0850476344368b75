import type { Locator, Page } from "playwright/test";
import { expect } from "./browser.ts";

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
