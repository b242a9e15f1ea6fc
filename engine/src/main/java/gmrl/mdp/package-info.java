/**
 * Tabular Markov decision processes: exact evaluation, sampling and policy-gradient estimators.
 *
 * <p>Start with {@link gmrl.mdp.Mdp} (or {@link gmrl.mdp.RandomMdp}). {@link gmrl.mdp.PolicyPoint}
 * is a softmax policy in it, {@link gmrl.mdp.ReturnEvaluation} its exact return, gradient and
 * Hessian-vector products; {@link gmrl.mdp.TrajectoryBatch} holds sampled or recorded trajectories
 * and {@link gmrl.mdp.BatchEstimate} turns them into an {@link gmrl.mdp.Estimator}'s value,
 * gradient and Hessian-vector products. {@link gmrl.mdp.MamlProblem} (MAML-RL) and {@link
 * gmrl.mdp.LirpgProblem} (learned intrinsic rewards) are the meta-learning problems, which plug
 * into {@code gmrl.meta}.
 */
@org.jspecify.annotations.NullMarked
package gmrl.mdp;
