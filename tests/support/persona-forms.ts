import { expect, type Page } from "playwright/test";

/** A persona of the segment “Landlords & Lets”, by the form; it is shown then. */
export async function makePersona(
  page: Page,
  base: string,
  name: string,
  text = "Calls",
): Promise<void> {
  await page.goto(`${base}/new`);
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Segment", { exact: true }).selectOption({ label: "Landlords & Lets" });
  await page.getByLabel("Goals").fill(text.slice(0, 300));
  await page.getByLabel("Frustrations").fill(text.slice(0, 300));
  for (const label of ["Emotional needs", "Our promise", "Channels", "Front-line tip"])
    await page.getByLabel(label).fill(text.slice(0, 200));
  await page.getByRole("button", { name: "Add the persona" }).click();
  await expect(page.getByRole("heading", { level: 1, name })).toBeVisible();
}

/** A claim of the persona that is shown. */
export async function addClaim(page: Page, statement: string, expiresOn: string): Promise<void> {
  await page.getByText("Add a claim", { exact: true }).click();
  await page.getByLabel("Claim", { exact: true }).fill(statement);
  await page.getByLabel("Stale from").fill(expiresOn);
  await page.getByRole("button", { name: "Add the claim" }).click();
  await expect(page.getByRole("link", { name: `Edit: ${statement}` })).toBeVisible();
}
