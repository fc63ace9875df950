import type { Cents } from "../../kernel/money.ts";
import type { BenefitPart } from "../benefit-part.ts";
import type { IllinoisLine } from "./lines.ts";

/** An amount of a line of Illinois, and why it is there. */
export type IllinoisEntry = BenefitPart<"illinois"> & Readonly<{ line: IllinoisLine; cents: Cents<"illinois"> }>;
