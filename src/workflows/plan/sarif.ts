import type { WorkflowReport } from './report.js';
import { ruleCatalogue, ruleNames } from './rule-catalogue.js';

/** The part of SARIF 2.1.0 that is written: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
export interface SarifLog {
  readonly $schema: string;
  readonly version: '2.1.0';
  readonly runs: readonly SarifRun[];
}

interface SarifRun {
  readonly tool: { readonly driver: SarifDriver };
  readonly results: readonly SarifResult[];
}

interface SarifDriver {
  readonly name: string;
  readonly informationUri: string;
  readonly rules: readonly SarifRule[];
}

interface SarifRule {
  readonly id: string;
  readonly shortDescription: SarifText;
  readonly fullDescription: SarifText;
  readonly help: SarifText & { readonly markdown: string };
  readonly helpUri: string;
  readonly defaultConfiguration: { readonly level: Level };
}

interface SarifText {
  readonly text: string;
}

type Level = 'error' | 'warning';

interface SarifResult {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: Level;
  readonly message: SarifText;
  readonly locations: readonly {
    readonly physicalLocation: {
      readonly artifactLocation: { readonly uri: string; readonly uriBaseId: '%SRCROOT%' };
      readonly region: { readonly startLine: number; readonly startColumn: number };
    };
  }[];
}

const manual = 'https://github.com/org/deploy-kit/blob/v1/docs/workflow-check.md';

/** The reports for GitHub's code scanning: every rule with its help, and a result for each report. */
export function toSarif(reports: readonly WorkflowReport[]): SarifLog {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'deploy-kit workflow check',
            informationUri: manual,
            rules: ruleNames.map((id) => {
              const { verdict, title, why, fix } = ruleCatalogue[id];
              return {
                id,
                shortDescription: { text: title },
                fullDescription: { text: why },
                help: { text: `${why}\n\n${fix}`, markdown: `${why}\n\n**What to do:** ${fix}` },
                helpUri: `${manual}#${id}`,
                defaultConfiguration: { level: levelOf(verdict) },
              };
            }),
          },
        },
        results: reports.map(toResult),
      },
    ],
  };
}

function toResult({ rule, verdict, place, message, fix }: WorkflowReport): SarifResult {
  return {
    ruleId: rule,
    ruleIndex: ruleNames.indexOf(rule),
    level: levelOf(verdict),
    message: { text: `${message}\n\nWhat to do: ${fix}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: {
            uri: place.file.split('/').map(encodeURIComponent).join('/'),
            uriBaseId: '%SRCROOT%',
          },
          region: { startLine: place.line, startColumn: place.column },
        },
      },
    ],
  };
}

function levelOf(verdict: 'warn' | 'fail'): Level {
  return verdict === 'fail' ? 'error' : 'warning';
}
