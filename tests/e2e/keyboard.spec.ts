import { expect, test } from "#tests/support/browser.ts";
import { tabTo } from "#tests/support/keyboard.ts";

const FILE = "customer_id,date,amount\nC-1,2026-01-05,10.00\nC-2,2026-02-06,20.00\n";
test("a person signs in and imports a file with the keyboard alone", async ({
  page,
  ownWorkspace,
}) => {
  test.setTimeout(120_000);
  await page.goto("/sign-in");
  await tabTo(page, page.getByLabel("E-mail"));
  await page.keyboard.type(ownWorkspace.email);
  await tabTo(page, page.getByLabel("Password", { exact: true }));
  await page.keyboard.type(ownWorkspace.password);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/w\//);

  await page.goto(`/w/${ownWorkspace.slug}/data/imports/new`);
  const choose = page.getByRole("button", { name: "Choose a file" });
  await tabTo(page, choose);
  const chooser = page.waitForEvent("filechooser");
  await page.keyboard.press("Enter");
  await (await chooser).setFiles({
    name: "orders.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(FILE),
  });
  const run = page.getByRole("button", { name: "Import", exact: true });
  await expect(run).toBeEnabled();
  await tabTo(page, run);
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/data\/imports\/[0-9a-f-]{36}$/);
  await expect(page.getByText("No row was rejected.")).toBeVisible({ timeout: 30_000 });
});
