import { describe, expect, test } from "vitest";
import { inventedPortal, pagesOfEachKind } from "./testing/invented-portal.ts";
import { inventedRelease } from "./testing/invented-release.ts";

const app = inventedPortal();
const get = (path: string, headers: Record<string, string> = {}) => app.request(path, { headers });
const text = async (path: string) => (await get(path)).text();

describe("every kind of page", () => {
  for (const language of ["en", "es"])
    test.each(pagesOfEachKind)(
      `/${language}%s is whole, in its language, under 60 KB and without a script`,
      async (path) => {
        const answer = await get(`/${language}${path}`);
        const body = await answer.text();
        expect(answer.status).toBe(200);
        expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
        expect(body).toMatch(new RegExp(`^<!doctype html><html lang="${language}">`));
        expect(/<script|javascript:| on[a-z]+=| style=/i.exec(body)?.[0]).toBeUndefined();
        expect(/\bundefined\b|\bNaN\b|\[object|>null</.exec(body)?.[0]).toBeUndefined();
        expect(body.match(/<h1[ >]/g)).toHaveLength(1);
        const style = await get(/href="(\/assets\/style[^"]+)"/.exec(body)![1]!);
        expect(Buffer.byteLength(body) + (await style.arrayBuffer()).byteLength).toBeLessThan(60_000);
      },
    );

  test.each(pagesOfEachKind)("%s leads to itself in the other language", async (path) => {
    const other = /<a href="([^"]+)" lang="es"/.exec(await text(`/en${path}`))?.[1]?.replaceAll("&amp;", "&");
    expect(other?.startsWith("/es")).toBe(true);
    expect((await get(other!)).status).toBe(200);
    const back = /<a href="([^"]+)" lang="en"/.exec(await text(other!))?.[1]?.replaceAll("&amp;", "&");
    expect(await text(back!)).toBe(await text(`/en${path}`));
  });

  test("no link within the portal leads nowhere", async () => {
    const seen = new Set<string>();
    const queue = ["/en", "/es", "/en/r/2"];
    while (queue.length > 0) {
      const path = queue.pop()!;
      if (seen.has(path) || seen.size > 400) continue;
      seen.add(path);
      const answer = await get(path);
      expect([path, answer.status]).toEqual([path, 200]);
      if (!answer.headers.get("content-type")?.startsWith("text/html")) continue;
      const links = [...(await answer.text()).matchAll(/ href="(\/[^"#]*)/g)].map(([, href]) =>
        href!.replaceAll("&amp;", "&"),
      );
      queue.push(...links.filter((link) => !seen.has(link)));
    }
    expect(seen.size).toBeGreaterThan(300);
  });
});

describe("the first page", () => {
  test("says the gap in one sentence, how sure it is, and the years", async () => {
    const body = await text("/en");
    expect(body).toContain("In West Garfield Park, people can expect to live about 16 years less than in the Loop.");
    expect(body).toContain("The true gap is likely between 14 and 18 years. This is for 2010.");
  });

  test("says it in Spanish as Spanish is spoken", async () => {
    expect(await text("/es")).toContain(
      "En West Garfield Park se puede esperar vivir cerca de 16 años menos que en el Loop.",
    );
  });

  test("tells the line as one sentence and as a table of its seven stops and the city", async () => {
    const body = await text("/en");
    expect(body).toContain('aria-label="From the Loop to West Garfield Park. Loop 85.1, Near West Side 79.2,');
    const table = /<figure class="line-figure">.*?<tbody>(.*?)<\/tbody>/s.exec(body)![1]!;
    expect(table.match(/<tr>/g)).toHaveLength(8);
  });

  test("says that the goal is missed, as the release does", async () => {
    expect(await text("/en")).toContain("The goal is being missed.");
    expect(await text("/es")).toContain("La meta no se está cumpliendo.");
  });

  test("sets the three numbers with value, unit, range, years, place and proof", async () => {
    const body = await text("/en");
    const numbers = body.match(/<article class="figure">.*?<\/article>/gs)!;
    expect(numbers).toHaveLength(3);
    expect(numbers[0]).toMatch(
      /<b>16\.2<\/b> years.*likely between 14 and 18.*2010\u00a0· between the Loop and West Garfield Park/s,
    );
    expect(numbers[0]).toContain('href="/en/figures/life-expectancy-gap/gap:area:32%3Earea:26/2010"');
    expect(numbers[1]).toContain("<b>$6 million</b>");
  });

  test("marks what is made up, and says so on every page of a demonstration", async () => {
    expect(await text("/en")).toMatch(/19\.8<\/a>\u00a0<i class="synthetic">made up<\/i>/);
    for (const path of pagesOfEachKind) expect(await text(`/en${path}`)).toContain("This is a demonstration.");
  });

  test("is whole where a stop of the line is withheld", async () => {
    const release = inventedRelease();
    const figures = release.content.figures.map((figure) =>
      figure.id === "life-expectancy/area:30/2010/all/all"
        ? { ...figure, state: "suppressed" as const, value: null, lower: null, upper: null, level: null }
        : figure,
    );
    const body = await (await inventedPortal(inventedRelease({ figures })).request("/en")).text();
    expect(body).toContain('class="path broken"');
    expect(body).toContain('class="void withheld"');
    expect(body).toContain("South Lawndale Withheld for privacy");
  });
});

