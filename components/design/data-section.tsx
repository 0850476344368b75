"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { CommandPalette } from "#components/shell/command-palette.tsx";
import { ShortcutsDialog } from "#components/shell/shortcuts-dialog.tsx";
import type { SaveAnswer } from "#components/ui/autosave-state.ts";
import { Button } from "#components/ui/button.tsx";
import { ColumnChoice } from "#components/ui/column-choice.tsx";
import { ConflictChoice } from "#components/ui/conflict-choice.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { FilterAmount } from "#components/ui/filter-amount.tsx";
import { FilterBar } from "#components/ui/filter-bar.tsx";
import { FilterChoices } from "#components/ui/filter-choices.tsx";
import { FilterDays } from "#components/ui/filter-days.tsx";
import { FilterSelect } from "#components/ui/filter-select.tsx";
import { InlineEdit } from "#components/ui/inline-edit.tsx";
import { KeyCap } from "#components/ui/key-cap.tsx";
import { Link } from "#components/ui/link.tsx";
import { Panel } from "#components/ui/panel.tsx";
import { SaveState } from "#components/ui/save-state.tsx";
import { SearchField } from "#components/ui/search-field.tsx";
import { SelectAllRows } from "#components/ui/select-all-rows.tsx";
import { SelectRow } from "#components/ui/select-row.tsx";
import { Selection } from "#components/ui/selection.tsx";
import { SelectionBar } from "#components/ui/selection-bar.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import { useHydrated } from "#components/ui/use-hydrated.ts";
import { LanguageSamples } from "./language-samples.tsx";
import { PLACES } from "./sample-options.ts";
import { Specimen } from "./specimen.tsx";

const HERE = "/design/data";
const ROWS = PLACES.slice(0, 5);
const CHANGED_AT = "2026-11-20T13:32:00Z";
const nothing = () => undefined;

/** Lists: what filters them, what they show, what is chosen, what is edited in them, and how one gets around. */
export function DataSection() {
  return (
    <>
      <Filters />
      <Rows />
      <Edits />
      <GettingAround />
      <DataLanguages />
    </>
  );
}

function Filters() {
  const t = useTranslations("design");
  const kept = { action: HERE, keep: [] };
  return (
    <Specimen title={t("data.filterBar")} look="stack">
      <FilterBar
        result={t("sample.rows")}
        clear={{ count: 3, href: HERE }}
        unknown={[{ text: t("data.unknown"), href: HERE }]}
        search={<SearchField {...kept} label={t("sample.searchFor")} name="q" />}
        end={<ColumnChoice {...kept} options={ROWS} selected={["graz", "linz"]} />}
      >
        <FilterChoices
          {...kept}
          label={t("sample.place")}
          name="place"
          options={PLACES}
          selected={[]}
        />
        <FilterChoices
          {...kept}
          label={t("sample.place")}
          name="place"
          options={PLACES}
          selected={["graz", "linz", "wien"]}
        />
        <FilterDays
          {...kept}
          label={t("controls.dateField")}
          fromName="from"
          toName="to"
          span={{ from: "2026-11-02", to: null }}
          format={(day) => day}
        />
        <FilterAmount
          {...kept}
          label={t("controls.numberField")}
          name="least"
          unit="EUR"
          amount={1000}
          format={(amount) => `€${amount}`}
        />
        <FilterSelect
          label={t("sample.step")}
          value="all"
          options={[{ value: "all", label: t("sample.history"), href: HERE }]}
        />
      </FilterBar>
      <EmptyState kind="no-match" title={t("empty.no-match")} actions={<ClearButton />}>
        {t("sample.why")}
      </EmptyState>
    </Specimen>
  );
}

function ClearButton() {
  const t = useTranslations("lists");
  return <Button>{t("clearFilters", { count: 3 })}</Button>;
}

function Rows() {
  const t = useTranslations("design");
  return (
    <Specimen title={t("data.table")} look="stack">
      <SampleTable label={t("data.table")} head={t("sample.place")} formId="sample-rows" />
    </Specimen>
  );
}

type SampleTableProps = { label: string; head: string; formId: string };

