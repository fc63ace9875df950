/** A qué dice que no la oficina, por el código de la negativa. */
export const officeRefusals = {
  "refusal.input": "Algo de lo que escribió necesita otra mirada.",
  "refusal.role": "Su función no permite esto.",
  "refusal.changed-meanwhile": "Otra persona lo cambió hace un momento. Mire cómo está ahora e intente de nuevo.",
  "refusal.session-ended": "Su sesión terminó. Entre otra vez para seguir.",
  "refusal.code-first": "Primero dé un código de su teléfono.",
  "refusal.paused": "Hubo demasiados intentos. Espere 15 minutos e intente de nuevo.",
  "refusal.too-large": "Es más de lo que se puede enviar de una vez.",
  "refusal.unknown-form": "Esta página no tiene ese formulario. Cárguela de nuevo e intente otra vez.",
  "refusal.own-work": "Quien hizo una edición no la firma: la mira otra persona.",
  "refusal.inputs-changed": "Desde que se hizo, se cargó o decidió algo. Hágala otra vez y firme esa.",
  "refusal.already-published": "Ya estaba publicada.",
  "refusal.not-published": "No es pública, así que no hay nada que retirar.",
} as const;
