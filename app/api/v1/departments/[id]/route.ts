import { answerOnce } from "#lib/api/index.ts";
import { withTenant } from "#lib/db/with-tenant.ts";
import { changeDepartment, DepartmentChange, getDepartmentRecord } from "#lib/departments/index.ts";
import { operationRoute, readBody } from "#lib/http/operation-route.ts";

export {
  methodNotAllowed as DELETE,
  methodNotAllowed as POST,
  methodNotAllowed as PUT,
  tellMethods as OPTIONS,
} from "#lib/http/method-not-allowed.ts";

export const dynamic = "force-dynamic";

export const GET = operationRoute("get_departments", async ({ params }, session) =>
  Response.json(
    await withTenant(session, "department:read", (tx) =>
      getDepartmentRecord(tx, params["id"] ?? ""),
    ),
  ),
);

export const PATCH = operationRoute(
  "change_departments",
  async ({ params, text, key }, session) => {
    const change = readBody(DepartmentChange, text);
    const { status, body } = await withTenant(session, "department:write", (tx) =>
      answerOnce(tx, session, key, async () => {
        const { id } = await getDepartmentRecord(tx, params["id"] ?? "");
        await changeDepartment(tx, session, { ...change, departmentId: id });
        return { status: 200, body: await getDepartmentRecord(tx, id) };
      }),
    );
    return Response.json(body, { status });
  },
);
