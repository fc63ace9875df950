import type { PlaceId } from "@evenspan/domain/places/place";
import { useVisit } from "../../pages/visit.ts";
import { placeLabel } from "../../words/place-words.ts";
import type { MapShape, MapShapes } from "./map-shapes.ts";

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
      <EndName stop={first} map={map} />
      <EndName stop={last} map={map} />
    </g>
  );
}

function EndName({ stop, map }: { stop: MapShape; map: MapShapes }) {
  const { language } = useVisit();
  const right = stop.x > map.width * 0.6;
  return (
    <text x={stop.x} y={stop.y - 18} textAnchor={right ? "end" : "middle"}>
      {placeLabel(stop.placeId, language)}
    </text>
  );
}
