import "server-only";
import type { Session } from "#lib/auth/types.ts";
import { empty, sql } from "#lib/db/sql.ts";
import type { TenantTx } from "#lib/db/with-tenant.ts";
import { scalesOf } from "../measure-aspect.ts";
import { questionKey } from "../question-key.ts";
import type { MappedQuestion, NeedAspect, SurveyQuestion } from "../types.ts";

const MOST_ROWS = 20_000;
const ANSWERS_SHOWN = 5;

type AnswerRow = {
  sourceId: string;
  sourceName: string;
  question: string;
  min: number;
  max: number;
  score: number;
  count: number;
};

/** Every question that customers answered with a score, by source, the most answered first, with what it is mapped to. */
export async function listQuestions(tx: TenantTx, session: Session): Promise<SurveyQuestion[]> {
  const rows = await tx.$queryRaw<AnswerRow[]>`
    SELECT s.source_id AS "sourceId", d.name AS "sourceName", s.question, s.scale_min AS min, s.scale_max AS max, s.score,
      count(*)::float8 AS count
    FROM signal s JOIN data_source d ON d.tenant_id = s.tenant_id AND d.id = s.source_id
    WHERE s.tenant_id = ${session.workspace.id}::uuid AND s.question IS NOT NULL AND s.score IS NOT NULL AND s.scale_min IS NOT NULL
      AND s.scale_max IS NOT NULL AND s.audience = 'customer'
    GROUP BY 1, 2, 3, 4, 5, 6 ORDER BY 7 DESC LIMIT ${MOST_ROWS}`;
  const mapped = await listMapped(tx, session);
  return questionsOf(rows, mapped).sort(
    (a, b) => b.n - a.n || a.question.localeCompare(b.question),
  );
}

type MappedRow = {
  id: string;
  aspect: string;
  question: string;
  sourceId: string | null;
  sourceName: string | null;
  needId: string | null;
  statement: string | null;
};

/** What questions are mapped to: all of it, or what is mapped to one need. */
export async function listMapped(
  tx: TenantTx,
  { workspace }: Session,
  needId?: string,
): Promise<MappedQuestion[]> {
  const narrowed = needId === undefined ? empty : sql`AND q.need_id = ${needId}::uuid`;
  const rows = await tx.$queryRaw<MappedRow[]>`
    SELECT q.id, q.aspect, q.question, d.id AS "sourceId", d.name AS "sourceName", n.id AS "needId", n.statement
    FROM need_question q
      LEFT JOIN data_source d ON d.tenant_id = q.tenant_id AND d.id = q.source_id
      LEFT JOIN customer_need n ON n.tenant_id = q.tenant_id AND n.id = q.need_id
    WHERE q.tenant_id = ${workspace.id}::uuid ${narrowed} ORDER BY q.aspect, q.id`;
  return rows.map(({ id, aspect, question, ...row }) => ({
    ...{ id, question },
    // text + CHECK in the database: these words are all there are
    aspect: aspect as NeedAspect,
    source: row.sourceId === null ? null : { id: row.sourceId, name: row.sourceName ?? "" },
    need: row.needId === null ? null : { id: row.needId, statement: row.statement ?? "" },
  }));
}

function questionsOf(
  rows: readonly AnswerRow[],
  mapped: readonly MappedQuestion[],
): SurveyQuestion[] {
  const byQuestion = new Map<string, AnswerRow[]>();
  for (const row of rows) {
    const key = questionKey(row);
    byQuestion.set(key, [...(byQuestion.get(key) ?? []), row]);
  }
  return [...byQuestion.values()].flatMap((answers) => {
    const [first] = answers;
    if (!first) return [];
    const { sourceId, sourceName, question } = first;
    const isOfIt = (each: MappedQuestion) =>
      each.question === question && (each.source === null || each.source.id === sourceId);
    return [
      {
        ...{ source: { id: sourceId, name: sourceName }, question },
        n: answers.reduce((sum, { count }) => sum + count, 0),
        scales: scalesOf(answers),
        answers: answers.slice(0, ANSWERS_SHOWN).map(({ score, count }) => ({ score, count })),
        mapped: mapped.filter(isOfIt),
      },
    ];
  });
}
