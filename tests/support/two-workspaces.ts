import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { adminJson } from "./admin.ts";

/** A workspace with data in it, and what is needed to address each of them. */
export type FullWorkspace = {
  slug: string;
  email: string;
  password: string;
  apiKey: string;
  importId: string;
  customerId: string;
  /** Names its customer to the API; the same in every workspace. */
  externalId: string;
  /** Stands in everything that belongs to it and in no address of it. */
  mark: string;
};

const PASSWORD = "a password for tests";
const EXTERNAL_ID = "C-1";

/** Make a workspace by the command line and import one customer and one order, with a bad row for the reject file. */
export async function makeFullWorkspace(mark: string): Promise<FullWorkspace> {
  const email = `owner-${mark}@example.com`;
  const { slug } = await adminJson<{ slug: string }>([
    ...[
      "workspace",
      "create",
      "--name",
      `Name ${mark}`,
      "--slug",
      `ws-${Math.random().toString(36).slice(2, 10)}`,
    ],
    ...["--owner-email", email, "--owner-name", `Owner ${mark}`, "--password", PASSWORD],
  ]);
  const { key } = await adminJson<{ key: string }>([
    "api-key",
    "create",
    "--workspace",
    slug,
    "--name",
    "all",
    "--scope",
    "all",
  ]);
  const customers = `customer_id,name,email\n${EXTERNAL_ID},Person ${mark},person-${mark}@example.com\n,Nobody ${mark},\n`;
  await importText(slug, "customers", customers);
  const orders = `order_id,customer_id,date,amount,product\nO-${mark},${EXTERNAL_ID},2026-01-02,10.00,product-${mark}\n`;
  const importId = await importText(slug, "orders", orders);
  return {
    slug,
    email,
    password: PASSWORD,
    apiKey: key,
    importId,
    customerId: await customerIdOf(slug),
    externalId: EXTERNAL_ID,
    mark,
  };
}

/** Import a file by the command line; returns the id of the import. */
export async function importText(workspace: string, kind: string, text: string): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "throughline-test-"));
  const file = join(folder, `${kind}.csv`);
  writeFileSync(file, text);
  try {
    return (
      await adminJson<{ id: string }>([
        "import",
        "--workspace",
        workspace,
        "--kind",
        kind,
        "--file",
        file,
      ])
    ).id;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function customerIdOf(slug: string): Promise<string> {
  const client = new pg.Client({ connectionString: process.env["DATABASE_OWNER_URL"] });
  await client.connect();
  try {
    await client.query("BEGIN");
    await client.query("SET LOCAL ROLE app_definer");
    const tenant = await client.query<{ id: string }>("SELECT id FROM tenant WHERE slug = $1", [
      slug,
    ]);
    await client.query("RESET ROLE");
    await client.query("SELECT app_set_tenant($1)", [tenant.rows[0]?.id]);
    const { rows } = await client.query<{ id: string }>(
      "SELECT id FROM customer WHERE external_id = $1",
      [EXTERNAL_ID],
    );
    await client.query("COMMIT");
    if (!rows[0]) throw new Error("The test's customer was not imported.");
    return rows[0].id;
  } finally {
    await client.end();
  }
}
