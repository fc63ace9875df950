import { z } from "zod";
import type { PlaceId } from "../places/place.ts";

/** A key that people give a thing: small letters, digits and dashes. */
export const keyField = z.string().regex(/^[a-z][a-z0-9-]*$/, "small letters, digits and dashes");

/** A text in both languages; neither may be empty. */
export const textField = z.object({ en: z.string().trim().min(1), es: z.string().trim().min(1) });

/** An ISO day, such as 2016-06-08. */
export const dayField = z.iso.date();

/** The id of a place, such as area:26. */
export const placeField = z.templateLiteral([
  z.enum(["nation", "county", "city", "municipality", "area", "zip", "tract", "system"]),
  ":",
  z.string().min(1),
]) as unknown as z.ZodType<PlaceId>;

/** Where a fact was read: a publication, a data set, an address. */
export const sourceField = z.string().trim().min(3, "say where it was read");
