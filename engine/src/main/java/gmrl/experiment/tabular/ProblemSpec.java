package gmrl.experiment.tabular;

/** Which meta-learning problem is posed on the MDPs. */
public sealed interface ProblemSpec {

  /** Token of the problem: {@code maml} or {@code lirpg}. */
  String token();

  /** MAML-RL: φ is the initial policy, both objectives are the return. */
  record Maml() implements ProblemSpec {
    @Override
    public String token() {
      return "maml";
    }
  }

  /**
   * LIRPG: φ is an intrinsic reward; the inner return is that of R + φ, the outer that of R.
   *
   * @param gaeLambda λ of the generalised advantage estimate, in [0, 1]
   * @param criticGradient whether the critic of the shaped reward is differentiated in φ
   */
  record Lirpg(double gaeLambda, boolean criticGradient) implements ProblemSpec {

    /** Checks λ. */
    public Lirpg {
      if (!(gaeLambda >= 0 && gaeLambda <= 1)) {
        throw new IllegalArgumentException(
            "gaeLambda is " + gaeLambda + ", expected a value in [0, 1]");
      }
    }

    /** The paper's: λ = 0.9, critic differentiated. */
    public static Lirpg paper() {
      return new Lirpg(0.9, true);
    }

    @Override
    public String token() {
      return "lirpg";
    }
  }
}
