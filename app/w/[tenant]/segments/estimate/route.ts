import { answerEstimate } from "#lib/segments/index.ts";
import { ruleRoute } from "../rule-route.ts";

export const dynamic = "force-dynamic";

const LONGEST_MS = 5_000;

/** POST { rule } → what the builder shows of it first where there are many customers, or null. Nothing is stored. */
export const POST = ruleRoute(answerEstimate, LONGEST_MS);
