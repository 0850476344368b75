import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { newIds } from "#lib/db/new-ids.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { DomainError } from "#lib/errors/index.ts";
import { nameTaken } from "#lib/errors/name-taken.ts";
import { USUAL_STAGES } from "../usual-stages.ts";

export type LockedStage = {
  id: string;
  name: string;
  description: string | null;
  position: number;
  isArchived: boolean;
};

/** All stages in their order, archived ones too, held until the transaction ends; the usual ones are stored first where there is none. */
export async function lockStages(tx: TenantTx, session: Session): Promise<LockedStage[]> {
  // One at a time in a workspace: the usual ones must not be stored twice.
  await tx.$queryRaw`SELECT id FROM tenant WHERE id = ${session.workspace.id}::uuid FOR NO KEY UPDATE`;
  if ((await tx.experienceStage.count()) === 0) await storeUsual(tx);
  const rows = await tx.experienceStage.findMany({
    select: { id: true, name: true, description: true, position: true, archivedAt: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
  });
  return rows.map(({ archivedAt, ...row }) => ({ ...row, isArchived: archivedAt !== null }));
}

async function storeUsual(tx: TenantTx): Promise<void> {
  const ids = newIds(USUAL_STAGES.length);
  await tx.experienceStage.createMany({
    data: USUAL_STAGES.map((stage, at) => ({ ...stage, id: ids[at] ?? "", position: at + 1 })),
  });
}

/** @throws DomainError `not_found` */
export function pickStage(stages: readonly LockedStage[], stageId: string): LockedStage {
  const stage = stages.find(({ id }) => id === stageId);
  if (!stage) throw new DomainError("not_found", "This stage does not exist.");
  return stage;
}

/** @throws DomainError `conflict` for a name that another stage has */
export function requireFreeName(
  stages: readonly LockedStage[],
  name: string,
  exceptId?: string,
): void {
  const taken = stages.find(
    (each) =>
      !each.isArchived && each.id !== exceptId && each.name.toLowerCase() === name.toLowerCase(),
  );
  if (taken) throw nameTaken({ what: "stage", name: taken.name });
}
