/** La primera página, y la línea dondequiera que se dibuje. */
export const home = {
  "home.title": "Cuánto se puede esperar vivir",
  "home.headline": "En {low} se puede esperar vivir {about} menos que en {high}.",
  "home.headline-withheld": "Cuánto se puede esperar vivir, de {high} a {low}",
  "home.likely": "Es probable que la brecha real esté {between} años.",
  "home.period": "El dato es de {period}.",
  "home.cause":
    "Una brecha así la hacen las personas. El dinero, la atención y la vivienda segura llegaron a unos lugares y a otros se les negaron.",
  "home.numbers": "Tres números y cómo los sabemos",
  "home.map": "En toda la ciudad",
  "home.map-route": "El camino es la línea de arriba.",
  "home.map-tiles":
    "Cada cuadro es un área, todas del mismo tamaño, cerca de donde está. El camino es la línea de arriba.",
  "home.all-areas": "Ver todas las áreas en una tabla que se puede ordenar",
  "home.claims": "Lo que se dice de la brecha",
  "home.claims-lead":
    "{count, plural, one {Comparamos # frase dicha en público con los números de aquí.} many {Comparamos # frases dichas en público con los números de aquí.} other {Comparamos # frases dichas en público con los números de aquí.}}",
  "home.claims-link": "Ver cada frase y qué dicen los datos",
  "line.sentence": "{path}. {list}.",
  "line.caption": "{what}, en {period}. Cada parada es un área.",
  "line.goal": "Meta {year}",
  "line.range": "El punto es el valor. La barra que lo cruza es el rango donde es probable que esté el valor real.",
  "line.reference": "{place} en conjunto:",
  "line.goal-rule": "Donde terminaría la línea en {year} si la brecha fuera de {amount} años, como dice la meta",
  "line.synthetic": "Un cuadro sobre su punta lo inventó un programa.",
  "line.told": "Un punto de guiones lo contaron otros. No lo leímos en su fuente y no tiene rango.",
  "line.void": "Hay rayas donde un valor se reserva.",
  "goal.caption": "La brecha en años, a lo largo del tiempo. La línea de guiones es el camino a la meta.",
  "goal.baseline": "Brecha de {year}",
  "goal.target": "Meta {year}",
  "goal.row": "{year} (la meta)",
  "goal.gap": "Brecha en años",
  "goal.frozen":
    "La brecha de {year} queda fija como punto de partida. Así, ningún cambio en números viejos puede mover la meta. Fuente de la meta:",
  "find.label": "Busque su barrio",
  "find.hint": "Sirve cualquier nombre que use la gente, como Pilsen o La Villita.",
  "find.button": "Buscar",
} as const;
