import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { DEMO_OWNER, DEMO_PASSWORD, DEMO_WORKSPACE } from "#prisma/seed/people.ts";
import { expect, signIn, test } from "#tests/support/browser.ts";
import { TEST_PASSWORD } from "#tests/support/cluster.ts";

/** What the server was given and must keep to itself. */
function canaries(): string[] {
  const given = ["METRICS_TOKEN", "OIDC_CLIENT_SECRET", "DATABASE_URL", "SMTP_URL"].map(
    (name) => process.env[name] ?? "",
  );
  const secrets = [...given, "a secret for tests, as long as it has to be", TEST_PASSWORD];
  expect(secrets.every((secret) => secret.length >= 8)).toBe(true);
  return secrets;
}

/** What a person may never see of the inside. */
const INSIDE = /\bat \S+ \(?(?:file:|\/|node:)|SELECT .+ FROM|PrismaClient|app_user|pg_catalog/;

function expectClean(text: string, where: string): void {
  for (const secret of canaries()) expect(text.includes(secret), `${where}: ${secret}`).toBe(false);
}

function textsUnder(folder: string): [string, string][] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path, readFileSync(path, "latin1")]);
}

test("no secret is in what the browser loads", () => {
  const files = textsUnder(join(process.cwd(), ".next", "static"));
  expect(files.length).toBeGreaterThan(10);
  for (const [path, text] of files) expectClean(text, path);
});

test("no secret and nothing of the inside is in a page or an answer that went wrong", async ({
  page,
  request,
  problems,
}) => {
  problems.expectConsole(/4\d\d|500/);
  const addresses = [
    ...["/nowhere", "/w/nobody", "/admin", "/api/v1/customers", "/api/v1/imports/'", "/%E0%A4%A"],
    ...[
      "/api/metrics",
      "/api/auth/callback/oidc?code=x&state=y",
      "/invitation/x",
      "/api/v1/nothing",
    ],
  ];
  await signIn(page, { email: DEMO_OWNER.email, password: DEMO_PASSWORD });
  const inside = [
    ...["customers/'", "customers?after='", "data/imports/x", "settings/members/'", "nothing"],
    ...["settings/data-protection/people/'", "settings/data-protection/exports/x"],
  ].map((path) => `/w/${DEMO_WORKSPACE.slug}/${path}`);
  for (const address of [...addresses, ...inside]) {
    const answer = await page.request.get(address);
    const text = await answer.text();
    expectClean(text, address);
    expect(INSIDE.exec(text)?.[0], address).toBeUndefined();
  }
  for (const body of ["", "{", "\0", '{"a":'.repeat(100)]) {
    const answer = await request.post("/api/v1/imports", {
      headers: { authorization: "Bearer tl_wrong", "content-type": "application/json" },
      data: body,
    });
    expect(answer.status()).toBeLessThan(500);
    const text = await answer.text();
    expectClean(text, "POST /api/v1/imports");
    expect(INSIDE.exec(text)?.[0]).toBeUndefined();
  }
});

test("no secret and no address of a person is in the logs", () => {
  const files = textsUnder(join(process.cwd(), ".data", "e2e", "log"));
  expect(files.length).toBeGreaterThan(1);
  for (const [path, text] of files) {
    expectClean(text, path);
    expect(text.includes(DEMO_OWNER.email), path).toBe(false);
  }
});
