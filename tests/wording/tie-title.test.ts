import { expect, test } from 'vitest';
import { tieTitle } from '../../src/wording/tie-title.ts';
import { observation, stated } from '../domain/observation.ts';
import { year } from '../domain/periods.ts';

test.each([
  [[observation()], '网上可办率，2020年达到'],
  [[observation({ area: '湛河区' })], '湛河区，网上可办率，2020年达到'],
  [[observation({ role: 'target', setter: '省定' })], '网上可办率，2020年省定目标'],
  [[stated({ name: '窗口', unit: '个', value: '8' })], '窗口'],
  [
    [observation(), observation({ role: 'baseline', value: '70.41', period: year(2019) })],
    '网上可办率，2020年达到97.2%与网上可办率，2019年基期70.41%的差',
  ],
])('what a linked number is: %#', (observations, title) => expect(tieTitle(observations)).toBe(title));
