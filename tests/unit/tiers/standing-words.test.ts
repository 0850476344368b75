import { createTranslator } from "next-intl";
import { expect, it } from "vitest";
import tiers from "#lib/format/messages/en/tiers.json";

const t = createTranslator({ locale: "en", messages: { tiers } });
const NO_MORE = { contacts: "no", retention: "none" };
const TERMS = { months: 36, cutoff: "31 Oct 2026", rate: "10.0 %", model: "BG/NBD" };

it("defines a customer's value by margin, cost of an order and the model behind the chance", () => {
  const words = { ...TERMS, margin: "42.0 %", cost: "€58.00", leaving: "MBG/NBD", ...NO_MORE };
  expect(t("tiers.standing.definition", words)).toBe(
    "Expected margin, 42.0 % of revenue less €58.00 an order, 36 months from 31 Oct 2026, discounted at 10.0 % a year, model BG/NBD; the chance to be still a customer by MBG/NBD.",
  );
  expect(t("tiers.standing.definition", { ...words, cost: "none", leaving: "none" })).toBe(
    "Expected margin, 42.0 % of revenue, 36 months from 31 Oct 2026, discounted at 10.0 % a year, model BG/NBD.",
  );
});

it("says what contacts and keeping a customer take off, of what is to come and of what came", () => {
  const costly = { cost: "none", leaving: "none", contacts: "yes", retention: "€12.00" };
  expect(t("tiers.standing.definition", { ...TERMS, margin: "42.0 %", ...costly })).toBe(
    "Expected margin, 42.0 % of revenue, less the expected cost of contacts, less €12.00 of retention cost a year, 36 months from 31 Oct 2026, discounted at 10.0 % a year, model BG/NBD.",
  );
  expect(t("tiers.standing.historicOf", { cost: "€5.00", contacts: "yes" })).toBe(
    "Profit so far is the margin less €5.00 an order, less what contacts cost by activity or channel, without interest.",
  );
  expect(t("tiers.standing.historicOf", { cost: "none", contacts: "no" })).toBe(
    "Profit so far is the margin, no cost of contacts taken off, without interest.",
  );
});
