import {
  projectProblems,
  serverRequirements,
  type ServerNeeds,
} from '../../server/plan/check-server.js';
import { interruptedWords, whatSettles } from '../../server/plan/interrupted.js';
import type { ServerFacts } from '../../server/plan/server-facts.js';
import type { Foreseen } from '../../deploy/plan/foreseen.js';
import { failedBy, passed, skipped, warned, type Finding } from '../../local/plan/finding.js';
import type { Survey } from './survey.js';
import { failure, type DeployKitError } from '../../errors/index.js';

/** Registry tokens and certificates hold for minutes: a clock that is further off will break them. */
const clockToleranceSeconds = 60;
/** New containers beside the old ones need some. */
const memoryFloorKilobytes = 256 * 1024;
/** What an engine needs besides the images. */
const diskFloorKilobytes = 512 * 1024;
const inodeFloor = 20_000;
/** Layers on the disk against layers as they are sent: what common base images come to. */
const unpackedRatio = 3;

/** What every deploy needs of the server: a row for each requirement. */
export function requirementFindings(facts: ServerFacts, host: string): readonly Finding[] {
  const unmet = new Set<string>();
  return serverRequirements.map(({ name, needs, problem, seen }) => {
    const check = `server: ${name}`;
    if (needs !== undefined && unmet.has(needs)) {
      unmet.add(name);
      return skipped(check, `there is no ${needs} to ask`);
    }
    const found = problem(facts, host);
    if (found === undefined) return passed(check, seen(facts));
    unmet.add(name);
    return failedBy(check, found);
  });
}

/** What the Compose files need of the server. */
export function needsFindings(
  needs: ServerNeeds,
  facts: ServerFacts,
  host: string,
): readonly Finding[] {
  const check = 'server: networks, volumes, files';
  const problems = projectProblems(needs, facts, host);
  return problems.length > 0
    ? problems.map((problem) => failedBy(check, problem))
    : [passed(check, 'everything that the Compose files take from the server is there')];
}

/** Whose the folder is, and what would be lost of what stands there. */
export function ownFolderFindings(problems: readonly DeployKitError[]): readonly Finding[] {
  const check = 'server: whose the folder is';
  return problems.length > 0
    ? problems.map((problem) => failedBy(check, problem))
    : [passed(check, "nobody else's, and nothing in it would be lost")];
}

/** What else a deploy would say before it begins. */
export function foreseenFindings({ problems, remarks }: Foreseen): readonly Finding[] {
  const check = 'server: what the release finds';
  return [
    ...problems.map((problem) => failedBy(check, problem)),
    ...remarks.map((remark) => passed(check, remark)),
  ];
}

/** What the survey is held against. */
export interface SurveyContext {
  readonly facts: ServerFacts;
  /** For messages. */
  readonly host: string;
  /** When the survey was asked for and when it had answered, in seconds since 1970. */
  readonly asked: number;
  readonly answered: number;
  /** Compressed bytes of the images that the server does not have; `undefined`: not known. */
  readonly imageBytes: number | undefined;
  readonly lockTimeoutSeconds: number;
}

/** What the survey showed: a row for each thing. */
export function surveyFindings(survey: Survey, context: SurveyContext): readonly Finding[] {
  const { facts } = context;
  return [
    passed('server: system', `${survey.system || 'Linux'}, ${facts.architecture}`),
    clockFinding(survey, context),
    memoryFinding(survey),
    ...diskFindings(survey, context),
    lockFinding(survey, context),
    leftoverFinding(survey, facts),
  ];
}

function clockFinding({ clock }: Survey, { asked, answered }: SurveyContext): Finding {
  const check = 'server: clock';
  const off = clock < asked - 1 ? asked - clock : clock > answered + 1 ? clock - answered : 0;
  if (off <= clockToleranceSeconds) return passed(check, 'goes right');
  const which = clock < asked ? 'behind' : 'ahead';
  return warned(
    check,
    `is ${Math.round(off)} s ${which}: tokens of registries and certificates are refused by it`,
    'On the server: `sudo timedatectl set-ntp true`',
  );
}

function memoryFinding({ memoryFreeKilobytes: free }: Survey): Finding {
  const check = 'server: memory';
  if (free === undefined) return skipped(check, 'the server does not tell');
  const words = `${megabytes(free)} free, swap included`;
  return free >= memoryFloorKilobytes
    ? passed(check, words)
    : warned(
        check,
        `${words}: while a service rolls, its old and new containers run side by side`,
        'Add swap (`sudo fallocate -l 1G /swapfile && sudo chmod 600 /swapfile && sudo mkswap /swapfile && sudo swapon /swapfile`), or use `strategy: recreate`.',
      );
}

function diskFindings(
  { images }: Survey,
  { facts, host, imageBytes }: SurveyContext,
): readonly Finding[] {
  const check = 'server: disk';
  const free = Math.min(images?.freeKilobytes ?? Infinity, facts.diskFreeKilobytes);
  if (images === undefined || !Number.isFinite(free))
    return [skipped(check, 'the server does not tell')];
  const sent = Math.ceil((imageBytes ?? 0) / 1024);
  const needed = sent * unpackedRatio;
  const words = `${megabytes(free)} free`;
  const clean =
    'On the server: `docker system df` shows what uses it; `docker image prune -a --filter until=720h` removes images unused for 30 days.';
  const room =
    free < sent
      ? failedBy(
          check,
          failure('disk-full', {
            host,
            message: `${words}; the images to pull have ${megabytes(sent)}, compressed`,
          }),
        )
      : free < needed + diskFloorKilobytes
        ? warned(
            check,
            `${words}, of which the images to pull take about ${megabytes(needed)}`,
            clean,
          )
        : passed(check, words);
  const inodes = images.freeInodes;
  if (inodes === undefined || inodes >= inodeFloor) return [room];
  return [
    room,
    warned(check, `only ${inodes} more files fit (inodes): an image has thousands`, clean),
  ];
}

function lockFinding({ holder }: Survey, { lockTimeoutSeconds }: SurveyContext): Finding {
  const check = 'server: lock';
  return holder === undefined
    ? passed(check, 'nobody deploys here now')
    : warned(
        check,
        `held by ${holder}: a deploy waits for it, at most ${lockTimeoutSeconds} s`,
        'Wait until that one has ended.',
      );
}

function leftoverFinding(
  { leftovers }: Survey,
  { interrupted, unconfirmed }: ServerFacts,
): Finding {
  const check = 'server: leftovers';
  if (interrupted !== undefined)
    return warned(
      check,
      interruptedWords(interrupted),
      `Nothing: ${whatSettles.replace(/^The/, 'the')}`,
    );
  if (unconfirmed !== undefined)
    return warned(
      check,
      `${unconfirmed.release} is live and nobody has confirmed it: ${
        unconfirmed.isWatched
          ? `it goes back by itself ${unconfirmed.seconds} s after the last sign of life of its job`
          : 'nobody watches over it, since the server or its watcher was ended'
      }`,
      unconfirmed.isWatched
        ? 'Nothing: its job confirms it, or another deploy takes its place.'
        : `Nothing: the next deploy has it watched again, as \`~/.local/state/deploy-kit/settle\` on the server does.`,
    );
  return leftovers.length > 0
    ? warned(
        check,
        `broken-off uploads: ${leftovers.join(', ')}`,
        'Nothing: the next deploy removes them.',
      )
    : passed(check, 'none');
}

function megabytes(kilobytes: number): string {
  return kilobytes >= 10 * 1024 * 1024
    ? `${Math.round(kilobytes / 1024 / 1024)} GB`
    : `${Math.round(kilobytes / 1024)} MB`;
}
