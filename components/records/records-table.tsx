import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { Link } from "#components/ui/link.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import { cx } from "#lib/class-names.ts";
import { formatDay } from "#lib/format/format-day.ts";
import { NO_VALUE } from "#lib/format/no-value.ts";
import { RECORDS } from "#lib/records/kinds.ts";
import type {
  RecordCell,
  RecordColumn,
  RecordKind,
  RecordPlace,
  RecordRow,
} from "#lib/records/types.ts";
import { recordHref } from "./record-places.ts";
import { type RecordFormats, RecordValue } from "./record-value.tsx";

export type RecordsTableProps = {
  kind: RecordKind;
  rows: readonly RecordRow[];
  slug: string;
  formats: RecordFormats;
  permissions: ReadonlySet<string>;
  /** On a customer's own page: whose they are and whence is said elsewhere */
  isOfOne?: boolean;
};

const NUMBERS: ReadonlySet<string> = new Set(["number", "seconds", "amount", "price", "net"]);
const TEXTS: ReadonlySet<string> = new Set(["text", "order"]);
const WORDS: ReadonlySet<string> = new Set(["word", ...TEXTS]);
/** What a phone has room for beside the name; the day stands under the name there. */
const ON_PHONE: ReadonlySet<string> = new Set(["amount", "price", "net"]);

/** Records of one kind, as its description says: what, its columns, where, whose and whence. */
export function RecordsTable(props: RecordsTableProps) {
  const { kind, rows, isOfOne = false } = props;
  const t = useTranslations("records");
  const { hasCustomer } = RECORDS[kind];
  return (
    <Table label={t(`table_${kind}`)} isList={!isOfOne}>
      <thead>
        <tr>
          <Th>{t("column_what", { kind })}</Th>
          {cellsOf(kind).map(({ field, type }) => (
            <Th key={field} align={alignOf(type)} className={ON_PHONE.has(type) ? "" : HIDDEN}>
              {t(`column_${field}`)}
            </Th>
          ))}
          {hasWhere(kind) && <Th className={HIDDEN}>{t("column_where")}</Th>}
          {!isOfOne && hasCustomer && <Th className={HIDDEN}>{t("column_customer")}</Th>}
          {!isOfOne && <Th className={HIDDEN}>{t("column_source")}</Th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <RecordTr key={row.id} {...props} isOfOne={isOfOne} row={row} />
        ))}
      </tbody>
    </Table>
  );
}

type RecordTrProps = Omit<RecordsTableProps, "rows" | "isOfOne"> & {
  row: RecordRow;
  isOfOne: boolean;
};

function RecordTr({ kind, row, slug, formats, permissions, isOfOne }: RecordTrProps) {
  const { hasCustomer } = RECORDS[kind];
  return (
    <tr>
      <RowTh>
        <What kind={kind} row={row} formats={formats} slug={slug} isOfOne={isOfOne} />
      </RowTh>
      {cellsOf(kind).map((column) => (
        <Td key={column.field} align={alignOf(column.type)} className={cellStyle(column)}>
          <RecordValue column={column} row={row} formats={formats} />
        </Td>
      ))}
      {hasWhere(kind) && <Td className={`text-muted ${HIDDEN}`}>{whereOf(kind, row)}</Td>}
      {!isOfOne && hasCustomer && (
        <Td className={HIDDEN}>
          <Whose row={row} slug={slug} />
        </Td>
      )}
      {!isOfOne && (
        <Td className={HIDDEN}>
          <Whence row={row} slug={slug} permissions={permissions} />
        </Td>
      )}
    </tr>
  );
}

type WhatProps = Pick<RecordTrProps, "kind" | "row" | "formats" | "slug" | "isOfOne">;

