// A file for spreadsheets, made in the browser.

/** Offers the rows as a CSV file (RFC 4180). The blob is released at once. */
export function downloadCsv(fileName: string, rows: readonly (readonly string[])[]): void {
  // The mark makes spreadsheets read the file as UTF-8.
  const url = URL.createObjectURL(new Blob(["\uFEFF", csvOf(rows)], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(url);
}

export function csvOf(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(cellOf).join(",")}\r\n`).join("");
}

function cellOf(value: string): string {
  const harmless = STARTS_FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

// A spreadsheet would run a name like "=HYPERLINK(…)" as a formula (CSV injection).
const STARTS_FORMULA = /^[=+\-@\t\r]/;
