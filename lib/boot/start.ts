import { parseEnv } from "#lib/env.ts";
import { type Environment, readEnvironment } from "./environment.ts";
import { ownUrls } from "./own-database.ts";
import { runProgram } from "./say.ts";
import { supervise } from "./supervisor.ts";
import { productionAddress } from "./web-address.ts";

/** `npm start`: production, against a database of your own. */
await runProgram(async () => {
  const given = readEnvironment();
  const { APP_URL: appUrl, APP_SECRET: appSecret } = checkAll(given);
  await supervise({
    given,
    isWatching: false,
    listenAt: () => productionAddress(given),
    servedAt: () => ({ appUrl, appSecret }),
    welcome: () => `Throughline serves ${appUrl}.`,
  });
});

/** Every variable that is wrong or missing is named at once. */
function checkAll(given: Environment): ReturnType<typeof parseEnv> {
  const problems: string[] = [];
  const collect = <T>(check: () => T): T | null => {
    try {
      return check();
    } catch (error) {
      problems.push(...(error instanceof Error ? error.message.split("\n") : [String(error)]));
      return null;
    }
  };
  const env = collect(() => parseEnv(given));
  collect(() => ownUrls(given));
  if (env && problems.length === 0) return env;
  const byName = new Map(problems.map((sentence) => [sentence.split(" ")[0], sentence]));
  throw new Error([...byName.values()].join("\n"));
}