function SampleTable({ label, head, formId }: SampleTableProps) {
  const t = useTranslations("lists");
  return (
    <Selection formId={formId} ids={ROWS.map(({ value }) => value)}>
      <Panel hasPadding={false}>
        <Table label={label} isList>
          <thead>
            <tr>
              <Th className="w-8 pe-0!">
                <SelectAllRows />
              </Th>
              <Th sort={{ href: HERE, direction: "ascending" }}>{head}</Th>
              <Th align="end" sort={{ href: HERE, direction: null }}>
                n
              </Th>
            </tr>
          </thead>
          <tbody>
            {ROWS.map(({ value, label: name, detail }, at) => (
              <tr key={value}>
                <Td className="w-8 pe-0!">
                  <SelectRow id={value} label={t("selectRow", { name })} />
                </Td>
                <RowTh className="py-1.5 leading-4">
                  <Link href={HERE} isPlain>
                    {name}
                  </Link>
                  <span className="block text-2xs font-normal text-muted">{detail}</span>
                </RowTh>
                <Td align="end">{at === 4 ? "–" : 1200 - 111 * at}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      </Panel>
      <SelectionBar action={HERE}>
        <Button>
          <Download />
          {t("exportCsv")}
        </Button>
      </SelectionBar>
    </Selection>
  );
}

function Edits() {
  const t = useTranslations("design");
  const ends: Record<"saves" | "refuses" | "conflicts", SaveAnswer> = {
    saves: { ok: true },
    refuses: { ok: false, message: t("sample.error") },
    conflicts: {
      ok: false,
      message: "",
      conflict: {
        current: t("sample.text"),
        changedBy: t("sample.colleague"),
        changedAt: CHANGED_AT,
      },
    },
  };
  return (
    <Specimen title={t("data.inlineEdit")}>
      {(["saves", "refuses", "conflicts"] as const).map((end) => (
        <InlineEdit
          key={end}
          label={t("sample.newName")}
          value={t(`data.${end}`)}
          save={async () => ends[end]}
        />
      ))}
      <SaveState state="saving" />
      <SaveState state="saved" at="14:32" />
      <SaveState state="queued" />
      <SaveState state="failed" onRetry={nothing} />
      <ConflictSample
        mine={t("sample.name")}
        theirs={t("sample.text")}
        by={t("sample.colleague")}
      />
    </Specimen>
  );
}

/** Its time is told in the zone of the browser, which the server does not know. */
function ConflictSample({ mine, theirs, by }: { mine: string; theirs: string; by: string }) {
  if (!useHydrated()) return null;
  return (
    <ConflictChoice
      mine={mine}
      conflict={{ current: theirs, changedBy: by, changedAt: CHANGED_AT }}
      onKeepMine={nothing}
      onUseTheirs={nothing}
      onMerge={nothing}
    />
  );
}

function GettingAround() {
  const t = useTranslations("design");
  const shell = useTranslations("shell");
  const [open, setOpen] = useState<"palette" | "help" | null>(null);
  const places = {
    workspace: { slug: "sample", name: t("title") },
    workspaces: [],
    entries: [],
    pages: [],
    importHref: null,
  };
  return (
    <Specimen title={t("data.gettingAround")} look="row">
      <Button onPress={() => setOpen("palette")}>{shell("palette.title")}</Button>
      <Button onPress={() => setOpen("help")}>{shell("shortcuts.title")}</Button>
      <KeyCap>G</KeyCap>
      <KeyCap>Esc</KeyCap>
      {open === "palette" && (
        <CommandPalette places={places} onRun={nothing} onClose={() => setOpen(null)} />
      )}
      {open === "help" && <ShortcutsDialog hasSingleKeys onClose={() => setOpen(null)} />}
    </Specimen>
  );
}

function DataLanguages() {
  return (
    <LanguageSamples>
      {({ label, value, hint, first, second, third }) => (
        <div className="grid min-w-0 grid-cols-[minmax(0,1fr)] gap-4 sm:col-span-2 lg:col-span-3">
          <FilterBar
            result={hint}
            clear={{ count: 0, href: HERE }}
            search={<SearchField label={label} name="q" action={HERE} />}
          >
            <FilterChoices
              label={label}
              name="some"
              action={HERE}
              keep={[]}
              options={[first, second, third].map((words) => ({ value: words, label: words }))}
              selected={[first, second]}
            />
          </FilterBar>
          <SampleTable label={label} head={label} formId={`rows-${first}`} />
          <InlineEdit label={label} value={value} save={async () => ({ ok: true })} />
          <ConflictSample mine={value} theirs={hint} by={first} />
        </div>
      )}
    </LanguageSamples>
  );
}
