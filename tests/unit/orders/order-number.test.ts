import { expect, it } from "vitest";
import { createOrderIdentifier } from "#lib/imports/order-identity.ts";
import { hasOwnNumber } from "#lib/orders/order-number.ts";

it("tells a number from an identity that an import made", () => {
  const identify = createOrderIdentifier((text) => text);
  const made = identify({
    customerExternalId: "C1",
    orderedOn: "2026-01-01",
    amountMinor: 100,
    quantity: null,
    productCode: null,
  });
  expect(hasOwnNumber(made)).toBe(false);
  expect(hasOwnNumber("A-1001")).toBe(true);
});
