import { isObject } from "../json/parse-json.ts";

/**
 * The text of one Socrata value, as the portal's own CSV export writes it; blank for null and for what is absent.
 *
 * Numbers and text come as they are. The compound types come as tuples in `rows.json` and as objects in SODA JSON:
 * a location is its postal lines and "(latitude, longitude)", one below the other; a link is its address; a telephone
 * its number; a point is WKT. Anything else is kept as JSON, so that nothing is lost in silence.
 *
 * @see https://dev.socrata.com/docs/datatypes/
 *
 * @example
 * cellText(null, "text") // => ""
 * @example
 * cellText(["https://example.org", "our page"], "url") // => "https://example.org"
 * @example
 * cellText({ type: "Point", coordinates: [-87.6, 41.8] }, "point") // => "POINT (-87.6 41.8)"
 */
export function cellText(value: unknown, dataType: string): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (typeof value !== "object") return String(value);
  if (Array.isArray(value)) return tupleText(value, dataType);
  if (isObject(value)) return objectText(value);
  return JSON.stringify(value);
}

function tupleText(tuple: readonly unknown[], dataType: string): string {
  if (dataType === "location") return locationText(tuple[0], tuple[1], tuple[2]);
  if (dataType === "url" || dataType === "phone") return cellText(tuple[0], "text");
  return JSON.stringify(tuple);
}

function objectText(value: Readonly<Record<string, unknown>>): string {
  if ("latitude" in value || "human_address" in value) {
    return locationText(value.human_address, value.latitude, value.longitude);
  }
  if (value.type === "Point" && Array.isArray(value.coordinates)) {
    return `POINT (${value.coordinates.join(" ")})`;
  }
  if (typeof value.url === "string") return value.url;
  if (typeof value.phone_number === "string") return value.phone_number;
  return JSON.stringify(value);
}

function locationText(address: unknown, latitude: unknown, longitude: unknown): string {
  const point = latitude && longitude ? [`(${String(latitude)}, ${String(longitude)})`] : [];
  return [...addressLines(address), ...point].join("\n");
}

// The address stands as JSON text inside the JSON; where it is anything else it is a line of its own.
function addressLines(address: unknown): string[] {
  if (typeof address !== "string" || address === "") return [];
  try {
    const { address: street, city, state, zip } = JSON.parse(address) as Record<string, string | undefined>;
    const place = [city, [state, zip].filter(Boolean).join(" ")].filter(Boolean).join(", ");
    return [street, place].filter((line): line is string => Boolean(line));
  } catch {
    return [address];
  }
}
