/** The names of the arguments of an ICU message: those of `{name}` and `{name, plural, …}`. */
export type MessageArgNames<S extends string> = S extends `${string}{${infer Rest}`
  ? ArgName<UntilBrace<Rest>> | MessageArgNames<Rest>
  : never;

/** A name is what stands before the first comma or closing brace; text of a plural's branch is none. */
type ArgName<S extends string> = S extends `${infer Name},${string}` ? Bare<Name> : Bare<S>;
type UntilBrace<S extends string> = S extends `${infer Before}}${string}` ? Before : never;
type Bare<S extends string> = S extends `${string} ${string}` | `#${string}` | `{${string}` | "" ? never : S;

/** What has to be given with a message: nothing where it names nothing. */
export type MessageArgs<S extends string> = [MessageArgNames<S>] extends [never]
  ? []
  : [args: Readonly<Record<MessageArgNames<S>, string | number>>];
