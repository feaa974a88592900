import { describe, expect, it } from '@jest/globals';
import { renderRooms } from '../../../scripts/draw-rooms.js';

const floors = [['errors', 'text'], ['local'], ['deploy']];

describe('The picture of the rooms', () => {
  it('leaves out an arrow that others imply, over any number of rooms', () => {
    const imports = new Map([
      ['actions', new Set(['deploy', 'errors'])],
      ['deploy', new Set(['local', 'errors', 'text'])],
      ['local', new Set(['errors'])],
    ]);
    const arrows = renderRooms([...floors, ['actions']], imports)
      .split('\n')
      .filter((line) => line.includes('-->'))
      .map((line) => line.trim());
    expect(arrows).toEqual([
      'actions --> deploy',
      'deploy --> local',
      'deploy --> text',
      'local --> errors',
    ]);
  });

  it('has a box a floor, the highest on top', () => {
    const boxes = [...renderRooms(floors, new Map()).matchAll(/subgraph (\w+)/g)];
    expect(boxes.map(([, name]) => name)).toEqual(['floor3', 'floor2', 'floor1']);
  });
});
