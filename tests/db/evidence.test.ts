import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import {
  clearExcerpts,
  countEvidence,
  findEvidencePanel,
  forgetFiles,
  importLoss,
  keepFile,
  LinkEvidence,
  LinkStatistic,
  linkEvidence,
  linkStatistic,
  listEvidence,
  readEvidenceFile,
  unlinkEvidence,
} from "#lib/evidence/index.ts";
import type { FoundKind } from "#lib/evidence/types.ts";
import { readEvents } from "#tests/support/people.ts";
import {
  addAnswer,
  addCall,
  addClaimTo,
  addComplaint,
  addCustomer,
  addPersona,
  addSignal,
} from "#tests/support/personae.ts";
import { makeTenant, type TestTenant } from "#tests/support/tenant.ts";

let tenant: TestTenant;
let owner: Session;
let claimId: string;
beforeEach(async () => {
  tenant = await makeTenant();
  owner = tenant.session;
  claimId = await addClaimTo(owner, (await addPersona(owner)).id);
});

const claim = () => ({ subject: "claim" as const, subjectId: claimId });

type Said = { stance?: "supports" | "contradicts"; excerpt?: string | null; session?: Session };

const link = (
  sourceId: string,
  { stance = "supports", excerpt = null, session = owner }: Said = {},
) =>
  withTenant(session, "evidence:write", (tx) =>
    linkEvidence(tx, session, { ...claim(), source: "signal", sourceId, stance, excerpt }),
  );
const list = (session = owner) =>
  withTenant(session, "evidence:read", (tx) => listEvidence(tx, session, claim()));
const count = async () => {
  const ask = { subject: "claim" as const, ids: [claimId] };
  return (await withTenant(owner, "evidence:read", (tx) => countEvidence(tx, owner, ask))).get(
    claimId,
  );
};
const statistic = (over: Readonly<Record<string, string>> = {}) => {
  const fields = { ...claim(), label: "Complaints per 100", value: "21.3", n: "413", unit: "" };
  const rest = { low: "18", high: "25.1", datedOn: "2026-10-01" };
  const href = `/w/${owner.workspace.slug}/value?tab=1`;
  const input = LinkStatistic.parse({ ...fields, ...rest, href, ...over });
  return withTenant(owner, "evidence:write", (tx) => linkStatistic(tx, owner, input));
};
const keep = (name: string, text: string | Uint8Array<ArrayBuffer>) => {
  const bytes = typeof text === "string" ? new Uint8Array(Buffer.from(text)) : text;
  const file = { ...claim(), stance: "supports" as const, excerpt: null, datedOn: "2026-10-02" };
  return withTenant(owner, "evidence:write", (tx) => keepFile(tx, owner, { ...file, name, bytes }));
};

const find = async (words: string, kind: FoundKind | null = null) => {
  const asked = { ...claim(), find: words, kind };
  const panel = await withTenant(owner, "evidence:read", (tx) =>
    findEvidencePanel(tx, owner, asked),
  );
  return panel?.found.map(({ id }) => id);
};

