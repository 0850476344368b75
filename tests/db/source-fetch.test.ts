import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { runDailyCleanUp } from "#lib/clean-up/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { runImport, undoImport } from "#lib/imports/index.ts";
import {
  fetchDueSources,
  fetchSource,
  previewAddress,
  stopFetch,
} from "#lib/source-fetch/index.ts";
import { archiveSource, getSource } from "#lib/sources/index.ts";
import { asApplication } from "#tests/support/audit.ts";
import { FetchedSource } from "#tests/support/fetched-source.ts";
import {
  answerWith,
  HOOK_HOST,
  type ReceivedHook,
  startHookServer,
} from "#tests/support/hook-server.ts";
import { viewImport } from "#tests/support/imports.ts";
import { readEvents } from "#tests/support/people.ts";

const server = await startHookServer();
afterAll(server.stop);

let at: FetchedSource;
beforeEach(async () => {
  at = await FetchedSource.make(server);
});

const CSV =
  "response_id,date,metric,score,comment\nR1,2026-01-03,NPS,9,Fine\nR2,2026-03-04,NPS,3,Slow\n";
const source = () =>
  withTenant(at.session, "source:read", (tx) => getSource(tx, at.session, at.id));

/** Fetch a file, and import it as the worker would. */
async function fetchAndImport(text = CSV, headers: Record<string, string> = {}) {
  server.answers.push(answerWith(200, text, { "content-type": "text/csv", ...headers }));
  await at.fetch();
  const [entry] = await at.log();
  const importId = entry?.importId ?? "";
  await runImport({ tenantId: at.session.workspace.id, importId });
  return viewImport(at.session, importId);
}

describe("a source that is fetched", () => {
  it("imports the file of its address, by its name, and is counted as any other file of it", async () => {
    await at.set();
    const done = await fetchAndImport();
    expect(done).toMatchObject({
      ...{ status: "succeeded", origin: "source", createdByName: "Shop survey", kind: "signals" },
      ...{ fileName: "answers.csv", counts: { created: 2, rejected: 0 } },
    });
    expect(server.received[0]).toMatchObject({
      path: "/exports/answers.csv",
      headers: { "accept-encoding": "identity", host: HOOK_HOST },
    });
    expect(await source()).toMatchObject({ rows: { signals: 2 }, lastImport: { id: done.id } });
    expect(await at.log()).toMatchObject([{ outcome: "imported", isAsked: false, failure: null }]);
    expect(await at.found()).toMatchObject({ failures: 0, isRunning: false });
  });

  it("is not imported again while it is unchanged: by what the address says, or by its bytes", async () => {
    await at.set();
    await fetchAndImport(CSV, { etag: '"one"', "last-modified": "Sun, 22 Nov 2026 04:00:00 GMT" });
    server.answers.push(answerWith(304));
    await at.fetch();
    const [, second] = server.received as [ReceivedHook, ReceivedHook];
    expect(second.headers).toMatchObject({
      "if-none-match": '"one"',
      "if-modified-since": "Sun, 22 Nov 2026 04:00:00 GMT",
    });
    server.answers.push(answerWith(200, CSV));
    await at.fetch();
    const tries = await at.log();
    expect(tries.map(({ outcome }) => outcome)).toEqual(["unchanged", "unchanged", "imported"]);
    expect(await withTenant(at.session, "import:read", (tx) => tx.upload.count())).toBe(1);
  });

  it("is imported again with what is new, and undone like any import", async () => {
    await at.set();
    await fetchAndImport();
    const second = await fetchAndImport(`${CSV}R3,2026-04-01,NPS,7,New\n`);
    expect(second.counts).toMatchObject({ created: 1, unchanged: 2 });
    await withTenant(at.session, "import:write", (tx) =>
      undoImport(tx, at.session, { importId: second.id }),
    );
    await runImport({ tenantId: at.session.workspace.id, importId: second.id });
    expect((await source()).rows).toEqual({ signals: 2 });
  });

  it("is waited for again after an import that failed, though its file is the same", async () => {
    await at.set();
    expect((await fetchAndImport("a,b\n1,2\n")).status).toBe("failed");
    expect((await fetchAndImport("a,b\n1,2\n")).status).toBe("failed");
  });
});

