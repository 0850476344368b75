import { expect, expectNoAxeViolations, test } from "#tests/support/browser.ts";
import {
  button,
  chooseFile,
  look,
  openWizard,
  pick,
  press,
  SIGHTS,
} from "#tests/support/wizard.ts";
import { workbook } from "#tests/support/workbook.ts";

/** Semicolons and Windows-1252; commas stand in every line, so that they look like the delimiter. */
const KASSE = [
  "Kunde;Datum;Betrag, brutto;Ort",
  "Müller;25.03.2025;10,50;Köln",
  "Özdemir;26.03.2025;1.234,00;Mainz",
  "Müller;27.03.2025;7,25;Köln",
  "Voß;28.03.2025;3,10;Trier;",
  "Voß;31.02.2025;3,10;Trier",
];

for (const { theme, size } of SIGHTS) {
  test(`a file that is guessed wrong is corrected, checked, imported and taken back, by keyboard, in ${theme} at ${size.width}`, async ({
    page,
    ownWorkspace,
  }) => {
    test.setTimeout(120_000);
    await openWizard(page, ownWorkspace, { theme, size });
    await chooseFile(page, "kasse.csv", Buffer.from(KASSE.join("\r\n"), "latin1"));

    await expect(button(page, /Comma.*Delimiter|Delimiter.*Comma/)).toBeVisible();
    await pick(page, button(page, /Delimiter/), "Semicolon");
    await expect(page.getByText(/· 4 columns ·/)).toBeVisible();
    await expect(button(page, /Windows-1252/)).toBeVisible();
    await pick(page, button(page, /Kunde becomes/), "Customer number");
    await pick(page, button(page, /Datum becomes/), "Order date");
    await pick(page, button(page, /Betrag, brutto becomes/), "Amount");
    await pick(page, button(page, /A value that no column holds/), "Channel");
    await page.getByLabel("Channel, for all rows").focus();
    await page.keyboard.type("Shop");
    await look(page, "mapping");

    await press(page, button(page, /Check only/));
    await page.waitForURL(/\/data\/imports\/[0-9a-f-]{36}$/);
    await expect(page.getByText("2 rows would be rejected.")).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText("You can undo the whole import for 24 hours.")).toBeVisible();
    await expect(page.getByRole("list", { name: "Steps" })).toBeVisible();
    await look(page, "dry-run");

    await press(page, button(page, /^Import 3 rows/));
    await expect(page.getByText("2 rows were rejected.")).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText("How the file was read")).toBeVisible();
    await expect(page.getByText("Shop")).toBeVisible();
    await look(page, "result");

    // Before the page comes to life the button sends at once, without a question.
    await expect(button(page, /^Undo import/)).toHaveAttribute("type", "button");
    await press(page, button(page, /^Undo import/));
    const question = page.getByRole("alertdialog", { name: "Undo this import?" });
    await expect(question.getByText("3 rows that it made are removed.")).toBeVisible();
    await page.screenshot({ path: test.info().outputPath("question.png") });
    await expectNoAxeViolations(page);
    await press(page, question.getByRole("button", { name: "Undo import" }));
    await expect(page.getByText("The import was taken back whole.")).toBeVisible({
      timeout: 30_000,
    });
    await look(page, "undone");
    await page.goto(`/w/${ownWorkspace.slug}/customers`);
    await expect(page.getByText("Müller")).toHaveCount(0);

    await page.goto(`/w/${ownWorkspace.slug}/data/imports?status=undone`);
    await expect(page.getByRole("link", { name: "kasse.csv" })).toHaveCount(1);
    await look(page, "history");
  });
}

