import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { finished } from "node:stream/promises";
import { chance } from "#prisma/seed/chance.ts";

const BLOCK_LINES = 10_000;
const FIRST_DAY_MS = Date.UTC(2023, 0, 1);
const DAY_MS = 86_400_000;
const DAYS = 1_000;

/** Write a CSV of orders, five per customer on average; the same for the same number of rows. */
export async function writeOrders(file: string, rows: number): Promise<void> {
  const luck = chance(rows);
  const customers = Math.max(1, Math.floor(rows / 5));
  const out = createWriteStream(file);
  out.write("order_id,customer_id,date,quantity,amount\n");
  for (let first = 0; first < rows; first += BLOCK_LINES) {
    const lines = Array.from({ length: Math.min(BLOCK_LINES, rows - first) }, (_, index) => {
      const day = new Date(FIRST_DAY_MS + luck.whole(DAYS) * DAY_MS).toISOString().slice(0, 10);
      const amount = (luck.next() * 200).toFixed(2);
      return `O${first + index},C${luck.whole(customers)},${day},${1 + luck.whole(4)},${amount}\n`;
    });
    if (!out.write(lines.join(""))) await once(out, "drain");
  }
  out.end();
  await finished(out);
}
