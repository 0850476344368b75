import { beforeEach, describe, expect, it } from "vitest";
import { runDailyCleanUp } from "#lib/clean-up/jobs.ts";
import { type TenantTx, withTenant } from "#lib/db/with-tenant.ts";
import { listDeleted } from "#lib/deleted/index.ts";
import { LinkStatistic, linkEvidence, linkStatistic, listEvidence } from "#lib/evidence/index.ts";
import {
  bringBackNeed,
  countLinks,
  deleteNeed,
  getNeed,
  listMapped,
  listRatings,
  rateNeed,
} from "#lib/needs/index.ts";
import { erasePerson } from "#lib/protection/index.ts";
import { createSegment, deleteSegment } from "#lib/segments/index.ts";
import { Rule } from "#lib/segments/schema.ts";
import { makeSurveyed, type Surveyed } from "#tests/support/needs.ts";
import { readEvents } from "#tests/support/people.ts";
import { addSignal } from "#tests/support/personae.ts";
import { makeTenant } from "#tests/support/tenant.ts";

const IMPORTANT = "How important is it that somebody calls before they come?";
const ASPECT = "satisfaction" as const;
const RATING = {
  ...{ aspect: ASPECT, n: 40, top2: 30, mean: 3.9 },
  ...{ reportedIn: "Panel 2026, page 12", askedOn: "2026-05-01" },
};

const TWO_DAYS_AGO = new Date(Date.now() - 48 * 60 * 60 * 1000);

let of: Surveyed;
beforeEach(async () => {
  of = await makeSurveyed();
});

const write = <T>(work: (tx: TenantTx) => Promise<T>) =>
  withTenant(of.owner, "evidence:write", work);
const deleted = (session = of.owner) =>
  of.read((tx, who) => listDeleted(tx, who, { kind: "need" }), session);
const sourcesOf = (needId: string) =>
  of.read((tx, who) => listEvidence(tx, who, { subject: "need", subjectId: needId }));

/** A need with a question, a report, a piece of feedback and a segment that asks for this need. */
async function makeLinked() {
  const id = await of.make({ note: "From the spring interviews" });
  await of.say([{ question: IMPORTANT, score: 5, customer: 1 }]);
  await of.map(id, "importance", IMPORTANT);
  await of.run(rateNeed, { needId: id, ...RATING });
  const signalId = await addSignal(of.owner, "Call me first.");
  await write((tx) =>
    linkEvidence(tx, of.owner, {
      ...{ subject: "need", subjectId: id, stance: "supports", source: "signal" },
      ...{ sourceId: signalId, excerpt: "Call me" },
    }),
  );
  await write((tx) =>
    createSegment(tx, of.owner, {
      ...{ name: "Callers", note: null, purpose: null, lawfulBasis: null },
      rule: Rule.parse({ all: [{ field: "needs.important", op: "=", value: id }] }),
    }),
  );
  return { id, signalId };
}

