import { useTranslations } from "next-intl";
import type { ReferenceOperation } from "#lib/api/index.ts";
import { FieldTable } from "./field-table.tsx";

export type OperationCardProps = { operation: ReferenceOperation };

/** One thing the API does: opens to what it takes and answers. */
export function OperationCard({ operation }: OperationCardProps) {
  const t = useTranslations("reference");
  const { id, method, path, summary, scope, parameters, body, answers } = operation;
  return (
    <details id={id} className="border-t border-hairline first:border-t-0">
      <summary className="min-h-11 cursor-pointer px-4 py-3 hover:bg-raised sm:px-5">
        <h3 className="inline text-sm font-normal">
          <span className="me-2 inline-block w-11 font-mono text-2xs font-semibold text-primary">
            {method}
          </span>
          <code className="font-mono text-sm break-all">{path}</code>
          <span className="mt-0.5 block text-muted sm:ms-17">{summary}</span>
        </h3>
      </summary>
      <div className="px-4 pb-5 sm:px-5">
        <p className="text-sm">
          {scope === null ? (
            t("everybody")
          ) : (
            <>
              {t("scope")} <code className="font-mono text-2xs">{scope}</code>
            </>
          )}
        </p>
        <FieldTable title={t("parameters")} fields={parameters} />
        {body && <FieldTable title={t("body", { media: body.media })} fields={body.fields} />}
        {answers.map(({ status, words, fields }) => (
          <FieldTable key={status} title={t("answer", { status, words })} fields={fields} />
        ))}
      </div>
    </details>
  );
}