describe("two workers", () => {
  it("fetch a source once, and a time that was missed is not made up for", async () => {
    await at.set({ rhythm: "hourly" });
    await asApplication(
      at.session,
      "UPDATE source_fetch SET next_fetch_at = now() - interval '9 hours'",
    );
    server.answers.push(answerWith(200, CSV), answerWith(200, CSV));
    const payload = { tenantId: at.session.workspace.id, sourceId: at.id };
    await Promise.all([fetchSource(payload, server.reach), fetchSource(payload, server.reach)]);
    await fetchSource(payload, server.reach);
    expect(server.received).toHaveLength(1);
    const { nextFetchAt } = (await at.found()) ?? {};
    const waitMs = Date.parse(nextFetchAt ?? "") - Date.now();
    expect(waitMs).toBeGreaterThan(0);
    expect(waitMs).toBeLessThanOrEqual(3_600_000);
  });

  it("begin one anew that was broken off, and say so", async () => {
    await at.set();
    await at.fetch();
    await asApplication(
      at.session,
      `UPDATE source_fetch SET try_id = (SELECT id FROM source_fetch_try), running_until = now(), next_fetch_at = now();
       UPDATE source_fetch_try SET outcome = NULL, failure = NULL, ended_at = NULL`,
    );
    server.answers.push(answerWith(200, CSV));
    await at.fetch();
    expect(await at.log()).toMatchObject([{ outcome: "imported" }, { failure: "broken_off" }]);
  });

  it("give every source that is due a job", async () => {
    await at.set();
    await asApplication(at.session, "UPDATE source_fetch SET next_fetch_at = now()");
    await fetchDueSources();
    const jobs = await at.write(
      (tx) => tx.$queryRaw<unknown[]>`
        SELECT 1 FROM pgboss.job WHERE name = 'source.fetch' AND data->>'sourceId' = ${at.id}`,
    );
    expect(jobs).toHaveLength(1);
  });
});

describe("a fetch that fails", () => {
  const BROKEN_GZIP = Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3]);
  const fail = async (answer: Parameters<typeof server.answers.push>[0]) => {
    server.answers.push(answer);
    await at.fetch();
    const [entry] = await at.log();
    return entry?.failure;
  };

  it("says why", async () => {
    await at.set();
    expect(await fail(answerWith(500))).toBe("refused");
    expect(await fail(answerWith(401))).toBe("sign_in");
    expect(await fail(answerWith(404))).toBe("gone");
    expect(await fail(answerWith(200, "<p>", { "content-type": "text/html" }))).toBe("web_page");
    expect(await fail(answerWith(200, ""))).toBe("empty");
    expect(await fail((response) => void response.socket?.destroy())).toBe("connection");
    expect(await fail((response) => void response.end(BROKEN_GZIP))).toBe("file");
    expect((await at.log())[0]?.detail).toMatch(/gzip/);
    expect((await at.found())?.failures).toBe(7);
    expect(await withTenant(at.session, "import:read", (tx) => tx.upload.count())).toBe(0);
  });

  it("is given up after ten in a row, and waited for again when somebody asks", async () => {
    await at.set();
    for (let count = 0; count < 10; count++) await fail(answerWith(503));
    expect(await at.found()).toMatchObject({ failures: 10, nextFetchAt: null });
    expect((await readEvents(at.session, at.id)).at(-1)).toMatchObject({
      action: "source.fetch_given_up",
      after: { failures: 10 },
    });
    await at.ask();
    expect(await at.found()).toMatchObject({ failures: 0, nextFetchAt: expect.any(String) });
    const [line] = await fetchAndLog();
    expect(line).toMatchObject({ outcome: "imported", isAsked: true, askedByName: "Test owner" });
  });

  const fetchAndLog = async () => {
    server.answers.push(answerWith(200, CSV));
    await fetchSource({ tenantId: at.session.workspace.id, sourceId: at.id }, server.reach);
    return at.log();
  };
});

describe("an address that is tried", () => {
  it("shows the first rows and how they would be read, and nothing is stored", async () => {
    server.answers.push(answerWith(200, CSV));
    const shown = await previewAddress(at.session, at.given(), server.reach);
    expect(shown).toMatchObject({
      ...{ fileName: "answers.csv", problem: null, isRemembered: false },
      headers: ["response_id", "date", "metric", "score", "comment"],
      fields: ["signalExternalId", "occurredOn", "metric", "score", "comment"],
    });
    expect(shown.rows).toHaveLength(2);
    server.answers.push(answerWith(200, "a,b\n1,2\n"));
    expect(await previewAddress(at.session, at.given(), server.reach)).toMatchObject({
      ...{ headers: ["a", "b"], rows: [["1", "2"]], problem: expect.any(String) },
    });
    server.answers.push(answerWith(404));
    await expect(previewAddress(at.session, at.given(), server.reach)).rejects.toMatchObject({
      code: "invalid_input",
      message: expect.stringContaining("404"),
    });
    expect(await withTenant(at.session, "import:read", (tx) => tx.upload.count())).toBe(0);
    expect(await at.found()).toBeNull();
  });
});

describe("the end of fetching", () => {
  it("comes by hand or with the archive, and takes the address and the secret away", async () => {
    await at.set({ signIn: "bearer", secret: "token" });
    await at.write((tx) => stopFetch(tx, at.session, { sourceId: at.id }));
    await at.write((tx) => stopFetch(tx, at.session, { sourceId: at.id }));
    expect(await at.found()).toBeNull();
    await expect(at.ask()).rejects.toMatchObject({ code: "not_found" });
    await at.set();
    await at.write((tx) => archiveSource(tx, at.session, { sourceId: at.id, version: 1 }));
    expect(await at.found()).toBeNull();
    await expect(at.set()).rejects.toMatchObject({ code: "conflict" });
  });

  it("forgets the log after 90 days", async () => {
    await at.set();
    await at.fetch();
    await asApplication(
      at.session,
      "UPDATE source_fetch_try SET started_at = now() - interval '91 days'",
    );
    await runDailyCleanUp({});
    expect(await at.log()).toEqual([]);
  });
});
