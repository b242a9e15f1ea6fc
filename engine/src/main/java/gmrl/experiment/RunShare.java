package gmrl.experiment;

/**
 * A share that a run came to.
 *
 * @param name of what
 * @param share 1 is all of it
 * @param halfWidth half of its 95 % interval from the finite number of trials; 0 where a formula
 *     gives it
 */
public record RunShare(String name, double share, double halfWidth) {}
