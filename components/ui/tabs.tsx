"use client";

import type { ReactNode } from "react";
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from "react-aria-components/Tabs";
import { TAB, TAB_ROW } from "./tab-style.ts";

export type TabEntry = {
  id: string;
  label: string;
  /** Beside the label, muted: how many */
  count?: string;
  content: ReactNode;
  isDisabled?: boolean;
};

export type TabsProps = {
  label: string;
  tabs: readonly TabEntry[];
  selected?: string;
  onChange?: (id: string) => void;
};

/** Parts of one view, one in sight at a time. A view with an address of its own is a TabLinks. */
export function Tabs({ label, tabs, selected, onChange }: TabsProps) {
  return (
    <AriaTabs
      {...(selected === undefined ? {} : { selectedKey: selected })}
      onSelectionChange={(key) => onChange?.(String(key))}
    >
      <TabList aria-label={label} className={TAB_ROW}>
        {tabs.map(({ id, label: words, count, isDisabled = false }) => (
          <Tab key={id} id={id} isDisabled={isDisabled} className={TAB}>
            {words}
            {count && <span className="font-normal text-muted tabular-nums">{count}</span>}
          </Tab>
        ))}
      </TabList>
      {tabs.map(({ id, content }) => (
        <TabPanel key={id} id={id} className={PANEL}>
          {content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}

const PANEL =
  "pt-4 outline-focus data-[focus-visible]:rounded-sm data-[focus-visible]:outline-2 " +
  "data-[focus-visible]:outline-offset-2";