describe("areas", () => {
  test("are sorted by links, and what has no value stands last both ways", async () => {
    const names = async (query: string) =>
      [...(await text(`/en/areas?${query}`)).matchAll(/<th scope="row"><a [^>]+>([^<]+)/g)].map(([, name]) => name);
    expect((await names("sort=value&order=down"))[0]).toBe("Loop");
    expect((await names("sort=value&order=up"))[0]).toBe("West Garfield Park");
    const without = ["Burnside", "Dunning", "Fuller Park", "Hegewisch", "O&#x27;Hare", "Riverdale"];
    expect((await names("sort=value&order=down")).slice(-6)).toEqual(without);
    expect((await names("sort=value&order=up")).slice(-6)).toEqual(without);
    expect((await names("sort=name"))[0]).toBe("Albany Park");
  });

  test("an unknown way to sort or an unknown figure is told in a sentence, and never echoed", async () => {
    const body = await text("/en/areas?sort=<b>x&measure=nonsense");
    expect(body).toContain("We cannot sort the table that way.");
    expect(body).toContain("We do not have the number you asked for.");
    expect(/nonsense|<b>x|%3Cb/.exec(body)?.[0]).toBeUndefined();
  });

  test("the five states that have no value are said in words, with counts in the legend", async () => {
    const body = await text("/en/areas");
    for (const words of [
      "Withheld for privacy",
      "Too uncertain to show",
      "Missing from the source",
      "Not collected",
      "Does not apply here",
    ])
      expect(body).toContain(`${words}: <span class="count">`);
  });

  test("a measure without ranges is not ranked, and says so", async () => {
    const body = await text("/en/areas?measure=hardship.2008-2012");
    expect(body).toContain("We do not rank the areas here");
    expect(body).not.toContain("Possible place");
  });

  test("outlines are drawn where the release has them", async () => {
    expect(await text("/en/r/2/areas")).toMatch(/<path class="s\d" d="M\d+ \d+h\d+v\d+h-\d+z"/);
  });
});

describe("one area and two", () => {
  test("an area says how it stands to the city and whether it changed", async () => {
    const body = await text("/en/areas/west-garfield-park");
    expect(body).toContain("That is lower than in Chicago as a whole (77.6 years).");
    expect(body).toContain("In 2010 it was higher than in 1990.");
  });

  test("a newer value that was only told stands in the trend, drawn and said to be so, and not at the head", async () => {
    const body = await text("/en/areas/west-garfield-park");
    expect(body).toMatch(/<article class="figure"><p class="amount"><b>68\.9<\/b>/);
    expect(body).toContain('class="dot told"');
    expect(body).toContain("A dashed dot was told by others.");
    expect(body).toMatch(/2023<\/th><td><a [^>]+>66\.8<\/a>/);
  });

  test("two that are apart are told apart, with the range of the difference", async () => {
    const body = await text("/en/compare?a=west-garfield-park&b=loop");
    expect(body).toContain("It is higher in the Loop than in West Garfield Park, by about 16 years.");
    expect(body).toContain("The true difference is likely between 14 and 18.");
  });

  test("two that cannot be told apart are not", async () => {
    expect(await text("/en/compare?a=austin&b=east-garfield-park")).toContain("We cannot say whether the two differ.");
  });

  test.each([
    ["a=loop&b=loop", "You chose the same place twice."],
    ["a=loop&b=atlantis", "We do not know one of the places"],
    ["a=loop&b=fuller-park", "One of them is not shown."],
  ])("%s is answered with help", async (query, help) => {
    const answer = await get(`/en/compare?${query}`);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain(help);
  });

  test("a place is found by the names that people call it", async () => {
    expect(await text("/en/search?q=Pilsen")).toContain('href="/en/areas/lower-west-side"');
    expect(await text("/es/search?q=la%20villita")).toContain('href="/es/areas/south-lawndale"');
    expect(await text("/en/search?q=26")).toContain('href="/en/areas/west-garfield-park"');
    expect(await text("/en/search?q=stroke")).toContain("measure=death-rate-adjusted.2019-2023&amp;cause=stroke");
    expect(await text("/en/search?q=qqqq")).toContain("Nothing found.");
  });
});

