import { failure } from '../../errors/index.js';
import { samePlatform } from '../manifest.js';
import { readFacts } from '../server-facts.js';
import { failed, failedBy, passed, skipped, type Finding } from './finding.js';

/** An image that a deploy will run. */
export interface PlannedImage {
  readonly reference: string;
  /** What it is built for; empty: not known. */
  readonly platforms: readonly string[];
}

/** Whether the images run on the server's machine. */
export function platformFindings(
  images: readonly PlannedImage[],
  architecture: string,
): readonly Finding[] {
  const check = 'server: platform';
  const platform = `linux/${architecture}`;
  const known = images.filter(({ platforms }) => platforms.length > 0);
  const wrong = known.filter(
    ({ platforms }) => !platforms.some((one) => samePlatform(platform, one)),
  );
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

/**
 * What the server's Docker hears from the registries: the output of the script `reach`.
 * @returns `undefined` when it is not whole
 */
export function reachFindings(output: string): readonly Finding[] | undefined {
  const facts = readFacts(output);
  if (facts.get('end')?.[0] !== 'yes') return undefined;
  const check = 'server: registry';
  const refused = (facts.get('refused') ?? []).map((line) => {
    const at = line.indexOf('|');
    return failed(
      check,
      `the server's Docker does not get ${line.slice(0, at)}: ${line.slice(at + 1).trim()}`,
      'Set `registry-username` and `registry-password`, or log in on the server (`docker login`); where the registry does not answer at all, let the server reach it.',
    );
  });
  const [there = [], answered = []] = [facts.get('there'), facts.get('answered')];
  return refused.length > 0
    ? refused
    : [
        passed(
          check,
          [
            ...(answered.length > 0 ? [`it answers for ${answered.join(', ')}`] : []),
            ...(there.length > 0 ? [`on the server already: ${there.join(', ')}`] : []),
          ].join('; '),
        ),
      ];
}
