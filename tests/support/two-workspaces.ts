import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { v7 as uuidv7 } from "uuid";
import { enterWorkspace } from "#lib/admin/owner-client.ts";
import { adminJson } from "./admin.ts";
import { asOwner } from "./owner.ts";
import { addPersona, type Understood } from "./understood-rows.ts";

/** A workspace with data and people in it, and what is needed to address each of them. */
export type FullWorkspace = {
  slug: string;
  email: string;
  password: string;
  apiKey: string;
  importId: string;
  customerId: string;
  /** Another customer, who may be the same */
  twinId: string;
  /** The import of its customers, which rejected a row for an address that is none */
  customersImportId: string;
  /** A member of it who is no owner, an open invitation and a department */
  memberId: string;
  invitationId: string;
  departmentId: string;
  sourceId: string;
  /** A webhook and an incoming hook */
  endpointId: string;
  hookId: string;
  /** A run of lifetime value that has ended */
  runId: string;
  /** A segment of a rule */
  segmentId: string;
  /** The open case of its customer, who may leave */
  caseId: string;
  /** A complaint of its customer */
  complaintId: string;
  /** A need on its register */
  needId: string;
  /** A persona of the segment with a claim, an interview, and a file that backs the claim */
  personaId: string;
  claimId: string;
  interviewId: string;
  evidenceId: string;
  fileId: string;
  /** An export of it that is ready */
  exportId: string;
  name: string;
  /** Names its customer to the API; the same in every workspace. */
  externalId: string;
  /** Stands in everything that belongs to it and in no address of it. */
  mark: string;
};

const PASSWORD = "a password for tests";
const EXTERNAL_ID = "C-1";

