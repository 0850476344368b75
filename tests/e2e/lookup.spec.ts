import type { Page } from "playwright/test";
import { expect, expectNoAxeViolations, signIn, test } from "#tests/support/browser.ts";
import { tabTo } from "#tests/support/keyboard.ts";
import { makeRoleWorkspace } from "#tests/support/role-workspace.ts";

test.use({ viewport: { width: 375, height: 812 } });

async function press(page: Page, name: string | RegExp, role: "link" | "button" = "link") {
  await tabTo(page, page.getByRole(role, { name }).first());
  await page.keyboard.press("Enter");
}

test("the front line finds a customer, sees how to treat them and writes down a complaint, by keyboard on a phone", async ({
  page,
}) => {
  test.setTimeout(180_000);
  const workspace = await makeRoleWorkspace(`lookup${Date.now()}`);
  const { slug, mark, addresses, password } = workspace;
  await signIn(page, { email: addresses.frontline, password });
  await page.goto(`/w/${slug}/lookup`);
  await tabTo(page, page.getByRole("searchbox"));
  await page.keyboard.type("pers");
  await expect(page.getByRole("status").filter({ hasText: /customers? found\.$/ })).toBeVisible();
  await press(page, new RegExp(`Person ${mark}.*C-1`));
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Person ${mark}`);
  await expect(page.getByText("How to treat this customer")).toBeVisible();
  await expect(page.getByText("No open complaints.")).toBeVisible();
  await expectNoAxeViolations(page);

  await press(page, "Complaint");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Write down a complaint");
  await press(page, "Save the complaint", "button");
  await expect(page.getByLabel("In a few words")).toBeFocused();
  await page.keyboard.type("Oven left unconnected");
  await press(page, "Save the complaint", "button");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(`Person ${mark}`);
  await expect(page.getByText("Oven left unconnected", { exact: true })).toBeVisible();
  await expect(page.getByText(/I see that you wait for our answer about/)).toBeVisible();
  await expectNoAxeViolations(page);
  await press(page, "Take it back", "button");
  await expect(page.getByText("No open complaints.")).toBeVisible();
  await press(page, "Complaint");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Write down a complaint");
  await tabTo(page, page.getByLabel("In a few words"));
  await page.keyboard.type("Oven left unconnected");
  await press(page, "Save the complaint", "button");
  await expect(page.getByText("Oven left unconnected", { exact: true })).toBeVisible();

  await press(page, "Log");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Log a contact");
  await tabTo(page, page.getByLabel("In a few words"));
  await page.keyboard.type("Asked for the fitter");
  await press(page, "Save the contact", "button");
  await expect(page.getByText("Asked for the fitter")).toBeVisible();
  await expect(page.getByText("No open complaints.")).toHaveCount(0);

  await press(page, "Thank");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Thank a customer");
  await press(page, "Save the thanks", "button");
  await expect(page.getByLabel("What you thanked for")).toBeFocused();
  await page.keyboard.type("For waiting so long");
  await press(page, "Save the thanks", "button");
  await expect(page.getByText("Thanked: For waiting so long")).toBeVisible();
  await expectNoAxeViolations(page);
  await press(page, "Take it back", "button");
  await expect(page.getByText("Thanked: For waiting so long")).toHaveCount(0);
});
