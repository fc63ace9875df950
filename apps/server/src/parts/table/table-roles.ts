/** The roles of a table's parts, written out where it is laid out in another way: some browsers forget them then. */
export const role = {
  table: "table",
  rowgroup: "rowgroup",
  row: "row",
  columnheader: "columnheader",
  rowheader: "rowheader",
  cell: "cell",
} as const;
