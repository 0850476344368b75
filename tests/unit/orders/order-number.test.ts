import { expect, it } from "vitest";
import { createRowIdentifier } from "#lib/imports/row-identity.ts";
import { hasOwnNumber } from "#lib/orders/order-number.ts";

it("tells a number from an identity that an import made", () => {
  const identify = createRowIdentifier((text) => text);
  const made = identify(["C1", "2026-01-01", "100", "", ""]);
  expect(hasOwnNumber(made)).toBe(false);
  expect(hasOwnNumber("A-1001")).toBe(true);
});
