"use client";

import { useFormStatus } from "react-dom";
import { Button, type ButtonProps } from "#components/ui/button.tsx";

/** The button that sends its form, dimmed while that form is on its way: not while another is that the same action takes. */
export function PendingButton(props: Omit<ButtonProps, "type" | "isPending">) {
  const { pending } = useFormStatus();
  return <Button {...props} type="submit" isPending={pending} />;
}
