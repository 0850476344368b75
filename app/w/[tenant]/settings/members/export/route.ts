import { recordListExport } from "#lib/audit/index.ts";
import { databaseNow } from "#lib/db/database-now.ts";
import { listExport } from "#lib/http/list-export.ts";
import { memberRoute } from "#lib/http/member-route.ts";
import { searchParams } from "#lib/lists/index.ts";
import {
  matchesFilter,
  memberFilters,
  parseMemberFilter,
  unknownInMemberFilter,
} from "#lib/members/filter.ts";
import { getPeople } from "#lib/members/index.ts";
import type { InvitationRow, MemberRow } from "#lib/members/types.ts";

export const dynamic = "force-dynamic";

const COLUMNS = [
  ...["name", "email", "role", "departments", "state", "has_two_steps", "last_seen_at"],
  ...["deactivated_at", "invitation_ends_at"],
];

/** The members and the invited that match the list's filter, former members too, in the `?format`. */
export const GET = memberRoute((request, session) => {
  const asked = searchParams(new URL(request.url).searchParams);
  const filter = parseMemberFilter(asked);
  const filters = memberFilters(filter);
  return listExport(request, session, {
    unknown: unknownInMemberFilter(asked, ["format"]),
    name: "members",
    columns: COLUMNS,
    filters,
    permission: "member:read",
    readPage: async (tx) => {
      const { members, invitations } = await getPeople(tx, await databaseNow(tx));
      const rows = [
        ...members.filter((member) => matchesFilter(member, filter)).map(memberCells),
        ...invitations.filter((row) => matchesFilter(row, filter)).map(invitationCells),
      ];
      return { rows, next: null };
    },
    record: (tx, format) => recordListExport(tx, session, { list: "members", format, filters }),
  });
});

function memberCells(member: MemberRow) {
  const { name, email, role, hasTwoSteps, seenAt, deactivatedAt } = member;
  const state = deactivatedAt === null ? "active" : "deactivated";
  return [name, email, role, namesOf(member), state, hasTwoSteps, seenAt, deactivatedAt, null];
}

function invitationCells(row: InvitationRow) {
  const { name, email, role, state, expiresAt } = row;
  const word = state === "open" ? "invited" : "invitation_expired";
  return [name, email, role, namesOf(row), word, null, null, null, expiresAt];
}

function namesOf({ departments }: MemberRow | InvitationRow): string {
  return departments.map(({ name }) => name).join("; ");
}
