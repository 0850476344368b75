import { expect, expectNoAxeViolations, signIn, test } from "#tests/support/browser.ts";

test("an owner signs in and finds the workspace", async ({ page, ownWorkspace }) => {
  await signIn(page, ownWorkspace);
  await expect(page).toHaveURL(`/w/${ownWorkspace.slug}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectNoAxeViolations(page);
});
