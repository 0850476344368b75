import type { Page } from "playwright/test";
import { expect, expectNoAxeViolations, signIn, test } from "#tests/support/browser.ts";

/** Press Tab until the element of that name has the focus. */
async function tabTo(page: Page, label: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press("Tab");
    const names = await page.evaluate(() => {
      const focused = document.activeElement;
      if (!(focused instanceof HTMLElement)) return [];
      const labels = "labels" in focused ? [...((focused as HTMLInputElement).labels ?? [])] : [];
      return [focused.textContent, ...labels.map((each) => each.textContent)];
    });
    if (names.includes(label)) return;
  }
  throw new Error(`Tab never came to “${label}”.`);
}

test("a source is fetched from an address, set up with the keyboard alone", async ({
  page,
  ownWorkspace,
}) => {
  test.setTimeout(120_000);
  await signIn(page, ownWorkspace);
  await page.goto(`/w/${ownWorkspace.slug}/data/sources/new`);
  await tabTo(page, "Name");
  await page.keyboard.type("Shop survey");
  await tabTo(page, "Add the source");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Shop survey");
  await expect(page.getByRole("heading", { name: "Its rows come by hand" })).toBeVisible();
  await tabTo(page, "Fetch it from an address");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Fetch Shop survey");
  await expectNoAxeViolations(page);

  await tabTo(page, "Address of the file");
  await page.keyboard.type("https://127.0.0.1/answers.csv");
  await tabTo(page, "Sign in there");
  await page.keyboard.type("With a token");
  await tabTo(page, "Token or password");
  await page.keyboard.type("open sesame");
  await tabTo(page, "How often");
  await page.keyboard.type("Every week");
  await tabTo(page, "Try the address");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("alert").filter({ hasText: "private network" })).toBeVisible();
  await expect(page.getByLabel("Address of the file")).toBeFocused();
  await expect(page.getByLabel("Token or password")).toHaveValue("open sesame");
  await expect(page.getByLabel("How often")).toHaveValue("weekly");

  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("https://nowhere.example.invalid/answers.csv");
  await tabTo(page, "Save");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Its file is fetched by itself" })).toBeVisible();
  await expect(page.getByText("Every Monday at 05:00")).toBeVisible();
  await expect(page.getByText("with a stored secret")).toBeVisible();
  expect(await page.content()).not.toContain("open sesame");
  await tabTo(page, "Fetch now");
  await page.keyboard.press("Enter");
  await expect(page.getByRole("status").filter({ hasText: "It is being fetched." })).toBeVisible();
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole("row", { name: /Failed/ })).toContainText("or nowhere", {
      timeout: 1_000,
    });
  }).toPass({ timeout: 30_000 });
  await expectNoAxeViolations(page);
  await page.getByRole("button", { name: "Stop fetching" }).click();
  await expect(page.getByRole("heading", { name: "Its rows come by hand" })).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a source is set to be fetched, and what was typed is kept where it is refused", async ({
    page,
    ownWorkspace,
  }) => {
    await signIn(page, ownWorkspace);
    await page.goto(`/w/${ownWorkspace.slug}/data/sources/new`);
    await page.getByLabel("Name").fill("Till");
    await page.getByLabel("Kind").selectOption({ label: "Orders" });
    await page.getByRole("button", { name: "Add the source" }).click();
    await page.getByRole("link", { name: "Fetch it from an address" }).click();
    await expect(page.getByLabel("What the file holds")).toHaveValue("orders");
    await page.getByLabel("Address of the file").fill("http://shop.example.com/orders.csv");
    await page.getByLabel("At", { exact: true }).selectOption({ label: "23:00" });
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("must begin with https://").first()).toBeVisible();
    await expect(page.getByLabel("At", { exact: true })).toHaveValue("23");
    await page.getByLabel("Address of the file").fill("https://shop.example.com/orders.csv");
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByText("Every day at 23:00")).toBeVisible();
  });
});
