import { answerBeside } from "#lib/segments/index.ts";
import { ruleRoute } from "../rule-route.ts";

export const dynamic = "force-dynamic";

/** POST { rule } → what the builder shows of it a moment later: it beside all others, and overlaps. Nothing is stored. */
export const POST = ruleRoute(answerBeside);
