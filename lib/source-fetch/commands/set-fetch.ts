import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import { databaseNow } from "#lib/db/database-now.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { parseOutsideUrl } from "#lib/http/outside-url.ts";
import { adoptMapping } from "#lib/imports/index.ts";
import { lockSource, requireOpen } from "#lib/sources/index.ts";
import { nextFetchMs } from "../next-fetch.ts";
import type { SetFetch } from "../schema.ts";
import { chooseSignIn } from "./choose-sign-in.ts";

/**
 * Have a source fetched from an address by a schedule, or change how; its files are read as those of a chosen mapping were. The secret is stored encrypted and told nobody.
 *
 * @throws DomainError `not_found`; `conflict` for an archived source; `invalid_input` for an address that is none of the
 *   open internet, without a secret that it needs, or with a mapping of other files
 */
export async function setFetch(tx: TenantTx, session: Session, input: SetFetch): Promise<void> {
  const { sourceId, signIn, kind, mappingId, rhythm, atHour, weekDay } = input;
  requireOpen(await lockSource(tx, session, sourceId));
  const { href: url } = parseOutsideUrl(input.url);
  const secret = await chooseSignIn(tx, input);
  const before = await tx.sourceFetch.findFirst({
    where: { sourceId },
    select: { url: true, kind: true, rhythm: true },
  });
  if (mappingId !== "") await adoptMapping(tx, session, { mappingId, kind, sourceId });
  const now = await databaseNow(tx);
  const times = { rhythm, atHour, weekDay };
  const nextMs = nextFetchMs(times, session.workspace.timeZone, now.getTime());
  const given = {
    ...{ url, signIn, secret, kind, ...times, failures: 0, setAt: now },
    nextFetchAt: new Date(nextMs),
    setBy: session.actor.kind === "member" ? session.actor.membershipId : null,
  };
  // Another file is a new one, and so is one that is read in another way, whatever was known of the one before.
  const isOther = before?.url !== url || before.kind !== kind || mappingId !== "";
  const unknown = isOther ? { etag: null, lastModified: null, sha256: null, importId: null } : {};
  if (before)
    await tx.sourceFetch.updateMany({ where: { sourceId }, data: { ...given, ...unknown } });
  else await tx.sourceFetch.create({ data: { sourceId, ...given }, select: { sourceId: true } });
  await recordEvent(tx, session, {
    action: "source.fetch_set",
    object: { type: "source", id: sourceId },
    ...(before ? { before: { kind: before.kind, rhythm: before.rhythm } } : {}),
    after: {
      ...{ kind, rhythm, signIn, isAddressChanged: before?.url !== url },
      hasMapping: mappingId !== "",
    },
  });
}
