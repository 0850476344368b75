"use client";

import { ChevronDown, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Link } from "#components/ui/link.tsx";
import { RowTh, Table, Td, Th } from "#components/ui/table.tsx";
import type { Branch } from "#lib/departments/types.ts";
import { DepartmentMenu } from "./department-menu.tsx";
import { treeStep, visibleBranches } from "./visible-branches.ts";

export type DepartmentTreeProps = {
  /** In reading order */
  branches: readonly Branch[];
  /** The list of departments; a department's page lies under it */
  href: string;
  mayWrite: boolean;
};

/** The departments as a tree that opens and closes, by pointer and by arrow keys on the names; all open at first. */
export function DepartmentTree({ branches, href, mayWrite }: DepartmentTreeProps) {
  const t = useTranslations("people.tree");
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const rows = visibleBranches(branches, closed);
  const toggle = (id: string, isOpen: boolean) =>
    setClosed(
      (before) => new Set(isOpen ? [...before, id] : [...before].filter((each) => each !== id)),
    );
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const step = treeStep(rows, closed, { id: branchAt(event.target), key: event.key });
    if (!step) return;
    event.preventDefault();
    if ("focus" in step) focusBranch(event.currentTarget, step.focus);
    else if ("open" in step) toggle(step.open, false);
    else toggle(step.close, true);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys come from the links inside
    <div onKeyDown={onKeyDown}>
      <p className="sr-only">{t("keys")}</p>
      <Table label={t("title")}>
        <thead>
          <tr>
            <Th>{t("name")}</Th>
            <Th>{t("head")}</Th>
            <Th align="end">{t("members")}</Th>
            <Th align="end">
              <span className="sr-only">{t("actions")}</span>
            </Th>
          </tr>
        </thead>
        <tbody>
          {rows.map((branch) => (
            <BranchLine
              key={branch.id}
              branch={branch}
              parentName={branches.find(({ id }) => id === branch.parentId)?.name ?? null}
              href={href}
              isOpen={!closed.has(branch.id)}
              onToggle={toggle}
              mayWrite={mayWrite}
            />
          ))}
        </tbody>
      </Table>
    </div>
  );
}

type BranchLineProps = {
  branch: Branch;
  parentName: string | null;
  href: string;
  isOpen: boolean;
  onToggle: (id: string, isOpen: boolean) => void;
  mayWrite: boolean;
};

function BranchLine({ branch, parentName, href, isOpen, onToggle, mayWrite }: BranchLineProps) {
  const t = useTranslations("people.tree");
  const { id, name, level, childCount, head, memberCount } = branch;
  return (
    <tr>
      <RowTh>
        <span
          className="flex items-center gap-1"
          style={{ paddingInlineStart: `${(level - 1) * 1.5}rem` }}
        >
          {childCount > 0 ? (
            <Button
              variant="quiet"
              size="sm"
              isIcon
              aria-expanded={isOpen}
              aria-label={t(isOpen ? "collapse" : "expand", { name })}
              onPress={() => onToggle(id, isOpen)}
            >
              {isOpen ? <ChevronDown /> : <ChevronRight className="rtl:-scale-x-100" />}
            </Button>
          ) : (
            <span className="size-11 shrink-0 sm:size-7" />
          )}
          <Link
            href={`${href}/${id}`}
            isPlain
            data-branch={id}
            className="inline-flex min-h-6 items-center"
          >
            {name}
          </Link>
          {parentName && <span className="sr-only">{t("under", { parent: parentName })}</span>}
        </span>
      </RowTh>
      <Td className="text-muted">{head?.name ?? t("noHead")}</Td>
      <Td align="end">{memberCount}</Td>
      <Td align="end">{mayWrite && <DepartmentMenu id={id} name={name} href={href} />}</Td>
    </tr>
  );
}

/** The department whose name has the focus, or "". */
function branchAt(target: EventTarget): string {
  return (target instanceof HTMLElement && target.dataset["branch"]) || "";
}

function focusBranch(tree: HTMLElement, id: string): void {
  tree.querySelector<HTMLElement>(`[data-branch="${id}"]`)?.focus();
}
