import { readFileSync } from "node:fs";
import { expect, test } from "#tests/support/browser.ts";
import { tabTo } from "#tests/support/keyboard.ts";
import {
  button,
  chooseFile,
  look,
  openWizard,
  pick,
  press,
  SIGHTS,
} from "#tests/support/wizard.ts";

const CASES = readFileSync(new URL("../fixtures/exports/salesforce-cases.csv", import.meta.url));

/** Each answer has a row of its own, and names its question. */
const LONG = [
  "response_id,date,customer_id,question,score",
  "R1,2025-03-01,C1,How easy was it?,6",
  "R1,2025-03-01,C1,Would you recommend us?,9",
  "R1,2025-03-01,C1,How loud was it?,300",
  "R2,2025-03-02,C2,How easy was it?,2",
  "R2,2025-03-02,C2,Would you recommend us?,10",
].join("\n");

/** No day of it shows which part is the month. */
const TWO_WAYS =
  "order_id,customer_id,date,amount\nA-1,C-1,09/01/2025,10.00\nA-2,C-1,02/03/2025,7.50\n";

const DEALS =
  "date,customer_id,outcome,competitor\n2025-03-01,C1,won,\n2025-03-02,C2,open,Rivalry\n";

for (const { theme, size } of SIGHTS) {
  test(`the scale of each question that rows name is said, taken as it is likely, or left out, in ${theme} at ${size.width}`, async ({
    page,
    ownWorkspace,
  }) => {
    test.setTimeout(120_000);
    await openWizard(page, ownWorkspace, { theme, size });
    await chooseFile(page, "answers.csv", Buffer.from(LONG));
    const scales = page.getByRole("region", { name: "Scale of each question" });
    await expect(scales.getByText("3 of 3 questions have no scale yet")).toBeVisible();
    await expect(scales.getByText("Likely NPS, 0 to 10: it asks about recommending")).toBeVisible();
    await expect(scales.getByText("Likely 1 to 7: answers from 2 to 6")).toBeVisible();
    await expect(scales.getByText("Its answers fit no usual scale")).toBeVisible();
    await look(page, "questions-open");

    await press(page, scales.getByRole("button", { name: /^Say the scale of How easy/ }));
    const easy = page.getByRole("dialog", { name: "How easy was it?" });
    await pick(page, easy.getByRole("button", { name: /What the question asks for/ }), "CES");
    await look(page, "question-scale");
    await press(page, easy.getByRole("button", { name: "Apply" }));
    await expect(scales.getByText("CES, 1 to 7", { exact: true })).toBeVisible();
    await press(page, scales.getByRole("button", { name: "Take the likely scale" }));
    await expect(scales.getByText("NPS, 0 to 10", { exact: true })).toBeVisible();
    await expect(scales.getByText("One of 3 questions has no scale yet")).toBeVisible();
    await look(page, "questions-said");

    await press(page, button(page, /Check only/));
    await expect(page.getByText("One row would be rejected.")).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText(/Nobody has said on which scale/).first()).toBeVisible();
    await look(page, "questions-dry-run");
    await page.getByRole("link", { name: "Map it" }).click();
    await expect(scales.getByText("CES, 1 to 7", { exact: true })).toBeVisible();
    await press(page, button(page, /^Import$/));
    await expect(page.getByText("One row was rejected.")).toBeVisible({ timeout: 30_000 });
    await page.getByRole("link", { name: "Open the new answers" }).click();
    await expect(page.getByText("6 of 1–7")).toBeVisible();
    await expect(page.getByText("9 of 0–10")).toBeVisible();
    await look(page, "questions-read");

    await page.goto(`/w/${ownWorkspace.slug}/data/imports/new`);
    await chooseFile(page, "next.csv", Buffer.from(LONG.replaceAll(",R", ",S")));
    await expect(scales.getByText("CES, 1 to 7", { exact: true })).toBeVisible();
  });

  test(`days that can be read two ways are asked for, never guessed, in ${theme} at ${size.width}`, async ({
    page,
    ownWorkspace,
  }) => {
    test.setTimeout(90_000);
    await openWizard(page, ownWorkspace, { theme, size });
    await chooseFile(page, "days.csv", Buffer.from(TWO_WAYS));
    const days = page.getByRole("radiogroup", { name: "How is 09/01/2025 written?" });
    await expect(days).toBeVisible();
    await expect(days.getByRole("radio", { checked: true })).toHaveCount(0);
    await expect(button(page, /^Import$/)).toBeDisabled();
    await expect(button(page, /Check only/)).toBeDisabled();
    await look(page, "days-asked");
    const dayFirst = days.getByRole("radio", { name: "Day, then month" });
    await dayFirst.focus();
    await page.keyboard.press("Space");
    await expect(dayFirst).toBeChecked();
    await expect(page.getByText("09/01/2025 → 9 Jan 2025").locator("visible=true")).toBeVisible();
    await press(page, button(page, /^Import$/));
    await expect(page.getByText("No row was rejected.")).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText("Day, then month")).toBeVisible();
    await page.goto(`/w/${ownWorkspace.slug}/data/records/orders`);
    await expect(page.getByText("9 Jan 2025").locator("visible=true").first()).toBeVisible();
    await expect(page.getByText("2 Mar 2025").locator("visible=true").first()).toBeVisible();
  });
}

