package gmrl.atari.learn;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.function.BiConsumer;

/** What the published code calls the settings of a learner, for the binding of documents. */
public final class PublishedNames {
  private PublishedNames() {}

  /**
   * Names all settings.
   *
   * @param binding takes a type and the interface whose annotations hold for it
   */
  public static void give(BiConsumer<Class<?>, Class<?>> binding) {
    binding.accept(LearningSettings.class, Learning.class);
    binding.accept(MetaParameters.class, Coefficients.class);
    binding.accept(MetaSettings.class, Meta.class);
    binding.accept(OuterLoss.class, Coefficients.class);
  }

  /** The same with the outer loss among the other settings, as recorded runs have it. */
  static void giveFlat(BiConsumer<Class<?>, Class<?>> binding) {
    give(binding);
    binding.accept(MetaSettings.class, FlatMeta.class);
  }

  /** Of {@link LearningSettings}. */
  @JsonPropertyOrder({
    "num_processes",
    "num_steps",
    "lr",
    "use_linear_lr_decay",
    "eps",
    "max_grad_norm",
    "coefficients",
    "time_limit",
    "num_env_steps",
    "meta"
  })
  private interface Learning {
    @JsonProperty("num_processes")
    int numProcesses();

    @JsonProperty("num_steps")
    int numSteps();

    @JsonProperty("use_linear_lr_decay")
    boolean useLinearLrDecay();

    @JsonProperty("max_grad_norm")
    double maxGradNorm();

    @JsonUnwrapped
    @SuppressWarnings("UnusedMethod") // for the binding alone
    MetaParameters coefficients();

    @JsonProperty("time_limit")
    TimeLimit timeLimit();

    @JsonProperty("num_env_steps")
    long numEnvSteps();
  }

  /** Of {@link MetaParameters} and {@link OuterLoss}. */
  private interface Coefficients {
    @JsonProperty("gae_lambda")
    double gaeLambda();

    @JsonProperty("value_loss_coef")
    double valueLossCoef();

    @JsonProperty("entropy_coef")
    double entropyCoef();

    @JsonProperty("kl_coef")
    double klCoef();
  }

  /** Of {@link MetaSettings}, but for the outer loss. */
  @JsonPropertyOrder({"inner_steps", "meta_lr", "learned", "detach_gamma", "mixture", "outer"})
  private interface Meta {
    @JsonProperty("inner_steps")
    int innerSteps();

    @JsonProperty("meta_lr")
    double metaLr();

    @JsonProperty("detach_gamma")
    boolean detachGamma();
  }

  @JsonPropertyOrder({"inner_steps", "meta_lr", "learned", "detach_gamma", "mixture", "outer"})
  private interface FlatMeta extends Meta {
    @JsonUnwrapped(prefix = "outer_")
    @SuppressWarnings("UnusedMethod") // for the binding alone
    OuterLoss outer();
  }
}
