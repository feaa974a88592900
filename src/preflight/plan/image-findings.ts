import { failure } from '../../errors/index.js';
import { runsOn } from '../../image/manifest.js';
import { readFacts } from '../../server/plan/server-facts.js';
import {
  failed,
  failedBy,
  passed,
  skipped,
  warned,
  type Finding,
} from '../../local/plan/finding.js';

/** An image that a deploy will run. */
export interface PlannedImage {
  readonly reference: string;
  /** What it is built for; empty: not known. */
  readonly platforms: readonly string[];
}

/**
 * Whether the images run on the server's engine.
 * @param platform the engine's: `linux/amd64`
 */
export function platformFindings(
  images: readonly PlannedImage[],
  platform: string,
): readonly Finding[] {
  const check = 'server: platform';
  const known = images.filter(({ platforms }) => platforms.some((one) => one !== 'unknown'));
  const wrong = known.filter(({ platforms }) => !platforms.some((one) => runsOn(platform, one)));
  if (wrong.length > 0)
    return wrong.map(({ reference, platforms }) =>
      failedBy(
        check,
        failure('image-platform-missing', {
          image: reference,
          platform,
          available: platforms.join(', '),
        }),
      ),
    );
  return known.length === 0
    ? [skipped(check, 'no image is known yet')]
    : [passed(check, `${platform}, as the images`)];
}

/** What docker on the server heard from the registries. */
export interface Reach {
  /** The images that are on the server already. */
  readonly there: ReadonlySet<string>;
  readonly findings: readonly Finding[];
}

/**
 * Reads the output of the script `reach`.
 * @param lacksAccount whether a deploy will have an account that could not be tried
 * @returns `undefined` when it is not whole
 */
export function readReach(output: string, lacksAccount: boolean): Reach | undefined {
  const facts = readFacts(output);
  if (facts.get('end')?.[0] !== 'yes') return undefined;
  const check = 'server: registry';
  const refused = (facts.get('refused') ?? []).map((line) => {
    const at = line.indexOf('|');
    return refusal(check, line.slice(0, at), line.slice(at + 1).trim(), lacksAccount);
  });
  const [there = [], answered = []] = [facts.get('there'), facts.get('answered')];
  const words = [
    ...(answered.length > 0 ? [`it answers for ${answered.join(', ')}`] : []),
    ...(there.length > 0 ? [`on the server already: ${there.join(', ')}`] : []),
  ];
  const findings = refused.length > 0 ? refused : [passed(check, words.join('; '))];
  return { there: new Set(there), findings };
}

function refusal(check: string, image: string, message: string, lacksAccount: boolean): Finding {
  const words = `docker on the server does not get ${image}: ${message}`;
  if (/experimental|is not a docker command|unknown command/i.test(message))
    return skipped(check, `docker on the server is too old to ask for ${image}: ${message}`);
  const isLogin = /denied|unauthorized|forbidden|no basic auth/i.test(message);
  if (isLogin && lacksAccount)
    return skipped(
      check,
      `docker on the server has no login of its own for ${image}, and the account is for the registry of the release, which is not known yet`,
    );
  if (isLogin || /manifest unknown|no such manifest|not found/i.test(message))
    return failed(
      check,
      words,
      'Set `registry-username` and `registry-password`, or log in on the server (`docker login`).',
    );
  // Its engine may reach what the client does not: through a proxy, or a mirror.
  return warned(
    check,
    words,
    `Let the server reach the registry; try it there: \`docker pull ${image}\`.`,
  );
}
