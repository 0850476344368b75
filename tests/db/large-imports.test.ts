import { afterAll, expect, it } from "vitest";
import { queue } from "#tests/support/imports.ts";
import { peakMb } from "#tests/support/peak-memory.ts";
import { makeTenant } from "#tests/support/tenant.ts";
import { untilEnded, Workers } from "#tests/support/worker-process.ts";

const MOST_MB = 300;
const HEADER = "order_id,customer_id,date,amount";
const row = (at: number) => `O${at},C${at % 100},2025-03-01,1.50`;
const repeated = (count: number, make: (at: number) => string) =>
  Array.from({ length: count }, (_, at) => make(at));

const workers = new Workers();
afterAll(() => workers.killAll());

/** Files that are large where a reader is weak. Two million lines behind a lone quote: `npm run bench -- memory`. */
const FILES = [
  {
    name: "12 MB of rows",
    text: () => [HEADER, ...repeated(20_000, (at) => `${row(at)},${"y".repeat(580)}`)].join("\n"),
    header: ",note",
    counts: { created: 20_000, rejected: 0 },
  },
  {
    name: "40 cells of 1 MB",
    text: () =>
      [
        HEADER,
        ...repeated(40, (at) => `O${at},${"x".repeat(1_000_000)},2025-03-01,1`),
        row(99),
      ].join("\n"),
    header: "",
    counts: { created: 1, rejected: 40 },
  },
  {
    name: "200 rows of 10,000 columns",
    text: () => {
      const more = repeated(10_000, (at) => `x${at}`).join(",");
      return [`${HEADER},${more}`, ...repeated(200, (at) => `${row(at)},${more}`)].join("\n");
    },
    header: "",
    counts: { created: 200, rejected: 0 },
  },
  {
    name: "a lone quote in front of 60,000 rows",
    text: () => [HEADER, 'O-1,"C1,2025-03-01,1', ...repeated(30_000, row)].join("\n"),
    header: "",
    counts: { created: 30_000, rejected: 1 },
  },
] as const;

it("stays below 300 MB over files that are large where a reader is weak", async () => {
  const worker = workers.start();
  for (const { name, text, header, counts } of FILES) {
    const { session } = await makeTenant();
    const file = text().replace(HEADER, `${HEADER}${header}`);
    const id = await queue(session, { kind: "orders", text: file });
    const done = await untilEnded(session, id, 60_000);
    expect(done, name).toMatchObject({ status: "succeeded", counts });
    const mb = peakMb(worker.pid ?? 0);
    console.log(`${name}: worker ${Math.round(mb)} MB at most so far`);
    expect(mb, name).toBeLessThan(MOST_MB);
  }
  expect(worker.exitCode).toBeNull();
}, 180_000);
