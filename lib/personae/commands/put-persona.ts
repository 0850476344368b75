import "server-only";
import type { z } from "zod";
import type { Session } from "#lib/auth/types.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { CreatePersona, type NewPersona, type PersonaChange } from "../schema.ts";
import { PERSONA_TEXTS } from "../types.ts";
import { archivePersona } from "./archive-persona.ts";
import { changePersona } from "./change-persona.ts";
import { createPersona } from "./create-persona.ts";
import { lockPersona } from "./lock-persona.ts";
import { restorePersona } from "./restore-persona.ts";

/** Make a persona as the API says it. @throws as `createPersona` */
export function createPersonaRecord(
  tx: TenantTx,
  session: Session,
  persona: z.output<typeof NewPersona>,
): Promise<{ id: string }> {
  return createPersona(tx, session, CreatePersona.parse(asForm(persona)));
}

/** Change the fields of a persona that are given; null clears a text. @throws as the commands it calls */
export async function changePersonaRecord(
  tx: TenantTx,
  session: Session,
  { personaId, isArchived, ...change }: z.output<typeof PersonaChange> & { personaId: string },
): Promise<void> {
  const known = await lockPersona(tx, session, personaId);
  if (known.isArchived && isArchived === false)
    await restorePersona(tx, session, { personaId, version: known.version });
  if (Object.keys(change).length > 0) {
    const { version } = await lockPersona(tx, session, personaId);
    const fields = CreatePersona.parse(asForm({ ...known, ...change }));
    await changePersona(tx, session, { ...fields, personaId, version });
  }
  if (isArchived !== true || known.isArchived) return;
  const { version } = await lockPersona(tx, session, personaId);
  await archivePersona(tx, session, { personaId, version });
}

/** As a form sends it: what is not said is empty. */
function asForm(persona: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const texts = Object.fromEntries(PERSONA_TEXTS.map((name) => [name, persona[name] ?? ""]));
  const { name, segmentId, responsibleId } = persona;
  return { name, segmentId, responsibleId: responsibleId ?? "", ...texts };
}
