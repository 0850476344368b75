import { expect, it } from "vitest";
import { otherCurrency } from "#components/imports/other-currency.ts";
import { previewFile } from "#components/imports/preview-file.ts";
import type { ImportField } from "#lib/imports/types.ts";

async function found(cells: readonly string[], field: ImportField | null = "currency") {
  const text = `order,money\n${cells.map((cell, at) => `A${at},${cell}\n`).join("")}`;
  const preview = await previewFile(new Blob([text]));
  if ("fault" in preview) throw new Error(preview.fault);
  return otherCurrency({ preview, columns: ["orderExternalId", field] }, "EUR");
}

it("names the one currency of a file that is another than it is read in", async () => {
  expect(await found(["USD", "usd", ""])).toBe("USD");
});

it("says nothing of a file in its own currency, in several, in none, and of what is no currency", async () => {
  expect(await found(["EUR", "EUR"])).toBeNull();
  expect(await found(["USD", "EUR"])).toBeNull();
  expect(await found(["", ""])).toBeNull();
  expect(await found(["much", "much"])).toBeNull();
  expect(await found(["USD"], null)).toBeNull();
});
