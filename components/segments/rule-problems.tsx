import { useTranslations } from "next-intl";
import { Notice } from "#components/ui/notice.tsx";
import { attributeName, findField } from "#lib/segments/fields.ts";
import type { RuleProblem } from "#lib/segments/types.ts";

/** What is wrong with a rule that can be asked all the same: a contradiction, an attribute that is gone or of another kind. */
export function RuleProblems({ problems }: { problems: readonly RuleProblem[] }) {
  return (
    <div className="grid gap-2 empty:hidden [&>*:first-child]:mt-3">
      {problems.map((problem) => (
        <Notice key={`${problem.code} ${problem.path.join(".")}`} tone="warn">
          <ProblemText problem={problem} />
        </Notice>
      ))}
    </div>
  );
}

/** One thing that is wrong with a rule, in a sentence. */
export function ProblemText({ problem }: { problem: RuleProblem }) {
  const t = useTranslations("segmentation.problems");
  const fields = useTranslations("segments.fields");
  const word = findField(problem.field, "text")?.word;
  const field = word ? fields(word) : (attributeName(problem.field) ?? problem.field);
  return t(problem.code, { field });
}
