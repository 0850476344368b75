import type { ImportMapping } from "../schema.ts";
import { isWithin } from "./read-questions.ts";
import { scaleInWords, type WordedScale } from "./scale-in-words.ts";
import type { FormatSample } from "./types.ts";

type Questions = NonNullable<ImportMapping["questions"]>;
/** Other types are kept in words, whatever their question says. */
const SCORED = /^(?:nps|csat|ces|rating)$/;

type Asked = { type: string; text: string; values: number[] };

/**
 * The scale of each question whose answers stand in lines of their own: the one that its words say; 1 to 5 of CSAT, as
 * it is asked; of others the one that only its answers can have. Of the rest it is not known.
 */
export function feedbackScales({ headers, rows }: FormatSample): Questions {
  const at = (name: string) => headers.indexOf(name);
  const places = {
    text: [at("field_label"), at("field_name"), at("field_id")],
    type: at("field_type"),
    value: at("value"),
  };
  const asked = new Map<string, Asked>();
  for (const row of rows) {
    const text = places.text.map((place) => (row[place] ?? "").trim()).find(Boolean);
    const value = (row[places.value] ?? "").trim();
    const type = (row[places.type] ?? "").trim();
    if (!text || !SCORED.test(type) || !/^\d{1,3}(?:\.\d+)?$/.test(value)) continue;
    const known = asked.get(text) ?? { type, text, values: [] };
    known.values.push(Number(value));
    asked.set(text, known);
  }
  return Object.fromEntries(
    [...asked.values()].flatMap((each) => {
      const scale = scaleOf(each);
      if (!scale) return [];
      const { min: scaleMin, max: scaleMax, higherIsBetter } = scale;
      return [
        [each.text, { scaleMin, scaleMax, ...(higherIsBetter ? {} : { higherIsBetter }) }] as const,
      ];
    }),
  );
}

const isUp = { higherIsBetter: true } as const;

function scaleOf({ type, text, values }: Asked): WordedScale | null {
  const said = scaleInWords(text);
  if (said) return isWithin(values, said.min, said.max) ? said : null;
  const highest = Math.max(...values);
  if (type === "csat" && isWithin(values, 1, 5)) return { min: 1, max: 5, ...isUp };
  if (type === "ces" && highest > 5 && isWithin(values, 1, 7)) return { min: 1, max: 7, ...isUp };
  if (type === "rating" && highest > 7 && isWithin(values, 1, 10))
    return { min: 1, max: 10, ...isUp };
  return null;
}
