import { join } from "node:path";
import { buildWeb } from "../../lib/boot/build-web.ts";
import { childEnvironment } from "../../lib/boot/child-environment.ts";
import { generateClient } from "../../lib/boot/generate-client.ts";
import { type Kept, keepRunning } from "../../lib/boot/keep-running.ts";
import { type Places, placesOf } from "../../lib/boot/places.ts";
import { runStep } from "../../lib/boot/run-step.ts";
import { untilServing, webService, workerService } from "../../lib/boot/services.ts";
import { DEMO_OWNER } from "../../prisma/seed/people.ts";
import { roleUrl, runSql, startTestCluster } from "./cluster.ts";
import { startMailServer } from "./mail-server.ts";
import { startOidcProvider } from "./oidc-provider.ts";

const DATABASE = "throughline_e2e";
const say = (sentence: string) => process.stdout.write(`${sentence}\n`);
const never = new AbortController().signal;

/**
 * Before all browser tests: one production build, one server and one worker with a database of their own, filled with
 * the demo, a mail server and an OpenID provider. What the tests need to know is in the environment: E2E_PORT,
 * DATABASE_URL, DATABASE_OWNER_URL, E2E_MAIL_FOLDER, OIDC_ISSUER.
 */
export default async function startServer(): Promise<() => Promise<void>> {
  const places = placesOf(join(".data", "e2e"));
  await generateClient(process.env, never);
  await buildWeb(process.env, places, never);
  const cluster = await startTestCluster();
  const kept: Pick<Kept, "stop">[] = [];
  const stop = async () => {
    for (const service of kept.reverse()) await service.stop();
    await cluster.stop();
  };
  try {
    const urls = await makeDatabase(cluster.superuserUrl, cluster.template);
    kept.push(...(await startNeighbours()));
    kept.push(...(await serve(urls, places)));
    return stop;
  } catch (error) {
    await stop();
    throw error;
  }
}

type Urls = { databaseUrl: string; ownerUrl: string };

async function makeDatabase(superuserUrl: string, template: string): Promise<Urls> {
  await runSql(superuserUrl, [
    `DROP DATABASE IF EXISTS ${DATABASE} WITH (FORCE)`,
    `CREATE DATABASE ${DATABASE} TEMPLATE ${template} OWNER app_owner STRATEGY wal_log`,
    `REVOKE ALL ON DATABASE ${DATABASE} FROM PUBLIC`,
    `GRANT CONNECT ON DATABASE ${DATABASE} TO app_user, app_backup`,
  ]);
  const urls = {
    databaseUrl: roleUrl(superuserUrl, "app_user", DATABASE),
    ownerUrl: roleUrl(superuserUrl, "app_owner", DATABASE),
  };
  process.env["DATABASE_URL"] = urls.databaseUrl;
  process.env["DATABASE_OWNER_URL"] = urls.ownerUrl;
  return urls;
}

const appUrl = () => `http://127.0.0.1:${process.env["E2E_PORT"]}`;

/** What the server talks to: a mail server that keeps every mail, and a provider where anybody may sign in. */
async function startNeighbours(): Promise<Pick<Kept, "stop">[]> {
  const folder = join(process.cwd(), ".data", "e2e", "mail");
  const mail = await startMailServer(folder);
  const provider = await startOidcProvider(appUrl());
  Object.assign(process.env, {
    SMTP_URL: mail.url,
    MAIL_FROM: "Throughline <cx@throughline.example>",
    E2E_MAIL_FOLDER: folder,
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: provider.clientId,
    OIDC_CLIENT_SECRET: provider.clientSecret,
    OIDC_NAME: "Test provider",
    PSEUDO_LOCALE: "true",
    OPERATORS: DEMO_OWNER.email,
    METRICS_TOKEN: "a token of the tests for metrics",
  });
  return [mail, provider];
}

async function serve(urls: Urls, places: Places): Promise<Kept[]> {
  const port = Number(process.env["E2E_PORT"]);
  const served = {
    appUrl: appUrl(),
    appSecret: "a secret for tests, as long as it has to be",
  };
  const environment = childEnvironment(
    { ...process.env, LOG_LEVEL: "warn", DESIGN_PAGES: "true" },
    urls,
    served,
  );
  const seeded = await runStep(
    ["prisma/seed/main.ts"],
    { ...environment, DATABASE_OWNER_URL: urls.ownerUrl, LOG_LEVEL: "silent" },
    never,
  );
  if (!seeded.isFine) throw new Error(seeded.output);
  const worker = await keepRunning(workerService(false, environment, places), say);
  const at = { host: "127.0.0.1", port, isWatching: false };
  const web = await keepRunning(webService(at, environment, places), say);
  if (await untilServing(`${served.appUrl}/api/health/live`, 60_000, () => web.endings() > 2))
    return [worker, web];
  throw new Error(`The web server does not answer: see ${places.logs}/web.log.`);
}
