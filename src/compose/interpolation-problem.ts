/** Why a value of a Compose file cannot be interpolated. */
export class InterpolationProblem extends Error {
  override readonly name = 'InterpolationProblem';
}
