/** MAML-RL on tabular MDPs; {@link gmrl.mdp.maml.MamlProblem} plugs into the two-loop gradient. */
@org.jspecify.annotations.NullMarked
package gmrl.mdp.maml;
