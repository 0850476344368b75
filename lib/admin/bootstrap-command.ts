import pg from "pg";
import { z } from "zod";
import type { Environment } from "#lib/boot/environment.ts";
import { bootstrapSql, databaseSql } from "#lib/boot/roles.ts";
import { randomSecret } from "#lib/boot/secrets.ts";
import { withDatabase } from "./owner-client.ts";
import { parseInput } from "./parse-input.ts";
import { type Command, type Outcome, UsageError } from "./types.ts";

const Input = z.object({
  print: z.boolean().default(false),
  superuserUrl: z
    .url({
      protocol: /^postgres(ql)?$/,
      error: "This is not a URL such as postgresql://postgres:…@host:5432/postgres.",
    })
    .optional(),
});

export const bootstrap: Command = {
  words: "bootstrap",
  summary: "Make the database and the roles that keep workspaces apart, once per server.",
  options: {
    print: { type: "boolean", help: "print the SQL for psql and a superuser, and run nothing" },
    "superuser-url": {
      type: "string",
      value: "<url>",
      help: "run it on your own server as this superuser",
    },
  },
  run: async (values, given) => {
    const input = parseInput(Input, values);
    const plan = planFor(given);
    if (input.print) return printed(plan);
    if (input.superuserUrl !== undefined) return executed(plan, input.superuserUrl);
    if (given["DATABASE_URL"] !== undefined) {
      throw new UsageError(
        "Say how: --print shows the SQL, --superuser-url <url> runs it on your server.",
      );
    }
    // The embedded PostgreSQL makes its roles itself whenever it starts.
    await withDatabase(given, async () => undefined);
    return {
      json: { database: "embedded", isReady: true },
      lines: ["The embedded database is ready."],
    };
  },
};

type Plan = {
  database: string;
  address: string;
  passwords: { owner: string; user: string; backup: string };
  roles: string[];
  databases: string[];
};

/** The database is that of DATABASE_URL, each role's password that of its address; what is not set is made up. */
function planFor(given: Environment): Plan {
  const user = urlOf(given["DATABASE_URL"]);
  const database = decodeURIComponent(user?.pathname.slice(1) ?? "") || "throughline";
  const passwords = {
    owner: passwordOf(urlOf(given["DATABASE_OWNER_URL"])),
    user: passwordOf(user),
    backup: passwordOf(urlOf(given["DATABASE_BACKUP_URL"])),
  };
  return {
    database,
    address: user?.host ?? "HOST:5432",
    passwords,
    roles: bootstrapSql(passwords),
    databases: databaseSql(database),
  };
}

function printed(plan: Plan): Outcome {
  const sql = [...plan.roles, ...plan.databases].map((statement) => `${statement};`);
  const lines = [
    "-- Run with psql as a superuser, connected to any database of the server; then set:",
    ...urlsOf(plan).map(([name, url]) => `--   ${name}=${url}`),
    ...sql,
  ];
  return { json: { sql: sql.join("\n"), ...Object.fromEntries(urlsOf(plan)) }, lines };
}

async function executed(plan: Plan, superuserUrl: string): Promise<Outcome> {
  const at = { ...plan, address: new URL(superuserUrl).host };
  const client = new pg.Client({ connectionString: superuserUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    for (const statement of plan.roles) await client.query(statement);
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [
      plan.database,
    ]);
    for (const statement of rowCount ? plan.databases.slice(1) : plan.databases)
      await client.query(statement);
  } finally {
    await client.end();
  }
  const urls = urlsOf(at);
  return {
    json: Object.fromEntries(urls),
    lines: [
      "The roles and the database are there. Set:",
      ...urls.map(([name, url]) => `${name}=${url}`),
    ],
  };
}

function urlsOf({ address, database, passwords }: Plan): [string, string][] {
  const url = (role: string, password: string) =>
    `postgresql://${role}:${encodeURIComponent(password)}@${address}/${database}`;
  return [
    ["DATABASE_URL", url("app_user", passwords.user)],
    ["DATABASE_OWNER_URL", url("app_owner", passwords.owner)],
    ["DATABASE_BACKUP_URL", url("app_backup", passwords.backup)],
  ];
}

function passwordOf(url: URL | null): string {
  return decodeURIComponent(url?.password ?? "") || randomSecret();
}

function urlOf(text: string | undefined): URL | null {
  return text !== undefined && URL.canParse(text) ? new URL(text) : null;
}
