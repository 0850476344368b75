import { readFileSync } from "node:fs";
import { expect, test } from "#tests/support/browser.ts";
import {
  button,
  chooseFile,
  look,
  openWizard,
  pick,
  press,
  SIGHTS,
} from "#tests/support/wizard.ts";

const QUALTRICS = readFileSync(new URL("../fixtures/exports/qualtrics.csv", import.meta.url));

/** A file of nobody's known export: one question in labels, one in numbers, one in words. */
const OWN = [
  "Date;Customer no;How satisfied are you?;How easy was it?;Anything else?",
  "2025-03-01;C1;Very satisfied;6;Quick and friendly",
  "2025-03-02;C2;Satisfied;2;",
  "2025-03-03;C1;Very dissatisfied;7;Two parcels, both wrong",
  "2025-03-04;C3;No answer;5;",
].join("\n");

for (const { theme, size } of SIGHTS) {
  test(`a survey export with three header rows is recognised, checked, imported, read and taken back, in ${theme} at ${size.width}`, async ({
    page,
    ownWorkspace,
  }) => {
    test.setTimeout(120_000);
    await openWizard(page, ownWorkspace, { theme, size });
    await look(page, "kinds");
    await chooseFile(page, "qualtrics.csv", QUALTRICS);

    await expect(page.getByText(/This is an export of Qualtrics, read as feedback/)).toBeVisible();
    await expect(page.getByRole("radio", { name: /^Feedback/ })).toBeChecked();
    await expect(page.getByText("NPS, 0 to 10").locator("visible=true")).toBeVisible();
    await expect(page.getByLabel("Source", { exact: true })).toHaveValue("Qualtrics");
    await look(page, "recognised");

    await press(page, button(page, /Check only/));
    await page.waitForURL(/\/data\/imports\/[0-9a-f-]{36}$/);
    await expect(page.getByText("New answers")).toBeVisible({ timeout: 30_000 });
    await expect(page.getByText("One customer is not known yet and would be made.")).toBeVisible();
    await look(page, "dry-run");
    await page.getByRole("link", { name: "Change mapping" }).click();
    await expect(page.getByText(/This is an export of Qualtrics/)).toBeVisible();
    await expect(page.getByText("NPS, 0 to 10").locator("visible=true")).toBeVisible();
    await page.goBack();

    await press(page, button(page, /^Import \d+ answers/));
    // The preview, the test, the spam and the unfinished response of the file.
    await expect(page.getByText("4 rows were rejected.")).toBeVisible({ timeout: 30_000 });
    await look(page, "result");
    const result = page.url();
    await page.getByRole("link", { name: "Open the new answers" }).click();
    await page.waitForURL(/\/listening\?import=/);
    await expect(page.getByText("Quick, and friendly.")).toBeVisible();
    await expect(page.getByText("9 of 0–10")).toBeVisible();
    await look(page, "listening");

    await page.goto(result);
    // Before the page comes to life the button sends at once, without a question.
    await expect(button(page, /^Undo import/)).toHaveAttribute("type", "button");
    await press(page, button(page, /^Undo import/));
    const question = page.getByRole("alertdialog", { name: "Undo this import?" });
    await press(page, question.getByRole("button", { name: "Undo import" }));
    await expect(page.getByText("The import was taken back whole.")).toBeVisible({
      timeout: 30_000,
    });
    await page.goto(`/w/${ownWorkspace.slug}/listening`);
    await expect(page.getByText("Quick, and friendly.")).toHaveCount(0);
  });

  test(`labels of an unknown survey file are said to be numbers, and numbers to be a score, in ${theme} at ${size.width}`, async ({
    page,
    ownWorkspace,
  }) => {
    test.setTimeout(120_000);
    await openWizard(page, ownWorkspace, { theme, size });
    await chooseFile(page, "own.csv", Buffer.from(OWN));
    await expect(page.getByRole("radio", { name: /^Feedback/ })).toBeChecked();
    await expect(
      page.getByText("Kept as text until you say the scale").locator("visible=true"),
    ).toBeVisible();

    await press(page, button(page, /^Say the scale of How easy/).locator("visible=true"));
    const easy = page.getByRole("dialog", { name: "How easy was it?" });
    await pick(page, easy.getByRole("button", { name: /What the question asks for/ }), "CES");
    await expect(easy.getByLabel("Highest", { exact: true })).toHaveValue("7");
    await look(page, "scale");
    await press(page, easy.getByRole("button", { name: "Apply" }));
    await expect(page.getByText("CES, 1 to 7").locator("visible=true")).toBeVisible();

    await press(page, button(page, /^Scale and values of How satisfied/).locator("visible=true"));
    const satisfied = page.getByRole("dialog", { name: "How satisfied are you?" });
    await pick(page, satisfied.getByRole("button", { name: /What the question asks for/ }), "CSAT");
    await expect(satisfied.getByText("cannot be read")).toHaveCount(4);
    await press(page, satisfied.getByRole("button", { name: "Use these numbers" }));
    await expect(satisfied.getByLabel("Satisfied stands for", { exact: true })).toHaveValue("4");
    await satisfied.getByLabel("Very dissatisfied stands for", { exact: true }).fill("2");
    await press(
      page,
      satisfied
        .getByRole("listitem")
        .filter({ hasText: "No answer" })
        .getByRole("button", { name: "Leave empty" }),
    );
    await expect(satisfied.getByText("cannot be read")).toHaveCount(0);
    await look(page, "values");
    await press(page, satisfied.getByRole("button", { name: "Apply" }));
    await expect(page.getByText("CSAT, 1 to 5").locator("visible=true")).toBeVisible();
    await look(page, "mapped");

    await press(page, button(page, /^Import$/));
    await expect(page.getByText("No row was rejected.")).toBeVisible({ timeout: 30_000 });
    await page.getByRole("link", { name: "Open the new answers" }).click();
    await expect(page.getByText("5 of 1–5")).toBeVisible();
    await expect(page.getByText("2 of 1–5")).toBeVisible();
    await expect(page.getByText("7 of 1–7")).toBeVisible();
    await expect(page.getByText("Two parcels, both wrong")).toBeVisible();
    await expect(page.getByText("No answer")).toHaveCount(0);
  });
}

