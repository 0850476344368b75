import { expect, it } from "vitest";
import { withTenant } from "#lib/db/with-tenant.ts";
import {
  compareNeeds,
  createNeed,
  deriveImportance,
  listQuestions,
  mapQuestion,
  readComparison,
} from "#lib/needs/index.ts";
import type { NeedAspect } from "#lib/needs/types.ts";
import { DEMO_NEEDS, needSurvey, OUTCOME } from "#prisma/seed/need-answers.ts";
import { importText } from "#tests/support/imports.ts";
import { makeTenant } from "#tests/support/tenant.ts";

const RESPONDENTS = 260;

it("shows in the demo each way in which the three views of a need disagree or agree", async () => {
  const { session } = await makeTenant();
  const mapping = { columns: {}, source: "Needs survey" };
  const done = await importText(session, { kind: "signals", text: needSurvey(), mapping });
  expect(done).toMatchObject({ status: "succeeded", counts: { rejected: 0 } });
  await withTenant(session, "need:write", async (tx) => {
    const asked = await listQuestions(tx, session);
    const map = (needId: string | null, aspect: NeedAspect, question: string) => {
      const found = asked.find((each) => each.question === question);
      expect(found, question).toMatchObject({ n: RESPONDENTS });
      const picked = { sourceId: found?.source.id ?? "", question };
      return mapQuestion(tx, session, { picked, aspect, needId });
    };
    for (const need of DEMO_NEEDS) {
      const { id } = await createNeed(tx, session, { ...need, segmentId: null });
      await map(id, "importance", need.importance);
      await map(id, "satisfaction", need.satisfaction);
      if (need.kano) await map(id, "kano_functional", need.kano[0]);
      if (need.kano) await map(id, "kano_dysfunctional", need.kano[1]);
    }
    await map(null, "outcome", OUTCOME);
  });
  const { needs, answers } = await withTenant(session, "need:read", (tx) =>
    readComparison(tx, session, { segmentId: null }),
  );
  const derived = deriveImportance(answers);
  const compared = compareNeeds(needs, derived);
  const views = compared.map(({ need, disagreements }) => [
    need.statement,
    need.opportunity?.band,
    need.kano.result?.kind ?? null,
    [...disagreements],
  ]);
  expect(derived).toMatchObject({ converged: true, leftOut: [] });
  expect(views).toMatchInlineSnapshot(`
    [
      [
        "I want to know on which day and hour the fitter comes",
        "high",
        "must_be",
        [],
      ],
      [
        "I want my machine repaired at the first visit",
        "solid",
        "one_dimensional",
        [],
      ],
      [
        "I want to feel that the bill is fair",
        "served",
        null,
        [
          "said_moves_nothing",
        ],
      ],
      [
        "I want the old machine taken away without asking twice",
        "overserved",
        null,
        [
          "said_moves_nothing",
        ],
      ],
      [
        "I do not want to tell my story anew at every call",
        "served",
        "attractive",
        [
          "moves_unsaid",
          "delights_unasked",
        ],
      ],
      [
        "I want to choose from every colour there is",
        "overserved",
        "indifferent",
        [],
      ],
    ]
  `);
});
