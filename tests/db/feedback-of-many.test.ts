import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import type { Page } from "#lib/lists/types.ts";
import { signalsAddress } from "#lib/signals/filter.ts";
import { listSignals } from "#lib/signals/index.ts";
import { countSignals } from "#lib/signals/queries/find-signal-ids.ts";
import type { SignalListRow } from "#lib/signals/types.ts";
import { makeTenant } from "#tests/support/tenant.ts";

const CUSTOMERS = 6_000;
/** More than are looked for one by one. */
const MEMBERS = 5_200;
/** More than the newest that are searched first. */
const LATELY = 20_500;
const LONG_AGO = 300;

/**
 * Customers of whom most are in a segment. Lately each seventh said something, over 200 days, and of these every hundredth is in the
 * segment; long ago some of those in it did. One was asked as part of it.
 */
async function fill(session: Session): Promise<string> {
  const segmentId = randomUUID();
  await withTenant(session, "signal:write", async (tx) => {
    await tx.customerSegment.createMany({
      data: [{ id: segmentId, name: "Many", kind: "list" }],
    });
    await tx.dataSource.createMany({ data: [{ name: "Survey", kind: "survey" }] });
    await tx.$executeRaw`INSERT INTO customer (id, external_id, name)
      SELECT gen_random_uuid(), 'C' || n, 'Customer ' || n FROM generate_series(1, ${CUSTOMERS}::int) n`;
    await tx.$executeRaw`INSERT INTO segment_member (segment_id, customer_id, valid_from)
      SELECT ${segmentId}::uuid, id, date '2026-01-01' FROM customer WHERE substr(external_id, 2)::int <= ${MEMBERS}::int`;
  });
  await withTenant(
    session,
    "signal:write",
    (tx) =>
      tx.$executeRaw`
      INSERT INTO signal (id, source_id, external_id, customer_id, audience, occurred_on, body, segment_id)
      SELECT gen_random_uuid(), (SELECT id FROM data_source LIMIT 1), 'S' || s, c.id, 'customer', x.said_on, 'Said', CASE WHEN s = 7 THEN ${segmentId}::uuid END
      FROM (
        SELECT s, date '2026-09-30' - s % 200 AS said_on, CASE WHEN s % 100 = 0 THEN s % ${MEMBERS}::int ELSE ${MEMBERS}::int + s % 800 END + 1 AS n
        FROM generate_series(1, ${LATELY}::int) s
        UNION ALL SELECT ${LATELY}::int + s, date '2024-06-30' - s % 30, s FROM generate_series(1, ${LONG_AGO}::int) s
      ) x LEFT JOIN customer c ON c.external_id = 'C' || x.n`,
  );
  return segmentId;
}

/** Every page of 90 from a key on. */
async function readPages(
  session: Session,
  segmentId: string,
  after: string | null = null,
): Promise<Page<SignalListRow>[]> {
  const query = { ...signalsAddress.usual, segments: [segmentId] };
  const page = await withTenant(session, "signal:read", (tx) =>
    listSignals(tx, session, { limit: 90, after, seesMembers: true }, query),
  );
  return page.next === null ? [page] : [page, ...(await readPages(session, segmentId, page.next))];
}

describe("feedback of a segment of many customers", () => {
  it("comes page by page whether they said something lately or long ago, each once, and is counted", async () => {
    const { session } = await makeTenant();
    const segmentId = await fill(session);
    const query = { ...signalsAddress.usual, segments: [segmentId] };
    const pages = await readPages(session, segmentId);
    const numbers = pages.map(({ items }) => items.length);
    const days = pages.flatMap(({ items }) =>
      items.map(({ id, occurredOn }) => `${occurredOn} ${id}`),
    );
    const found = Math.floor(LATELY / 100) + 1 + LONG_AGO;
    expect(numbers).toEqual([90, 90, 90, 90, 90, 56]);
    expect(numbers.reduce((sum, each) => sum + each)).toBe(found);
    expect(new Set(days).size).toBe(found);
    expect(days).toEqual(days.toSorted().reverse());
    const counted = (of: Session) =>
      withTenant(of, "signal:read", (tx) => countSignals(tx, of, query, { seesMembers: true }));
    expect(await counted(session)).toBe(found);
    expect(await counted((await makeTenant()).session)).toBe(0);
  });
});