describe("a need that is deleted", () => {
  it("is told apart by what hangs on it: questions, reports, evidence and rules of segments", async () => {
    const { id } = await makeLinked();
    const links = await of.read((tx, who) => countLinks(tx, who, id));
    expect(links).toEqual({
      ...{ questions: 1, ratings: 1, evidence: 1, rules: 1, ruleNames: ["Callers"] },
    });
    const refused = of.run(deleteNeed, { needId: id, version: 1, withLinks: false });
    await expect(refused).rejects.toMatchObject({
      code: "conflict",
      message: expect.stringContaining(
        "1 mapped question, 1 report, and 1 link to evidence rest on this need. The rule of 1 segment asks for this need.",
      ),
    });
  });

  it("comes back as it was with all that hung on it, once, and each is in the log", async () => {
    const { id } = await makeLinked();
    const before = await of.read((tx, who) => getNeed(tx, who, id));
    await of.run(deleteNeed, { needId: id, version: 1, withLinks: true });
    expect(await deleted()).toMatchObject([{ id, name: before.statement }]);
    expect(await sourcesOf(id)).toEqual([]);
    await of.run(bringBackNeed, { needId: id });
    expect(await of.read((tx, who) => getNeed(tx, who, id))).toEqual(before);
    expect(await sourcesOf(id)).toMatchObject([{ kind: "signal", excerpt: "Call me" }]);
    expect(await of.read((tx, who) => listMapped(tx, who, id))).toHaveLength(1);
    expect(await of.read((tx) => listRatings(tx, id))).toMatchObject([RATING]);
    expect(await deleted()).toEqual([]);
    await expect(of.run(bringBackNeed, { needId: id })).rejects.toMatchObject({
      code: "not_found",
    });
    expect((await readEvents(of.owner, id)).map(({ action }) => action).slice(-2)).toEqual([
      ...["need.deleted", "need.brought_back"],
    ]);
  });

  it("comes back without evidence whose source is gone, and not to a segment that is", async () => {
    const { id, signalId } = await makeLinked();
    await of.run(deleteNeed, { needId: id, version: 1, withLinks: true });
    await withTenant(of.owner, "import:write", (tx) =>
      tx.signal.deleteMany({ where: { id: signalId } }),
    );
    await of.run(bringBackNeed, { needId: id });
    expect(await sourcesOf(id)).toEqual([]);
    const segmentId = await of.makeSegment("Lets", []);
    const other = await of.make({ segmentId });
    await of.run(deleteNeed, { needId: other, version: 1, withLinks: false });
    await withTenant(of.owner, "import:write", (tx) =>
      tx.customerSegment.deleteMany({ where: { id: segmentId } }),
    );
    await expect(of.run(bringBackNeed, { needId: other })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  it("holds its segment, and the segment of a number that is its evidence, until it is forgotten", async () => {
    const [own, counted] = [await of.makeSegment("Lets", []), await of.makeSegment("Rents", [])];
    const told = await of.makeSegment("Told of", []);
    const id = await of.make({ segmentId: own, note: `See /segments/${told}` });
    await write((tx) =>
      linkStatistic(
        tx,
        of.owner,
        LinkStatistic.parse({
          ...{ subject: "need", subjectId: id, label: "Rents: NPS", value: "21", n: "40" },
          ...{ href: `/w/${of.owner.workspace.slug}/segments/${counted}?asOf=2026-01-02` },
          datedOn: "2026-01-02",
        }),
      ),
    );
    await of.run(deleteNeed, { needId: id, version: 1, withLinks: true });
    await of.run(deleteSegment, { segmentId: told });
    for (const segmentId of [own, counted])
      await expect(of.run(deleteSegment, { segmentId })).rejects.toMatchObject({
        code: "conflict",
        message: expect.stringContaining(
          "is used by 1 deleted need that can be brought back for a day.",
        ),
      });
    await of.run(bringBackNeed, { needId: id });
    expect(await sourcesOf(id)).toMatchObject([{ kind: "statistic", statistic: { n: 40 } }]);
    await of.run(deleteNeed, { needId: id, version: 1, withLinks: true });
    await write((tx) => tx.deletedRecord.updateMany({ data: { deletedAt: TWO_DAYS_AGO } }));
    for (const segmentId of [own, counted]) await of.run(deleteSegment, { segmentId });
  });

  it("is forgotten at once when a person is erased: it may quote them", async () => {
    const { id } = await makeLinked();
    await of.run(deleteNeed, { needId: id, version: 1, withLinks: true });
    const customerId = of.customers[1] ?? "";
    await withTenant(of.owner, "protection:write", (tx) =>
      erasePerson(tx, of.owner, { customerId, number: "C1" }),
    );
    expect(await deleted()).toEqual([]);
  });

  it("is forgotten after a day, and is its workspace's own", async () => {
    const id = await of.make();
    await of.run(deleteNeed, { needId: id, version: 1, withLinks: false });
    const stranger = (await makeTenant()).session;
    expect(await deleted(stranger)).toEqual([]);
    await expect(of.run(bringBackNeed, { needId: id }, stranger)).rejects.toMatchObject({
      code: "not_found",
    });
    await runDailyCleanUp({});
    expect(await deleted()).toHaveLength(1);
    await write((tx) =>
      tx.deletedRecord.updateMany({
        data: { deletedAt: new Date(Date.now() - 25 * 60 * 60 * 1000) },
      }),
    );
    expect(await deleted()).toEqual([]);
    await runDailyCleanUp({});
    expect(await write((tx) => tx.deletedRecord.count())).toBe(0);
  });
});
