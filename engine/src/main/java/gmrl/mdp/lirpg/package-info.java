/**
 * Learned intrinsic rewards on tabular MDPs; {@link gmrl.mdp.lirpg.LirpgProblem} plugs into the
 * two-loop gradient.
 */
@org.jspecify.annotations.NullMarked
package gmrl.mdp.lirpg;
