import type { SegmentUse, SegmentUseKind } from "./segment-types.ts";

type KeptKind = Exclude<SegmentUseKind, "target">;

const WORDS: Readonly<Record<KeptKind, readonly [one: string, many: string]>> = {
  needs: ["need", "needs"],
  personae: ["persona", "personae"],
  interviews: ["interview", "interviews"],
  signals: ["piece of feedback", "pieces of feedback"],
  complaints: ["complaint", "complaints"],
  winLoss: ["win or loss", "wins and losses"],
  evidence: ["number that is evidence of", "numbers that are evidence of"],
  deletedNeeds: ["deleted need that can be brought back", "deleted needs that can be brought back"],
  deletedPersonae: [
    "deleted persona that can be brought back",
    "deleted personae that can be brought back",
  ],
  deletedClaims: [
    "removed claim that can be brought back",
    "removed claims that can be brought back",
  ],
  deletedInterviews: [
    "deleted interview that can be brought back",
    "deleted interviews that can be brought back",
  ],
  primary: ["place in the primary segmentation", "places in the primary segmentation"],
};

const OTHER_SEGMENT = "give what is about it another segment";
const OTHER_FILE = "take back the imports that name it";
const PAST_A_DAY =
  "wait until the day is over in which what was deleted can be brought back, or bring it back and give it another segment or take the number away";

/** How each lets a segment go. */
const WAYS: Readonly<Record<KeptKind, string>> = {
  ...{ needs: OTHER_SEGMENT, personae: OTHER_SEGMENT, interviews: OTHER_SEGMENT },
  ...{ signals: OTHER_FILE, complaints: OTHER_FILE, winLoss: OTHER_FILE },
  evidence: "take its numbers away from what they are evidence of",
  ...{ deletedNeeds: PAST_A_DAY, deletedPersonae: PAST_A_DAY },
  ...{ deletedClaims: PAST_A_DAY, deletedInterviews: PAST_A_DAY },
  primary: "take it out of the primary segmentation",
};

/**
 * Why a segment cannot be deleted: what uses it, by number and name, and what to do first of each; null where nothing does. That it was
 * judged as a target keeps nothing. `uses` with their names as the reader may read them.
 */
export function keptBy(name: string, uses: readonly SegmentUse[]): string | null {
  const kept = uses.flatMap(({ kind, ...use }) => (kind === "target" ? [] : [{ kind, ...use }]));
  if (kept.length === 0) return null;
  const parts = kept.map(({ kind, count, named }) => {
    const what = `${count} ${WORDS[kind][count === 1 ? 0 : 1]}`;
    return `${what}${namesIn({ kind, named, count })}`;
  });
  const ways = [...new Set(kept.map(({ kind }) => WAYS[kind]))];
  return `${name} is used by ${joined(parts)}. To delete it, first ${joined(ways)}. Or archive it: what names it then stays.`;
}

type Named = Pick<SegmentUse, "named" | "count"> & { kind: KeptKind };

/** Numbers may back one thing twice: of evidence it is not told how many more there are. */
function namesIn({ kind, named, count }: Named): string {
  const names = named.flatMap((use) => (use.name === null ? [] : [`“${use.name}”`]));
  if (names.length === 0) return kind === "evidence" ? " something" : "";
  const isAll = kind === "evidence" || names.length === count;
  const list = isAll ? joined(names) : `${names.join(", ")} and ${count - names.length} more`;
  return kind === "evidence" ? ` ${list}` : ` (${list})`;
}

function joined(parts: readonly string[]): string {
  const last = parts.at(-1) ?? "";
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(", ")} and ${last}`;
}
