import type { FrontPage } from "@evenspan/domain/releases/release-content";

/** The line of the first page: a place set and its version. */
export const frontLine = { id: "the-line", version: 1 } as const;

/** The three numbers of RUSH's "By the Numbers", each as a figure with its proof. */
export const frontNumbers: FrontPage["numbers"] = [
  {
    figure: "life-expectancy-gap/gap:area:32>area:26/2010/all/all",
    label: {
      en: "Gap in how long people can expect to live, between the Loop and West Garfield Park",
      es: "Brecha en cuánto se puede esperar vivir, entre el Loop y West Garfield Park",
    },
    remark: {
      en: "Measured for 2010, the last year in the City’s data set. RUSH prints 16 years. For 2023, 20.7 years were reported.",
      es: "Medido para 2010, el último año del conjunto de datos de la Ciudad. RUSH escribe 16 años. Para 2023 se informó de 20.7 años.",
    },
  },
  {
    figure: "commitments/system:rush/2018/all/all",
    label: {
      en: "Invested by RUSH in West Side organizations and projects since 2018",
      es: "Invertido por RUSH en organizaciones y proyectos del West Side desde 2018",
    },
    remark: {
      en: "This is the pledge of September 2017 to lend over three years through community lenders. The money is lent and comes back; it is not given.",
      es: "Es el compromiso de septiembre de 2017 de prestar, en tres años, por medio de entidades financieras comunitarias. El dinero se presta y se devuelve; no es una donación.",
    },
  },
  {
    figure: "population/set:west-side@1/2010/all/all",
    label: {
      en: "West Side residents RUSH is committed to serve",
      es: "Residentes del West Side a quienes RUSH se compromete a servir",
    },
    remark: {
      en: "Everyone who lived in the nine areas at the Census of 2010. What was printed differs: more than 400,000 (Chicago magazine, 2018), nearly 500,000 (RUSH, for fiscal year 2017).",
      es: "Todas las personas que vivían en las nueve áreas según el Censo de 2010. Lo publicado difiere: más de 400,000 (revista Chicago, 2018), casi 500,000 (RUSH, año fiscal 2017).",
    },
  },
];
