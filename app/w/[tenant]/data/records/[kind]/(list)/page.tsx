import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requireSession } from "#lib/auth/session.ts";
import { parseRecordQuery, recordKindOf, unknownInRecordQuery } from "#lib/records/filter.ts";
import { RECORDS } from "#lib/records/kinds.ts";
import { Refusal } from "../../../../refusal.tsx";
import { Records } from "./records.tsx";

type Props = Readonly<{
  params: Promise<{ tenant: string; kind: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}>;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("records");
  const kind = recordKindOf((await params).kind);
  return { title: kind ? `${t(`kind_${kind}`)} · ${t("records")}` : t("records") };
}

export default async function RecordsPage({ params, searchParams }: Props) {
  const [{ tenant, kind: word }, asked] = await Promise.all([params, searchParams]);
  const session = await requireSession(tenant);
  const kind = recordKindOf(word);
  if (!kind) notFound();
  if (!session.permissions.has(RECORDS[kind].permission)) return <Refusal session={session} />;
  const after = typeof asked["after"] === "string" ? asked["after"] : null;
  return (
    <Records
      {...{ session, kind, after }}
      query={parseRecordQuery(kind, asked)}
      unknown={unknownInRecordQuery(kind, asked)}
    />
  );
}
