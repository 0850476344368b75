import { adminJson } from "#tests/support/admin.ts";
import { expect, expectNoAxeViolations, signIn, test } from "#tests/support/browser.ts";

test("an owner signs in and finds the workspace", async ({ page, ownWorkspace }) => {
  await signIn(page, ownWorkspace);
  await expect(page).toHaveURL(`/w/${ownWorkspace.slug}`);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectNoAxeViolations(page);
});

test("a person who signs in stays on this site, whatever the address says", async ({
  page,
  ownWorkspace,
}) => {
  for (const to of [
    "/..//evil.example/x",
    "/.//evil.example/x",
    "//evil.example",
    "https://evil.example",
  ]) {
    await page.context().clearCookies();
    await page.goto(`/sign-in?to=${encodeURIComponent(to)}`);
    await page.getByLabel("E-mail").fill(ownWorkspace.email);
    await page.getByLabel("Password", { exact: true }).fill(ownWorkspace.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.waitForURL(/\/w\//);
  }
});

test("the eleventh wrong password is told to wait, and so is a busy API key", async ({
  page,
  request,
  ownWorkspace,
}) => {
  test.setTimeout(120_000);
  await page.goto("/sign-in");
  for (let tries = 0; tries < 11; tries++) {
    await page.getByLabel("E-mail").fill(ownWorkspace.email);
    await page.getByLabel("Password", { exact: true }).fill("wrong");
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page.getByText(tries < 10 ? /is not right/ : /Too many tries/)).toBeVisible();
    if (tries < 10) await page.goto("/sign-in");
  }
  const created = ["api-key", "create", "--workspace", ownWorkspace.slug, "--name", "busy"];
  const { key } = await adminJson<{ key: string }>([...created, "--scope", "customers:read"]);
  const headers = { authorization: `Bearer ${key}` };
  const statuses = new Set<number>();
  for (let round = 0; round < 13; round++) {
    const asked = Array.from({ length: 50 }, () =>
      request.get("/api/v1/customers?limit=1", { headers }),
    );
    for (const response of await Promise.all(asked)) statuses.add(response.status());
  }
  expect([...statuses].sort()).toEqual([200, 429]);
});
