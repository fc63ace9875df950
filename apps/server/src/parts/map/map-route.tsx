import type { PlaceId } from "@evenspan/domain/places/place";
import { useVisit } from "../../pages/visit.ts";
import { placeLabel } from "../../words/place-words.ts";
import { nameLines } from "../line/line-drawing.ts";
import type { MapShape, MapShapes } from "./map-shape.ts";

/** The path of the line across the map, with its two ends named. */
export function MapRoute({ map, route }: { map: MapShapes; route: readonly PlaceId[] }) {
  const stops = route.flatMap((id) => map.shapes.find(({ placeId }) => placeId === id) ?? []);
  const [first, last] = [stops[0], stops.at(-1)];
  if (!first || !last || stops.length < 2) return null;
  const path = `M${stops.map(({ x, y }) => `${x} ${y}`).join("L")}`;
  return (
    <g className="route">
      <path className="casing" d={path} />
      <path d={path} />
      {stops.map(({ placeId, x, y }) => (
        <circle key={placeId} cx={x} cy={y} r={placeId === first.placeId || placeId === last.placeId ? 9 : 5} />
      ))}
      <EndName stop={first} right={first.x > last.x} />
      <EndName stop={last} right={last.x >= first.x} />
    </g>
  );
}

/** The name of an end, on the side that looks away from the other end, one word below the other. */
function EndName({ stop, right }: { stop: MapShape; right: boolean }) {
  const { language } = useVisit();
  const x = stop.x + (right ? 17 : -17);
  const lines = nameLines(placeLabel(stop.placeId, language), 10);
  return (
    <text textAnchor={right ? "start" : "end"} y={stop.y + 7 - ((lines.length - 1) * 21) / 2}>
      {lines.map((line, i) => (
        <tspan key={line} x={x} dy={i === 0 ? 0 : 21}>
          {line}
        </tspan>
      ))}
    </text>
  );
}
