import { createSubscription, type Subscription, type WantedGlossary } from './subscription';

/** Whether both mean the same file, down to what it must be signed with. */
export function isSameWanted(one: WantedGlossary, other: WantedGlossary): boolean {
  return one.address === other.address && one.publicKey === other.publicKey && one.sha256 === other.sha256;
}

/**
 * A subscription as the policy has it now. Once it is the policy's, a key is taken from there only where none is known yet:
 * the one that is known may have come after it, named by an edition that was signed with it.
 */
export function underPolicy(
  known: Subscription,
  { mode, publicKey, sha256, nextCheckMs }: Subscription,
): Subscription {
  const isSameFile = known.sha256 === sha256;
  const isKeyNew = publicKey !== undefined && (known.publicKey === undefined || !known.managed);
  if (known.managed && known.mode === mode && isSameFile && !isKeyNew) return known;
  const { sha256: _before, ...rest } = known;
  return {
    ...rest,
    mode,
    managed: true,
    ...(isKeyNew && { publicKey }),
    ...(sha256 !== undefined && { sha256 }),
    // Another file is named: it is due now.
    ...(!isSameFile && { nextCheckMs }),
  };
}

/** A subscription as it was when it was made: to fetch all of it again. */
export function startAfresh(
  { address, mode, managed, publicKey, sha256 }: Subscription,
  nowMs: number,
): Subscription {
  const trusted = { ...(publicKey !== undefined && { publicKey }), ...(sha256 !== undefined && { sha256 }) };
  return createSubscription({ address, mode, managed, ...trusted }, nowMs);
}
