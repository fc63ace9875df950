import { type CellObject, utils, write } from "@e965/xlsx";

/** For tests: the bytes of an XLSX workbook, of one sheet or several by name. Cells are values, or cell objects. */
export function workbook(
  sheets: Readonly<Record<string, readonly (readonly (string | number | CellObject)[])[]>>,
): Buffer {
  const book = utils.book_new();
  for (const [name, rows] of Object.entries(sheets)) {
    const plain = rows.map((row) => row.map((cell) => (typeof cell === "object" ? null : cell)));
    const sheet = utils.aoa_to_sheet(plain);
    for (const [r, row] of rows.entries())
      for (const [c, cell] of row.entries()) if (typeof cell === "object") sheet[utils.encode_cell({ r, c })] = cell;
    sheet["!ref"] = utils.encode_range(
      { r: 0, c: 0 },
      { r: rows.length - 1, c: rows.reduce((most, row) => Math.max(most, row.length), 1) - 1 },
    );
    utils.book_append_sheet(book, sheet, name);
  }
  return write(book, { type: "buffer", bookType: "xlsx" }) as Buffer;
}
