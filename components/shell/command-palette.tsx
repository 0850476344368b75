"use client";

import { Search } from "lucide-react";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { Autocomplete } from "react-aria-components/Autocomplete";
import { Dialog } from "react-aria-components/Dialog";
import { Header } from "react-aria-components/Header";
import { Input } from "react-aria-components/Input";
import { Menu, MenuSection } from "react-aria-components/Menu";
import { Modal, ModalOverlay } from "react-aria-components/Modal";
import { TextField } from "react-aria-components/TextField";
import { KeyCap } from "#components/ui/key-cap.tsx";
import { isSegment } from "#lib/value/types.ts";
import { CommandRow } from "./command-row.tsx";
import { COMMAND_GROUPS, type Command, matchCommands } from "./commands.ts";
import {
  customerCommands,
  type PalettePlaces,
  recentCommands,
  standingCommands,
} from "./palette-commands.ts";
import { readPlaces } from "./recent-places.ts";
import { useFoundCustomers } from "./use-found-customers.ts";

export type CommandPaletteProps = {
  places: PalettePlaces;
  onRun: (command: Command) => void;
  onClose: () => void;
};

/** Find a customer, go somewhere, do something: by typing. */
export function CommandPalette({ places, onRun, onClose }: CommandPaletteProps) {
  const t = useTranslations("shell");
  const [text, setText] = useState("");
  const { commands, isLooking, hasFailed } = useCommands(places, text);
  const run = (id: string) => {
    const command = commands.find((each) => each.id === id);
    if (!command) return;
    onClose();
    onRun(command);
  };
  return (
    <ModalOverlay
      isOpen
      isDismissable
      onOpenChange={(isOpen) => !isOpen && onClose()}
      className={SCRIM}
    >
      <Modal className={WINDOW}>
        <Dialog aria-label={t("palette.title")} className="flex min-h-0 flex-col outline-none">
          <Autocomplete inputValue={text} onInputChange={setText}>
            <PaletteField />
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
            <section aria-label={t("palette.results")} tabIndex={0} className={RESULTS}>
              <Menu
                aria-label={t("palette.results")}
                onAction={(key) => run(String(key))}
                renderEmptyState={() => (
                  <p className="px-3 py-6 text-muted">
                    {t(isLooking ? "palette.looking" : "palette.nothing")}
                  </p>
                )}
                className="outline-none"
              >
                {COMMAND_GROUPS.filter((group) =>
                  commands.some((each) => each.group === group),
                ).map((group) => (
                  <MenuSection key={group}>
                    <Header className={GROUP}>{t(`palette.groups.${group}`)}</Header>
                    {commands
                      .filter((each) => each.group === group)
                      .map((command) => (
                        <CommandRow key={command.id} command={command} text={text} />
                      ))}
                  </MenuSection>
                ))}
              </Menu>
            </section>
          </Autocomplete>
          <PaletteFoot count={commands.length} hasFailed={hasFailed} />
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function useCommands(places: PalettePlaces, text: string) {
  const t = useTranslations("shell");
  const names = useTranslations("value");
  const { slug } = places.workspace;
  const search = useFoundCustomers(slug, text);
  const [recent] = useState(() =>
    recentCommands(readPlaces(slug).filter(({ href }) => href !== window.location.pathname)),
  );
  const standing = useMemo(() => standingCommands(places, t), [places, t]);
  const segmentName = (segment: string) =>
    isSegment(segment) ? names(`segments.${segment}`) : segment;
  const found = customerCommands(search.customers, slug, segmentName);
  const isLooking = text.trim().length > 1 && search.text !== text.trim();
  return {
    commands: [...matchCommands(recent, text), ...found, ...matchCommands(standing, text)],
    isLooking,
    hasFailed: search.hasFailed,
  };
}

function PaletteField() {
  const t = useTranslations("shell");
  return (
    <TextField aria-label={t("palette.field")} autoFocus className={FIELD}>
      <Search aria-hidden="true" className="text-muted" />
      <Input placeholder={t("palette.field")} className={INPUT} />
      <span aria-hidden="true" className="max-sm:hidden">
        <KeyCap>Esc</KeyCap>
      </span>
    </TextField>
  );
}

function PaletteFoot({ count, hasFailed }: { count: number; hasFailed: boolean }) {
  const t = useTranslations("shell");
  return (
    <footer className={FOOT}>
      <span aria-hidden="true" className="flex items-center gap-1 max-sm:hidden">
        <KeyCap>↑</KeyCap>
        <KeyCap>↓</KeyCap>
        {t("palette.move")}
      </span>
      <span aria-hidden="true" className="flex items-center gap-1 max-sm:hidden">
        <KeyCap>↵</KeyCap>
        {t("palette.open")}
      </span>
      {hasFailed && <span className="text-bad">{t("palette.failed")}</span>}
      <span role="status" className="ms-auto">
        {t("palette.count", { count })}
      </span>
    </footer>
  );
}

const SCRIM =
  "fixed inset-0 z-40 flex h-(--visual-viewport-height) items-start justify-center bg-scrim px-3 pt-3 " +
  "transition-opacity duration-(--slow) data-[entering]:opacity-0 data-[exiting]:opacity-0 sm:px-6 sm:pt-28";
const WINDOW =
  "flex max-h-[calc(var(--visual-viewport-height)-1.5rem)] w-full max-w-160 flex-col overflow-hidden rounded-lg " +
  "bg-surface text-text shadow-float ring ring-hairline sm:max-h-[calc(var(--visual-viewport-height)-9rem)] " +
  "forced-colors:border";
const FIELD = "flex h-14 shrink-0 items-center gap-3 border-b border-hairline px-5";
const INPUT = "min-w-0 flex-1 bg-transparent text-md outline-none placeholder:text-muted";
const RESULTS = "min-h-0 flex-1 overflow-y-auto px-2 pt-1 pb-2 -outline-offset-2";
const GROUP = "px-3 pt-3 pb-1 text-2xs font-medium text-muted";
const FOOT =
  "flex h-10 shrink-0 items-center gap-4 border-t border-hairline bg-canvas px-5 text-2xs text-muted";
