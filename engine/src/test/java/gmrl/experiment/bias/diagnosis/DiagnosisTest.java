package gmrl.experiment.bias.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import gmrl.experiment.CancellationToken;
import gmrl.experiment.Workers;
import gmrl.experiment.bias.BiasExperiment;
import gmrl.experiment.bias.BiasResult;
import gmrl.experiment.bias.BiasSpec;
import gmrl.experiment.bias.BiasStudy;
import gmrl.experiment.tabular.HessianError;
import gmrl.experiment.tabular.MdpSource;
import gmrl.experiment.tabular.SlotSpec;
import gmrl.experiment.tabular.TabularSetup;
import java.util.List;
import org.junit.jupiter.api.Test;

class DiagnosisTest {
  private static BiasSpec spec(String inner, String hessian, String outer) {
    return BiasSpec.paper()
        .withSetup(
            s ->
                s.withMdps(new MdpSource.Generated(4, 3, 0.5, 1, 3))
                    .withHorizon(10)
                    .withAlpha(2)
                    .withSlots(
                        SlotSpec.parse(inner), SlotSpec.parse(hessian), SlotSpec.parse(outer)))
        .withTrials(100);
  }

  private static Findings find(BiasSpec spec) {
    ErrorDiagnosis diagnosis = ErrorDiagnosis.of(spec).orElseThrow();
    return diagnosis.read(run(diagnosis.study()));
  }

  private static BiasResult run(BiasStudy study) {
    try (Workers workers = new Workers(2)) {
      return new BiasExperiment(study).run(workers, new CancellationToken(), (done, r) -> {});
    }
  }

  @Test
  void exactSlotsHaveNoError() {
    assertThat(ErrorDiagnosis.of(spec("exact", "exact", "exact"))).isEmpty();
    assertThat(ErrorDiagnosis.of(spec("lvc:4", "exact", "exact").withSetup(s -> s.withSteps(0))))
        .isEmpty();
  }

  @Test
  void everySourceIsTheSlotAloneAndEveryChangeOneThing() {
    BiasSpec spec = spec("lvc:4", "maml:6", "lvc:8").withTrials(1000);
    ErrorDiagnosis diagnosis = ErrorDiagnosis.of(spec).orElseThrow();
    assertThat(diagnosis.sources())
        .containsExactly(
            ErrorDiagnosis.Source.INNER,
            ErrorDiagnosis.Source.HESSIAN,
            ErrorDiagnosis.Source.OUTER);
    assertThat(diagnosis.changes())
        .extracting(ErrorDiagnosis.Change::token)
        .containsExactly(
            "double-inner",
            "reuse-inner",
            "double-hessian",
            "replace-hessian-lvc",
            "replace-hessian-loaded",
            "double-outer");
    List<TabularSetup> setups = diagnosis.study().specs().stream().map(BiasSpec::setup).toList();
    assertThat(diagnosis.study().specs()).allMatch(s -> s.trials() == 400 && s.seed() == 42);
    assertThat(setups.get(0)).isEqualTo(spec.setup());
    assertThat(setups.get(2).hessian()).isEqualTo(SlotSpec.parse("maml:6"));
    assertThat(setups.get(2).inner().isSampled() || setups.get(2).outer().isSampled()).isFalse();
    assertThat(setups.get(4).inner()).isEqualTo(SlotSpec.parse("lvc:8"));
    assertThat(setups.get(4).hessian()).isEqualTo(spec.setup().hessian());
  }

  @Test
  void theLargerSourceIsNamedAndItsOwnChangeHelps() {
    Findings findings = find(spec("lvc:2", "lvc:512", "exact"));
    assertThat(findings.main().orElseThrow().what()).isEqualTo(ErrorDiagnosis.Source.INNER);
    assertThat(findings.best().orElseThrow().what().slot()).isEqualTo(ErrorDiagnosis.Source.INNER);
    assertThat(findings.isGainClear()).isTrue();
    assertThat(findings.gain()).isBetween(0.1, 0.9);
  }

  @Test
  void aControlledErrorIsAllBiasAndItsRemovalTakesAllOfIt() {
    Findings findings =
        find(
            spec("exact", "exact", "exact")
                .withSetup(s -> s.withHessianError(new HessianError(20, 0))));
    assertThat(findings.now().noise()).isCloseTo(0, within(1e-4));
    assertThat(findings.now().total()).isCloseTo(findings.now().bias(), within(1e-4));
    assertThat(findings.best().orElseThrow().what().token()).isEqualTo("undisturbed-hessian");
    assertThat(findings.gain()).isCloseTo(1, within(1e-9));
    assertThat(findings.biasGain()).isCloseTo(1, within(1e-9));
  }

  @Test
  void theBudgetAddsUp() {
    ErrorBudget now = find(spec("lvc:4", "exact", "exact")).now();
    assertThat(now.total() * now.total())
        .isCloseTo(now.bias() * now.bias() + now.noise() * now.noise(), within(1e-9));
    assertThat(now.trials()).isEqualTo(300);
    assertThat(now.lost()).isZero();
  }

  @Test
  void aResultOfAnotherStudyIsRefused() {
    ErrorDiagnosis diagnosis = ErrorDiagnosis.of(spec("lvc:4", "exact", "exact")).orElseThrow();
    BiasResult other = run(BiasStudy.of(spec("lvc:4", "exact", "exact").withTrials(2)));
    assertThatThrownBy(() -> diagnosis.read(other)).hasMessageContaining("those of the diagnosis");
  }
}
