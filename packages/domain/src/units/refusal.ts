/** Why a written value cannot be used: a sentence without its full stop, and what to write instead. */
export interface Refusal {
  readonly message: string;
  /** An imperative sentence. */
  readonly remedy: string;
}
