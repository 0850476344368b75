import { createTranslator } from "next-intl";
import type { EvidenceLoss } from "#lib/evidence/types.ts";
import personae from "#lib/format/messages/en/personae.json" with { type: "json" };

/**
 * Why an interview is not deleted yet, and the way out; null where nothing was cut out of it. `loss` with the names that the reader may
 * read.
 *
 * Worked: of two pieces, one of them all that speaks for a need, it is "2 pieces of evidence go with this interview. 1 need, persona or
 * claim is left without any (“Somebody calls”). Say that the evidence may go along."
 */
export function lossRefusal({ pieces, unbacked, names }: EvidenceLoss): string | null {
  if (pieces === 0) return null;
  const t = createTranslator({ locale: "en", messages: { personae }, namespace: "personae" });
  const more = unbacked - names.length;
  const quoted = names.map((name) => `“${name}”`);
  const listed = more > 0 ? [...quoted, t("interviewMore", { count: more })] : quoted;
  const what = { count: unbacked, names: names.length === 0 ? "none" : LIST.format(listed) };
  return [
    t("interviewHolds", { count: pieces }),
    ...(unbacked > 0 ? [t("interviewUnbacks", what)] : []),
    t("interviewDeleteAllTheSame"),
  ].join(" ");
}

const LIST = new Intl.ListFormat("en");
