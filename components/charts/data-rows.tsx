import type { ReactNode } from "react";
import { RowTh, Td, Th } from "#components/ui/table.tsx";

export type DataRowsProps = {
  /** The first column names its rows; the others hold numbers */
  head: readonly string[];
  rows: readonly { key: string; cells: readonly ReactNode[] }[];
};

/** The numbers of a drawing as the table of its figure. */
export function DataRows({ head, rows }: DataRowsProps) {
  return (
    <>
      <thead>
        <tr>
          {head.map((name, index) => (
            <Th key={name} align={index === 0 ? "start" : "end"}>
              {name}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells: [name, ...numbers] }) => (
          <tr key={key}>
            <RowTh>{name}</RowTh>
            {numbers.map((number, index) => (
              <Td key={head[index + 1]} align="end">
                {number}
              </Td>
            ))}
          </tr>
        ))}
      </tbody>
    </>
  );
}