/** An address of `template` with the ids of `ids` and the workspace of `tenant`. */
export function fillIn(
  template: string,
  tenant: FullWorkspace,
  ids: FullWorkspace = tenant,
): string {
  return template
    .replace("{tenant}", tenant.slug)
    .replaceAll("{customerId}", ids.customerId)
    .replace("{sourceId}", ids.sourceId)
    .replace("{endpointId}", ids.endpointId)
    .replace("{hookId}", ids.hookId)
    .replace("{runId}", ids.runId)
    .replace("{caseId}", ids.caseId)
    .replace("{complaintId}", ids.complaintId)
    .replaceAll("{segmentId}", ids.segmentId)
    .replace("{needId}", ids.needId)
    .replace("{twinId}", ids.twinId)
    .replace("{externalId}", ids.externalId)
    .replace("{importId}", ids.importId)
    .replace("{memberId}", ids.memberId)
    .replace("{invitationId}", ids.invitationId)
    .replace("{departmentId}", ids.departmentId)
    .replace("{exportId}", ids.exportId)
    .replace("{personaId}", ids.personaId)
    .replace("{claimId}", ids.claimId)
    .replace("{interviewId}", ids.interviewId)
    .replace("{evidenceId}", ids.evidenceId)
    .replace("{fileId}", ids.fileId)
    .replace("{workspaceName}", tenant.name);
}

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
  const customers = `customer_id,name,email\n${EXTERNAL_ID},Person ${mark},person-${mark}@example.com\n,Nobody ${mark},\nC-2,,no address ${mark}\n`;
  const customersImportId = await importText(slug, "customers", customers);
  const orders = `order_id,customer_id,date,amount,product\nO-${mark},${EXTERNAL_ID},2026-01-02,10.00,product-${mark}\n`;
  const importId = await importText(slug, "orders", orders);
  return {
    slug,
    email,
    password: PASSWORD,
    apiKey: key,
    importId,
    customersImportId,
    name: `Name ${mark}`,
    ...(await addPeople(slug, mark)),
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

type People = Pick<
  FullWorkspace,
  | "customerId"
  | "twinId"
  | "memberId"
  | "invitationId"
  | "departmentId"
  | "sourceId"
  | "endpointId"
  | "hookId"
  | "runId"
  | "caseId"
  | "complaintId"
  | "segmentId"
  | "needId"
  | "exportId"
> &
  Understood;

/** A department with a member in it, and somebody invited. */
function addPeople(slug: string, mark: string): Promise<People> {
  return asOwner(async (client) => {
    const only = async (sql: string, ...values: string[]) =>
      (await client.query<{ id: string }>(sql, values)).rows[0]?.id ?? "";
    await client.query("BEGIN");
    await enterWorkspace(client, slug);
    const accountId = await only(
      "INSERT INTO account (id, email, name) VALUES ($1, $2, $3) RETURNING id",
      ...[uuidv7(), `member-${mark}@example.com`, `Member ${mark}`],
    );
    const memberId = await only(
      "INSERT INTO membership (id, account_id, role) VALUES ($1, $2, 'frontline') RETURNING id",
      ...[uuidv7(), accountId],
    );
    const departmentId = await only(
      "INSERT INTO department (id, name) VALUES ($1, $2) RETURNING id",
      ...[uuidv7(), `Department ${mark}`],
    );
    await client.query(
      "INSERT INTO membership_department (membership_id, department_id) VALUES ($1, $2)",
      [memberId, departmentId],
    );
    const invitationId = await only(
      `INSERT INTO invitation (id, email, name, role, department_ids, sha256, expires_at)
       VALUES ($1, $2, $3, 'auditor', '{}', $4, now() + interval '7 days') RETURNING id`,
      ...[uuidv7(), `invited-${mark}@example.com`, `Invited ${mark}`, `hash of ${mark}`],
    );
    const customerId = await only("SELECT id FROM customer WHERE external_id = $1", EXTERNAL_ID);
    const twinId = await only(
      "INSERT INTO customer (id, external_id, name) VALUES ($1, 'C-3', $2) RETURNING id",
      ...[uuidv7(), `Person ${mark}`],
    );
    await client.query(
      "INSERT INTO customer_duplicate (first_id, second_id, evidence) VALUES ($1, $2, '{name}')",
      [customerId, twinId],
    );
    const sourceId = await only(
      "INSERT INTO data_source (id, name, kind, owner_department_id) VALUES ($1, $2, 'survey', $3) RETURNING id",
      ...[uuidv7(), `Source ${mark}`, departmentId],
    );
    await client.query(
      `INSERT INTO interaction (id, source_id, external_id, customer_id, kind, occurred_on, subject)
       VALUES ($1, $2, $3, $4, 'service', '2026-01-02', $3)`,
      [uuidv7(), sourceId, mark, customerId],
    );
    const complaintId = await only(
      `INSERT INTO complaint (id, source_id, external_id, customer_id, received_on, closed_on, subject)
       VALUES ($1, $2, $3, $4, '2026-01-02', '2026-01-03', $3) RETURNING id`,
      ...[uuidv7(), sourceId, mark, customerId],
    );
    const endpointId = await only(
      "INSERT INTO webhook_endpoint (id, url, events, secret) VALUES ($1, $2, '{import.finished}', 'sealed') RETURNING id",
      ...[uuidv7(), `https://hooks.example.com/${mark}`],
    );
    const hookId = await only(
      `INSERT INTO incoming_hook (id, name, source_id, kind, format, secret)
       VALUES ($1, $2, $3, 'signals', 'items', 'sealed') RETURNING id`,
      ...[uuidv7(), `Hook ${mark}`, sourceId],
    );
    const runId = await only(
      `INSERT INTO clv_run (id, status, asked_model, model, horizon_months, discount_rate_annual, currency, customers, repeaters,
         finished_at)
       VALUES ($1, 'refused', 'auto', 'historic', 36, 0.1, 'EUR', 1, 0, now()) RETURNING id`,
      uuidv7(),
    );
    await client.query(
      "INSERT INTO clv_score (run_id, customer_id, value_minor, tier) VALUES ($1, $2, 1000, 1)",
      [runId, customerId],
    );
    const caseId = await only(
      "INSERT INTO defection_case (id, customer_id, next_step, currency) VALUES ($1, $2, $3, 'EUR') RETURNING id",
      ...[uuidv7(), customerId, mark],
    );
    const segmentId = await only(
      "INSERT INTO customer_segment (id, name, kind, rule) VALUES ($1, $2, 'rule', $3) RETURNING id",
      ...[uuidv7(), `Segment ${mark}`, '{"all":[{"field":"orders.count","op":">=","value":1}]}'],
    );
    const needId = await only(
      "INSERT INTO customer_need (id, statement, kind) VALUES ($1, $2, 'functional') RETURNING id",
      ...[uuidv7(), `Need ${mark}`],
    );
    const exportId = await only(
      "INSERT INTO workspace_export (id, status, byte_count, expires_at) VALUES ($1, 'ready', 0, now() + interval '7 days') RETURNING id",
      uuidv7(),
    );
    const understood = await addPersona(only, mark, segmentId);
    await client.query("COMMIT");
    const hooks = { endpointId, hookId };
    return {
      memberId,
      invitationId,
      customerId,
      twinId,
      departmentId,
      sourceId,
      ...hooks,
      runId,
      caseId,
      complaintId,
      segmentId,
      needId,
      exportId,
      ...understood,
    };
  });
}
