import { once } from "node:events";
import { createWriteStream } from "node:fs";

const codes = ["I21.9", "I25.1", "C34.9", "C50.9", "C18.9", "I64", "J44.9", "E11.9", "G30.9", "X95.9", "X42", "V89.2"];
const lessCommon = ["K70.3", "N18.5", "C61", "X74", "A41.9", "F03", "U07.1", "R99", "J18.9", "I10", "I50.0", "Q24.9"];
const allCodes = [...codes, ...codes, ...codes, ...lessCommon];

/**
 * Writes a CSV file of invented deaths, the same for the same number of rows: 77 community areas, 14 years, ages 0 to
 * 104, two sexes and 24 ICD-10 codes.
 */
export async function writeDeathRecords(path: string, rows: number): Promise<void> {
  const file = createWriteStream(path, { highWaterMark: 1 << 20 });
  let state = 20_250_101;
  const below = (limit: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 0x1_0000_0000) * limit);
  };
  let text = "Record,Place,Year,Age,Sex,Underlying cause\n";
  for (let row = 1; row <= rows; row++) {
    const age = Math.min(104, Math.round(105 * Math.sqrt(below(10_000) / 10_000)));
    text += `${row},${1 + below(77)},${2010 + below(14)},${age},${below(2) ? "F" : "M"},${allCodes[below(allCodes.length)]}\n`;
    if (text.length < 1 << 20) continue;
    if (!file.write(text)) await once(file, "drain");
    text = "";
  }
  file.end(text);
  await once(file, "finish");
}
