import type { Page } from "playwright/test";
import { v7 as uuidv7 } from "uuid";
import { enterWorkspace } from "#lib/admin/owner-client.ts";
import { NO_SUMS } from "#lib/segments/figure-sums.ts";
import { expect, type OwnWorkspace, signIn, test } from "#tests/support/browser.ts";
import { asOwner } from "#tests/support/owner.ts";
import { addClaim, makePersona } from "#tests/support/persona-forms.ts";

const LONG =
  "Tenants never without heat, water or a stove for a night; one invoice a month. ".repeat(9);

/** A segment, and what somebody said once, in a workspace of a test's own. */
async function prepare({ slug }: OwnWorkspace): Promise<void> {
  await asOwner(async (client) => {
    await client.query("BEGIN");
    await enterWorkspace(client, slug);
    await client.query("INSERT INTO customer_segment (id, name) VALUES ($1, 'Landlords & Lets')", [
      uuidv7(),
    ]);
    const sourceId = uuidv7();
    await client.query("INSERT INTO data_source (id, name, kind) VALUES ($1, 'Calls', 'survey')", [
      sourceId,
    ]);
    await client.query(
      `INSERT INTO signal (id, source_id, external_id, audience, occurred_on, body)
       VALUES ($1, $2, 'S-1', 'customer', '2026-10-06', 'A cold flat is my problem at eleven at night.')`,
      [uuidv7(), sourceId],
    );
    await client.query("COMMIT");
  });
}

/** A line for each stage, by the form of the persona that is shown. */
async function tellStages(page: Page, line: string): Promise<void> {
  const persona = page.url();
  await page.goto(`${persona}/edit`);
  for (const field of await page.getByLabel(/^What happens, /).all()) await field.fill(line);
  await page.getByRole("button", { name: "Save the stages" }).click();
  await expect(page).toHaveURL(persona);
}

/** The figures of the segment, as a refresh stores them. */
async function storeFigures({ slug }: OwnWorkspace): Promise<void> {
  const nps = { promoters: 50, passives: 30, detractors: 20 };
  const sums = { ...NO_SUMS, ...nps, customers: 1_940, complaints: 413 };
  await asOwner(async (client) => {
    await client.query("BEGIN");
    await enterWorkspace(client, slug);
    await client.query(
      `INSERT INTO segment_refresh (computed_on, currency, sums, rest, finished_at)
       VALUES ('2026-11-01', 'EUR', $1, $2, now())`,
      [{ ...sums, customers: 48_000 }, NO_SUMS],
    );
    await client.query(
      `INSERT INTO segment_figure (segment_id, computed_on, customers, sums)
       SELECT id, '2026-11-01', 1940, $1 FROM customer_segment WHERE name = 'Landlords & Lets'`,
      [sums],
    );
    await client.query("COMMIT");
  });
}

