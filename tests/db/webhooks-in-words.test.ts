import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import type { Session } from "#lib/auth/types.ts";
import { signWebhook } from "#lib/auth/webhook-signature.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { createHook, receiveMessage } from "#lib/webhooks/index.ts";
import { CreateHook } from "#lib/webhooks/schema.ts";
import type { MadeSecret } from "#lib/webhooks/types.ts";
import { asOwner } from "#tests/support/owner.ts";
import { makeTenant } from "#tests/support/tenant.ts";
import { HOOK_ITEM } from "#tests/support/webhooks.ts";

let session: Session;
let hook: MadeSecret;
beforeEach(async () => {
  session = (await makeTenant()).session;
  hook = await withTenant(session, "webhook:write", (tx) =>
    createHook(tx, session, CreateHook.parse({ name: "Survey" })),
  );
});

function send(items: readonly object[]) {
  const body = JSON.stringify({ items });
  const id = randomUUID();
  const timestamp = String(Math.floor(Date.now() / 1000));
  const signatures = signWebhook({ id, timestamp, body }, [hook.secret]);
  const sent = { hookId: hook.id, messageId: id, timestamp, signatures };
  return receiveMessage({ ...sent, body: Buffer.from(body) });
}

/** Computations of value, which segments follow, that wait for this workspace. */
const waiting = () =>
  asOwner(async (client) => {
    const { rows } = await client.query<{ count: number }>(
      "SELECT count(*)::int AS count FROM pgboss.job WHERE name = 'value.refresh' AND data->>'tenantId' = $1",
      [session.workspace.id],
    );
    return rows[0]?.count;
  });

const forgetWaiting = () =>
  asOwner((client) =>
    client.query("DELETE FROM pgboss.job WHERE data->>'tenantId' = $1", [session.workspace.id]),
  );

describe("what an incoming hook refuses", () => {
  it("is told in plain words, by place", async () => {
    const told = async (items: readonly object[]) => {
      const refused: unknown = await send(items).catch((error: unknown) => error);
      return refused instanceof DomainError ? refused.detail.fields : null;
    };
    expect(await told([])).toEqual({ "/items": ["This must not be empty."] });
    expect(await told([{ ...HOOK_ITEM, occurredOn: "soon" }])).toMatchObject({
      "/items/0/occurredOn": ["Write the day as 2024-12-31."],
    });
    expect(await told([{ ...HOOK_ITEM, score: "9" }])).toEqual({
      "/items/0/score": ["Not of the kind that stands here: a number."],
    });
    expect(await told([{ ...HOOK_ITEM, scor: 9 }])).toEqual({
      "/items/0": ['No field is called "scor".'],
    });
  });
});

describe("what an incoming hook writes", () => {
  it("has value and segments told again, as an import has", async () => {
    expect(await waiting()).toBe(0);
    await send([HOOK_ITEM]);
    expect(await waiting()).toBe(1);
  });

  it("has nothing told again where nothing changed", async () => {
    await send([HOOK_ITEM]);
    await forgetWaiting();
    expect(await send([HOOK_ITEM])).toMatchObject({ created: 0, updated: 0 });
    expect(await waiting()).toBe(0);
  });
});
