/**
 * Repeated two-player games and the learners that shape one another in them.
 *
 * <p>Reading order: {@link gmrl.ipd.MatrixGame} (payoffs), {@link gmrl.ipd.RepeatedGame} (discount,
 * exact values and their derivatives), {@link gmrl.ipd.LolaConfig} (what is learned and which slot
 * is estimated how), {@link gmrl.ipd.LolaLearner} (one seed, one update at a time), {@link
 * gmrl.ipd.LolaRun} (all seeds together, for a window or a report). The public door speaks each
 * agent's own view of the five states (start, then 1 + 2·own + other of the last step); the kernels
 * behind it speak agent 1's view only.
 */
@org.jspecify.annotations.NullMarked
package gmrl.ipd;