test("a sheet of a workbook is chosen, and the next file with its headers is known", async ({
  page,
  ownWorkspace,
}) => {
  await openWizard(page, ownWorkspace);
  const head = ["who", "when", "how much"];
  const book = await workbook({
    Notes: [["nothing here"], [1]],
    Sales: [head, ["C1", new Date("2025-03-01"), 12.5], ["C2", new Date("2025-03-02"), 7]],
  });
  await chooseFile(page, "sales.xlsx", Buffer.from(book));
  await pick(page, button(page, /Sheet/), "Sales");
  await pick(page, button(page, /who becomes/), "Customer number");
  await pick(page, button(page, /when becomes/), "Order date");
  await pick(page, button(page, /how much becomes/), "Amount");
  await press(page, button(page, /^Import$/));
  await expect(page.getByText("No row was rejected.")).toBeVisible({ timeout: 30_000 });
  await page.getByRole("link", { name: "Open the new customers" }).click();
  await expect(page.getByText("C2").first()).toBeVisible();

  await page.goto(`/w/${ownWorkspace.slug}/data/imports/new`);
  await chooseFile(page, "next.csv", Buffer.from("when,who,how much\n2025-04-01,C3,5\n"));
  await expect(page.getByText(/Matched from your last import of such a file/)).toBeVisible();
  await expect(page.getByText("All 3 columns are mapped.")).toBeVisible();
  await press(page, button(page, /Forget this mapping/));
  await expect(page.getByText("The file cannot be imported as it is mapped now.")).toBeVisible();
});

test("a file with headers only says so", async ({ page, ownWorkspace }) => {
  await openWizard(page, ownWorkspace);
  await chooseFile(page, "empty.csv", Buffer.from("order_id,customer_id,date,amount\n"));
  await press(page, button(page, /^Import$/));
  await expect(page.getByText("The file holds headers and no rows")).toBeVisible({
    timeout: 30_000,
  });
});

test("headers below a title are chosen, and after a dry run the mapping is changed without a second upload", async ({
  page,
  ownWorkspace,
}) => {
  test.setTimeout(90_000);
  await openWizard(page, ownWorkspace);
  const days = ["C1,03/04/2025,10", "C2,25/03/2025,7", "C3,26/03/2025,much"];
  const rows = ["Orders,of,March", "", "who,when,sum", ...days];
  await chooseFile(page, "titled.csv", Buffer.from(`${rows.join("\n")}\n`));
  await expect(button(page, /Header row 1/)).toBeVisible();
  await pick(page, button(page, /Header row/), "3");
  await expect(page.getByText(/headers in row 3/)).toBeVisible();
  await pick(page, button(page, /who becomes/), "Customer number");
  await pick(page, button(page, /when becomes/), "Order date");
  await pick(page, button(page, /sum becomes/), "Amount");
  await expect(page.getByText("03/04/2025 → 3 Apr 2025").last()).toBeVisible();
  await press(page, button(page, /Check only/));
  await expect(page.getByText("One row would be rejected.")).toBeVisible({ timeout: 30_000 });
  await expect(page.getByRole("row", { name: /Not an amount/ })).toContainText("6");
  const dryRun = page.url();

  await page.getByRole("link", { name: "Change mapping" }).click();
  await expect(page.getByText(/titled.csv/).first()).toBeVisible();
  await expect(button(page, /Header row 3/)).toBeVisible();
  await expect(button(page, /who becomes/)).toContainText("Customer number");
  await pick(page, button(page, /A value that no column holds/), "Currency");
  await pick(page, button(page, /Currency, for all rows/), "USD");
  await look(page, "change-mapping");
  await press(page, button(page, /Check only/));
  await expect(page.getByText("One row would be rejected.")).toBeVisible({ timeout: 30_000 });
  expect(page.url()).not.toBe(dryRun);
  await expect(page.getByText("USD").first()).toBeVisible();
  await page.goto(dryRun);
  await expect(page.getByText("A newer dry run of this file has taken its place.")).toBeVisible();
  await page.getByRole("link", { name: "Open the newer one" }).click();
  await press(page, button(page, /^Import 2 rows/));
  await expect(page.getByText("One row was rejected.")).toBeVisible({ timeout: 30_000 });
});
