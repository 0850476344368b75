import { createTranslator } from "next-intl";
import { expect, it } from "vitest";
import tiers from "#lib/format/messages/en/tiers.json";

const t = createTranslator({ locale: "en", messages: { tiers } });
const TERMS = { months: 36, cutoff: "31 Oct 2026", rate: "10.0 %", model: "BG/NBD" };

it("defines a customer's value by margin, cost of an order and the model behind the chance", () => {
  const words = { ...TERMS, margin: "42.0 %", cost: "€58.00", leaving: "MBG/NBD" };
  expect(t("tiers.standing.definition", words)).toBe(
    "Expected margin, 42.0 % of revenue less €58.00 an order, 36 months from 31 Oct 2026, discounted at 10.0 % a year, model BG/NBD; the chance to be still a customer by MBG/NBD.",
  );
  expect(t("tiers.standing.definition", { ...words, cost: "none", leaving: "none" })).toBe(
    "Expected margin, 42.0 % of revenue, 36 months from 31 Oct 2026, discounted at 10.0 % a year, model BG/NBD.",
  );
});