test("a persona has three claims; one is backed, one is stale until it is reviewed", async ({
  page,
  ownWorkspace,
}) => {
  test.setTimeout(180_000);
  await prepare(ownWorkspace);
  await signIn(page, ownWorkspace);
  const base = `/w/${ownWorkspace.slug}/personae`;
  await page.goto(base);
  await expect(page.getByText("No persona yet")).toBeVisible();
  await makePersona(page, base, "Marta Reyes-Holm");
  await addClaim(page, "Calls within an hour", "2099-01-31");
  await addClaim(page, "Pays more for a fixed window", "2099-01-31");
  await addClaim(page, "Decides alone", "2026-01-31");
  await expect(page.getByText("One claim is stale.")).toBeVisible();
  const persona = page.url();
  await page.goto(`/w/${ownWorkspace.slug}`);
  await expect(page.getByText("One claim of one persona is stale.")).toBeVisible();
  await page.getByRole("link", { name: "Show the personae with stale claims" }).click();
  await expect(page).toHaveURL(/claims=stale&responsible=me/);
  await expect(page.getByText("One stale claim")).toBeVisible();
  await page.goto(persona);

  await page.getByRole("link", { name: "Evidence of: Calls within an hour" }).click();
  await page.getByLabel("Words of a source, or its number").fill("cold flat");
  await page.keyboard.press("Enter");
  await page.getByText("A cold flat is my problem at eleven at night.").first().click();
  await page.getByRole("button", { name: /^Link A cold flat/ }).click();
  const taken = page.getByRole("button", { name: /^Take away: / });
  await expect(taken).toBeVisible();
  // Beside the open drawer there is room for the card on wide screens only.
  await expect(page.getByText("1 of 3 claims backed")).toBeAttached();
  const said = (words: string) => page.getByRole("status").filter({ hasText: words });
  await expect(said("Linked: A cold flat is my problem at eleven at night.")).toBeFocused();
  await taken.click();
  await expect(said("Taken away. Its source stays.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Undo" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(said("Linked again.")).toBeFocused();
  await expect(page.getByRole("button", { name: "Undo" })).toHaveCount(0);
  await expect(taken).toBeVisible();

  await page.goto(page.url().replace(/\?.*/, ""));
  await expect(page.getByText("1 of 3 claims backed")).toBeVisible();
  await page.getByRole("link", { name: "Review claim" }).click();
  await page.getByRole("button", { name: "It still holds" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Marta Reyes-Holm" })).toBeVisible();
  await expect(page.getByText("One claim is stale.")).toHaveCount(0);
  await page.goto(`/w/${ownWorkspace.slug}`);
  await expect(page.getByText("One claim of one persona is stale.")).toHaveCount(0);
});

test("no card is cut off on paper, alone on A5 or four on A4, however much it holds", async ({
  page,
  ownWorkspace,
}) => {
  test.setTimeout(180_000);
  await prepare(ownWorkspace);
  await signIn(page, ownWorkspace);
  const base = `/w/${ownWorkspace.slug}/personae`;
  await makePersona(page, base, "Marta Reyes-Holm", LONG);
  for (const name of ["First", "Second", "Third", "Fourth", "Fifth"])
    await addClaim(page, `${name} ${"of many words ".repeat(21)}`.trim(), "2099-01-31");
  await tellStages(page, LONG.slice(0, 160));
  await makePersona(page, base, "Jonas Lindqvist");
  await storeFigures(ownWorkspace);
  await page.goto(base);
  const ids = await page
    .locator("input[name=id]")
    .evaluateAll((boxes) => boxes.map((box) => (box instanceof HTMLInputElement ? box.value : "")));
  for (const chosen of [ids.slice(0, 1), ids.slice(1), ids]) {
    await page.emulateMedia({ media: "screen" });
    await page.goto(`${base}/print?${chosen.map((id) => `id=${id}`).join("&")}`);
    await expect(page.locator(".print-card")).toHaveCount(chosen.length);
    await page.emulateMedia({ media: "print" });
    for (const text of ["1,940 customers", "NPS +30 (+14 – +44, n 100)"])
      await expect(page.locator(".print-card").first()).toContainText(text);
    const full = page.locator(".print-card", { hasText: "Marta Reyes-Holm" });
    if ((await full.count()) > 0) await expect(full).toContainText("Get help Tenants never");
    const cut = await page.locator(".print-card").evaluateAll((cards) =>
      cards.flatMap((card) => {
        const { bottom, right } = card.getBoundingClientRect();
        const isOver = [...card.querySelectorAll("*")].some((part) => {
          const box = part.getBoundingClientRect();
          return box.height > 1 && (box.bottom > bottom + 1 || box.right > right + 1);
        });
        const isTooLong = card.scrollHeight > card.clientHeight + 1;
        return isOver || isTooLong ? [card.getAttribute("aria-label")] : [];
      }),
    );
    expect(cut).toEqual([]);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    expect(pdf.toString("latin1").match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
  }
});

test("words without a space scroll no page of a persona, a need or their comparison sideways", async ({
  page,
  ownWorkspace,
}) => {
  test.setTimeout(180_000);
  const word = "x".repeat(300);
  await prepare(ownWorkspace);
  await signIn(page, ownWorkspace);
  const base = `/w/${ownWorkspace.slug}/personae`;
  await makePersona(page, base, word.slice(0, 80), word);
  await addClaim(page, word, "2099-01-31");
  const persona = page.url();
  await page.goto(`${persona}/edit`);
  await page.getByLabel("In their words").fill(word.slice(0, 200));
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expect(page).toHaveURL(persona);
  await tellStages(page, word.slice(0, 160));
  const claim = await page.getByRole("link", { name: `Edit: ${word}` }).getAttribute("href");
  await page.goto(`/w/${ownWorkspace.slug}/needs/new`);
  await page.getByLabel("In the customer’s words").fill(word);
  await page.getByRole("button", { name: "Add the need" }).click();
  await expect(page.getByRole("heading", { level: 1, name: word })).toBeVisible();
  const id = persona.split("/").at(-1);
  const pages = [
    ...[page.url(), `/w/${ownWorkspace.slug}/needs`, base, persona, `${persona}/edit`],
    ...[`${persona}/evidence`, `${persona}/voice`, `${base}/compare?id=${id}`, claim ?? ""],
    `${base}/print?id=${id}`,
  ];
  for (const width of [1440, 375]) {
    await page.setViewportSize({ width, height: 900 });
    for (const address of pages) {
      await page.goto(address);
      const over = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect.soft(over, `${address} at ${width}`).toBeLessThanOrEqual(0);
    }
  }
});

test("numbers at hand are linked one after the other by keyboard, and each is said", async ({
  page,
  ownWorkspace,
}) => {
  await prepare(ownWorkspace);
  await signIn(page, ownWorkspace);
  const base = `/w/${ownWorkspace.slug}/personae`;
  await makePersona(page, base, "Jonas Lindqvist");
  await storeFigures(ownWorkspace);
  const persona = page.url();
  await page.goto(`${persona}/evidence?evidence=persona.${persona.split("/").at(-1)}`);
  await page.getByText("A number of this workspace").click();
  const offers = page.getByRole("list", { name: "Numbers at hand" }).getByRole("listitem");
  const links = offers.getByRole("button", { name: /^Link / });
  const names = (await links.all()).map((link) => link.getAttribute("aria-label"));
  const labels = (await Promise.all(names)).map((name) => name?.replace("Link ", "") ?? "");
  expect(labels.length).toBeGreaterThan(1);
  await links.first().focus();
  for (const label of labels) {
    await page.keyboard.press("Enter");
    const said = page.getByRole("status").filter({ hasText: `Linked: ${label}` });
    await expect(said).toBeVisible();
    await expect((await links.count()) > 0 ? links.first() : said).toBeFocused();
  }
  await expect(page.getByRole("button", { name: /^Take away: / })).toHaveCount(labels.length);
});
