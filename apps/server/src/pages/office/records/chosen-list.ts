/** What the address of the list asks for. */
export type ChosenList = Readonly<
  Partial<Record<"text" | "kind" | "state" | "facilityId" | "late" | "sort" | "direction", string>>
>;
