"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Drawer, DrawerLayout } from "#components/ui/drawer.tsx";
import { SaveState } from "#components/ui/save-state.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextArea } from "#components/ui/text-area.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { PLACES } from "./sample-options.ts";

/** A drawer with fields, opened from the content beside it. */
export function DrawerSample() {
  const t = useTranslations("design");
  const [isOpen, setOpen] = useState(false);
  const drawer = (
    <Drawer
      isOpen={isOpen}
      onClose={() => setOpen(false)}
      overline={t("sample.stage")}
      title={t("sample.drawerTitle")}
      actions={
        <>
          <Button variant="quiet" isIcon aria-label={t("sample.previous")}>
            <ChevronLeft className="rtl:-scale-x-100" />
          </Button>
          <Button variant="quiet" isIcon aria-label={t("sample.next")}>
            <ChevronRight className="rtl:-scale-x-100" />
          </Button>
        </>
      }
      footer={
        <>
          <Button>{t("sample.opportunity")}</Button>
          <Button variant="primary">{t("sample.plan")}</Button>
        </>
      }
    >
      <div className="grid gap-4">
        <SaveState state="saved" at="14:32" />
        <TextField
          label={t("sample.wants")}
          name="wants"
          defaultValue={t("sample.wantsText")}
          size="lg"
        />
        <Select
          label={t("sample.place")}
          name="place"
          options={PLACES}
          defaultValue="graz"
          size="lg"
        />
        <TextArea label={t("sample.notes")} name="notes" defaultValue={t("sample.text")} />
      </div>
    </Drawer>
  );
  return (
    <DrawerLayout drawer={drawer}>
      <p className="max-w-[64ch] text-muted">{t("sample.text")}</p>
      <Button className="mt-3" onPress={() => setOpen(true)}>
        {t("openDrawer")}
      </Button>
    </DrawerLayout>
  );
}