/** The row's name: what it is about, or its number; the rest of what it is about stands under it. */
function What({ kind, row, formats, slug, isOfOne }: WhatProps) {
  const t = useTranslations("records");
  const own = row.hasOwnNumber ? row.number : t("noNumber");
  const [title = own, ...others] = textsAt(kind, "title", row);
  const notes = textsAt(kind, "note", row).join(" · ");
  const href = recordHref(slug, kind, row.id);
  return (
    <span className="block min-w-36 max-w-100 py-1">
      <span className="line-clamp-2 break-words">
        {href === null ? (
          title
        ) : (
          <Link
            href={href}
            isPlain
            className="-my-1 inline-block py-1 max-sm:-my-3.5 max-sm:py-3.5"
          >
            {title}
          </Link>
        )}
      </span>
      {others.map((text) => (
        <span key={text} className={`line-clamp-2 whitespace-pre-line ${UNDER}`}>
          {text}
        </span>
      ))}
      {notes && <span className={`line-clamp-2 ${UNDER}`}>{notes}</span>}
      <span className={`block sm:hidden ${UNDER}`}>
        {formatDay(row.on, formats.locale)}
        {!isOfOne && row.customer && (
          <>
            {" · "}
            <Whose row={row} slug={slug} />
          </>
        )}
        {wordsIn(kind, row).map((column) => (
          <Fragment key={column.field}>
            {" · "}
            <RecordValue column={column} row={row} formats={formats} />
          </Fragment>
        ))}
      </span>
    </span>
  );
}

function Whose({ row: { customer }, slug }: Pick<RecordTrProps, "row" | "slug">) {
  if (!customer) return NO_VALUE;
  return (
    <Link href={`/w/${slug}/customers/${customer.id}`} className="break-all max-sm:py-3.5">
      {customer.number}
    </Link>
  );
}

type WhenceProps = Pick<RecordTrProps, "row" | "slug" | "permissions">;

/** The source, and under it the file that wrote the row last. */
function Whence({ row, slug, permissions }: WhenceProps) {
  const { source, import: file } = row;
  const base = `/w/${slug}/data`;
  return (
    <span className="block max-w-48">
      {source && (
        <Place href={permissions.has("source:read") ? `${base}/sources/${source.id}` : null}>
          {source.name}
        </Place>
      )}
      {file && (
        <span className="block text-2xs">
          <Place
            isPlain={source !== null}
            href={permissions.has("import:read") ? `${base}/imports/${file.id}` : null}
          >
            {file.fileName}
          </Place>
        </span>
      )}
      {!source && !file && NO_VALUE}
    </span>
  );
}

type PlaceProps = { href: string | null; isPlain?: boolean; children: string };

function Place({ href, isPlain = false, children }: PlaceProps) {
  const look = cx("block min-h-6 truncate leading-6", isPlain && "text-muted");
  if (href === null) return <span className={look}>{children}</span>;
  return (
    <Link href={href} isPlain={isPlain} className={look}>
      {children}
    </Link>
  );
}

const HIDDEN = "max-sm:hidden";
const UNDER = "text-2xs font-normal text-muted";

function cellsOf(kind: RecordKind): RecordCell[] {
  return RECORDS[kind].columns.filter((column) => column.place === "cell");
}

function columnsAt(kind: RecordKind, place: RecordPlace): RecordColumn[] {
  return RECORDS[kind].columns.filter((column) => column.place === place);
}

/** What a phone has under the name: kinds, states, channels that are there. */
function wordsIn(kind: RecordKind, row: RecordRow): RecordCell[] {
  return cellsOf(kind).filter(({ field, type }) => WORDS.has(type) && row.values[field]);
}

function hasWhere(kind: RecordKind): boolean {
  return columnsAt(kind, "where").length > 0;
}

function textsAt(kind: RecordKind, place: RecordPlace, row: RecordRow): string[] {
  return columnsAt(kind, place).flatMap(({ field }) => {
    const value = row.values[field];
    return typeof value === "string" && value !== "" ? [value] : [];
  });
}

function whereOf(kind: RecordKind, row: RecordRow): string {
  const places = textsAt(kind, "where", row);
  return places.length > 0 ? places.join(" · ") : NO_VALUE;
}

function alignOf(type: RecordColumn["type"]): "start" | "end" {
  return NUMBERS.has(type) ? "end" : "start";
}

function cellStyle({ type }: RecordColumn): string {
  const width = TEXTS.has(type) ? "min-w-20 max-w-48" : "whitespace-nowrap";
  const look = type === "day" || TEXTS.has(type) ? "text-muted" : "";
  return `${width} ${look} ${ON_PHONE.has(type) ? "" : HIDDEN}`;
}
