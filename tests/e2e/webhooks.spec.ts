import { expect, expectNoAxeViolations, signIn, test } from "#tests/support/browser.ts";

test("an owner makes a webhook, sees its secret once, changes it and switches it off", async ({
  page,
  ownWorkspace,
}) => {
  // Two visits of axe and seven forms
  test.setTimeout(120_000);
  await signIn(page, ownWorkspace);
  await page.goto(`/w/${ownWorkspace.slug}/settings`);
  await page.getByRole("link", { name: "Webhooks" }).click();
  await expect(page.getByRole("heading", { name: "No webhook yet" })).toBeVisible();

  await page.getByLabel("Address").fill("https://127.0.0.1/in");
  await page.getByRole("button", { name: "Make webhook" }).click();
  await expect(page.getByText("Tick at least one event.")).toBeVisible();
  await expect(page.getByLabel("Address")).toHaveValue("https://127.0.0.1/in");
  await page.getByText("An import has ended").click();
  await page.getByRole("button", { name: "Make webhook" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "private network" })).toBeVisible();
  await expect(page.getByLabel("An import has ended")).toBeChecked();
  await page.getByLabel("Address").fill("https://hooks.example.com/in");
  await page.getByRole("button", { name: "Make webhook" }).click();
  await expect(page.getByLabel("Secret", { exact: true })).toHaveValue(/^whsec_[\w+/]{43}=$/);
  await expect(page.getByRole("heading", { name: "One webhook" })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Secret", { exact: true })).toHaveCount(0);
  await expectNoAxeViolations(page);

  await page.getByRole("link", { name: "https://hooks.example.com/in" }).click();
  await expect(page.getByRole("heading", { name: "No message yet" })).toBeVisible();
  await page.getByText("Two customers were merged").click();
  await page.getByRole("button", { name: "Save webhook" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Saved." })).toBeVisible();
  await page.getByRole("button", { name: "Replace secret" }).click();
  await expect(page.getByText("The secret of before counts until")).toBeVisible();
  await page.getByRole("button", { name: "Switch off" }).click();
  await expect(page.getByRole("button", { name: "Switch on" })).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Two customers were merged")).toBeChecked();
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "Delete webhook" }).click();
  const question = page.getByRole("alertdialog", { name: "Delete this webhook?" });
  await question.getByRole("button", { name: "Cancel" }).click();
  await expect(question).toBeHidden();
  await page.getByRole("button", { name: "Delete webhook" }).click();
  await question.getByRole("button", { name: "Delete webhook" }).click();
  await expect(page).toHaveURL(/settings\/webhooks$/);
  await expect(page.getByText("No webhook yet")).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("an incoming hook is made, and its page says where to send and how", async ({
    page,
    ownWorkspace,
  }) => {
    await signIn(page, ownWorkspace);
    await page.goto(`/w/${ownWorkspace.slug}/settings/webhooks`);
    await page.getByLabel("Who sends").fill("Formbricks");
    await expect(page.getByLabel("Questions, for Formbricks")).toBeHidden();
    await page.getByLabel("Messages of Formbricks").check({ force: true });
    await page.getByLabel("Questions, for Formbricks").fill("q1 stars");
    await page.getByRole("button", { name: "Make incoming hook" }).click();
    await expect(page.getByText("write the question’s id")).toBeVisible();
    await page.getByLabel("Questions, for Formbricks").fill("q1 nps");
    await page.getByRole("button", { name: "Make incoming hook" }).click();
    await expect(page.getByLabel("Secret", { exact: true })).toHaveValue(/^whsec_/);
    await page.getByRole("link", { name: "Formbricks" }).click();
    await expect(page.getByText("curl -X POST")).toContainText("/api/v1/hooks/");
    const tab = page.getByRole("navigation", { name: "Settings" }).getByText("Webhooks");
    await expect(tab).toHaveAttribute("aria-current", "true");
    await page.getByRole("button", { name: "Switch off" }).click();
    await expect(page.getByRole("button", { name: "Switch on" })).toBeVisible();
    await page.getByRole("button", { name: "Delete incoming hook" }).click();
    await expect(page.getByText("No incoming hook yet")).toBeVisible();
  });
});
