import { DEMO_MEMBERS, DEMO_OWNER, DEMO_PASSWORD, DEMO_WORKSPACE } from "#prisma/seed/people.ts";
import type { DatabaseUrls } from "./embedded-database.ts";
import { type Environment, readEnvironment } from "./environment.ts";
import { runStep } from "./run-step.ts";
import { say } from "./say.ts";
import { readSecrets } from "./secrets.ts";
import { supervise } from "./supervisor.ts";
import { demoAddress } from "./web-address.ts";

/** Everything on this machine, with an invented company to look at; when watching, the web server follows the sources. */
export async function runDemo(isWatching: boolean): Promise<void> {
  // Whoever runs the demo looks after it too.
  const given: Environment = { OPERATORS: DEMO_OWNER.email, ...readEnvironment() };
  await supervise({
    given,
    isWatching,
    listenAt: () => demoAddress(given, say),
    servedAt: (places, { port }) => ({
      appUrl: given["APP_URL"] ?? `http://localhost:${port}`,
      appSecret: given["APP_SECRET"] ?? readSecrets(places.secrets).appSecret,
    }),
    seed: seedDemo,
    welcome,
  });
}

async function seedDemo(
  environment: Environment,
  urls: DatabaseUrls,
  aborted: AbortSignal,
): Promise<void> {
  const { output, isFine } = await runStep(
    ["prisma/seed/main.ts"],
    { ...environment, DATABASE_OWNER_URL: urls.ownerUrl, LOG_LEVEL: "silent" },
    aborted,
  );
  if (!isFine) throw new Error(`The demo's data could not be made: ${output.trim()}`);
  if (output.trim() !== "") say(output.trim());
}

function welcome(appUrl: string): string {
  const people = [DEMO_OWNER, ...DEMO_MEMBERS];
  const width = Math.max(...people.map(({ email }) => email.length)) + 2;
  return [
    "",
    `Throughline runs at ${appUrl} and shows ${DEMO_WORKSPACE.name}, an invented company.`,
    `Sign in with the password ${DEMO_PASSWORD} as one of:`,
    "",
    ...people.map(
      ({ email, name, role }) => `  ${email.padEnd(width)}${name}, ${role.replace("_", " ")}`,
    ),
    "",
    "Ctrl-C stops everything; the data stays for the next start.",
    "",
  ].join("\n");
}