test("an export that is recognised is mapped by hand instead, and read as the export again", async ({
  page,
  ownWorkspace,
}) => {
  test.setTimeout(90_000);
  await openWizard(page, ownWorkspace);
  await chooseFile(page, "cases.csv", CASES);
  const recognised = page.getByText(/This is an export of Salesforce/);
  await expect(recognised).toBeVisible();
  await press(page, button(page, /^Map it myself/));
  await expect(page.getByText(/You say what each column is/)).toBeVisible();
  await expect(recognised).toHaveCount(0);
  await look(page, "by-hand");
  await press(page, button(page, /^Read it as recognised/));
  await expect(recognised).toBeVisible();
  await press(page, button(page, /^Map it myself/));
  await expect(page.getByText(/You say what each column is/)).toBeVisible();
  // By their headers alone two columns are numbers of a complaint, and two of a customer.
  await expect(page.getByText("The file cannot be imported as it is mapped now.")).toBeVisible();
  for (const column of [/ Id becomes/, / ContactId becomes/])
    await pick(page, button(page, column), "Do not import");
  await press(page, button(page, /^Import$/));
  await expect(page.getByText("New complaints", { exact: true })).toBeVisible({ timeout: 30_000 });
});

test("what a dry run cannot read is told, and leads to where it is said", async ({
  page,
  ownWorkspace,
}) => {
  test.setTimeout(90_000);
  await openWizard(page, ownWorkspace);
  await chooseFile(page, "deals.csv", Buffer.from(DEALS));
  await press(page, button(page, /Check only/));
  const notice = page.getByText(
    "One value of the whole file has no meaning yet: its rows stay out.",
  );
  await expect(notice).toBeVisible({ timeout: 30_000 });
  await look(page, "unread");
  await page.getByRole("link", { name: "Map it" }).click();
  await press(page, button(page, /^Map one value of outcome/).locator("visible=true"));
  const outcome = page.getByRole("dialog", { name: "outcome" });
  await pick(page, outcome.getByRole("button", { name: /open stands for/ }), "No decision");
  await press(page, outcome.getByRole("button", { name: "Apply" }));
  await press(page, button(page, /Check only/));
  await expect(page.getByText("No row would be rejected.")).toBeVisible({ timeout: 30_000 });
  await expect(notice).toHaveCount(0);
});

test("a column is mapped, a file checked, and imported with the keyboard alone", async ({
  page,
  ownWorkspace,
}) => {
  test.setTimeout(120_000);
  await openWizard(page, ownWorkspace);
  const chooser = page.waitForEvent("filechooser");
  await tabTo(page, page.getByRole("button", { name: "Choose a file" }));
  await page.keyboard.press("Enter");
  await (await chooser).setFiles({
    name: "sums.csv",
    mimeType: "text/csv",
    buffer: Buffer.from("customer_id,date,what it was\nC1,2026-01-05,10.00\n"),
  });
  const column = button(page, /what it was becomes/);
  await expect(column).toBeVisible();
  await tabTo(page, column);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("listbox")).toBeVisible();
  await page.keyboard.type("Amount");
  await expect(page.locator("[role=option][data-focused]")).toContainText("Amount");
  await page.keyboard.press("Enter");
  const check = page.getByRole("button", { name: /Check only/ });
  await expect(check).toBeEnabled();
  await tabTo(page, check);
  await page.keyboard.press("Enter");
  await expect(page.getByText("No row would be rejected.")).toBeVisible({ timeout: 30_000 });
  await tabTo(page, button(page, /^Import one row/));
  await page.keyboard.press("Enter");
  await expect(page.getByText("No row was rejected.")).toBeVisible({ timeout: 30_000 });
});
