import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { signWebhook } from "#lib/auth/webhook-signature.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { createHook, receiveMessage } from "#lib/webhooks/index.ts";
import { CreateHook } from "#lib/webhooks/schema.ts";
import type { MadeSecret } from "#lib/webhooks/types.ts";
import { importText } from "#tests/support/imports.ts";
import { makeTenant } from "#tests/support/tenant.ts";

let session: Session;
beforeEach(async () => {
  ({ session } = await makeTenant());
});

const QUESTIONS = [
  "rec = nps, 1. How likely are you to recommend us?",
  "mend = words, 2. What should we mend?",
  "plan: words: 3. Which plan do you use?",
].join("\n");

const makeHook = (given: object = {}) =>
  withTenant(session, "webhook:write", (tx) => {
    const asked = { name: "Shop survey", format: "formbricks", scoredQuestions: QUESTIONS };
    return createHook(tx, session, CreateHook.parse({ ...asked, ...given }));
  });

/** A message as Formbricks sends it. */
function send({ id: hookId, secret }: MadeSecret, data: object, event = "responseFinished") {
  const body = Buffer.from(JSON.stringify({ event, data }));
  const messageId = randomUUID();
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signatures = signWebhook({ id: messageId, timestamp, body: body.toString() }, [secret]);
  return receiveMessage({ hookId, messageId, timestamp, signatures, body });
}

const exported = (name: string) =>
  readFileSync(new URL(`../fixtures/exports/${name}.csv`, import.meta.url), "utf8");
const importExport = (name: string) =>
  importText(session, { kind: "signals", text: exported(name) });

/** The first response of the exports, as the hook tells it. */
const RESPONSE = {
  id: "clr01",
  createdAt: "2025-01-20T08:00:00.000Z",
  data: { rec: 9, mend: "The search", plan: "Team" },
  contact: { userId: "C-8" },
};

const signals = () =>
  withTenant(session, "signal:read", (tx) =>
    tx.signal.findMany({
      select: { externalId: true, score: true, body: true, source: { select: { name: true } } },
      orderBy: { externalId: "asc" },
    }),
  );
const numbers = async () => (await signals()).map(({ externalId }) => externalId);

const FIRST = [
  "clr01#1. How likely are you to recommend us?",
  "clr01#2. What should we mend?",
  "clr01#3. Which plan do you use?",
];

describe("answers of Formbricks that come by a hook and in an export", () => {
  it("are one row each when the hook told them first", async () => {
    await send(await makeHook(), RESPONSE);
    expect(await numbers()).toEqual(FIRST);
    const { counts } = await importExport("formbricks-responses");
    // The fourth response was not finished.
    expect(counts).toMatchObject({ created: 4, updated: 0, unchanged: 3, rejected: 1 });
    expect((await numbers()).slice(0, 3)).toEqual(FIRST);
    expect(new Set((await signals()).map(({ source }) => source.name))).toEqual(
      new Set(["Formbricks"]),
    );
  });

  it("are one row each when the export came first, and the hook corrects them", async () => {
    await importExport("formbricks-responses");
    const before = await signals();
    const hook = await makeHook();
    expect(await send(hook, RESPONSE)).toMatchObject({ created: 0, updated: 0 });
    expect(await signals()).toEqual(before);
    const changed = { ...RESPONSE, data: { ...RESPONSE.data, rec: 3 } };
    expect(await send(hook, changed, "responseUpdated")).toMatchObject({ created: 0, updated: 1 });
    expect((await signals())[0]).toMatchObject({ externalId: FIRST[0], score: 3 });
  });

  it("are one row each with the export of feedback records, which has the ids of questions", async () => {
    const record = {
      id: "sub1",
      createdAt: "2025-01-05T10:00:00Z",
      data: { nps: 7, why: "Postage is dear", sat: 4 },
      contact: { userId: "C-1" },
    };
    const hook = await makeHook({ scoredQuestions: "nps = nps\nsat = csat" });
    await send(hook, record);
    const told = await numbers();
    await importExport("formbricks-feedback");
    expect((await numbers()).filter((number) => number.startsWith("sub1#"))).toEqual(told);
    expect(await send(hook, record)).toMatchObject({ created: 0 });
  });

  it("keep the ids of questions that nobody said the heads of", async () => {
    await send(await makeHook({ scoredQuestions: "rec nps" }), RESPONSE);
    expect(await numbers()).toEqual(["clr01#mend", "clr01#plan", "clr01#rec"]);
  });

  it("are read by a hook that was made before heads could be said", async () => {
    const hook = await makeHook({ scoredQuestions: "" });
    await withTenant(session, "webhook:write", (tx) =>
      tx.incomingHook.updateMany({ data: { scoredQuestions: { rec: "nps" } } }),
    );
    await send(hook, RESPONSE);
    expect((await signals())[2]).toMatchObject({ externalId: "clr01#rec", score: 9 });
  });

  it.each([
    "rec",
    "rec = five",
    "rec = words",
    "rec = nps2, 1. Q",
    `rec = nps, ${"x".repeat(501)}`,
  ])("need lines that can be read: %s", (scoredQuestions) => {
    const parsed = CreateHook.safeParse({ name: "F", format: "formbricks", scoredQuestions });
    expect(parsed.error?.issues[0]?.message).toContain("write the question’s id");
  });
});