describe("a receipt", () => {
  const path = "/en/figures/life-expectancy-gap/gap:area:32%3Earea:26/2010";

  test("goes from the gap to its two values to the file with its whole fingerprint and the rows with their lines", async () => {
    const body = await text(path);
    expect(body).toContain("Life expectancy at birth, Loop, 2010");
    expect(body).toMatch(/SHA-256<\/dt><dd><code class="hash">[0-9a-f]{64}</);
    expect(body).toContain('<th scope="row">97</th>');
    expect(body).toContain("85.1 − 68.9 = 16.2");
    expect(body).toContain("evenspan release verify 3");
  });

  test("of a set names its version, its places, why and on whose word", async () => {
    const body = await text("/en/figures/population/set:west-side@2/2010");
    expect(body).toContain("West Side, version 2: Humboldt Park, West Town, Austin,");
    expect(body).toContain("The nine areas that the City counts as its West Side.");
  });

  test("of a withheld figure gives the reason and no number", async () => {
    const body = await text("/en/figures/life-expectancy/area:17/2010");
    expect(body).toContain("Too uncertain to show");
    expect(body).toContain("There is doubt about this value in its source.");
  });

  test("opens every state in words in both languages", async () => {
    const states = {
      76: "Not collected",
      54: "Missing from the source",
      55: "Does not apply here",
      37: "Withheld for privacy",
    };
    for (const [area, words] of Object.entries(states))
      expect(await text(`/en/figures/life-expectancy/area:${area}/2010/all/all`)).toContain(words);
    expect(await text("/es/figures/life-expectancy/area:76/2010")).toContain("No se recopiló");
  });

  test("says that rows are not shown where they count single people, and pages the others", async () => {
    const body = await text("/en/figures/life-expectancy-computed/area:26/2019-2023");
    expect(body).toContain("The 1,850 rows are not shown here");
    expect(body).toContain('href="/en/rows/qx13-people/life-expectancy-computed/area:26/2019-2023"');
    expect((await get("/en/rows/qx12-deaths/life-expectancy-computed/area:26/2019-2023")).status).toBe(404);
  });
});

test("a page of a named release stays, and says which it is and where the newest one is", async () => {
  const answer = await get("/en/r/2/areas/austin");
  const body = await answer.text();
  expect(answer.headers.get("cache-control")).toBe("public, max-age=3600");
  expect(body).toContain("You are looking at release 2.");
  expect(body).toContain('href="/en/areas/austin"');
  expect(body).toContain('href="/en/r/2/areas"');
});

test("what there is only in English is marked as such on a Spanish page, and needs no mark on an English one", async () => {
  const spanish = await text("/es/claims");
  expect(spanish).toContain('<span lang="en">A newspaper (invented)</span> (');
  expect(await text("/es")).toMatch(/<span lang="en">[^<]*(<a [^>]*>[^<]*<span class="spoken" lang="es">)?/);
  expect(await text("/es/release")).toMatch(/Fuente: <span lang="en">/);
  expect(await text("/en/claims")).not.toContain('<span lang="en">');
});

test("each claim is told with its standing and the figure it was held against", async () => {
  const body = await text("/en/claims");
  for (const standing of ["Still holds", "Out of date", "Does not fit", "Cannot be checked"])
    expect(body).toContain(standing);
  expect(body).toContain("live 16 years less");
});

test("files of a release are saved as they are, and one that could be run is sent as bytes", async () => {
  const file = await get("/files/3/figures.csv");
  expect(file.headers.get("content-type")).toBe("text/csv");
  expect(file.headers.get("content-disposition")).toBe('attachment; filename="evenspan-release-3-figures.csv"');
  expect(file.headers.get("access-control-allow-origin")).toBe("*");
  const page = await get("/files/3/pages/not-a-page.html");
  expect(page.headers.get("content-type")).toBe("application/octet-stream");
  expect((await get("/files/3/../app.ts")).status).toBe(404);
  expect((await get("/files/9/figures.csv")).status).toBe(404);
});
