import { DEMO_OWNER, DEMO_PASSWORD, DEMO_WORKSPACE } from "#prisma/seed/people.ts";
import { expect, signIn, test } from "#tests/support/browser.ts";
import { expectNoViolationsInThemes, WIDTHS } from "#tests/support/sound.ts";
import { importText } from "#tests/support/two-workspaces.ts";

const owner = { email: DEMO_OWNER.email, password: DEMO_PASSWORD };

test("an administrator sees the installation; for everybody else there is no such page", async ({
  page,
  ownWorkspace,
  problems,
}) => {
  test.setTimeout(120_000);
  problems.expectConsole(/404/);
  expect((await page.goto("/admin"))?.status()).toBe(404);
  await signIn(page, ownWorkspace);
  expect((await page.goto("/admin"))?.status()).toBe(404);
  await page.context().clearCookies();

  await signIn(page, owner);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto("/admin");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("Administration");
    await expect(page.getByText(/recent enough/)).toBeVisible();
    await expect(page.getByRole("heading", { name: "Jobs by queue" })).toBeVisible();
    await expectNoViolationsInThemes(page);
  }
});

test("metrics answer the bearer of the token alone, and name nobody", async ({ request }) => {
  expect((await request.get("/api/metrics")).status()).toBe(401);
  const wrong = await request.get("/api/metrics", { headers: { authorization: "Bearer wrong" } });
  expect(wrong.status()).toBe(401);
  const right = await request.get("/api/metrics", {
    headers: { authorization: "Bearer a token of the tests for metrics" },
  });
  const text = await right.text();
  expect(right.headers()["content-type"]).toContain("version=0.0.4");
  expect(text).toMatch(/^throughline_http_requests_total\{method="GET",status="4xx"\} [1-9]/m);
  expect(text).toMatch(/^throughline_jobs\{/m);
  expect(text).not.toContain(DEMO_WORKSPACE.slug);
});

test("an owner finds a person, takes a copy away, erases them, and asks for everything", async ({
  page,
  ownWorkspace,
}) => {
  test.setTimeout(240_000);
  const customer = { external_id: "K-4711", email: "mira.kovac@example.com" };
  await importText(
    ownWorkspace.slug,
    "customers",
    `customer number,name,email\n${customer.external_id},Mira Kovac,${customer.email}\n`,
  );
  const PROTECTION = `/w/${ownWorkspace.slug}/settings/data-protection`;
  await signIn(page, ownWorkspace);
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(PROTECTION);
    await page.getByLabel("Customer number or e-mail").fill(customer.email);
    await page.getByRole("button", { name: "Find", exact: true }).click();
    await expect(page.getByText(customer.external_id, { exact: true })).toBeVisible();
    await expectNoViolationsInThemes(page);
  }
  const link = page.getByRole("link", { name: "Download what is held as JSON" });
  const held = await page.request.get((await link.getAttribute("href")) ?? "");
  expect((await held.json()).tables.customer).toMatchObject([customer]);
  await page.getByLabel(`Type ${customer.external_id} to confirm`).fill("wrong");
  await page.getByRole("button", { name: "Erase this person" }).click();
  await expect(page.getByText("Type the number as it is").first()).toBeVisible();
  await page.getByLabel(`Type ${customer.external_id} to confirm`).fill(customer.external_id);
  await page.getByRole("button", { name: "Erase this person" }).click();
  await expect(page.getByText("The e-mail still stands in no place.")).toBeVisible({
    timeout: 30_000,
  });

  await page.getByRole("button", { name: "Ask for an export" }).click();
  await expect(page.getByText("It is being packed.")).toBeVisible();
  await expect(async () => {
    await page.goto(PROTECTION);
    await expect(page.getByText("Ready", { exact: true })).toBeVisible({ timeout: 1_000 });
  }).toPass({ timeout: 60_000 });
  const href = await page.getByRole("link", { name: /^Download the export/ }).getAttribute("href");
  const archive = await page.request.get(href ?? "");
  expect(archive.headers()["content-type"]).toBe("application/gzip");
  expect((await archive.body()).subarray(0, 2).toString("hex")).toBe("1f8b");
});

test("an owner ends a workspace, which is closed at once, and takes it back", async ({
  page,
  ownWorkspace,
  problems,
}) => {
  problems.expectConsole(/404/);
  await signIn(page, ownWorkspace);
  await page.goto(`/w/${ownWorkspace.slug}/settings/data-protection`);
  await page.getByLabel(`Type ${ownWorkspace.name} to confirm`).fill(ownWorkspace.name);
  await page.getByLabel("Your present password").fill(ownWorkspace.password);
  await page.getByRole("button", { name: "End this workspace" }).click();
  await page.waitForURL(/\/closing$/);
  await expect(page.getByText(`${ownWorkspace.name} is deleted after`)).toBeVisible();
  await expectNoViolationsInThemes(page);
  expect((await page.goto(`/w/${ownWorkspace.slug}`))?.status()).toBe(404);
  await page.goto("/");
  await page.waitForURL(/\/closing$/);
  await page.getByLabel("Your present password").fill(ownWorkspace.password);
  await page.getByRole("button", { name: "Take it back" }).click();
  await page.waitForURL(new RegExp(`/w/${ownWorkspace.slug}`));
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});
