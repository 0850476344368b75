"use client";

import { Archive, CircleHelp, Pencil, Trash2 } from "lucide-react";
import { useTranslations } from "next-intl";
import { Button } from "#components/ui/button.tsx";
import { ConfirmDialog } from "#components/ui/confirm-dialog.tsx";
import { Dialog } from "#components/ui/dialog.tsx";
import { InfoPopover } from "#components/ui/info-popover.tsx";
import { Menu, MenuItem } from "#components/ui/menu.tsx";
import { notify } from "#components/ui/notify.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { ToastTone } from "#components/ui/toast-card.tsx";
import { Tooltip } from "#components/ui/tooltip.tsx";
import { DrawerSample } from "./drawer-sample.tsx";
import { LanguageSamples } from "./language-samples.tsx";
import { Specimen } from "./specimen.tsx";

const TONES: readonly ToastTone[] = ["good", "info", "warn", "bad"];

/** What floats over a page, or docks beside it. */
export function OverlaysSection() {
  const t = useTranslations("design");
  return (
    <>
      <Specimen title={t("controls.drawer")} look="stack">
        <DrawerSample />
      </Specimen>
      <Dialogs />
      <Toasts />
      <Specimen title={t("controls.menu")} look="row">
        <Menu
          label={t("controls.menu")}
          trigger={<Button>{t("sample.more")}</Button>}
          placement="bottom start"
        >
          <MenuItem id="rename" textValue={t("sample.rename")}>
            <Pencil />
            {t("sample.rename")}
          </MenuItem>
          <MenuItem id="archive" textValue={t("sample.archive")}>
            <Archive />
            {t("sample.archive")}
          </MenuItem>
        </Menu>
      </Specimen>
      <Specimen title={t("controls.tooltip")} look="row">
        <Tooltip text={t("sample.archiveHint")}>
          <Button isIcon aria-label={t("sample.archive")}>
            <Archive />
          </Button>
        </Tooltip>
      </Specimen>
      <Specimen title={t("controls.infoPopover")} look="row">
        <p>
          {t("sample.term")}{" "}
          <InfoPopover term={t("sample.term")}>{t("sample.definition")}</InfoPopover>
        </p>
      </Specimen>
      <OverlayLanguages />
    </>
  );
}

function Dialogs() {
  const t = useTranslations("design");
  const footer = (close: () => void) => (
    <>
      <Button onPress={close}>{t("sample.leave")}</Button>
      <Button variant="primary" onPress={close}>
        {t("sample.rename")}
      </Button>
    </>
  );
  return (
    <Specimen title={t("controls.dialog")} look="row">
      <Dialog
        title={t("sample.renameTitle")}
        trigger={<Button>{t("openDialog")}</Button>}
        footer={footer}
      >
        <TextField
          label={t("sample.newName")}
          name="name"
          defaultValue={t("sample.name")}
          size="lg"
        />
      </Dialog>
      <Dialog
        size="lg"
        title={t("sample.longTitle")}
        trigger={<Button>{t("openLong")}</Button>}
        footer={footer}
      >
        {Array.from({ length: 24 }, (_, line) => line).map((line) => (
          <p key={line} className="mb-3">
            {t("sample.text")}
          </p>
        ))}
      </Dialog>
      <ConfirmDialog
        title={t("sample.deleteTitle")}
        trigger={<Button>{t("openConfirm")}</Button>}
        confirmLabel={t("sample.delete")}
        onConfirm={async () => t("sample.refused")}
      >
        {t("sample.deleteText")}
      </ConfirmDialog>
      <ConfirmDialog
        title={t("sample.deleteTitle")}
        trigger={<Button variant="danger">{t("openTyped")}</Button>}
        confirmLabel={t("sample.delete")}
        nameToType={t("sample.name")}
        onConfirm={() => undefined}
      >
        {t("sample.deleteText")}
      </ConfirmDialog>
    </Specimen>
  );
}

function Toasts() {
  const t = useTranslations("design");
  const undo = {
    label: t("sample.undo"),
    onAction: () => notify({ tone: "info", message: t("sample.undone") }),
  };
  return (
    <Specimen title={t("controls.toast")} look="row">
      {TONES.map((tone) => (
        <Button key={tone} onPress={() => notify({ tone, message: t(`toasts.${tone}`) })}>
          {t(`tones.${tone}`)}
        </Button>
      ))}
      <Button onPress={() => notify({ tone: "good", message: t("sample.moved"), action: undo })}>
        {t("sample.withUndo")}
      </Button>
    </Specimen>
  );
}

function OverlayLanguages() {
  return (
    <LanguageSamples>
      {({ label, hint, action, title, text, first, second, third }) => (
        <div className="flex flex-wrap items-center gap-3 sm:col-span-2 lg:col-span-3">
          <ConfirmDialog
            title={title}
            trigger={<Button variant="danger">{action}</Button>}
            confirmLabel={action}
            onConfirm={() => undefined}
          >
            {text}
          </ConfirmDialog>
          <Button
            onPress={() =>
              notify({
                tone: "warn",
                message: text,
                action: { label: first, onAction: () => undefined },
              })
            }
          >
            {label}
          </Button>
          <Menu label={label} trigger={<Button>{second}</Button>} placement="bottom start">
            <MenuItem id="1" textValue={first}>
              <Trash2 />
              {first}
            </MenuItem>
            <MenuItem id="2" textValue={third}>
              <CircleHelp />
              {third}
            </MenuItem>
          </Menu>
          <span className="min-w-0 break-words">
            {third} <InfoPopover term={third}>{hint}</InfoPopover>
          </span>
        </div>
      )}
    </LanguageSamples>
  );
}
