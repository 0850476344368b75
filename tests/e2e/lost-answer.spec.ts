import { adminJson } from "#tests/support/admin.ts";
import { expect, signIn, test } from "#tests/support/browser.ts";

test("a form that is sent without a connection keeps what was typed, and is sent again", async ({
  page,
  context,
  problems,
  ownWorkspace,
}) => {
  problems.expectConsole(/Failed to load resource|Failed to fetch/);
  await signIn(page, ownWorkspace);
  await page.goto(`/w/${ownWorkspace.slug}/settings`);
  const name = page.getByLabel("Name", { exact: true });
  await name.fill("A name typed in a tunnel");
  await context.setOffline(true);
  await page.getByRole("button", { name: "Save name" }).click();
  await expect(page.getByText(/there is no connection/)).toBeVisible();
  await expect(name).toHaveValue("A name typed in a tunnel");
  await context.setOffline(false);
  await page.getByRole("button", { name: "Save name" }).click();
  await expect(page.getByText(/there is no connection/)).toHaveCount(0);
  await page.reload();
  await expect(name).toHaveValue("A name typed in a tunnel");
});

test("a role that the server breaks on goes back with its reason, at once shown and never lost", async ({
  page,
  problems,
  ownWorkspace,
}) => {
  problems.expectConsole(/500/);
  const email = `mo-${Math.random().toString(36).slice(2, 12)}@example.com`;
  await adminJson([
    ...["member", "add", "--workspace", ownWorkspace.slug, "--email", email],
    ...["--name", "Mo Member", "--role", "auditor"],
  ]);
  await signIn(page, ownWorkspace);
  await page.goto(`/w/${ownWorkspace.slug}/settings/members`);
  await page.route("**/settings/members", async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    return route.fulfill({ status: 500, body: "broken" });
  });
  const role = page.getByRole("button", { name: /Role of Mo Member/ });
  await role.click();
  await page.getByRole("option", { name: "Executive" }).click();
  await expect(role).toContainText("Executive", { timeout: 1_000 });
  await expect(page.getByText(/the server did not answer/)).toBeVisible();
  await expect(role).toContainText("Auditor");
  await expect(role).toBeFocused();
});
