"use client";

import { Eye, EyeOff } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ToggleButton } from "react-aria-components/ToggleButton";
import { TextField, type TextFieldProps } from "./text-field.tsx";

export type PasswordFieldProps = Omit<TextFieldProps, "type" | "end" | "inputMode">;

/** A password with an eye to show what was typed. */
export function PasswordField(props: PasswordFieldProps) {
  const t = useTranslations("common");
  const [isShown, setShown] = useState(false);
  const eye = (
    <ToggleButton
      aria-label={t("showPassword")}
      isSelected={isShown}
      onChange={setShown}
      className="grid size-9 place-items-center rounded-sm sm:size-7"
    >
      {isShown ? <EyeOff /> : <Eye />}
    </ToggleButton>
  );
  return <TextField {...props} type={isShown ? "text" : "password"} end={eye} />;
}
