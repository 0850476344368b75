import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { importFiles } from "#lib/admin/import-file.ts";
import type { Session } from "#lib/auth/types.ts";
import { type TenantTx, withTenant } from "#lib/db/with-tenant.ts";
import { createNeed, listQuestions, mapQuestion, rateNeed } from "#lib/needs/index.ts";
import type { NeedAspect } from "#lib/needs/types.ts";
import { linkFound } from "./link-found.ts";
import { memberSession } from "./member-session.ts";
import { DEMO_NEEDS, type DemoNeed, needSurvey, OUTCOME } from "./need-answers.ts";
import { DEMO_MEMBERS, DEMO_WORKSPACE } from "./people.ts";

const LONGEST_MS = 60_000;
const SOURCE = "Needs survey";

/** Known from a report alone. */
const REPORTED = {
  statement: "I want somebody who answers for all my flats",
  ratings: [
    { aspect: "importance", n: 64, top2: 55, mean: 4.4 },
    { aspect: "satisfaction", n: 64, top2: 21, mean: 2.9 },
  ],
} as const;
const SEGMENT = "Landlords & Lets";

/**
 * Put what the demo's customers need on the register as its CX manager would, with a survey that measures it, unless there is a need.
 *
 * @returns whether it was done now
 * @throws Error when the survey was not imported
 */
export async function seedNeeds(): Promise<boolean> {
  const manager = await memberSession(DEMO_MEMBERS[0]?.email ?? "");
  const isThere = await withTenant(manager, "need:read", (tx) =>
    tx.customerNeed.findFirst({ select: { id: true } }),
  );
  if (isThere) return false;
  await importSurvey();
  await withTenant(manager, "need:write", (tx) => seedRegister(tx, manager), {
    timeoutMs: LONGEST_MS,
  });
  return true;
}

async function importSurvey(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "throughline-demo-"));
  try {
    const file = join(folder, "needs-survey.csv");
    writeFileSync(file, needSurvey());
    const [view] = await importFiles([
      {
        ...{ workspace: DEMO_WORKSPACE.slug, isDryRun: false, kind: "signals", file },
        mapping: JSON.stringify({ columns: {}, source: SOURCE }),
      },
    ]);
    if (view?.status !== "succeeded" || view.counts.rejected > 0)
      throw new Error(
        `The demo's survey on needs was not imported: ${view?.failure ?? view?.status}`,
      );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function seedRegister(tx: TenantTx, manager: Session): Promise<void> {
  const asked = await listQuestions(tx, manager);
  const map = async (needId: string | null, aspect: NeedAspect, words: string) => {
    const found = asked.find(({ question }) => question === words);
    if (!found) throw new Error(`The demo's survey does not ask "${words}".`);
    const picked = { sourceId: found.source.id, question: words };
    await mapQuestion(tx, manager, { picked, aspect, needId });
  };
  for (const need of DEMO_NEEDS) {
    const { id } = await createNeed(tx, manager, { ...need, segmentId: null });
    for (const [aspect, words] of questionsOf(need)) await map(id, aspect, words);
    const [words, most] = need.said ?? [];
    if (words && most)
      await linkFound(tx, manager, { subject: "need", subjectId: id, words, most });
  }
  await map(null, "outcome", OUTCOME);
  await seedReported(tx, manager);
}

function questionsOf({ importance, satisfaction, kano }: DemoNeed): [NeedAspect, string][] {
  return [
    ["importance", importance],
    ["satisfaction", satisfaction],
    ...(kano
      ? ([
          ["kano_functional", kano[0]],
          ["kano_dysfunctional", kano[1]],
        ] satisfies [NeedAspect, string][])
      : []),
  ];
}

async function seedReported(tx: TenantTx, manager: Session): Promise<void> {
  const segment = await tx.customerSegment.findFirst({
    where: { name: SEGMENT, archivedAt: null },
    select: { id: true },
  });
  const { id: needId } = await createNeed(tx, manager, {
    ...{ statement: REPORTED.statement, kind: "social", note: null },
    segmentId: segment?.id ?? null,
  });
  const reportedIn = "Landlord study, spring 2026, p. 8";
  for (const rating of REPORTED.ratings)
    await rateNeed(tx, manager, { ...rating, needId, reportedIn, askedOn: "2026-04-20" });
}
