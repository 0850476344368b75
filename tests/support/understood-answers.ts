import { expect } from "vitest";
import { z } from "zod";
import type { Session } from "#lib/auth/types.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { addInterviewPiece, addPersona } from "./personae.ts";
import type { ApiCall } from "./rest-api.ts";

/** Ask and hold the answer against the document. */
type Checked = (
  method: ApiCall["method"],
  path: string,
  asked?: Partial<ApiCall>,
) => Promise<{ response: Response; body: unknown }>;

const idOf = ({ body }: { body: unknown }) => z.object({ id: z.string() }).parse(body).id;

/** Bring something back that is deleted, and no second time; delete it first where it is not yet. */
async function broughtBack(
  checked: Checked,
  base: string,
  id: string,
  before: readonly "DELETE"[],
) {
  for (const method of before) await checked(method, `${base}/{id}`, { params: { id } });
  const back = `${base}/{id}/bring-back`;
  const statuses = [];
  for (const given of [id, id, "none"])
    statuses.push((await checked("POST", back, { params: { id: given } })).response.status);
  expect(statuses).toEqual([200, 404, 404]);
}

/** Every route of needs, well and ill. */
export async function askNeeds(checked: Checked): Promise<void> {
  const base = "/api/v1/needs";
  const statement = "Somebody calls before they come";
  const made = await checked("POST", base, { body: { statement, kind: "functional" } });
  const id = idOf(made);
  await checked("POST", base, { body: { statement, kind: "none" } });
  await checked("GET", base);
  await checked("GET", `${base}/{id}`, { params: { id } });
  await checked("GET", `${base}/{id}`, { params: { id: "none" } });
  await checked("PATCH", `${base}/{id}`, { params: { id }, body: { isArchived: true } });
  await checked("PATCH", `${base}/{id}`, { params: { id }, body: { kind: "none" } });
  for (const query of ["withLinks=perhaps", "withLinks=true", "withLinks=true"])
    await checked("DELETE", `${base}/{id}`, { params: { id }, query });
  await broughtBack(checked, base, id, []);
}

/** Every route of personae and their claims, well and ill. */
export async function askPersonae(checked: Checked, session: Session): Promise<void> {
  const base = "/api/v1/personae";
  const { id: segmentId } = await withTenant(session, "segment:write", (tx) =>
    tx.customerSegment.create({ data: { name: "Landlords" }, select: { id: true } }),
  );
  const made = await checked("POST", base, { body: { name: "Marta", segmentId, goals: "Heat" } });
  const id = idOf(made);
  await checked("POST", base, { body: { name: "\0", segmentId } });
  await checked("GET", base);
  const params = { id };
  const claim = { statement: "Decides alone", expiresOn: "2027-01-31" };
  const added = await checked("POST", `${base}/{id}/claims`, { params, body: claim });
  const of = { params: { id, claimId: idOf(added) } };
  const one = `${base}/{id}/claims/{claimId}`;
  for (const confidence of ["high", "none"])
    await checked("PATCH", one, { ...of, body: { confidence } });
  for (const method of ["GET", "DELETE", "GET"] as const) await checked(method, one, of);
  for (let times = 0; times < 2; times += 1) await checked("POST", `${one}/bring-back`, of);
  await checked("POST", `${base}/{id}/claims`, { params, body: claim });
  await checked("POST", `${base}/{id}/claims`, { params, body: { statement: "\0" } });
  const early = { ...claim, expiresOn: "0000-01-01" };
  await checked("POST", `${base}/{id}/claims`, { params, body: early });
  await checked("GET", `${base}/{id}`, { params });
  await checked("PATCH", `${base}/{id}`, { params, body: { name: "Marta R" } });
  await checked("GET", `${base}/{id}`, { params: { id: "none" } });
  await checked("DELETE", `${base}/{id}`, { params });
  await checked("PATCH", `${base}/{id}`, { params, body: { isArchived: true } });
  await broughtBack(checked, base, id, ["DELETE"]);
}

/** Every route of interviews and of evidence. */
export async function askInterviews(checked: Checked, session: Session): Promise<void> {
  await addInterviewPiece(session, (await addPersona(session)).id);
  for (const list of ["/api/v1/interviews", "/api/v1/evidence"]) {
    const { items } = z
      .object({ items: z.array(z.object({ id: z.string() })) })
      .parse((await checked("GET", list)).body);
    expect(items).toHaveLength(1);
    const found = items[0]?.id ?? "";
    await checked("GET", `${list}/{id}`, { params: { id: found } });
    if (list !== "/api/v1/interviews") continue;
    for (const query of ["withEvidence=perhaps", "withEvidence=false", "withEvidence=true"])
      await checked("DELETE", `${list}/{id}`, { params: { id: found }, query });
    await broughtBack(checked, list, found, []);
  }
}
