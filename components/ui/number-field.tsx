import { TextField, type TextFieldProps } from "./text-field.tsx";

export type NumberFieldProps = Omit<TextFieldProps, "type" | "inputMode" | "end"> & {
  /** Printed inside the box: "%", "EUR". */
  unit?: string;
};

/** A number typed as text, so that it is also sent without JavaScript; the server parses it. */
export function NumberField({ unit, ...props }: NumberFieldProps) {
  const end = unit ? <span className="pe-1.5 text-xs">{unit}</span> : undefined;
  return <TextField {...props} inputMode="decimal" autoComplete="off" end={end} />;
}
