import type { Step } from '../../server/plan/plan.js';
import type { ProgramSettings } from '../../server/plan/program-head.js';
import { rolledWords } from '../../server/plan/rolled-service.js';
import type { SwitchPlan } from './switch-plan.js';

/** What the server's files are decides what a release may do to them. */
export const compareFiles: Step = {
  title: 'Compare the files on the server with what was shipped',
  command: ['compare_files'],
};

/** Until the snapshot nothing has changed; from then on a failure restores it. */
export const installSteps: readonly Step[] = [
  { title: 'Remember what runs now', command: ['take_snapshot'] },
  { title: 'Install the files', command: ['install_release'], undo: 'restore_snapshot' },
  { title: 'See that what runs keeps its data', command: ['check_kept'] },
];

/** How the services are switched, and what must answer before they count as healthy. */
export interface Switching extends Pick<SwitchPlan, 'waves' | 'first' | 'blueGreen'> {
  readonly healthUrls: readonly string[];
}

/** From the installed files to services that are healthy. */
export function switchSteps(switching: Switching, settings: ProgramSettings): Step[] {
  const { healthUrls } = switching;
  const timeout = String(Math.ceil(settings.healthTimeoutSeconds));
  return [
    ...(switching.blueGreen ? besideSteps(settings) : inPlaceSteps(switching, settings)),
    ...(healthUrls.length === 0
      ? []
      : [
          {
            title: `Ask ${healthUrls.join(', ')} from the server`,
            command: ['wait_urls', timeout, ...healthUrls],
          },
        ]),
  ];
}

function besideSteps(settings: ProgramSettings): Step[] {
  return [
    // What an older release left in this project goes.
    {
      title: 'Start the services beside those that run',
      command: ['bring_up', '--remove-orphans'],
    },
    healthStep(settings, 'the new services are', 'wait_healthy'),
    { title: 'Switch the proxy', command: ['switch_proxy'] },
  ];
}

function healthStep(settings: ProgramSettings, what: string, wait: string): Step {
  return {
    title: `Wait until ${what} healthy`,
    command: [
      wait,
      String(Math.ceil(settings.healthTimeoutSeconds)),
      String(Math.ceil(settings.stableSeconds)),
    ],
  };
}

function inPlaceSteps({ waves, first }: Switching, settings: ProgramSettings): Step[] {
  const all = [
    { title: 'Make way for what only one container can have', command: ['make_way'] },
    { title: 'Start the services', command: ['bring_up'] },
    healthStep(settings, 'the services are', 'wait_healthy'),
  ];
  if (waves.length === 0) return all;
  const early = [...first, ...waves.flat().map(({ name }) => name)];
  return [
    { title: 'Make way for what these start with', command: ['make_way', ...early] },
    ...(first.length === 0
      ? []
      : [{ title: `Start ${first.join(', ')} to run once`, command: ['start', ...first] }]),
    ...waves.flatMap((wave) => {
      const names = wave.map(({ name }) => name).join(', ');
      return [
        {
          title: `Start ${names} beside the old one${wave.length === 1 ? '' : 's'}`,
          command: ['roll_up', ...rolledWords(wave)],
        },
        healthStep(settings, `the new ${names} ${wave.length === 1 ? 'is' : 'are'}`, 'wait_kept'),
      ];
    }),
    {
      title: 'Take the old containers out',
      command: ['roll_down', ...rolledWords(waves.flat())],
    },
    ...all,
  ];
}

/** The proof: each container really runs what was released. */
export function proofSteps(pins: ReadonlyMap<string, string>): Step[] {
  return [
    {
      title: 'Compare the running images with the release',
      command: ['check_images', ...pinWords(pins)],
    },
  ];
}

/** `web=ghcr.io/acme/api@sha256:…` for each service. */
export function pinWords(pins: ReadonlyMap<string, string>): readonly string[] {
  return [...pins].map(([service, image]) => `${service}=${image}`);
}
