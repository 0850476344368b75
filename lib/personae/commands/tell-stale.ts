import "server-only";
import { recordEvent } from "#lib/audit/index.ts";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { env } from "#lib/env.ts";
import { isMailOn, postPlainLetter } from "#lib/mail/index.ts";
import { listClaims } from "../queries/claims.ts";
import type { Claim } from "../types.ts";

type Alerted = { id: string; alertedAt: Date | null };

/**
 * Write once to whoever answers for a persona which of its claims have become stale; without one, to the owners of the workspace.
 * A claim that is fresh again will be told of anew. Nothing happens without mail.
 *
 * @returns how many claims were told of
 */
export async function tellStaleClaims(
  tx: TenantTx,
  session: Session,
  now = new Date(),
): Promise<number> {
  if (!isMailOn()) return 0;
  const personae = await tx.persona.findMany({
    where: { archivedAt: null },
    select: {
      ...{ id: true, name: true, responsibleId: true },
      claims: { select: { id: true, alertedAt: true } },
    },
  });
  const ids = personae.map(({ id }) => id);
  const claims = await listClaims(tx, session, ids, now);
  let told = 0;
  for (const persona of personae) {
    const { stale, fresh } = sortOut(claims.get(persona.id) ?? [], persona.claims);
    if (fresh.length > 0) await markAlerted(tx, fresh, null);
    if (stale.length > 0) await tellOne(tx, session, { ...persona, stale, now });
    told += stale.length;
  }
  return told;
}

/** Those that nobody was told of yet, and those that were told of and are fresh again. */
function sortOut(claims: readonly Claim[], alerted: readonly Alerted[]) {
  const wasTold = (id: string) => alerted.some((each) => each.id === id && each.alertedAt !== null);
  return {
    stale: claims.filter(({ id, isStale }) => isStale && !wasTold(id)),
    fresh: claims.filter(({ id, isStale }) => !isStale && wasTold(id)).map(({ id }) => id),
  };
}

type StalePersona = {
  id: string;
  name: string;
  responsibleId: string | null;
  stale: readonly Claim[];
  now: Date;
};

async function tellOne(tx: TenantTx, session: Session, persona: StalePersona): Promise<void> {
  const { id, name, responsibleId, stale, now } = persona;
  const { staleClaimsLetter } = await import("../letters.ts");
  const href = `${env().APP_URL}/w/${session.workspace.slug}/personae/${id}`;
  const statements = stale.map(({ statement }) => statement);
  for (const person of await findAnswering(tx, session, responsibleId)) {
    const letter = staleClaimsLetter({ name: person.name, persona: name, href, statements });
    await postPlainLetter(tx, person.email, letter);
  }
  await markAlerted(
    tx,
    stale.map((claim) => claim.id),
    now,
  );
  await recordEvent(tx, session, {
    action: "persona.claims_alerted",
    object: { type: "persona", id },
    after: { claims: stale.length },
  });
}

async function markAlerted(
  tx: TenantTx,
  ids: readonly string[],
  alertedAt: Date | null,
): Promise<void> {
  await tx.personaClaim.updateMany({ where: { id: { in: [...ids] } }, data: { alertedAt } });
}

function findAnswering(tx: TenantTx, { workspace }: Session, responsibleId: string | null) {
  return tx.$queryRaw<{ email: string; name: string }[]>`
    WITH answering AS (
      SELECT m.account_id, CASE WHEN m.id = ${responsibleId}::uuid THEN 1 ELSE 2 END AS place
      FROM membership m WHERE m.tenant_id = ${workspace.id}::uuid AND m.deactivated_at IS NULL
        AND (m.id = ${responsibleId}::uuid OR m.role = 'owner')
    )
    SELECT a.email, a.name FROM answering JOIN account a ON a.id = answering.account_id
    WHERE place = (SELECT min(place) FROM answering) ORDER BY a.email`;
}