describe("evidence", () => {
  it("is a source with its day, its words and where it can be seen, the newest first", async () => {
    const signalId = await addSignal(owner, "I called at once.");
    const { id } = await link(signalId, { excerpt: "called at once" });
    await statistic();
    await keep("report.txt", "All of it.");
    const said = await withTenant(owner, "signal:read", (tx) =>
      tx.signal.findFirstOrThrow({ select: { sourceId: true } }),
    );
    const path = `/listening?from=2026-10-06&to=2026-10-06&source=${said.sourceId}`;
    const excerpt = "called at once";
    expect(await list()).toMatchObject([
      { kind: "signal", sourceId: signalId, datedOn: "2026-10-06", excerpt, path },
      { kind: "file", title: "report.txt", datedOn: "2026-10-02" },
      {
        kind: "statistic",
        statistic: { value: 21.3, n: 413, interval: [18, 25.1] },
        path: "/value?tab=1",
      },
    ]);
    const [event] = await readEvents(owner, id);
    expect(event).toMatchObject({ action: "evidence.linked", after: { source: "signal" } });
    expect(JSON.stringify(event)).not.toContain("called");
  });

  it("counts different sources, and those against that are newer", async () => {
    await link(await addSignal(owner, "yes", { on: "2026-01-05" }));
    await statistic({ datedOn: "2026-02-01" });
    await link(await addSignal(owner, "no", { on: "2026-01-20" }), { stance: "contradicts" });
    await link(await addSignal(owner, "no", { on: "2026-03-20" }), { stance: "contradicts" });
    expect(await count()).toEqual({
      ...{ supports: 2, contradicts: 2, lastSupportOn: "2026-02-01", newerAgainst: 1 },
    });
  });

  it("refuses a source twice, one that is gone, and something to back that is gone", async () => {
    const signalId = await addSignal(owner, "yes");
    await link(signalId);
    await expect(link(signalId)).rejects.toMatchObject({ code: "conflict" });
    await expect(link(randomUUID())).rejects.toMatchObject({ code: "not_found" });
    claimId = randomUUID();
    await expect(link(signalId)).rejects.toMatchObject({ code: "not_found" });
  });

  it("is linked only to sources that may be read, and hides the words of others", async () => {
    const signalId = await addSignal(owner, "yes");
    const without = (session: Session, name: string): Session => ({
      ...session,
      permissions: new Set([...session.permissions].filter((each) => each !== name)),
    });
    const blind = without(owner, "signal:read");
    await expect(link(signalId, { session: blind })).rejects.toMatchObject({ code: "forbidden" });
    await link(signalId, { excerpt: "yes" });
    expect(await list(blind)).toMatchObject([{ excerpt: null, title: null, path: null }]);
  });

  it("is taken away and can be linked again as it was", async () => {
    const { id } = await link(await addSignal(owner, "yes"), { excerpt: "yes" });
    const take = (evidenceId: string) =>
      withTenant(owner, "evidence:write", (tx) => unlinkEvidence(tx, owner, { evidenceId }));
    expect(await take(id)).toMatchObject({
      again: { what: "source", fields: { excerpt: "yes", source: "signal" } },
    });
    expect(await list()).toEqual([]);
    await expect(take(id)).rejects.toMatchObject({ code: "not_found" });
    const { again } = await take((await statistic()).id);
    expect(again.what).toBe("statistic");
    await statistic(again.fields);
    expect(await list()).toMatchObject([{ statistic: { interval: [18, 25.1], n: 413 } }]);
    const file = await take((await keep("report.txt", "All of it.")).id);
    await withTenant(owner, "evidence:write", (tx) =>
      linkEvidence(tx, owner, LinkEvidence.parse(file.again.fields)),
    );
    expect((await list()).find(({ kind }) => kind === "file")?.datedOn).toBe("2026-10-02");
    const coming = LinkEvidence.parse({ ...file.again.fields, datedOn: "2099-01-01" });
    const early = withTenant(owner, "evidence:write", (tx) => linkEvidence(tx, owner, coming));
    await expect(early).rejects.toMatchObject({ code: "invalid_input" });
  });

  it("takes a page of this workspace by its path, or with whatever host the browser has", async () => {
    const page = `/w/${owner.workspace.slug}/segments`;
    await statistic({ href: page });
    await statistic({ href: `https://cx.example:8443${page}`, value: "22" });
    expect((await list()).map(({ path }) => path)).toEqual(["/segments", "/segments"]);
  });

  it("takes the same number of the same day once, however often Undo is pressed", async () => {
    await statistic();
    await expect(statistic()).rejects.toMatchObject({ code: "conflict" });
    await statistic({ datedOn: "2026-09-01" });
    expect(await list()).toHaveLength(2);
  });

  it("takes no number of a page that is not this workspace's", async () => {
    for (const href of ["https://elsewhere.example/w/x/value", "/w/other/value", "/admin"])
      await expect(statistic({ href })).rejects.toMatchObject({
        code: "invalid_input",
        detail: { fields: { href: [expect.any(String)] } },
      });
  });

  it("keeps files of known kinds up to 10 MB, and only if they are what they say", async () => {
    await expect(keep("page.html", "<p>")).rejects.toMatchObject({ code: "invalid_input" });
    await expect(keep("report.pdf", "no PDF")).rejects.toMatchObject({ code: "invalid_input" });
    await expect(keep("empty.txt", "")).rejects.toMatchObject({ code: "invalid_input" });
    await expect(keep("big.txt", new Uint8Array(10 * 1024 * 1024 + 1))).rejects.toMatchObject({
      code: "too_large",
    });
    await keep("report.pdf", "%PDF-1.7 …");
    const [entry] = await list();
    const file = await withTenant(owner, "evidence:read", (tx) =>
      readEvidenceFile(tx, entry?.sourceId ?? ""),
    );
    expect(file).toMatchObject({ name: "report.pdf", mediaType: "application/pdf" });
    await expect(
      withTenant(owner, "evidence:read", (tx) => readEvidenceFile(tx, randomUUID())),
    ).rejects.toMatchObject({ code: "not_found" });
  });

  it("leaves no file behind a day after nothing points at it", async () => {
    const { id } = await keep("report.txt", "All of it.");
    const forget = () => withTenant(owner, "evidence:write", (tx) => forgetFiles(tx, owner));
    expect(await forget()).toBe(0);
    await withTenant(owner, "evidence:write", async (tx) => {
      await unlinkEvidence(tx, owner, { evidenceId: id });
      await tx.evidenceFile.updateMany({ data: { createdAt: new Date("2026-01-01") } });
    });
    expect(await forget()).toBe(1);
  });

  it("loses the words of somebody who is erased, and still counts", async () => {
    const customerId = await addCustomer(owner, "C-1");
    await link(await addSignal(owner, "I am Anna", { customerId }), { excerpt: "I am Anna" });
    await link(await addSignal(owner, "Somebody"), { excerpt: "Somebody" });
    const clear = () =>
      withTenant(owner, "protection:write", (tx) => clearExcerpts(tx, owner, customerId));
    expect(await clear()).toBe(1);
    expect((await list()).map(({ excerpt }) => excerpt).toSorted()).toEqual(["Somebody", null]);
    expect((await count())?.supports).toBe(2);
  });

  it("finds feedback by its words, all of them, whatever their case, and leaves out what is linked", async () => {
    const linked = await addSignal(owner, "The LATE delivery was 100% wrong");
    const other = await addSignal(owner, "late again, a delivery");
    await addSignal(owner, "late");
    expect(await find("delivery late")).toEqual([other, linked]);
    expect(await find("100% wrong")).toEqual([linked]);
    await link(linked);
    expect(await find("delivery late")).toEqual([other]);
    expect(await find("nowhere")).toEqual([]);
  });

  it("finds what was said before what was only asked, and leaves room for every kind", async () => {
    const question = "How important is a repair at the first visit?";
    for (let day = 10; day < 32; day += 1) await addAnswer(owner, question, `2026-10-${day}`);
    const said = await addSignal(owner, "A repair that held", { on: "2026-09-01" });
    const complaintId = await addComplaint(owner, "The repair failed", "2026-01-05");
    const found = await find("repair");
    expect(found?.slice(0, 2)).toEqual([said, complaintId]);
    expect(found).toHaveLength(20);
    expect(await find("repair", "complaint")).toEqual([complaintId]);
    expect(await find("repair", "interview")).toEqual([]);
    await link(said);
    expect(await find("repair")).toHaveLength(20);
    expect(await find("repair")).not.toContain(said);
  });

  it("finds a contact without a word by its kind, way and outcome, and any row by its number", async () => {
    const callId = await addCall(owner, "HL-4711");
    const complaintId = await addComplaint(owner, "It failed", "2026-01-05");
    expect(await find("phone called back")).toEqual([callId]);
    expect(await find("hl-4711")).toEqual([callId]);
    expect(await find(complaintId)).toEqual([complaintId]);
    expect(await find("phone", "complaint")).toEqual([]);
  });

  it("says that nothing goes with an import that made no source", async () => {
    const loss = await withTenant(owner, "evidence:read", (tx) =>
      importLoss(tx, owner, randomUUID()),
    );
    expect(loss).toEqual({ pieces: 0, subjects: 0, unbacked: 0, names: [] });
  });

  it("cannot be seen, counted or pointed at from another workspace", async () => {
    const signalId = await addSignal(owner, "yes");
    await link(signalId);
    const other = (await makeTenant()).session;
    expect(await list(other)).toEqual([]);
    const ask = { subject: "claim" as const, ids: [claimId] };
    const counts = await withTenant(other, "evidence:read", (tx) => countEvidence(tx, other, ask));
    expect(counts.size).toBe(0);
    await expect(link(signalId, { session: other })).rejects.toMatchObject({ code: "not_found" });
  });
});
