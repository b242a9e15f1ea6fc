package gmrl.atari.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gmrl.atari.VectorEnvironment;
import gmrl.meta.MeanEstimate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The reference of the deep meta-gradient, checked by differences, and what it says. */
class MetaBiasTest {
  private static final LearningSettings SETTINGS =
      LearningSettings.published(Algorithm.MGRL)
          .withNumProcesses(4)
          .withNumEnvSteps(1_000_000)
          .withLr(0.02)
          .withCoefficients(new MetaParameters(0.8, 0.6, 0.4, 0.1))
          .withMeta(MetaSettings.published().withInnerSteps(2));

  private static MetaBiasStudy study() {
    VectorEnvironment environments = Corridor.vector(4, 40, 3);
    NetworkSpec spec = NetworkSpec.dense(environments.shape(), 2, 8, true);
    Trainer trainer = Trainer.start(SETTINGS, spec, environments, 11);
    for (int i = 0; i < 30; i++) {
      trainer.update();
    }
    return new MetaBiasStudy(SETTINGS, spec, environments, trainer.checkpoint());
  }

  @Test
  void theReferenceIsTheDerivativeThatDifferencesFind() {
    MetaBiasStudy study = study();
    MetaBias bias = study.run(300, 5, done -> {});
    List<MeanEstimate> differences = study.differences(300, 0.25, 6);
    for (int i = 0; i < MetaParameters.SIZE; i++) {
      MeanEstimate r = bias.reference().get(i);
      MeanEstimate d = differences.get(i);
      System.out.println(i+" ref "+r+" fd "+d+" plain "+bias.plain().mean().get(i)+" lvc "+bias.lvc().mean().get(i)+" pi "+bias.plainInner().mean().get(i)+" li "+bias.lvcInner().mean().get(i));
    }
    System.out.println(bias.plain().biasSquared()+" "+bias.lvc().biasSquared()+" "+bias.plainInner().biasSquared()+" "+bias.lvcInner().biasSquared());
  }
}
