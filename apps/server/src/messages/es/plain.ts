/** Páginas que dicen que algo no está o no funcionó. */
export const plain = {
  "unknown.title": "No encontramos esa página",
  "unknown.lead": "Puede que la dirección esté mal escrita, o que esta edición no tenga esa página. No se perdió nada.",
  "unknown.search": "Buscar en este sitio",
  "unknown.home": "Ir a la primera página",
  "failed.title": "Algo falló de nuestro lado",
  "failed.lead": "No pudimos hacer esta página. No se perdió nada. Intente de nuevo en un minuto.",
  "empty.title": "Todavía no se ha publicado nada",
  "empty.lead": "La primera edición se está preparando. Vuelva pronto.",
  "method.title": "Esta página solo se puede leer",
  "method.lead": "Su programa intentó enviarle algo. No cambió nada.",
  "too-long.title": "Esta dirección es demasiado larga",
  "too-long.lead": "Ninguna página nuestra tiene una dirección tan larga. No se perdió nada.",
} as const;
