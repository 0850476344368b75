import { answerLive } from "#lib/segments/index.ts";
import { ruleRoute } from "../rule-route.ts";

export const dynamic = "force-dynamic";

/** POST { rule } → what the builder shows of it at once: counts and shares. Nothing is stored. */
export const POST = ruleRoute(answerLive);
