import { pointShapes } from './parts/point.ts';
import { draw, type Shape } from './draw/scene.ts';
import { EXPECTED_STEM, LOOKS, type Look } from './draw/theme.ts';
import type { Comparator } from '../domain/quantity.ts';

const [WIDTH, HEIGHT] = [40, 26];

/** One mark by itself, as charts draw it. @param label what it looks like, for those who cannot see it */
export function signChart(look: Look, label: string, comparator: Comparator = 'eq'): string {
  const r = look === 'target' ? 10 : LOOKS[look].r;
  const y = HEIGHT / 2;
  const x = look === 'expected' ? WIDTH - 10 : WIDTH / 2;
  const stem: Shape = { kind: 'line', layer: 'stem', paint: EXPECTED_STEM, x1: 0, x2: x, y1: y, y2: y };
  const shapes = [...(look === 'expected' ? [stem] : []), ...pointShapes({ look, x, upper: x, comparator, r }, y)];
  return draw({ height: HEIGHT, shapes }, WIDTH, label);
}
