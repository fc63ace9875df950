import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Serving, serve } from "./serve.ts";
import { accessFaults, browserAbsent, openBrowser } from "./testing/browser.ts";
import { inventedPortal, pagesOfEachKind } from "./testing/invented-portal.ts";

/** One address of each kind; states of the same page are left to the flow tests. */
const all = [
  ...pagesOfEachKind.filter((path) => !path.includes("?")),
  "/compare?a=loop&b=west-garfield-park",
  "/nothing",
];

/** The pages with the most on them, looked at in every width and color. */
const fullest = [
  "",
  "/areas",
  "/areas/fuller-park",
  "/compare?a=loop&b=austin",
  "/claims",
  all.find((path) => path.startsWith("/figures"))!,
];

const looks = [
  [360, "light", { en: all, es: fullest }],
  [360, "dark", { en: fullest, es: fullest }],
  [768, "light", { en: fullest, es: fullest }],
  [768, "dark", { en: fullest, es: fullest }],
  [1440, "light", { en: fullest, es: fullest }],
  [1440, "dark", { en: fullest, es: all }],
] as const;

describe.skipIf(browserAbsent)("in a browser", () => {
  let browser: Browser;
  let serving: Serving;
  beforeAll(async () => {
    serving = await serve(inventedPortal(), { port: 0 });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await serving?.stop();
  });

  describe.each(["en", "es"] as const)("/%s", (language) => {
    test.each(looks)(
      "at %i px, %s, pages meet WCAG 2.2 AA",
      async (width, colorScheme, paths) => {
        const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
        const page = await context.newPage();
        const faults: string[] = [];
        for (const path of paths[language]) {
          await page.goto(`${serving.address}/${language}${path}`);
          faults.push(...(await accessFaults(page)));
        }
        await context.close();
        expect(faults).toEqual([]);
      },
      120_000,
    );

    test.each([320, 360, 768, 1440])(
      "at %i px and without scripts no page is wider than the window",
      async (width) => {
        const context = await browser.newContext({ viewport: { width, height: 900 }, javaScriptEnabled: false });
        const page = await context.newPage();
        const wide: string[] = [];
        for (const path of all) {
          await page.goto(`${serving.address}/${language}${path}`);
          const scrolled = Number(await page.evaluate("document.documentElement.scrollWidth"));
          if (scrolled > width) wide.push(`${path} is ${scrolled} px wide`);
        }
        await context.close();
        expect(wide).toEqual([]);
      },
      60_000,
    );
  });

  test("without scripts the line, its table and a chosen figure work", async () => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(`${serving.address}/en`);
    expect(await page.locator("svg.line.wide").first().isVisible()).toBe(true);
    expect(await page.locator("svg.line.tall").first().isVisible()).toBe(false);
    await page.locator(".line-figure summary").first().click();
    expect(await page.locator(".line-figure table").first().isVisible()).toBe(true);
    await page.goto(`${serving.address}/en/areas`);
    await page.getByLabel("Show another number").selectOption({ label: "Hardship index, 2008 to 2012" });
    await page.getByRole("button", { name: "Show it" }).click();
    expect(page.url()).toContain("measure=hardship.2008-2012");
    await page.setViewportSize({ width: 360, height: 800 });
    await page.goto(`${serving.address}/es`);
    expect(await page.locator("svg.line.tall").first().isVisible()).toBe(true);
    await context.close();
  });

  test("by the keyboard alone one comes past the links to the content, and everything reached can be seen", async () => {
    const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
    const page = await context.newPage();
    await page.goto(`${serving.address}/en`);
    await page.keyboard.press("Tab");
    expect(await page.locator(":focus").textContent()).toBe("Skip to the content");
    expect(await page.evaluate("document.activeElement.getBoundingClientRect().top")).toBeGreaterThanOrEqual(0);
    for (let i = 0; i < 12; i++) {
      await page.keyboard.press("Tab");
      const outline = await page.evaluate("getComputedStyle(document.activeElement).outlineWidth");
      expect(outline).toBe("3px");
    }
    await context.close();
  });
});
