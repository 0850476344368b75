"use client";

import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { useLocale } from "react-aria-components/I18nProvider";
import { createPortal } from "react-dom";
import { Toaster as Sonner } from "sonner";
import { toastsAreReady } from "./toast-need.ts";

/**
 * The toasts of a page, and the live region that reads them out. At the end of the body: a dialog that is open makes the
 * page inert, but leaves what lies on top of it.
 */
export function ToastStack() {
  const t = useTranslations("ui");
  const { direction } = useLocale();
  useEffect(toastsAreReady, []);
  return createPortal(
    <Sonner
      containerAriaLabel={t("notifications")}
      dir={direction}
      position={direction === "rtl" ? "bottom-left" : "bottom-right"}
      mobileOffset={{ bottom: 80, left: 16, right: 16 }}
      gap={8}
      toastOptions={{ className: "w-(--width) max-[600px]:w-full" }}
      className="no-print motion-reduce:transition-none!"
    />,
    document.body,
  );
}
