"use client";

import { useTranslations } from "next-intl";
import { useLocale } from "react-aria-components/I18nProvider";
import { Toaster as Sonner } from "sonner";

/** Where toasts appear: one of it in the frame of a page. It is the live region that reads them out. */
export function Toaster() {
  const t = useTranslations("ui");
  const { direction } = useLocale();
  return (
    <Sonner
      containerAriaLabel={t("notifications")}
      dir={direction}
      position={direction === "rtl" ? "bottom-left" : "bottom-right"}
      mobileOffset={{ bottom: 80, left: 16, right: 16 }}
      gap={8}
      toastOptions={{ className: "w-(--width) max-[600px]:w-full" }}
      className="no-print motion-reduce:transition-none!"
    />
  );
}
