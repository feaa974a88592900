import {
  gaveWayVariable,
  rejectedVariable,
  releaseVariable,
  verifiedVariable,
  type JobReleases,
} from '../release/provisional.js';

/** What the earlier steps of this job have said of its releases. */
export function jobReleases(): JobReleases {
  return {
    making: process.env[releaseVariable] ?? '',
    rejected: process.env[rejectedVariable] ?? '',
    verified: process.env[verifiedVariable] ?? '',
    gaveWay: process.env[gaveWayVariable] ?? '',
  };
}
