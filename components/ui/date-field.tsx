import { TextField, type TextFieldProps } from "./text-field.tsx";

export type DateFieldProps = Omit<TextFieldProps, "type" | "inputMode" | "end" | "placeholder">;

/** A calendar day, YYYY-MM-DD, with the browser's own picker. */
export function DateField(props: DateFieldProps) {
  return <TextField {...props} type="date" />;
}
