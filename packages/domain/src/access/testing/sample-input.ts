import { z } from "zod";

/** The part of a JSON Schema that inputs use. */
type Shape = Readonly<{
  type?: string;
  const?: unknown;
  enum?: readonly unknown[];
  anyOf?: readonly Shape[];
  oneOf?: readonly Shape[];
  allOf?: readonly Shape[];
  properties?: Readonly<Record<string, Shape>>;
  required?: readonly string[];
  items?: Shape;
  minItems?: number;
  minimum?: number;
  exclusiveMinimum?: number;
  minLength?: number;
  maxLength?: number;
  pattern?: string;
}>;

const nobody = "00000000-0000-4000-8000-0000000000ff";
const texts = [
  "some-key",
  "some words",
  "a@b.example",
  nobody,
  "2026-01-02",
  "area:26",
  "0".repeat(64),
  "https://a.example",
  "/a-page",
];

/**
 * An input that a command takes, with no more in it than must be: made from the command's own schema, so that a new command
 * is tried without a line being written for it. It names things that there are not.
 *
 * @returns undefined where the schema asks for something that only a person can think of
 */
export function sampleInput(schema: z.ZodType): unknown {
  const made = madeOf(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Shape);
  return schema.safeParse(made).success ? made : undefined;
}

function madeOf(shape: Shape): unknown {
  if ("const" in shape) return shape.const;
  if (shape.enum) return shape.enum[0];
  const choice = shape.anyOf ?? shape.oneOf ?? shape.allOf;
  if (choice) return madeOf(choice[0]!);
  if (shape.type === "object") {
    const entries = (shape.required ?? []).map((name) => [name, madeOf(shape.properties![name]!)]);
    return Object.fromEntries(entries);
  }
  if (shape.type === "array") return Array.from({ length: shape.minItems ?? 0 }, () => madeOf(shape.items!));
  if (shape.type === "string") return texts.find((text) => fits(shape, text)) ?? texts[0];
  if (shape.type === "integer" || shape.type === "number") return numberOf(shape);
  return shape.type === "boolean" ? false : null;
}

const numberOf = ({ minimum, exclusiveMinimum }: Shape): number =>
  exclusiveMinimum !== undefined ? exclusiveMinimum + 1 : Math.max(1, Number.isSafeInteger(minimum) ? minimum! : 1);

const fits = ({ pattern, minLength = 0, maxLength = 1e6 }: Shape, text: string): boolean =>
  text.length >= minLength &&
  text.length <= maxLength &&
  (pattern === undefined || new RegExp(pattern, "u").test(text));
