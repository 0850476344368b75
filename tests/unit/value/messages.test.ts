import { createTranslator } from "next-intl";
import { expect, it } from "vitest";
import home from "#lib/format/messages/en/home.json";
import value from "#lib/format/messages/en/value.json";

const t = createTranslator({ locale: "en", messages: { home, value } });

it("speaks of one in the singular", () => {
  const one = { count: 1, orders: "1", customers: "1" };
  expect([
    t("value.fromOrders", one),
    t("value.topFifthCustomers", one),
    t("value.customersMark", one),
    t("home.ordersSince", { ...one, day: "1 May" }),
    t("home.topFifth", one),
  ]).toEqual([
    "from 1 order",
    "made by 1 customer",
    "1 customer",
    "1 order up to 1 May",
    "1 customer",
  ]);
  expect(t("value.doubts.few_customers", one)).toMatch(/^Only 1 customer has orders:/);
});

it("keeps the number as the workspace writes it", () => {
  const many = { count: 1234, orders: "1.234", customers: "1.234" };
  expect(t("value.fromOrders", many)).toBe("from 1.234 orders");
  expect(t("value.topFifthCustomers", many)).toBe("made by 1.234 customers");
  expect(t("home.ordersSince", { ...many, day: "1 May" })).toBe("1.234 orders up to 1 May");
});

it("counts nobody without a 0", () => {
  const none = { count: 0, customers: "0" };
  expect(t("value.topFifthCustomers", none)).toBe("too few customers for a fifth");
  expect(t("value.customersMark", none)).toBe("no whole customer");
  expect(t("home.topFifth", none)).toBe("too few customers for a fifth");
});
