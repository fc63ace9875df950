/** El trabajo de la oficina: la lista de trabajo, los registros, la búsqueda. */
export const officeWork = {
  "worklist.title": "Su lista de trabajo",
} as const;