const DEALS =
  "date,customer_id,outcome,competitor\n2025-03-01,C1,won,\n2025-03-02,C2,open,Rivalry\n";
const SCORES = "date,customer_id,score,comment\n2025-03-01,C1,4,Fine\n2025-03-02,C2,2,Slow\n";

test("a word that a closed list does not know is said to be one of its words, and customers are not made", async ({
  page,
  ownWorkspace,
}) => {
  test.setTimeout(90_000);
  await page.setViewportSize({ width: 375, height: 812 });
  await openWizard(page, ownWorkspace);
  await chooseFile(page, "deals.csv", Buffer.from(DEALS));
  await expect(page.getByRole("radio", { name: /^Wins and losses/ })).toBeChecked();
  await look(page, "deals");
  await press(page, button(page, /^Map one value of outcome/).locator("visible=true"));
  const outcome = page.getByRole("dialog", { name: "outcome" });
  await pick(page, outcome.getByRole("button", { name: /open stands for/ }), "No decision");
  await look(page, "deals-values");
  await press(page, outcome.getByRole("button", { name: "Apply" }));
  await expect(
    page.getByText("one value stands for another").locator("visible=true"),
  ).toBeVisible();
  await page.getByRole("checkbox", { name: "Customers" }).uncheck({ force: true });
  await press(page, button(page, /Check only/));
  await expect(page.getByText("2 rows would be rejected.")).toBeVisible({ timeout: 30_000 });
  await page.getByRole("link", { name: "Change mapping" }).click();
  await page.getByRole("checkbox", { name: "Customers" }).check({ force: true });
  await press(page, button(page, /^Import$/));
  await expect(page.getByText("New wins and losses", { exact: true })).toBeVisible({
    timeout: 30_000,
  });
  await expect(page.getByText("2 customers were not known yet and were made.")).toBeVisible();
  await expect(page.getByRole("link", { name: "Open the new answers" })).toHaveCount(0);
  await look(page, "deals-result");
});

test("scores of one column get their scale", async ({ page, ownWorkspace }) => {
  test.setTimeout(90_000);
  await openWizard(page, ownWorkspace);
  await chooseFile(page, "scores.csv", Buffer.from(SCORES));
  await press(page, button(page, /^Say the scale of score/).locator("visible=true"));
  const score = page.getByRole("dialog", { name: "score" });
  await expect(score.getByRole("button", { name: "Apply" })).toBeDisabled();
  await pick(page, score.getByRole("button", { name: /What the question asks for/ }), "Rating");
  await press(page, score.getByRole("button", { name: "Apply" }));
  await expect(page.getByText("Rating, 1 to 5").locator("visible=true")).toBeVisible();
  await look(page, "scores");
  await press(page, button(page, /^Import$/));
  await expect(page.getByText("No row was rejected.")).toBeVisible({ timeout: 30_000 });
  await page.getByRole("link", { name: "Open the new answers" }).click();
  await expect(page.getByText("4 of 1–5")).toBeVisible();
});
