import { afterAll, beforeEach, describe, expect, it } from "vitest";
import { fetchSource, previewAddress, setFetch, stopFetch } from "#lib/source-fetch/index.ts";
import { storedEvents } from "#tests/support/audit.ts";
import { FetchedSource } from "#tests/support/fetched-source.ts";
import { answerWith, startHookServer } from "#tests/support/hook-server.ts";
import { asOwner } from "#tests/support/owner.ts";
import { makeTenant } from "#tests/support/tenant.ts";

// Nobody answers there: only what stands in the outbox counts.
process.env["SMTP_URL"] = "smtp://127.0.0.1:1";
process.env["MAIL_FROM"] = "Throughline <cx@throughline.example>";

const server = await startHookServer();
afterAll(server.stop);

let at: FetchedSource;
beforeEach(async () => {
  at = await FetchedSource.make(server);
});

const CSV =
  "response_id,date,metric,score,comment\nR1,2026-01-03,NPS,9,Fine\nR2,2026-03-04,NPS,3,Slow\n";
describe("a source that is fetched", () => {
  it("signs in with a secret that is stored sealed, shown nowhere, and sent to its own host only", async () => {
    await at.set({ signIn: "basic", userName: "reader", secret: "open sesame" });
    server.answers.push(answerWith(302, "", { location: "https://other.example.com/x.csv" }));
    await at.fetch();
    expect(server.received[0]?.headers.authorization).toBe(
      `Basic ${Buffer.from("reader:open sesame").toString("base64")}`,
    );
    const stored = await at.write((tx) => tx.sourceFetch.findMany());
    const shown = JSON.stringify([
      stored,
      await at.found(),
      await at.log(),
      await storedEvents(at.session),
    ]);
    expect(shown).not.toContain("open sesame");
    expect(shown).not.toContain(Buffer.from("reader:open sesame").toString("base64"));
    // Kept where nothing is typed, but not for another host.
    await at.set({ signIn: "basic", rhythm: "weekly" });
    await at.fetch();
    expect(server.received.at(-1)?.headers.authorization).toMatch(/^Basic /);
    await expect(
      at.set({ signIn: "basic", url: "https://evil.example.com/x.csv" }),
    ).rejects.toMatchObject({
      code: "invalid_input",
      detail: { fields: { secret: [expect.any(String)] } },
    });
    await expect(
      previewAddress(
        at.session,
        at.given({ signIn: "basic", url: "https://evil.example.com/" }),
        server.reach,
      ),
    ).rejects.toMatchObject({ code: "invalid_input" });
    await at.set({ signIn: "none" });
    expect(await at.write((tx) => tx.sourceFetch.findFirst({ select: { secret: true } }))).toEqual({
      secret: null,
    });
  });

  it("follows where its address leads, without the secret where that is another host", async () => {
    await at.set({ signIn: "bearer", secret: "token" });
    server.answers.push(answerWith(301, "", { location: "/moved.csv" }), answerWith(200, CSV));
    await at.fetch();
    expect(server.received.map(({ path }) => path)).toEqual(["/exports/answers.csv", "/moved.csv"]);
    expect(server.received.map(({ headers }) => headers.authorization)).toEqual([
      "Bearer token",
      "Bearer token",
    ]);
    for (let step = 0; step < 7; step++)
      server.answers.push(answerWith(302, "", { location: "/round.csv" }));
    await at.fetch();
    expect(await at.log()).toMatchObject([{ failure: "redirect" }, { outcome: "imported" }]);
    server.answers.length = 0;
  });

  it.each([
    "https://127.0.0.1/",
    "https://127.1/",
    "https://0x7f000001/",
    "https://2130706433/",
    "https://017700000001/",
    "https://[::1]/",
    "https://[::ffff:127.0.0.1]/",
    "https://0.0.0.0/",
    "https://localhost/",
  ])("never leads inside, when it is typed, tried, fetched, or led to: %s", async (url) => {
    const refusal = { code: "invalid_input", detail: { fields: { url: [expect.any(String)] } } };
    await expect(at.set({ url })).rejects.toMatchObject(refusal);
    await expect(previewAddress(at.session, at.given({ url }))).rejects.toMatchObject(refusal);
    await at.set();
    server.answers.push(answerWith(302, "", { location: url }));
    await at.fetch();
    await at.write((tx) => tx.sourceFetch.updateMany({ data: { url, nextFetchAt: new Date(0) } }));
    await fetchSource({ tenantId: at.session.workspace.id, sourceId: at.id });
    expect(await at.log()).toMatchObject([{ failure: "inside" }, { failure: "inside" }]);
    expect(server.received).toHaveLength(1);
  });

  it.each([
    ["http://hooks.example.com/a.csv"],
    ["https://user:secret@hooks.example.com/a.csv"],
    ["https://hooks.example.com:8443/a.csv"],
  ])("must be https on its usual port, without a name in it: %s", async (url) => {
    await expect(at.set({ url })).rejects.toMatchObject({ code: "invalid_input" });
  });
});

describe("a source of another workspace", () => {
  it("is neither set, asked for, tried, fetched nor seen", async () => {
    await at.set();
    const other = (await makeTenant()).session;
    expect(await at.found(other)).toBeNull();
    expect(await at.log(other)).toEqual([]);
    for (const attempt of [
      () => at.set({}, other),
      () => at.ask(other),
      () => at.write((tx) => stopFetch(tx, other, { sourceId: at.id }), other),
    ])
      await expect(attempt()).rejects.toMatchObject({ code: "not_found" });
    await at.fetch(other);
    expect(server.received).toEqual([]);
    await expect(
      at.write((tx) => setFetch(tx, at.session, at.given()), at.tenant.sessionAs("frontline")),
    ).rejects.toMatchObject({ code: "forbidden" });
  });
});

describe("three fetches that fail in a row", () => {
  it("are told to who set it up, once", async () => {
    await at.set();
    const { actor } = at.session;
    const mails = async () =>
      actor.kind === "member" ? await mailsTo(actor.email, "Shop survey could not be fetched") : 0;
    for (const sent of [0, 0, 1, 1]) {
      server.answers.push(answerWith(503));
      await at.fetch();
      expect(await mails()).toBe(sent);
    }
  });
});

const mailsTo = (email: string, subject: string) =>
  asOwner(async (client) => {
    await client.query("BEGIN");
    await client.query("SET LOCAL ROLE app_definer");
    const { rows } = await client.query(
      "SELECT 1 FROM outbox_mail WHERE to_address = $1 AND subject = $2",
      [email, subject],
    );
    await client.query("COMMIT");
    return rows.length;
  });
